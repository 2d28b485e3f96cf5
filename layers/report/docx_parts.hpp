// The pieces of WordprocessingML that a document is made of. Widths in twentieths of a point. Texts are escaped here.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layers/report/zip.hpp"

namespace redline::word {

inline constexpr int TEXT_WIDTH = 9070;  // A4 between margins of 25 mm

struct TableCell {
  std::string text;
  bool number = false, head = false;
};

std::string paragraph(char const* style, std::string_view text, bool new_page = false, bool right = false);
std::string row(std::vector<TableCell> const& cells, std::vector<int> const& widths, bool heading, int height = 0);
std::string table(std::vector<int> const& widths, std::string const& rows);
std::string picture(int number, std::string const& png, std::string_view title);
std::vector<int> widths_of(std::vector<double> const& shares);
std::vector<ZipEntry> package(std::string const& body, std::vector<std::string> const& pictures, std::string_view title,
                              std::string const& date);

}  // namespace redline::word
