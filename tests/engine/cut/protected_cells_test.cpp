// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/protected_cells.hpp"

#include "cut_samples.hpp"
#include "engine/overlay/overlap.hpp"

using namespace redline;
using namespace redline::samples;
using Catch::Matchers::WithinAbs;

namespace {

// A round reserve of 3,000 corners, which the basemap cuts into many cells, and a neighbour of another kind.
Basemap map() {
  std::string wkt = "POLYGON ((";
  for (int i = 0; i <= 3000; ++i)
    wkt += fmt::format("{}{} {}", i ? ", " : "", 3000 * std::cos(i % 3000 * M_PI / 1500),
                       3000 * std::sin(i % 3000 * M_PI / 1500));
  Basemap::Builder b;
  ProtectedArea r, f;
  r.layer = "reserves", r.id = "1", r.kind = "nature_reserve";
  f.layer = "forest", f.id = "2", f.kind = "public_forest";
  b.add(b.area(r), {"core", ground(wkt + "))")});
  b.add(b.area(f), {"none", ground(box(-5000, -5000, 5000, 5000))});
  Findings findings;
  return b.build(1, findings);
}

bool reserve(std::size_t area, std::string const&) { return area == 0; }

}  // namespace

TEST_CASE("the cells of a basemap serve as protected ground, and the cut is clear in a new overlay", "[cut]") {
  auto const m = map();
  auto const a = ground(box(2000, -1000, 4000, 1000));
  auto const p = protected_cells(m, a.bounds(), reserve);
  CHECK(p.size() > 1);
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.parts == 1);
  CHECK(c.staked.corners <= 14);
  auto const before = overlaps(m, a), after = overlaps(m, c.staked.lonlat);
  REQUIRE(before.size() == 2);
  CHECK_THAT(c.exact.removed_m2, WithinAbs(before[0].m2, 0.01));
  REQUIRE(after.size() == 1);
  CHECK(after[0].area == 1);  // the forest alone, of which nobody asked it to be free
}
