// SPDX-License-Identifier: Apache-2.0
#include "layers/run/summary.hpp"

#include <set>

#include "engine/ledger/dissolve.hpp"

namespace redline {
namespace {

class Sums {
 public:
  Sums(Basemap const& basemap, std::vector<SummaryRow>& out) : m_basemap(basemap), m_out(out) {}

  void take(WrittenConflict const& c) {
    if (m_area != c.area || m_row.zone != c.zone || m_row.activity_kind != c.activity_kind) start(c);
    if (c.certainty == "contact") return;
    m_activities.insert(std::string(c.activity_id) + "\x1f" + std::string(c.conflict_id));
    ++m_row.by_verdict[std::string(c.verdict)];
    if (c.wkb.empty() || c.dimension == 0) return;
    auto g = Geometry::from_wkb(c.wkb);
    if (c.dimension == 2) m_areas.add(std::move(g), c.overlap_m2.value_or(0));
    else m_lines.add(std::move(g), c.overlap_m.value_or(0));
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
    auto const& a = m_basemap.areas()[c.area];
    m_area = c.area;
    m_row = {a.id, a.kind, a.name, a.level, std::string(c.zone), std::string(c.activity_kind), 0, 0, 0, {}};
    m_open = true;
  }

  Basemap const& m_basemap;
  std::vector<SummaryRow>& m_out;
  std::size_t m_area = 0;
  bool m_open = false;
  SummaryRow m_row;
  std::set<std::string> m_activities;
  Dissolver m_areas, m_lines;
};

}  // namespace

void write_summary(LedgerWriter& writer, Basemap const& basemap) {
  std::vector<SummaryRow> rows;
  Sums sums(basemap, rows);
  std::set<std::size_t> met;
  writer.for_each_conflict([&](WrittenConflict const& c) {
    if (c.certainty != "contact") met.insert(c.area);
    sums.take(c);
  });
  sums.finish();
  for (std::size_t i = 0; i < basemap.areas().size(); ++i) {
    auto const& a = basemap.areas()[i];
    if (!met.count(i)) rows.push_back({a.id, a.kind, a.name, a.level, "", "", 0, 0, 0, {}});
  }
  for (auto const& r : rows) writer.add_summary(r);
}

}  // namespace redline
