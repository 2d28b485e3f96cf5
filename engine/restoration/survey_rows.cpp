// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/survey_rows.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/restoration/narrow.hpp"
#include "engine/restoration/none_done.hpp"
#include "engine/restoration/outlines.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

class RowReader {
 public:
  RowReader(SiteMap map, KnownGround& known, Findings& findings)
      : m_out{{}, {}, std::move(map)}, m_known(known), m_findings(findings) {}

  SurveyRows run(std::vector<Record const*> const& records) {
    read(records);
    tell_missing_boundaries();
    m_out.map.outlines = outlines_of(m_out.polygons);
    for (auto const& [key, ground] : m_out.map.outlines) {
      m_known.outlines[key] = Amount::from_double(exact_area_m2(ground));
      m_known.outline_within[key] = Amount::from_double(border_m(ground) * CORNER_WIDTH_M);
    }
    share_outlines(m_out.polygons, m_out.map.outlines, stated(), m_known, m_findings);
    return std::move(m_out);
  }

 private:
  void read(std::vector<Record const*> const& records);
  std::set<SiteKey> stated() const;
  void send_back(Record const& r);
  void tell_missing_boundaries();

  SurveyRows m_out;
  KnownGround& m_known;
  Findings& m_findings;
  std::map<SiteKey, std::vector<Record const*>> m_required;  // sites of which that is stated
  std::map<SiteKey, std::vector<std::size_t>> m_standing;    // polygons done and not sent back since
};

void RowReader::read(std::vector<Record const*> const& records) {
  for (auto const* r : records) {
    if (r->quantity == Quantity::required && r->amount) m_required[{r->reserve, r->site}].push_back(r);
    if (!r->stage) continue;
    if (r->wkb.empty()) {
      bool const first_damage = !r->stage->returns && takes_ground_back(*r) && !m_standing.count({r->reserve, r->site});
      if (takes_ground_back(*r) && falls_to(*r) < StageClass::restored) send_back(*r);
      if (speaks_of_ground(*r) && !first_damage)
        m_out.heard[{r->reserve, r->site}].push_back({m_out.polygons.size(), r});
      if (r->stage->stage_class == StageClass::restored && !says_none(*r))
        m_out.map.restored_by_number.insert({r->reserve, r->site});
      continue;
    }
    auto g = Geometry::from_wkb(r->wkb);
    auto const m2 = exact_area_m2(g);
    auto const bounds = g.bounds();
    m_out.polygons.push_back({r, std::move(g), m2, bounds});
    if (done(*r)) m_known.measured.insert({r->reserve, r->site});
    if (done(*r)) m_standing[{r->reserve, r->site}].push_back(m_out.polygons.size() - 1);
    if (r->stage->stage_class == StageClass::restored) m_out.map.ever_restored.insert({r->reserve, r->site});
  }
}

// Sites of which somebody says how much they must restore, and says something else than their outline.
std::set<SiteKey> RowReader::stated() const {
  std::set<SiteKey> out;
  for (auto const& required : m_required) {
    auto const& site = required.first;
    auto const& figures = required.second;
    auto const outline = m_known.outlines.find(site);
    auto const of_outline = [&](Record const* r) {
      auto const [less, more] = std::minmax(*r->amount, outline->second);
      return r->programme == figures.front()->programme && less.to_double() >= COVERED_SHARE * more.to_double();
    };
    if (outline == m_known.outlines.end() || !std::all_of(figures.begin(), figures.end(), of_outline)) out.insert(site);
  }
  return out;
}

// A row without polygon takes back all the ground of its site: where only a part is meant, nobody can tell which, so
// that none of it stays verified.
void RowReader::send_back(Record const& r) {
  auto const it = m_standing.find({r.reserve, r.site});
  if (it == m_standing.end()) return;
  std::map<Stage const*, double> of_stage;
  for (auto const i : it->second) {
    m_out.polygons[i].returned = m_out.polygons.size();
    of_stage[m_out.polygons[i].record->stage] += m_out.polygons[i].m2;
  }
  double most = 0;
  for (auto const& [stage, m2] : of_stage) most = std::max(most, m2);
  if (r.amount && !stands_for_all(r.basis) && r.amount->to_double() < COVERED_SHARE * most)
    m_findings.push_back({"restoration.returned_undrawn",
                          Severity::warning,
                          std::string(r.reserve),
                          std::string(r.id),
                          {cited(r), std::string(r.site), Amount::from_double(most).decimal()}});
  m_standing.erase(it);
}

// A reserve that the map does not hold cannot be checked: told once, instead of calling all its ground "outside".
void RowReader::tell_missing_boundaries() {
  std::map<std::string_view, std::size_t> missing;
  for (auto const& p : m_out.polygons)
    if (!p.record->reserve.empty() && !m_out.map.drawn(p.record->reserve)) ++missing[p.record->reserve];
  for (auto const& [reserve, n] : missing)
    m_findings.push_back({"restoration.no_boundary", Severity::warning, std::string(reserve), "", {std::to_string(n)}});
}

}  // namespace

std::vector<Record const*> ground_records(std::vector<Record const*> const& records) {
  std::set<SiteKey> drawn;
  for (auto const* r : records)
    if (r->stage && !r->wkb.empty()) drawn.insert({r->reserve, r->site});
  std::vector<Record const*> out;
  std::copy_if(records.begin(), records.end(), std::back_inserter(out), [&](auto const* r) {
    return speaks_of_ground(*r) && drawn.count({r->reserve, r->site}) > 0;
  });
  return out;
}

SurveyRows read_survey_rows(std::vector<Record const*> const& records, SiteMap map, KnownGround& known,
                            Findings& findings) {
  return RowReader(std::move(map), known, findings).run(records);
}

}  // namespace redline
