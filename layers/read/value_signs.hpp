// What the values of a column say of its meaning, where its name leaves it open. Most of its values must be days, words
// of levels (…级), kinds, zones, terms with two years, or codes without Chinese characters; for other meanings there is
// no sign.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "layers/read/feature_source.hpp"

namespace redline {

using Cells = std::vector<std::string>;
using ColumnValues = std::function<std::vector<Cells>(std::vector<std::size_t> const& columns)>;  // by column

ColumnValues values_of(FeatureSource& source);  // read without geometry; the source is rewound
bool has_sign(std::string const& meaning);
bool looks_like(std::string const& meaning, Cells const& values);
bool blank(Cells const& values);
bool mostly_before(Cells const& earlier, Cells const& later);  // as days, row by row
bool a_year_behind(Cells const& later, Cells const& earlier);  // nearly a year or more, in every row, of three at least

}  // namespace redline
