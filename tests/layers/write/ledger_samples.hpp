// Rows for the tests of the ledger: small, of all dimensions, with Chinese text; a folder that goes away with the test.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdlib.h>

#include <array>
#include <bit>
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "engine/ledger/rows.hpp"
#include "layers/gdal/session.hpp"

namespace redline::samples {

class Folder {
 public:
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "redline-write-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(m_path, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  std::string file(std::string const& name) const { return (m_path / name).string(); }
  std::filesystem::path const& path() const { return m_path; }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (auto const& entry : std::filesystem::directory_iterator(m_path))
      out.push_back(entry.path().filename().string());
    return out;
  }

 private:
  std::filesystem::path m_path;
};

class WkbText {
 public:
  WkbText& type(std::uint32_t t) {
    m_out.push_back(1);
    return count(t);
  }
  WkbText& count(std::uint32_t n) { return raw(n); }
  WkbText& at(double x, double y) { return raw(x).raw(y); }
  Wkb get() const { return m_out; }

 private:
  template <class T>
  WkbText& raw(T value) {
    auto const bytes = std::bit_cast<std::array<unsigned char, sizeof(T)>>(value);
    m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    return *this;
  }
  Wkb m_out;
};

inline Wkb square(double x, double y, double size) {
  return WkbText()
      .type(6)
      .count(1)
      .type(3)
      .count(1)
      .count(5)
      .at(x, y)
      .at(x + size, y)
      .at(x + size, y + size)
      .at(x, y + size)
      .at(x, y)
      .get();
}
inline Wkb segment(double x, double y, double size) {
  return WkbText().type(5).count(1).type(2).count(2).at(x, y).at(x + size, y + size).get();
}
inline Wkb dot(double x, double y) { return WkbText().type(4).count(1).type(1).at(x, y).get(); }

inline Wkb shape(int dimension, double x, double y, double size) {
  return dimension == 2 ? square(x, y, size) : dimension == 1 ? segment(x, y, size) : dot(x, y);
}

inline Date day(int y, unsigned m, unsigned d) {
  return std::chrono::year(y) / static_cast<int>(m) / static_cast<int>(d);
}

inline std::vector<ProtectedArea> areas() {
  ProtectedArea a, b;
  a.layer = "reserves", a.id = "NR-1", a.kind = "nature_reserve", a.name = "塔里木胡杨国家级自然保护区",
  a.level = "国家级";
  a.designated_on = day(2006, 2, 11), a.boundary_doc = "国办发〔2006〕9号";
  b.layer = "redline", b.id = "RL-1", b.kind = "ecological_red_line", b.name = "生态保护红线", b.schematic = true;
  return {a, b};
}

inline ConflictRow conflict(std::string id, int dimension, std::size_t area, std::string zone, double x, double y) {
  ConflictRow c;
  c.conflict_id = std::move(id), c.dimension = dimension, c.area = area, c.zone = std::move(zone);
  c.geometry = shape(dimension, x, y, 0.01);
  if (dimension == 2) c.overlap_m2 = 1234.5, c.overlap_share = 0.25, c.zone_share = 1e-6, c.width_m = 12.25;
  if (dimension == 1) c.overlap_m = 77.5, c.overlap_share = 0.5;
  c.certainty = "certain", c.verdict = "prohibited", c.rule_ids = "r1;r2", c.clauses = "条例第三十二条";
  c.trace = "面积 1234.5 m²";
  c.disposition = "cancel", c.rung = "cell", c.lon = x + 0.001, c.lat = y + 0.001;
  return c;
}

// Activity number i, at its own place; two conflicts each.
inline ActivityRecord record(int i, int dimension) {
  auto const x = 80 + 0.02 * (i % 100), y = 40 + 0.02 * (i / 100);
  ActivityRecord r;
  r.attributes.layer = "rights", r.attributes.id = "A" + std::to_string(i), r.attributes.occurrence = "1";
  r.attributes.fid = i, r.attributes.kind = dimension == 2 ? "mining_right" : "oil_well";
  r.attributes.name = "某某煤矿" + std::to_string(i), r.attributes.valid_from = day(2011, 5, 1);
  r.dimension = dimension, r.row.verdict = "prohibited", r.row.corners = shape(dimension, x, y, 0.01);
  if (dimension == 2) r.row.tdt1055_m2 = 950000.5, r.row.overlap_total_m2 = 1234.5;
  auto const n = std::to_string(i);
  r.conflicts = {conflict("c" + n + "a", dimension, 1, "none", x, y),
                 conflict("c" + n + "b", dimension, 0, "core", x, y)};
  r.checks = {{"reserves", "overlap"}, {"redline", "overlap"}};
  r.balance = {dimension == 2 ? "m2" : dimension == 1 ? "m" : "count", 10, 6, 4, 1e-12};
  return r;
}

inline void register_drivers() { static GdalSession const session; }

}  // namespace redline::samples
