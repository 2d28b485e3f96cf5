// decisions.csv: strict reading, and what a run finds out about decisions.
// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/decisions.hpp"

#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;

namespace {

std::string const HEAD = "activity_id,area_id,decision,document,office,decided_on,expires_on\n";

std::string refusal(std::string const& text) {
  try {
    read_decisions(text, "decisions.csv");
  } catch (Error const& e) {
    CHECK(e.kind() == ErrorKind::input);
    CHECK(has_text(e.message().key));
    return e.message().key + " " + e.message().args.at(1);
  }
  return "accepted";
}

std::vector<std::string> codes(Findings const& found) {
  std::vector<std::string> out;
  for (auto const& f : found) {
    CHECK(has_text(f.code));
    out.push_back(f.code + " " + f.args.at(0));
  }
  return out;
}

bool any_area(std::string const&) { return true; }

}  // namespace

TEST_CASE("a decision is read as written") {
  auto const d = read_decisions(
      "\xEF\xBB\xBF" + HEAD + "C1,kanas,\"保留, 至闭坑\",某函1号,某局,2018年5月1日,2019-12-31\r\n", "decisions.csv");
  REQUIRE(d.size() == 1);
  CHECK(d[0].line == 2);
  CHECK(d[0].row.decision == "保留, 至闭坑");
  CHECK(d[0].row.decided_on == "2018-05-01");
  CHECK(d[0].row.expires_on == "2019-12-31");
  CHECK(read_decisions(HEAD, "decisions.csv").empty());
}

TEST_CASE("what cannot be a decision stops with its line") {
  CHECK(refusal("") == "workspace.csv_missing 1");
  CHECK(refusal("activity_id\n") == "workspace.csv_missing 1");
  CHECK(refusal("activity,area_id,decision,document,office,decided_on,expires_on\n") == "workspace.csv_column 1");
  CHECK(refusal(HEAD + "C1,,a,b,c,2018-01-01\n") == "workspace.csv_count 2");
  CHECK(refusal(HEAD + ",kanas,a,b,c,2018-01-01,\n") == "decisions.empty 2");
  CHECK(refusal(HEAD + "\nC1,,a,,c,2018-01-01,\n") == "decisions.empty 3");
  CHECK(refusal(HEAD + "C1,,a,b,c,,\n") == "decisions.empty 2");
  CHECK(refusal(HEAD + "C1,,a,b,c,2018-02-29,\n") == "decisions.date 2");
  CHECK(refusal(HEAD + "C1,,a,b,c,2018-01-01,soon\n") == "decisions.date 2");
  CHECK(refusal(HEAD + "C1,,a,b,c,2018-01-02,2018-01-01\n") == "decisions.term 2");
  CHECK(refusal(HEAD + "C1,,a,b,c,2018-01-01,2018-01-01\n") == "accepted");
}

TEST_CASE("a term counts whole, and what the run did not meet is said") {
  test::Folder const f;
  auto const file = f.write(
      "decisions.csv", HEAD + "C1,kanas,a,b,c,2018-01-01,2019-03-31\nC2,,a,b,c,2019-04-01,\nC2,,d,e,f,2018-01-01,\n");
  DecisionBook book(file);
  book.met("C1");
  book.met("C9");
  auto const day = [](char const* text) { return *parse_date(text); };
  using Codes = std::vector<std::string>;
  CHECK(codes(book.findings(day("2019-03-31"), any_area)) == Codes{"decisions.unknown_activity 3", "decisions.later 3",
                                                                   "decisions.unknown_activity 4",
                                                                   "decisions.twice 4"});
  book.met("C2");
  CHECK(codes(book.findings(day("2019-04-01"), any_area)) == Codes{"decisions.expired 2", "decisions.twice 4"});
  CHECK(codes(book.findings(day("2019-03-31"), [](std::string const& id) { return id != "kanas"; })) ==
        Codes{"decisions.unknown_area 2", "decisions.later 3", "decisions.twice 4"});
  CHECK(book.sha256().size() == 64);
  CHECK(DecisionBook().findings(day("2019-03-31"), any_area).empty());
}
