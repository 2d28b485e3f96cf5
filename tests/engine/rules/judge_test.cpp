#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/rules/model.hpp"
#include "engine/rules/rule_set.hpp"
#include "engine/rules/words.hpp"

using namespace redline;
using namespace std::chrono_literals;
using V = Vocabulary;

namespace {

Date day(char const* text) { return *parse_date(text); }

Evidence in_reserve(char const* activity, char const* zone, char const* action = "operate") {
  Evidence e;
  e.activity_kind = activity, e.area_kind = "nature_reserve", e.zone = zone, e.action = action;
  return e;
}

bool fired(Judgement const& j, char const* id) { return std::count(j.rule_ids.begin(), j.rule_ids.end(), id) == 1; }

std::string trace(Judgement const& j) { return render_trace(j, Language::zh); }

bool confident(Verdict v) { return v != Verdict::review && v != Verdict::clear && v != Verdict::incomplete; }

template <class Check>
void for_all_evidence(Check check) {
  Evidence e;
  for (auto const area : words(V::area_kind))
    for (auto const activity : words(V::activity_kind))
      for (auto const zone : words(V::zone))
        for (auto const action : words(V::action))
          for (auto const mineral : words(V::mineral_class)) {
            e.area_kind = area, e.activity_kind = activity, e.zone = zone, e.action = action, e.mineral_class = mineral;
            check(e);
          }
}

}  // namespace

TEST_CASE("the Regulations change on 2026-03-15") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("mining_right", "core", "new");
  e.mineral = "铁", e.three_zones_mapped = true;
  auto const before = set.judge(e, day("2026-03-14"));
  auto const after = set.judge(e, day("2026-03-15"));
  CHECK(fired(before, "NR94-MINING-RIGHT"));
  CHECK_FALSE(fired(after, "NR94-MINING-RIGHT"));
  CHECK_FALSE(fired(before, "NR26-CORE-RIGHT-NEW"));
  CHECK(fired(after, "NR26-CORE-RIGHT-NEW"));
  CHECK(after.verdict == Verdict::prohibited);
  e.three_zones_mapped = false;
  CHECK(set.judge(e, day("2026-03-14")).verdict == Verdict::prohibited);
  auto const unmapped = set.judge(e, day("2026-03-15"));
  CHECK(unmapped.verdict == Verdict::review);
  CHECK(trace(unmapped).find("法规文本未核实") != std::string::npos);
}

TEST_CASE("where zones exist that are not given, only what is the same in each of them stands") {
  auto const set = RuleSet::builtin();
  auto const on = day("2019-03-31");
  for_all_evidence([&](Evidence e) {
    if (e.area_kind != "nature_reserve" || e.zone != "unzoned") return;
    auto const unzoned = set.judge(e, on).verdict;
    e.zones_not_given = true;
    auto const careful = set.judge(e, on);
    e.zones_not_given = false;
    bool same = true;
    for (auto const* zone : {"core", "buffer", "experimental"}) {
      e.zone = zone;
      same = same && set.judge(e, on).verdict == unzoned;
    }
    INFO(e.activity_kind << " " << e.action << " " << e.mineral_class);
    CHECK(careful.verdict == (same ? unzoned : Verdict::review));
  });
}

TEST_CASE("a well of a reserve whose zones are not given is for a person, and the trace says why") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("oil_well", "unzoned");
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::must_exit);  // art. 30: truly without zones
  e.zones_not_given = true;
  auto const j = set.judge(e, day("2019-03-31"));
  CHECK(j.verdict == Verdict::review);
  CHECK(j.disposition == "seal");  // if it must go
  for (auto const* words :
       {"若在核心区/核心保护区：应退出", "若在缓冲区：应退出", "若在实验区：需人工核定", "各功能区结论不一"})
    CHECK(trace(j).find(words) != std::string::npos);
  e = in_reserve("mine_site", "unzoned");
  e.zones_not_given = true;
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::must_exit);  // art. 26 speaks of every zone
  CHECK(trace(set.judge(e, day("2019-03-31"))).find("各功能区结论相同") != std::string::npos);
  e.activity_kind = "tourism_facility", e.action = "new";
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::review);
  CHECK(set.judge(e, day("2026-04-01")).verdict == Verdict::review);
  e.contact = true;
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::clear);
}

TEST_CASE("three zones become two where the workspace says so") {
  auto const set = RuleSet::builtin();
  for (auto const* zone : {"core", "buffer", "experimental"}) {
    auto e = in_reserve("tourism_facility", zone);
    e.three_zones_mapped = true;
    auto const expected = std::string(zone) == "experimental" ? Verdict::review : Verdict::must_exit;
    CHECK(set.judge(e, day("2026-04-01")).verdict == expected);
    e.three_zones_mapped = false;
    CHECK(set.judge(e, day("2026-04-01")).verdict == Verdict::review);
  }
  CHECK(fired(set.judge(in_reserve("tourism_facility", "general_control"), day("2026-04-01")), "NR26-GENERAL-LIMITED"));
}

