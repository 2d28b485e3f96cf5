// A CSV as UTF-8, which is all that GDAL reads: in place if it is that already, else recoded into memory block by
// block. So it is where its first line is a title without separators (csv_titles.hpp). Byte order marks count first
// (UTF-8, UTF-16), then the option, then the bytes of all lines. Errors (input): read.bad_encoding where bytes do not
// fit, read.open_quote where a quotation never closes.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "layers/read/encoding.hpp"
#include "layers/read/memory_file.hpp"

namespace redline {

struct CsvText {
  std::string path;  // what GDAL opens
  Encoding encoding;
  std::uint64_t stray_quotes = 0;      // turned into ″
  std::shared_ptr<MemoryFile> memory;  // holds `path` alive, null if read in place
};

CsvText csv_as_utf8(std::string const& path, std::string const& given_encoding);

}  // namespace redline
