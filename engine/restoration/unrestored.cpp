// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/unrestored.hpp"

#include <algorithm>

namespace redline {

void gather_unrestored(Findings& findings) {
  constexpr std::size_t CITED = 5;
  auto const is = [](Finding const& f) { return f.code == "restoration.accepted_without_restoration"; };
  auto const first = std::find_if(findings.begin(), findings.end(), is);
  if (first == findings.end()) return;
  std::size_t n = 1;
  for (auto f = first + 1; f != findings.end(); ++f) {
    if (!is(*f)) continue;
    if (++n <= CITED) first->args[0] += "; " + f->args[0];
  }
  if (n > CITED) first->args[0] += "; …";
  first->args[1] = std::to_string(n);
  findings.erase(std::remove_if(first + 1, findings.end(), is), findings.end());
}

}  // namespace redline
