#include "layers/read/coordinate_columns.hpp"
#include "layers/read/field_meanings.hpp"
#include "tests/layers/read/samples.hpp"

#include <sstream>

using namespace redline;
using namespace redline::read_test;

namespace {

std::string page(std::string const& name) { return read_bytes(REDLINE_SOURCE_DIR "/docs/" + name); }

// The line of a table that begins with this meaning and names this field.
bool listed(std::string const& text, std::string const& meaning, std::string const& field) {
  for (auto at = text.find("| `" + meaning + "` |"); at != std::string::npos;
       at = text.find("| `" + meaning + "` |", at + 1))
    if (text.substr(at, text.find('\n', at) - at).find('`' + field + '`') != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("every field name that is recognised stands in both documents, under its meaning") {
  for (auto const* name : {"formats.md", "formats.zh-CN.md"}) {
    auto const text = page(name);
    std::size_t names = 0;
    for (auto const& m : field_meanings()) {
      std::istringstream words{std::string(m.names)};
      for (std::string word; words >> word; ++names) {
        INFO(name << ": " << m.meaning << " " << word);
        CHECK(listed(text, std::string(m.meaning), word));
      }
    }
    CHECK(names > 100);
    for (auto const word : area_names_without_unit())
      CHECK(text.find('`' + std::string(word) + '`') != std::string::npos);
  }
}

TEST_CASE("every column of coordinates that the documents name is recognised as they say") {
  struct Line {
    char const *begins, *end;
    CoordinateNames kind;
  };
  for (auto const& [file, lines] :
       {std::pair{"formats.md", std::vector<Line>{{"| longitude, latitude |", ";", CoordinateNames::degrees},
                                                  {"| east, north |", ";", CoordinateNames::east_north}}},
        {"formats.zh-CN.md",
         {{"| 经度、纬度 |", "；", CoordinateNames::degrees},
          {"| 东、北坐标 |", "；", CoordinateNames::east_north}}}}) {
    auto const text = page(file);
    for (auto const& l : lines) {
      auto const at = text.find(l.begins);
      REQUIRE(at != std::string::npos);
      auto const line = text.substr(at, text.find('\n', at) - at);
      auto const cut = line.find(l.end);
      std::vector<std::string> east, north;
      for (auto i = line.find('`'); i != std::string::npos; i = line.find('`', line.find('`', i + 1) + 1))
        (i < cut ? east : north).push_back(line.substr(i + 1, line.find('`', i + 1) - i - 1));
      CHECK(east.size() >= 4);
      for (auto const& e : east)
        for (auto const& n : north) {
          CAPTURE(e, n);
          auto const found = find_coordinate_columns({n, "z", e}, "", "", {});
          CHECK(found.names == l.kind);
          CHECK(found.x == 2);
          CHECK(found.y == 0);
        }
    }
  }
}
