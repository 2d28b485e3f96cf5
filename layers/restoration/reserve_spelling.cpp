// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/reserve_spelling.hpp"

#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

// 新疆西天山国家级自然保护区管理局 holds 西天山, or the other way round; of several the longest.
std::string held_by(std::string const& name, Register const& known) {
  auto const text = normal_name(name);
  std::string best, longest;
  auto const look = [&](std::string const& words, Reserve const* reserve) {
    auto const part = normal_name(words);
    bool const held = !text.empty() && (text.find(part) != std::string::npos || part.find(text) != std::string::npos);
    if (reserve && held && part.size() > longest.size()) longest = part, best = reserve->name_zh;
  };
  for (auto const& r : known.reserves()) look(r.name_zh, &r);
  for (auto const& a : known.aliases()) look(a.name, known.find(a.reserve_id));
  return best;
}

}  // namespace

Findings reserve_findings(std::string const& file, std::map<std::string, int> const& rows_by_name,
                          Register const& known) {
  Findings out;
  for (auto const& [name, rows] : rows_by_name) {
    auto const r = known.resolve(name);
    if (name.empty() || r.match == Match::exact || r.match == Match::alias) continue;
    auto const near = r.reserve ? r.reserve->name_zh : held_by(name, known);
    std::vector<std::string> args{file, name, std::to_string(rows)};
    if (!near.empty()) args.push_back(near);
    out.push_back({near.empty() ? "restoration.reserve_elsewhere" : "restoration.reserve_unknown",
                   near.empty() ? Severity::info : Severity::warning, file, "", std::move(args)});
  }
  return out;
}

}  // namespace redline
