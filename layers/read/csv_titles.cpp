// SPDX-License-Identifier: Apache-2.0
#include "layers/read/csv_titles.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <string_view>

namespace redline {
namespace {

constexpr std::size_t TITLE_BYTES = 65'536, TITLE_LINES = 30;
constexpr std::string_view SEPARATORS = ",;\t";

std::string first_part(std::string const& path) {
  std::string out(TITLE_BYTES, '\0');
  auto* const f = VSIFOpenL(path.c_str(), "rb");
  if (!f) return {};
  out.resize(VSIFReadL(out.data(), 1, TITLE_BYTES, f));
  VSIFCloseL(f);
  return out;
}

}  // namespace

std::string separators_missing(std::string const& path) {
  auto const text = first_part(path);
  std::size_t from = 0, most = 0;
  char separator = 0;
  for (std::size_t n = 0; n < TITLE_LINES && from < text.size(); ++n) {
    auto const end = std::min(text.find('\n', from), text.size());
    auto const line = std::string_view(text).substr(from, end - from);
    auto const first = line.find_first_of(SEPARATORS);
    if (n == 0 && (first != std::string_view::npos || line.find('|') != std::string_view::npos)) return {};
    if (separator == 0 && first != std::string_view::npos) separator = line[first];
    if (separator != 0)
      most = std::max(most, static_cast<std::size_t>(std::count(line.begin(), line.end(), separator)));
    from = end + 1;
  }
  return std::string(most, separator);
}

void add_to_first_line(std::string& text, std::string const& separators) {
  auto const end = std::min(text.find('\n'), text.size());
  text.insert(end > 0 && text[end - 1] == '\r' ? end - 1 : end, separators);
}

}  // namespace redline
