// What the director sees first: the figures of a ledger in sentences, and one picture with the map of the region beside
// the bars by reserve, above those by kind and by prefecture. Needs ledger_views.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/ledger_report/ledger_file.hpp"
#include "layers/report/document.hpp"

namespace redline {

std::string overview_sentence(LedgerFile& ledger, Language language);
std::vector<std::string> not_checked(LedgerFile& ledger, Language language);
std::vector<std::string> balance_sentences(LedgerFile& ledger, Language language);
report::Picture overview_picture(LedgerFile& ledger, Language language);
bool any_schematic(LedgerFile& ledger);

}  // namespace redline
