// What stands under 验收结论, 验收意见, 县级验收: does it say that it was passed? Only where a clause of it is made of
// nothing but words of passing (合格, 同意销号, …), one of them at its end, of who says so and of days, and nowhere in
// it a word denies, limits or puts off (不, 未, 退回, 整改, 后, 率, …). All of these words are data: pass_words,
// pass_fillers, doubt_words, and harmless_words, which hold one of them and say nothing of the kind (不再整改).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/restoration/table_words.hpp"

namespace redline {

bool passes(std::string const& cell, std::string const& site, TableWords const& words);
bool denies(std::string const& cell, TableWords const& words);

}  // namespace redline
