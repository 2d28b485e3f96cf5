// A basemap as bytes, and back. pack() hands over, piece by piece from offset 0 on, the corners of all areas, the boxes
// of their edges, then the tables: areas, zones, cells, rings, and where each lies. unpack() puts the areas into a
// builder that has none yet, in their order; it reads the tables, and corners only when they are asked for. The same
// basemap comes back, bit by bit. Tables that do not fit together throw std::out_of_range.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "engine/basemap/basemap.hpp"

namespace redline {

struct Packed {
  std::uint64_t tables_at = 0, tables_size = 0;
};

Packed pack(Basemap const& basemap, std::function<void(std::string_view)> const& add);
void unpack(std::shared_ptr<BytesOnDemand const> const& bytes, Packed const& where, Basemap::Builder& builder);

}  // namespace redline
