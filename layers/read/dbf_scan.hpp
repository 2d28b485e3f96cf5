// One pass over a .dbf: what its texts look like, what it declares, how many records it holds and how many are marked
// as deleted (those GDAL leaves out). shapefile_encoding decides with evidence: an option wins; then .cpg; then the
// language byte 0x4D (CP936); then the bytes. Where texts are surely UTF-8, or cannot be the UTF-8 that is declared,
// the bytes win over the .cpg and a finding (read.encoding_contradicted) says so.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "layers/read/encoding.hpp"

namespace redline {

struct DbfScan {
  TextSample texts;  // character fields; field names, too, where these are not surely UTF-8
  unsigned language = 0;
  std::uint64_t records = 0, deleted = 0;
};

DbfScan scan_dbf(std::string const& dbf);
Encoding shapefile_encoding(std::string const& shp, DbfScan const& scan, std::string const& given, Findings& findings);
std::string shapefile_part(std::string const& shp,
                           std::string const& extension);  // the sibling in either case, or empty

}  // namespace redline
