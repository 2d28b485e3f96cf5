// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/transformation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "engine/core/error.hpp"
#include "engine/crs/proj_operation.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

struct Plane {  // four parameters in the plane; prefix: what stands in the easting beyond the usual 500 km
  double dx = 0, dy = 0, cos = 1, sin = 0, prefix = 0;
  Point forward(Point p) const {
    auto const x = p.x - prefix;
    return {prefix + dx + cos * x - sin * p.y, dy + sin * x + cos * p.y};
  }
  Point inverse(Point p) const {
    auto const k = cos * cos + sin * sin, x = p.x - prefix - dx, y = p.y - dy;
    return {prefix + (cos * x + sin * y) / k, (-sin * x + cos * y) / k};
  }
};

bool needs_parameters(Datum d) { return d == Datum::xian1980 || d == Datum::beijing1954 || d == Datum::new_beijing; }

std::string ellipsoid_of(Datum d) { return d == Datum::xian1980 ? "+a=6378140 +rf=298.257" : "+a=6378245 +rf=298.3"; }

std::vector<std::string> projection_tokens(Crs const& crs) {
  auto const ctx = proj::make_context();
  proj::Object const pj(proj_create(ctx.get(), crs.definition().c_str()));
  auto const* text = pj ? proj_as_proj_string(ctx.get(), pj.get(), PJ_PROJ_5, nullptr) : nullptr;
  if (!text) throw Error(ErrorKind::input, "crs.unknown", {crs.name()});
  std::istringstream words(text);
  std::vector<std::string> out;
  for (std::string w; words >> w;)
    if (w != "+no_defs" && w != "+type=crs") out.push_back(w);
  return out;
}

double value_of(std::vector<std::string> const& tokens, std::string const& key, double otherwise) {
  for (auto const& t : tokens)
    if (t.starts_with(key)) return std::stod(t.substr(key.size()));
  return otherwise;
}

std::string geographic_part(
    Crs const& crs) {  // longitude/latitude degrees of the source datum to radians, or inverse projection
  if (crs.geographic()) return "+step +proj=unitconvert +xy_in=deg +xy_out=rad ";
  return fmt::format("+step +inv {} ", fmt::join(projection_tokens(crs), " "));
}

// The projection of the source on the ellipsoid of CGCS2000: where four parameters lead to.
std::string same_plane_on_cgcs2000(std::vector<std::string> const& tokens) {
  std::string out;
  for (auto const& t : tokens)
    if (!t.starts_with("+a=") && !t.starts_with("+b=") && !t.starts_with("+rf=") && !t.starts_with("+ellps="))
      out += t + " ";
  return "+proj=pipeline +step +inv " + out +
         "+a=6378137 +rf=298.257222101 +step +proj=unitconvert +xy_in=rad +xy_out=deg";
}

bool gauss_krueger_in_metres(Crs const& crs, std::vector<std::string> const& tokens) {
  auto const has = [&](char const* t) { return std::find(tokens.begin(), tokens.end(), t) != tokens.end(); };
  return crs.projected() && has("+proj=tmerc") && has("+units=m");
}

std::string seven_parameter_pipeline(Crs const& crs, std::vector<double> const& v) {
  return "+proj=pipeline " + geographic_part(crs) + "+step +proj=cart " + ellipsoid_of(crs.datum()) +
         fmt::format(" +step +proj=helmert +x={} +y={} +z={} +rx={} +ry={} +rz={} +s={} +convention=position_vector ",
                     v[0], v[1], v[2], v[3], v[4], v[5], v[6]) +
         "+step +inv +proj=cart +a=6378137 +rf=298.257222101 +step +proj=unitconvert +xy_in=rad +xy_out=deg";
}

std::string name_of(PJ const* object) {
  auto const* name = object ? proj_get_name(object) : nullptr;
  return name ? name : "?";
}

Error unrelated(Crs const& crs, PJ_CONTEXT* ctx) {
  proj::Object const source(proj_create(ctx, crs.definition().c_str()));
  proj::Object const base(source ? proj_crs_get_geodetic_crs(ctx, source.get()) : nullptr);
  proj::Object const datum(base ? proj_crs_get_datum_forced(ctx, base.get()) : nullptr);
  proj::Object const ellipsoid(base ? proj_get_ellipsoid(ctx, base.get()) : nullptr);
  double a = 0, b = 0, flattening = 0;
  int computed = 0;
  if (ellipsoid) proj_ellipsoid_get_parameters(ctx, ellipsoid.get(), &a, &b, &computed, &flattening);
  return {ErrorKind::input,
          "crs.unrelated_datum",
          {crs.name(), name_of(datum.get()),
           fmt::format("{}, a = {} m, 1/f = {:.9g}", name_of(ellipsoid.get()), a, flattening)}};
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
  std::vector<std::string> missing_grids;

  void same_datum();
  void with_parameters(DatumParameters const& p);
  void four_parameters(std::vector<double> const& v);
  void by_proj();
};

// CGCS2000 or WGS 84: only the projection is undone. The source's own base CRS as target keeps PROJ from changing the
// datum.
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

