// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/status.hpp"

#include <regex>

namespace redline::rules {
namespace {

constexpr std::size_t LONGEST = 200;  // no state is longer, and an expression goes deep in a long text

std::string without_when(std::string const& status) {
  if (status.size() > LONGEST || !(status.ends_with(")") || status.ends_with("）"))) return status;
  static std::regex const when(
      "(.+?)(?:\\(|（)"
      "(?:[-0-9 ./]|年|月|日|号|底|末|初|中|上|下|旬|前|第|批|次|一|二|三|四|五|六|七|八|九|十|完|成|于)+"
      "(?:\\)|）)");
  std::smatch m;
  return std::regex_match(status, m, when) ? m[1].str() : status;
}

}  // namespace

std::optional<unsigned> status_word(std::string_view status, Names const& names) {
  auto it = names.find(status);
  if (it == names.end()) it = names.find(without_when(std::string(status)));
  if (it == names.end()) return std::nullopt;
  return it->second;
}

}  // namespace redline::rules
