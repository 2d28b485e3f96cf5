// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/magnitude.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

struct Range {
  double low, high;
  bool has(double v) const { return v >= low && v <= high; }
};
constexpr Range LONGITUDES{73, 136}, LATITUDES{3, 54}, NORTHINGS{3e5, 6.5e6}, SIX_DIGITS{1e5, 1e6};

template <class Test>
bool all(CornerList const& list, Test const& test) {
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners)
        if (!test(c.x, c.y)) return false;
  return !list.parcels.empty();
}

bool longitude(double v) { return LONGITUDES.has(v); }
bool latitude(double v) { return LATITUDES.has(v); }
bool packed_longitude(double v) { return packed_degrees(v) && longitude(*packed_degrees(v)); }
bool packed_latitude(double v) { return packed_degrees(v) && latitude(*packed_degrees(v)); }
bool northing(double v) { return NORTHINGS.has(v); }
bool plain_easting(double v) { return SIX_DIGITS.has(v); }
bool prefixed_easting(double v) { return zone_of_prefix(v).has_value(); }

// A northing of six digits (below 1,000 km) lies at sea: in doubt six digits are an easting.
bool far_northing(double v) { return v >= 1e6 && northing(v); }

using Is = bool (*)(double);

AxisOrder order_by(CornerList const& list, Is north, Is east) {
  bool const north_first = all(list, [&](double a, double b) { return north(a) && east(b); });
  bool const east_first = all(list, [&](double a, double b) { return east(a) && north(b); });
  if (north_first == east_first) return AxisOrder::unknown;
  return north_first ? AxisOrder::north_first : AxisOrder::east_first;
}

void read_prefixes(CornerList const& list, Magnitude& m) {
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners) {
        auto const zone = zone_of_prefix(m.order == AxisOrder::north_first ? c.y : c.x);
        if (m.prefix && zone && !(*zone == *m.prefix)) m.mixed_prefixes = true;
        if (!m.prefix) m.prefix = zone;
      }
}

struct Trial {
  CornerUnits units;
  Is north, east;
};
constexpr std::array<Trial, 4> TRIALS{{{CornerUnits::degrees, latitude, longitude},
                                       {CornerUnits::packed, packed_latitude, packed_longitude},
                                       {CornerUnits::metres, northing, prefixed_easting},
                                       {CornerUnits::metres, far_northing, plain_easting}}};

using Rows = std::vector<MixedOrder::Row>;

// The rows of either order; nothing where a row has none, or could have both.
std::optional<std::pair<Rows, Rows>> rows_by_order(CornerList const& list, Trial const& t) {
  std::pair<Rows, Rows> out;
  for (std::size_t p = 0; p < list.parcels.size(); ++p)
    for (auto const& r : list.parcels[p].rings)
      for (auto const& c : r.corners) {
        bool const north_first = t.north(c.x) && t.east(c.y), east_first = t.east(c.x) && t.north(c.y);
        if (north_first == east_first) return std::nullopt;
        (north_first ? out.first : out.second).push_back({p, c});
      }
  return out;
}

}  // namespace

std::optional<MixedOrder> mixed_order(CornerList const& list) {
  for (auto const& t : TRIALS) {
    auto rows = rows_by_order(list, t);
    if (!rows || rows->first.empty() || rows->second.empty()) continue;
    auto const place = [](Rows const& r) { return std::pair(r.front().parcel, r.front().corner.line); };
    auto const north = rows->first.size(), east = rows->second.size();
    bool const usually_north = north > east || (north == east && place(rows->first) < place(rows->second));
    return MixedOrder{usually_north ? AxisOrder::north_first : AxisOrder::east_first,
                      std::move(usually_north ? rows->second : rows->first)};
  }
  return std::nullopt;
}

Magnitude magnitude_of(CornerList const& list) {
  for (auto const& t : TRIALS) {
    auto const order = order_by(list, t.north, t.east);
    if (order == AxisOrder::unknown) continue;
    Magnitude m{t.units, order, {}, false};
    if (t.units == CornerUnits::metres) read_prefixes(list, m);
    return m;
  }
  return {};
}

}  // namespace redline
