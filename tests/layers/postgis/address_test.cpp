#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "layers/postgis/address.hpp"
#include "layers/read/place.hpp"

using namespace redline;

namespace {

std::string refusal(std::string const& given, std::string* said = nullptr) {
  try {
    postgis_address(given);
  } catch (Error const& e) {
    CHECK(e.exit_status() == 2);
    if (said) *said = e.text(Language::zh) + e.text(Language::en);
    return e.message().key;
  }
  return "<none>";
}

}  // namespace

TEST_CASE("an address of a schema is taken apart, however it is written") {
  for (auto const* given : {"PG:host=h port=5433 dbname=d user=u password=p schemas=台账",
                            "pg:schemas=台账 host='h' port=5433 dbname=d user=u password='p'",
                            "PG:host=h port=5433 schema='台账' dbname = d user=u password=p",
                            "PG:host=h active_schema=台账 port=5433 dbname=d user=u password=p",
                            "postgresql://u:p@h:5433/d?schemas=%E5%8F%B0%E8%B4%A6",
                            "PG:postgresql://u:p@h:5433/d?schemas=台账&sslmode=prefer",
                            "postgresql://u:p@h:5433/d?sslmode=prefer&schemas=台账"}) {
    CAPTURE(given);
    auto const a = postgis_address(given);
    CHECK(a.schema == "台账");
    CHECK(a.word("host") == "h");
    CHECK(a.word("port") == "5433");
    CHECK(a.word("dbname") == "d");
    CHECK(a.word("user") == "u");
    CHECK(a.word("password") == "p");
    CHECK(a.shown.find("password=***") != std::string::npos);
    CHECK(a.shown.find("=p ") == std::string::npos);
  }
}

TEST_CASE("values in quotes keep their blanks, quotes and colons") {
  auto const a = postgis_address(R"(PG:dbname='a b' password='x: \' y' schemas='my ledger')");
  CHECK(a.word("dbname") == "a b");
  CHECK(a.word("password") == "x: ' y");
  CHECK(a.schema == "my ledger");
  CHECK(a.shown.find("x:") == std::string::npos);
}

TEST_CASE("a word within a value is no word of the address, and is not said") {
  for (auto const* password : {R"('a schemas=b')", R"('a\' schemas=b')", R"(a\ schemas=b)", R"('a?schemas=b&x')"}) {
    CAPTURE(password);
    auto const given = std::string("PG:dbname=d password=") + password;
    CHECK(refusal(given) == "pg.no_schema");
    for (auto const& whole : {given + " schemas=s", "PG:schemas=s dbname=d password=" + std::string(password)}) {
      auto const a = postgis_address(whole);
      CHECK(a.schema == "s");
      CHECK(a.word("password").find("schemas=b") != std::string::npos);
      CHECK(a.shown == "PG:password=*** dbname=d schemas=s");  // in the order of libpq
    }
  }
  auto const a = postgis_address("postgresql://u:p?schemas=b&c@h/d?schemas=s");
  CHECK(a.schema == "s");
  CHECK(a.word("password") == "p?schemas=b&c");
  CHECK(a.shown.find("schemas=b") == std::string::npos);
}

TEST_CASE("what cannot hold a ledger is refused, and no password is said") {
  CHECK(refusal("PG:dbname=d") == "pg.no_schema");
  CHECK(refusal("PG:dbname=d schemas=") == "pg.no_schema");
  for (auto const* schema : {"public", "pg_temp", "information_schema", "a,b", "topology"}) {
    CAPTURE(schema);
    CHECK(refusal(std::string("PG:dbname=d schemas=") + schema) == "pg.schema_name");
  }
  CHECK(refusal("PG:dbname=d schemas=" + std::string(63, 's')) == "<none>");
  CHECK(refusal("PG:dbname=d schemas=" + std::string(64, 's')) == "pg.schema_name");
  std::string said;
  CHECK(refusal("PG:dbname=d password=two words schemas=s", &said) == "pg.address");
  CHECK(said.find("words ") == std::string::npos);
  CHECK(said.find("two") == std::string::npos);
  CHECK(refusal("PG:dbname=d password=geheim nokey=1 schemas=s", &said) == "pg.address");
  CHECK(said.find("geheim") == std::string::npos);
}

TEST_CASE("a layer of PostGIS is split off at a colon outside quotes") {
  auto const layer = [](std::string const& text) { return locate({text, {}, {}, {}, {}, false, false}).layer; };
  CHECK(layer("PG:dbname=d password='a:b'") == "");
  CHECK(layer("PG:dbname=d password='a:b':rights") == "rights");
  CHECK(layer(R"(PG:dbname=d password='a\':b':rights)") == "rights");
  CHECK(layer("PG:password=a:b dbname=d") == "");
  CHECK(layer("PG:password=a:b dbname=d:s.rights") == "s.rights");
}

TEST_CASE("a password is not said, however it is written") {
  for (auto const* given : {R"(PG:password=pa&ss\ wo\'rd dbname=d)", R"(PG:dbname=d password='pa&ss wo\'rd')",
                            "postgresql://h/d?password=pass&dbname=d", "postgresql://u:pa?ss&wo@h/d?dbname=d"}) {
    auto const said = without_password(given);
    CAPTURE(said);
    for (auto const* part : {"pa", "ss&", "wo", "rd"}) CHECK(said.find(part, said.find("***")) == std::string::npos);
    CHECK(said.find("***") != std::string::npos);
    CHECK(said.find("d") != std::string::npos);
  }
}

TEST_CASE("the schema to be written is known as an input") {
  auto const a = postgis_address("PG:host=h dbname=d schemas=s");
  CHECK(reads_from("PG:host=h dbname=d:s.basemap", a));
  CHECK(reads_from("PG:host=h dbname=d user=other password=p schemas=s:basemap", a));
  CHECK_FALSE(reads_from("PG:host=h dbname=d:t.basemap", a));
  CHECK_FALSE(reads_from("PG:host=h dbname=e:s.basemap", a));
  CHECK_FALSE(reads_from("a.gpkg:s.basemap", a));
}
