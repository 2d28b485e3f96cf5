// What is put aside comes back, and no file stays or can be seen.
// SPDX-License-Identifier: Apache-2.0
#include "layers/run/spool.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/core/error.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;

TEST_CASE("a spool gives back what was put in", "[spool]") {
  test::Folder const folder;
  Spool spool(folder.str());
  std::vector<std::vector<unsigned char>> all;
  std::vector<SpoolPlace> places;
  for (std::size_t i = 0; i < 500; ++i) {
    all.emplace_back(i * 37 % 5000, static_cast<unsigned char>(i));
    places.push_back(spool.add(all.back()));
  }
  spool.flush();
  for (std::size_t i = all.size(); i-- > 0;) CHECK(spool.read(places[i]) == all[i]);
  CHECK(std::filesystem::is_empty(folder.str()));
  spool.clear();
  CHECK(spool.add(all[7]).first == 0);  // begun anew
}

TEST_CASE("a spool without a folder says so", "[spool]") {
  Spool spool("/nowhere/at/all");
  std::vector<unsigned char> const bytes(3);
  CHECK_THROWS_AS(spool.add(bytes), Error);
}
