// SPDX-License-Identifier: Apache-2.0
#include "layers/write/packed_rtree.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace redline {
namespace {

constexpr std::size_t NODE_HEADER = 4, CELL = 24;  // depth and count; id and four floats
constexpr std::int64_t ROOT = 1;

float below(double v) {
  auto const f = static_cast<float>(v);
  return f > v ? std::nextafterf(f, -std::numeric_limits<float>::infinity()) : f;
}
float above(double v) {
  auto const f = static_cast<float>(v);
  return f < v ? std::nextafterf(f, std::numeric_limits<float>::infinity()) : f;
}

// Order along one axis by the middle of the box; the id decides between equals, so the result is the same on every run.
void sort_along(std::span<RtreeEntry> entries, std::size_t axis) {
  std::sort(entries.begin(), entries.end(), [axis](RtreeEntry const& a, RtreeEntry const& b) {
    auto const ma = a.box[2 * axis] + a.box[2 * axis + 1], mb = b.box[2 * axis] + b.box[2 * axis + 1];
    return ma != mb ? ma < mb : a.id < b.id;
  });
}

void tile(std::vector<RtreeEntry>& entries, std::size_t capacity) {
  auto const nodes = (entries.size() + capacity - 1) / capacity;
  auto const slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(nodes))));
  auto const per_slice = (nodes + slices - 1) / slices * capacity;
  sort_along(entries, 0);
  for (std::size_t from = 0; from < entries.size(); from += per_slice)
    sort_along(std::span(entries).subspan(from, std::min(per_slice, entries.size() - from)), 1);
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

class Packer {
 public:
  Packer(Database& db, std::string const& rtree)
      : m_insert(db.prepare("INSERT OR REPLACE INTO " + sql_name(rtree + "_node") + " VALUES(?1,?2)")) {
    auto const bytes = db.number("SELECT length(data) FROM " + sql_name(rtree + "_node") + " WHERE nodeno=1");
    m_node.resize(static_cast<std::size_t>(bytes));
    m_capacity = (m_node.size() - NODE_HEADER) / CELL;
  }
  std::size_t capacity() const { return m_capacity; }
  void write(std::int64_t number, unsigned depth, std::span<RtreeEntry const> entries) {
    std::fill(m_node.begin(), m_node.end(), static_cast<unsigned char>(0));
    auto* at = put_big_endian(m_node.data(), static_cast<std::uint16_t>(depth));
    at = put_big_endian(at, static_cast<std::uint16_t>(entries.size()));
    for (auto const& e : entries) {
      at = put_big_endian(at, static_cast<std::uint64_t>(e.id));
      for (float const f : e.box) at = put_big_endian(at, std::bit_cast<std::uint32_t>(f));
    }
    m_insert.integer(1, number);
    m_insert.blob(2, m_node);
    m_insert.execute();
  }

 private:
  Statement m_insert;
  std::vector<unsigned char> m_node;
  std::size_t m_capacity = 0;
};

using Links = std::vector<std::pair<std::int64_t, std::int64_t>>;  // child, node it stands in

void write_links(Database& db, std::string const& table, Links& links) {
  std::sort(links.begin(), links.end());
  auto insert = db.prepare("INSERT INTO " + sql_name(table) + " VALUES(?1,?2)");
  for (auto const& [child, node] : links) {
    insert.integer(1, child);
    insert.integer(2, node);
    insert.execute();
  }
}

}  // namespace

RtreeEntry rtree_entry(std::int64_t id, Bounds const& b) {
  return {id, {below(b.min_x), above(b.max_x), below(b.min_y), above(b.max_y)}};
}

void fill_rtree(Database& db, std::string const& rtree, std::vector<RtreeEntry> level) {
  Packer packer(db, rtree);
  Links rows, parents;
  auto* links = &rows;
  unsigned depth = 0;
  for (std::int64_t next = ROOT + 1; level.size() > packer.capacity(); ++depth, links = &parents) {
    tile(level, packer.capacity());
    std::vector<RtreeEntry> above_level;
    for (std::size_t from = 0; from < level.size(); from += packer.capacity(), ++next) {
      auto const node = std::span(level).subspan(from, std::min(packer.capacity(), level.size() - from));
      packer.write(next, 0, node);
      for (auto const& e : node) links->emplace_back(e.id, next);
      above_level.push_back(around(next, node));
    }
    level = std::move(above_level);
  }
  packer.write(ROOT, depth, level);
  for (auto const& e : level) links->emplace_back(e.id, ROOT);
  write_links(db, rtree + "_rowid", rows);
  write_links(db, rtree + "_parent", parents);
}

}  // namespace redline
