// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/site_points.hpp"

#include <algorithm>

#include "engine/core/interrupt.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/none_done.hpp"
#include "engine/restoration/places.hpp"
#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

using Records = std::vector<RestorationRecord const*>;

struct Stretch {
  Date from;
  std::optional<Date> to;
  Stage const* stage = nullptr;
};

Date eve(Date d) { return std::chrono::sys_days(d) - std::chrono::days{1}; }

// Records are in order of day and stage; the last of a day decides. One without a day behind those with one decides on
// every day.
std::vector<Stretch> stretches(Records const& records, Date as_of) {
  auto const dated =
      std::find_if(records.begin(), records.end(), [](auto const* r) { return standing_day(*r).has_value(); });
  auto const first = dated == records.end() ? as_of : *standing_day(**dated);
  std::vector<Stretch> out;
  for (auto const* r : records) {
    if (!r->stage || says_none(*r)) continue;
    auto const day = standing_day(*r).value_or(first);
    if (stands_last(*r)) out.clear();
    if (!out.empty() && out.back().from == day)
      out.back().stage = r->stage;
    else
      out.push_back({day, {}, r->stage});
  }
  out.erase(std::unique(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.stage == b.stage; }),
            out.end());
  for (std::size_t i = 1; i < out.size(); ++i) out[i - 1].to = eve(out[i].from);
  return out;
}

Geometry ground_of(Records const& records) {
  std::vector<Geometry> parts;
  for (auto const* r : records) {
    if (r->wkb.empty()) continue;
    auto g = Geometry::from_wkb(r->wkb);
    if (parts.empty() || !same_outline(parts.back(), g)) parts.push_back(std::move(g));
  }
  return parts.size() == 1 ? std::move(parts.front()) : union_by_ladder(std::move(parts), 2).geometry;
}

class SitePoints {
 public:
  SitePoints(StatusRun const& run, TableFiller& table, Language l) : m_run(run), m_table(table), m_language(l) {
    for (auto const& r : run.status.reserves) m_names[r.reserve.id] = r.reserve.name;
  }

  void site(SiteKey const& key, Records const& records) {
    auto const ground = ground_of(records);
    auto const where = place_of(ground, *m_run.map);
    auto const reserve = where.reserve.empty() ? std::string(key.first) : where.reserve;
    auto const place = largest_circle(ground).centre;
    std::optional<Date> deadline;
    for (auto const* r : records)
      if (r->deadline) deadline = r->deadline;
    auto const name = m_names.find(reserve);
    for (auto const& s : stretches(records, m_run.status.as_of)) {
      auto const stage_class = std::string(redline::name(s.stage->stage_class));
      m_table.text(reserve)
          .text(name == m_names.end() ? std::string{} : name->second)
          .text(where.zone)
          .text(key.second);
      m_table.text(s.stage->code).text(stage_class).text(stage_text(*s.stage, m_language));
      m_table.real(exact_area_m2(ground)).date(deadline).date(s.from).date(s.to).point(place).done();
    }
  }

 private:
  StatusRun const& m_run;
  TableFiller& m_table;
  Language m_language;
  std::map<std::string, std::string> m_names;
};

}  // namespace

void write_site_points(StatusRun const& run, TableFiller& table, Language language) {
  std::map<SiteKey, Records> sites;
  for (auto const* r : in_force(run.book, run.status.as_of)) sites[{r->reserve, r->site}].push_back(r);
  SitePoints points(run, table, language);
  for (auto const& [key, records] : sites) {
    throw_if_interrupted();
    auto const drawn = [](auto const* r) { return !r->wkb.empty() && r->stage; };
    if (!key.second.empty() && std::any_of(records.begin(), records.end(), drawn)) points.site(key, records);
  }
}

}  // namespace redline
