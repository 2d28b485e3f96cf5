// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/unmet_returns.hpp"

#include <algorithm>

#include "engine/restoration/part_names.hpp"

namespace redline {
namespace {

constexpr std::size_t SHORTEST = 2, NAMES_SHOWN = 5;  // letters; names

std::vector<std::string> letters(std::string const& text) {
  std::vector<std::string> out;
  for (char const c : text)
    if (out.empty() || (static_cast<unsigned char>(c) & 0xc0) != 0x80)
      out.emplace_back(1, c);
    else
      out.back() += c;
  return out;
}

std::string numbers(std::string const& text) {
  std::string out;
  for (char const c : text)
    if (c >= '0' && c <= '9')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// Letters that both have in the same order.
std::size_t in_common(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  std::vector<std::size_t> last(b.size() + 1), now(b.size() + 1);
  for (auto const& letter : a) {
    for (std::size_t j = 0; j < b.size(); ++j)
      now[j + 1] = letter == b[j] ? last[j] + 1 : std::max(last[j + 1], now[j]);
    last = now;
  }
  return last.back();
}

bool stands(SiteTally const& s) {
  bool const reached = s.stage && s.stage->stage_class >= StageClass::restored;
  return !s.claimed.zero() || !s.accepted.zero() || s.accepted_whole || reached;
}

}  // namespace

// One holds the other.
bool like_named(std::string_view site, std::string_view other) {
  auto const a = PartNames::normal(site), b = PartNames::normal(other);
  auto const x = letters(a), y = letters(b);
  if (a == b) return true;
  return std::min(x.size(), y.size()) >= SHORTEST && numbers(a) == numbers(b) &&
         in_common(x, y) == std::min(x.size(), y.size());
}

void tell_unmet(std::string_view reserve, std::vector<SiteTally> const& sites, Findings& findings) {
  for (auto const& s : sites) {
    if (!s.unmet || s.site.empty()) continue;
    std::string names;
    std::size_t found = 0;
    for (auto const& other : sites)
      if (&other != &s && !other.site.empty() && stands(other) && like_named(s.site, other.site) &&
          ++found <= NAMES_SHOWN)
        names += (names.empty() ? "" : "、") + std::string(other.site);
    if (found > NAMES_SHOWN) names += "…";
    if (names.empty() && !s.known_by_return) continue;
    auto const* code = names.empty() ? "restoration.returned_unknown" : "restoration.returned_unmet";
    std::vector<std::string> args{std::string(s.site), cited(*s.unmet)};
    if (!names.empty()) args.push_back(names);
    findings.push_back({code, Severity::warning, std::string(reserve), std::string(s.unmet->id), std::move(args)});
  }
}

}  // namespace redline
