// redline restoration import | status | report. SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/layer_options.hpp"
#include "cli/progress_bar.hpp"
#include "engine/core/error.hpp"
#include "layers/report/outputs.hpp"
#include "layers/restoration/ground_layer.hpp"
#include "layers/restoration/import.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/report_places.hpp"
#include "layers/restoration/status_output.hpp"
#include "layers/workspace/workspace.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline::cli {
namespace {

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::string timestamp() {
  auto const day = std::chrono::floor<std::chrono::days>(now());
  auto const seconds = (now() - day).count();
  auto const two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return to_string(Date(day)) + "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) +
         "Z";
}

class Restoration final : public Command {
 public:
  std::string name() const override { return "restoration"; }
  void configure(CLI::App& app, Language l) override;
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5, 130}; }
  std::vector<char const*> diagnostics() const override {
    return {"restoration.no_header",  "restoration.heading_row",  "restoration.rows_unusable", "restoration.id_clash",
            "restoration.store_busy", "restoration.was_imported", "report.other_format"};
  }
  int run(Common const& common) override {
    auto const workspace = find_workspace(m_workspace);
    if (m_import->parsed()) return import(workspace, common);
    return m_report->parsed() ? report(workspace, common) : status(workspace, common);
  }

 private:
  void configure_import(CLI::App& app, Language l);
  void configure_status(CLI::App& app, Language l);
  int import(std::string const& workspace, Common const& common);
  void tell(std::string const& file, ImportResult const& r, Common const& common) const;
  int status(std::string const& workspace, Common const& common);
  void configure_report(CLI::App& app, Language l);
  int report(std::string const& workspace, Common const& common);
  std::unique_ptr<StatusRun> computed(std::string const& workspace, Common const& common, bool for_report) const;

  CLI::App* m_import = nullptr;
  CLI::App* m_status = nullptr;
  CLI::App* m_report = nullptr;
  std::string m_html, m_xlsx, m_gpkg;
  std::vector<std::string> m_files, m_columns;
  std::string m_workspace, m_encoding, m_crs, m_reported_on, m_as_of, m_reserve, m_output;
  double m_patience_s = 30;
  bool m_json = false, m_csv = false, m_overwrite = false;
};

void Restoration::configure(CLI::App& app, Language l) {
  app.require_subcommand(1);
  configure_import(app, l);
  configure_status(app, l);
  configure_report(app, l);
}

void Restoration::configure_import(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("restoration.import", option, l); };
  m_import = app.add_subcommand("import", render("help.restoration.import", l));
  m_import->set_help_flag("-h,--help", render("help.common.help", l));
  m_import->add_option("file", m_files, h("file"))->required()->type_name("FILE[:LAYER]");
  m_import->add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
  m_import->add_option("--column", m_columns, h("column"))->type_name("MEANING=COLUMN")->allow_extra_args(false);
  m_import->add_option("--reported-on", m_reported_on, h("reported_on"))->type_name("DATE");
  m_import->add_option("--encoding", m_encoding, h("encoding"))->type_name("NAME");
  m_import->add_option("--crs", m_crs, h("crs"))->type_name("CRS");
  m_import->add_option("--wait", m_patience_s, h("wait"))
      ->check(CLI::Range(0.0, 86400.0).description(""))
      ->type_name("SECONDS");
}

void Restoration::configure_status(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("restoration.status", option, l); };
  m_status = app.add_subcommand("status", render("help.restoration.status", l));
  m_status->set_help_flag("-h,--help", render("help.common.help", l));
  m_status->add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
  m_status->add_option("--as-of", m_as_of, h("as_of"))->type_name("DATE");
  m_status->add_option("--reserve", m_reserve, h("reserve"))->type_name("NAME");
  auto* json = m_status->add_flag("--json", m_json, h("json"));
  m_status->add_flag("--csv", m_csv, h("csv"))->excludes(json);
  m_status->add_option("-o,--output", m_output, h("output"))->type_name("FILE");
  m_status->add_flag("--overwrite", m_overwrite, h("overwrite"));
}

std::map<std::string, std::string> column_map(std::vector<std::string> const& given) {
  std::map<std::string, std::string> out;
  for (auto const& c : given) {
    auto const eq = c.find('=');
    if (eq == std::string::npos) throw Error(ErrorKind::usage, "restoration.bad_column_option", {c});
    out[c.substr(0, eq)] = c.substr(eq + 1);
  }
  return out;
}

