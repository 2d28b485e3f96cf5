// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/group_rows.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 150;  // bytes

struct Numbered {
  std::string rank, text;  // "、" of 一、, "()" of （一）; empty: no number
};

Numbered taken_apart(std::string const& cell) {
  static std::regex const form(
      R"(^(\()?(?:(?:一|二|三|四|五|六|七|八|九|十|百|零)+|(\d{1,3}))(\))?\s*(、|\.|,|，)?\s*(.*)$)");
  auto const text = narrow(cell);
  std::smatch m;
  if (!std::regex_match(text, m, form)) return {"", text};
  bool const bracket = m[1].matched && m[3].matched;
  if (!bracket && !m[4].matched) return {"", text};  // 一号矿
  return {std::string(bracket ? "()" : "、") + (m[2].matched ? "1" : ""), trimmed_text(m[5].str())};
}

// The one text of a row, and in how many cells it stands; none where there are several.
struct Text {
  std::string text;
  std::size_t first = 0, cells = 0;
};

Text only_text(std::vector<std::string> const& cells) {
  Text out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (out.cells > 0 && cells[i] != out.text) return {};
    if (out.cells++ == 0) out.text = cells[i], out.first = i;
  }
  return out;
}

bool is_number(std::string const& text) { return text.find_first_not_of("0123456789.,+-%/ ") == std::string::npos; }

}  // namespace

bool GroupRows::take(TableRow const& row, RowColumns const& columns) {
  auto const found = only_text(row.cells);
  if (found.cells == 0 || found.text.size() > LONGEST || is_number(found.text) || !row.wkb.empty()) return false;
  auto const [rank, text] = taken_apart(found.text);
  auto const name = text.substr(0, std::min(text.find('('), text.find(':')));
  bool const cut = m_is_reserve(name), reserve = cut || m_is_reserve(text);
  bool across = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) across = across || (!row.cells[i].empty() && columns.figure(i));
  bool const spread = found.cells > 2 && across;
  bool const alone = found.cells == 1 && (!columns.known(found.first) || !rank.empty());
  if (!spread && !(alone && (reserve || !rank.empty()))) return false;
  if (reserve)
    m_reserve = cut ? name : text, m_rank = rank;
  else if (rank.empty() || rank == m_rank)
    m_reserve.clear();
  return true;
}

}  // namespace redline
