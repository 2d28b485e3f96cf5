// Headings of a shapefile hold ten bytes: three characters in UTF-8, five in GBK; of 治理面积 only 治理面 is left. One
// that may have been cut and begins known names of one meaning is the first of these names. cut_findings() says which
// were read so, and which may have been cut and were not read. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/restoration/stages.hpp"

namespace redline {

class RowColumns;

std::optional<std::string> whole_name(std::string const& begin, RestorationModel const& model);
Findings cut_findings(std::string const& file, std::vector<std::string> const& header,
                      std::vector<std::string> const& begins, RowColumns const& columns, RestorationModel const& model);

}  // namespace redline
