#include <catch2/catch.hpp>

#include <algorithm>

#include "layers/postgis/copy_text.hpp"

using namespace redline;

namespace {

TableSpec const SPEC{"t", "", {{"a", "TEXT"}, {"b", "REAL"}, {"c", "INTEGER"}, {"d", "BOOLEAN"}, {"e", "DATE"}}};

std::string line_of(Database& db) {
  auto row = db.prepare("SELECT fid, a, b, c, d, e FROM t");
  row.step();
  std::string out;
  append_copy_line(row, SPEC, out);
  return out;
}

std::string first_text(std::string const& text) {
  std::vector<std::optional<std::string>> fields;
  split_copy_line(text, fields);
  return fields.at(0).value_or("<null>");
}

}  // namespace

TEST_CASE("a row is one line whatever its texts hold, and comes back the same") {
  Database db(":memory:", "memory", Database::Mode::write);
  db.run("CREATE TABLE t (fid INTEGER PRIMARY KEY, a TEXT, b REAL, c INTEGER, d BOOLEAN, e DATE)");
  auto insert = db.prepare("INSERT INTO t VALUES (7, ?1, 0.1, -3, 1, '2019-03-31')");
  for (std::string const text : {"plain", "tab\there", "line\nline\r", "\\N", "\\", "a\\tb", "红线 'x' \"y\"", ""}) {
    CAPTURE(text);
    db.run("DELETE FROM t");
    insert.text(1, text);
    insert.execute();
    auto const line = line_of(db);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    std::vector<std::optional<std::string>> fields;
    split_copy_line(line, fields);
    REQUIRE(fields.size() == 6);
    CHECK(fields[0] == "7");
    CHECK(fields[1] == text);
    CHECK(fields[2] == "0.1");
    CHECK(fields[3] == "-3");
    CHECK(fields[4] == "t");
    CHECK(fields[5] == "2019-03-31");
  }
  db.run("DELETE FROM t; INSERT INTO t (fid) VALUES (1)");
  CHECK(line_of(db) == "1\t\\N\t\\N\t\\N\t\\N\t\\N\n");
}

TEST_CASE("lines of the server are read as its manual says") {
  CHECK(first_text("\\N\n") == "<null>");
  CHECK(first_text("\\\\N\n") == "\\N");
  CHECK(first_text("a\\tb\tc\n") == "a\tb");
  CHECK(first_text("\\b\\f\\v\\n\\r\n") == "\b\f\v\n\r");
  CHECK(bytes_of_hex("00ff1A") == std::vector<unsigned char>{0, 255, 26});
}
