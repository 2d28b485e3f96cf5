// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/rights.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {
namespace {

constexpr double SAME_GROUND = 0.999;

bool same_right(ActivityAttributes const& a, ActivityAttributes const& b) {
  if (!a.licence_no.empty() && (a.licence_no == b.licence_no || a.licence_no == b.id)) return true;
  return a.action != "new" && !a.id.empty() && (a.id == b.id || a.id == b.licence_no);
}

bool ended(ActivityAttributes const& right, Date as_of) {
  for (auto const* word : {"注销", "cancelled", "吊销", "revoked"})
    if (right.status.find(word) != std::string::npos) return true;
  if (!right.valid_to || *right.valid_to >= as_of) return false;
  return !(right.renewal_filed_on && *right.renewal_filed_on <= *right.valid_to);
}

bool apart_in_depth(ActivityAttributes const& a, ActivityAttributes const& b) {
  if (!a.top_m || !a.bottom_m || !b.top_m || !b.bottom_m) return false;
  auto const [low_a, high_a] = std::minmax(*a.top_m, *a.bottom_m);
  auto const [low_b, high_b] = std::minmax(*b.top_m, *b.bottom_m);
  return high_a <= low_b || high_b <= low_a;
}

bool other_mineral(ActivityAttributes const& a, ActivityAttributes const& b) {
  return !a.mineral.empty() && !b.mineral.empty() && a.mineral != b.mineral;
}

std::string relation(Activity const& application, ExistingRight const& right, RightOverlap const& o, Date as_of) {
  auto const &a = application.attributes, &b = right.attributes;
  if (same_right(a, b)) return "same_right";
  if (o.overlap_m2 == 0) return "contact";
  if (ended(b, as_of)) return "ended";
  if (apart_in_depth(a, b)) return "other_depth";
  if (other_mineral(a, b)) return "other_mineral";
  return o.share >= SAME_GROUND && o.share_of_right >= SAME_GROUND ? "duplicate" : "overlap";
}

RightOverlap described(ActivityAttributes const& a) {
  RightOverlap o;
  o.layer = a.layer, o.id = a.id, o.name = a.name, o.kind = a.kind, o.holder = a.holder, o.mineral = a.mineral,
  o.status = a.status;
  o.top_m = a.top_m, o.bottom_m = a.bottom_m;
  o.valid_from = a.valid_from, o.valid_to = a.valid_to;
  return o;
}

}  // namespace

std::vector<RightOverlap> rights_met(Activity const& application, std::vector<ExistingRight> const& rights,
                                     Date as_of) {
  std::vector<RightOverlap> out;
  auto const bounds = application.geometry.bounds();
  auto const whole = exact_area_m2(application.geometry);
  for (auto const& right : rights) {
    if (!right.bounds.intersects(bounds) || !intersects(application.geometry, right.geometry)) continue;
    auto o = described(right.attributes);
    auto const shared = only_dimension(intersection_by_ladder(application.geometry, right.geometry).geometry, 2);
    if (!shared.empty() && largest_circle(shared).width_m >= CONTACT_WIDTH_M) {
      o.overlap_m2 = exact_area_m2(shared);
      o.share = std::min(1.0, o.overlap_m2 / whole);
      o.share_of_right = std::min(1.0, o.overlap_m2 / exact_area_m2(right.geometry));
      o.geometry = shared.wkb();
    }
    o.relation = relation(application, right, o, as_of);
    o.information = o.relation != "overlap" && o.relation != "duplicate";
    out.push_back(std::move(o));
  }
  std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
    return std::pair(a.information, -a.overlap_m2) < std::pair(b.information, -b.overlap_m2);
  });
  return out;
}

}  // namespace redline
