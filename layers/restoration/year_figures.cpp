// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/year_figures.hpp"

#include <algorithm>
#include <limits>

namespace redline {
namespace {

constexpr int ALL = std::numeric_limits<int>::max();
constexpr char const* MU = "亩";  // of which every unit of area is a decimal fraction or multiple
constexpr int FINEST = 9;         // decimals

Amount in_unit(std::string const& number, Unit const& from, Unit const& to) {
  bool const same = from.numerator == to.numerator && from.denominator == to.denominator;
  Unit const ratio{Dimension::area, same ? 1 : from.numerator * to.denominator,
                   same ? 1 : from.denominator * to.numerator};
  return parse_amount(number, ratio).value_or(Amount{});
}

Unit area_unit(std::string const& text) { return unit_of(text).value_or(Unit{Dimension::area}); }

}  // namespace

YearFigures::YearFigures(YearLayout const& layout, TableRow const& row) : m_layout(layout), m_row(row) {
  auto const look_at = [&](int part) {
    m_accepted_by_year = m_accepted_by_year || accepted(part);
    if (has(M_INCREMENT, part) || has(M_CUMULATIVE, part) || accepted(part))
      m_last_year = std::max(m_last_year, year_of(part));
  };
  for (auto const year : m_layout.years) look_at(year);
  for (auto const& [part, day] : m_layout.days) look_at(part);
  m_rest_states = accepted(REST) || (has(M_CUMULATIVE, REST) && !m_accepted_by_year);
}

int YearFigures::year_of(int part) const {
  auto const day = m_layout.days.find(part);
  return day == m_layout.days.end() ? year_of_part(part) : static_cast<int>(day->second.year());
}

YearFigures::Figure YearFigures::figure(Meaning m, int part) const {
  for (auto const& c : m_layout.columns) {
    auto const it = c.by_part.find(part);
    auto const index = it != c.by_part.end() ? it->second : c.goes == Goes::last && part == REST ? c.index : -1;
    if (c.meaning != m || index < 0) continue;
    auto const& merged = m_row.merged;  // one number over several rows is that of the first
    if (std::find(merged.begin(), merged.end(), static_cast<std::size_t>(index)) != merged.end()) continue;
    auto const quoted = take_apart(cell_of(m_row.cells, index));
    auto const unit = quoted.unit.empty() ? heading_of_column(c.name).unit : quoted.unit;
    auto const amount = quoted.number.empty() ? std::nullopt : parse_amount(quoted.number, area_unit(unit));
    if (amount) return {quoted.number, unit, *amount};
  }
  return {};
}

bool YearFigures::accepted(int part) const {
  return has(M_ACCEPTED_INCREMENT, part) || has(M_ACCEPTED_SUM, part) || has(M_ACCEPTED_AREA, part);
}

Amount YearFigures::accepted_in_rest() const {
  return std::max(figure(M_ACCEPTED_SUM, REST).amount, figure(M_ACCEPTED_AREA, REST).amount);
}

// The last running sum with a day, and the years behind it.
std::vector<YearFigures::Figure> YearFigures::until(int year) const {
  std::vector<Figure> out;
  int from = 0;
  for (auto const& [part, day] : m_layout.days)
    if (year_of(part) <= year && has(M_CUMULATIVE, part)) out = {figure(M_CUMULATIVE, part)}, from = year_of(part);
  for (auto const y : m_layout.years)
    if (year_of_part(y) > from && year_of_part(y) <= year && has(M_INCREMENT, y)) out.push_back(figure(M_INCREMENT, y));
  if (year == ALL && has(M_INCREMENT, REST)) out.push_back(figure(M_INCREMENT, REST));
  return out;
}

Amount YearFigures::sum_until(int year) const {
  Amount out;
  for (auto const& f : until(year)) out += f.amount;
  return out;
}

std::string YearFigures::whole() const {
  auto const all = until(ALL);
  if (all.empty()) return {};
  bool const same = std::all_of(all.begin(), all.end(), [&](auto const& f) { return f.unit == all.front().unit; });
  auto const unit = same ? all.front().unit : MU;
  Amount sum;
  for (auto const& f : all) sum += in_unit(f.number, area_unit(f.unit), area_unit(unit));
  return sum.decimal(FINEST) + unit;
}

// What was accepted on a day was restored by then: the work of its year, unless the years before make it up.
PartRole YearFigures::role(int part) const {
  PartRole out;
  if (part == REST) {
    out.figures_alone = !m_rest_states, out.since = m_last_year;
    return out;
  }
  out.figures_alone = !accepted(part);
  auto const in_rest = accepted_in_rest();
  bool const needed = in_rest.zero() || in_rest > sum_until(year_of(part) - 1);
  if (needed) out.since = year_of(part);
  return out;
}

PartRole YearFigures::state() const {
  PartRole out;
  out.state_alone = true, out.whole = whole(), out.since = m_last_year;
  return out;
}

}  // namespace redline
