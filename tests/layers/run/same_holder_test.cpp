// Names of holders, compared as far as writing goes and no further.
// SPDX-License-Identifier: Apache-2.0
#include "layers/run/same_holder.hpp"

#include <catch2/catch.hpp>

using namespace redline;

TEST_CASE("holders are the same where only the writing differs", "[rights]") {
  CHECK(same_holder("新疆甲矿业有限公司", "新疆甲矿业有限公司") == true);
  CHECK(same_holder("甲矿业（集团）公司", "甲矿业(集团)公司 ") == true);
  CHECK(same_holder("Somiden　SA", "SOMIDEN sa") == true);
  CHECK(same_holder("甲矿业有限公司", "甲矿业有限责任公司") == false);
  CHECK(same_holder("乙", "甲") == false);
  CHECK_FALSE(same_holder("", "甲").has_value());
  CHECK_FALSE(same_holder("甲", " 　").has_value());
  CHECK_FALSE(same_holder("", "").has_value());
}
