// Two rights that share ground, judged in one way wherever it is asked: for the table rights_overlaps of a ledger and
// for a screening against rights. known(): two elevations; 0 at an end is a field nobody filled in, or a depth below
// the ground. depths_meet(): nothing where one range is not known; ranges that only touch do not meet; a range may be
// written from either end. certainty: as for a zone, a point of the overlap lies
// deeper in both than both accuracies together, and at least 2 cm.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/ledger/area_method.hpp"
#include "engine/overlay/shared_ground.hpp"

namespace redline {

struct DepthRange {
  std::optional<double> top_m, bottom_m;
};

bool known(DepthRange const& range);
std::optional<bool> depths_meet(DepthRange const& a, DepthRange const& b);
std::string relation_of(SharedGround const& ground);  // duplicate overlap
std::string certainty_of(SharedGround const& ground, std::optional<double> accuracy_a_m,
                         std::optional<double> accuracy_b_m);
double shared_area_m2(SharedGround const& ground, AreaMethod method);

}  // namespace redline
