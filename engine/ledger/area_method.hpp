// How overlaps are measured, by the names that files and options use. An unknown name is `exact`: whoever reads one has
// checked it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace redline {

enum class AreaMethod { exact, geodesic, planar, tdt1055 };

inline constexpr std::array<char const*, 4> AREA_METHODS{"exact", "geodesic", "planar", "tdt1055"};  // in this order

constexpr char const* name_of(AreaMethod method) { return AREA_METHODS.at(static_cast<std::size_t>(method)); }

constexpr AreaMethod area_method_named(std::string_view name) {
  auto const* const it = std::find(AREA_METHODS.begin(), AREA_METHODS.end(), name);
  return it == AREA_METHODS.end() ? AreaMethod::exact : static_cast<AreaMethod>(it - AREA_METHODS.begin());
}

}  // namespace redline
