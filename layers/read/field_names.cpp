// SPDX-License-Identifier: Apache-2.0
#include "layers/read/field_names.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "engine/rules/words.hpp"

namespace redline {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> BRACKETS{
    {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}}};
constexpr std::array<std::string_view, 8> NOTHING{{" ", "\n", "\r", "\t", "　", "\xC2\xA0", "：", "°"}};

std::string lower(std::string s) {
  for (auto& c : s)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return s;
}

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

std::string bare_name(std::string const& field) {
  auto out = lower(field);
  for (auto const& [open, close] : BRACKETS)
    for (auto at = out.find(open); at != std::string::npos && at > 0; at = out.find(open)) {
      auto const end = out.find(close, at);
      out.erase(at, end == std::string::npos ? std::string::npos : end + close.size() - at);
    }
  for (auto const& nothing : NOTHING)
    for (auto at = out.find(nothing); at != std::string::npos; at = out.find(nothing)) out.erase(at, nothing.size());
  return out;
}

std::string unit_in(std::string const& field) {
  auto const name = lower(field);
  if (holds(name, "km²") || holds(name, "km2") || holds(name, "平方千米") || holds(name, "平方公里") ||
      holds(name, "k㎡"))
    return "km2";
  if (holds(name, "公顷") || holds(name, "hm²") || holds(name, "hm2") || holds(name, "(ha)") || holds(name, "_ha") ||
      holds(name, "（ha）"))
    return "ha";
  if (holds(name, "亩")) return "mu";
  if (holds(name, "㎡") || holds(name, "m²") || holds(name, "m2") || holds(name, "平方米") || holds(name, "平米"))
    return "m2";
  return {};
}

std::string listed(std::vector<std::string> const& names) {
  std::string out;
  for (auto const& n : names) out += (out.empty() ? "" : ", ") + n;
  return out;
}

std::string nearest_name(std::vector<std::string> const& names, std::string const& wanted) {
  return names.empty() ? std::string{} : std::string(nearest_word({names.begin(), names.end()}, wanted));
}

Error no_such_field(std::string const& where, std::string const& wanted, std::vector<std::string> const& names) {
  return {ErrorKind::input, "read.no_field", {where, wanted, listed(names), nearest_name(names, wanted)}};
}

}  // namespace redline
