// redline screen: licence applications against the basemap, a verdict each.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/layer_options.hpp"
#include "cli/progress_bar.hpp"
#include "engine/core/error.hpp"
#include "engine/rules/words.hpp"
#include "layers/read/field_map.hpp"
#include "layers/report/outputs.hpp"
#include "layers/run/outputs.hpp"
#include "layers/screen/cut_text.hpp"
#include "layers/screen/screen_plan.hpp"
#include "layers/screen/screening_json.hpp"
#include "layers/screen/sentences.hpp"
#include "layers/screen_report/screen_document.hpp"
#include "layers/workspace/workspace.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline::cli {
namespace {

constexpr double M2_OF_KM2 = 1e6;

struct Options {
  std::vector<std::string> files, areas, zone_map, against;
  std::vector<double> elevation;
  std::string workspace, as_of, rules, json, cut, crs, encoding, kind, id, draft, draft_kind;
  std::string draft_crs, county, degrees;
  std::string area_kind, area_id, area_name, zone, areas_crs, valid_from, valid_to, granted_on, act_date, renewal;
  ActivityAttributes attributes;
  report::ReportFiles report;
  double declared_km2 = 0, accuracy = -1;
  bool accept = false, overwrite = false, no_prepared = false, allow_network = false, allow_vrt = false;
};

std::string kind_option(std::string const& text, Vocabulary vocabulary) {
  if (word_index(vocabulary, text) != UNKNOWN_WORD) return text;
  if (auto const word = kind_word(text); word && word_index(vocabulary, *word) != UNKNOWN_WORD) return *word;
  std::string valid;
  for (auto const w : words(vocabulary)) valid += (valid.empty() ? "" : " ") + std::string(w);
  throw Error(ErrorKind::usage, "cli.bad_kind", {text, valid});
}

std::string area_kinds(Language l) {
  std::string out;
  for (auto const word : words(Vocabulary::area_kind))
    out += "\n  " + std::string(word) + "  " + render("area_kind." + std::string(word), l);
  return out;
}

class Screen final : public Command {
 public:
  std::string name() const override { return "screen"; }
  void configure(CLI::App& app, Language l) override;
  std::vector<int> statuses() const override { return {0, 1, 2, 3, 4, 5, 130}; }
  std::vector<char const*> diagnostics() const override {
    return {"corner.doubtful",
            "corner.no_crs",
            "corner.lines_failed",
            "corner.form_unknown",
            "corner.cells_apart",
            "corner.not_polygon",
            "corner.line_not_polygon",
            "corner.point_not_polygon",
            "corner.offset_system",
            "workspace.no_county",
            "corner.empty",
            "crs.datum_needs_parameters",
            "screen.no_polygon",
            "screen.parcel_lines",
            "screen.one_id",
            "screen.no_rights",
            "cli.no_draft_kind",
            "screen.draft_text",
            "workspace.none",
            "read.missing",
            "write.exists",
            "report.no_tool",
            "report.no_font",
            "report.other_format"};
  }
  int run(Common const& common) override;

