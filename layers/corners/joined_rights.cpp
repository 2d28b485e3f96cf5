// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/joined_rights.hpp"

#include <algorithm>
#include <utility>

namespace redline {
namespace {

bool says_the_same(Finding const& a, Finding const& b) {
  return a.code == b.code && a.severity == b.severity && a.feature == b.feature && a.args == b.args;
}

// `read`: findings of reading, which each has.
void add_findings(Findings& all, Findings const& more, std::size_t read) {
  for (auto i = read; i < more.size(); ++i) {
    auto const& f = more[i];
    bool const said =
        f.feature.empty() && std::any_of(all.begin(), all.end(), [&](Finding const& g) { return says_the_same(f, g); });
    if (!said) all.push_back(f);
  }
}

}  // namespace

Intake joined_rights(std::vector<Intake> apart) {
  auto out = std::move(apart.front());
  auto& parcels = out.list.parcels;
  for (std::size_t i = 1; i < apart.size(); ++i) {
    auto& more = apart[i].list.parcels;
    std::move(more.begin(), more.end(), std::back_inserter(parcels));
    add_findings(out.findings, apart[i].findings, apart[i].list.findings.size());
  }
  std::stable_sort(parcels.begin(), parcels.end(), [](auto const& a, auto const& b) { return a.number < b.number; });
  return out;
}

std::string systems_of(std::vector<Intake> const& apart) {
  std::vector<std::string> seen;
  std::string out;
  for (auto const& in : apart) {
    auto const code = code_or_name(in.crs);
    if (std::find(seen.begin(), seen.end(), code) != seen.end()) continue;
    seen.push_back(code);
    out += (out.empty() ? "" : ", ") + code;
  }
  return out;
}

std::string how_of(std::vector<Intake> const& apart) {
  for (auto const& in : apart)
    if (in.how == "detected") return in.how;
  return apart.front().how;
}

}  // namespace redline
