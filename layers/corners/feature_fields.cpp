// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/feature_fields.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/register_columns.hpp"
#include "layers/corners/right_kind.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 7> IDS{"地块编号", "parcel", "DKBH", "XKZH", "许可证号", "id", "BH"};
constexpr std::array<char const*, 8> NAMES{"地块名称", "parcel_name", "DKMC", "KSMC",
                                           "矿山名称", "name",        "名称", "Name"};
constexpr char const *ID = "id", *NAME = "name", *KIND = "kind of right ", *TERM = "term ", *OTHER = "other ";

constexpr std::array<std::array<char const*, 2>, 4> AREAS{
    {{"declared_km2", "km2"}, {"declared_ha", "hm2"}, {"declared_m2", "m2"}, {"declared_mu", "亩"}}};

constexpr std::array<char const*, 3> TEXTS{"licence_no", "holder", "mineral"};

constexpr std::array<std::pair<char const*, TermPart>, 5> TERMS{{{"action", TermPart::action},
                                                                 {"valid_from", TermPart::valid_from},
                                                                 {"valid_to", TermPart::valid_to},
                                                                 {"top_m", TermPart::top},
                                                                 {"bottom_m", TermPart::bottom}}};

constexpr std::array<std::string_view, 11> OF_KML{"timestamp",  "begin",   "end",           "altitudemode",
                                                  "tessellate", "extrude", "visibility",    "snippet",
                                                  "draworder",  "icon",    "gx_media_links"};

template <std::size_t N>
void find_field(std::vector<FieldInfo> const& fields, std::array<char const*, N> const& wanted, char const* meaning,
                FieldMap& out) {
  for (auto const* name : wanted)
    for (auto const& f : fields)
      if (f.name == name) return void(out.fields[meaning] = f.name);
}

bool is_used(std::string const& field, FieldMap const& map) {
  return std::any_of(map.fields.begin(), map.fields.end(), [&](auto const& m) { return m.second == field; });
}

// Of what registers know, what is asked for here.
void take(FieldMap const& known, FieldMap& out) {
  for (auto const* meaning : TEXTS)
    if (auto const f = known.fields.find(meaning); f != known.fields.end()) out.fields.insert(*f);
  for (auto const& area : AREAS)
    if (auto const f = known.fields.find(area[0]); f != known.fields.end()) out.fields.insert(*f);
}

// A unit in the cell itself counts before that of the column.
void declare_area(Parcel& p, Columns const& columns, RawFeature const& f, Findings& said) {
  for (auto const& [meaning, of_column] : AREAS) {
    auto const text = columns.text(meaning, f), unit = area_unit(text);
    auto const number = unit.empty() ? text : text.substr(0, text.find_first_not_of("0123456789.,"));
    auto const area = number_of_cell(number);
    if (!text.empty() && !area) said.push_back({"run.bad_area", Severity::warning, "", "", {meaning, text}});
    if (p.declared_area.empty() && area.value_or(0) > 0)
      p.declared_area = number, p.area_unit = unit.empty() ? of_column : unit;
  }
}

}  // namespace

FeatureFields::FeatureFields(FeatureSource& source, Findings& findings) : m_columns(find(source, findings), source) {}

FieldMap FeatureFields::find(FeatureSource& source, Findings& findings) {
  auto const& fields = source.fields();
  Findings found;
  auto const known = recognise(fields, FieldRole::activities, {}, found, values_of(source));
  for (auto& f : found)
    if (f.severity != Severity::info) findings.push_back(std::move(f));
  FieldMap out;
  take(known, out);
  find_field(fields, IDS, ID, out), find_field(fields, NAMES, NAME, out);
  for (std::size_t i = 0, k = 0; i < fields.size(); ++i)
    if (names_kinds(fields[i].name)) out.fields[KIND + std::to_string(k++)] = fields[i].name;
  find_terms(fields, known, out);
  find_others(source, out);
  return out;
}

void FeatureFields::find_terms(std::vector<FieldInfo> const& fields, FieldMap const& known, FieldMap& map) {
  for (auto const& f : fields) {
    auto part = part_of_term(f.name);
    for (auto const& [meaning, of_register] : TERMS)
      if (auto const k = known.fields.find(meaning); !part && k != known.fields.end() && k->second == f.name)
        part = of_register;
    if (!part) continue;
    m_terms.push_back({TERM + std::to_string(m_terms.size()), f.name, *part});
    map.fields[m_terms.back().meaning] = f.name;
  }
}

void FeatureFields::find_others(FeatureSource const& source, FieldMap& map) {
  auto const ending = small_letters(std::filesystem::path(source.path()).extension().string());
  if (ending == ".dxf") return;
  bool const kml = ending == ".kml" || ending == ".kmz";
  for (auto const& f : source.fields()) {
    bool const of_format = kml && std::find(OF_KML.begin(), OF_KML.end(), small_letters(f.name)) != OF_KML.end();
    if (of_format || is_used(f.name, map)) continue;
    m_others.push_back({OTHER + std::to_string(m_others.size()), f.name});
  }
  for (auto const& f : m_others) map.fields[f.meaning] = f.name;
}

void FeatureFields::describe(Parcel& p, RawFeature const& f, Findings& findings) {
  p.of_register = true;
  p.id = m_columns.text(ID, f), p.name = m_columns.text(NAME, f);
  for (std::size_t i = 0; p.kind.empty() && m_columns.has(KIND + std::to_string(i)); ++i)
    p.kind = right_kind(m_columns.text(KIND + std::to_string(i), f));
  p.licence_no = m_columns.text("licence_no", f), p.holder = m_columns.text("holder", f);
  p.mineral = m_columns.text("mineral", f);
  declare_area(p, m_columns, f, findings);
  for (auto const& t : m_terms) add_term(p.terms, {t.part, t.name, m_columns.text(t.meaning, f)});
  for (auto& o : m_others) o.filled = o.filled || !m_columns.text(o.meaning, f).empty();
}

std::optional<Finding> FeatureFields::unused() const {
  std::vector<std::string> names;
  for (auto const& o : m_others)
    if (o.filled) names.push_back(o.name);
  if (names.empty()) return std::nullopt;
  return Finding{
      "corner.unused_fields", Severity::info, "", "", {std::to_string(names.size()), shortened(joined_titles(names))}};
}

}  // namespace redline
