// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/polygon_checks.hpp"

#include <algorithm>

#include "engine/core/text.hpp"
#include "engine/measure/area.hpp"

namespace redline {
namespace {

void add(Findings& out, char const* code, Polygon const& p, std::vector<std::string> args) {
  auto const place = p.geometry.bounds().centre();
  out.push_back({code, Severity::warning, std::string(p.record->reserve), std::string(p.record->id), std::move(args),
                 place.x, place.y});
}

// The area that the row gives, and that of its polygon.
void check_figure(Polygon const& p, Findings& out) {
  auto const& r = *p.record;
  if (r.value.empty() || !r.amount || r.quantity == Quantity::volume || r.quantity == Quantity::other) return;
  auto const stated = r.amount->to_double();
  auto const less = std::min(stated, p.m2), more = std::max(stated, p.m2);
  if (more - less <= REPORTED_GROUND_M2 || less >= COVERED_SHARE * more || (r.at_least && stated < p.m2)) return;
  add(out, "restoration.figure_differs", p, {cited(r), r.amount->decimal(), Amount::from_double(p.m2).decimal()});
}

// The zone that the row names, where the reserve it names has zones.
void check_zone(Polygon const& p, std::map<Where, Geometry> const& pieces, Findings& out) {
  auto const& r = *p.record;
  if (r.zone.empty() || !has_text("zone." + std::string(r.zone))) return;
  double whole = 0, other = 0, most = 0;
  std::string mostly;
  for (auto const& [where, piece] : pieces) {
    if (where.first != r.reserve || !has_text("zone." + where.second) || where.second == "unzoned") continue;
    auto const m2 = exact_area_m2(piece);
    whole += m2;
    if (where.second == r.zone) continue;
    other += m2;
    if (m2 > most) most = m2, mostly = where.second;
  }
  if (other > REPORTED_GROUND_M2 && other > (1 - COVERED_SHARE) * whole)
    add(out, "restoration.zone_contradicts", p,
        {cited(r), "@zone." + std::string(r.zone), "@zone." + mostly, Amount::from_double(other).decimal()});
}

}  // namespace

void compare_with_polygon(Polygon const& p, std::map<Where, Geometry> const& pieces, Findings& findings) {
  check_figure(p, findings);
  check_zone(p, pieces, findings);
}

}  // namespace redline
