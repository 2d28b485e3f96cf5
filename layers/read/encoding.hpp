// Which encoding the texts of a file are in, decided from what is declared and from all of its bytes, with the evidence in words.
// Shapefile: an option wins; else .cpg; else the language byte of the .dbf (0x4D = CP936); else all texts are tried as strict UTF-8;
// else, where nearly all high bytes pair up as Chinese characters, GB18030; else ISO-8859-1. CSV: byte order mark, then the same tests.
// A declared encoding that the bytes contradict is a finding (read.encoding_contradicted).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/finding.hpp"

namespace redline {

struct Encoding {
  std::string name;      // UTF-8, GB18030, CP936, ISO-8859-1, … ; empty: leave it to GDAL
  std::string evidence;  // text key
};

bool is_utf8(std::string_view bytes);
bool looks_chinese(std::string_view bytes);  // at least 90 % of high bytes stand in GB2312 pairs
std::optional<std::string> to_utf8(std::string_view bytes, std::string const& from);  // strict
Encoding decide(std::string_view bytes);
Encoding shapefile_encoding(std::string const& shp, std::string const& given, Findings& findings);

}  // namespace redline
