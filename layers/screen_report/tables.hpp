// The tables of a report of screenings, the same on the page and in the workbook. `n` is the number of an overlap,
// from 1.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/screen_report/words.hpp"

namespace redline::report::tables {

Table applications(ReportWords const& w);  // one row for each
Table failed(ReportWords const& w);
Table areas(Application const& a, ReportWords const& w);
Table boundary(Application const& a, ReportWords const& w);
Table conflicts(Application const& a, ReportWords const& w);
Table rules(Application const& a, std::size_t n, ReportWords const& w);
Table pieces(Application const& a, std::size_t n, ReportWords const& w);
Table cut_corners(Application const& a, ReportWords const& w);
Table contacts(Application const& a, ReportWords const& w);
Table nearest(Application const& a, ReportWords const& w);
Table setbacks(Application const& a, ReportWords const& w);
Table rights(Application const& a, ReportWords const& w);
Table cut_figures(Application const& a, ReportWords const& w);  // of a staked one, for the workbook
Table not_checked(Application const& a, ReportWords const& w);
Table findings(Findings const& all, std::string const& of, ReportWords const& w);
Table decisions(Application const& a, ReportWords const& w);
Table manifest(ReportWords const& w);

}  // namespace redline::report::tables
