// SPDX-License-Identifier: Apache-2.0
#include "layers/write/packed_rtree.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace redline {
namespace {

constexpr std::size_t NODE_HEADER = 4, CELL = 24;  // depth and count; id and four floats
constexpr std::int64_t ROOT = 1;
constexpr std::size_t LINKS_AT_ONCE = 64;

float below(double v) {
  auto const f = static_cast<float>(v);
  return f > v ? std::nextafterf(f, -std::numeric_limits<float>::infinity()) : f;
}
float above(double v) {
  auto const f = static_cast<float>(v);
  return f < v ? std::nextafterf(f, std::numeric_limits<float>::infinity()) : f;
}

// Groups of `size` that follow one another along one axis, by the middle of the box: what is within a group needs no
// order. The id decides between equals, so the result is the same on every run.
void group_along(std::span<RtreeEntry> entries, std::size_t axis, std::size_t size) {
  auto const groups = (entries.size() + size - 1) / size;
  if (groups < 2) return;
  auto const middle = groups / 2 * size;
  auto const before = [axis](RtreeEntry const& a, RtreeEntry const& b) {
    auto const ma = a.box[2 * axis] + a.box[2 * axis + 1], mb = b.box[2 * axis] + b.box[2 * axis + 1];
    return ma != mb ? ma < mb : a.id < b.id;
  };
  std::nth_element(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(middle), entries.end(), before);
  group_along(entries.first(middle), axis, size);
  group_along(entries.subspan(middle), axis, size);
}

void tile(std::vector<RtreeEntry>& entries, std::size_t capacity) {
  auto const nodes = (entries.size() + capacity - 1) / capacity;
  auto const slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(nodes))));
  auto const per_slice = (nodes + slices - 1) / slices * capacity;
  group_along(entries, 0, per_slice);
  for (std::size_t from = 0; from < entries.size(); from += per_slice)
    group_along(std::span(entries).subspan(from, std::min(per_slice, entries.size() - from)), 1, capacity);
}

RtreeEntry around(std::int64_t id, std::span<RtreeEntry const> entries) {
  RtreeEntry out{id, entries.front().box};
  for (auto const& e : entries)
    for (std::size_t axis = 0; axis < 4; axis += 2) {
      out.box[axis] = std::min(out.box[axis], e.box[axis]);
      out.box[axis + 1] = std::max(out.box[axis + 1], e.box[axis + 1]);
    }
  return out;
}

template <class T>
unsigned char* put_big_endian(unsigned char* out, T value) {
  for (int shift = (static_cast<int>(sizeof(T)) - 1) * 8; shift >= 0; shift -= 8)
    *out++ = static_cast<unsigned char>(value >> shift);
  return out;
}

std::size_t node_bytes(Database& db, std::string const& rtree) {
  return static_cast<std::size_t>(
      db.number("SELECT length(data) FROM " + sql_name(rtree + "_node") + " WHERE nodeno=1"));
}

class NodeWriter {
 public:
  NodeWriter(Database& db, std::string const& rtree)
      : m_insert(db.prepare("INSERT OR REPLACE INTO " + sql_name(rtree + "_node") + " VALUES(?1,?2)")),
        m_bytes(node_bytes(db, rtree)) {}
  void write(PackedRtree::Node const& node) {
    std::fill(m_bytes.begin(), m_bytes.end(), static_cast<unsigned char>(0));
    auto* at = put_big_endian(m_bytes.data(), static_cast<std::uint16_t>(node.depth));
    at = put_big_endian(at, static_cast<std::uint16_t>(node.entries.size()));
    for (auto const& e : node.entries) {
      at = put_big_endian(at, static_cast<std::uint64_t>(e.id));
      for (float const f : e.box) at = put_big_endian(at, std::bit_cast<std::uint32_t>(f));
    }
    m_insert.integer(1, node.number);
    m_insert.blob(2, m_bytes);
    m_insert.execute();
  }

 private:
  Statement m_insert;
  std::vector<unsigned char> m_bytes;
};

using Links = PackedRtree::Links;

// A table of two columns, the key first; without keys, which then follow the last one, SQLite need not look for their
// places.
struct LinkTable {
  std::string name, node_column;
  std::string insert(std::size_t rows, bool keys) const {
    auto const row = keys ? "(?,?)" : "(?)";
    auto sql = "INSERT INTO " + sql_name(name) + (keys ? "" : "(" + node_column + ")") + " VALUES" + row;
    for (std::size_t i = 1; i < rows; ++i) sql.append(",").append(row);
    return sql;
  }
};

void write_links(Database& db, LinkTable const& table, Links const& links) {
  auto const full = std::min(LINKS_AT_ONCE, links.size());
  if (full == 0) return;
  auto with_keys = db.prepare(table.insert(full, true)), without = db.prepare(table.insert(full, false));
  std::optional<Statement> rest;
  std::int64_t last = 0;  // key; keys ascend
  for (std::size_t from = 0; from < links.size(); from += full) {
    auto const some = std::span(links).subspan(from, std::min(full, links.size() - from));
    bool const keys = from == 0 || some.back().first != last + static_cast<std::int64_t>(some.size());
    if (some.size() < full) rest.emplace(db.prepare(table.insert(some.size(), keys)));
    auto& insert = rest ? *rest : keys ? with_keys : without;
    for (int i = 0; auto const& [child, node] : some) {
      if (keys) insert.integer(++i, child);
      insert.integer(++i, node);
    }
    insert.execute();
    last = some.back().first;
  }
}

}  // namespace

RtreeEntry rtree_entry(std::int64_t id, Bounds const& b) {
  return {id, {below(b.min_x), above(b.max_x), below(b.min_y), above(b.max_y)}};
}

std::size_t rtree_capacity(Database& db, std::string const& rtree) {
  return (node_bytes(db, rtree) - NODE_HEADER) / CELL;
}

PackedRtree pack_rtree(std::vector<RtreeEntry> level, std::size_t capacity) {
  PackedRtree out;
  auto* links = &out.rows;
  unsigned depth = 0;
  for (std::int64_t next = ROOT + 1; level.size() > capacity; ++depth, links = &out.parents) {
    tile(level, capacity);
    std::vector<RtreeEntry> above_level;
    for (std::size_t from = 0; from < level.size(); from += capacity, ++next) {
      auto const node = std::span(level).subspan(from, std::min(capacity, level.size() - from));
      out.nodes.push_back({next, 0, {node.begin(), node.end()}});
      for (auto const& e : node) links->emplace_back(e.id, next);
      above_level.push_back(around(next, node));
    }
    level = std::move(above_level);
  }
  for (auto const& e : level) links->emplace_back(e.id, ROOT);
  out.nodes.push_back({ROOT, depth, std::move(level)});
  for (auto* some : {&out.rows, &out.parents}) std::sort(some->begin(), some->end());
  return out;
}

void write_rtree(Database& db, std::string const& rtree, PackedRtree const& packed) {
  NodeWriter writer(db, rtree);
  for (auto const& node : packed.nodes) writer.write(node);
  write_links(db, {rtree + "_rowid", "nodeno"}, packed.rows);
  write_links(db, {rtree + "_parent", "parentnode"}, packed.parents);
}

}  // namespace redline
