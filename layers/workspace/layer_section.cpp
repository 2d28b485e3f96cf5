// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/layer_section.hpp"

#include <filesystem>
#include <set>
#include <utility>

#include "engine/geometry/geometry.hpp"
#include "engine/rules/words.hpp"
#include "layers/read/action_words.hpp"
#include "layers/read/field_map.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;
using Words = StrictTable::Words;

Words const LAYER_KEYS{"name",       "role",       "source",   "kind",     "crs",       "encoding", "where",
                       "accuracy_m", "valid_from", "valid_to", "coverage", "schematic", "enabled",  "action",
                       "note",       "fields",     "zone_map", "kind_map", "zones_of"};
Words const ROLES{"areas", "activities"};
Words const FIELDS_OF_AREAS{"id",         "name",     "kind",         "zone",       "level",    "designated_on",
                            "valid_from", "valid_to", "boundary_doc", "accuracy_m", "schematic"};
Words const FIELDS_OF_ACTIVITIES{"id",
                                 "name",
                                 "kind",
                                 "licence_no",
                                 "holder",
                                 "mineral",
                                 "status",
                                 "county",
                                 "valid_from",
                                 "valid_to",
                                 "granted_on",
                                 "issued_on",
                                 "issued_for",
                                 "act_date",
                                 "renewal_filed_on",
                                 "accuracy_m",
                                 "action",
                                 "declared_m2",
                                 "declared_ha",
                                 "declared_km2",
                                 "declared_mu",
                                 "mineral_class",
                                 "top_m",
                                 "bottom_m",
                                 "x",
                                 "y"};

Words valid(Vocabulary v) { return {words(v).begin(), words(v).end()}; }
Words kinds(Role role) { return valid(role == Role::areas ? Vocabulary::area_kind : Vocabulary::activity_kind); }

bool outside_folder(std::string const& path) {
  return fs::path(path).is_absolute() || path.rfind("PG:", 0) == 0 || path.rfind("pg:", 0) == 0 ||
         path.rfind("/vsi", 0) == 0 || path.find("://") != std::string::npos;
}

class Section {
 public:
  Section(toml::table const& table, std::string const& file, std::string directory)
      : m_table(table, file, "[[layer]]", LAYER_KEYS), m_directory(std::move(directory)) {}

  LayerPlan read() {
    m_plan.name = m_table.text("name");
    m_plan.role = m_table.word("role", ROLES) == "areas" ? Role::areas : Role::activities;
    m_table.required_text("role");
    m_plan.enabled = m_table.flag("enabled").value_or(true);
    source();
    coverage();
    period();
    meanings();
    m_plan.crs = m_table.text("crs"), m_plan.encoding = m_table.text("encoding"), m_plan.where = m_table.text("where");
    m_plan.accuracy_m = m_table.number("accuracy_m", 0);
    for (auto const* key : {"schematic", "zone_map", "zones_of"}) only_for(Role::areas, key);
    only_for(Role::activities, "action");
    m_plan.schematic = m_table.flag("schematic").value_or(false);
    action();
    if (m_table.has("zones_of")) m_plan.zones_of = m_table.required_text("zones_of");
    m_table.text("note");
    return std::move(m_plan);
  }

 private:
  void source();
  void coverage();
  void period();
  void meanings();
  void kind();
  void action();
  void fields();
  void value_map(char const* key, Words const& valid_words, std::optional<std::string> (*word)(std::string_view),
                 std::map<std::string, std::string>& out);
  void only_for(Role role, char const* key) const;
  void must_exist(char const* key, std::string const& path, std::string const& shown) const;

  StrictTable m_table;
  std::string m_directory;
  LayerPlan m_plan;
};

void Section::only_for(Role role, char const* key) const {
  if (m_table.has(key) && m_plan.role != role)
    m_table.fail("workspace.wrong_role", m_table.line_of(key), {key, std::string(ROLES[role == Role::areas ? 0 : 1])});
}

void Section::must_exist(char const* key, std::string const& path, std::string const& shown) const {
  if (m_plan.enabled && !source_exists(path))
    m_table.fail("workspace.missing_file", m_table.line_of(key), {key, shown});
}

void Section::source() {
  m_plan.shown_source = m_table.required_text("source");
  m_plan.source = in_folder(m_directory, m_plan.shown_source);
  must_exist("source", m_plan.source, m_plan.shown_source);
}

void Section::coverage() {
  auto const text = m_table.text("coverage");
  m_plan.shown_coverage = text;
  if (text.empty()) return;
  if (text.rfind("POLYGON", 0) != 0 && text.rfind("MULTIPOLYGON", 0) != 0) {
    m_plan.coverage = in_folder(m_directory, text);
    return must_exist("coverage", m_plan.coverage, text);
  }
  try {
    if (auto const g = Geometry::from_wkt(text); g.dimension() == 2) m_plan.coverage = text;
  } catch (GeometryError const&) {
  }
  if (m_plan.coverage.empty()) m_table.fail("workspace.bad_wkt", m_table.line_of("coverage"), {text.substr(0, 60)});
}

void Section::period() {
  m_plan.valid_from = m_table.date("valid_from"), m_plan.valid_to = m_table.date("valid_to");
  if (m_plan.valid_from && m_plan.valid_to && *m_plan.valid_to < *m_plan.valid_from)
    m_table.fail("workspace.bad_period", m_table.line_of("valid_to"),
                 {to_string(m_plan.valid_from), to_string(m_plan.valid_to)});
}

