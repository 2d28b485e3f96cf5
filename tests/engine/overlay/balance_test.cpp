#include "engine/overlay/balance.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"

using namespace redline;

namespace {

Ring winding(std::mt19937& random) {
  std::uniform_real_distribution<double> step(-0.002, 0.002);
  Ring out;
  for (int i = 0; i <= 60; ++i) out.push_back({85 + step(random), 44 + 0.001 * i});
  return out;
}

// The same border as another survey has it: corners some millimetres off, more of them.
Ring surveyed_again(Ring const& border, std::mt19937& random) {
  std::uniform_real_distribution<double> off(-5e-8, 5e-8);
  Ring out{border.front()};
  for (std::size_t i = 1; i < border.size(); ++i) {
    auto const a = border[i - 1], b = border[i];
    for (double t : {0.3, 0.6})
      out.push_back({a.x + t * (b.x - a.x) + off(random) / 10, a.y + t * (b.y - a.y) + off(random) / 10});
    out.push_back({b.x + off(random), b.y + off(random)});
  }
  out.back() = border.back();  // both ends are the same in both
  return out;
}

Geometry from_border_to(Ring border, double x) {
  border.push_back({x, border.back().y});
  border.push_back({x, border.front().y});
  border.push_back(border.front());
  return build({2, {{border}}});
}

Basemap both_sides_of(Ring const& border) {
  Basemap::Builder b;
  ProtectedArea area;
  area.layer = "areas", area.kind = "nature_reserve";
  for (double const x : {84.9, 85.1}) {
    area.id = std::to_string(x);
    b.add(b.area(area), {"", from_border_to(border, x)});
  }
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("a right along the border of two areas, surveyed again, balances: all of it lies in one or the other") {
  std::mt19937 random(1);
  for (int i = 0; i < 40; ++i) {  // overlays that snap lose ground in some of them
    auto const border = winding(random);
    auto const again = surveyed_again(border, random);
    auto const map = both_sides_of(border);
    auto const right = from_border_to(again, 85.05);
    auto const found = overlaps(map, right);
    auto const b = balance(map, right, found);
    INFO(i);
    REQUIRE(found.size() == 2);
    CHECK(b.balanced);
    CHECK(std::abs(found[0].m2 + found[1].m2 - b.in_zones) <= 0.01 + 1e-9 * b.whole);
    CHECK(b.outside <= 0.01 + 1e-9 * b.whole);
  }
}

TEST_CASE("parts that do not add up to the whole are no result: the figures are told") {
  auto const map = both_sides_of({{85, 44}, {85, 44.06}});
  auto const right = Geometry::rectangle({84.99, 44.01, 85.2, 44.02});
  auto found = overlaps(map, right);
  REQUIRE(found.size() == 2);
  CHECK_NOTHROW(require_balanced(balance(map, right, found)));
  found[0].m2 += 1;  // a square metre too much
  auto const b = balance(map, right, found);
  CHECK_FALSE(b.balanced);
  CHECK(std::abs(b.residue + 1) < 0.02);
  try {
    require_balanced(b);
    FAIL("taken as a result");
  } catch (Unbalanced const& e) {
    CHECK(e.message().key == "ledger.unbalanced");
    REQUIRE(e.message().args.size() == 4);
    CHECK(std::abs(std::stod(e.message().args[0]) - b.whole) < 1e-5);
    CHECK(render(e.message(), Language::zh).find("面积不平衡") == 0);
  }
}
