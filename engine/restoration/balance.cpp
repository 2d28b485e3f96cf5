// The sums of ground and their balance (ground.hpp). SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "engine/core/error.hpp"
#include "engine/restoration/ground.hpp"

namespace redline {
namespace {
constexpr double BOUND_M2 = 0.01, BOUND_RELATIVE = 1e-9;
}

void check_balance(GroundTotals& totals) {
  totals.residue_m2 = totals.disturbed_m2 - totals.sum();
  totals.balanced = std::abs(totals.residue_m2) <= BOUND_M2 + BOUND_RELATIVE * totals.disturbed_m2;
}

void require_balance(GroundTotals const& totals, std::string const& reserve, std::string const& zone) {
  if (!totals.balanced)
    throw Error(ErrorKind::invariant, "restoration.unbalanced",
                {reserve, zone, fmt::format("{:.4f}", totals.residue_m2)});
}

void SiteGround::add(SiteGround const& o) {
  accepted += o.accepted, open += o.open, under_way += o.under_way, narrow_open += o.narrow_open;
}

void GroundTotals::add(GroundTotals const& o) {
  for (std::size_t c = 0; c < STAGE_CLASSES; ++c) m2[c] += o.m2[c];
  disturbed_m2 += o.disturbed_m2;
  residue_m2 += o.residue_m2;
  balanced = balanced && o.balanced;
}

}  // namespace redline
