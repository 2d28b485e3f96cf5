// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/next_reports.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/serial_numbers.hpp"
#include "layers/restoration/site_names.hpp"

namespace redline {
namespace {

bool adds_up(RecordDraft const& r, RowValues const& v) {
  if (r.value.empty() || r.suffix == "/required" || r.suffix == "/disturbed") return false;
  if (r.suffix == "/increment" || r.suffix == "/accepted_increment") return false;
  return !stands_for_all(r.basis.value_or(basis_of(v[M_BASIS]).value_or(Basis::fresh)));
}

}  // namespace

// Said again of the same day (the day of acceptance stays): the same figure, or how far it has come since.
bool NextReports::Report::beside(Report const& known) const {
  if (known.day == day) return known.order != order || known.figure == figure;
  bool const told_later = known.day < day || (reported && known.day < *reported);
  return (told_later && known.order <= order) || (known.day > day && known.order >= order);
}

std::optional<NextReports::Report> NextReports::report(RowValues const& v, RowDraft const& d) const {
  auto const& all = d.records;
  bool const corrects = !v[M_REPLACES].empty();
  if (corrects || all.empty() || !all.front().suffix.empty()) return std::nullopt;
  auto const figure = [&](RecordDraft const& r) { return r.with_geometry || adds_up(r, v); };
  auto const day = all.front().day ? all.front().day : d.day;
  auto const* stage = m_model.stage(all.front().stage);
  if (!day || !stage || std::any_of(all.begin(), all.end(), figure)) return std::nullopt;
  auto const reported = v[M_REPORTED_ON].empty() ? m_day : last_day_of(v[M_REPORTED_ON]);
  return Report{v[M_RESERVE], folded_site(v[M_SITE]), *day,
                reported,     stage->order,           all.front().value + all.front().unit};
}

// With what is asked at most: new figures under an id that is taken stay a conflict.
bool NextReports::states_task(RowValues const& v, RowDraft const& d) {
  auto const asked = [](RecordDraft const& r) { return r.suffix == "/required" || r.suffix == "/disturbed"; };
  return d.is_task && d.day && v[M_REPLACES].empty() && std::all_of(d.records.begin(), d.records.end(), asked);
}

bool NextReports::is_next_task(std::string const& id, RowValues const& v, RowDraft const& d) {
  if (!states_task(v, d)) return false;
  load();
  auto const it = m_tasks.find(id);
  if (it == m_tasks.end()) return false;
  bool known = false;
  for (auto const& [item, day] : it->second) {
    if (item != v[M_ITEM] && digits_only(id)) continue;  // the number of another list
    if (item != v[M_ITEM] || day == d.day) return false;
    known = true;
  }
  return known;
}

void NextReports::load() {
  if (std::exchange(m_loaded, true)) return;
  m_store.each_task([&](std::string_view id, std::string_view item, std::string_view day) {
    m_tasks[SerialNumbers::number_of(std::string(id))].emplace_back(item, parse_date(day));
  });
  m_store.each_state([&](StoredState const& s) {
    auto const day = parse_date(s.day);
    auto const* stage = m_model.stage(s.stage);
    if (!day || !stage) return;
    m_reports[SerialNumbers::number_of(std::string(s.id))].push_back({std::string(s.reserve),
                                                                      folded_site(std::string(s.site)),
                                                                      *day,
                                                                      {},
                                                                      stage->order,
                                                                      std::string(s.value) + std::string(s.unit)});
  });
}

bool NextReports::is_next(std::string const& id, RowValues const& v, RowDraft const& d) {
  auto const now = report(v, d);
  if (!now || (digits_only(id) && now->site.empty())) return false;  // 1 of the whole reserve: of which table?
  load();
  auto const it = m_reports.find(id);
  if (it == m_reports.end()) return false;
  bool known = false;
  for (auto const& r : it->second) {
    if (digits_only(id) && r.site != now->site) continue;  // a serial number that another table has, too
    if (r.reserve != now->reserve || r.site != now->site || !now->beside(r)) return false;
    known = true;
  }
  return known;
}

void NextReports::add(std::string const& id, RowValues const& v, RowDraft const& d) {
  if (!m_loaded) return;  // it will be read with the others
  if (d.is_task) m_tasks[SerialNumbers::number_of(id)].emplace_back(v[M_ITEM], d.day);
  if (auto r = report(v, d)) m_reports[SerialNumbers::number_of(id)].push_back(std::move(*r));
}

}  // namespace redline