void Transformation::State::four_parameters(std::vector<double> const& v) {
  if (crs.geographic()) throw Error(ErrorKind::input, "crs.four_need_plane", {crs.name()});
  auto const tokens = projection_tokens(crs);
  if (!gauss_krueger_in_metres(crs, tokens)) throw Error(ErrorKind::input, "crs.four_need_plane", {crs.name()});
  auto const r = v[2] / 3600 * RADIANS, k = 1 + v[3] * 1e-6, false_easting = value_of(tokens, "+x_0=", 0);
  plane = Plane{v[0], v[1], k * std::cos(r), k * std::sin(r), false_easting >= 1e6 ? false_easting - 500000 : 0};
  pj.reset(proj_create(ctx.get(), same_plane_on_cgcs2000(tokens).c_str()));
}

void Transformation::State::with_parameters(DatumParameters const& p) {
  accuracy_m = p.accuracy_m;
  bool const degrees = crs.projected() || crs.degrees_from_greenwich();
  if (p.values.size() == 4)
    four_parameters(p.values);
  else if (p.values.size() != 7)
    throw Error(ErrorKind::input, "crs.parameter_count", {p.datum, std::to_string(p.values.size())});
  else if (degrees)
    pj.reset(proj_create(ctx.get(), seven_parameter_pipeline(crs, p.values).c_str()));
  if (!pj) throw Error(ErrorKind::input, "crs.no_operation", {crs.name(), proj::last_error(ctx.get())});
  operation = fmt::format("{}-parameter transformation from the workspace", p.values.size());
  auto const& v = p.values;
  if (v.size() == 4)
    operation += fmt::format(": east {:+} m, north {:+} m, {:+}″ from east to north, {:+} ppm", v[0], v[1], v[2], v[3]);
}

void Transformation::State::by_proj() {
  proj::Object const source(proj_create(ctx.get(), crs.definition().c_str()));
  bool const cgcs2000 = crs.datum() == Datum::cgcs2000;
  auto best = proj::best_operation(ctx.get(), source.get(), cgcs2000 ? "EPSG:4490" : "EPSG:4326");
  if (!best.object && best.missing_grids.empty()) throw unrelated(crs, ctx.get());
  if (!best.object)
    throw Error(ErrorKind::input, "crs.no_operation",
                {crs.name(), fmt::format("{}", fmt::join(best.missing_grids, ", "))});
  pj = std::move(best.object);
  operation = best.name + (cgcs2000 ? "" : " (WGS 84 = CGCS2000)");
  accuracy_m =
      cgcs2000 || crs.datum() == Datum::wgs84 ? 0 : best.accuracy_m;  // only units or the prime meridian change
  missing_grids = std::move(best.missing_grids);
}

Transformation::Transformation(Crs crs, std::vector<DatumParameters> parameters) : m_state(std::make_unique<State>()) {
  m_state->crs = std::move(crs);
  m_state->parameters = std::move(parameters);
  auto const datum = m_state->crs.datum();
  bool const same = datum == Datum::cgcs2000 || datum == Datum::wgs84;
  if (same && m_state->crs.degrees_from_greenwich()) {
    m_state->same_datum();
    return;
  }
  if (!needs_parameters(datum)) {
    m_state->by_proj();
    return;
  }
  auto const& all = m_state->parameters;
  auto const it = std::find_if(all.begin(), all.end(), [&](auto const& p) { return p.datum == to_string(datum); });
  if (it == all.end())
    throw Error(ErrorKind::input, "crs.datum_needs_parameters", {m_state->crs.name(), to_string(datum)});
  m_state->with_parameters(*it);
}

Transformation::~Transformation() = default;
Transformation::Transformation(Transformation&&) noexcept = default;
Transformation& Transformation::operator=(Transformation&&) noexcept = default;
Transformation Transformation::clone() const { return Transformation(m_state->crs, m_state->parameters); }
bool Transformation::identity() const { return m_state->identity; }
std::string const& Transformation::operation() const { return m_state->operation; }
std::optional<double> Transformation::accuracy_m() const { return m_state->accuracy_m; }
std::vector<std::string> const& Transformation::missing_grids() const { return m_state->missing_grids; }
Crs const& Transformation::crs() const { return m_state->crs; }

namespace {
GeometryError no_result(Point p) {
  return {"transformation", fmt::format("no result for the point ({}, {})", p.x, p.y)};
}

Point checked(PJ_COORD c, Point from) {
  if (std::isfinite(c.xy.x) && std::isfinite(c.xy.y)) return {c.xy.x, c.xy.y};
  throw no_result(from);
}
}  // namespace

// Inverse projections wrap around the Earth: swapped axes or a wrong zone then give a finite place on the other side of
// it. Numbers beyond ten thousand kilometres, with the zone prefixes among them, must therefore come back as they went.
Point Transformation::forward(Point p) const {
  if (m_state->identity) return p;
  auto const q = m_state->plane ? m_state->plane->forward(p) : p;
  auto const lonlat = checked(proj_trans(m_state->pj.get(), PJ_FWD, proj_coord(q.x, q.y, 0, HUGE_VAL)), p);
  if (m_state->crs.projected() && std::max(std::abs(p.x), std::abs(p.y)) > 1e7) {
    auto const back = inverse(lonlat);
    if (!(std::abs(back.x - p.x) < 1 && std::abs(back.y - p.y) < 1)) throw no_result(p);
  }
  return lonlat;
}

Point Transformation::inverse(Point p) const {
  if (m_state->identity) return p;
  auto const q = checked(proj_trans(m_state->pj.get(), PJ_INV, proj_coord(p.x, p.y, 0, HUGE_VAL)), p);
  return m_state->plane ? m_state->plane->inverse(q) : q;
}

}  // namespace redline
