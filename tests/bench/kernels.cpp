// The kernels of an overlay, each beside a primitive of GEOS, PROJ or SQLite for the same work, in one run:
// "WHAT|redline" against "WHAT|PRIMITIVE". Inputs are made here from formulas; 64 places in turn, so that no cache
// flatters. usage: ./run bench kernels
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <geodesic.h>
#include <proj.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "engine/basemap/basemap.hpp"
#include "engine/basemap/locate.hpp"
#include "engine/basemap/near.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/overlap.hpp"
#include "engine/rules/rule_set.hpp"
#include "layers/gdal/session.hpp"
#include "layers/write/geopackage.hpp"

using namespace redline;

namespace {

constexpr std::size_t PLACES = 64;
constexpr std::int64_t ROWS = 100000;
Point const MIDDLE{85, 43};

template <class Radius>
Geometry outline(Point middle, int corners, Radius const& radius) {
  Ring ring;
  for (int k = 0; k < corners; ++k) {
    auto const t = 2 * 3.14159265358979 * k / corners, d = radius(t);
    ring.push_back({middle.x + d * std::cos(t), middle.y + d * std::sin(t)});
  }
  ring.push_back(ring.front());
  return build({2, {{ring}}}).part(0);
}

double border(double t) { return 0.5 * (1 + 0.2 * std::sin(9 * t) + 0.05 * std::sin(57 * t)); }

Geometry const& reserve() {  // 20,000 corners, about 6,300 km²
  static Geometry const g = outline(MIDDLE, 20000, border);
  return g;
}

Geometry parcel(Point middle) {  // 14 corners, about 0.8 km²
  return outline(middle, 14, [](double t) { return 0.006 * (1 + 0.1 * std::sin(3 * t)); });
}

struct Parcel {
  Geometry geometry;
  Coordinates shape;
};

// Parcels all around, at `part` of the way from the middle to the border, and `beyond` degrees further.
std::vector<Parcel> parcels(double part, double beyond = 0) {
  std::vector<Parcel> out;
  for (std::size_t i = 0; i < PLACES; ++i) {
    auto const t = 0.1 * static_cast<double>(i), d = part * border(t) + beyond;
    auto g = parcel({MIDDLE.x + d * std::cos(t), MIDDLE.y + d * std::sin(t)});
    auto shape = coordinates(g);
    out.push_back({std::move(g), std::move(shape)});
  }
  return out;
}

ProtectedArea area(std::string id, std::string kind) {
  ProtectedArea a;
  a.layer = kind, a.id = std::move(id), a.kind = std::move(kind);
  return a;
}

Basemap const& basemap() {  // the reserve, and 400 red lines in a grid around it
  static Basemap const b = [] {
    Basemap::Builder builder;
    builder.add(builder.area(area("r", "nature_reserve")), {"", reserve().clone()});
    for (int i = 0; i < 400; ++i) {
      auto const g = outline({82 + 0.3 * (i % 20), 40 + 0.3 * (i / 20)}, 50, [](double) { return 0.05; });
      builder.add(builder.area(area(std::to_string(i), "ecological_red_line")), {"", g.clone()});
    }
    Findings findings;
    return builder.build(1, findings);
  }();
  return b;
}

template <class Work>
void over(benchmark::State& state, std::vector<Parcel> const& places, Work const& work) {
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(work(places[i++ % PLACES]));
}

template <class Work>
void kernel(char const* name, std::vector<Parcel> const& places, Work const& work) {
  benchmark::RegisterBenchmark(name, [&places, work](benchmark::State& s) { over(s, places, work); });
}

double geos_area(Parcel const& p) {
  double out = 0;
  GEOSArea_r(geos::context(), p.geometry.get(), &out);
  return out;
}

double proj_polygon(Parcel const& p) {
  static geod_geodesic const earth = [] {
    geod_geodesic g;
    geod_init(&g, 6378137, 1 / 298.257222101);
    return g;
  }();
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (auto const& c : p.shape.parts[0][0]) geod_polygon_addpoint(&earth, &polygon, c.y, c.x);
  double out = 0;
  geod_polygon_compute(&earth, &polygon, 0, 1, &out, nullptr);
  return out;
}

double proj_corners(Parcel const& p) {
  static PJ* const pj = proj_create(nullptr, "+proj=tmerc +lon_0=84 +ellps=GRS80");
  double out = 0;
  for (auto const& c : p.shape.parts[0][0])
    out += proj_trans(pj, PJ_FWD, proj_coord(proj_torad(c.x), proj_torad(c.y), 0, 0)).xy.x;
  return out;
}

geos::Ptr geos_overlap(Parcel const& p) {
  return geos::Ptr(GEOSIntersection_r(geos::context(), reserve().get(), p.geometry.get()));
}

geos::Ptr geos_circle(Geometry const& g) {  // the tolerance is what 1 % of the width is at the most
  return geos::Ptr(GEOSMaximumInscribedCircle_r(geos::context(), g.get(), 5e-5));
}

GEOSPreparedGeometry const* prepared() {
  static auto const* p = GEOSPrepare_r(geos::context(), reserve().get());
  return p;
}

double geos_distance(Parcel const& p) {
  double out = 0;
  GEOSPreparedDistance_r(geos::context(), prepared(), p.geometry.get(), &out);
  return out;
}

Place in_cell(Parcel const& p) {
  static std::vector<CellRef> cells;
  auto const box = p.geometry.bounds();
  basemap().query(box, cells);
  return locate(basemap().ground(cells.front().area), basemap().cell(cells.front()), p.shape, box);
}

std::vector<Parcel> in_inner_cells() {
  auto out = parcels(0.3);
  std::vector<CellRef> cells;
  std::erase_if(out, [&](Parcel const& p) {
    basemap().query(p.geometry.bounds(), cells);
    return !basemap().cell(cells.front()).inner || in_cell(p) != Place::inside;
  });
  auto const found = out.size();
  if (found == 0) throw std::logic_error("no parcel lies in an inner cell");
  for (std::size_t i = found; i < PLACES; ++i) out.push_back({out[i - found].geometry.clone(), out[i - found].shape});
  return out;
}

void areas() {
  static auto const places = parcels(0.5);
  kernel("exact area, 14 corners|redline", places, [](Parcel const& p) { return exact_area_m2(p.shape); });
  kernel("exact area, 14 corners|GEOS area in degrees", places, geos_area);
  kernel("TD/T 1055 area|redline", places, [](Parcel const& p) { return tdt1055_area_m2(p.shape); });
  kernel("TD/T 1055 area|GEOS area in degrees", places, geos_area);
  kernel("geodesic area|redline", places, [](Parcel const& p) { return geodesic_area_m2(p.shape); });
  kernel("geodesic area|PROJ geodesic polygon", places, proj_polygon);
  kernel("planar area|redline", places, [](Parcel const& p) { return planar_area_m2(p.shape, 84); });
  kernel("planar area|PROJ, the corners alone", places, proj_corners);
}

void places() {
  static auto const at_border = parcels(1), inside = in_inner_cells(), outside = parcels(1, 0.05);
  static auto const overlapping = [] {
    std::vector<Parcel> out;
    for (auto const& p : at_border) {
      auto g = only_dimension(intersection(reserve(), p.geometry), 2);
      auto shape = coordinates(g);
      out.push_back({std::move(g), std::move(shape)});
    }
    return out;
  }();
  kernel("width of an overlap|redline", overlapping,
         [](Parcel const& p) { return largest_circle(p.geometry).width_m; });
  kernel("width of an overlap|GEOS inscribed circle", overlapping,
         [](Parcel const& p) { return geos_circle(p.geometry); });
  kernel("overlap at a border cell, with area and width|redline", at_border,
         [](Parcel const& p) { return overlaps(basemap(), p.geometry, p.shape); });
  kernel("overlap at a border cell, with area and width|GEOS intersection, area, circle", at_border,
         [](Parcel const& p) {
           Geometry const g(geos_overlap(p));
           benchmark::DoNotOptimize(g.planar_area());
           return geos_circle(g);
         });
  kernel("location in an inner cell|redline", inside, in_cell);
  kernel("location in an inner cell|GEOS prepared contains", inside,
         [](Parcel const& p) { return GEOSPreparedContainsProperly_r(geos::context(), prepared(), p.geometry.get()); });
  kernel("nearest of 401 areas, in metres|redline", outside,
         [](Parcel const& p) { return nearest(basemap(), p.shape, 20000); });
  kernel("nearest of 401 areas, in metres|GEOS prepared distance to the reserve, in degrees", outside, geos_distance);
}

void judging() {
  benchmark::RegisterBenchmark("judging a conflict, with trace|redline", [](benchmark::State& state) {
    auto const rules = RuleSet::builtin();
    Evidence e;
    e.activity_kind = "mining_right", e.area_kind = "nature_reserve", e.zone = "core", e.mineral = "铁", e.share = 0.4;
    e.valid_to = parse_date("2021-05-01"), e.certainty = "certain";
    auto const day = *parse_date("2019-03-31");
    for (auto _ : state) benchmark::DoNotOptimize(rules.judge(e, day));
  });
}

void partitioning() {
  auto const a = area("r", "nature_reserve");
  benchmark::RegisterBenchmark("partition of 20,000 corners|redline", [a](benchmark::State& state) {
    for (auto _ : state) {
      Findings findings;
      std::vector<GroundFeature> features;
      features.push_back({"", reserve().clone()});
      benchmark::DoNotOptimize(partition(a, std::move(features), findings));
    }
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("partition of 20,000 corners|GEOS validity of the same", [](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(GEOSisValid_r(geos::context(), reserve().get()));
  })->Unit(benchmark::kMillisecond);
}

class Scratch {  // a file that goes away
 public:
  std::string const path = (std::filesystem::temp_directory_path() / "redline-kernels.gpkg").string();
  Scratch() { std::filesystem::remove(path); }
  ~Scratch() { std::filesystem::remove(path); }
};

void write_rows(benchmark::State& state) {
  Scratch const file;
  std::vector<TableSpec> const specs{
      {"t",
       "MULTIPOLYGON",
       {{"id", "TEXT"}, {"kind", "TEXT"}, {"m2", "REAL"}, {"share", "REAL"}, {"trace", "TEXT"}},
       "fid"}};
  auto const places = parcels(0.5);
  std::string const trace(300, 'x');
  std::vector<Wkb> shapes;
  for (auto const& p : places) shapes.push_back(build(p.shape).wkb());
  GeoPackage package(file.path, true, specs);
  std::size_t i = 0;
  for (auto _ : state)
    package.table(0)
        .text("C65000")
        .text("mining_right")
        .real(1.5)
        .real(0.5)
        .text(trace)
        .geometry(shapes[i++ % PLACES], 2)
        .done();
}

void bare_rows(benchmark::State& state) {
  Scratch const file;
  auto const places = parcels(0.5);
  std::string const trace(300, 'x');
  std::vector<Wkb> shapes;
  for (auto const& p : places) shapes.push_back(build(p.shape).wkb());
  std::ofstream(file.path).flush();
  Database db(file.path, file.path, Database::Mode::write);
  db.run(
      "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN; CREATE TABLE t (fid INTEGER PRIMARY KEY, a, b, c, d, e, "
      "geom)");
  auto insert = db.prepare("INSERT INTO t VALUES (NULL,?,?,?,?,?,?)");
  std::size_t i = 0;
  for (auto _ : state) {
    insert.text(1, "C65000"), insert.text(2, "mining_right"), insert.real(3, 1.5), insert.real(4, 0.5),
        insert.text(5, trace);
    insert.blob(6, shapes[i++ % PLACES]);
    insert.execute();
  }
}

}  // namespace

int main(int argc, char** argv) {
  GdalSession const session;
  areas();
  places();
  judging();
  partitioning();
  benchmark::RegisterBenchmark("GeoPackage row with a polygon|redline", write_rows)->Iterations(ROWS);
  benchmark::RegisterBenchmark("GeoPackage row with a polygon|SQLite, the bare insert", bare_rows)->Iterations(ROWS);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
