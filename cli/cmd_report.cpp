// redline report: a report of a ledger.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "engine/core/error.hpp"
#include "layers/ledger_report/ledger_document.hpp"
#include "layers/postgis/ledger_here.hpp"
#include "layers/read/place.hpp"
#include "layers/report/outputs.hpp"
#include "layers/run/outputs.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

class Report final : public Command {
 public:
  std::string name() const override { return "report"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("report", option, l); };
    app.add_option("ledger", m_options.ledger, h("ledger"))->required()->type_name("LEDGER");
    app.add_option("-o,--output,--html", m_files.html, h("output"))->type_name("FILE.html");
    app.add_option("--xlsx", m_files.xlsx, h("xlsx"))->type_name("FILE.xlsx");
    app.add_option("--docx", m_files.docx, h("docx"))->type_name("FILE.docx");
    app.add_option("--pdf", m_files.pdf, h("pdf"))->type_name("FILE.pdf");
    app.add_option("--rows", m_options.rows_per_reserve, h("rows"))
        ->check(CLI::Range(0, 100000).description(""))
        ->type_name("N");
    app.add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
    app.add_flag("--overwrite", m_overwrite, h("overwrite"));
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"cli.no_report_file", "read.missing",   "write.not_a_ledger",  "write.exists", "write.failed",
            "report.no_tool",     "report.no_font", "report.other_format", "pg.connect",   "pg.no_ledger"};
  }
  int run(Common const& common) override;

 private:
  void check_outputs() const;
  LedgerReportOptions m_options;
  report::ReportFiles m_files;
  std::string m_workspace;
  bool m_overwrite = false;
};

void Report::check_outputs() const {
  auto const files = m_files.all();
  check_replaces_none(files, {m_options.ledger});
  if (!m_workspace.empty()) check_not_of_workspace(files, find_workspace(m_workspace));
  check_places(files, m_overwrite);
  m_files.check_names();
}

int Report::run(Common const& common) {
  if (!m_files.any() && is_database(m_options.ledger)) throw Error(ErrorKind::usage, "cli.no_report_file");
  if (!m_files.any())  // where a project of redline qgis looks for it
    m_files.html = std::filesystem::path(m_options.ledger).replace_extension(".html").string();
  check_outputs();
  LedgerHere const here(m_options.ledger);
  if (here.address()) m_options.name = here.address()->schema;
  if (!m_workspace.empty()) m_options.register_file = read_workspace(find_workspace(m_workspace)).plan.register_file;
  m_options.language = common.language;
  m_options.with_pictures = m_files.with_maps();
  auto const document = here.read([&](std::string const& file) {
    m_options.ledger = file;
    return ledger_document(m_options);
  });
  auto const written = report::write_reports(document, m_files, m_overwrite);
  if (!common.quiet)
    for (auto const& file : written.files)
      std::cout << render(Message{"restoration.reported", {file}}, common.language) << '\n';
  for (auto const& e : written.failed) std::cerr << "redline: " << e.text(common.language) << '\n';
  return written.failed.empty() ? 0 : written.failed.front().exit_status();
}

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<Report>(); }

}  // namespace redline::cli
