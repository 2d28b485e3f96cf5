// What a source says of the state of an activity, as a word of the rules: the name itself, or the name with brackets
// behind it that only say when or in which batch, as in 已拆除（2018年11月）, 已注销(第一批). Brackets with anything
// else (部分, 待验收) may turn the meaning over: nothing, as for a name that the rules do not have.
// denies_renewal: the whole text says that no renewal was asked for (否, 未申请, 过期（未申请延续）).
// speaks_of_renewal: it names a renewal and does not deny it (延续中, 过期（已申请延续）, also 不予延续): when it was
// asked for is not known.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/rules/model.hpp"

namespace redline::rules {

std::optional<unsigned> status_word(std::string_view status, Names const& names);
bool denies_renewal(std::string_view text);
bool speaks_of_renewal(std::string_view status);

}  // namespace redline::rules
