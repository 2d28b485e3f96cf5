// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage_geometry.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "engine/core/error.hpp"

namespace redline {
namespace {

static_assert(std::endian::native == std::endian::little, "blobs are written as the machine has them");

constexpr std::uint32_t POINT = 1, LINE = 2, POLYGON = 3, TO_MULTI = 3;  // type codes of WKB; multi = single + 3
constexpr std::size_t HEADER = 8, ENVELOPE = 32;
constexpr unsigned char LITTLE_ENDIAN_FLAG = 1, ENVELOPE_XY = 1 << 1, EMPTY_FLAG = 1 << 4;

class WkbBounds {
 public:
  explicit WkbBounds(std::span<unsigned char const> wkb) : m_wkb(wkb) {}

  std::uint32_t type() {
    if (take<unsigned char>() != 1) fail("not little-endian");
    return take<std::uint32_t>();
  }
  void body(std::uint32_t type) {
    switch (type) {
      case POINT:
        points(1);
        break;
      case LINE:
        points(count(2 * sizeof(double)));
        break;
      case POLYGON:
        for (auto n = count(4); n > 0; --n) points(count(2 * sizeof(double)));
        break;
      default:
        for (auto n = count(9); n > 0; --n) {
          if (this->type() != type - TO_MULTI) fail("mixed parts");
          body(type - TO_MULTI);
        }
    }
  }
  void end() const {
    if (m_at != m_wkb.size()) fail("bytes left over");
  }
  Bounds const& bounds() const { return m_bounds; }

  [[noreturn]] static void fail(char const* why) { throw GeometryError("wkb", why); }

 private:
  template <class T>
  T take() {
    if (m_wkb.size() - m_at < sizeof(T)) fail("cut short");
    T value;
    std::memcpy(&value, m_wkb.data() + m_at, sizeof(T));
    m_at += sizeof(T);
    return value;
  }
  std::size_t count(std::size_t smallest) {
    std::size_t const n = take<std::uint32_t>();
    if (n > (m_wkb.size() - m_at) / smallest) fail("cut short");
    return n;
  }
  void points(std::size_t n) {
    for (; n > 0; --n) {
      auto const x = take<double>(), y = take<double>();
      if (!std::isfinite(x) || !std::isfinite(y)) fail("a coordinate is not finite");
      m_bounds.add(Point{x, y});
    }
  }

  std::span<unsigned char const> m_wkb;
  std::size_t m_at = 0;
  Bounds m_bounds;
};

template <class T>
void put(std::vector<unsigned char>& out, T value) {
  auto const bytes = std::bit_cast<std::array<unsigned char, sizeof(T)>>(value);
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void put_header(std::vector<unsigned char>& out, unsigned char flags) {
  out.assign({'G', 'P', 0, flags});
  put<std::int32_t>(out, LEDGER_SRS);
}

void put_envelope(std::vector<unsigned char>& out, Bounds const& b) {
  for (double const v : {b.min_x, b.max_x, b.min_y, b.max_y}) put(out, v);
}

}  // namespace

Bounds geopackage_blob(std::span<unsigned char const> wkb, int dimension, std::vector<unsigned char>& out) {
  WkbBounds scan(wkb);
  auto const type = scan.type();
  auto const single = static_cast<std::uint32_t>(dimension + 1);
  if (type != single && type != single + TO_MULTI) WkbBounds::fail("not of the layer's type");
  scan.body(type);
  scan.end();
  auto const& bounds = scan.bounds();
  out.reserve(HEADER + ENVELOPE + 9 + wkb.size());
  put_header(out, LITTLE_ENDIAN_FLAG | (bounds.empty() ? EMPTY_FLAG : ENVELOPE_XY));
  if (!bounds.empty()) put_envelope(out, bounds);
  if (type == single) {
    out.push_back(1);
    put<std::uint32_t>(out, single + TO_MULTI);
    put<std::uint32_t>(out, 1);
  }
  out.insert(out.end(), wkb.begin(), wkb.end());
  return bounds;
}

void geopackage_point(Point p, std::vector<unsigned char>& out) {
  put_header(out, LITTLE_ENDIAN_FLAG);
  out.push_back(1);
  put(out, POINT);
  put(out, p.x);
  put(out, p.y);
}

std::span<unsigned char const> wkb_of_blob(std::span<unsigned char const> blob) {
  if (blob.size() < HEADER) return {};
  auto const start = HEADER + ((blob[3] & ENVELOPE_XY) ? ENVELOPE : 0);
  return blob.size() < start ? std::span<unsigned char const>{} : blob.subspan(start);
}

}  // namespace redline
