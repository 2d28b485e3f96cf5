// SPDX-License-Identifier: Apache-2.0
#include "layers/run/summary.hpp"

#include <set>

#include "engine/ledger/dissolve.hpp"

namespace redline {
namespace {

class Sums {
 public:
  Sums(Basemap const& basemap, RegisterCheck const& reserves, std::vector<SummaryRow>& out)
      : m_basemap(basemap), m_reserves(reserves), m_out(out) {}

  SummaryRow row(std::size_t area, std::string_view zone, std::string_view activity_kind) const {
    auto const& a = m_basemap.areas()[area];
    auto const* reserve = m_reserves.of_area[area];
    return {a.id, a.kind, a.name, a.level, std::string(zone), std::string(activity_kind),
            0,    0,      0,      {},      "given",           reserve ? reserve->id : ""};
  }

  void take(WrittenConflict const& c) {
    if (m_area != c.area || m_row.zone != c.zone || m_row.activity_kind != c.activity_kind) start(c);
    if (c.certainty == "contact") return;
    m_activities.insert(std::string(c.activity_id) + "\x1f" + std::string(c.conflict_id));
    ++m_row.by_verdict[std::string(c.verdict)];
    if (c.wkb.empty() || c.dimension == 0) return;
    auto g = Geometry::from_wkb(c.wkb);
    if (c.dimension == 2)
      m_areas.add(std::move(g), c.overlap_m2.value_or(0));
    else
      m_lines.add(std::move(g), c.overlap_m.value_or(0));
  }

  void finish() {
    if (!m_open) return;
    m_row.count = m_activities.size();
    m_row.overlap_m2 = m_areas.total();
    m_row.overlap_m = m_lines.total();
    if (m_row.count > 0) m_out.push_back(m_row);
    m_activities.clear();
  }

 private:
  void start(WrittenConflict const& c) {
    finish();
    m_area = c.area;
    m_row = row(c.area, c.zone, c.activity_kind);
    m_open = true;
  }

  Basemap const& m_basemap;
  RegisterCheck const& m_reserves;
  std::vector<SummaryRow>& m_out;
  std::size_t m_area = 0;
  bool m_open = false;
  SummaryRow m_row;
  std::set<std::string> m_activities;
  Dissolver m_areas, m_lines;
};

}  // namespace

void write_summary(LedgerWriter& writer, Basemap const& basemap, RegisterCheck const& reserves) {
  std::vector<SummaryRow> rows;
  Sums sums(basemap, reserves, rows);
  std::set<std::size_t> met;
  writer.for_each_conflict([&](WrittenConflict const& c) {
    if (c.certainty != "contact") met.insert(c.area);
    sums.take(c);
  });
  sums.finish();
  for (std::size_t i = 0; i < basemap.areas().size(); ++i)
    if (!met.count(i)) rows.push_back(sums.row(i, "", ""));
  for (auto const* r : reserves.without_boundary)
    rows.push_back({r->id, "nature_reserve", r->name_zh, r->level, "", "", 0, 0, 0, {}, "none", r->id});
  for (auto const& r : rows) writer.add_summary(r);
}

}  // namespace redline
