// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/words.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace redline {
namespace {

using Word = std::string_view;
constexpr std::array<Word, 7> AREA_KINDS{
    "nature_reserve", "ecological_red_line", "scenic_area", "water_source", "public_forest", "wetland", "other"};
constexpr std::array<Word, 17> ACTIVITY_KINDS{"mining_right",
                                              "exploration_right",
                                              "mine_site",
                                              "ore_processing",
                                              "oil_well",
                                              "energy_facility",
                                              "tourism_facility",
                                              "tourism_activity",
                                              "aquaculture",
                                              "grazing",
                                              "farming",
                                              "building",
                                              "linear_infrastructure",
                                              "water_well",
                                              "research_station",
                                              "restoration_works",
                                              "other"};
constexpr std::array<Word, 10> ZONES{"core",     "buffer",  "experimental", "general_control", "unzoned",
                                     "zone_gap", "grade_1", "grade_2",      "quasi",           "none"};
constexpr std::array<Word, 6> ACTIONS{"new", "renew", "change", "transfer", "reduce", "operate"};
constexpr std::array<Word, 6> MINERAL_CLASSES{"oil_gas", "uranium", "strategic", "water_heat", "ordinary", "unstated"};
constexpr std::array<Word, 4> AREA_LEVELS{"national", "provincial", "local", "unstated"};
constexpr std::array<Word, 5> RIGHT_STATES{"valid", "expired", "expired_renewal_filed", "unknown", "not_a_right"};
constexpr std::array<Word, 6> REGISTERED{"live", "notified", "expired", "cancelled", "removed", "unstated"};
constexpr std::array<Word, 3> GRANTED{"before_designation", "after_designation", "unknown"};
constexpr std::array<Word, 3> EXTENTS{"wholly", "partly", "unknown"};
constexpr std::array<Word, 2> STANDING{"existing", "applied_for"};
constexpr std::array<Word, 5> EFFECTS{"prohibited", "must_exit", "review", "conditional", "allowed"};
constexpr std::array<Word, 7> DISPOSITIONS{"cancel", "notify", "cut", "compensate", "remove", "seal", "none"};
constexpr std::array<Word, 6> INSTRUMENT_KINDS{"law", "regulation", "party_document", "notice", "policy", "convention"};

struct Entry {
  std::span<Word const> words;
  Word key, text;
};
constexpr std::array<Entry, 14> TABLE{{{AREA_KINDS, "area_kinds", "area_kind"},
                                       {ACTIVITY_KINDS, "activity_kinds", "activity_kind"},
                                       {ZONES, "zones", "zone"},
                                       {ACTIONS, "actions", "action"},
                                       {MINERAL_CLASSES, "mineral_classes", "mineral_class"},
                                       {AREA_LEVELS, "area_levels", "area_level"},
                                       {RIGHT_STATES, "right_states", "right_state"},
                                       {REGISTERED, "registered", "registered"},
                                       {GRANTED, "granted", "granted"},
                                       {EXTENTS, "extents", "extent"},
                                       {STANDING, "standing", "standing"},
                                       {EFFECTS, "effect", "verdict"},
                                       {DISPOSITIONS, "disposition", "disposition"},
                                       {INSTRUMENT_KINDS, "kind", "instrument_kind"}}};

Entry const& entry(Vocabulary v) { return TABLE[static_cast<std::size_t>(v)]; }

std::size_t edit_distance(Word a, Word b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::span<std::string_view const> words(Vocabulary v) { return entry(v).words; }
std::string_view key_of(Vocabulary v) { return entry(v).key; }
std::string_view text_of(Vocabulary v) { return entry(v).text; }

std::string const& text_key_of(Vocabulary v, unsigned index) {
  static auto const KEYS = [] {
    std::array<std::vector<std::string>, TABLE.size()> keys;
    for (std::size_t i = 0; i < TABLE.size(); ++i)
      for (auto const word : TABLE[i].words)
        keys[i].push_back("@" + std::string(TABLE[i].text) + "." + std::string(word));
    return keys;
  }();
  return KEYS[static_cast<std::size_t>(v)].at(index);
}

unsigned word_index(Vocabulary v, std::string_view word) {
  auto const list = words(v);
  auto const it = std::find(list.begin(), list.end(), word);
  return it == list.end() ? UNKNOWN_WORD : static_cast<unsigned>(it - list.begin());
}

bool is_right(std::string_view kind) { return kind == "mining_right" || kind == "exploration_right"; }

std::string_view nearest_word(std::vector<std::string_view> const& candidates, std::string_view word) {
  auto const nearer = [&](Word a, Word b) { return edit_distance(a, word) < edit_distance(b, word); };
  auto const it = std::min_element(candidates.begin(), candidates.end(), nearer);
  return it == candidates.end() ? Word{} : *it;
}

}  // namespace redline
