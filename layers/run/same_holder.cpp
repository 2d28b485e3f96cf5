// SPDX-License-Identifier: Apache-2.0
#include "layers/run/same_holder.hpp"

#include <cctype>
#include <string>

namespace redline {
namespace {

std::string plain(std::string_view name) {
  struct Written {
    std::string_view as, meant;
  };
  constexpr Written WRITTEN[] = {{"（", "("}, {"）", ")"}, {"\u3000", ""}, {"\u00a0", ""}};
  std::string out;
  while (!name.empty()) {
    auto length = std::size_t{1};
    std::string_view meant = name.substr(0, 1);
    for (auto const& w : WRITTEN)
      if (name.substr(0, w.as.size()) == w.as) length = w.as.size(), meant = w.meant;
    if (!meant.empty() && !std::isspace(static_cast<unsigned char>(meant.front())))
      for (char const c : meant) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    name.remove_prefix(length);
  }
  return out;
}

}  // namespace

std::optional<bool> same_holder(std::string_view a, std::string_view b) {
  auto const x = plain(a), y = plain(b);
  if (x.empty() || y.empty()) return std::nullopt;
  return x == y;
}

}  // namespace redline
