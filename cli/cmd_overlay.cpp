// redline overlay: every activity against the basemap.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/chrono.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/layer_options.hpp"
#include "cli/ledger_into_database.hpp"
#include "cli/progress_bar.hpp"
#include "engine/core/error.hpp"
#include "layers/read/place.hpp"
#include "layers/run/plan.hpp"
#include "layers/workspace/workspace.hpp"
#include "layers/write/export.hpp"
#include "layers/write/run_sidecar.hpp"

namespace redline::cli {
namespace {

struct Options {
  std::vector<std::string> areas, activities, zone_map;
  std::string workspace, output, as_of, rules, action, where, encoding, areas_crs, activities_crs, reserve, county, csv,
      geojson;
  std::string area_kind, area_id, area_name, zone, activity_kind, activity_id, activity_name, x_field, y_field,
      area_method = "exact";
  double accuracy = -1;
  int threads = 0;
  bool overwrite = false, aside = false, allow_network = false, allow_vrt = false;
};

LayerPlan from_option(Options const& o, std::string const& source, Role role) {
  LayerPlan p;
  if (role == Role::areas) {
    p = area_layer(source, {o.area_kind, o.area_id, o.area_name, o.zone, o.areas_crs, o.encoding, o.zone_map});
  } else {
    p.source = source, p.role = role, p.crs = o.activities_crs, p.encoding = o.encoding, p.where = o.where;
    for (auto const& [meaning, value] : {std::pair{"id", &o.activity_id},
                                         {"name", &o.activity_name},
                                         {"kind", &o.activity_kind},
                                         {"x", &o.x_field},
                                         {"y", &o.y_field}})
      put_field(p, meaning, *value);
  }
  p.action = o.action;
  if (o.accuracy >= 0) p.accuracy_m = o.accuracy;
  return p;
}

// Options about single layers say nothing about the layers of a workspace: refused there, not passed over.
void refuse_layer_options(Options const& o) {
  std::pair<char const*, bool> const given[] = {{"--area-kind", !o.area_kind.empty()},
                                                {"--area-id", !o.area_id.empty()},
                                                {"--area-name", !o.area_name.empty()},
                                                {"--zone", !o.zone.empty()},
                                                {"--activity-kind", !o.activity_kind.empty()},
                                                {"--activity-id", !o.activity_id.empty()},
                                                {"--activity-name", !o.activity_name.empty()},
                                                {"--zone-map", !o.zone_map.empty()},
                                                {"--areas-crs", !o.areas_crs.empty()},
                                                {"--activities-crs", !o.activities_crs.empty()},
                                                {"--encoding", !o.encoding.empty()},
                                                {"--action", !o.action.empty()},
                                                {"--accuracy", o.accuracy >= 0},
                                                {"--where", !o.where.empty()},
                                                {"--x-field", !o.x_field.empty()},
                                                {"--y-field", !o.y_field.empty()}};
  for (auto const& [name, is_given] : given)
    if (is_given) throw Error(ErrorKind::usage, "cli.layer_option", {name});
}

class Overlay final : public Command {
 public:
  std::string name() const override { return "overlay"; }
  void configure(CLI::App& app, Language l) override;
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5, 130}; }
  std::vector<char const*> diagnostics() const override {
    return {"cli.areas_and_activities",
            "cli.layer_option",
            "run.ledger_name",
            "cli.bad_date",
            "workspace.none",
            "read.missing",
            "read.which_layer",
            "read.no_field",
            "run.no_crs",
            "crs.datum_needs_parameters",
            "read.damaged_short",
            "read.no_coordinates",
            "write.exists",
            "write.locked",
            "write.no_ledger",
            "write.foreign",
            "write.own_styles",
            "write.failed",
            "cli.aside_in_database",
            "pg.connect",
            "pg.exists",
            "pg.foreign",
            "pg.no_right_to_create"};
  }
  int run(Common const& common) override;

 private:
  struct Done {
    RunResult result;
    RunSidecar facts;
  };
  RunPlan plan(Common const& common) const;
  void tell(RunResult const& r, std::string const& where, Common const& common) const;
  RunSidecar facts(RunResult const& result, std::chrono::system_clock::time_point started, double seconds,
                   unsigned threads) const;
  Done work(RunPlan plan) const;
  void export_tables(std::string const& ledger) const;
  int into_database(RunPlan plan, ProgressBar& bar, Common const& common) const;
  Options o;
};

