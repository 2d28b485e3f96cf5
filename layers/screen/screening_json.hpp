// A screening as JSON, format redline-screening/1 (docs/screening.md). Texts in one language; m² with 4 decimals,
// metres with 3, degrees with 9, shares with 6, bearings with 1, coordinates of corners in metres with 3.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "engine/screen/screening.hpp"

namespace redline {

inline constexpr std::string_view SCREENING_FORMAT = "redline-screening/1";

std::string screening_json(Screening const& screening, Language language);

}  // namespace redline
