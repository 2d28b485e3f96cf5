// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/year_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/header_rows.hpp"

namespace redline {
namespace {

Goes goes(std::size_t meaning) {
  switch (meaning) {
    case M_DATE:
      return Goes::day;
    case M_INCREMENT:
    case M_CUMULATIVE:
    case M_ACCEPTED_AREA:
    case M_ACCEPTED_SUM:
    case M_ACCEPTED_INCREMENT:
      return Goes::last;
    case M_ID:
    case M_REQUIRED:
    case M_DISTURBED:
    case M_VOLUME:
      return Goes::first;
    default:
      return Goes::everywhere;
  }
}

// 本年治理面积（亩） of 已治理面积（亩）, 累计治理面积 of 累计已治理面积; empty where no figure is so called.
std::string figure_named(YearHeading const& heading, RestorationModel const& model) {
  auto const [name, unit] = heading_of_column(heading.name);
  bool const running = heading.day.has_value();
  std::string const prefix = running ? "累计" : "本年";
  auto const timed = timed_name(name);
  if (!running && timed.kind == GroupKind::running) return {};
  for (auto const& text : {prefix + timed.name, prefix + name}) {
    auto const m = RowColumns::meaning_named(text, model);
    bool const is = running ? m == M_CUMULATIVE || m == M_ACCEPTED_SUM : m == M_INCREMENT || m == M_ACCEPTED_INCREMENT;
    if (is) return unit.empty() ? text : fmt::format("{}（{}）", text, unit);
  }
  return {};
}

int part_of(Date day) {
  return static_cast<int>(day.year()) * 10000 + static_cast<int>(static_cast<unsigned>(day.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(day.day()));
}

constexpr int OF_MONTHS = 1'000'000, OF_DAY = 10'000, MONTH = 100;

}  // namespace

int part_of_months(int year, int last_month, int months) { return year * OF_MONTHS + last_month * MONTH + months; }

int year_of_part(int part) {
  constexpr int LAST_YEAR = 9999;
  return part / (part > LAST_YEAR * OF_DAY + OF_DAY ? OF_MONTHS : part > LAST_YEAR ? OF_DAY : 1);
}

PartMonths months_of_part(int part) {
  bool const months = part > OF_MONTHS * MONTH * 10;
  return months ? PartMonths{part % OF_MONTHS / MONTH, part % MONTH} : PartMonths{};
}

std::string cell_of(std::vector<std::string> const& cells, int index) {
  auto const i = static_cast<std::size_t>(index);  // none: beyond all
  return i < cells.size() ? cells[i] : std::string{};
}

YearLayout::YearLayout(RowSource const& source, RestorationModel const& model,
                       std::map<std::string, std::string> const& given) {
  auto const& header = source.header();
  std::set<std::string> named;
  for (auto const& [meaning, text] : given) named.insert(text);
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const grouped = i < source.grouped().size() ? source.grouped()[i] : std::string{};
    bool const kept = named.count(header[i]) > 0 || (!grouped.empty() && named.count(grouped) > 0);
    read(header[i], grouped, static_cast<int>(i), kept, model);
  }
  if (any()) settle(model);
}

void YearLayout::read(std::string const& heading, std::string const& grouped, int index, bool kept,
                      RestorationModel const& model) {
  auto const year = year_heading(heading);
  auto const figure = year.year == 0 || kept ? std::string{} : figure_named(year, model);
  auto const part = year.day          ? part_of(*year.day)
                    : year.months > 0 ? part_of_months(year.year, year.month, year.months)
                                      : year.year;
  if (figure.empty() || !take(figure, part, index, model))
    return add({heading, grouped, RowColumns::meaning_named(heading, model), {}, index});
  if (year.day)
    days[part] = *year.day;
  else
    years.insert(part);
}

int YearLayout::column(Meaning m) const {
  auto const it = std::find_if(columns.begin(), columns.end(), [&](auto const& c) { return c.meaning == m; });
  return it == columns.end() ? -1 : static_cast<int>(it - columns.begin());
}

void YearLayout::add(YearColumn c) {
  c.goes = goes(c.meaning);
  columns.push_back(std::move(c));
}

bool YearLayout::take(std::string const& figure, int part, int index, RestorationModel const& model) {
  auto it = std::find_if(columns.begin(), columns.end(),
                         [&](auto const& c) { return c.goes == Goes::by_part && c.name == figure; });
  if (it == columns.end()) {
    columns.push_back({figure, "", RowColumns::meaning_named(figure, model), Goes::by_part});
    it = columns.end() - 1;
  }
  return it->by_part.emplace(part, index).second;
}

// A plain figure beside the years stays unread, and so do ids by which nothing is corrected.
void YearLayout::settle(RestorationModel const& model) {
  bool const corrects = column(M_REPLACES) >= 0;
  for (auto& c : columns) {
    if (c.meaning == M_VALUE) c.grouped = c.name, c.name = "合计/" + c.name, c.meaning = MEANING_COUNT;
    if (c.meaning == M_ID && !corrects) c.grouped = c.name, c.name += "（行）", c.meaning = MEANING_COUNT;
  }
  leave_out_parts();
  join_rest();
  if (column(M_DATE) >= 0) return;
  auto const& names = model.columns.find(MEANING_NAMES[M_DATE])->second;
  columns.push_back({names.front(), "", M_DATE, Goes::day});
}

// Beside the figure of a year those of its quarters are parts of a sum, beside that of a half those of its months.
void YearLayout::leave_out_parts() {
  std::vector<YearColumn> parts;
  auto const within = [](int part, int whole) {
    auto const p = months_of_part(part), w = months_of_part(whole);
    bool const shorter = year_of_part(part) == year_of_part(whole) && p.months < w.months;
    return shorter && p.last <= w.last && p.last > w.last - w.months;
  };
  for (auto& c : columns) {
    auto const all = c.by_part;
    for (auto const& [part, index] : all) {
      auto const holds = [&, part = part](auto const& other) { return within(part, other.first); };
      if (part == REST || days.count(part) > 0 || std::none_of(all.begin(), all.end(), holds)) continue;
      c.by_part.erase(part);
      auto const name =
          std::to_string(year_of_part(part)) + "/" + std::to_string(months_of_part(part).last) + "/" + c.name;
      parts.push_back({name + PART_OF_SUM, "", MEANING_COUNT, Goes::everywhere, index});
    }
  }
  columns.insert(columns.end(), parts.begin(), parts.end());
  for (auto it = years.begin(); it != years.end();) {
    auto const used = [&](auto const& c) { return c.by_part.count(*it) > 0; };
    it = std::any_of(columns.begin(), columns.end(), used) ? std::next(it) : years.erase(it);
  }
}

// What means the same as a column by part is that column in the row of the rest.
void YearLayout::join_rest() {
  auto const unit = [](YearColumn const& c) { return heading_of_column(c.name).unit; };
  for (auto& rest : columns) {
    if (rest.goes != Goes::last) continue;
    auto const same = [&](auto const& c) {
      return c.goes == Goes::by_part && c.meaning == rest.meaning && unit(c) == unit(rest);
    };
    auto const it = std::find_if(columns.begin(), columns.end(), same);
    if (it != columns.end() && it->by_part.emplace(REST, rest.index).second)
      rest.meaning = MEANING_COUNT, rest.index = -1;
  }
  auto const joined = [](auto const& c) { return c.goes == Goes::last && c.index < 0; };
  columns.erase(std::remove_if(columns.begin(), columns.end(), joined), columns.end());
}

}  // namespace redline
