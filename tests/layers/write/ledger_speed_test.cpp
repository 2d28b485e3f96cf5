// How fast the ledger takes rows; hidden, run with the tag [.speed].
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>

#include "layers/write/ledger_writer.hpp"
#include "tests/layers/write/ledger_samples.hpp"

using namespace redline;

namespace {

class Watch {
 public:
  explicit Watch(char const* what) : m_what(what) {}
  void stop(double rows) const {
    auto const s = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    std::printf("%-28s %9.0f rows %7.3f s %10.0f rows/s\n", m_what, rows, s, rows / s);
  }

 private:
  char const* m_what;
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

Wkb circle(double x, double y, std::uint32_t vertices) {
  samples::WkbText out;
  out.type(6).count(1).type(3).count(1).count(vertices + 1);
  for (std::uint32_t i = 0; i <= vertices; ++i) {
    auto const angle = 2 * 3.141592653589793 * (i % vertices) / vertices;
    out.at(x + 0.1 * std::cos(angle), y + 0.1 * std::sin(angle));
  }
  return out.get();
}

}  // namespace

TEST_CASE("speed of the ledger", "[.speed]") {
  samples::register_drivers();
  samples::Folder const folder;
  LedgerWriter writer({folder.file("big.gpkg"), false, Language::zh}, samples::areas());
  {
    auto const big = circle(85, 42, 200000);
    Watch const watch("basemap, 5.6 M vertices");
    for (int i = 0; i < 28; ++i) writer.add_basemap({0, "core", 1.0, big});
    watch.stop(28);
  }
  ActivityRecord area, point;
  area = samples::record(1, 2), point = samples::record(2, 0);
  area.conflicts[0].trace = point.conflicts[0].trace = std::string(200, 'x');
  auto const feed = [&](ActivityRecord& r, char const* what, int n, bool with_conflicts) {
    auto const kept = r;
    if (!with_conflicts) r.conflicts.clear();
    Watch const watch(what);
    for (int i = 0; i < n; ++i) {
      r.attributes.id = "C65000020" + std::to_string(i);
      r.row.corners = samples::shape(r.dimension, 75 + (i % 997) * 0.02, 35 + (i % 641) * 0.02, 0.01);
      writer.add(r);
    }
    watch.stop(n);
    r = kept;
  };
  feed(area, "areas, 2 conflicts each", 28000, true);
  feed(area, "areas without conflict", 22000, false);
  feed(point, "points, 2 conflicts each", 15000, true);
  feed(point, "points without conflict", 185000, false);
  Watch const watch("commit");
  writer.commit();
  watch.stop(1);
  std::printf("%.1f MB\n", static_cast<double>(std::filesystem::file_size(folder.file("big.gpkg"))) / 1e6);
}
