// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/gap_contacts.hpp"

#include <algorithm>
#include <utility>

namespace redline {
namespace {

Overlap contact_at(Near const& n, int dimension) {
  Overlap o;
  o.area = n.area, o.zone = n.zone;
  o.contact = true;
  o.geometry = collect({}, dimension);
  o.inside = n.from;
  return o;
}

}  // namespace

void add_gap_contacts(std::vector<Overlap>& overlaps, std::span<Near const> near, EdgeShift const& shift,
                      int dimension) {
  if (dimension == 0) return;
  auto const met = overlaps.size();
  auto const is_met = [&](std::size_t area) {
    return std::any_of(overlaps.begin(), overlaps.begin() + static_cast<std::ptrdiff_t>(met),
                       [&](Overlap const& o) { return o.area == area; });
  };
  for (auto const& n : near)
    if (n.distance_m <= shift.apart(n.area) && !is_met(n.area)) overlaps.push_back(contact_at(n, dimension));
  std::stable_sort(overlaps.begin(), overlaps.end(), [](Overlap const& a, Overlap const& b) {
    return std::pair(a.area, a.zone) < std::pair(b.area, b.zone);
  });
}

}  // namespace redline
