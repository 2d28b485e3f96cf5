// The formats a ledger leaves by, and what each cannot hold: `losses` are text keys, said with every export and in
// docs/exchange.md. Found by the ending of a file or by the name given by hand; nullptr: unknown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace redline {

struct ExchangeFormat {
  char const *name, *ending, *driver;  // driver: of GDAL; empty: our own writer
  std::vector<char const*> losses;
  bool several_layers = false;
};

ExchangeFormat const* format_of_ending(std::string const& path);
ExchangeFormat const* format_named(std::string_view name);
std::vector<std::string> format_names();

}  // namespace redline
