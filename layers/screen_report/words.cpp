// SPDX-License-Identifier: Apache-2.0
#include "layers/screen_report/words.hpp"

#include "layers/report/figures.hpp"

namespace redline::report {

std::string ReportWords::text(std::string const& key, std::vector<std::string> args) const {
  return render(Message{"screen_report." + key, std::move(args)}, m_language);
}

std::string ReportWords::word(char const* table, std::string_view word) const {
  if (word.empty()) return {};
  return render(std::string(table) + "." + std::string(word), m_language);
}

std::string ReportWords::line(Message const& sentence) const {
  auto out = render_line(sentence, m_language);
  return out.substr(std::min(out.size(), out.find_first_not_of(' ')));
}

std::string ReportWords::area(std::size_t index) const {
  auto const& a = m_screening.areas[index];
  return (a.area.name.empty() ? a.area.id : a.area.name) + (a.draft ? render("screen.draft_mark", m_language) : "");
}

std::string ReportWords::zone(std::size_t area, std::string const& zone) const {
  auto const& a = m_screening.areas[area];
  auto const mark = a.draft ? render("screen.draft_mark", m_language) : "";
  auto const kind = word("area_kind", a.area.kind);
  return (zone.empty() || zone == "none" ? kind : text("kind_and_zone", {kind, word("zone", zone)})) + mark;
}

std::string ReportWords::area_and_zone(std::size_t index, std::string const& zone) const {
  return zone.empty() || zone == "none" ? area(index) : text("kind_and_zone", {area(index), word("zone", zone)});
}

std::string ReportWords::elevation(std::optional<double> from, std::optional<double> to) const {
  return from && to ? text("from_to", {figures::metres(*from), figures::metres(*to)}) : std::string{};
}

Column ReportWords::column(char const* key, double share, bool number, bool wide) const {
  return {text(std::string("column.") + key), share, number, wide};
}

}  // namespace redline::report
