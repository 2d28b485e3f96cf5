// The packed R-tree against SQLite's own check and against a scan, for sizes around full nodes and full levels.
// SPDX-License-Identifier: Apache-2.0
#include "layers/write/packed_rtree.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

using namespace redline;

TEST_CASE("every size of R-tree is sound and complete", "[write]") {
  std::size_t const size = GENERATE(0U, 1U, 2U, 50U, 51U, 52U, 102U, 103U, 2600U, 2601U, 2602U, 2653U);
  Database db(":memory:", "memory", Database::Mode::write);
  db.run("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)");
  std::mt19937 random(static_cast<unsigned>(size));
  std::uniform_real_distribution<double> at(-180, 180), wide(0, 3);
  std::vector<Bounds> boxes;
  std::vector<RtreeEntry> entries;
  for (std::size_t i = 0; i < size; ++i) {
    auto const x = at(random), y = i % 7 ? at(random) : 0.1;
    boxes.push_back({x, y, i % 3 ? x + wide(random) : x, y + wide(random)});
    entries.push_back(rtree_entry(static_cast<std::int64_t>(3 * i + 1), boxes.back()));
  }
  write_rtree(db, "r", pack_rtree(entries, rtree_capacity(db, "r")));
  INFO(size);
  auto check = db.prepare("SELECT rtreecheck('r')");
  REQUIRE(check.step());
  CHECK(check.column_text(0) == "ok");
  CHECK(db.number("SELECT count(*) FROM r") == static_cast<std::int64_t>(size));
  CHECK(db.number("SELECT count(*) FROM r_rowid") == static_cast<std::int64_t>(size));

  auto query = db.prepare("SELECT id FROM r WHERE minx<=?3 AND maxx>=?1 AND miny<=?4 AND maxy>=?2");
  for (int round = 0; round < 20; ++round) {
    auto const x = at(random), y = at(random);
    Bounds const box{x, y, x + 40, y + 40};
    std::vector<bool> found(size, false);
    for (int i = 0; double const v : {box.min_x, box.min_y, box.max_x, box.max_y}) query.real(++i, v);
    while (query.step()) found[static_cast<std::size_t>((query.column_integer(0) - 1) / 3)] = true;
    bool missed = false;  // boxes are rounded outwards, so more may be found, never fewer
    for (std::size_t i = 0; i < size; ++i) missed |= boxes[i].intersects(box) && !found[i];
    CHECK_FALSE(missed);
  }
}

TEST_CASE("boxes are rounded outwards by less than a metre in Xinjiang", "[write]") {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> at(73, 97);
  double const step = 1e-5;  // degrees; a 32-bit float keeps 7.6e-6 below 128
  for (int i = 0; i < 1000; ++i) {
    double const x = at(random), y = at(random) - 40;
    auto const box = rtree_entry(1, {x, y, x, y}).box;
    bool const around = box[0] <= x && x <= box[1] && box[2] <= y && y <= box[3];
    bool const close = box[1] - box[0] < step && box[3] - box[2] < step;
    if (!around || !close) FAIL(x << " " << y);
  }
  auto const huge = rtree_entry(1, {-1e300, -1e300, 1e300, 1e300}).box;
  CHECK(huge[0] == -std::numeric_limits<float>::infinity());
  CHECK(huge[1] == std::numeric_limits<float>::infinity());
}
