// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/header_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/below_header.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/heading_cells.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

// A year ends before a running sum.
bool goes_on(std::string const& upper, std::string const& below) {
  return header_group(upper).kind != GroupKind::year || header_group(below).kind != GroupKind::running;
}

// Columns that share one upper name; a name that stands at the left end only is spread over them.
std::vector<bool> shared(Cells& header, Cells const& below) {
  std::vector<bool> out(header.size());
  for (std::size_t c = 1; c < header.size(); ++c) {
    if (header[c].empty() && !below[c].empty() && goes_on(header[c - 1], below[c])) header[c] = header[c - 1];
    if (header[c].empty() || header[c] != header[c - 1]) continue;
    out[c] = out[c - 1] = true;
  }
  return out;
}

// What stands over several columns, or divides one that does, and tells of time.
class Names {
 public:
  Names(Cells const& upper, Cells const& lower, Known const& known) : m_known(known) {
    for (auto const* cells : {&upper, &lower})
      for (auto const& c : *cells) {
        auto const kind = header_group(c).kind;
        m_series = m_series || kind == GroupKind::year || kind == GroupKind::increment;
      }
  }
  bool running(std::string const& text) const {
    auto const kind = header_group(text).kind;
    return kind == GroupKind::running || (m_series && kind == GroupKind::total);
  }
  // whole: a sum beside it is read in its place
  std::string name(std::string const& upper, std::string const& lower, bool whole) const {
    if (lower.empty() || lower == upper) return upper;
    if (upper.empty()) return lower;
    if (sum_of(upper, lower)) return upper;
    if (auto const part = whole ? std::string{} : of_part(upper, lower); !part.empty()) return part;
    if (unit_of(unit_alone(lower))) return with_unit(upper, lower).value_or(upper + "/" + lower);
    for (auto const& [group, figure] : {std::pair(upper, lower), std::pair(lower, upper)})
      if (auto const found = in_time(group, figure, unit_behind(upper, lower)); !found.empty()) return found;
    return of_words(upper, lower);
  }

  // 小计 below a figure: 已治理面积 over 小计 and 其中：复绿, 2018年治理面积 over 一季度 … 合计
  bool sum_of(std::string const& upper, std::string const& lower) const {
    if (header_group(lower).kind != GroupKind::total) return false;
    return year_heading(upper).year > 0 || (!m_series && m_known(upper));
  }

 private:
  static std::string unit_behind(std::string const& upper, std::string const& lower) {
    auto const own = heading_of_column(lower).unit;
    auto const unit = own.empty() ? heading_of_column(upper).unit : own;
    return unit.empty() ? unit : "（" + unit + "）";
  }
  // 2018年一季度/治理面积 of 2018年治理面积 over 一季度, 2018年一季度 over 治理面积 and the other way round
  std::string of_part(std::string const& upper, std::string const& lower) const {
    auto const year = year_heading(upper);
    auto const part = part_of_year(lower);
    if (part.months > 0 && part.year == 0 && year.year > 0 && year.months == 0 && !year.day)
      return std::to_string(year.year) + "年" + part.name + "/" + year.name;
    for (auto const& [time, figure] : {std::pair(upper, lower), std::pair(lower, upper)}) {
      auto const p = part_of_year(heading_of_column(time).name);
      if (p.year == 0) continue;
      return std::to_string(p.year) + "年" + p.name + "/" + heading_of_column(figure).name + unit_behind(upper, lower);
    }
    return {};
  }
  // Empty where the group does not tell of time, or no figure is so called.
  std::string in_time(std::string const& group, std::string const& figure, std::string const& unit) const {
    auto const what = header_group(group);
    auto const name = heading_of_column(figure).name;
    if (what.kind == GroupKind::year) return std::to_string(what.year) + "年/" + name + unit;
    if (!what.in_time() && !running(group)) return {};
    auto const called = new_in(group).word;
    std::string const prefix = what.kind != GroupKind::increment ? "累计" : called.empty() ? "本年" : called;
    auto const word = heading_of_column(group).name;  // 累计验收 over 面积
    bool const accepts = word.find("验收") != std::string::npos && name.find("验收") == std::string::npos;
    auto const one = accepts ? word + "面积" : prefix + name, two = accepts ? word : prefix + without_done(name);
    auto const day = what.kind == GroupKind::running ? day_of_running(group) : std::string{};
    if (!day.empty() && m_known(two)) return "截至" + day + "/" + two + unit;
    for (auto const& text : {word + name, one, two})
      if (m_known(text)) return text + unit;
    return {};
  }
  std::string of_words(std::string const& upper, std::string const& lower) const {
    auto const apart = upper + "/" + lower;
    if (header_group(upper).kind == GroupKind::plan) return apart;
    auto const [name, unit] = heading_of_column(upper);
    auto const behind = unit.empty() || !heading_of_column(lower).unit.empty() ? "" : "（" + unit + "）";
    auto const area = name.ends_with("面积") ? lower + "面积" : lower;  // 治理面积 over 应治理
    for (auto const& text : {name + lower, lower, lower + name, area})  // 破坏 over 面积
      if (m_known(text + behind)) return text + behind;
    return apart;
  }

  Known const& m_known;
  bool m_series = false;
};

}  // namespace

std::optional<Headings> combined(Cells header, Cells const& cells, Known const& known) {
  auto below = cells;
  below.resize(std::max(below.size(), header.size()));
  if (below.size() > header.size() || std::any_of(below.begin(), below.end(), of_data)) return std::nullopt;
  auto const several = shared(header, below);
  Headings out{header, std::vector<std::string>(header.size())};
  for (std::size_t c = 0; c < header.size(); ++c) {
    if (below[c].empty() || below[c] == header[c]) continue;
    if (auto const named = several[c] ? std::nullopt : with_unit(header[c], below[c])) {
      out.names[c] = header[c] = *named, below[c].clear();
      continue;
    }
    if (!several[c] && !divides(header[c], below[c], known)) return std::nullopt;
    if (!header[c].empty()) out.grouped[c] = header[c] + "/" + below[c];
  }
  Names const names(header, below, known);
  std::set<std::string> taken, summed;
  for (std::size_t c = 0; c < header.size(); ++c)
    if (names.sum_of(header[c], below[c])) summed.insert(header[c]);
  for (bool const running : {true, false})  // of two that would have one name the running sum has it
    for (std::size_t c = 0; c < header.size(); ++c) {
      if ((names.running(header[c]) || names.running(below[c])) != running) continue;
      out.names[c] = names.name(header[c], below[c], summed.count(header[c]) > 0);
      if (!out.grouped[c].empty() && !taken.insert(out.names[c]).second) out.names[c] = out.grouped[c];
    }
  for (std::size_t c = 0; c < header.size(); ++c)  // parts of a figure whose sum is read: it alone counts
    for (std::size_t sum = 0; sum < header.size(); ++sum)
      if (!out.grouped[c].empty() && sum != c && header[sum] == header[c] && names.sum_of(header[sum], below[sum]) &&
          out.names[c] == out.grouped[c])
        out.names[c] += PART_OF_SUM;
  bool const any = std::any_of(out.grouped.begin(), out.grouped.end(), [](auto const& g) { return !g.empty(); });
  return any ? std::optional(out) : std::nullopt;
}

}  // namespace redline
