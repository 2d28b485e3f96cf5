// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/read_wkb.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace redline {
namespace {

constexpr std::uint32_t POINT = 1, POLYGON = 3, MULTI = 3;  // a MULTI* has the number of its parts and three more
constexpr std::size_t FEWEST_OF_RING = 4, FEWEST_OF_LINE = 2;

// Every answer false or 0: not plain.
class PlainWkb {
 public:
  explicit PlainWkb(std::span<unsigned char const> bytes) : m_rest(bytes) {}

  std::uint32_t type() {
    std::uint32_t out = 0;
    if (m_rest.empty() || m_rest[0] != 1) return 0;
    m_rest = m_rest.subspan(1);
    return take(&out, sizeof(out)) ? out : 0;
  }

  bool geometry(std::uint32_t type, Coordinates& out) {
    if (type < POINT || type > POLYGON + MULTI) return false;
    bool const multi = type > POLYGON;
    auto const single = multi ? type - MULTI : type;
    out.dimension = static_cast<int>(single - POINT);
    auto const n = multi ? count(1) : 1;
    for (std::size_t i = 0; i < n; ++i)
      if ((multi && this->type() != single) || !part(single, out.parts.emplace_back())) return false;
    return n > 0 && m_rest.empty();
  }

 private:
  bool part(std::uint32_t type, RingsOfPart& out) {
    auto const n = type == POLYGON ? count(1) : 1;
    for (std::size_t i = 0; i < n; ++i)
      if (!ring(type, out.emplace_back())) return false;
    return n > 0;
  }

  bool ring(std::uint32_t type, Ring& out) {
    out.resize(type == POINT ? 1 : count(sizeof(Point)));
    if (out.empty() || !take(out.data(), out.size() * sizeof(Point))) return false;
    if (type == POINT) return std::isfinite(out[0].x) && std::isfinite(out[0].y);
    return type == POLYGON ? out.size() >= FEWEST_OF_RING && out.front() == out.back() : out.size() >= FEWEST_OF_LINE;
  }

  // Of things that take no less than `bytes` each.
  std::size_t count(std::size_t bytes) {
    std::uint32_t out = 0;
    return take(&out, sizeof(out)) && out <= m_rest.size() / bytes ? out : 0;
  }

  bool take(void* to, std::size_t bytes) {
    if (m_rest.size() < bytes) return false;
    std::memcpy(to, m_rest.data(), bytes);
    m_rest = m_rest.subspan(bytes);
    return true;
  }

  std::span<unsigned char const> m_rest;
};

}  // namespace

WkbContent read_wkb(std::span<unsigned char const> wkb) {
  WkbContent out;
  PlainWkb plain(wkb);
  auto const type = plain.type();
  if (plain.geometry(type, out.shape)) {
    out.geometry = type > POLYGON ? build(out.shape) : build_part(out.shape.parts[0], out.shape.dimension);
    return out;
  }
  out.geometry = Geometry::from_wkb(wkb);
  out.shape = coordinates(out.geometry);
  return out;
}

}  // namespace redline