TEST_CASE("the Mineral Resources Law changes on 2025-07-01") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("mine_site", "core");
  e.area_level = "国家级";
  CHECK(fired(set.judge(e, day("2025-06-30")), "ML09-RESERVE"));
  CHECK_FALSE(fired(set.judge(e, day("2025-06-30")), "ML24-RESERVE"));
  CHECK(fired(set.judge(e, day("2025-07-01")), "ML24-RESERVE"));
  CHECK_FALSE(fired(set.judge(e, day("2025-07-01")), "ML09-RESERVE"));
  e.area_level = "自治区级";
  CHECK_FALSE(fired(set.judge(e, day("2025-06-30")), "ML09-RESERVE"));
}

TEST_CASE("the policy begins on 2017-08-01 and is printed as a policy, never as an article") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("exploration_right", "experimental", "transfer");
  e.mineral = "金";
  CHECK(set.judge(e, day("2017-07-31")).verdict == Verdict::must_exit);
  auto const after = set.judge(e, day("2017-08-01"));
  CHECK(after.verdict == Verdict::prohibited);
  CHECK(after.rule_ids.front() == "POL4-ANY");
  auto const clause = render(after.clauses.front(), Language::zh);
  CHECK(clause.find("政策要求") == 0);
  CHECK(clause.find("条") == std::string::npos);
}

TEST_CASE("act_date picks the law of a grant, as_of the law of what stands") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("mining_right", "experimental", "new");
  e.mineral = "铁", e.three_zones_mapped = true;
  e.act_date = day("2015-01-01");
  auto const old = set.judge(e, day("2026-06-01"));
  CHECK(old.verdict == Verdict::prohibited);
  CHECK(fired(old, "NR94-MINING-RIGHT"));
  CHECK_FALSE(fired(old, "POL4-ANY"));
  CHECK(fired(old, "NR26-GENERAL-MINERAL"));  // what stands today
  e.act_date = day("2026-05-01");
  auto const recent = set.judge(e, day("2026-06-01"));
  CHECK_FALSE(fired(recent, "NR94-MINING-RIGHT"));
  CHECK(recent.verdict == Verdict::review);
}

TEST_CASE("a grant before the reserve was designated is judged only as what stands") {
  auto const set = RuleSet::builtin();
  auto e = in_reserve("mining_right", "core", "new");
  e.mineral = "铁", e.act_date = day("1999-05-01"), e.designated_on = day("2000-01-01");
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::must_exit);
  e.designated_on = day("1999-05-01");
  CHECK(set.judge(e, day("2019-03-31")).verdict == Verdict::prohibited);
}

TEST_CASE("a screening convention reads as a sentence in both languages") {
  auto const j = RuleSet::builtin().judge(in_reserve("mining_right", "zone_gap"), day("2019-03-31"));
  CHECK(render_clauses(j, Language::en).find("screening convention: a zone gap is always reviewed") !=
        std::string::npos);
  CHECK(render_clauses(j, Language::zh).find("核查约定：分区缺口一律人工核定") != std::string::npos);
}

TEST_CASE("the most severe rule decides and comes first") {
  auto e = in_reserve("mining_right", "core", "new");
  e.mineral = "铁", e.area_level = "national";
  auto const j = RuleSet::builtin().judge(e, day("2019-03-31"));
  CHECK(j.verdict == Verdict::prohibited);
  REQUIRE(j.rule_ids.size() == 3);
  CHECK(j.rule_ids.back() == "ML09-RESERVE");
  CHECK(j.clauses.size() == 3);
}

TEST_CASE("contact is clear whatever else is known") {
  for_all_evidence([set = RuleSet::builtin()](Evidence e) {
    e.contact = true;
    auto const j = set.judge(e, day("2019-03-31"));
    if (j.verdict != Verdict::clear || j.trace.size() != 1 || !j.rule_ids.empty()) FAIL(e.activity_kind << e.zone);
  });
}

TEST_CASE("an unread text never gives a confident verdict, and no combination is left without one") {
  auto const set = RuleSet::builtin();
  auto const data = rules::parse_rule_set(builtin_rules(), "xinjiang.toml");
  std::size_t none = 0, confident_ones = 0;
  for (auto const* as_of : {"1994-11-30", "2019-03-31", "2021-06-01", "2025-12-01", "2026-06-01"})
    for_all_evidence([&, date = day(as_of)](Evidence e) {
      for (bool const mapped : {false, true}) {
        if (mapped && (date < day("2026-03-15") || e.area_kind != "nature_reserve")) continue;  // changes nothing
        e.three_zones_mapped = mapped;
        auto const j = set.judge(e, date);
        bool const by_verified = std::any_of(data.rules.begin(), data.rules.end(), [&](rules::Rule const& r) {
          return r.verified && std::count(j.rule_ids.begin(), j.rule_ids.end(), r.id) > 0;
        });
        auto const context =
            e.area_kind + " " + e.activity_kind + " " + e.zone + " " + e.action + " " + e.mineral_class + " " + as_of;
        if (confident(j.verdict) && !by_verified) FAIL(context);
        if (j.verdict == Verdict::clear || j.verdict == Verdict::incomplete || j.trace.size() < 2) FAIL(context);
        if (j.rule_ids.empty() && (j.verdict != Verdict::review || trace(j).find("没有适用于") == std::string::npos))
          FAIL(context);
        if (e.zone == "zone_gap" && j.verdict != Verdict::review) FAIL(context);
        if (e.zone != "zone_gap" && e.action == "reduce" && confident(j.verdict) && j.verdict != Verdict::conditional)
          FAIL(context);
        none += j.rule_ids.empty() ? 1 : 0;
        confident_ones += confident(j.verdict) ? 1 : 0;
      }
    });
  CHECK(none > 0);
  CHECK(confident_ones > 0);
}

