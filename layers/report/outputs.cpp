// SPDX-License-Identifier: Apache-2.0
#include "layers/report/outputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/core/letters.hpp"
#include "layers/report/docx.hpp"
#include "layers/report/html.hpp"
#include "layers/report/tool.hpp"
#include "layers/report/workbook.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline::report {
namespace {

void write_pdf(std::string const& page, std::string const& path, bool overwrite) {
  need_chinese_font(path);
  write_file(path, run_tool(WEASYPRINT, {"--quiet", "--encoding", "utf-8", "-", "-"}, page, path), overwrite);
}

}  // namespace

void check_named_as(std::string const& path, std::string_view extension) {
  constexpr std::array FORMATS{".html", ".xlsx", ".docx", ".pdf", ".json", ".csv"};
  auto const named = small_letters(std::filesystem::path(path).extension().string());
  bool const known = std::find(FORMATS.begin(), FORMATS.end(), named) != FORMATS.end();
  if (known && named != extension) throw Error(ErrorKind::usage, "report.other_format", {path, std::string(extension)});
}

void ReportFiles::check_names() const {
  check_named_as(html, ".html"), check_named_as(xlsx, ".xlsx");
  check_named_as(docx, ".docx"), check_named_as(pdf, ".pdf");
}

std::vector<std::string> ReportFiles::all() const {
  std::vector<std::string> out;
  for (auto const* f : {&html, &xlsx, &docx, &pdf})
    if (!f->empty()) out.push_back(*f);
  return out;
}

ReportsWritten write_reports(Document const& document, ReportFiles const& files, bool overwrite) {
  ReportsWritten out;
  auto const attempt = [&](std::string const& path, auto const& write) {
    if (path.empty()) return;
    try {
      write();
      out.files.push_back(path);
    } catch (Error const& e) {
      if (e.kind() != ErrorKind::output) throw;
      out.failed.push_back(e);
    }
  };
  auto const page = files.html.empty() && files.pdf.empty() ? std::string{} : html(document);
  attempt(files.html, [&] { write_file(files.html, page, overwrite); });
  attempt(files.xlsx, [&] { write_workbook(document, files.xlsx, overwrite); });
  attempt(files.docx, [&] { write_file(files.docx, docx(document, files.docx), overwrite); });
  attempt(files.pdf, [&] { write_pdf(page, files.pdf, overwrite); });
  return out;
}

}  // namespace redline::report
