// SPDX-License-Identifier: Apache-2.0
#include "layers/run/outlines.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/geometry/closed_lines.hpp"
#include "engine/rules/words.hpp"

namespace redline {
namespace {

using Kind = std::string_view;

constexpr std::array<Kind, 6> NEVER_A_LINE{"mine_site",   "ore_processing", "oil_well",
                                           "aquaculture", "farming",        "building"};

bool never_a_line(Kind kind) {
  return is_right(kind) || std::find(NEVER_A_LINE.begin(), NEVER_A_LINE.end(), kind) != NEVER_A_LINE.end();
}

bool any_closed(Coordinates const& lines) {
  return std::any_of(lines.parts.begin(), lines.parts.end(),
                     [](auto const& part) { return !part.empty() && is_closed(part.front()); });
}

void tell(RawActivity& raw, char const* code, Severity severity, std::vector<std::string> args) {
  raw.findings.push_back({code, severity, raw.attributes.layer, raw.attributes.id, std::move(args)});
}

void take_ground(RawActivity& raw, Coordinates const& ground) {
  raw.wkb = wkb(ground);
  if (is_right(raw.attributes.kind))
    tell(raw, "run.right_of_closed_line", Severity::info, {""});
  else
    tell(raw, "run.ground_of_closed_line", Severity::warning, {"@activity_kind." + raw.attributes.kind});
}

void keep_open(RawActivity& raw) {
  raw.outline_open = true;
  if (is_right(raw.attributes.kind))
    tell(raw, "run.right_of_open_line", Severity::warning, {});
  else
    tell(raw, "run.ground_of_open_line", Severity::warning, {"@activity_kind." + raw.attributes.kind});
}

}  // namespace

void take_outline(RawActivity& raw) {
  auto const& kind = raw.attributes.kind;
  if (kind == "linear_infrastructure" || !is_line(raw.wkb)) return;
  try {
    auto const lines = coordinates(Geometry::from_wkb(raw.wkb));
    auto const ground = enclosed(lines);
    bool const known = word_index(Vocabulary::activity_kind, kind) != UNKNOWN_WORD && kind != "other";
    if (ground && known)
      take_ground(raw, *ground);
    else if (never_a_line(kind) || any_closed(lines))
      keep_open(raw);
  } catch (GeometryError const&) {
    return;  // told by normalise()
  }
}

}  // namespace redline
