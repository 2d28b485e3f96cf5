// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/titles_beside.hpp"

#include <algorithm>
#include <set>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/outline_words.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/said_identity.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

std::string in_column(Cells const& row, std::size_t i) { return i < row.size() ? trimmed_text(row[i]) : std::string{}; }

bool begins_character(std::string const& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::string common_start(std::string const& a, std::string const& b) {
  auto n = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (n > 0 && !(begins_character(a, n) && begins_character(b, n))) --n;
  return trimmed_text(a.substr(0, n));
}

// 变更前 of 变更前点号.
std::string before_number(std::string const& cell) {
  for (std::string const word : {"拐点编号", "拐点号", "界址点号", "点编号", "点号", "拐点", "编号", "序号"})
    if (cell.ends_with(word)) return trimmed_text(cell.substr(0, cell.size() - word.size()));
  return {};
}

bool titles_a_table(std::string const& text) {
  if (text.empty() || is_number(text) || goes_on_here(text) || is_page_number(text)) return false;
  if (outline_of(text) != OutlineOf::unsaid || is_deducted(text)) return true;
  auto const line = narrow(text);
  auto const colon = line.find(':');
  bool const labelled = colon != std::string::npos && colon + 1 < line.size();
  return datum_words(line).empty() && !labelled && !is_identity_line(text);
}

// Each table but the first needs one; what stands above the first alone is the title of all.
Cells told_apart(Cells titles) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    bool const first_without = i == 0 && titles[0].empty();
    if (!first_without && !titles_a_table(titles[i])) return {};
    if (!seen.insert(bare_title(without_colon(titles[i]))).second) return {};
  }
  return titles;
}

std::string title_of_table(Cells const& row, SpanOfTable const& t) {
  Cells texts;
  for (auto i = t.begin; i < t.end; ++i)
    if (auto const text = in_column(row, i); !text.empty()) texts.push_back(text);
  if (texts.size() == 1) return texts[0];
  if (auto const number = in_column(row, t.name); texts.size() == 2 && number == texts[0]) return texts[1];
  return {};
}

}  // namespace

Cells titles_above(Cells const& row, std::vector<SpanOfTable> const& tables) {
  bool const in_order =
      row.size() == tables.size() && std::none_of(row.begin(), row.end(), [](auto const& c) { return c.empty(); });
  if (in_order) return told_apart(row);
  Cells titles;
  for (auto const& t : tables) titles.push_back(title_of_table(row, t));
  return told_apart(std::move(titles));
}

Cells titles_in_heading(Cells const& row, std::vector<SpanOfTable> const& tables) {
  Cells titles;
  for (auto const& t : tables) {
    auto const title = common_start(in_column(row, t.first), in_column(row, t.second));
    titles.push_back(title.empty() ? before_number(in_column(row, t.name)) : title);
  }
  return told_apart(std::move(titles));
}

bool name_outlines(Cells const& titles) {
  return std::any_of(titles.begin(), titles.end(), [](auto const& t) {
    return outline_of(t) != OutlineOf::unsaid || is_area_word(without_colon(t)) || is_deducted(t);
  });
}

}  // namespace redline
