// The tables of AreaCells as bytes and back.
// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/cells.hpp"
#include "engine/core/byte_row.hpp"

namespace redline {
namespace {

void put(ByteRow& out, Bounds const& b) { out.put(b.min_x), out.put(b.min_y), out.put(b.max_x), out.put(b.max_y); }

void take(ByteReader& in, Bounds& b) { in.take(b.min_x), in.take(b.min_y), in.take(b.max_x), in.take(b.max_y); }

template <class T>
void make_room(ByteReader& in, std::vector<T>& list) {
  auto const n = in.take<std::uint64_t>();
  if (n > in.left()) throw std::out_of_range("more rows than bytes");
  list.resize(n);
}

}  // namespace

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
  make_room(in, zones);
  for (auto& z : zones) in.take(z.zone), in.take(z.area_m2);
  make_room(in, cells);
  for (auto& c : cells) {
    take(in, c.frame), take(in, c.bounds);
    in.take(c.zone), in.take(c.first_ring), in.take(c.rings);
    c.inner = in.take<std::uint8_t>() != 0;
  }
  make_room(in, m_rings);
  for (auto& r : m_rings) {
    in.take(r.first), in.take(r.first_box), in.take(r.size);
    r.shell = in.take<std::uint8_t>() != 0;
  }
  auto& m = m_moment.emplace();
  in.take(m.x), in.take(m.y), in.take(m.weight);
}

}  // namespace redline
