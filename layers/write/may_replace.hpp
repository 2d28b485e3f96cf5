// What may be replaced, asked of a file that is there before anything is written and once more before the rename: no
// answer, or the text that says why not. A ledger is replaced only by a ledger: write.is_ledger {path}. A ledger
// replaces no other database: write.no_ledger {path}; nor a ledger that holds tables, columns or projects of others:
// write.foreign {path, names}; nor one with styles that people changed, unless the new ledger carries them too:
// write.own_styles {path, names}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/write/style_table.hpp"

namespace redline {

using CarriedStyles = std::function<std::vector<StyleRow> const&()>;  // asked only where people changed some
using MayReplace = std::function<std::optional<Message>(std::string const& file, std::string const& shown)>;

std::optional<Message> no_ledger_lost(std::string const& file, std::string const& shown);
MayReplace by_ledger(CarriedStyles carried);

}  // namespace redline
