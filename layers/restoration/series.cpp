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
  for (auto m = first.year() / first.month(); m / std::chrono::last < as_of; m += std::chrono::months{1})
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
  for (auto const day : days(run.book, run.status.as_of, points)) {
    auto const ground = run.map ? survey(in_force(run.book, day), run.map->basemap, run.map->reserve_of) : Survey{};
    auto const s = restoration_status(run.book, run.model, reserves, day, ground);
    out.push_back({day, s.region.claimed, s.region.verified, s.region.accepted});
  }
  return out;
}

}  // namespace redline
