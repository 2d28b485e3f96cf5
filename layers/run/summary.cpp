// SPDX-License-Identifier: Apache-2.0
#include "layers/run/summary.hpp"

#include <set>

#include "engine/ledger/dissolve.hpp"
#include "engine/overlay/pipeline.hpp"

namespace redline {
namespace {

constexpr std::size_t GROUPS_AT_ONCE = 32, CONFLICTS_AT_ONCE = 2048;

SummaryRow row_of(ProtectedArea const& a, Reserve const* reserve, std::string_view zone,
                  std::string_view activity_kind) {
  return {a.id, a.kind, a.name, a.level, std::string(zone), std::string(activity_kind),
          0,    0,      0,      {},      "given",           reserve ? reserve->id : ""};
}

// The conflicts of one protected area × zone × activity kind; contacts are not counted.
struct Group {
  struct Ground {
    Wkb wkb;
    double measure;
    int dimension;
  };
  SummaryRow row;
  std::vector<Ground> grounds;

  void take(WrittenConflict const& c) {
    if (c.contact) return;
    ++row.count;
    ++row.by_verdict[std::string(c.verdict)];
    if (!c.wkb.empty()) grounds.push_back({Wkb(c.wkb.begin(), c.wkb.end()), c.measure, c.dimension});
  }

  SummaryRow summed() {
    Dissolver areas, lines;
    for (auto& g : grounds) (g.dimension == 2 ? areas : lines).add(Geometry::from_wkb(g.wkb), g.measure);
    grounds.clear();
    row.overlap_m2 = areas.total();
    row.overlap_m = lines.total();
    return std::move(row);
  }
};

class Groups {
 public:
  Groups(LedgerWriter& writer, Basemap const& basemap, RegisterCheck const& reserves)
      : m_conflicts(writer), m_basemap(basemap), m_reserves(reserves), m_more(m_conflicts.next(m_next)) {}

  std::vector<Group> some() {
    std::vector<Group> out;
    for (std::size_t n = 0; m_more && out.size() < GROUPS_AT_ONCE && n < CONFLICTS_AT_ONCE;) {
      auto const area = m_next.area;
      auto const zone = std::string(m_next.zone), kind = std::string(m_next.activity_kind);
      auto& group = out.emplace_back();
      group.row = row_of(m_basemap.areas()[area], m_reserves.of_area[area], zone, kind);
      for (; m_more && m_next.area == area && m_next.zone == zone && m_next.activity_kind == kind; ++n) {
        group.take(m_next);
        m_more = m_conflicts.next(m_next);
      }
      if (group.row.count > 0) m_met.insert(area);
    }
    return out;
  }

  std::set<std::size_t> const& met() const { return m_met; }

 private:
  WrittenConflicts m_conflicts;
  Basemap const& m_basemap;
  RegisterCheck const& m_reserves;
  WrittenConflict m_next;
  bool m_more;
  std::set<std::size_t> m_met;  // areas with a conflict that counts
};

}  // namespace

void write_summary(LedgerWriter& writer, Basemap const& basemap, RegisterCheck const& reserves, int threads) {
  std::vector<SummaryRow> rows;
  std::set<std::size_t> met;
  {
    Groups groups(writer, basemap, reserves);
    ordered_pipeline<Group, SummaryRow>(
        threads, [&] { return groups.some(); }, [](Group& g) { return g.summed(); },
        [&](SummaryRow&& r) {
          if (r.count > 0) rows.push_back(std::move(r));
        });
    met = groups.met();
  }
  for (std::size_t i = 0; i < basemap.areas().size(); ++i)
    if (!met.count(i)) rows.push_back(row_of(basemap.areas()[i], reserves.of_area[i], "", ""));
  for (auto const* r : reserves.without_boundary)
    rows.push_back({r->id, "nature_reserve", r->name_zh, r->level, "", "", 0, 0, 0, {}, "none", r->id});
  for (auto const& r : rows) writer.add_summary(r);
}

}  // namespace redline
