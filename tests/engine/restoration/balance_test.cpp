// The invariant of the ledger: disturbed = not started + under way + restored + accepted. A sum that is broken on
// purpose stops the run with exit status 5. SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "engine/measure/area.hpp"
#include "engine/restoration/region_ground.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

GroundTotals totals(double not_started, double under_way, double restored, double accepted, double disturbed) {
  GroundTotals t;
  t.m2 = {not_started, under_way, restored, accepted};
  t.disturbed_m2 = disturbed;
  check_balance(t);
  return t;
}

// What is thrown for these sums: exit status and text key; 0 for nothing.
std::pair<int, std::string> thrown(GroundTotals const& t) {
  try {
    require_balance(t, "lop-nur", "core");
  } catch (Error const& e) {
    CHECK(e.message().args == std::vector<std::string>{"lop-nur", "core", "1000.0000"});
    return {e.exit_status(), e.message().key};
  }
  return {0, ""};
}

}  // namespace

TEST_CASE("sums that hold pass", "[restoration]") {
  CHECK(thrown(totals(1e6, 2e6, 3e6, 4e6, 1e7)).first == 0);
  CHECK(thrown(totals(0, 0, 0, 0, 0)).first == 0);
  CHECK(thrown(totals(0, 0, 1e10, 0, 1e10 + 9)).first == 0);  // 1e-9 of the whole
}

TEST_CASE("a broken sum stops the run with status 5", "[restoration]") {
  CHECK(thrown(totals(1e6, 2e6, 3e6, 4e6 - 1000, 1e7)) == std::pair{5, std::string("restoration.unbalanced")});
  auto const little = totals(0, 0, 1e6, 0, 1e6 + 0.02);
  CHECK_FALSE(little.balanced);
  CHECK_THAT(little.residue_m2, WithinAbs(0.02, 1e-6));
}

TEST_CASE("one broken zone breaks the reserve", "[restoration]") {
  auto sum = totals(0, 0, 1e6, 0, 1e6);
  sum.add(totals(0, 0, 1e6, 0, 1e6 + 500));
  sum.add(totals(0, 0, 1e6, 0, 1e6 - 500));  // the two would cancel out
  CHECK_FALSE(sum.balanced);
}

// Two reserves that share ground must agree on its class; if they do not, the region's sum cannot hold.
TEST_CASE("reserves that contradict each other break the region", "[restoration]") {
  auto const ground = Geometry::rectangle({86, 42, 86.01, 42.01});
  auto const m2 = exact_area_m2(ground);
  RegionGround agreeing, contradicting, apart;
  agreeing.add("a", StageClass::restored, ground, exact_area_m2(ground)),
      agreeing.add("b", StageClass::restored, ground, exact_area_m2(ground));
  contradicting.add("a", StageClass::restored, ground, exact_area_m2(ground)),
      contradicting.add("b", StageClass::not_started, ground, exact_area_m2(ground));
  auto const elsewhere = Geometry::rectangle({87, 42, 87.01, 42.01});
  apart.add("a", StageClass::restored, ground, exact_area_m2(ground));
  apart.add("b", StageClass::not_started, elsewhere, exact_area_m2(elsewhere));
  auto const one = agreeing.totals(), two = contradicting.totals(), three = apart.totals();
  CHECK(one.balanced);
  CHECK_THAT(one.disturbed_m2, WithinAbs(m2, 0.001));
  CHECK_FALSE(two.balanced);
  CHECK_THAT(two.residue_m2, WithinAbs(-m2, 0.001));
  CHECK(three.balanced);
  CHECK_THAT(three.disturbed_m2, WithinAbs(2 * m2, 0.001));
}
