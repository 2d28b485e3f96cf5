// The maps of an application. `id` makes the names inside a map unique in the page.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/screen_report/words.hpp"

namespace redline::report {

Picture overview_map(Application const& a, std::string const& id, ReportWords const& w);
bool needs_own_map(Application const& a);  // too small to be seen in the overview
Picture application_map(Application const& a, std::string const& id, ReportWords const& w);
Picture conflict_map(Application const& a, std::size_t n, std::string const& id, ReportWords const& w);
Picture cut_map(Application const& a, std::string const& id, ReportWords const& w);

}  // namespace redline::report
