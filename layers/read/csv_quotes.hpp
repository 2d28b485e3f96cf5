// Quotation marks in a CSV that open no quotation, such as the sign for seconds in 84°06'00": GDAL would take what
// follows, line ends too, for one value and swallow rows without a word. mend() turns each into ″ (U+2033); blocks come
// in order and end at line ends. open_since(): the line of a quotation that is still open, which at the end of the file
// is one that never closes; 0 if none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace redline {

class CsvQuotes {
 public:
  std::string mend(std::string_view block);
  std::uint64_t strays() const { return m_strays; }
  std::uint64_t open_since() const { return m_quoted ? m_opened : 0; }

 private:
  void step(char c, char next, std::string& out);
  bool m_quoted = false, m_start = true, m_skip = false;
  std::uint64_t m_strays = 0, m_line = 1, m_opened = 0;
};

}  // namespace redline
