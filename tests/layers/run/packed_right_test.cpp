// A right that waited on the disk says of itself what it said before.
// SPDX-License-Identifier: Apache-2.0
#include "layers/run/packed_right.hpp"

#include <catch2/catch.hpp>

using namespace redline;

TEST_CASE("packed rights come back, also with empty texts, zero bytes and no numbers", "[rights]") {
  ActivityAttributes full;
  full.id = "采矿 1", full.layer = "rights", full.occurrence = "3fa9", full.kind = "mining_right";
  full.holder = std::string("甲\0公司", 10), full.mineral = "铁矿;铜矿";
  full.accuracy_m = 0.5, full.top_m = -12.25, full.bottom_m = -300;
  auto const back = unpack(pack(full));
  CHECK(back.id == full.id);
  CHECK(back.layer == full.layer);
  CHECK(back.occurrence == full.occurrence);
  CHECK(back.kind == full.kind);
  CHECK(back.holder == full.holder);
  CHECK(back.mineral == full.mineral);
  CHECK(back.accuracy_m == full.accuracy_m);
  CHECK(back.top_m == full.top_m);
  CHECK(back.bottom_m == full.bottom_m);

  ActivityAttributes bare;
  bare.kind.clear(), bare.top_m = 0;
  auto const empty = unpack(pack(bare));
  CHECK(empty.id.empty());
  CHECK(empty.mineral.empty());
  CHECK_FALSE(empty.accuracy_m);
  CHECK(empty.top_m == 0);
  CHECK_FALSE(empty.bottom_m);
}
