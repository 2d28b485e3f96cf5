// A rule set in memory, as parsed: instruments' clauses, rules, dispositions, name tables. Plain data, built by
// parse.cpp. A condition is a mask over a vocabulary; left out it is met by every word, except that only a rule which
// names `zone_gap` (`reduce`, `removed`) reaches zone gaps (reductions, removed facilities). Periods include both their
// days.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/rules/judgement.hpp"
#include "engine/rules/words.hpp"

namespace redline::rules {

struct Period {
  std::optional<Date> from, until;
  bool holds(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

struct Clause {
  ClauseText text;  // with "text not verified" where it is not
  Period period;
  bool verified = false;
};

using Masks = std::array<std::uint32_t, CONDITION_COUNT>;

struct Note {
  std::string zh, en;
};

struct Rule {
  std::string id;
  Masks conditions{};
  std::array<Verdict, 6> effects{};  // by action
  Period period;
  std::vector<std::size_t> clauses;
  bool verified = false;                    // the rule and every clause it rests on
  std::string in_force, clause_list, note;  // as the trace prints them; lists and notes are language pairs
};

struct Disposition {
  std::string id, word;
  Masks conditions{};
  std::uint32_t verdicts = 0;  // bits of Verdict
  std::string note;            // a language pair
};

struct ZoneReading {  // zones of an older law read under a newer one
  std::string id;
  Date from{};
  std::uint32_t area_kinds = 0;
  std::array<unsigned, 32> to{};  // by zone; UNKNOWN_WORD: stays as it is
  std::size_t clause = 0;
};

using Names = std::map<std::string, unsigned, std::less<>>;  // a name as sources write it → word

struct RuleSetData {
  std::string id, version, sha256;
  std::vector<Clause> clauses;
  std::vector<Rule> rules;
  std::vector<Disposition> dispositions;
  std::optional<ZoneReading> zones;
  Names minerals, levels, statuses;
  std::vector<std::vector<std::size_t>> index;  // rules by area kind × activity kind
  static std::size_t slot(unsigned area_kind, unsigned activity_kind) { return area_kind * 32u + activity_kind; }
};

RuleSetData parse_rule_set(std::string_view toml, std::string const& file_name);

}  // namespace redline::rules
