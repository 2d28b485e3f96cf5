#include "engine/screen/screener.hpp"

#include <catch2/catch.hpp>

using namespace redline;

namespace {

struct Bench {
  Basemap basemap;
  RuleSet rules = RuleSet::builtin();
  AssessOptions options;
  Transformation printed{Crs::parse("EPSG:4490")};
  Screening out;

  Bench() : basemap(map()) {
    options.as_of = Date{std::chrono::year{2019} / 3 / 31};
    options.layers = {{"reserves", "used", {}}, {"draft", "used", {}}};
  }
  static Basemap map() {
    Basemap::Builder b;
    for (auto const* layer : {"reserves", "draft"}) {
      ProtectedArea a;
      a.layer = layer, a.id = layer, a.name = layer, a.kind = "nature_reserve", a.accuracy_m = 2;
      auto const w = a.layer == "draft" ? 84.02 : 84.0;
      b.add(b.area(a), {"core", Geometry::rectangle({w, 44, w + 0.01, 44.01})});
    }
    Findings f;
    return b.build(1, f);
  }
  Application screen(Bounds const& box, std::vector<ExistingRight> const* rights = nullptr) {
    Activity a;
    a.attributes.id = "A", a.attributes.layer = "file", a.attributes.kind = "mining_right", a.attributes.action = "new",
    a.attributes.accuracy_m = 1;
    a.geometry = Geometry::rectangle(box);
    a.shape = coordinates(a.geometry);
    Screener s(basemap, rules, options, "draft", out);
    if (rights) s.against(*rights);
    Application result;
    s.screen({a, printed, false, {}}, result);
    return result;
  }
};

}  // namespace

TEST_CASE("the verdict is the most severe of conflicts and reasons; a draft can be thought away", "[screen]") {
  Bench bench;
  auto const both = bench.screen({84.005, 44, 84.025, 44.01});
  CHECK(both.conflicts.size() == 2);
  CHECK(both.verdict == Verdict::prohibited);
  CHECK(both.verdict_without_draft == Verdict::prohibited);
  auto const draft = bench.screen({84.015, 44, 84.025, 44.01});
  REQUIRE(draft.conflicts.size() == 1);
  CHECK(bench.out.areas[draft.conflicts[0].area].draft);
  CHECK(draft.verdict == Verdict::prohibited);
  CHECK(draft.verdict_without_draft == Verdict::clear);
  CHECK_FALSE(draft.conflicts[0].rules.empty());
  CHECK(draft.conflicts[0].rules[0].effect == Verdict::prohibited);
  CHECK_FALSE(draft.conflicts[0].rules[0].clauses.empty());
  CHECK(draft.conflicts[0].accuracy_m == 3.0);
}

TEST_CASE("what was not checked caps a clear verdict, and only that", "[screen]") {
  Bench bench;
  bench.options.layers.push_back({"old", "expired", {}});
  bench.options.layers.push_back({"part", "used", Geometry::rectangle({83, 43, 84.015, 45}).wkb()});
  auto const clear = bench.screen({84.04, 44, 84.05, 44.01});
  CHECK(clear.verdict == Verdict::incomplete);
  REQUIRE(clear.not_checked.size() == 2);
  CHECK(clear.not_checked[0].why == "expired");
  CHECK(clear.not_checked[1].why == "not_covered");
  CHECK(bench.screen({84.005, 44, 84.012, 44.01}).verdict == Verdict::prohibited);
}

TEST_CASE("an overlap in a layer that covers only a part is not the whole answer", "[screen]") {
  Bench bench;
  bench.options.layers[0].coverage = Geometry::rectangle({83, 43, 84.012, 45}).wkb();
  auto const a = bench.screen({84.005, 44, 84.015, 44.01});
  REQUIRE(a.not_checked.size() == 1);
  CHECK(a.not_checked[0].why == "partly_covered");
}

TEST_CASE("so near that the accuracies decide: review, and why", "[screen]") {
  Bench bench;
  double const metre = 1 / 80200.0;
  auto const a = bench.screen({84.01 + 2 * metre, 44, 84.015, 44.01});
  CHECK(a.verdict == Verdict::review);
  REQUIRE(a.near_hits.size() == 1);
  CHECK(a.near_hits[0].limit_m == 3);
  CHECK(a.near_hits[0].bearing_deg == Approx(270).margin(0.1));
  CHECK(bench.screen({84.01 + 4 * metre, 44, 84.015, 44.01}).verdict == Verdict::clear);
}

TEST_CASE("an existing right on the same ground is for a person to look at", "[screen]") {
  Bench bench;
  Bounds const box{84.04, 44, 84.05, 44.01};
  std::vector<ExistingRight> rights;
  rights.push_back({{}, Geometry::rectangle(box), box});
  CHECK(bench.screen(box, &rights).verdict == Verdict::review);
  rights[0].attributes.status = "注销";
  CHECK(bench.screen(box, &rights).verdict == Verdict::clear);
}
