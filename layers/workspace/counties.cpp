// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/counties.hpp"

#include <algorithm>
#include <map>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/geometry/geometry.hpp"
#include "engine/rules/words.hpp"
#include "layers/read/field_names.hpp"
#include "layers/read/open.hpp"

namespace redline {
namespace {

using Extents = std::map<std::string, Bounds>;

int field_of(FeatureSource const& source, CountyLayer const& layer) {
  std::vector<std::string> names;
  for (auto const& f : source.fields()) names.push_back(f.name);
  auto const at = std::find(names.begin(), names.end(), layer.field);
  if (at == names.end())
    throw Error(ErrorKind::input, "read.no_field",
                {source.path(), layer.field, listed(names), nearest_name(names, layer.field)});
  return static_cast<int>(at - names.begin());
}

Extents extents(CountyLayer const& layer) {
  SourceOptions options;
  options.path_and_layer = layer.source;
  auto const source = open_source(options);
  source->select({field_of(*source, layer)});
  Transformation const to_lonlat(Crs::parse(layer.crs.empty() ? source->crs_text() : layer.crs));
  Extents out;
  for (RawFeature f; source->next(f); f = {}) {
    if (!f.values[0] || f.values[0]->empty() || f.wkb.empty()) continue;
    out[*f.values[0]].add(corners_to_lonlat(Geometry::from_wkb(f.wkb), to_lonlat).bounds());
  }
  return out;
}

std::vector<std::string> beginning_with(Extents const& all, std::string const& name) {
  std::vector<std::string> out;
  for (auto const& [county, extent] : all)
    if (county.rfind(name, 0) == 0) out.push_back(county);
  return out;
}

}  // namespace

Bounds county_extent(CountyLayer const& layer, std::string const& name) {
  if (layer.source.empty()) throw Error(ErrorKind::input, "workspace.no_counties", {name});
  auto const all = extents(layer);
  if (auto const exact = all.find(name); exact != all.end()) return exact->second;
  auto const found = beginning_with(all, name);
  if (found.size() == 1) return all.at(found[0]);
  if (found.size() > 1) throw Error(ErrorKind::input, "workspace.which_county", {layer.source, name, listed(found)});
  std::vector<std::string> names;
  for (auto const& [county, extent] : all) names.push_back(county);
  throw Error(ErrorKind::input, "workspace.no_county",
              {layer.source, name, names.empty() ? "-" : nearest_name(names, name)});
}

}  // namespace redline
