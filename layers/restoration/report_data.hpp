// Pieces of the report as data for its template: figures as they are shown, a list of findings, the row of a reserve.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/report_charts.hpp"

namespace redline {

std::string shown(Amount a);
std::string shown(std::optional<Amount> const& a);  // a dash where nothing is known
Mustache findings_data(Findings const& findings, Language language);
Mustache sums(ReserveStatus const& reserve, RestorationModel const& model, Language language);

}  // namespace redline
