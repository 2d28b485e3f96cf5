// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/series.hpp"

#include <algorithm>

namespace redline {
namespace {

std::vector<Date> days(RestorationBook const& book, Date as_of, std::size_t points) {
  auto first = as_of;
  for (auto const& r : book.records)
    if (r.day && r.quantity == Quantity::restored && r.stage && r.stage->stage_class >= StageClass::restored)
      first = std::min(first, *r.day);
  std::vector<Date> ends;
  // From the month before the first, so that the curve begins where nothing was done yet.
  for (auto m = first.year() / first.month() - std::chrono::months{1}; m / std::chrono::last < as_of;
       m += std::chrono::months{1})
    ends.emplace_back(m / std::chrono::last);
  ends.push_back(as_of);
  std::vector<Date> out;
  auto const step = std::max<std::size_t>(1, (ends.size() + points - 1) / points);
  for (auto i = (ends.size() - 1) % step; i < ends.size(); i += step) out.push_back(ends[i]);
  return out;
}

}  // namespace

std::vector<SeriesPoint> restoration_series(StatusRun const& run, std::size_t points) {
  std::vector<NamedReserve> reserves;
  for (auto const& r : run.status.reserves) reserves.push_back(r.reserve);
  std::vector<SeriesPoint> out;
  Survey ground;
  std::vector<RestorationRecord const*> known;
  for (auto const day : days(run.book, run.status.as_of, points)) {
    auto const records = in_force(run.book, day);
    auto drawn = ground_records(records);
    if (run.map && drawn != known) ground = survey(drawn, run.map->basemap, run.map->reserve_of);
    known = std::move(drawn);
    auto const s = restoration_status(run.book, run.model, reserves, day, ground);
    out.push_back({day, s.region.claimed, s.region.verified, s.region.accepted});
  }
  return out;
}

}  // namespace redline
