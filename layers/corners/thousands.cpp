// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/thousands.hpp"

#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/remarks.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 1000, DIGITS_OF_METRES = 6, DIGITS_OF_NORTHINGS = 7;

std::string without_commas(std::string const& number) { return replaced(replaced(number, "，", ""), ",", ""); }

std::size_t whole_digits(std::string const& number) { return std::min(number.find('.'), number.size()); }

std::regex const& parted() {
  static std::regex const out(
      "(^|[^0-9.])([0-9]{1,3}(?:(?:,|，)[0-9]{3}){1,2}(?:\\.[0-9]+(?![0-9.])|(?![0-9.]|(?:,|，)[0-9]{3}(?![0-9]))))");
  return out;
}

// 1,422,100.00,4,940,500.00 may begin with the number of its row.
bool are_coordinates(std::string const& line) {
  int metres = 0, northings = 0;
  bool const first = std::regex_search(line, parted(), std::regex_constants::match_continuous);
  for (auto m = std::sregex_iterator(line.begin(), line.end(), parted()); m != std::sregex_iterator(); ++m) {
    auto const before = (*m)[1].str();
    if (first && metres > 0 && (before == "," || before == "\x8C")) return false;
    auto const digits = whole_digits(without_commas((*m)[2].str()));
    metres += digits >= DIGITS_OF_METRES ? 1 : 0, northings += digits >= DIGITS_OF_NORTHINGS ? 1 : 0;
  }
  return metres >= 2 && northings >= 1;
}

std::string digits_joined(std::string const& line) {
  std::string out;
  auto from = line.begin();
  for (auto m = std::sregex_iterator(line.begin(), line.end(), parted()); m != std::sregex_iterator(); ++m) {
    out.append(from, (*m)[2].first);
    out += without_commas((*m)[2].str());
    from = (*m)[2].second;
  }
  return out.append(from, line.end());
}

}  // namespace

std::string without_thousands(std::string const& line) {
  if (line.size() > LONGEST) return line;
  auto const text = narrow(line);
  return are_coordinates(text) ? digits_joined(text) : line;
}

std::string areas_without_thousands(std::string const& narrow) {
  static std::regex const area(std::string("(^|[^0-9.])([0-9]{1,3}(?:(?:,|，)[0-9]{3})+)((?:\\.[0-9]+)?\\s*(?:") +
                               AREA_UNITS + "))");
  std::string out;
  auto from = narrow.begin();
  for (auto m = std::sregex_iterator(narrow.begin(), narrow.end(), area); m != std::sregex_iterator(); ++m) {
    out.append(from, (*m)[2].first);
    out += without_commas((*m)[2].str());
    from = (*m)[2].second;
  }
  return out.append(from, narrow.end());
}

}  // namespace redline