void Section::meanings() {
  kind();
  fields();
  value_map("zone_map", valid(Vocabulary::zone), &zone_word, m_plan.zone_map);
  value_map("kind_map", kinds(m_plan.role), &kind_word, m_plan.kind_map);
  if (m_plan.kind.empty()) return;
  if (m_plan.fields.count("kind")) m_table.fail("workspace.two_kinds", m_table.line_of("kind"), {"fields.kind"});
  if (!m_plan.kind_map.empty()) m_table.fail("workspace.two_kinds", m_table.line_of("kind"), {"kind_map"});
}

void Section::kind() {
  auto const text = m_table.text("kind");
  if (text.empty()) return;
  auto const word = kind_word(text).value_or(text);
  auto const list = kinds(m_plan.role);
  if (std::find(list.begin(), list.end(), word) == list.end())
    m_table.unknown("workspace.unknown_word", m_table.line_of("kind"), text, list);
  m_plan.kind = word;
}

void Section::action() {
  auto const text = m_table.text("action");
  if (text.empty()) return;
  auto const word = action_word(text);
  if (!word) m_table.unknown("workspace.unknown_word", m_table.line_of("action"), text, valid(Vocabulary::action));
  m_plan.action = *word;
}

void Section::fields() {
  m_table.table("fields", m_plan.role == Role::areas ? FIELDS_OF_AREAS : FIELDS_OF_ACTIVITIES);
  m_plan.fields = m_table.texts("fields");
}

void Section::value_map(char const* key, Words const& valid_words, std::optional<std::string> (*word)(std::string_view),
                        std::map<std::string, std::string>& out) {
  for (auto const& [from, to] : m_table.texts(key)) {
    auto const known = word(to).value_or(to);
    if (std::find(valid_words.begin(), valid_words.end(), known) == valid_words.end())
      m_table.unknown("workspace.unknown_word", m_table.raw()[key][from].node()->source().begin.line, to, valid_words);
    out.emplace(from, known);
  }
}

}  // namespace

std::string in_folder(std::string const& directory, std::string const& path) {
  return path.empty() || outside_folder(path) ? path : (fs::path(directory) / path).string();
}

bool source_exists(std::string const& path_and_layer) {
  if (outside_folder(path_and_layer) && !fs::path(path_and_layer).is_absolute()) return true;
  if (path_and_layer.rfind("/vsi", 0) == 0) return true;
  std::error_code ignored;
  if (fs::exists(path_and_layer, ignored)) return true;
  auto const colon = path_and_layer.rfind(':');
  return colon != std::string::npos && colon > 0 && fs::exists(path_and_layer.substr(0, colon), ignored);
}

namespace {

// The layer that zones_of names stands anywhere in the file, so this comes after the last section.
class ZonesOf {
 public:
  ZonesOf(std::vector<LayerPlan>& layers, StrictTable const& top) : m_layers(layers), m_top(top) {}

  void check(LayerPlan& zones, toml::table const& section) const {
    auto const line = section["zones_of"].node()->source().begin.line;
    auto const& wanted = zones.zones_of;
    if (wanted == zones.name) m_top.fail("workspace.zones_of_itself", line, {wanted});
    auto const it = std::find_if(m_layers.begin(), m_layers.end(), [&](auto const& l) { return l.name == wanted; });
    if (it == m_layers.end()) unknown(zones, line);
    if (it->role != Role::areas) m_top.fail("workspace.zones_of_activities", line, {wanted});
    if (!it->zones_of.empty()) m_top.fail("workspace.zones_of_chain", line, {wanted, it->zones_of});
    if (!zones.kind.empty() && !it->kind.empty() && zones.kind != it->kind)
      m_top.fail("workspace.zones_of_kind", line, {zones.kind, wanted, it->kind});
    bool const states_no_kind = zones.kind.empty() && !zones.fields.count("kind") && zones.kind_map.empty();
    if (states_no_kind) zones.kind = it->kind;
  }

 private:
  [[noreturn]] void unknown(LayerPlan const& zones, std::uint32_t line) const {
    Words names;
    for (auto const& l : m_layers)
      if (l.role == Role::areas && !l.name.empty() && l.name != zones.name) names.push_back(l.name);
    m_top.unknown("workspace.zones_of_unknown", line, zones.zones_of, names);
  }

  std::vector<LayerPlan>& m_layers;
  StrictTable const& m_top;
};

}  // namespace

std::vector<LayerPlan> read_layers(StrictTable const& top, std::string const& directory,
                                   std::optional<double> default_accuracy_m) {
  std::vector<LayerPlan> out;
  if (!top.has("layer")) return out;
  auto const* list = top.raw()["layer"].as_array();
  if (!list) top.wrong_type("layer", "[[layer]]");
  std::set<std::string> names;
  for (auto const& node : *list) {
    if (!node.is_table()) top.wrong_type("layer", "[[layer]]");
    auto plan = Section(*node.as_table(), top.file(), directory).read();
    if (!plan.name.empty() && !names.insert(plan.name).second)
      top.fail("workspace.duplicate", node.source().begin.line, {plan.name});
    if (!plan.accuracy_m) plan.accuracy_m = default_accuracy_m;
    out.push_back(std::move(plan));
  }
  ZonesOf const zones_of(out, top);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (!out[i].zones_of.empty()) zones_of.check(out[i], *list->get(i)->as_table());
  return out;
}

}  // namespace redline
