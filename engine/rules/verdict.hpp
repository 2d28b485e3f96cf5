// What the rules propose about an overlap. The order is the severity: the most severe of several wins, so a layer that
// could not be checked (incomplete) can never end as allowed or clear. All verdicts are proposals, not administrative
// decisions.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

namespace redline {

enum class Verdict { clear, allowed, incomplete, conditional, review, must_exit, prohibited };

constexpr Verdict more_severe(Verdict a, Verdict b) { return a < b ? b : a; }
std::string_view to_string(Verdict v);
std::optional<Verdict> parse_verdict(std::string_view text);

}  // namespace redline
