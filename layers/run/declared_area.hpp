// The area in m² that a feature states in one of the columns declared_m2, _ha, _km2, _mu; a unit in the cell itself
// (0.4445平方公里) counts before that of the column. What is no area is a finding, run.bad_area.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/columns.hpp"

namespace redline {

std::optional<double> declared_area_m2(Columns const& columns, RawFeature const& feature, std::string const& layer,
                                       std::string const& id, Findings& findings);

}  // namespace redline
