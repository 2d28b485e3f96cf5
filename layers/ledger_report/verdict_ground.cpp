// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/verdict_ground.hpp"

#include <map>

#include "engine/core/interrupt.hpp"
#include "engine/ledger/dissolve.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

// Overlaps alone with their verdict in an activity need no geometry.
constexpr char const* ALONE = R"(
CREATE TEMP TABLE rl_verdict AS SELECT verdict, total(m2) AS m2 FROM (SELECT verdict, max(overlap_m2) AS m2
  FROM rl_conflict WHERE certainty <> 'contact' AND overlap_m2 > 0 GROUP BY who, verdict HAVING count(*) = 1) GROUP BY verdict;)";

constexpr char const* SEVERAL = R"(
SELECT c.verdict, c.who, c.overlap_m2, a.geom FROM rl_conflict c JOIN conflict_areas a ON a.conflict_id = c.conflict_id
WHERE c.certainty <> 'contact' AND c.overlap_m2 > 0 AND (c.who, c.verdict) IN (SELECT who, verdict FROM rl_conflict
  WHERE certainty <> 'contact' AND overlap_m2 > 0 GROUP BY who, verdict HAVING count(*) > 1)
ORDER BY c.verdict, c.who, c.conflict_id)";

std::map<std::string, double> shared_ground(Database& db) {
  std::map<std::string, double> out;
  std::pair<std::string, std::string> now;
  Dissolver ground;
  auto const close = [&] { out[now.first] += ground.total(); };
  auto rows = db.prepare(SEVERAL);
  while (rows.step()) {
    throw_if_interrupted();
    std::pair next{std::string(rows.column_text(0)), std::string(rows.column_text(1))};
    if (next != now) close(), now = std::move(next);
    ground.add(Geometry::from_wkb(wkb_of_blob(rows.column_blob(3))), rows.column_real(2).value_or(0));
  }
  close();
  out.erase("");
  return out;
}

}  // namespace

void make_verdict_ground(LedgerFile& ledger) {
  auto& db = ledger.db();
  db.run(ALONE);
  for (auto const& [verdict, m2] : shared_ground(db)) {
    auto add = db.prepare("INSERT INTO rl_verdict VALUES (?1, ?2)");
    add.text(1, verdict), add.real(2, m2);
    add.execute();
  }
}

}  // namespace redline
