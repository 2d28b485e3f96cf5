// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/place_doubts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace redline {
namespace {

constexpr std::array TO_ACCEPT{std::string_view("corner.given_contradicts"), std::string_view("corner.given_width"),
                               std::string_view("corner.given_datum"),       std::string_view("corner.given_other_crs"),
                               std::string_view("corner.outside_zone"),      std::string_view("corner.outside_county"),
                               std::string_view("corner.gcj02_possible"),    std::string_view("corner.gcj02_suspected"),
                               std::string_view("corner.pointed_likely")};
constexpr std::array DEGREES{
    std::string_view("corner.pointed_possible"), std::string_view("corner.pointed_contradicts"),
    std::string_view("corner.pointed_impossible"), std::string_view("corner.degrees_said_twice")};

template <class Codes>
bool warns_of(Finding const& f, Codes const& codes) {
  return f.severity != Severity::info && std::find(codes.begin(), codes.end(), f.code) != codes.end();
}

}  // namespace

bool doubts_place(Findings const& findings, PlaceDecided decided) {
  return std::any_of(findings.begin(), findings.end(), [&](Finding const& f) {
    if (warns_of(f, DEGREES) || f.code == "corner.mixed_prefixes") return true;
    if (f.code == "crs.other_zone") return !(decided.crs && decided.accept);  // no proposal: a part of the file
    return !decided.accept && warns_of(f, TO_ACCEPT);
  });
}

}  // namespace redline
