// The same rows give the same bytes; the indexes answer as a scan does; the file is sound for SQLite and editable by
// GDAL.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include "tests/layers/write/ledger_reading.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string bytes_of(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<GIntBig> within(OGRLayer& layer, Bounds const& box) {
  std::vector<GIntBig> out;
  layer.SetSpatialFilterRect(box.min_x, box.min_y, box.max_x, box.max_y);
  for (auto const& feature : layer) out.push_back(feature->GetFID());
  layer.SetSpatialFilter(nullptr);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<GIntBig> by_scan(OGRLayer& layer, Bounds const& box) {
  std::vector<GIntBig> out;
  for (auto const& feature : layer) {
    OGREnvelope e;
    feature->GetGeometryRef()->getEnvelope(&e);
    if (box.intersects(Bounds{e.MinX, e.MinY, e.MaxX, e.MaxY})) out.push_back(feature->GetFID());
  }
  return out;
}

}  // namespace

TEST_CASE("the same rows give the same bytes", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("first.gpkg"), 3000);
  std::vector<std::string> dirt(1000, std::string(3000, '\xAA'));  // leaves other memory behind
  dirt.clear();
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // clocks of one second would show
  write_ledger(folder.file("another name.gpkg"), 3000);
  CHECK(bytes_of(folder.file("first.gpkg")) == bytes_of(folder.file("another name.gpkg")));
  write_ledger(folder.file("other.gpkg"), 2999);
  CHECK(bytes_of(folder.file("first.gpkg")) != bytes_of(folder.file("other.gpkg")));
}

TEST_CASE("SQLite and its R-tree find nothing to complain about", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 9000);  // R-trees of three levels
  Reading r(folder.file("a.gpkg"));
  CHECK(r.value("PRAGMA integrity_check") == "ok");
  for (char const* layer : {"conflict_areas", "conflict_lines", "conflict_points", "activity_areas", "activity_lines",
                            "activity_points", "basemap", "findings"}) {
    INFO(layer);
    CHECK(r.value("SELECT rtreecheck('rtree_" + std::string(layer) + "_geom')") == "ok");
    CHECK(r.layer(layer).TestCapability(OLCFastSpatialFilter));
    auto const indexed = r.value("SELECT count(*) FROM rtree_" + std::string(layer) + "_geom");
    CHECK(indexed == std::to_string(r.layer(layer).GetFeatureCount()));
  }
  CHECK(r.value("SELECT count(*) FROM pragma_foreign_key_check") == "0");
}

TEST_CASE("a spatial filter finds what a scan finds", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 3000);
  Reading r(folder.file("a.gpkg"));
  std::mt19937 random(4490);
  std::uniform_real_distribution<double> x(79.9, 82.1), y(39.9, 40.7), size(0, 0.3);
  for (char const* name : {"conflict_areas", "activity_areas", "conflict_points"})
    for (int i = 0; i < 15; ++i) {
      auto const left = x(random), low = y(random);
      Bounds const box{left, low, left + size(random), low + size(random)};
      CHECK(within(r.layer(name), box) == by_scan(r.layer(name), box));
    }
}

TEST_CASE("extents in the register are those of the geometries", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 300);
  Reading r(folder.file("a.gpkg"));
  for (char const* name : {"conflict_areas", "activity_points", "basemap"}) {
    OGREnvelope stated, whole;
    REQUIRE(r.layer(name).GetExtent(&stated, FALSE) == OGRERR_NONE);
    for (auto const& feature : r.layer(name)) {
      OGREnvelope e;
      feature->GetGeometryRef()->getEnvelope(&e);
      whole.Merge(e);
    }
    double const digits = 1e-12;  // GDAL reads the register as text of 15 digits
    CHECK(std::abs(stated.MinX - whole.MinX) < digits);
    CHECK(std::abs(stated.MaxX - whole.MaxX) < digits);
    CHECK(std::abs(stated.MinY - whole.MinY) < digits);
    CHECK(std::abs(stated.MaxY - whole.MaxY) < digits);
  }
}

TEST_CASE("a ledger can be edited afterwards and its indexes follow", "[write]") {
  register_drivers();
  Folder const folder;
  auto const path = folder.file("a.gpkg");
  write_ledger(path, 300);
  {
    auto const mode = GDAL_OF_VECTOR | GDAL_OF_UPDATE;
    GDALDatasetUniquePtr const d(static_cast<GDALDataset*>(GDALOpenEx(path.c_str(), mode, nullptr, nullptr, nullptr)));
    REQUIRE(d);
    auto* const layer = d->GetLayerByName("conflict_points");
    REQUIRE(layer->DeleteFeature(1) == OGRERR_NONE);
    OGRFeature feature(layer->GetLayerDefn());
    OGRPoint const far(10, 10);
    OGRMultiPoint points;
    points.addGeometry(&far);
    feature.SetGeometry(&points);
    REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    OGRFeatureUniquePtr const second(layer->GetFeature(2));
    REQUIRE(layer->CreateFeature(second.get()) != OGRERR_NONE);  // its fid is taken
  }
  Reading r(path);
  CHECK(within(r.layer("conflict_points"), {9, 9, 11, 11}).size() == 1);
  CHECK(r.layer("conflict_points").GetFeatureCount() == 200);
  CHECK(r.value("SELECT rtreecheck('rtree_conflict_points_geom')") == "ok");
}