TEST_CASE("a review that rests on an unread text says so in both languages") {
  auto const set = RuleSet::builtin();
  for (auto const* area : {"ecological_red_line", "scenic_area", "water_source"}) {
    Evidence e;
    e.area_kind = area, e.activity_kind = "mining_right", e.mineral = "煤";
    e.zone = std::string(area) == "water_source" ? "grade_1" : "none";
    auto const j = set.judge(e, day("2023-06-01"));
    CHECK(j.verdict == Verdict::review);
    CHECK(render_trace(j, Language::zh).find("法规文本未核实") != std::string::npos);
    CHECK(render_trace(j, Language::en).find("法规文本未核实") != std::string::npos);
    CHECK(render_clauses(j, Language::zh).find("法规文本未核实") != std::string::npos);
  }
}

TEST_CASE("the trace names version, clause, day, numbers, and the rules that did not fire with the reason") {
  auto e = in_reserve("mining_right", "core", "new");
  e.mineral = "铁", e.share = 0.25, e.valid_to = day("2020-01-01");
  auto const set = RuleSet::builtin();
  auto const j = set.judge(e, day("2019-03-31"));
  auto const zh = render_trace(j, Language::zh), en = render_trace(j, Language::en);
  for (auto const& text : {zh, en})
    for (auto const* part :
         {"2019-03-31", "25%", "2020-01-01", "NR94-MINING-RIGHT", "NR26-CORE-RIGHT-NEW", "NR94-OIL-RIGHT-STRICT"}) {
      INFO(part);
      CHECK(text.find(part) != std::string::npos);
    }
  CHECK(zh.find(set.version()) != std::string::npos);
  CHECK(zh.find("第26条") != std::string::npos);
  CHECK(en.find("art. 26") != std::string::npos);
  CHECK(zh.find("禁止") != std::string::npos);
  CHECK(zh.find("不作为行政决定依据") != std::string::npos);
  CHECK(zh.find('@') == std::string::npos);
  CHECK(en.find('@') == std::string::npos);
  CHECK(zh.find('\x1F') == std::string::npos);
}

TEST_CASE("every line of every trace has a text") {
  auto const set = RuleSet::builtin();
  for_all_evidence([&](Evidence const& e) {
    for (auto const& line : set.judge(e, day("2026-06-01")).trace)
      if (!has_text(line.key)) FAIL(line.key);
  });
}

TEST_CASE("words nobody knows are judged with care") {
  Evidence e;
  e.activity_kind = "volcano", e.area_kind = "nature_reserve", e.zone = "core", e.action = "dance";
  CHECK(RuleSet::builtin().judge(e, day("2019-03-31")).verdict == Verdict::review);
  e = in_reserve("mining_right", "");
  CHECK(RuleSet::builtin().judge(e, day("2019-03-31")).verdict == Verdict::review);
  e = in_reserve("mining_right", "core", "dance");
  CHECK(RuleSet::builtin().judge(e, day("2019-03-31")).verdict == Verdict::review);
}

TEST_CASE("dates that no rule reads change nothing when they are left out") {
  auto const rules = RuleSet::builtin();
  auto const day = [](char const* text) { return *parse_date(text); };
  std::optional<Date> const none;
  for (auto const* kind : {"mining_right", "exploration_right", "oil_well", "tourism_facility", "other"})
    for (auto const* action : {"new", "renew", "transfer", "operate"})
      for (auto const& from : {none, std::optional(day("2010-01-01"))})
        for (auto const& to : {none, std::optional(day("2018-01-01")), std::optional(day("2030-01-01"))})
          for (auto const& filed : {none, std::optional(day("2017-01-01"))}) {
            Evidence e;
            e.activity_kind = kind, e.action = action, e.area_kind = "nature_reserve", e.zone = "core";
            e.valid_from = from, e.valid_to = to, e.renewal_filed_on = filed, e.certainty = "certain";
            auto const as_of = day("2019-03-31");
            auto const full = rules.judge(e, as_of), less = rules.judge(as_judged(e), as_of);
            INFO(kind << " " << action);
            CHECK(full.verdict == less.verdict);
            CHECK(full.rule_ids == less.rule_ids);
            CHECK(full.disposition == less.disposition);
            CHECK(render_trace(full, Language::zh) == render_trace(less, Language::zh));
          }
}
