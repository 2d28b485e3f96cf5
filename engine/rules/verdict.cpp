// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/verdict.hpp"

#include <array>

namespace redline {
namespace {
constexpr std::array<std::string_view, 7> NAMES{"clear",  "allowed",   "incomplete", "conditional",
                                                "review", "must_exit", "prohibited"};
}

std::string_view to_string(Verdict v) { return NAMES[static_cast<std::size_t>(v)]; }

std::optional<Verdict> parse_verdict(std::string_view text) {
  for (std::size_t i = 0; i < NAMES.size(); ++i)
    if (NAMES[i] == text) return static_cast<Verdict>(i);
  return std::nullopt;
}

}  // namespace redline
