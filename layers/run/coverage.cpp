// SPDX-License-Identifier: Apache-2.0
#include "layers/run/coverage.hpp"

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/overlay/normalise.hpp"
#include "layers/read/open.hpp"
#include "layers/run/source_files.hpp"
#include "layers/run/workspace_inputs.hpp"

namespace redline {
namespace {

Geometry from_file(LayerPlan const& layer) {
  SourceOptions o;
  o.path_and_layer = layer.coverage;
  auto const source = open_source(o);
  Transformation const t(Crs::parse(source->crs_text().empty() ? "EPSG:4490" : source->crs_text()));
  std::vector<Geometry> parts;
  RawFeature f;
  while (source->next(f))
    if (auto n = normalise(f.wkb, t, {layer.name, "coverage", f.geometry_problem}); n.outcome != Outcome::rejected)
      parts.push_back(std::move(n.geometry));
  return union_all(std::move(parts), 2);
}

}  // namespace

bool is_wkt(std::string const& text) { return text.rfind("POLYGON", 0) == 0 || text.rfind("MULTIPOLYGON", 0) == 0; }

std::string coverage_sha256(LayerPlan const& layer) {
  if (layer.coverage.empty() || is_wkt(layer.coverage)) return {};
  return sha256_of_source(named_file(layer.coverage));
}

Wkb read_coverage(LayerPlan const& layer, RunPlan const&) {
  if (layer.coverage.empty()) return {};
  try {
    auto const g = is_wkt(layer.coverage) ? Geometry::from_wkt(layer.coverage) : from_file(layer);
    if (!g.empty() && g.dimension() == 2 && !defect(g)) return g.wkb();
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::input, "run.bad_coverage", {layer.name, e.what()});
  }
  throw Error(ErrorKind::input, "run.bad_coverage", {layer.name, layer.coverage.substr(0, 80)});
}

}  // namespace redline
