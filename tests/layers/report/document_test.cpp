// What all writers of documents rely on.
// SPDX-License-Identifier: Apache-2.0
#include "layers/report/document.hpp"

#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "layers/report/html.hpp"
#include "layers/report/tool.hpp"
#include "layers/report/xml.hpp"

using namespace redline;

TEST_CASE("text in XML: escaped, and nothing that XML cannot hold", "[report]") {
  CHECK(xml("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;&gt;");
  CHECK(xml("界\x01") == "界\uFFFD");
  CHECK(valid_text("\xC0\xAF") == "\uFFFD\uFFFD");            // overlong
  CHECK(valid_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(valid_text("\xE4\xBF") == "\uFFFD\uFFFD");            // cut off
  CHECK(valid_text("矿𠮷") == "矿𠮷");
}

TEST_CASE("a number in a cell is what is printed", "[report]") {
  report::Cell const c(44528.4625, 2);
  CHECK(c.text == "44528.46");
  CHECK(*c.value == 44528.46);
}

TEST_CASE("pages leave out empty columns and say which rows they leave out", "[report]") {
  report::Table t{"S", "", "", {{"a"}, {"b"}, {"c", 1, false, true}}, {{{"1"}, {""}, {"x"}}, {{"2"}, {""}, {"y"}}}};
  CHECK(report::columns_on_page(t) == std::vector<std::size_t>{0});
  CHECK(report::rows_left_out(t, Language::en).empty());
  t.rows_on_page = 1;
  CHECK(report::rows_left_out(t, Language::en) ==
        "The first 1 of 2 rows; all of them stand in the sheet \"S\" of the workbook");
  report::Document d;
  d.title = "T", d.footer = "\"}</style><script>";
  d.blocks = {report::Heading{1, "T"}, t};
  auto const page = report::html(d);
  CHECK(page.find("<td>1</td>") != std::string::npos);
  CHECK(page.find("<td>2</td>") == std::string::npos);
  CHECK(page.find("<script>") == std::string::npos);
}

TEST_CASE("a tool gets its input and gives its output; one that is missing or fails is named", "[report]") {
  std::string const much(300'000, 'x');
  CHECK(run_tool({"cat", "coreutils"}, {}, much, "out") == much);
  try {
    run_tool({"redline-no-such-tool", "some-package"}, {}, "", "out.pdf");
    FAIL("no error");
  } catch (Error const& e) {
    CHECK(e.kind() == ErrorKind::output);
    CHECK(e.message().args == std::vector<std::string>{"out.pdf", "redline-no-such-tool", "some-package"});
  }
  CHECK_THROWS_AS(run_tool({"false", "coreutils"}, {}, "", "out.pdf"), Error);
}
