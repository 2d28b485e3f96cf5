#include "engine/screen/rights.hpp"

#include <catch2/catch.hpp>

#include "engine/ledger/right_pair.hpp"

using namespace redline;

namespace {

constexpr auto DAY = Date{std::chrono::year{2019} / 3 / 31};

Activity application() {
  Activity a;
  a.attributes.id = "A", a.attributes.action = "new", a.attributes.mineral = "金矿";
  a.geometry = Geometry::rectangle({84, 44, 84.01, 44.01});
  return a;
}

ExistingRight right(Bounds const& box) {
  ExistingRight r;
  r.attributes.id = "R", r.attributes.mineral = "金矿";
  r.geometry = Geometry::rectangle(box);
  r.bounds = box;
  return r;
}

RightOverlap only(Activity const& a, ExistingRight r) {
  std::vector<ExistingRight> rights;
  rights.push_back(std::move(r));
  auto const met = rights_met(a, rights, DAY);
  REQUIRE(met.size() == 1);
  return met[0];
}

Bounds const HALF{84.005, 44, 84.01, 44.01};

}  // namespace

TEST_CASE("the same ground is a duplicate, a part of it an overlap: both count", "[screen]") {
  auto const a = application();
  CHECK(only(a, right({84, 44, 84.01, 44.01})).relation == "duplicate");
  auto const half = only(a, right(HALF));
  CHECK(half.relation == "overlap");
  CHECK(half.share == Approx(0.5).epsilon(1e-6));
  CHECK(half.share_of_right == Approx(1));
  CHECK_FALSE(half.information);
  CHECK(rights_met(a, {}, DAY).empty());
}

TEST_CASE("a shared boundary is a contact, apart is nothing", "[screen]") {
  auto const a = application();
  auto const touch = only(a, right({84.01, 44, 84.02, 44.01}));
  CHECK(touch.relation == "contact");
  CHECK(touch.information);
  std::vector<ExistingRight> far;
  far.push_back(right({84.0100001, 44, 84.02, 44.01}));
  CHECK(rights_met(a, far, DAY).empty());
}

TEST_CASE("depths are apart only where both are known", "[screen]") {
  auto a = application();
  auto r = right(HALF);
  r.attributes.top_m = 500, r.attributes.bottom_m = 900;
  CHECK(only(a, std::move(r)).relation == "overlap");
  a.attributes.top_m = 1200, a.attributes.bottom_m = 900;  // written from top to bottom
  auto below = right(HALF), through = right(HALF);
  below.attributes.top_m = 500, below.attributes.bottom_m = 900;
  through.attributes.top_m = 901, through.attributes.bottom_m = 500;
  CHECK(only(a, std::move(below)).relation == "other_depth");
  CHECK(only(a, std::move(through)).relation == "overlap");
}

TEST_CASE("another mineral, an ended right and the own licence are information", "[screen]") {
  auto a = application();
  auto coal = right(HALF), unsaid = right(HALF), over = right(HALF), filed = right(HALF), cancelled = right(HALF);
  coal.attributes.mineral = "煤";
  unsaid.attributes.mineral = "";
  over.attributes.valid_to = Date{std::chrono::year{2018} / 1 / 1};
  filed.attributes.valid_to = Date{std::chrono::year{2018} / 1 / 1};
  filed.attributes.renewal_filed_on = Date{std::chrono::year{2017} / 12 / 1};
  cancelled.attributes.status = "已注销";
  CHECK(only(a, std::move(coal)).relation == "other_mineral");
  CHECK(only(a, std::move(unsaid)).relation == "overlap");
  auto same_in_other_words = right(HALF), open = right(HALF);
  same_in_other_words.attributes.mineral = "岩金、银";
  open.attributes.mineral = "多金属";
  CHECK(only(a, std::move(same_in_other_words)).relation == "overlap");
  CHECK(only(a, std::move(open)).relation == "overlap");
  CHECK(only(a, std::move(over)).relation == "ended");
  CHECK(only(a, std::move(filed)).relation == "overlap");
  CHECK(only(a, std::move(cancelled)).relation == "ended");
  a.attributes.licence_no = "R";
  auto const own = only(a, right(HALF));
  CHECK(own.relation == "same_right");
  CHECK(own.information);
}

TEST_CASE("shared ground, duplicate, certainty and method are those of the ledger's pairs", "[screen]") {
  auto a = application();
  a.attributes.accuracy_m = 1;
  for (auto const& box :
       {Bounds{84, 44, 84.01, 44.01}, Bounds{84.00003, 44, 84.01, 44.01}, HALF, Bounds{84.00999, 44, 84.02, 44.01}})
    for (auto const method : {AreaMethod::exact, AreaMethod::tdt1055, AreaMethod::planar}) {
      auto r = right(box);
      r.attributes.accuracy_m = 1;
      auto const ground = shared_ground(r.geometry.wkb(), a.geometry.wkb());  // asked from the other side
      REQUIRE(ground);
      std::vector<ExistingRight> rights;
      rights.push_back(std::move(r));
      auto const met = rights_met(a, rights, DAY, method).at(0);
      CHECK(met.relation == relation_of(*ground));
      CHECK(met.overlap_m2 == shared_area_m2(*ground, method));
      CHECK(met.share_of_right == ground->share_a);
      CHECK(met.share == ground->share_b);
      CHECK(met.certainty == certainty_of(*ground, 1.0, 1.0));
    }
  // A hundredth of the ground may differ: 0.3 % is still the same right, 1.5 % is not.
  CHECK(only(a, right({84.00003, 44, 84.01, 44.01})).relation == "duplicate");
  CHECK(only(a, right({84.00015, 44, 84.01, 44.01})).relation == "overlap");
}

TEST_CASE("depths meet whichever end is written first; touching is not meeting", "[screen]") {
  CHECK(depths_meet({500, 900}, {600, 800}) == true);
  CHECK(depths_meet({900, 500}, {800, 600}) == true);
  CHECK(depths_meet({900, 500}, {500, 100}) == false);
  CHECK(depths_meet({500, 900}, {100, 500}) == false);
  CHECK_FALSE(depths_meet({900, 500}, {800, std::nullopt}));
}
