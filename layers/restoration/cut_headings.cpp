// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/cut_headings.hpp"

#include <algorithm>
#include <set>

#include "layers/corners/corner_text.hpp"
#include "layers/read/cut_names.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/work_names.hpp"

namespace redline {
namespace {

constexpr std::size_t FEWEST = 8, MOST = 10;  // bytes of a heading that may have been cut
constexpr std::string_view LAST = "积";       // of 面积

bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool first_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

bool maybe_cut(std::string const& heading) {
  std::size_t in_gbk = 0;
  for (char const c : heading) in_gbk += ascii(c) ? 1 : first_byte(c) ? 2 : 0;
  auto const near_the_end = [](std::size_t bytes) { return FEWEST <= bytes && bytes <= MOST; };
  return near_the_end(heading.size()) || near_the_end(in_gbk);
}

// The bracket of a unit whose end is lost says nothing.
std::string before_bracket(std::string const& heading) {
  auto const text = narrow(heading);
  auto const open = text.find('(');
  return open != std::string::npos && text.find(')') == std::string::npos ? trimmed_text(text.substr(0, open)) : text;
}

struct Whole {
  std::vector<std::string> names;
  std::set<std::string> meanings;
};

// Of which the cut may have left a byte or two.
std::string with_last(std::string_view begin) {
  for (auto left = LAST.size() - 1; left > 0; --left)
    if (begin.ends_with(LAST.substr(0, left))) begin.remove_suffix(left);
  return std::string(begin).append(LAST);
}

Whole names_begun(std::string const& heading, RestorationModel const& model) {
  Whole out;
  if (!maybe_cut(heading)) return out;
  auto const cut = before_cut_bracket(heading);
  auto const begin = cut ? narrow(*cut) : before_bracket(heading);
  bool const bracket = cut || begin.size() < narrow(heading).size();
  for (auto const& [meaning, names] : model.columns)
    for (auto const& name : names)
      if (bracket ? name == begin : name.size() > begin.size() && name.starts_with(begin))
        out.names.push_back(name), out.meanings.insert(meaning);
  if (!out.names.empty()) return out;
  auto const name = bracket ? begin : with_last(begin);
  auto const m = meaning_by_words(name);
  if (m != MEANING_COUNT) out.names.push_back(name), out.meanings.insert(std::string(MEANING_NAMES[m]));
  return out;
}

std::string listed_names(std::vector<std::string> const& names) {
  std::string out;
  for (auto const& n : names) out += (out.empty() ? "" : ", ") + n;
  return out;
}

}  // namespace

std::optional<std::string> whole_name(std::string const& begin, RestorationModel const& model) {
  auto const whole = names_begun(begin, model);
  return whole.meanings.size() == 1 ? std::optional(whole.names.front()) : std::nullopt;
}

Findings cut_findings(std::string const& file, std::vector<std::string> const& header,
                      std::vector<std::string> const& begins, RowColumns const& columns,
                      RestorationModel const& model) {
  Findings out;
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    auto const& heading = header[i];
    bool const known = begins[i] == heading && RowColumns::is_known(heading, model);
    if (known || !maybe_cut(begins[i])) continue;
    auto const whole = names_begun(begins[i], model);
    bool const read = columns.known(i), plain = std::all_of(heading.begin(), heading.end(), ascii);
    auto const names = listed_names(whole.names);
    if (read && whole.meanings.size() == 1)
      out.push_back({"restoration.cut_heading", Severity::info, file, "", {file, heading, names}});
    else if (!read && !whole.names.empty())
      out.push_back({"restoration.cut_ambiguous", Severity::warning, file, "", {file, heading, names}});
    else if (!read && !plain)
      unknown.push_back(heading);
  }
  if (!unknown.empty())
    out.push_back({"restoration.cut_unknown", Severity::warning, file, "", {file, listed_names(unknown)}});
  return out;
}

}  // namespace redline
