// Sums per area, zone and kind: ground counted once, contacts left out, areas without a conflict named.
// SPDX-License-Identifier: Apache-2.0
#include "layers/run/summary.hpp"

#include <catch2/catch.hpp>

#include "engine/measure/area.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Basemap two_areas() {
  Basemap::Builder b;
  for (std::string const id : {"1", "2"}) {
    ProtectedArea a;
    a.layer = "reserves", a.id = id, a.kind = "nature_reserve";
    b.add(b.area(a), {"core", Geometry::rectangle({84, 44, 84.1, 44.1})});
  }
  Findings f;
  return b.build(1, f);
}

ConflictRow conflict(std::size_t area, std::string const& zone, Geometry const& g, std::string const& verdict) {
  ConflictRow row;
  row.area = area, row.zone = zone, row.verdict = verdict, row.dimension = g.dimension(), row.geometry = g.wkb();
  row.overlap_m2 = exact_area_m2(g);
  return row;
}

}  // namespace

TEST_CASE("a summary counts ground once, by area, zone and kind", "[summary]") {
  test::Folder const folder;
  auto const basemap = two_areas();
  Summary summary(folder.str());
  auto const point = Geometry::from_wkt("MULTIPOINT ((84.01 44.01))");
  auto contact = conflict(0, "core", point, "review");
  contact.geometry.clear();
  for (auto const& c : {conflict(0, "core", Geometry::rectangle({84, 44, 84.02, 44.02}), "prohibited"),
                        conflict(0, "core", Geometry::rectangle({84.01, 44, 84.03, 44.02}), "prohibited"),
                        conflict(0, "buffer", Geometry::rectangle({84.01, 44, 84.03, 44.02}), "review")})
    summary.add("mining_right", c);
  summary.add("oil_well", conflict(0, "core", point, "must_exit"));
  summary.add("oil_well", contact);
  for (int const threads : {1, 2}) {
    auto const rows = summary.rows(basemap, {{nullptr, nullptr}, {}, {}}, threads);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].zone == "buffer");
    CHECK(rows[1].zone == "core");
    CHECK(rows[1].activity_kind == "mining_right");
    CHECK(rows[1].count == 2);
    CHECK(rows[1].by_verdict == std::map<std::string, std::uint64_t>{{"prohibited", 2}});
    // a millionth of a square metre: what doubles keep of 7 km²
    CHECK_THAT(rows[1].overlap_m2, WithinAbs(exact_area_m2(Geometry::rectangle({84, 44, 84.03, 44.02})), 1e-6));
    CHECK(rows[2].activity_kind == "oil_well");
    CHECK(rows[2].count == 1);
    CHECK(rows[2].overlap_m2 == 0);
    CHECK(rows[3].area_id == "2");
    CHECK(rows[3].count == 0);
    CHECK(rows[3].zone.empty());
  }
}
