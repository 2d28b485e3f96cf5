// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/transformation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/proj.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

struct Plane {  // four parameters in the plane
  double dx = 0, dy = 0, cos = 1, sin = 0;
  Point forward(Point p) const { return {dx + cos * p.x - sin * p.y, dy + sin * p.x + cos * p.y}; }
  Point inverse(Point p) const {
    auto const k = cos * cos + sin * sin, x = p.x - dx, y = p.y - dy;
    return {(cos * x + sin * y) / k, (-sin * x + cos * y) / k};
  }
};

bool needs_parameters(Datum d) { return d == Datum::xian1980 || d == Datum::beijing1954 || d == Datum::new_beijing; }

std::string ellipsoid_of(Datum d) { return d == Datum::xian1980 ? "+a=6378140 +rf=298.257" : "+a=6378245 +rf=298.3"; }

std::string geographic_part(Crs const& crs) {  // longitude/latitude degrees of the source datum to radians, or inverse projection
  if (crs.geographic()) return "+step +proj=unitconvert +xy_in=deg +xy_out=rad ";
  auto const ctx = proj::make_context();
  proj::Object const pj(proj_create(ctx.get(), crs.definition().c_str()));
  auto const* text = pj ? proj_as_proj_string(ctx.get(), pj.get(), PJ_PROJ_5, nullptr) : nullptr;
  if (!text) throw Error(ErrorKind::input, "crs.unknown", {crs.name()});
  std::string s(text);
  for (std::string const drop : {"+no_defs", "+type=crs"})
    if (auto const at = s.find(drop); at != std::string::npos) s.erase(at, drop.size());
  return "+step +inv " + s + " ";
}

std::string seven_parameter_pipeline(Crs const& crs, std::vector<double> const& v) {
  return "+proj=pipeline " + geographic_part(crs) + "+step +proj=cart " + ellipsoid_of(crs.datum()) +
         fmt::format(" +step +proj=helmert +x={} +y={} +z={} +rx={} +ry={} +rz={} +s={} +convention=position_vector ", v[0],
                     v[1], v[2], v[3], v[4], v[5], v[6]) +
         "+step +inv +proj=cart +a=6378137 +rf=298.257222101 +step +proj=unitconvert +xy_in=rad +xy_out=deg";
}

}  // namespace

struct Transformation::State {
  Crs crs;
  std::vector<DatumParameters> parameters;
  proj::Context ctx = proj::make_context();
  proj::Object pj;
  std::optional<Plane> plane;
  bool identity = false;
  std::string operation;
  std::optional<double> accuracy_m;

  void same_datum();
  void with_parameters(DatumParameters const& p);
  void by_proj();
};

// CGCS2000 or WGS 84: only the projection is undone. WKT of the source's own base CRS keeps PROJ from changing the datum.
void Transformation::State::same_datum() {
  accuracy_m = 0;
  if (crs.geographic()) {
    identity = true;
    operation = crs.datum() == Datum::wgs84 ? "identity (WGS 84 = CGCS2000)" : "identity";
    return;
  }
  proj::Object const source(proj_create(ctx.get(), crs.definition().c_str()));
  proj::Object const base(proj_crs_get_geodetic_crs(ctx.get(), source.get()));
  proj::Object const raw(proj_create_crs_to_crs_from_pj(ctx.get(), source.get(), base.get(), nullptr, nullptr));
  if (!raw) throw Error(ErrorKind::input, "crs.no_operation", {crs.name(), proj::last_error(ctx.get())});
  pj.reset(proj_normalize_for_visualization(ctx.get(), raw.get()));
  operation = "inverse projection of " + crs.name() + (crs.datum() == Datum::wgs84 ? " (WGS 84 = CGCS2000)" : "");
}

