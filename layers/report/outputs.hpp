// Writes a document to every file asked for, each complete or not at all. HTML and XLSX need no other program; the
// pictures of DOCX are drawn by rsvg-convert, PDF is made of the HTML by WeasyPrint. One that cannot be written does
// not stop the others: its Error (output) is in what is returned. check_names: a file named as another format than what
// it would hold (-o report.pdf for a web page) is Error(usage, "report.other_format").
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.hpp"
#include "layers/report/document.hpp"

namespace redline::report {

struct ReportFiles {
  std::string html, xlsx, docx, pdf;  // empty: not wanted
  bool any() const { return !html.empty() || !xlsx.empty() || !docx.empty() || !pdf.empty(); }
  bool with_maps() const { return !html.empty() || !docx.empty() || !pdf.empty(); }
  std::vector<std::string> all() const;
  void check_names() const;
};

void check_named_as(std::string const& path, std::string_view extension);  // empty: not wanted

struct ReportsWritten {
  std::vector<std::string> files;
  std::vector<Error> failed;
};

ReportsWritten write_reports(Document const& document, ReportFiles const& files, bool overwrite);

}  // namespace redline::report
