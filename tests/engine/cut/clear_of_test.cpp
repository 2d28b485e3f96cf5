// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/clear_of.hpp"

#include "cut_samples.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::vector<Geometry> one(std::string const& wkt) {
  std::vector<Geometry> out;
  out.push_back(Geometry::from_wkt(wkt));
  return out;
}

}  // namespace

TEST_CASE("clear, touching, overlapping", "[cut]") {
  auto const g = Geometry::rectangle({84, 44, 84.01, 44.01});
  CHECK(clear_of(g, {}, Contact::counts) == Clear::yes);
  auto const apart = one("POLYGON ((84.0100001 44, 85 44, 85 45, 84.0100001 44))");
  CHECK(clear_of(g, apart, Contact::counts) == Clear::yes);
  for (auto const* wkt :
       {"POLYGON ((84.01 44, 85 44, 85 45, 84.01 44))",                                          // a corner
        "POLYGON ((84.01 44, 85 44, 85 44.01, 84.01 44.01, 84.01 44))",                          // a border
        "POLYGON ((84.00999999999 44, 85 44, 85 45, 84.00999999999 45, 84.00999999999 44))"}) {  // 0.8 µm
    CHECK(clear_of(g, one(wkt), Contact::counts) == Clear::no);
    CHECK(clear_of(g, one(wkt), Contact::allowed) == Clear::yes);
  }
  auto const strip = one("POLYGON ((84.009999 44, 85 44, 85 45, 84.009999 45, 84.009999 44))");  // 8 cm
  CHECK(clear_of(g, strip, Contact::counts) == Clear::no);
  CHECK(clear_of(g, strip, Contact::allowed) == Clear::no);
  auto const around = one("POLYGON ((83 43, 85 43, 85 45, 83 45, 83 43))");  // no border of one meets that of the other
  CHECK(clear_of(g, around, Contact::counts) == Clear::no);
  CHECK(clear_of(g, around, Contact::allowed) == Clear::no);
}

TEST_CASE("what GEOS cannot answer is unsure, never free", "[cut]") {
  auto const bow_tie = Geometry::from_wkt("POLYGON ((84 44, 84.01 44.01, 84.01 44, 84 44.01, 84 44))");
  for (auto const contact : {Contact::counts, Contact::allowed})
    CHECK(clear_of(bow_tie, one("POLYGON ((84.002 44.003, 84.009 44.003, 84.009 44.007, 84.002 44.003))"), contact) !=
          Clear::yes);
  CHECK_FALSE(lies_within(bow_tie, Geometry::rectangle({84.005, 44, 84.01, 44.01}), 1e-9));
}

TEST_CASE("inside but for a strip narrower than a contact", "[cut]") {
  auto const whole = Geometry::from_wkt(box(0, 0, 1000, 1000));
  CHECK(lies_within(Geometry::from_wkt(box(0, 0, 1000, 500)), whole, 1e-3));
  CHECK(lies_within(Geometry::from_wkt(box(0, 0, 1000.0009, 500)), whole, 1e-3));
  CHECK_FALSE(lies_within(Geometry::from_wkt(box(0, 0, 1000.0011, 500)), whole, 1e-3));
}
