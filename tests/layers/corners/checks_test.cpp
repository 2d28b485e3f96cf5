// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/checks.hpp"

#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "layers/corners/detective.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

Findings checked(std::string const& text) {
  auto list = read(text);
  auto const p = propose(list, {});
  place_corners(list, p);
  auto const crs = Crs::parse("EPSG:4516");
  Transformation const t(crs);
  return check_corners(list, crs, &t);
}

std::string square(std::string const& declared) {  // 200 m × 100 m: 2 ha, 30 mu, 0.02 km²
  return HEADER + "4," + declared +
         ",A,,面,,,,@\nJ1,1,4940100,28421700\nJ2,1,4940100,28421900\nJ3,1,4940000,28421900\nJ4,1,4940000,28421700\n";
}

}  // namespace

TEST_CASE("declared area against the computed one, with the usual wrong units", "[corners]") {
  for (auto const& [declared, code] : {std::pair{"2.0000", "corner.area_fits"},
                                       {"2", "corner.area_fits"},

                                       {"30", "corner.area_unit"},
                                       {"20000", "corner.area_unit"},
                                       {"0.02", "corner.area_unit"},
                                       {"20.0000", "corner.area_unit"},
                                       {"2.0200", "corner.area_differs"},
                                       {"2.0300", "corner.area_contradicts"},
                                       {"2.5", "corner.area_contradicts"},
                                       {"", "corner.area_not_stated"},
                                       {"0", "corner.area_not_stated"}}) {
    CAPTURE(declared);
    CHECK(finding_count(checked(square(declared)), code) == 1);
  }
}

TEST_CASE("an area cut off behind its last digit is no contradiction", "[corners]") {
  // 200.005 m × 100 m = 2.00005 ha, printed half-even 2.0000 and cut 2.0000; 200.009 m: 2.00009, cut 2.0000.
  auto const list = HEADER +
                    "4,2.0000,A,,面,,,,@\nJ1,1,4940100,28421700\nJ2,1,4940100,28421900.009\nJ3,1,4940000,28421900.009\n"
                    "J4,1,4940000,28421700\n";
  CHECK(finding_count(checked(list), "corner.area_truncated") == 1);
}

TEST_CASE("a ring that crosses itself is an error with its place", "[corners]") {
  auto const findings = checked(HEADER +
                                "4,0,A,,面,,,,@\nJ1,1,4940100,28421700\nJ2,1,4940000,28421900\nJ3,1,4940100,28421900\n"
                                "J4,1,4940000,28421700\n");
  REQUIRE(finding_count(findings, "corner.invalid") == 1);
  for (auto const& f : findings)
    if (f.code == "corner.invalid") {
      CHECK(f.severity == Severity::error);
      CHECK(f.args.at(2) == "4940050.00");
      CHECK(f.args.at(3) == "28421800.00");
      CHECK(std::abs(f.lat - 44.6) < 0.1);
    }
}

TEST_CASE("several rings are counted, and marks that contradict their place are said", "[corners]") {
  std::string const outer = "4,1,4940100,28421700,2,4940100,28421900,3,4940000,28421900,4,4940000,28421700,0,0,,1,";
  std::string const inner = "3,1,4940060,28421740,2,4940060,28421760,3,4940040,28421760,0,0,,";
  CHECK(finding_count(checked("2," + outer + inner + "-1"), "corner.tail_contradicts") == 0);
  CHECK(finding_count(checked("2," + outer + inner + "1"), "corner.tail_contradicts") == 1);
  CHECK(finding_count(checked("2," + outer + inner + "-1"), "corner.rings") == 1);
}