int Restoration::import(std::string const& workspace, Common const& common) {
  ProgressBar bar(common);
  for (auto const& file : m_files) {
    ImportOptions o;
    o.workspace = workspace;
    o.source = file;
    o.encoding = m_encoding;
    o.crs = m_crs;
    o.reported_on = date_option(m_reported_on);
    o.columns = column_map(m_columns);
    o.now = timestamp();
    o.patience = std::chrono::milliseconds(static_cast<long>(m_patience_s * 1000));
    o.language = common.language;
    o.progress = &bar;
    auto const result = import_restoration(o);
    bar.clear();
    tell(file, result, common);
  }
  return 0;
}

void Restoration::tell(std::string const& file, ImportResult const& r, Common const& common) const {
  if (common.quiet) return;
  auto const l = common.language;
  if (!r.before.empty()) {
    std::cout << render(Message{"restoration.already", {file, r.before}}, l) << '\n'
              << render("restoration.already.hint", l) << '\n';
    for (auto const& f : r.findings) std::cout << text_of(f, l) << '\n';
    return;
  }
  std::cout << render(Message{"restoration.imported",
                              {file, std::to_string(r.rows), std::to_string(r.added), std::to_string(r.known),
                               std::to_string(r.records), std::to_string(r.tasks), std::to_string(r.polygons)}},
                      l)
            << '\n';
  std::string columns;
  for (auto const& c : r.unknown_columns) columns += (columns.empty() ? "" : ", ") + c;
  if (!columns.empty()) std::cout << render(Message{"restoration.unused_columns", {columns}}, l) << '\n';
  for (auto const& f : r.findings) std::cout << text_of(f, l) << '\n';
}

void Restoration::configure_report(CLI::App& app, Language l) {
  auto const h = [&](char const* option) { return help_text("restoration.report", option, l); };
  m_report = app.add_subcommand("report", render("help.restoration.report", l));
  m_report->set_help_flag("-h,--help", render("help.common.help", l));
  m_report->add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
  m_report->add_option("--as-of", m_as_of, h("as_of"))->type_name("DATE");
  m_report->add_option("-o,--output,--html", m_html, h("html"))->type_name("FILE.html");
  m_report->add_option("--xlsx", m_xlsx, h("xlsx"))->type_name("FILE.xlsx");
  m_report->add_option("--gpkg", m_gpkg, h("gpkg"))->type_name("FILE.gpkg");
  m_report->add_flag("--overwrite", m_overwrite, h("overwrite"));
}

std::unique_ptr<StatusRun> Restoration::computed(std::string const& workspace, Common const& common,
                                                 bool for_report) const {
  StatusOptions o;
  o.workspace = workspace;
  o.as_of = date_option(m_as_of);
  o.today = today();
  o.language = common.language;
  o.for_report = for_report;
  o.threads = threads_of(0);
  ProgressBar bar(common);
  o.progress = &bar;
  return run_status(o);
}

int Restoration::status(std::string const& workspace, Common const& common) {
  check_report_places(workspace, {m_output}, m_overwrite);
  auto const only = m_reserve.empty() ? std::string{} : reserve_id(workspace, m_reserve);
  auto const run = computed(workspace, common, false);
  std::string text;
  if (m_json)
    text = status_json(*run, common.language, only);
  else if (m_csv)
    text = status_csv(*run, common.language, only);
  else
    for (auto const& line : status_lines(*run, common.language, only)) text += line + "\n";
  if (m_output.empty())
    std::cout << text;
  else
    write_file(m_output, text, m_overwrite);
  return 0;
}

int Restoration::report(std::string const& workspace, Common const& common) {
  if (m_html.empty() && m_xlsx.empty() && m_gpkg.empty()) throw Error(ErrorKind::usage, "restoration.no_report_file");
  check_report_places(workspace, {m_html, m_xlsx, m_gpkg}, m_overwrite);
  report::check_named_as(m_html, ".html"), report::check_named_as(m_xlsx, ".xlsx");
  auto const run = computed(workspace, common, true);
  if (!m_html.empty()) write_file(m_html, report_html(*run, restoration_series(*run), common.language), m_overwrite);
  if (!m_xlsx.empty()) write_report_xlsx(*run, m_xlsx, m_overwrite, common.language);
  if (!m_gpkg.empty()) write_ground_layer(*run, m_gpkg, m_overwrite, common.language);
  if (common.quiet) return 0;
  for (auto const& file : {m_html, m_xlsx, m_gpkg})
    if (!file.empty()) std::cout << render(Message{"restoration.reported", {file}}, common.language) << '\n';
  return 0;
}

}  // namespace

std::unique_ptr<Command> make_restoration() { return std::make_unique<Restoration>(); }

}  // namespace redline::cli
