// A ledger whose ground does not balance must not leave a file behind. Import lets no polygon in that crosses itself;
// one put into the book by hand has no area that could be accounted for. SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/core/error.hpp"
#include "layers/restoration/ground_layer.hpp"

using namespace redline;
namespace fs = std::filesystem;

namespace {

RestorationRecord record(RestorationBook& book, Stage const& stage, char const* id, char const* wkt) {
  RestorationRecord r;
  r.id = book.keep(id), r.site = book.keep(id), r.reserve = r.reserve_text = book.keep("west");
  r.stage = &stage, r.quantity = Quantity::restored;
  r.day = parse_date("2018-01-01");
  r.wkb = only_dimension(Geometry::from_wkt(wkt), 2).wkb();
  return r;
}

struct Broken {
  Stage disturbed{"disturbed", "破坏", StageClass::not_started, 0, false};
  Stage restored{"restored", "治理恢复", StageClass::restored, 1, false};
  StatusRun run;

  explicit Broken(bool crossing) {
    Basemap::Builder builder;
    ProtectedArea area;
    area.layer = "reserves", area.id = area.name = "west", area.kind = "nature_reserve";
    builder.add(builder.area(area), {"core", Geometry::rectangle({86, 42, 87, 43})});
    Findings ignored;
    run.map.emplace(ReserveMap{builder.build(1, ignored), {"west"}});
    run.status.as_of = *parse_date("2019-01-01");
    auto& records = run.book.records;
    records.push_back(record(run.book, disturbed, "a", "POLYGON((86.1 42.1,86.2 42.1,86.2 42.2,86.1 42.2,86.1 42.1))"));
    // A bow tie over it: by its signed area its two halves, unlike, partly cancel out.
    if (crossing)
      records.push_back(
          record(run.book, restored, "b", "POLYGON((86.15 42.1,86.25 42.2,86.25 42.1,86.15 42.16,86.15 42.1))"));
  }
};

struct Folder {
  fs::path path = fs::temp_directory_path() / ("redline-unbalanced-" + std::to_string(getpid()));
  Folder() { fs::create_directory(path); }
  ~Folder() { fs::remove_all(path); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

}  // namespace

TEST_CASE("ground that does not balance is not written", "[restoration]") {
  Folder const folder;
  auto const file = (folder.path / "ground.gpkg").string();
  Broken const broken(true);
  try {
    write_ground_layer(broken.run, file, false, Language::en);
    FAIL("it was written");
  } catch (Error const& e) {
    CHECK(e.exit_status() == 5);
    CHECK(e.message().key == "restoration.unbalanced");
  }
  CHECK(folder.files() == 0);
  SECTION("and what was there stays") {
    std::ofstream(file) << "older";
    CHECK_THROWS_AS(write_ground_layer(broken.run, file, true, Language::en), Error);
    CHECK(folder.files() == 1);
    CHECK(fs::file_size(file) == 5);
  }
}

TEST_CASE("the same ground without the fault is written", "[restoration]") {
  Folder const folder;
  Broken const sound(false);
  write_ground_layer(sound.run, (folder.path / "ground.gpkg").string(), false, Language::en);
  CHECK(folder.files() == 1);
}
