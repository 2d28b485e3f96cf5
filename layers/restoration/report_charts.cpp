// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

constexpr double BAR_WIDTH = 215, BAR_STEP = 20, CURVE_WIDTH = 330, CURVE_HEIGHT = 170;
constexpr double DAY_WIDTH = 60, DAY_ROW = 12;  // of a date below the curve
constexpr std::size_t DAY_ROWS = 3;

std::string at(double v) { return fmt::format("{:.1f}", v); }
double value(Amount a) { return a.to_double(2); }
long number(Date d) { return std::chrono::sys_days(d).time_since_epoch().count(); }

double largest(RestorationStatus const& status) {
  double out = 1;
  for (auto const& r : status.reserves)
    out = std::max({out, value(r.claimed), value(r.verified), value(r.accepted), value(r.required.value_or(Amount{}))});
  return out;
}

Mustache bar(double v, double most, double y, char const* colour) {
  Mustache d(Mustache::type::object);
  d["y"] = at(y), d["width"] = at(v > 0 ? std::max(1.0, BAR_WIDTH * std::sqrt(v / most)) : 0), d["colour"] = colour;
  return d;
}

std::string polyline(std::vector<SeriesPoint> const& series, Amount SeriesPoint::*column, double most, long first,
                     long last) {
  std::string out;
  for (auto const& p : series)
    out +=
        at(CURVE_WIDTH * static_cast<double>(number(p.day) - first) / static_cast<double>(std::max(1L, last - first))) +
        "," + at(CURVE_HEIGHT * (1 - value(p.*column) / most)) + " ";
  return out;
}

std::vector<Date> deadlines(RestorationStatus const& status) {
  std::vector<Date> out;
  for (auto const& r : status.reserves)
    for (auto const& s : r.site_rows)
      if (s.deadline) out.push_back(*s.deadline);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Dates that would run into each other stand in rows; where all are taken the line stands alone. The first row begins
// with the first day of the curve and ends with its last one, also where that is a deadline.
Mustache deadline_lines(RestorationStatus const& status, long first, long last) {
  Mustache list(Mustache::type::list);
  std::array<double, DAY_ROWS> taken{DAY_WIDTH};
  for (auto const d : deadlines(status)) {
    if (number(d) < first) continue;
    Mustache line(Mustache::type::object);
    auto const x =
        CURVE_WIDTH * static_cast<double>(number(d) - first) / static_cast<double>(std::max(1L, last - first));
    line["x"] = at(x);
    auto const left = std::clamp(x - DAY_WIDTH / 2, 0.0, CURVE_WIDTH - DAY_WIDTH);
    bool const in_first = number(d) == last || left <= CURVE_WIDTH - 2 * DAY_WIDTH;
    auto const row =
        std::find_if(taken.begin() + (in_first ? 0 : 1), taken.end(), [&](double end) { return end <= left; });
    if (row != taken.end()) {
      *row = left + DAY_WIDTH;
      line["day"] = to_string(d), line["text_x"] = at(left);
      line["text_y"] = at(CURVE_HEIGHT + DAY_ROW * static_cast<double>(1 + (row - taken.begin())));
    }
    list << line;
  }
  return list;
}

}  // namespace

std::string hectares(Amount a) {
  constexpr Amount::Count SQUARE_METRES = 10'000;
  // A tie at the second decimal is a multiple of 50 m², which divides without rest: the rounding is still one.
  auto const parts = a.parts(), rest = parts % SQUARE_METRES;
  auto const whole = parts / SQUARE_METRES + (2 * rest > SQUARE_METRES ? 1 : 0);
  return thousands(Amount(whole).decimal(2));
}

Mustache bars_data(StatusRun const& run, Language l) {
  auto const& status = run.status;
  auto const most = largest(status);
  Mustache rows(Mustache::type::list);
  double y = 0;
  for (auto const& r : status.reserves) {
    if (r.status == "none") continue;
    Mustache row(Mustache::type::object);
    row["name"] = short_reserve_name(r.reserve.name);
    row["text_y"] = at(y + 14);
    row["status"] = status_text(run.model, r.status, l);
    row["amount"] = hectares(r.claimed);
    Mustache parts(Mustache::type::list);
    parts << bar(value(r.required.value_or(Amount{})), most, y + 2, "#d9d9d9")
          << bar(value(r.claimed), most, y + 6, "#e0a030") << bar(value(r.verified), most, y + 10, "#3b7dd8")
          << bar(value(r.accepted), most, y + 14, "#2e8b57");
    row.set("bars", parts);
    rows << row;
    y += BAR_STEP;
  }
  Mustache out(Mustache::type::object);
  out.set("rows", rows);
  out["height"] = at(y + 4);
  return out;
}

Mustache curve_data(RestorationStatus const& status, std::vector<SeriesPoint> const& series, Language) {
  Mustache out(Mustache::type::object);
  if (series.size() < 2) return out;
  double most = std::max(1.0, value(status.region.required.value_or(Amount{})));
  for (auto const& p : series) most = std::max({most, value(p.claimed), value(p.verified), value(p.accepted)});
  auto const first = number(series.front().day);
  auto last = number(series.back().day);
  auto const ends = deadlines(status);
  for (auto const d : ends) last = std::max(last, number(d));
  out["claimed"] = polyline(series, &SeriesPoint::claimed, most, first, last);
  out["verified"] = polyline(series, &SeriesPoint::verified, most, first, last);
  out["accepted"] = polyline(series, &SeriesPoint::accepted, most, first, last);
  out["first"] = to_string(series.front().day);
  if (ends.empty() || number(ends.back()) < last) out["last"] = to_string(series.back().day);
  out["top"] = hectares(Amount::from_double(most));
  if (status.region.required) out["required_y"] = at(CURVE_HEIGHT * (1 - value(*status.region.required) / most));
  out.set("deadlines", deadline_lines(status, first, last));
  return out;
}

}  // namespace redline
