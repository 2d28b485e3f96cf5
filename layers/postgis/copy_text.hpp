// Rows in the text form of COPY: fields between tabs, \N for NULL, backslash before what means something. Numbers are
// the shortest that read back as the same; geometries are EWKB in hexadecimal digits, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/write/geopackage_table.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

// The row at hand (key, columns, geometry of the table), with the end of line.
void append_copy_line(Statement const& row, TableSpec const& spec, std::string& out);
// A line taken apart; nullopt is NULL.
void split_copy_line(std::string_view line, std::vector<std::optional<std::string>>& fields);
std::vector<unsigned char> bytes_of_hex(std::string_view digits);

}  // namespace redline
