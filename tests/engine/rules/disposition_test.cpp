#include <catch2/catch.hpp>

#include <map>

#include "engine/rules/rule_set.hpp"

using namespace redline;
using namespace std::chrono_literals;

namespace {
Date const AS_OF = 2018y / 12 / 31;

Evidence right(char const* kind) {
  Evidence e;
  e.activity_kind = kind, e.area_kind = "nature_reserve", e.zone = "core", e.mineral = "金", e.wholly_inside = true;
  return e;
}

std::string disposition(Evidence const& e) { return RuleSet::builtin().judge(e, AS_OF).disposition; }

Date offset(int days) { return std::chrono::sys_days(AS_OF) + std::chrono::days(days); }
}  // namespace

TEST_CASE("970 exploration rights sort as the published report sorts them: 324, 403, 243") {
  std::map<std::string, int> by_state, by_disposition;
  auto const sort = [&](Evidence const& e) {
    auto const j = RuleSet::builtin().judge(e, AS_OF);
    CHECK(j.verdict == Verdict::must_exit);
    ++by_disposition[j.disposition];
    for (auto const& line : j.trace)
      if (line.key == "rules.trace.right") ++by_state[line.args[0]];
  };
  for (int i = 0; i < 324; ++i) {  // expired, nothing filed, or filed too late
    auto e = right("exploration_right");
    e.valid_to = offset(-1 - i);
    if (i % 3 == 0) e.renewal_filed_on = offset(-i);
    sort(e);
  }
  for (int i = 0; i < 403; ++i) {  // expired, renewal filed up to the last day
    auto e = right("exploration_right");
    e.valid_to = offset(-1 - i);
    e.renewal_filed_on = offset(-1 - i - i % 30);
    sort(e);
  }
  for (int i = 0; i < 243; ++i) {  // valid, the first through its last day today
    auto e = right("exploration_right");
    e.valid_to = offset(i);
    e.granted_on = offset(i - 1000), e.designated_on = 1990y / 1 / 1;
    sort(e);
  }
  CHECK(by_state["@right_state.expired"] == 324);
  CHECK(by_state["@right_state.expired_renewal_filed"] == 403);
  CHECK(by_state["@right_state.valid"] == 243);
  CHECK(by_disposition["cancel"] == 324);
  CHECK(by_disposition["notify"] == 403 + 243);
}

TEST_CASE("the order of dispositions: expired, then partly inside, then granted before or after the reserve") {
  auto e = right("mining_right");
  e.valid_to = offset(100), e.granted_on = 1999y / 1 / 1, e.designated_on = 2005y / 1 / 1;
  CHECK(disposition(e) == "compensate");
  e.granted_on = 2005y / 1 / 1;
  CHECK(disposition(e) == "cancel");
  e.granted_on.reset();
  CHECK(disposition(e) == "notify");
  e.wholly_inside = false, e.share = 0.3;
  CHECK(disposition(e) == "cut");
  e.granted_on = 1999y / 1 / 1;
  CHECK(disposition(e) == "cut");
  e.valid_to = offset(-1);
  CHECK(disposition(e) == "cancel");
  e.renewal_filed_on = offset(-1);
  CHECK(disposition(e) == "cut");
}

TEST_CASE("a right the register calls cancelled keeps the sorting of its dates, and a person checks the ground") {
  auto e = right("exploration_right");
  e.valid_to = offset(-10), e.renewal_filed_on = offset(-20), e.status = "已注销";
  auto const j = RuleSet::builtin().judge(e, AS_OF);
  CHECK(j.verdict == Verdict::review);
  CHECK(j.disposition == "cancel");
  auto const text = render_trace(j, Language::en);
  CHECK(text.find("expired, renewal filed in time; register: cancelled") != std::string::npos);
  e.valid_to.reset();
  e.status = "有效";
  CHECK(disposition(e) == "notify");
  e.status = "已过期";
  CHECK(disposition(e) == "none");  // filed, but nobody knows when the right ended: in time or too late
  e.renewal_filed_on.reset();
  CHECK(disposition(e) == "cancel");
}

TEST_CASE(
    "wells are sealed, also if a person decides that they must go, facilities removed, and nothing is proposed where "
    "nothing stands or a person must decide of a facility") {
  CHECK(disposition(right("oil_well")) == "seal");
  CHECK(disposition(right("tourism_facility")) == "remove");
  CHECK(disposition(right("ore_processing")) == "remove");
  auto application = right("mining_right");
  application.action = "new";
  CHECK(disposition(application) == "none");
  auto well = right("oil_well");
  well.zone = "experimental";
  CHECK(disposition(well) == "seal");
  auto facility = right("tourism_facility");
  facility.zone = "experimental";
  CHECK(disposition(facility) == "none");
  auto touching = right("oil_well");
  touching.contact = true;
  CHECK(disposition(touching) == "none");
}
