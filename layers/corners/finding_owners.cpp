// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/finding_owners.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "layers/corners/checks.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::array<std::string_view, 3> OF_ALL{"corner.extra_columns", "corner.degrees_joined", "corner.two_per_row"};
constexpr std::size_t DIGITS = 9;

struct Lines {
  std::string sheet, key;
  int first, last;  // of its corners
  std::string shared_title = {};
  int begin = 0;  // with the line of its title
  bool holds(Finding const& f, int line) const {
    bool const here = sheet.empty() || sheet == f.layer;
    bool const within = f.feature.empty() ? first <= line : f.feature == shared_title && begin <= line;
    return here && within && line <= last;
  }
};

void add_lines(Parcel const& p, std::size_t i, std::vector<Lines>& out) {
  std::map<std::string, std::pair<int, int>> by_sheet;
  for (auto const& r : p.rings)
    for (auto const& c : r.corners) {
      auto& [first, last] = by_sheet.try_emplace(c.sheet.empty() ? p.worksheet : c.sheet, c.line, c.line).first->second;
      first = std::min(first, c.line), last = std::max(last, c.line);
    }
  auto const title = p.title_shared ? parcel_title(p, i) : std::string{};
  for (auto const& [sheet, lines] : by_sheet)
    out.push_back({sheet, parcel_key(p, i), lines.first, lines.second, title, std::min(p.line, lines.first)});
}

std::optional<int> line_of(Finding const& f) {
  bool const named = !f.args.empty() && digits_only(f.args[0]) && f.args[0].size() <= DIGITS;
  bool const of_all =
      f.code.starts_with("corner.sheet") || std::find(OF_ALL.begin(), OF_ALL.end(), f.code) != OF_ALL.end();
  return named && !of_all ? std::optional(std::stoi(f.args[0])) : std::nullopt;
}

}  // namespace

std::vector<std::string> owners_of_findings(CornerList const& list) {
  std::vector<std::string> out(list.findings.size());
  if (list.form == CornerForm::features) return out;
  std::vector<Lines> all;
  for (std::size_t i = 0; i < list.parcels.size(); ++i) add_lines(list.parcels[i], i, all);
  for (auto const& p : list.failed_parcels)
    all.push_back({p.sheet, p.title + " @" + std::to_string(p.line), p.line, p.line});
  for (std::size_t i = 0; i < out.size(); ++i) {
    auto const line = line_of(list.findings[i]);
    if (!line) continue;
    auto const in = [&](Lines const& l) { return l.holds(list.findings[i], *line); };
    if (std::count_if(all.begin(), all.end(), in) == 1) out[i] = std::find_if(all.begin(), all.end(), in)->key;
  }
  return out;
}

void tell_apart(CornerList& list) {
  std::map<std::string, int> titles;
  for (std::size_t i = 0; i < list.parcels.size(); ++i) ++titles[parcel_title(list.parcels[i], i)];
  for (auto const& p : list.failed_parcels) ++titles[p.title];
  for (std::size_t i = 0; i < list.parcels.size(); ++i) {
    auto& p = list.parcels[i];
    p.title_shared = titles[parcel_title(p, i)] > 1;
    if (p.number == 0) p.number = i + 1;
  }
}

}  // namespace redline
