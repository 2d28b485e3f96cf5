// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zones_in_names.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "layers/read/field_names.hpp"

namespace redline {
namespace {

using namespace std::string_view_literals;

struct ZoneWord {
  std::string_view word;
  bool of_water;
};

constexpr std::array WORDS_OF_ZONES{
    // longer ones before those they end with
    ZoneWord{"核心保护区", false},    ZoneWord{"一般控制区", false},  ZoneWord{"核心区", false},
    ZoneWord{"缓冲区", false},        ZoneWord{"实验区", false},      ZoneWord{"一级水源保护区", true},
    ZoneWord{"二级水源保护区", true}, ZoneWord{"准水源保护区", true}, ZoneWord{"一级保护区", true},
    ZoneWord{"二级保护区", true},     ZoneWord{"准保护区", true}};
constexpr std::array SHORT{"核心保护"sv, "核心"sv, "缓冲"sv, "实验"sv, "一般控制"sv};
constexpr std::array BEHIND{")"sv, "）"sv, " "sv, "_"sv, "-"sv, "面"sv};
constexpr std::array BEFORE{"("sv, "（"sv, " "sv, "_"sv, "-"sv, "—"sv, "·"sv, "的"sv};
constexpr std::string_view RESERVE = "自然保护区", PROTECTED = "保护区";

template <class Ends>
std::string without_end(std::string text, Ends const& ends, bool digits) {
  for (bool more = true; more && !text.empty();) {
    more = digits && text.back() >= '0' && text.back() <= '9';
    if (more) text.pop_back();
    for (auto const end : ends)
      if (text.ends_with(end)) text.resize(text.size() - end.size()), more = true;
  }
  return text;
}

struct EndingWord {
  std::string before;
  ZoneWord const* zone = nullptr;
};

EndingWord zone_at_end(std::string const& name, bool digits) {
  auto const text = without_end(name, BEHIND, digits);
  for (auto const& w : WORDS_OF_ZONES)
    if (text.ends_with(w.word)) {
      auto before = text.substr(0, text.size() - w.word.size());
      if (before.ends_with("非")) return {};
      return {without_end(std::move(before), BEFORE, false), &w};
    }
  return {};
}

bool fits(ZoneWord const& word, std::string const& kind) {
  return word.of_water ? kind == "water_source" : kind == "nature_reserve" || kind == "other";
}

// Empty where each area states its own.
std::string kind_of_all(LayerPlan const& plan) {
  auto const of_fields = plan.fields.find("kind");
  auto const constant = of_fields != plan.fields.end() && of_fields->second.starts_with('=');
  auto const stated = constant ? of_fields->second.substr(1) : of_fields == plan.fields.end() ? plan.kind : "";
  return stated.empty() ? stated : kind_word(stated).value_or("other");
}

bool kind_has_zones(std::string const& kind) {
  return kind.empty() ||
         std::any_of(WORDS_OF_ZONES.begin(), WORDS_OF_ZONES.end(), [&](auto const& w) { return fits(w, kind); });
}

std::string cut_behind(std::string const& name, std::string_view word) {
  auto const at = name.find(word);
  return at == std::string::npos ? name : name.substr(0, at + word.size());
}

}  // namespace

bool may_have_zones(LayerPlan const& plan) { return kind_has_zones(kind_of_all(plan)); }

bool is_short_zone(std::string const& value) {
  return std::find(SHORT.begin(), SHORT.end(), without_end(bare_name(value), BEHIND, true)) != SHORT.end();
}

std::string short_zone_at_end(std::string const& name) {
  auto const text = without_end(name, BEHIND, true);
  auto const w = std::find_if(SHORT.begin(), SHORT.end(), [&](auto s) { return text.ends_with(s); });
  return w == SHORT.end() ? std::string{} : std::string(*w);
}

bool holds_zone_word(std::string const& name) {
  return std::any_of(WORDS_OF_ZONES.begin(), WORDS_OF_ZONES.end(),
                     [&](auto const& w) { return name.find(w.word) != std::string::npos; });
}

std::string reserve_part(std::string const& name) {
  if (name.find(RESERVE) != std::string::npos) return cut_behind(name, RESERVE);
  for (auto const& w : WORDS_OF_ZONES)
    if (auto const at = name.rfind(w.word); at != std::string::npos)
      return without_end(cut_behind(name.substr(0, at), PROTECTED), BEFORE, false);
  return name;
}

ZonesInNames::ZonesInNames(LayerInput& in) : m_in(&in) {
  if (in.columns().has("zone") || !may_have_zones(in.plan())) return;
  m_wanted = in.columns().has("name");
  auto const stem = std::filesystem::path(in.source().path()).stem().string();
  for (auto const& name : {in.plan().name, in.source().layer_name(), stem})
    if (auto const end = zone_at_end(name, true); m_word.empty() && end.zone) m_word = end.zone->word;
}

std::string ZonesInNames::zone_of(ProtectedArea& area, RawFeature const& f, Findings& findings) const {
  if (m_in->columns().has("zone")) return m_in->zone_of(f, findings);
  if (!m_wanted && m_word.empty()) return {};
  if (auto zone = of_name(area, findings); !zone.empty()) return zone;
  if (auto zone = of_its_layer(area, findings); !zone.empty()) return zone;
  for (auto const& w : WORDS_OF_ZONES)
    if (area.name.find(w.word) != std::string::npos && fits(w, area.kind)) {
      tell("run.zone_word_unread", area, std::string(w.word), findings);
      return {};
    }
  auto const word = short_zone_at_end(area.name);
  if (!word.empty() && (area.kind == "nature_reserve" || area.kind == "other"))
    tell("run.zone_word_unread", area, word, findings);
  return {};
}

// Of an area whose kind nobody states, only where the name says that it is one of a reserve.
std::string ZonesInNames::of_name(ProtectedArea& area, Findings& findings) const {
  auto const end = zone_at_end(area.name, false);
  if (!end.zone || !fits(*end.zone, area.kind)) return {};
  if (area.kind == "other" && !end.before.ends_with(PROTECTED)) return {};
  auto const zone = zone_word(end.zone->word);
  if (!zone) return {};
  tell("run.zone_in_name", area, std::string(end.zone->word), findings);
  if (!end.before.empty()) area.name = end.before;
  return *zone;
}

std::string ZonesInNames::of_its_layer(ProtectedArea const& area, Findings& findings) const {
  if (m_word.empty()) return {};
  auto const word =
      std::find_if(WORDS_OF_ZONES.begin(), WORDS_OF_ZONES.end(), [&](auto const& w) { return w.word == m_word; });
  if (!fits(*word, area.kind)) return {};
  tell("run.zone_of_layer_name", area, m_word, findings);
  return zone_word(m_word).value_or("");
}

void ZonesInNames::tell(char const* code, ProtectedArea const& area, std::string const& word,
                        Findings& findings) const {
  findings.push_back({code, Severity::warning, area.layer, area.id, {word}});
}

}  // namespace redline
