// What a person reads in place of the codes of the restoration ledger. A code without words (data may hold any) stays
// as it is. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "engine/restoration/ground.hpp"
#include "engine/restoration/status.hpp"

namespace redline {

std::string text_of(Finding const& finding, Language language);        // what is not stated is called so
std::string finding_text(std::string const& code, Language language);  // 时限已过 [deadline_passed]
std::string status_text(RestorationModel const& model, std::string const& code, Language language);
std::string stage_text(Stage const& stage, Language language);    // as offices call it, or its code in words
std::string zone_text(std::string_view zone, Language language);  // of a code, or the word itself
std::string measure_text(std::string_view measure, Language language);
std::string cause_text(std::string_view kind, Language language);  // empty where the kind names no cause

std::string joined_names(std::vector<std::string> const& names, Language language);
std::string first_names(std::vector<std::string> names, Language language);  // twenty of them, and how many more

std::vector<NamedReserve const*> share_basis(RestorationStatus const& s);  // that the region's share rests on
std::string basis_text(RestorationStatus const& s, Language language);     // how many they are, and which
std::string balance_text(GroundTotals const& ground, Language language);
std::string thousands(std::string number);  // 9519800 -> 9,519,800
std::string percent_text(double share);     // 0.89999 -> 89.99: cut, so that no threshold seems to be reached

}  // namespace redline
