#include "layers/read/csv_quotes.hpp"

#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

std::string mended(std::string const& text) { return CsvQuotes().mend(text); }

}  // namespace

TEST_CASE("quotations stay as they are, with doubled marks, line ends and separators inside") {
  for (auto const* text : {"a,b\n", "\"a\",\"b\"\n", "\"a \"\"b\"\" c\",d\n", "\"two\nlines\",x\n", "\"a,b;c\",d\n",
                           "\"\",\"\"\"\"\n", "a; \"b, c\"\n"})
    CHECK(mended(text) == text);
}

TEST_CASE("a mark that opens no quotation becomes a sign, wherever it stands") {
  CHECK(mended("W1,84°06'00\",44°30'00\"\n") == "W1,84°06'00″,44°30'00″\n");
  CHECK(mended("5\" pipe,x\n") == "5″ pipe,x\n");
  CsvQuotes quotes;
  CHECK(quotes.mend("a\"\n") + quotes.mend("\"b\nc\",d\"\n") == "a″\n\"b\nc\",d″\n");
  CHECK(quotes.strays() == 2);
  CHECK(quotes.open_since() == 0);
}

TEST_CASE("a quotation that never closes is known by the line it opens in") {
  CsvQuotes quotes;
  quotes.mend("a,b\nc,\"d\n");
  quotes.mend("e,f\n");
  CHECK(quotes.open_since() == 2);
}

TEST_CASE("rows of a real table with signs for seconds are all read") {
  Folder const folder;
  write_bytes(folder / "t.csv", "id,经度,纬度\nA,85°12'30.5\",44.1\nB,85.25,44°06'30\"\nC,85.5,44.5\n");
  auto const all = read_all(folder / "t.csv");
  REQUIRE(all.features.size() == 3);
  CHECK(wkt(all.features[0].wkb, 6) == "POINT (85.208472 44.1)");
  CHECK(wkt(all.features[1].wkb, 6) == "POINT (85.25 44.108333)");
  CHECK(all.has("read.stray_quotes"));
}
