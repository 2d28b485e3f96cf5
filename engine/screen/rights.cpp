// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/rights.hpp"

#include <algorithm>

#include "engine/core/letters.hpp"
#include "engine/ledger/measures.hpp"
#include "engine/ledger/right_pair.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/rules/status.hpp"
#include "engine/screen/ended_state.hpp"
#include "engine/screen/minerals.hpp"

namespace redline {
namespace {

// Numbers of licences are the same in small letters.
bool same_number(std::string const& a, std::string const& b) { return large_letters(a) == large_letters(b); }

bool same_right(ActivityAttributes const& a, ActivityAttributes const& b) {
  if (!a.licence_no.empty() && (same_number(a.licence_no, b.licence_no) || same_number(a.licence_no, b.id)))
    return true;
  return a.action != "new" && !a.id.empty() && (a.id == b.id || same_number(a.id, b.licence_no));
}

bool ended(ActivityAttributes const& right, Date as_of) {
  if (says_ended(right.status, as_of)) return true;
  if (!right.valid_to || right.valid_to->last >= as_of) return false;
  if (!right.renewal_filed_on) return !rules::speaks_of_renewal(right.status);
  return right.renewal_filed_on->first > right.valid_to->last;
}

std::string relation(Activity const& application, ExistingRight const& right, SharedGround const* ground, Date as_of) {
  auto const &a = application.attributes, &b = right.attributes;
  if (same_right(a, b)) return "same_right";
  if (ground == nullptr) return "contact";
  if (ended(b, as_of)) return "ended";
  if (!depths_meet({a.top_m, a.bottom_m}, {b.top_m, b.bottom_m}).value_or(true)) return "other_depth";
  if (known_to_differ(a.mineral, b.mineral)) return "other_mineral";
  return relation_of(*ground);
}

RightOverlap described(ActivityAttributes const& a) {
  RightOverlap o;
  o.layer = a.layer, o.id = a.id, o.name = a.name, o.kind = a.kind, o.holder = a.holder, o.mineral = a.mineral,
  o.status = a.status;
  o.top_m = a.top_m, o.bottom_m = a.bottom_m;
  o.valid_from = one_day(a.valid_from), o.valid_to = one_day(a.valid_to);
  return o;
}

}  // namespace

std::vector<RightOverlap> rights_met(Activity const& application, std::vector<ExistingRight> const& rights, Date as_of,
                                     AreaMethod method, double shift_m) {
  std::vector<RightOverlap> out;
  auto const bounds = application.geometry.bounds();
  auto const wkb = application.geometry.wkb();
  for (auto const& right : rights) {
    if (!right.bounds.intersects(bounds) || !intersects(application.geometry, right.geometry)) continue;
    auto o = described(right.attributes);
    auto const ground = shared_ground(wkb, right.geometry.wkb(), shift_m + right.shift_m);
    if (ground) {
      o.overlap_m2 = shared_area_m2(*ground, method), o.width_m = ground->width_m;
      o.share = ground->share_a, o.share_of_right = ground->share_b;
      o.certainty = certainty_of(*ground, application.attributes.accuracy_m, right.attributes.accuracy_m);
      o.geometry = ground->geometry.wkb();
    }
    o.relation = relation(application, right, ground ? &*ground : nullptr, as_of);
    o.information = o.relation != "overlap" && o.relation != "duplicate";
    out.push_back(std::move(o));
  }
  std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
    return std::pair(a.information, -a.overlap_m2) < std::pair(b.information, -b.overlap_m2);
  });
  return out;
}

std::optional<double> outside_own_right(Activity const& application, std::vector<ExistingRight> const& rights) {
  auto const& a = application.attributes;
  std::vector<Geometry> own;
  double accuracy_m = a.accuracy_m.value_or(0), of_right_m = 0;
  for (auto const& right : rights) {
    if (!same_right(a, right.attributes)) continue;
    own.push_back(right.geometry.clone());
    of_right_m = std::max(of_right_m, right.attributes.accuracy_m.value_or(0) + right.shift_m);
  }
  if (own.empty()) return std::nullopt;
  auto const before = union_by_ladder(std::move(own), 2);
  auto const outside = only_dimension(difference_by_ladder(application.geometry, before.geometry).geometry, 2);
  if (outside.empty() || largest_circle(outside).width_m <= std::max(accuracy_m + of_right_m, LEAST_ACCURACY_M))
    return 0;
  return exact_area_m2(outside);
}

}  // namespace redline
