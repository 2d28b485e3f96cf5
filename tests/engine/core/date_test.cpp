#include "engine/core/date.hpp"

#include <catch2/catch.hpp>

using namespace redline;

TEST_CASE("dates as people write them") {
  for (auto const* text : {"2019-03-31", "2019/3/31", "2019.03.31", "20190331", "2019年3月31日", " 2019-03-31 ",
                           "2019-03-31T10:00:00", "2019/03/31 00:00:00+00"})
    CHECK(to_string(parse_date(text)) == "2019-03-31");
}

TEST_CASE("what is no date is none") {
  for (auto const* text :
       {"", "2019-02-30", "2019-13-01", "31.03.2019", "gestern", "2019", "2019-03", "20190332", "2019-3-31x"})
    CHECK_FALSE(parse_date(text).has_value());
}
