// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/pack.hpp"

#include <cmath>

#include "engine/core/byte_row.hpp"

namespace redline {
namespace {

template <class T>
std::string_view bytes_of(std::span<T const> values) {
  return {reinterpret_cast<char const*>(values.data()), values.size_bytes()};
}

void put(ByteRow& out, std::optional<Date> const& d) { out.put(std::string_view(to_string(d))); }

void put(ByteRow& out, ProtectedArea const& a) {
  for (auto const* text : {&a.layer, &a.id, &a.kind, &a.name, &a.level, &a.boundary_doc})
    out.put(std::string_view(*text));
  auto const& d = a.designated_on;
  put(out, d ? std::optional(d->first) : std::nullopt), put(out, d ? std::optional(d->last) : std::nullopt);
  for (auto const* day : {&a.valid_from, &a.valid_to}) put(out, *day);
  out.put(static_cast<std::uint8_t>(a.accuracy_m.has_value())), out.put(a.accuracy_m.value_or(0));
  out.put(static_cast<std::uint8_t>(a.schematic));
}

ProtectedArea take_area(ByteReader& in) {
  ProtectedArea a;
  for (auto* text : {&a.layer, &a.id, &a.kind, &a.name, &a.level, &a.boundary_doc}) in.take(*text);
  auto const first = in.take_day(), last = in.take_day();
  if (first.has_value() != last.has_value()) throw std::out_of_range("half a day");
  if (first) a.designated_on = {*first, *last};
  for (auto* day : {&a.valid_from, &a.valid_to}) *day = in.take_day();
  bool const stated = in.take<std::uint8_t>() != 0;
  auto const accuracy = in.take<double>();
  if (stated) a.accuracy_m = accuracy;
  if (!std::isfinite(accuracy)) throw std::out_of_range("no accuracy");
  a.schematic = in.take<std::uint8_t>() != 0;
  return a;
}

}  // namespace

Packed pack(Basemap const& basemap, std::function<void(std::string_view)> const& add) {
  Packed out;
  auto const n = basemap.areas().size();
  for (std::size_t i = 0; i < n; ++i) {
    add(bytes_of(basemap.ground(i).all_corners()));
    out.tables_at += basemap.ground(i).all_corners().size_bytes();
  }
  ByteRow tables;
  tables.put(std::uint64_t{n});
  std::uint64_t corners = 0, boxes = out.tables_at;
  for (std::size_t i = 0; i < n; ++i) {
    auto const& ground = basemap.ground(i);
    put(tables, basemap.areas()[i]);
    tables.put(corners), tables.put(boxes);
    ground.put_tables(tables);
    add(bytes_of(ground.all_boxes()));
    corners += ground.all_corners().size_bytes(), boxes += ground.all_boxes().size_bytes();
  }
  out.tables_at = boxes, out.tables_size = tables.bytes().size();
  add(tables.bytes());
  return out;
}

void unpack(std::shared_ptr<BytesOnDemand const> const& bytes, Packed const& where, Basemap::Builder& builder) {
  auto const* tables = reinterpret_cast<char const*>(bytes->at(where.tables_at, where.tables_size));
  ByteReader in({tables, where.tables_size});
  auto const n = in.take<std::uint64_t>();
  for (std::uint64_t i = 0; i < n; ++i) {
    auto const area = builder.area(take_area(in));
    if (area != i) throw std::out_of_range("an area that is there twice");
    auto const corners = in.take<std::uint64_t>(), boxes = in.take<std::uint64_t>();
    AreaCells ground;
    ground.take_tables(in);
    ground.keep_at(bytes, corners, boxes, where.tables_at);
    builder.keep(area, std::move(ground));
  }
}

}  // namespace redline