 private:
  void configure_application(CLI::App& app, Language l);
  void configure_areas(CLI::App& app, Language l);
  ScreenPlan plan(Common& common) const;
  LayerPlan draft(Language l) const;
  void put_application(ScreenPlan& p) const;
  bool in_a_file() const { return !o.json.empty() || o.report.any(); }  // what was found
  void tell(Screening const& s, Common const& common) const;
  void tell_cut(Screening const& s, Findings const& of_cut, Language l) const;
  void tell_written(Screening const& s, std::vector<std::string> const& written, Common const& common) const;
  report::ReportsWritten reports(Screening const& s, Language l) const;
  Options o;
};

void Screen::configure(CLI::App& app, Language l) {
  o.attributes.action.clear();  // what the source says, else new
  auto const h = [&](char const* option) { return help_text("screen", option, l); };
  app.add_option("FILE", o.files, h("file"))->required()->type_name("");
  app.add_option("-w,--workspace", o.workspace, h("workspace"))->type_name("DIR");
  app.add_option("--json", o.json, h("json"))->type_name("FILE");
  app.add_option("--cut", o.cut, h("cut"))->type_name("FILE.txt");
  for (auto const& [flag, target, key] : {std::tuple{"--html", &o.report.html, "html"},
                                          {"--xlsx", &o.report.xlsx, "xlsx"},
                                          {"--docx", &o.report.docx, "docx"},
                                          {"--pdf", &o.report.pdf, "pdf"}})
    app.add_option(flag, *target, h(key))->type_name("FILE");
  app.add_flag("--overwrite", o.overwrite, h("overwrite"));
  app.add_option("--as-of", o.as_of, h("as_of"))->type_name("DATE");
  app.add_option("--against", o.against, h("against"))
      ->check(CLI::IsMember({"rights"}).description(""))
      ->type_name("rights")
      ->expected(1);
  app.add_option("--with-draft", o.draft, h("with_draft"))->type_name("FILE[:LAYER]");
  app.add_option("--draft-kind", o.draft_kind, h("draft_kind"))->type_name("KIND");
  app.add_option("--draft-crs", o.draft_crs, h("draft_crs"))->type_name("CRS");
  configure_application(app, l);
  configure_areas(app, l);
  app.add_option("--rules", o.rules, h("rules"))->type_name("FILE");
  app.add_flag("--no-prepared", o.no_prepared, h("no_prepared"));
  app.add_flag("--allow-network", o.allow_network, h("allow_network"));
  app.add_flag("--allow-vrt", o.allow_vrt, h("allow_vrt"));
}

void Screen::configure_application(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("screen", option, l); };
  app.add_option("--crs", o.crs, h("crs"))->type_name("CRS");
  app.add_flag("--accept", o.accept, h("accept"));
  app.add_option("--degrees", o.degrees, h("degrees"))
      ->check(CLI::IsMember({"decimal", "dms"}).description(""))
      ->type_name("decimal|dms");
  app.add_option("--county", o.county, h("county"))->type_name("NAME");
  app.add_option("--encoding", o.encoding, h("encoding"))->type_name("NAME");
  app.add_option("--kind", o.kind, h("kind"))->type_name("KIND");
  action_option(app, o.attributes.action, h("action"));
  app.add_option("--id", o.id, h("id"))->type_name("ID");
  for (auto const& [flag, target, key] : {std::tuple{"--mineral", &o.attributes.mineral, "mineral"},
                                          {"--status", &o.attributes.status, "status"},
                                          {"--name", &o.attributes.name, "name"},
                                          {"--holder", &o.attributes.holder, "holder"},
                                          {"--licence-no", &o.attributes.licence_no, "licence_no"}})
    app.add_option(flag, *target, h(key))->type_name("TEXT");
  for (auto const& [flag, target, key] : {std::tuple{"--valid-from", &o.valid_from, "valid_from"},
                                          {"--valid-to", &o.valid_to, "valid_to"},
                                          {"--granted-on", &o.granted_on, "granted_on"},
                                          {"--act-date", &o.act_date, "act_date"},
                                          {"--renewal-filed-on", &o.renewal, "renewal_filed_on"}})
    app.add_option(flag, *target, h(key))->type_name("DATE");
  app.add_option("--declared", o.declared_km2, h("declared"))
      ->check(CLI::Validator(CLI::PositiveNumber).description(""))
      ->type_name("KM2");
  app.add_option("--elevation", o.elevation, h("elevation"))->expected(2)->delimiter(',')->type_name("FROM,TO");
  app.add_option("--accuracy", o.accuracy, h("accuracy"))
      ->check(CLI::Validator(CLI::NonNegativeNumber).description(""))
      ->type_name("METRES");
}

void Screen::configure_areas(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("screen", option, l); };
  app.add_option("--areas", o.areas, h("areas"))->type_name("FILE[:LAYER]")->allow_extra_args(false);
  for (auto const& [flag, target, key] : {std::tuple{"--area-kind", &o.area_kind, "area_kind"},
                                          {"--area-id", &o.area_id, "area_id"},
                                          {"--area-name", &o.area_name, "area_name"},
                                          {"--zone", &o.zone, "zone"}})
    app.add_option(flag, *target, help_text("overlay", key, l))->type_name("FIELD|=VALUE");
  app.add_option("--zone-map", o.zone_map, help_text("overlay", "zone_map", l))
      ->type_name("FROM=TO")
      ->allow_extra_args(false);
  app.add_option("--areas-crs", o.areas_crs, help_text("overlay", "areas_crs", l))->type_name("CRS");
}

