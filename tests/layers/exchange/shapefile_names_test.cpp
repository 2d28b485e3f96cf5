// What a shapefile calls the columns of a ledger, and where it cuts texts.
// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/shapefile_names.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "layers/exchange/ledger_rows_reader.hpp"

using namespace redline;

TEST_CASE("every column of every spatial layer has a name of ten bytes of its own", "[exchange]") {
  for (auto const* layer : spatial_layers()) {
    std::set<std::string> names;
    for (auto const& column : layer->columns) {
      auto const name = shapefile_name(column.name);
      INFO(layer->name << " " << column.name << " " << name);
      CHECK(name.size() <= SHAPEFILE_NAME_BYTES);
      CHECK(names.insert(name).second);
    }
  }
}

TEST_CASE("texts are cut before a character", "[exchange]") {
  CHECK(cut_text("abc", 3) == "abc");
  CHECK(cut_text("abcd", 3) == "abc");
  CHECK(cut_text("界址点", 9) == "界址点");
  for (std::size_t bytes : {6, 7, 8}) CHECK(cut_text("界址点", bytes) == "界址");
  CHECK(cut_text("𠮷𠮷", 7) == "𠮷");
  CHECK(cut_text("界", 2).empty());
}
