// SPDX-License-Identifier: Apache-2.0
#include "layers/read/field_map.hpp"

#include <algorithm>

#include "layers/read/cut_names.hpp"
#include "layers/read/field_meanings.hpp"
#include "layers/read/field_names.hpp"
#include "layers/read/validity_names.hpp"
#include "layers/read/whole_names.hpp"

namespace redline {
namespace {

constexpr char const* PATCH = "图斑编号";
constexpr std::size_t TOO_LITTLE = 9;

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> out;
  while (!words.empty()) {
    auto const end = words.find(' ');
    out.emplace_back(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return out;
}

using Strings = std::vector<std::string>;

// In order of preference.
Strings fitting(std::vector<FieldInfo> const& fields, Strings const& whole, Strings const& known) {
  Strings out;
  for (auto const& k : known)
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (whole[i] == k && std::find(out.begin(), out.end(), fields[i].name) == out.end())
        out.push_back(fields[i].name);
  return out;
}

class Recogniser {
 public:
  Recogniser(std::vector<FieldInfo> const& fields, Strings const& whole, FieldRole role, ColumnValues const& values,
             Findings& findings)
      : m_fields(fields), m_whole(whole), m_role(role), m_values(values), m_findings(findings) {}

  std::map<std::string, std::string> run(std::map<std::string, std::string> const& overrides) {
    for (auto const& m : field_meanings())
      if ((m_role == FieldRole::areas ? m.areas : m.activities) && !overrides.count(std::string(m.meaning)))
        recognise_one(m);
    settle_term(overrides);
    if (m_role == FieldRole::activities) settle_area(overrides);
    tell_all();
    return std::move(m_found);
  }

 private:
  void recognise_one(FieldMeaning const& m) {
    auto all = fitting(m_fields, m_whole, split(m.names));
    for (std::size_t i = 0; i < m_fields.size(); ++i)
      if (validity_meaning(m_whole[i]) == m.meaning && std::find(all.begin(), all.end(), m_fields[i].name) == all.end())
        all.push_back(m_fields[i].name);
    if (all.empty()) return;
    if (all.size() > 1) filled_first(all);
    m_found[std::string(m.meaning)] = all.front();
    if (all.size() > 1 && m.meaning != "id" && m.meaning != "name")
      tell("read.field_choice", Severity::info,
           {std::string(m.meaning), all.front(), listed({all.begin() + 1, all.end()})});
  }

  // A column without a value yields to the next that has some.
  void filled_first(Strings& names) const {
    if (!m_values) return;
    std::vector<std::size_t> columns;
    for (auto const& name : names)
      columns.push_back(static_cast<std::size_t>(
          std::find_if(m_fields.begin(), m_fields.end(), [&](auto const& f) { return f.name == name; }) -
          m_fields.begin()));
    auto const values = m_values(columns);
    for (std::size_t i = 0; i < names.size(); ++i)
      if (!blank(values[i])) {
        auto const first = names.begin() + static_cast<std::ptrdiff_t>(i);
        std::rotate(names.begin(), first, first + 1);
        return;
      }
  }

  // A column of terms holds the ends that have no column of their own.
  void settle_term(std::map<std::string, std::string> const& overrides) {
    auto const term = m_found.extract("term");
    if (term.empty()) return;
    for (auto const* end : {"valid_from", "valid_to"}) {
      if (overrides.count(end)) continue;
      auto const [it, none] = m_found.try_emplace(end, term.mapped());
      if (none || it->second == term.mapped()) continue;
      Strings names{it->second, term.mapped()};
      filled_first(names);
      it->second = names.front();
      tell("read.field_choice", Severity::info, {end, names.front(), names.back()});
    }
  }

  // The unit in the name of the field wins over what registers usually mean; a plain 面积 has no unit and is not used.
  void settle_area(std::map<std::string, std::string> const& overrides) {
    static char const* const MEANINGS[] = {"declared_m2", "declared_ha", "declared_km2", "declared_mu"};
    if (std::any_of(std::begin(MEANINGS), std::end(MEANINGS), [&](auto const* k) { return overrides.count(k) > 0; }))
      return;
    std::map<std::string, std::string> by_unit;
    for (auto const* meaning : MEANINGS) {
      auto const it = m_found.find(meaning);
      if (it == m_found.end()) continue;
      auto const unit = unit_in(it->second);
      if (unit.empty() && unit_lost(it->second))
        tell("read.area_unit", Severity::warning, {it->second});
      else
        by_unit.emplace(unit.empty() ? meaning : "declared_" + unit, it->second);
      m_found.erase(it);
    }
    if (by_unit.empty()) add_plain_area(by_unit);
    if (surveyed_in_hectares() && by_unit.count("declared_km2") && unit_in(by_unit["declared_km2"]).empty()) {
      tell("read.area_unit", Severity::warning, {by_unit["declared_km2"]});
      by_unit.erase("declared_km2");
    }
    m_found.insert(by_unit.begin(), by_unit.end());
  }

  // 总面积（公 may be in any unit.
  bool unit_lost(std::string const& name) const {
    auto const f = std::find_if(m_fields.begin(), m_fields.end(), [&](auto const& info) { return info.name == name; });
    return f != m_fields.end() && bracket_cut(*f);
  }

  void add_plain_area(std::map<std::string, std::string>& by_unit) {
    auto const names = area_names_without_unit();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
      auto const& f = m_fields[i];
      if (std::find(names.begin(), names.end(), m_whole[i]) == names.end()) continue;
      auto const unit = unit_in(f.name);
      if (unit.empty())
        tell("read.area_unit", Severity::warning, {f.name});
      else
        by_unit.emplace("declared_" + unit, f.name);
    }
  }

  // The survey of mine environments numbers its patches, and its 矿区面积 is in hectares, that of the register in km².
  bool surveyed_in_hectares() const {
    return std::any_of(m_whole.begin(), m_whole.end(), [](auto const& n) { return n == PATCH || n == "统一编号"; });
  }

  void tell_all() {
    std::string text;
    for (auto const& [meaning, field] : m_found)
      text.append(text.empty() ? "" : ", ").append(meaning).append(" = ").append(field);
    if (!text.empty()) tell("read.fields", Severity::info, {text});
  }

  void tell(char const* code, Severity severity, std::vector<std::string> args) {
    m_findings.push_back({code, severity, "", "", std::move(args)});
  }

  std::vector<FieldInfo> const& m_fields;
  Strings const& m_whole;
  FieldRole m_role;
  ColumnValues const& m_values;
  Findings& m_findings;
  std::map<std::string, std::string> m_found;
};

std::vector<KnownName> known_names(FieldRole role) {
  std::vector<KnownName> out;
  auto const add = [&](std::string const& name, std::string const& meaning) {
    auto it = std::find_if(out.begin(), out.end(), [&](auto const& k) { return k.name == name; });
    if (it == out.end()) it = out.insert(out.end(), {name, {}});
    it->meanings.push_back(meaning);
  };
  for (auto const& m : field_meanings())
    if (role == FieldRole::areas ? m.areas : m.activities)
      for (auto const& name : split(m.names)) add(name, std::string(m.meaning));
  if (role == FieldRole::areas) return out;
  for (auto const& name : area_names_without_unit()) add(std::string(name), "area");
  add(PATCH, PATCH);
  return out;
}

// What the user names: a field as it is shown, else all that may be called so in whole. Nothing but their length shows
// that three characters may have been cut: that is too little here.
std::vector<std::size_t> named(std::vector<FieldInfo> const& fields, std::string const& text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == text) return {i};
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (begins(fields[i], text) && (!fields[i].begin.empty() || fields[i].name.size() != TOO_LITTLE)) out.push_back(i);
  return out;
}

bool constant(std::string const& from) { return from.empty() || from.front() == '='; }

Given given(std::map<std::string, std::string> const& overrides, std::vector<FieldInfo> const& fields) {
  Given out;
  for (auto const& [meaning, from] : overrides) {
    out.meanings.insert(meaning);
    auto const columns = constant(from) ? std::vector<std::size_t>{} : named(fields, from);
    if (columns.size() == 1) out.columns.insert(columns.front()), out.settled.insert(meaning);
  }
  return out;
}

// Of several that may be called so: the one that was read so, else the one that was not read otherwise.
std::string chosen(std::string const& meaning, std::string const& from, std::vector<FieldInfo> const& fields,
                   Strings const& whole) {
  auto columns = named(fields, from);
  auto const read_as = [&](std::string const& name) {
    std::vector<std::size_t> out;
    for (auto const i : columns)
      if (whole[i] == name) out.push_back(i);
    return out;
  };
  if (columns.size() > 1)
    for (auto const& name : {bare_name(from), std::string{}})
      if (auto const only = read_as(name); only.size() == 1) return fields[only.front()].name;
  if (columns.size() == 1) return fields[columns.front()].name;
  Strings names, all;
  for (auto const i : columns) names.push_back(fields[i].name);
  for (auto const& f : fields) all.push_back(f.name);
  if (columns.empty()) throw no_such_field(meaning, from, all);
  throw Error(ErrorKind::input, "read.cut_several", {meaning, from, listed(names)});
}

}  // namespace

FieldMap recognise(std::vector<FieldInfo> const& fields, FieldRole role,
                   std::map<std::string, std::string> const& overrides, Findings& findings,
                   ColumnValues const& values) {
  auto const whole = whole_names(fields, known_names(role), given(overrides, fields), values, findings);
  FieldMap map;
  map.fields = Recogniser(fields, whole, role, values, findings).run(overrides);
  for (auto const& [meaning, from] : overrides)
    if (!from.empty()) map.fields[meaning] = constant(from) ? from : chosen(meaning, from, fields, whole);
  return map;
}

}  // namespace redline
