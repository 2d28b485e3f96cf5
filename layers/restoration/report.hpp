// The report of restoration: one HTML file that needs nothing else (bars, curve and map as SVG), and a workbook (XLSX)
// for Excel. Both take their numbers from one StatusRun. The workbook writes texts as texts, never as formulas. Files
// appear complete or not at all. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/restoration/series.hpp"

namespace redline {

std::string report_html(StatusRun const& run, std::vector<SeriesPoint> const& series, Language language);
void write_report_xlsx(StatusRun const& run, std::string const& path, bool overwrite, Language language);

}  // namespace redline
