// The report of a screening made by hand: a cut, a decision, a draft, a layer that was not checked.
// SPDX-License-Identifier: Apache-2.0
#include "layers/screen_report/screen_document.hpp"

#include <catch2/catch.hpp>

#include "engine/geometry/coordinates.hpp"
#include "layers/report/html.hpp"

using namespace redline;

namespace {

ScreenedPart part(std::vector<Point> const& corners, double m2) {
  ScreenedPart out;
  out.m2 = m2;
  auto& ring = out.rings.emplace_back();
  for (std::size_t i = 0; i < corners.size(); ++i)
    ring.corners.push_back({"J" + std::to_string(i + 1), corners[i], corners[i]});
  return out;
}

Wkb rectangle(double w, double s, double e, double n) { return Geometry::rectangle({w, s, e, n}).wkb(); }

// The eastern half of the application lies in a draft reserve; the cut leaves the western one.
Screening sample() {
  Screening s;
  s.as_of = *parse_date("2019-03-31");
  s.draft = "draft.geojson";
  s.nearest_limit_m = 20000;
  s.areas.push_back({{"layer", "R1", "nature_reserve", "Reserve", "", "", {}, {}, {}, {}, true}, true});
  Application a;
  a.file = "case.txt", a.crs = "EPSG:4490", a.crs_name = "CGCS2000", a.crs_how = "given";
  a.attributes.id = "A1", a.attributes.kind = "mining_right", a.attributes.action = "renew";
  a.parts = {part({{82.5, 44.01}, {82.51, 44.01}, {82.51, 44}, {82.5, 44}}, 891114.9311)};
  a.geometry = rectangle(82.5, 44, 82.51, 44.01);
  a.area.figures = {{"tdt1055", {}, 891114.9311}, {"exact", {}, 891114.9311}};
  a.verdict = Verdict::prohibited, a.verdict_without_draft = Verdict::incomplete;
  ScreenedConflict c;
  c.conflict_id = "0123", c.zone = "core", c.certainty = "certain", c.disposition = "cut";
  c.verdict = Verdict::prohibited, c.overlap_m2 = 445557.46555, c.overlap_share = 0.5, c.accuracy_m = 7;
  c.inside = {82.5075, 44.005}, c.geometry = rectangle(82.505, 44, 82.51, 44.01);
  c.pieces = {part({{82.505, 44.01}, {82.51, 44.01}, {82.51, 44}, {82.505, 44}}, 445557.46555)};
  a.conflicts.push_back(c);
  a.not_checked.push_back({"wetlands", "expired"});
  a.decisions.push_back({{"A1", "R1", "keep it", "No. 7", "Bureau", "2018-01-01", ""}, true});
  auto& cut = a.cut.emplace();
  cut.outcome = "staked", cut.crs = a.crs, cut.projected = a.projected;
  cut.remaining_m2 = cut.remaining_tdt1055_m2 = cut.removed_m2 = 445557.46555;
  cut.min_width_m = 401.02, cut.narrowest_at = {82.5025, 44.005}, cut.reduction_percent = 50;
  cut.parts = {part({{82.5, 44.01}, {82.505, 44.01}, {82.505, 44}, {82.5, 44}}, 445557.46555)};
  a.context_box = {82.49, 43.99, 82.52, 44.02};
  a.context.push_back({0, "core", c.geometry});
  s.applications.push_back(std::move(a));
  return s;
}

report::Table const* table(report::Document const& d, std::string const& sheet) {
  for (auto const& b : d.blocks)
    if (auto const* t = std::get_if<report::Table>(&b); t != nullptr && t->sheet == sheet) return t;
  return nullptr;
}

std::size_t pictures(report::Document const& d) {
  return static_cast<std::size_t>(std::count_if(
      d.blocks.begin(), d.blocks.end(), [](auto const& b) { return std::holds_alternative<report::Picture>(b); }));
}

}  // namespace

TEST_CASE("a cut is shown with its ground, corners and map", "[screen_report]") {
  auto const document = report::screen_document(sample(), Language::en, true);
  auto const page = report::html(document);
  CHECK(page.find("0.4456 km² (445557.47 m²) remain in 1 part(s), 401.02 m wide at the narrowest (82°30′09.000″E "
                  "44°00′18.000″N); "
                  "445557.47 m², 50.00 %, "
                  "are given up") != std::string::npos);
  auto const* corners = table(document, "Proposed corners");
  REQUIRE(corners != nullptr);
  REQUIRE(corners->rows.size() == 4);
  CHECK(corners->rows[1][7].text == "82°30′18.000″");
  CHECK(corners->rows[1][8].text == "44°00′36.000″");
  CHECK(pictures(document) == 3);  // overview, overlap, cut
  CHECK(page.find(">proposed boundary<") != std::string::npos);
}

TEST_CASE("a report without a cut has no section for it", "[screen_report]") {
  auto s = sample();
  s.applications[0].cut.reset();
  auto const document = report::screen_document(s, Language::zh, false);
  CHECK(table(document, "建议范围坐标") == nullptr);
  CHECK(report::html(document).find("扣除重叠部分") == std::string::npos);
  CHECK(pictures(document) == 0);
}

TEST_CASE("draft, decision, schematic boundary and what was not checked are said", "[screen_report]") {
  auto const page = report::html(report::screen_document(sample(), Language::zh, true));
  for (auto const* text :
       {"不计草案边界时为：核查不完整。", "Reserve（草案）", "示意，非法定边界", "wetlands", "核查日期不在图层有效期内",
        "已有人工决定：keep it（No. 7，Bureau）", "未定期限", "建议处置"})
    CHECK(page.find(text) != std::string::npos);
}
