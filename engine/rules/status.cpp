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

bool denies_renewal(std::string_view text) {
  static std::regex const form(
      R"(\s*(?:(?:逾期|过期|期满前|期满|到期前|到期|已过期|已到期|至今|尚|仍|，|、|,|（|\(|：|:|\s)*(?:未|没|没有|从未|不|不再))"
      R"((?:提出|提交|递交|办理|申报|申请|延续|续期|延期|手续|登记)*(?:）|\))?|否|无|-+|(?:—)+|/|0|[Nn][Oo]?|[Ff]alse)\s*)");
  return text.size() <= LONGEST && std::regex_match(text.begin(), text.end(), form);
}

bool speaks_of_renewal(std::string_view status) {
  auto const has = [&](std::string_view word) { return status.find(word) != std::string_view::npos; };
  return (has("延续") || has("续期") || has("延期") || has("renewal")) && !denies_renewal(status);
}

}  // namespace redline::rules
