// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/year_sums.hpp"

#include <limits>
#include <optional>

#include "engine/restoration/amount.hpp"

namespace redline {
namespace {

struct Running {
  Amount amount;
  std::string text, heading;
};

std::optional<Amount> figure(std::string const& cell, std::string const& heading) {
  auto const quoted = take_apart(cell);
  auto const unit = unit_of(quoted.unit.empty() ? heading_of_column(heading).unit : quoted.unit);
  return quoted.number.empty() ? std::nullopt : parse_amount(quoted.number, unit.value_or(Unit{Dimension::area}));
}

// By the last year that it holds; the sum without a day holds all.
std::map<int, Running> running_sums(YearLayout const& layout, TableRow const& row, Meaning running) {
  std::map<int, Running> out;
  auto const add = [&](YearColumn const& c, int index, int until) {
    auto const cell = cell_of(row.cells, index);
    auto const name = until == std::numeric_limits<int>::max() ? c.name : std::to_string(until) + "年底" + c.name;
    if (auto const a = figure(cell, c.name)) out[until] = {*a, cell, name};
  };
  for (auto const& c : layout.columns) {
    if (c.meaning != running) continue;
    if (c.goes == Goes::last) add(c, c.index, std::numeric_limits<int>::max());
    for (auto const& [part, index] : c.by_part) {
      auto const day = layout.days.find(part);
      bool const year_end = day != layout.days.end() && static_cast<unsigned>(day->second.month()) == 12;
      if (part == REST) add(c, index, std::numeric_limits<int>::max());
      if (year_end) add(c, index, static_cast<int>(day->second.year()));
    }
  }
  return out;
}

std::map<int, Amount> new_by_year(YearLayout const& layout, TableRow const& row, Meaning added) {
  std::map<int, Amount> out;
  for (auto const& c : layout.columns)
    if (c.meaning == added && c.goes == Goes::by_part)
      for (auto const& [year, index] : c.by_part)
        if (auto const a = figure(cell_of(row.cells, index), c.name); a && year != REST) out[year_of_part(year)] += *a;
  return out;
}

void check(YearLayout const& layout, TableRow const& row, Meaning added, Meaning running, Findings& out) {
  auto const years = new_by_year(layout, row, added);
  Amount before;
  int from = std::numeric_limits<int>::min();
  for (auto const& [until, sum] : running_sums(layout, row, running)) {
    Amount rise;
    bool any = false;
    for (auto const& [year, a] : years)
      if (year > from && year <= until && !a.zero()) rise += a, any = true;
    auto const number = std::to_string(row.number);
    if (any && before + rise != sum.amount)
      out.push_back({"restoration.years_contradict", Severity::warning, "", number, {number, sum.heading, sum.text}});
    from = until, before = sum.amount;
  }
}

}  // namespace

Findings check_years(YearLayout const& layout, TableRow const& row) {
  Findings out;
  check(layout, row, M_INCREMENT, M_CUMULATIVE, out);
  check(layout, row, M_ACCEPTED_INCREMENT, M_ACCEPTED_SUM, out);
  return out;
}

}  // namespace redline