ScreenPlan Screen::plan(Common& common) const {
  bool const areas = !o.areas.empty();
  if (areas && !o.workspace.empty()) throw Error(ErrorKind::usage, "cli.two_ways_screen");
  if (areas && !o.against.empty()) throw Error(ErrorKind::usage, "cli.rights_need_workspace");
  if (!areas)
    for (auto const& [name, given] : {std::pair{"--area-kind", &o.area_kind},
                                      {"--area-id", &o.area_id},
                                      {"--area-name", &o.area_name},
                                      {"--zone", &o.zone},
                                      {"--areas-crs", &o.areas_crs}})
      if (!given->empty()) throw Error(ErrorKind::usage, "cli.areas_option", {name});
  if (o.draft.empty())
    for (auto const& [name, given] : {std::pair{"--draft-kind", &o.draft_kind}, {"--draft-crs", &o.draft_crs}})
      if (!given->empty()) throw Error(ErrorKind::usage, "cli.draft_option", {name});
  if (std::count(o.files.begin(), o.files.end(), "-") > 1) throw Error(ErrorKind::usage, "cli.stdin_twice");
  if (!o.id.empty() && o.files.size() > 1)
    throw Error(ErrorKind::usage, "cli.id_of_several", {std::to_string(o.files.size())});
  if (!o.cut.empty()) check_places({o.cut}, o.overwrite);
  if (!o.cut.empty() && lower_ending(o.cut) != ".txt") throw Error(ErrorKind::usage, "cli.cut_name", {o.cut});
  auto const workspace = areas ? Workspace{} : read_workspace(find_workspace(o.workspace));
  ScreenPlan p;
  p.run = workspace.plan;
  p.workspace_accuracy_m = workspace.accuracy_m;
  if (!o.county.empty()) {
    p.intake.hints.county = county_extent(workspace.counties, o.county);
    p.counties_file = workspace.counties.source;
  }
  for (auto const& a : o.areas)
    p.run.layers.push_back(area_layer(a, {o.area_kind, o.area_id, o.area_name, o.zone, o.areas_crs, "", o.zone_map}));
  if (common.language_name.empty()) common.language = workspace.language.value_or(common.language);
  p.run.language = p.intake.language = common.language;
  p.run.overwrite = o.overwrite;
  p.run.use_prepared = !o.no_prepared;
  p.run.allow_network = p.intake.allow_network = o.allow_network;
  p.run.allow_vrt = p.intake.allow_vrt = o.allow_vrt;
  if (!o.rules.empty()) p.run.rules_file = o.rules;
  set_day(p.run, o.as_of);
  p.run.threads = threads_of(0);
  for (auto const* file : {&o.json, &o.cut})
    if (!file->empty()) p.outputs.push_back(*file);
  for (auto const& file : o.report.all()) p.outputs.push_back(file);
  p.with_cut = !p.outputs.empty();
  p.with_context = o.report.with_maps();
  p.against_rights = !o.against.empty();
  if (!o.draft.empty()) {
    p.draft = draft(common.language);
    if (!p.draft->accuracy_m) p.draft->accuracy_m = workspace.accuracy_m;
  }
  put_application(p);
  return p;
}

// What a draft is decides which law it would bring: nothing is taken for granted.
LayerPlan Screen::draft(Language l) const {
  if (o.draft_kind.empty()) throw Error(ErrorKind::usage, "cli.no_draft_kind", {o.draft, area_kinds(l)});
  if (lower_ending(o.draft) == ".txt" && std::filesystem::exists(o.draft))
    throw Error(ErrorKind::input, "screen.draft_text", {o.draft});
  auto out = area_layer(o.draft, {"", "", "", "", o.draft_crs, "", {}});
  out.kind = kind_option(o.draft_kind, Vocabulary::area_kind);
  out.name = render("screen.draft_layer", l);
  return out;
}

