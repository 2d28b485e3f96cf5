// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/exchange_format.hpp"

#include "engine/core/letters.hpp"

#include <algorithm>
#include <filesystem>

namespace redline {
namespace {

std::vector<ExchangeFormat> const& formats() {
  static std::vector<ExchangeFormat> const all{
      {"kml", ".kml", "", {"exchange.kml", "exchange.kml_phones", "exchange.as_wgs84"}, true},
      {"geojson", ".geojson", "GeoJSON", {"exchange.geojson", "exchange.as_wgs84"}},
      {"flatgeobuf", ".fgb", "FlatGeobuf", {"exchange.flatgeobuf"}},
      {"shapefile", ".shp", "ESRI Shapefile", {"exchange.shapefile"}}};
  return all;
}

}  // namespace

ExchangeFormat const* format_of_ending(std::string const& path) {
  auto const ending = small_letters(std::filesystem::path(path).extension().string());
  for (auto const& f : formats())
    if (ending == f.ending) return &f;
  return nullptr;
}

ExchangeFormat const* format_named(std::string_view name) {
  for (auto const& f : formats())
    if (name == f.name) return &f;
  return nullptr;
}

std::vector<std::string> format_names() {
  std::vector<std::string> out;
  for (auto const& f : formats()) out.emplace_back(f.name);
  return out;
}

}  // namespace redline