void Overlay::configure(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("overlay", option, l); };
  app.add_option("-w,--workspace", o.workspace, h("workspace"))->type_name("DIR");
  app.add_option("--areas", o.areas, h("areas"))->type_name("FILE[:LAYER]")->allow_extra_args(false);
  app.add_option("--activities", o.activities, h("activities"))->type_name("FILE[:LAYER]")->allow_extra_args(false);
  app.add_option("-o,--output", o.output, h("output"))->type_name("FILE.gpkg|PG:…")->required();
  app.add_flag("--overwrite", o.overwrite, h("overwrite"));
  app.add_flag("--aside", o.aside, h("aside"));
  app.add_option("--as-of", o.as_of, h("as_of"))->type_name("DATE");
  for (auto const& [flag, target, key] : {std::tuple{"--area-kind", &o.area_kind, "area_kind"},
                                          {"--area-id", &o.area_id, "area_id"},
                                          {"--area-name", &o.area_name, "area_name"},
                                          {"--zone", &o.zone, "zone"},
                                          {"--activity-kind", &o.activity_kind, "activity_kind"},
                                          {"--activity-id", &o.activity_id, "activity_id"},
                                          {"--activity-name", &o.activity_name, "activity_name"}})
    app.add_option(flag, *target, h(key))->type_name("FIELD|=VALUE");
  app.add_option("--x-field", o.x_field, h("x_field"))->type_name("FIELD");
  app.add_option("--y-field", o.y_field, h("y_field"))->type_name("FIELD");
  app.add_option("--zone-map", o.zone_map, h("zone_map"))->type_name("FROM=TO")->allow_extra_args(false);
  app.add_option("--areas-crs", o.areas_crs, h("areas_crs"))->type_name("CRS");
  app.add_option("--activities-crs", o.activities_crs, h("activities_crs"))->type_name("CRS");
  app.add_option("--encoding", o.encoding, h("encoding"))->type_name("NAME");
  app.add_option("--rules", o.rules, h("rules"))->type_name("FILE");
  action_option(app, o.action, h("action"));
  app.add_option("--accuracy", o.accuracy, h("accuracy"))
      ->check(CLI::Validator(CLI::NonNegativeNumber).description(""))
      ->type_name("METRES");
  app.add_option("--where", o.where, h("where"))->type_name("SQL");
  app.add_option("--area-method", o.area_method, h("area_method"))
      ->check(CLI::IsMember(std::vector<std::string>(AREA_METHODS.begin(), AREA_METHODS.end())).description(""))
      ->type_name("exact|geodesic|planar|tdt1055");
  app.add_option("--reserve", o.reserve, h("reserve"))->type_name("NAME");
  app.add_option("--county", o.county, h("county"))->type_name("NAME");
  app.add_option("--threads", o.threads, h("threads"))->check(CLI::Range(1, 256).description(""))->type_name("N");
  app.add_option("--csv", o.csv, h("csv"))->type_name("FILE");
  app.add_option("--geojson", o.geojson, h("geojson"))->type_name("FILE");
  app.add_flag("--allow-network", o.allow_network, h("allow_network"));
  app.add_flag("--allow-vrt", o.allow_vrt, h("allow_vrt"));
}

RunPlan Overlay::plan(Common const& common) const {
  if (o.areas.empty() != o.activities.empty()) throw Error(ErrorKind::usage, "cli.areas_and_activities");
  if (o.areas.empty()) refuse_layer_options(o);
  if (!o.areas.empty() && !o.workspace.empty()) throw Error(ErrorKind::usage, "cli.two_ways");
  auto const workspace = o.areas.empty() ? read_workspace(find_workspace(o.workspace)) : Workspace{};
  auto p = workspace.plan;
  for (auto const& a : o.areas) p.layers.push_back(from_option(o, a, Role::areas));
  for (auto const& a : o.activities) p.layers.push_back(from_option(o, a, Role::activities));
  p.output = o.output;
  for (auto const* out : {&o.csv, &o.geojson})
    if (!out->empty()) check_export_format(*out), p.exports.push_back(*out);
  p.overwrite = o.overwrite, p.aside = o.aside, p.allow_network = o.allow_network, p.allow_vrt = o.allow_vrt;
  p.language = common.language_name.empty() ? workspace.language.value_or(common.language) : common.language;
  set_day(p, o.as_of);
  if (!o.rules.empty()) p.rules_file = o.rules;
  if (o.area_method != "exact") p.area_method = area_method_named(o.area_method);
  p.reserve = o.reserve, p.county = o.county;
  p.threads = threads_of(o.threads);
  return p;
}

