// SPDX-License-Identifier: Apache-2.0
#include "layers/read/field_map.hpp"

#include <algorithm>

#include "layers/read/field_meanings.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::size_t DBF_NAME = 10;

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> out;
  while (!words.empty()) {
    auto const end = words.find(' ');
    out.emplace_back(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return out;
}

// Names in a .dbf end after ten bytes: in GBK after five Chinese characters (fifteen bytes of UTF-8), in UTF-8 after
// three.
bool cut_short(std::string const& field, std::string const& known) {
  if (field.size() >= known.size() || known.compare(0, field.size(), field) != 0) return false;
  bool const chinese =
      std::any_of(field.begin(), field.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return chinese ? field.size() == 15 || field.size() == 9 : field.size() == DBF_NAME;
}

// Exact names first, in order of preference, then names cut at ten bytes.
std::vector<std::string> fitting(std::vector<FieldInfo> const& fields, std::vector<std::string> const& known) {
  std::vector<std::string> out;
  auto const collect = [&](auto const& fits) {
    for (auto const& k : known)
      for (auto const& f : fields)
        if (fits(bare_name(f.name), k) && std::find(out.begin(), out.end(), f.name) == out.end()) out.push_back(f.name);
  };
  collect([](auto const& f, auto const& k) { return f == k; });
  if (out.empty()) collect([](auto const& f, auto const& k) { return cut_short(f, k); });
  return out;
}

class Recogniser {
 public:
  Recogniser(std::vector<FieldInfo> const& fields, FieldRole role, Findings& findings)
      : m_fields(fields), m_role(role), m_findings(findings) {}

  std::map<std::string, std::string> run(std::map<std::string, std::string> const& overrides) {
    for (auto const& m : field_meanings())
      if ((m_role == FieldRole::areas ? m.areas : m.activities) && !overrides.count(std::string(m.meaning)))
        recognise_one(m);
    if (m_role == FieldRole::activities) settle_area(overrides);
    tell_all();
    return std::move(m_found);
  }

 private:
  void recognise_one(FieldMeaning const& m) {
    auto const all = fitting(m_fields, split(m.names));
    if (all.empty()) return;
    m_found[std::string(m.meaning)] = all.front();
    if (all.size() > 1 && m.meaning != "id" && m.meaning != "name")
      tell("read.field_choice", Severity::info,
           {std::string(m.meaning), all.front(), listed({all.begin() + 1, all.end()})});
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

  void add_plain_area(std::map<std::string, std::string>& by_unit) {
    auto const names = area_names_without_unit();
    for (auto const& f : m_fields) {
      if (std::find(names.begin(), names.end(), bare_name(f.name)) == names.end()) continue;
      auto const unit = unit_in(f.name);
      if (unit.empty())
        tell("read.area_unit", Severity::warning, {f.name});
      else
        by_unit.emplace("declared_" + unit, f.name);
    }
  }

  // The survey of mine environments numbers its patches, and its 矿区面积 is in hectares, that of the register in km².
  bool surveyed_in_hectares() const {
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [](auto const& f) { return f.name == "图斑编号" || f.name == "统一编号"; });
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
  FieldRole m_role;
  Findings& m_findings;
  std::map<std::string, std::string> m_found;
};

void apply(std::map<std::string, std::string> const& overrides, std::vector<FieldInfo> const& fields, FieldMap& map) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (auto const& f : fields) names.push_back(f.name);
  for (auto const& [meaning, from] : overrides) {
    bool const constant = from.empty() || from.front() == '=';
    if (!constant && std::find(names.begin(), names.end(), from) == names.end())
      throw no_such_field(meaning, from, names);
    if (!from.empty()) map.fields[meaning] = from;
  }
}

}  // namespace

FieldMap recognise(std::vector<FieldInfo> const& fields, FieldRole role,
                   std::map<std::string, std::string> const& overrides, Findings& findings) {
  FieldMap map;
  map.fields = Recogniser(fields, role, findings).run(overrides);
  apply(overrides, fields, map);
  return map;
}

}  // namespace redline
