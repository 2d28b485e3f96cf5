// A document in the sober form that offices edit and sign, for Word, WPS and LibreOffice: A4, page numbers as in
// GB/T 9704, headings of tables repeated. Written by ourselves as WordprocessingML, since converters (pandoc) lose the
// widths and rules of tables. Maps are PNG made by rsvg-convert. The same document gives the same texts.
// Errors (output): report.no_tool, report.tool_failed, report.no_font (maps without a Chinese font), write.failed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/report/document.hpp"

namespace redline::report {

std::string docx(Document const& document, std::string const& for_path);

}  // namespace redline::report