int Overlay::run(Common const& common) {
  auto p = plan(common);
  ProgressBar bar(common);
  p.progress = &bar;
  if (is_database(o.output)) return into_database(std::move(p), bar, common);
  auto const done = work(p);
  bar.clear();
  write_run_sidecar(done.result.output, done.facts, true);
  export_tables(done.result.output);
  if (!common.quiet) tell(done.result, done.result.output, common);
  return 0;
}

Overlay::Done Overlay::work(RunPlan p) const {
  auto const threads = static_cast<unsigned>(p.threads);
  auto const start = std::chrono::steady_clock::now();
  auto const started = std::chrono::system_clock::now();
  Done done{run_overlay(std::move(p)), {}};
  std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - start;
  done.facts = facts(done.result, started, seconds.count(), threads);
  return done;
}

void Overlay::export_tables(std::string const& ledger) const {
  for (auto const* out : {&o.csv, &o.geojson})
    if (!out->empty()) export_conflicts(ledger, *out, o.overwrite);
}

int Overlay::into_database(RunPlan p, ProgressBar& bar, Common const& common) const {
  LedgerIntoDatabase database(p);
  p.output = database.file();
  auto const done = work(std::move(p));
  auto const written = database.write(done.facts);
  bar.clear();
  export_tables(database.file());
  if (common.quiet) return 0;
  tell(done.result, database.shown(), common);
  if (!written.styles_not_shared.empty())
    std::cout << render(Message{"pg.styles_not_shared", {written.styles_not_shared}}, common.language) << '\n';
  return 0;
}

RunSidecar Overlay::facts(RunResult const& result, std::chrono::system_clock::time_point started, double seconds,
                          unsigned threads) const {
  RunSidecar out;
  auto const* user = std::getenv("USER");
  out.who = user ? user : "";
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) == 0) out.host = host.data();
  auto const t = std::chrono::system_clock::to_time_t(started);
  out.when = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(t));
  out.command = "overlay";
  out.seconds = seconds;
  out.threads = threads;
  out.stages = result.stages, out.styles = result.styles;
  return out;
}

void Overlay::tell(RunResult const& r, std::string const& where, Common const& common) const {
  auto const say = [&](char const* key, std::vector<std::string> args) {
    std::cout << render(Message{key, std::move(args)}, common.language) << '\n';
  };
  say("cli.overlay_done", {std::to_string(r.activities), std::to_string(r.areas), std::to_string(r.conflicts),
                           std::to_string(r.rejected), std::to_string(r.findings)});
  for (auto const& name : r.reserves_taken) say("cli.reserve_taken", {name});
  if (!o.county.empty())
    say("cli.county_taken", {o.county, std::to_string(r.other_counties), std::to_string(r.county_unknown)});
  for (auto const& layer : r.coverage_not_stated) say("cli.coverage_not_stated", {layer});
  for (auto const& f : r.layer_warnings)
    say("cli.layer_warning", {f.layer, Error(ErrorKind::input, f.code, f.args).text(common.language)});
  for (auto const& [verdict, n] : r.conflicts_by_verdict)
    say("cli.overlay_verdict", {render("verdict." + verdict, common.language), std::to_string(n)});
  say("cli.proposals", {});
  if (where == r.output && r.output != o.output) say("cli.aside", {o.output, r.output});
  say("cli.written", {where});
}

}  // namespace

std::unique_ptr<Command> make_overlay() { return std::make_unique<Overlay>(); }

}  // namespace redline::cli
