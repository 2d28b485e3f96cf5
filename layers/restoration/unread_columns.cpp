// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/unread_columns.hpp"

#include <algorithm>

namespace redline {

void UnreadColumns::count(std::vector<std::string> const& cells) {
  m_filled.resize(std::max(m_filled.size(), cells.size()));
  for (std::size_t i = 0; i < cells.size(); ++i) m_filled[i] += cells[i].empty() ? 0 : 1;
}

Findings UnreadColumns::findings(std::string const& file, std::vector<std::string> const& header,
                                 RowColumns const& columns, RestorationModel const& model) const {
  Findings out;
  auto const tell = [&](std::string const& heading, int cells) {
    out.push_back({"restoration.column_unread", Severity::warning, file, "", {file, heading, std::to_string(cells)}});
  };
  auto const& words = model.telling_words;
  for (std::size_t i = 0; i < header.size() && i < m_filled.size(); ++i) {
    auto const holds = [&](auto const& word) { return header[i].find(word) != std::string::npos; };
    bool const telling = std::any_of(words.begin(), words.end(), holds);
    if (telling && !columns.known(i) && m_filled[i] > 0) tell(header[i], m_filled[i]);
  }
  if (m_progress > 0) tell(columns.heading_of(M_PROGRESS), m_progress);
  return out;
}

}  // namespace redline