void Screen::put_application(ScreenPlan& p) const {
  p.files = o.files;
  p.id = o.id;
  p.attributes = o.attributes;
  auto& a = p.attributes;
  a.kind = o.kind.empty() ? "" : kind_option(o.kind, Vocabulary::activity_kind);
  a.valid_from = date_option(o.valid_from), a.valid_to = date_option(o.valid_to);
  a.granted_on = date_option(o.granted_on), a.act_date = date_option(o.act_date);
  a.renewal_filed_on = date_option(o.renewal);
  if (o.accuracy >= 0) a.accuracy_m = o.accuracy;
  if (!o.elevation.empty()) a.top_m = o.elevation[0], a.bottom_m = o.elevation[1];
  if (o.declared_km2 > 0) p.declared_m2 = p.intake.hints.registered_m2 = o.declared_km2 * M2_OF_KM2;
  p.intake.hints.degrees = degree_form(o.degrees);
  p.intake.crs = o.crs, p.intake.encoding = o.encoding, p.intake.accept = o.accept;
  if (std::find(o.files.begin(), o.files.end(), "-") != o.files.end())
    p.intake.pasted = std::string{std::istreambuf_iterator<char>(std::cin), {}};
}

int Screen::run(Common const& given) {
  auto common = given;
  auto to_run = plan(common);
  ProgressBar bar(common);
  to_run.run.progress = &bar;
  auto const screening = run_screen(std::move(to_run));
  bar.clear();
  o.report.check_names();
  if (auto const& why = screening.not_prepared; why && !common.quiet)
    std::cerr << "redline: " << render(*why, common.language) << render("prepared.not_used", common.language) << '\n';
  Findings of_cut;
  auto const cut = o.cut.empty() ? std::string{} : cut_text(screening, o.cut, of_cut);
  if (!o.json.empty()) write_file(o.json, screening_json(screening, common.language), o.overwrite);
  if (!cut.empty()) write_file(o.cut, cut, o.overwrite);
  auto const written = reports(screening, common.language);
  if (!common.quiet || !in_a_file()) tell(screening, common), tell_cut(screening, of_cut, common.language);
  if (!common.quiet) tell_written(screening, written.files, common);
  for (auto const& f : screening.failed) {
    std::cerr << "redline: " << render(f.message, common.language) << '\n';
    if (!f.hint.key.empty()) std::cerr << render(f.hint, common.language) << '\n';
  }
  for (auto const& e : written.failed) std::cerr << "redline: " << e.text(common.language) << '\n';
  return written.failed.empty() ? screening.exit_status() : written.failed.front().exit_status();
}

report::ReportsWritten Screen::reports(Screening const& s, Language l) const {
  if (!o.report.any()) return {};
  return report::write_reports(report::screen_document(s, l, o.report.with_maps()), o.report, o.overwrite);
}

void Screen::tell(Screening const& s, Common const& common) const {
  auto const l = common.language;
  auto const say = [&](Message const& m) { std::cout << render_line(m, l) << '\n'; };
  bool const batch = s.applications.size() + s.failed.size() > 1;
  for (auto const& a : s.applications)
    if (batch)
      say(line_of(a, s));
    else
      for (auto const& m : sentences(a, s)) say(m);
  if (batch)
    for (auto const& m : batch_end(s)) say(m);
  for (auto const& layer : s.coverage_not_stated) say({"cli.coverage_not_stated", {layer}});
}

// What became of each parcel in the list after the cut.
void Screen::tell_cut(Screening const& s, Findings const& of_cut, Language l) const {
  if (o.cut.empty()) return;
  auto const say = [&](Message const& m) { std::cout << render_line(m, l) << '\n'; };
  if (!any_cut(s)) say({"screen.no_cut", {o.cut}});
  for (auto const& m : cut_sentences(s)) say(m);
  for (auto const& f : of_cut) say({"screen.say.warning", {render(Message{f.code, f.args}, l)}});
}

void Screen::tell_written(Screening const& s, std::vector<std::string> const& written, Common const& common) const {
  auto const say = [&](Message const& m) { std::cout << render_line(m, common.language) << '\n'; };
  say({"cli.proposals", {}});
  if (!o.json.empty()) say({"screen.written", {o.json}});
  if (any_cut(s) && !o.cut.empty()) say({"screen.cut_written", {o.cut}});
  for (auto const& file : written) say({"screen.written", {file}});
}

}  // namespace

std::unique_ptr<Command> make_screen() { return std::make_unique<Screen>(); }

}  // namespace redline::cli
