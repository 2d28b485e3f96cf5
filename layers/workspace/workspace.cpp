// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/workspace.hpp"

#include <filesystem>

#include "engine/core/hash.hpp"
#include "engine/rules/words.hpp"
#include "layers/workspace/layer_section.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;
using Words = StrictTable::Words;

Words const WORKSPACE_KEYS{"format",    "name",     "note",  "language",       "as_of",    "rules",   "register",
                           "decisions", "settings", "layer", "transformation", "setbacks", "counties"};
Words const SETTINGS{"accuracy_m", "densify_m", "nearest_limit_m", "area_method", "rounding", "three_zones_mapped"};
Words const METHODS(AREA_METHODS.begin(), AREA_METHODS.end());
Words const DATUMS{"xian1980", "beijing1954", "new_beijing"};

toml::table parse(std::string const& text, std::string const& file) {
  try {
    return toml::parse(text, file);
  } catch (toml::parse_error const& e) {
    throw Error(ErrorKind::input, "workspace.syntax",
                {file, std::to_string(e.source().begin.line), std::string(e.description())});
  }
}

std::string existing(StrictTable const& t, char const* key, std::string const& directory) {
  auto const shown = t.text(key);
  auto const path = in_folder(directory, shown);
  if (!path.empty() && !fs::is_regular_file(path)) t.fail("workspace.missing_file", t.line_of(key), {key, shown});
  return path;
}

void check_format(StrictTable const& top) {
  auto const format = top.required_text("format");
  if (format != "redline-workspace/1") top.fail("workspace.format", top.line_of("format"), {format});
}

void read_top(StrictTable const& top, Workspace& w) {
  check_format(top);
  w.name = top.text("name");
  top.text("note");
  auto const language = top.word("language", {"zh", "en"});
  if (!language.empty()) w.language = w.plan.language = language == "zh" ? Language::zh : Language::en;
  if ((w.plan.as_of = top.date("as_of"))) w.plan.as_of_source = "workspace";
  w.plan.rules_file = existing(top, "rules", w.directory);
  w.plan.register_file = existing(top, "register", w.directory);
  w.plan.decisions_file = existing(top, "decisions", w.directory);
  auto const usual = in_folder(w.directory, "decisions.csv");
  if (!top.has("decisions") && fs::exists(usual)) w.plan.decisions_file = usual;
  w.plan.with_register = true;
}

std::optional<double> read_settings(StrictTable const& top, Workspace& w) {
  auto const t = top.table("settings", SETTINGS);
  if (!t) return std::nullopt;
  w.plan.densify_m = t->positive("densify_m").value_or(w.plan.densify_m);
  w.plan.nearest_limit_m = t->number("nearest_limit_m", 0).value_or(w.plan.nearest_limit_m);
  w.plan.three_zones_mapped = t->flag("three_zones_mapped").value_or(false);
  if (auto const method = t->word("area_method", METHODS); !method.empty())
    w.plan.area_method = area_method_named(method);
  if (t->word("rounding", {"half_even", "half_away"}) == "half_away") w.rounding = Rounding::half_away;
  return t->number("accuracy_m", 0);
}

void read_transformations(StrictTable const& top, RunPlan& plan) {
  auto const all = top.table("transformation", DATUMS);
  if (!all) return;
  for (auto const& datum : all->keys()) {
    auto const t = *all->table(datum, {"values", "accuracy_m"});
    DatumParameters p{datum, t.numbers("values"), t.number("accuracy_m", 0)};
    if (p.values.size() != 4 && p.values.size() != 7)
      t.fail("workspace.parameter_count", t.line_of("values"), {datum, std::to_string(p.values.size())});
    plan.datum_parameters.push_back(std::move(p));
  }
}

void read_setbacks(StrictTable const& top, RunPlan& plan) {
  auto const kinds = words(Vocabulary::activity_kind);
  auto const t = top.table("setbacks", {kinds.begin(), kinds.end()});
  if (!t) return;
  for (auto const& kind : t->keys()) plan.setbacks_m[kind] = *t->positive(kind);
}

void read_counties(StrictTable const& top, Workspace& w) {
  auto const t = top.table("counties", {"source", "field", "crs"});
  if (!t) return;
  w.counties = {existing(*t, "source", w.directory), t->required_text("field"), t->text("crs")};
  if (w.counties.source.empty()) t->required_text("source");
}

}  // namespace

std::string find_workspace(std::string const& given) {
  fs::path const named(given);
  if (!given.empty()) {
    if (fs::exists(named / "redline.toml")) return given;
    if (named.filename() == "redline.toml" && fs::exists(named))
      return named.has_parent_path() ? named.parent_path().string() : ".";
    throw Error(ErrorKind::input, "workspace.not_here", {given});
  }
  for (auto d = fs::current_path();; d = d.parent_path()) {
    if (fs::exists(d / "redline.toml")) return d.string();
    if (d == d.parent_path()) throw Error(ErrorKind::input, "workspace.none");
  }
}

Workspace read_workspace(std::string const& directory) {
  auto const file = (fs::path(directory) / "redline.toml").string();
  auto const text = read_text_file(file);
  auto const root = parse(text, file);
  StrictTable const top(root, file, "redline.toml", WORKSPACE_KEYS);
  Workspace w;
  w.directory = w.plan.workspace_directory = directory;
  w.plan.workspace_sha256 = sha256_hex(text);
  read_top(top, w);
  w.accuracy_m = read_settings(top, w);
  read_transformations(top, w.plan);
  read_setbacks(top, w.plan);
  read_counties(top, w);
  w.plan.layers = read_layers(top, directory, w.accuracy_m);
  return w;
}

RunPlan workspace_plan(std::string const& directory) { return read_workspace(directory).plan; }

}  // namespace redline
