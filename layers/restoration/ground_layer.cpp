// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/ground_layer.hpp"

#include <set>
#include <tuple>

#include "engine/core/error.hpp"
#include "layers/qgis/style.hpp"
#include "layers/restoration/site_points.hpp"
#include "layers/write/geopackage.hpp"
#include "layers/write/restoration_tables.hpp"
#include "layers/write/style_table.hpp"

namespace redline {
namespace {

constexpr std::size_t MOST_DAYS = 120;

// Days on which ground can change: a polygon, ground sent back or accepted, a correction. An undated record is there on
// every day.
std::vector<Date> days(StatusRun const& run) {
  auto const as_of = run.status.as_of;
  std::vector<RestorationRecord const*> all;
  for (auto const& r : run.book.records) all.push_back(&r);
  auto matters = ground_records(all);
  std::erase_if(all, [](auto const* r) { return r->replaces.empty(); });
  matters.insert(matters.end(), all.begin(), all.end());
  std::set<Date> out;
  for (auto const* r : matters)
    if (r->day.value_or(as_of) <= as_of) out.insert(r->day.value_or(as_of));
  if (out.size() <= MOST_DAYS) return {out.begin(), out.end()};
  std::set<Date> ends;
  for (auto const d : out) ends.insert(std::min(Date(d.year() / d.month() / std::chrono::last), run.status.as_of));
  return {ends.begin(), ends.end()};
}

using Key = std::tuple<std::string, std::string, StageClass>;  // reserve, zone, class

struct Open {  // a row whose end is not yet known
  Date from;
  double m2 = 0;
  Wkb wkb;
};

class GroundLayer {
 public:
  GroundLayer(StatusRun const& run, GeoPackage& out, Language language) : m_out(out), m_language(language) {
    for (auto const& r : run.status.reserves) m_names[r.reserve.id] = r.reserve.name;
  }

  void day(Date d, Survey const& s) {
    std::map<Key, Open> next;
    for (auto const& g : s.standing) {
      Key const key{g.reserve, g.zone, g.stage_class};
      auto wkb = g.geometry.wkb();
      auto const it = m_open.find(key);
      bool const same = it != m_open.end() && it->second.wkb == wkb;
      next[key] = {same ? it->second.from : d, g.m2, std::move(wkb)};
      if (same) m_open.erase(it);
    }
    auto const eve = Date(std::chrono::sys_days(d) - std::chrono::days{1});
    for (auto const& [key, row] : m_open) put(key, row, eve);
    m_open = std::move(next);
  }

  void finish() {
    for (auto const& [key, row] : m_open) put(key, row, std::nullopt);
  }

 private:
  void put(Key const& key, Open const& row, std::optional<Date> to) {
    auto const& [reserve, zone, stage_class] = key;
    auto const code = std::string(name(stage_class));
    auto const text = render("restoration.class." + code, m_language);
    auto& t = m_out.table(RESTORATION_GROUND);
    t.text(reserve).text(m_names[reserve]).text(zone).text(code).text(text);
    t.real(row.m2).date(row.from).date(to).geometry(row.wkb, 2).done();
  }

  GeoPackage& m_out;
  Language m_language;
  std::map<std::string, std::string> m_names;
  std::map<Key, Open> m_open;
};

}  // namespace

void write_ground_layer(StatusRun const& run, std::string const& path, bool overwrite, Language language) {
  if (!run.map || !any_polygon(run.book)) throw Error(ErrorKind::usage, "restoration.no_polygons");
  GeoPackage out(path, overwrite, restoration_tables());
  GroundLayer layer(run, out, language);
  for (auto const d : days(run)) layer.day(d, survey(in_force(run.book, d), run.map->basemap, run.map->reserve_of));
  layer.finish();
  write_site_points(run, out.table(RESTORATION_SITES), language);
  for (auto const& style : styles_of(restoration_tables(), language)) put_style(out.table(RESTORATION_STYLES), style);
  out.finish({}, language);
}

}  // namespace redline
