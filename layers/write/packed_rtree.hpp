// SQLite's R-tree at once, packed by sort-tile-recursive (Leutenegger, Lopez, Edgington 1997), instead of by insertion:
// some fifteen times faster and with full nodes. Packing needs no database; writing fills the three tables behind the
// virtual one in the form that SQLite's documentation (rtree.html, 7) gives; boxes are rounded outwards to 32 bits, as
// SQLite does. The R-tree must be new and empty; its capacity is the number of entries of a node.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/geometry/bounds.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

struct RtreeEntry {
  std::int64_t id = 0;
  std::array<float, 4> box = {};  // min x, max x, min y, max y
};

RtreeEntry rtree_entry(std::int64_t id, Bounds const& bounds);

struct PackedRtree {
  struct Node {
    std::int64_t number = 0;
    unsigned depth = 0;  // of the tree below; given for the root alone
    std::vector<RtreeEntry> entries;
  };
  using Links = std::vector<std::pair<std::int64_t, std::int64_t>>;  // child, node it stands in; by child
  std::vector<Node> nodes;
  Links rows, parents;
};

std::size_t rtree_capacity(Database& db, std::string const& rtree);
PackedRtree pack_rtree(std::vector<RtreeEntry> entries, std::size_t capacity);
void write_rtree(Database& db, std::string const& rtree, PackedRtree const& packed);

}  // namespace redline
