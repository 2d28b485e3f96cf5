// One layer of a ledger into one new file by a driver of GDAL, counted again after it was closed. What did not go in
// whole is counted: texts cut (by column), rows without a place that the format cannot hold. Errors of kind output,
// write.failed {shown, reason}; of kind invariant, write.unbalanced.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "layers/exchange/exchange_format.hpp"
#include "layers/exchange/ledger_rows_reader.hpp"

namespace redline {

struct LayerLosses {
  std::map<std::string, std::int64_t> cut_texts;  // column -> rows
  std::int64_t without_place = 0, rows = 0;
};

// shown: the name the user knows.
LayerLosses write_gdal_layer(LedgerRows& rows, ExchangeFormat const& format, std::string const& path,
                             std::string const& shown);

}  // namespace redline
