// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/unread_columns.hpp"

#include <algorithm>
#include <array>

#include "engine/core/error.hpp"
#include "layers/restoration/header_rows.hpp"

namespace redline {

void UnreadColumns::count(std::vector<std::string> const& cells) {
  m_filled.resize(std::max(m_filled.size(), cells.size()));
  for (std::size_t i = 0; i < cells.size(); ++i) m_filled[i] += cells[i].empty() ? 0 : 1;
}

void UnreadColumns::count_polygon(std::vector<std::string> const& cells, RowColumns const& columns,
                                  RestorationModel const& model) {
  m_stages.resize(std::max(m_stages.size(), cells.size()));
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty() && !columns.known(i) && model.stage(cells[i])) ++m_stages[i];
}

void UnreadColumns::refuse_stages(std::string const& file, std::vector<std::string> const& header,
                                  RowColumns const& columns, RestorationModel const& model) const {
  constexpr std::array GIVE{M_STAGE, M_STATUS, M_PROGRESS, M_TASK_STATE};
  bool const given = std::any_of(GIVE.begin(), GIVE.end(), [&](auto m) { return !columns.heading_of(m).empty(); });
  if (m_stageless == 0 || given || !m_left_out.empty()) return;
  for (std::size_t i = 0; i < header.size() && i < m_filled.size(); ++i) {
    if (columns.known(i) || m_filled[i] == 0) continue;
    auto const& words = model.stage_headings;
    bool const named = std::any_of(words.begin(), words.end(),
                                   [&](auto const& word) { return header[i].find(word) != std::string::npos; });
    if (named || stages_in(i) == m_filled[i])
      throw Error(ErrorKind::input, "restoration.stages_unread",
                  {file, header[i], std::to_string(m_filled[i]), std::to_string(m_stageless)});
  }
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
    if (header[i].ends_with(PART_OF_SUM)) continue;
    bool const telling = std::any_of(words.begin(), words.end(), holds) || stages_in(i) > 0;
    if (telling && !columns.known(i) && m_filled[i] > 0 && m_left_out.count(i) == 0) tell(header[i], m_filled[i]);
  }
  return out;
}

}  // namespace redline
