// The tables of AreaCells as bytes and back.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/basemap/cells.hpp"
#include "engine/core/byte_row.hpp"

namespace redline {
namespace {

void put(ByteRow& out, Bounds const& b) { out.put(b.min_x), out.put(b.min_y), out.put(b.max_x), out.put(b.max_y); }

void take(ByteReader& in, Bounds& b) { in.take(b.min_x), in.take(b.min_y), in.take(b.max_x), in.take(b.max_y); }

constexpr std::size_t BOX = 32, NUMBER = 8, INDEX = 4, FLAG = 1;
constexpr std::size_t CORNERS_OF_RING = 4;  // at least; a ring is closed

template <class T>
void make_room(ByteReader& in, std::vector<T>& list, std::size_t least_bytes_of_row) {
  auto const n = in.take<std::uint64_t>();
  if (n > in.left() / least_bytes_of_row) throw std::out_of_range("more rows than bytes");
  list.resize(n);
}

bool is_box(Bounds const& b) { return !b.empty() && on_earth({b.min_x, b.min_y}) && on_earth({b.max_x, b.max_y}); }

void require(bool sound) {
  if (!sound) throw std::out_of_range("tables that do not fit together");
}

}  // namespace

void AreaCells::require_sound_tables() const {
  for (auto const& z : zones) require(std::isfinite(z.area_m2));
  require(std::is_sorted(cells.begin(), cells.end(), [](auto const& a, auto const& b) { return a.zone < b.zone; }));
  for (auto const& c : cells) {
    require(c.zone < zones.size() && is_box(c.frame) && is_box(c.bounds));
    require(c.rings > 0 && c.first_ring < m_rings.size() && c.rings <= m_rings.size() - c.first_ring);
    require(m_rings[c.first_ring].shell);
  }
  for (auto const& r : m_rings) require(r.size >= CORNERS_OF_RING);
  require(std::isfinite(m_moment->x) && std::isfinite(m_moment->y) && std::isfinite(m_moment->weight));
}

void AreaCells::put_tables(ByteRow& out) const {
  out.put(std::uint64_t{zones.size()});
  for (auto const& z : zones) out.put(std::string_view(z.zone)), out.put(z.area_m2);
  out.put(std::uint64_t{cells.size()});
  for (auto const& c : cells) {
    put(out, c.frame), put(out, c.bounds);
    out.put(c.zone), out.put(c.first_ring), out.put(c.rings), out.put(static_cast<std::uint8_t>(c.inner));
  }
  out.put(std::uint64_t{m_rings.size()});
  for (auto const& r : m_rings)
    out.put(r.first), out.put(r.first_box), out.put(r.size), out.put(static_cast<std::uint8_t>(r.shell));
  auto const m = moment();
  out.put(m.x), out.put(m.y), out.put(m.weight);
}

void AreaCells::take_tables(ByteReader& in) {
  make_room(in, zones, 2 * NUMBER);
  for (auto& z : zones) in.take(z.zone), in.take(z.area_m2);
  make_room(in, cells, 2 * BOX + 3 * INDEX + FLAG);
  for (auto& c : cells) {
    take(in, c.frame), take(in, c.bounds);
    in.take(c.zone), in.take(c.first_ring), in.take(c.rings);
    c.inner = in.take<std::uint8_t>() != 0;
  }
  make_room(in, m_rings, 2 * NUMBER + INDEX + FLAG);
  for (auto& r : m_rings) {
    in.take(r.first), in.take(r.first_box), in.take(r.size);
    r.shell = in.take<std::uint8_t>() != 0;
  }
  auto& m = m_moment.emplace();
  in.take(m.x), in.take(m.y), in.take(m.weight);
  require_sound_tables();
}

}  // namespace redline
