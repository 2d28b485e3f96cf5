// The pictures of the report as data for its template: positions in a box of fixed size, in SVG units, y downwards.
// Bars: one per reserve that has anything, on a common scale (square root, so that small reserves stay visible). Curve:
// claimed, verified and accepted of the region over days, with the required area and the deadlines of sites.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <kainjow/mustache.hpp>

#include "layers/restoration/series.hpp"

namespace redline {

using Mustache = kainjow::mustache::data;

Mustache bars_data(StatusRun const& run, Language language);
Mustache curve_data(RestorationStatus const& status, std::vector<SeriesPoint> const& series, Language language);
std::string hectares(Amount amount);  // of m², 2 decimals

}  // namespace redline
