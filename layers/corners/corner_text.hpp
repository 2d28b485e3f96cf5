// The text of a corner list: bytes to lines of UTF-8, and the small operations on a line. decode_lines(): byte order
// mark (UTF-8, UTF-16 of both ends), then `given`, then evidence from the bytes; lines end at CR LF, LF or CR alone.
// narrow(): full-width letters, digits, brackets and signs become ASCII, but ，stays. Error(input, read.bad_encoding
// {file, encoding, byte}, corner.binary {file}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/read/encoding.hpp"

namespace redline {

struct DecodedLines {
  std::vector<std::string> lines;
  Encoding encoding;
};

DecodedLines decode_lines(std::string_view bytes, std::string const& given, std::string const& shown);
std::string narrow(std::string_view text);
std::string replaced(std::string_view text, std::string_view what, std::string_view with);  // in time of one pass
std::string trimmed_text(std::string_view text);                                           // all white space of Unicode
std::vector<std::string> split_at(std::string const& text, std::string const& separator);  // fields trimmed
std::vector<std::string> comma_fields(std::string const& line);  // at ，too where ASCII commas are too few
int printed_decimals(std::string const& number);
bool digits_only(std::string const& text);
std::optional<double> number_of_cell(std::string const& cell);  // coordinate() of a cell of sane length
std::string shortened(std::string text);                        // for messages
Message no_number(std::string const& cell);                     // why a cell is no coordinate

}  // namespace redline
