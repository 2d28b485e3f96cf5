// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zones_in_values.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "layers/read/field_names.hpp"
#include "layers/run/zones_in_names.hpp"

namespace redline {
namespace {

using namespace std::string_view_literals;

constexpr std::array OTHER_TIMES{"原"sv, "旧"sv, "曾"sv, "前"sv, "历史"sv, "拟"sv, "建议"sv, "调整"sv, "变更"sv};
constexpr std::array OTHER_PLACES{"相邻"sv, "毗邻"sv, "邻近"sv, "最近"sv, "周边"sv};
constexpr std::array OF_PARTS{"区"sv, "zone"sv, "fq"sv, "qh"sv, "gnq"sv};
constexpr std::array NO_ZONE{"none"sv, "unzoned"sv, "zone_gap"sv};

struct Found {
  std::vector<std::size_t> whole, partly;  // columns
  std::vector<Cells> cells;                // of the former
};

class Looking {
 public:
  Looking(FieldMap const& map, LayerPlan const& plan, FeatureSource& source)
      : m_map(map), m_plan(plan), m_source(source), m_fields(source.fields()) {}

  Found run() const {
    auto const columns = candidates();
    Found out;
    if (columns.empty()) return out;
    auto all = values_of(m_source)(columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto const& heading = m_fields[columns[i]].name;
      auto const holds = std::any_of(all[i].begin(), all[i].end(), [&](auto const& v) { return holds_zone(v); });
      if (!holds && !all_short(all[i], heading)) continue;
      bool const whole = holds && all_zones(all[i]) && !of_others(heading);
      (whole ? out.whole : out.partly).push_back(columns[i]);
      if (whole) out.cells.push_back(std::move(all[i]));
    }
    return out;
  }

  bool contradict(std::vector<Cells> const& columns) const {
    for (std::size_t row = 0; row < columns.front().size(); ++row)
      for (auto const& c : columns)
        if (word(c[row]) != word(columns.front()[row])) return true;
    return false;
  }

  std::string names(std::vector<std::size_t> const& columns) const {
    std::vector<std::string> out;
    out.reserve(columns.size());
    for (auto const c : columns) out.push_back(m_fields[c].name);
    return listed(out);
  }

 private:
  // Not those that mean something else; the columns of kinds and levels may be of zones (类型, 级别).
  std::vector<std::size_t> candidates() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
      if (m_fields[i].type == "String" && std::none_of(m_map.fields.begin(), m_map.fields.end(), [&](auto const& f) {
            return f.second == m_fields[i].name && f.first != "kind" && f.first != "level";
          }))
        out.push_back(i);
    return out;
  }

  std::string word(std::string const& value) const {
    if (auto const it = m_plan.zone_map.find(value); it != m_plan.zone_map.end()) return it->second;
    return zone_word(value).value_or("");
  }

  bool holds_zone(std::string const& value) const {
    if (value.empty()) return false;
    auto const w = word(value);
    return w.empty() ? holds_zone_word(value) : std::find(NO_ZONE.begin(), NO_ZONE.end(), w) == NO_ZONE.end();
  }

  bool all_zones(Cells const& values) const {
    return std::all_of(values.begin(), values.end(), [&](auto const& v) { return v.empty() || !word(v).empty(); });
  }

  // 核心, 实验: more than one such word, or below a heading that speaks of parts.
  static bool all_short(Cells const& values, std::string const& heading) {
    std::set<std::string> words;
    for (auto const& v : values)
      if (!v.empty() && !is_short_zone(v))
        return false;
      else if (!v.empty())
        words.insert(bare_name(v));
    auto const name = bare_name(heading);
    bool const of_parts =
        std::any_of(OF_PARTS.begin(), OF_PARTS.end(), [&](auto w) { return name.find(w) != std::string::npos; });
    return words.size() > 1 || (words.size() == 1 && of_parts);
  }

  static bool of_others(std::string const& heading) {
    auto const in = [&](auto w) { return heading.find(w) != std::string::npos; };
    return std::any_of(OTHER_TIMES.begin(), OTHER_TIMES.end(), in) ||
           std::any_of(OTHER_PLACES.begin(), OTHER_PLACES.end(), in);
  }

  FieldMap const& m_map;
  LayerPlan const& m_plan;
  FeatureSource& m_source;
  std::vector<FieldInfo> const& m_fields;
};

bool has_zones(FieldMap const& map, FeatureSource& source) {
  auto const it = map.fields.find("zone");
  if (it == map.fields.end()) return false;
  auto const& fields = source.fields();
  auto const at = std::find_if(fields.begin(), fields.end(), [&](auto const& f) { return f.name == it->second; });
  return at == fields.end() || !blank(values_of(source)({static_cast<std::size_t>(at - fields.begin())}).front());
}

}  // namespace

void find_zones_in_values(FieldMap& map, LayerPlan const& plan, FeatureSource& source, Findings& findings) {
  if (plan.fields.count("zone") > 0 || !may_have_zones(plan) || has_zones(map, source)) return;
  Looking const looking(map, plan, source);
  auto found = looking.run();
  auto const tell = [&](char const* code, std::vector<std::size_t> const& columns) {
    findings.push_back({code, Severity::warning, "", "", {looking.names(columns)}});
  };
  if (!found.whole.empty() && !looking.contradict(found.cells)) {
    map.fields["zone"] = source.fields()[found.whole.front()].name;
    tell("run.zone_by_values", {found.whole.front()});
    return;
  }
  found.partly.insert(found.partly.end(), found.whole.begin(), found.whole.end());
  if (!found.partly.empty()) tell("run.zone_column_unread", found.partly);
}

}  // namespace redline
