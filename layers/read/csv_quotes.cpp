// SPDX-License-Identifier: Apache-2.0
#include "layers/read/csv_quotes.hpp"

namespace redline {
namespace {

bool separates(char c) { return c == ',' || c == ';' || c == '\t' || c == '|' || c == '\n' || c == '\r'; }

}  // namespace

void CsvQuotes::step(char c, char next, std::string& out) {
  if (c == '\n') ++m_line;
  if (m_skip) {  // the second of "" inside a quotation
    m_skip = false;
  } else if (m_quoted) {
    m_skip = c == '"' && next == '"';
    m_quoted = c != '"' || m_skip;
  } else if (c == '"' && m_start) {
    m_quoted = true, m_start = false, m_opened = m_line;
  } else if (c == '"') {
    ++m_strays;
    out += "″";
    return;
  } else {
    m_start = separates(c) || (m_start && c == ' ');
  }
  out += c;
}

std::string CsvQuotes::mend(std::string_view block) {
  std::string out;
  out.reserve(block.size() + 16);
  for (std::size_t i = 0; i < block.size(); ++i) step(block[i], i + 1 < block.size() ? block[i + 1] : '\n', out);
  return out;
}

}  // namespace redline
