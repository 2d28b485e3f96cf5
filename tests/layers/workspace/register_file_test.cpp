// A register of one's own, and what is refused in it.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "layers/workspace/register.hpp"
#include "layers/workspace/register_rows.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using redline::test::Folder;

namespace {

std::string const HEADER =
    "reserve_id,n,name_zh,name_en,level,type,area_ha,area_confidence,designated_on,national_on,prefecture,lon_w,lon_e,"
    "lat_s,lat_n,"
    "extent_confidence,zoned,in_force_from,in_force_to,department,checked_on,source\n";
std::string const HU =
    "a-lake,1,甲湖自然保护区,A,national,w,10.5,high,1980,2001-05-06,p,80,81,40,41,low,true,1980,2020-06-30,d,2024-01-"
    "01,\"s, t\"\n";
std::string const SHAN = "b-hill,2,乙山自然保护区,B,provincial,f,,,,,,,,,,,unknown,,,,2023-01-01,\n";
std::string const ALIASES = "alias,reserve_id,proposal,note\n";

std::string code_of(std::string const& reserves, std::string const& aliases = ALIASES) {
  try {
    Register const r(read_reserves(reserves, "r.csv"), read_aliases(aliases, "a.csv"), "r.csv");
    return "";
  } catch (Error const& e) {
    CHECK(e.exit_status() == 3);
    CHECK(has_text(e.message().key));
    return e.message().key;
  }
}

std::string with(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a register of one's own, with a byte order mark, CRLF and blank lines") {
  Folder const f;
  auto text = HEADER + HU + "\n" + SHAN;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  auto const file = f.write("register.csv", "\xEF\xBB\xBF" + text);
  auto r = Register::load(file);
  REQUIRE(r.reserves().size() == 2);
  auto const& hu = r.reserves()[0];
  CHECK(hu.id == "a-lake");
  CHECK(hu.area_ha == 10.5);
  CHECK(hu.area_confidence == Confidence::high);
  CHECK(to_string(hu.designated_on->first) == "1980-01-01");
  CHECK(to_string(hu.designated_on->last) == "1980-12-31");
  CHECK(to_string(hu.national_on->first) == "2001-05-06");
  CHECK(hu.extent->min_y == 40);
  CHECK(hu.zoned == Zoned::yes);
  CHECK(hu.source == "s, t");
  CHECK_FALSE(r.reserves()[1].extent);
  CHECK(to_string(r.checked_on()) == "2023-01-01");  // the least certain line counts
  CHECK(r.in_force(*parse_date("2020-06-30")).size() == 2);
  CHECK(r.in_force(*parse_date("2020-07-01")).size() == 1);
  CHECK(r.aliases().empty());
  f.write("aliases.csv", ALIASES + "丙泽,b-hill,false,\n");
  CHECK(Register::load(file).resolve("丙泽自然保护区").match == Match::alias);
}

TEST_CASE("a name one character away from two reserves is nobody's") {
  auto const second = with(with(HU, "a-lake", "c-lake"), "甲湖", "丙湖");
  Register const r(read_reserves(HEADER + HU + second, "r.csv"), {}, "r.csv");
  CHECK(r.resolve("丁湖").match == Match::none);
  CHECK(r.resolve("甲湖").match == Match::exact);
}

TEST_CASE("what is refused in a register") {
  CHECK(code_of(HEADER + HU + SHAN) == "");
  CHECK(code_of("") == "workspace.csv_missing");
  CHECK(code_of(HEADER) == "workspace.register_none");
  CHECK(code_of(with(HEADER, "zoned", "zonned") + HU) == "workspace.csv_column");
  CHECK(code_of(with(HEADER, "zoned", "n") + HU) == "workspace.csv_twice");
  CHECK(code_of(with(HEADER, "zoned,", "") + with(HU, "true,", "")) == "workspace.csv_missing");
  CHECK(code_of(HEADER + with(HU, "10.5,", "10.5,,")) == "workspace.csv_count");
  CHECK(code_of(HEADER + with(HU, "10.5,", "")) == "workspace.csv_count");
  CHECK(code_of(HEADER + with(HU, "10.5", "1e400")) == "workspace.register_number");
  CHECK(code_of(HEADER + with(HU, "10.5", "10.5 ha")) == "workspace.register_number");
  CHECK(code_of(HEADER + with(HU, "10.5", "-1")) == "workspace.register_number");
  CHECK(code_of(HEADER + with(HU, "10.5", "nan")) == "workspace.register_number");
  CHECK(code_of(HEADER + with(HU, "national,", "国家级,")) == "workspace.register_word");
  CHECK(code_of(HEADER + with(HU, "true", "yes")) == "workspace.register_word");
  CHECK(code_of(HEADER + with(HU, "2001-05-06", "2001-13-06")) == "workspace.register_date");
  CHECK(code_of(HEADER + with(HU, "2024-01-01", "")) == "workspace.register_empty");
  CHECK(code_of(HEADER + with(HU, "80,81", "81,80")) == "workspace.register_extent");
  CHECK(code_of(HEADER + with(HU, "80,81", ",81")) == "workspace.register_extent");
  CHECK(code_of(HEADER + with(HU, "2020-06-30", "1979-12-31")) == "workspace.register_period");
  CHECK(code_of(HEADER + with(HU, "a-lake", "A Lake")) == "workspace.register_id");
  CHECK(code_of(HEADER + HU + HU) == "workspace.register_twice");
  CHECK(code_of(HEADER + HU + with(HU, "a-lake", "c-lake")) == "workspace.register_name");
  CHECK(code_of(HEADER + with(HU, "甲湖", "\xbc\xd7\xba\xfe")) == "workspace.csv_encoding");  // GBK
  CHECK(code_of(HEADER + HU + std::string(1, '\0') + "\n") == "workspace.csv_encoding");
}

TEST_CASE("what is refused in a list of aliases") {
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "丙,a-lake,false,\n") == "");
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "丙,c-lake,false,\n") == "workspace.register_alias");
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "乙山,a-lake,false,\n") == "workspace.register_name");
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "丙,a-lake,false,\n丙自然保护区,b-hill,false,\n") ==
        "workspace.register_name");
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "自然保护区,a-lake,false,\n") == "workspace.register_name");
  CHECK(code_of(HEADER + HU + SHAN, ALIASES + "丙,a-lake,maybe,\n") == "workspace.register_word");
}

TEST_CASE("the line of a mistake is the line in the file") {
  try {
    read_reserves(HEADER + with(HU, "\"s, t\"", "\"s\nt\"") + with(SHAN, "unknown", "perhaps"), "r.csv");
    FAIL("accepted");
  } catch (Error const& e) {
    CHECK(e.message().args.at(0) == "r.csv");
    CHECK(e.message().args.at(1) == "4");  // the first reserve takes lines 2 and 3
    CHECK(e.message().args.at(2) == "zoned");
  }
}
