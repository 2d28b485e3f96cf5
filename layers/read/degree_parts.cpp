// SPDX-License-Identifier: Apache-2.0
#include "layers/read/degree_parts.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/read/coordinate_text.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

using TitleWords = std::vector<std::string_view>;

TitleWords const AXES{"东经", "北纬", "经度", "纬度", "longitude", "latitude", "long", "lon", "lng", "lat"},
    BELOW_DEGREES{"分", "′", "'", "’", "秒", "″", "\"", "”", "minutes", "minute", "seconds", "second", "sec"},
    DEGREES{"度", "°", "º", "degrees", "degree", "deg"};

std::string bare_title(std::string const& cell) {
  auto text = small_letters(narrow(cell));
  std::erase_if(
      text, [](char c) { return std::string_view(" \t\r\n()[]-_/.:0123456789").find(c) != std::string_view::npos; });
  return text;
}

bool is_one_of(TitleWords const& words, std::string const& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// 分, 秒_1, 经度(分), 井口纬度秒.
bool below_degrees(std::string const& title) {
  auto const text = bare_title(title);
  bool const of_axis = std::any_of(AXES.begin(), AXES.end(), [&](auto w) { return text.find(w) != std::string::npos; });
  return is_one_of(BELOW_DEGREES, text) || (of_axis && std::any_of(BELOW_DEGREES.begin(), BELOW_DEGREES.end(),
                                                                   [&](auto w) { return text.ends_with(w); }));
}

class Table {
 public:
  Table(RowsOfCells const& rows, int x, int y) : m_rows(rows), m_x(x), m_y(y) {}

  bool names_units() const {
    auto const unit = [](std::string const& text) { return !coordinate(text) && is_one_of(DEGREES, bare_title(text)); };
    return std::any_of(m_rows.begin(), m_rows.end(), [&](auto const& r) {
      return unit(cell(r, m_x)) && unit(cell(r, m_y)) && below_degrees(cell(r, m_x + 1)) &&
             below_degrees(cell(r, m_y + 1));
    });
  }

  bool whole_degrees() const {
    return all([](double v) { return std::abs(v) <= 180 && v == std::floor(v) && v != 0; }, m_x, m_y);
  }

  bool parts_behind() const {
    auto const part = [](double v) { return v >= 0 && v < 60; };
    return m_x + 1 != m_y && m_y + 1 != m_x && all(part, m_x + 1, m_y + 1);
  }

 private:
  static std::string cell(std::vector<std::string> const& row, int i) {
    return static_cast<std::size_t>(i) < row.size() ? row[static_cast<std::size_t>(i)] : std::string{};
  }

  // Of rows with numbers for both degrees; there is one at least.
  template <class Test>
  bool all(Test test, int first, int second) const {
    std::size_t seen = 0;
    for (auto const& r : m_rows) {
      if (!coordinate(cell(r, m_x)) || !coordinate(cell(r, m_y))) continue;
      auto const a = coordinate(cell(r, first)), b = coordinate(cell(r, second));
      if (!a || !b || !test(*a) || !test(*b)) return false;
      ++seen;
    }
    return seen > 0;
  }

  RowsOfCells const& m_rows;
  int m_x, m_y;
};

}  // namespace

void refuse_degree_parts(CoordinateColumns const& c, std::vector<std::string> const& names, RowsOfCells const& rows,
                         TableName const& table) {
  if (!c.degrees || c.x < 0 || c.y < 0) return;
  auto const name = [&](int i) { return names[static_cast<std::size_t>(i)]; };
  Table const of(rows, c.x, c.y);
  auto const told = std::find_if(names.begin(), names.end(), below_degrees);
  bool const whole = of.whole_degrees();
  if (of.names_units() || (whole && (told != names.end() || of.parts_behind())))
    throw Error(ErrorKind::input, "read.degrees_in_parts", {table.path, table.layer, name(c.x), name(c.y)});
  if (whole && c.names != CoordinateNames::given)
    throw Error(ErrorKind::input, "read.whole_degrees", {table.path, table.layer, name(c.x), name(c.y)});
}

}  // namespace redline