void Transformation::State::with_parameters(DatumParameters const& p) {
  accuracy_m = p.accuracy_m;
  if (p.values.size() == 4) {
    auto const r = p.values[2] / 3600 * RADIANS, k = 1 + p.values[3] * 1e-6;
    plane = Plane{p.values[0], p.values[1], k * std::cos(r), k * std::sin(r)};
    if (crs.geographic() || !crs.central_meridian()) throw Error(ErrorKind::input, "crs.four_need_plane", {crs.name()});
    // After the plane transformation the coordinates are CGCS2000 in the same zone.
    auto text = geographic_part(crs);
    pj.reset(proj_create(ctx.get(), ("+proj=pipeline +step +inv +proj=tmerc +a=6378137 +rf=298.257222101 +lat_0=0 +k=1 +y_0=0 +lon_0=" +
                                     fmt::format("{}", *crs.central_meridian()) + " +x_0=" +
                                     text.substr(text.find("+x_0=") + 5, text.find(' ', text.find("+x_0=")) - text.find("+x_0=") - 5) +
                                     " +step +proj=unitconvert +xy_in=rad +xy_out=deg").c_str()));
  } else if (p.values.size() == 7) {
    pj.reset(proj_create(ctx.get(), seven_parameter_pipeline(crs, p.values).c_str()));
  } else {
    throw Error(ErrorKind::input, "crs.parameter_count", {p.datum, std::to_string(p.values.size())});
  }
  if (!pj) throw Error(ErrorKind::input, "crs.no_operation", {crs.name(), proj::last_error(ctx.get())});
  operation = fmt::format("{}-parameter transformation from the workspace", p.values.size());
}

void Transformation::State::by_proj() {
  proj::Object const source(proj_create(ctx.get(), crs.definition().c_str())), target(proj_create(ctx.get(), "EPSG:4326"));
  char const* const options[] = {"ALLOW_BALLPARK=NO", nullptr};
  proj::Object const raw(proj_create_crs_to_crs_from_pj(ctx.get(), source.get(), target.get(), nullptr, options));
  if (!raw) throw Error(ErrorKind::input, "crs.no_operation", {crs.name(), proj::last_error(ctx.get())});
  pj.reset(proj_normalize_for_visualization(ctx.get(), raw.get()));
  auto const info = proj_pj_info(pj.get());
  operation = std::string(info.description ? info.description : "PROJ") + " (WGS 84 = CGCS2000)";
  if (info.accuracy >= 0) accuracy_m = info.accuracy;
}

Transformation::Transformation(Crs crs, std::vector<DatumParameters> parameters) : m_state(std::make_unique<State>()) {
  m_state->crs = std::move(crs);
  m_state->parameters = std::move(parameters);
  auto const datum = m_state->crs.datum();
  if (datum == Datum::cgcs2000 || datum == Datum::wgs84) {
    m_state->same_datum();
    return;
  }
  if (!needs_parameters(datum)) {
    m_state->by_proj();
    return;
  }
  auto const& all = m_state->parameters;
  auto const it = std::find_if(all.begin(), all.end(), [&](auto const& p) { return p.datum == to_string(datum); });
  if (it == all.end()) throw Error(ErrorKind::input, "crs.datum_needs_parameters", {m_state->crs.name(), to_string(datum)});
  m_state->with_parameters(*it);
}

Transformation::~Transformation() = default;
Transformation::Transformation(Transformation&&) noexcept = default;
Transformation& Transformation::operator=(Transformation&&) noexcept = default;
Transformation Transformation::clone() const { return Transformation(m_state->crs, m_state->parameters); }
bool Transformation::identity() const { return m_state->identity; }
std::string const& Transformation::operation() const { return m_state->operation; }
std::optional<double> Transformation::accuracy_m() const { return m_state->accuracy_m; }
Crs const& Transformation::crs() const { return m_state->crs; }

namespace {
Point checked(PJ_COORD c, Point from) {
  if (std::isfinite(c.xy.x) && std::isfinite(c.xy.y)) return {c.xy.x, c.xy.y};
  throw GeometryError("transformation", fmt::format("no result for the point ({}, {})", from.x, from.y));
}
}  // namespace

Point Transformation::forward(Point p) const {
  if (m_state->identity) return p;
  auto const q = m_state->plane ? m_state->plane->forward(p) : p;
  return checked(proj_trans(m_state->pj.get(), PJ_FWD, proj_coord(q.x, q.y, 0, HUGE_VAL)), p);
}

Point Transformation::inverse(Point p) const {
  if (m_state->identity) return p;
  auto const q = checked(proj_trans(m_state->pj.get(), PJ_INV, proj_coord(p.x, p.y, 0, HUGE_VAL)), p);
  return m_state->plane ? m_state->plane->inverse(q) : q;
}

}  // namespace redline
