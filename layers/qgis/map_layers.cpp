// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/map_layers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "layers/write/ledger_schema.hpp"
#include "layers/write/restoration_tables.hpp"

namespace redline {
namespace {

constexpr LedgerTable BY_VERDICT[] = {CONFLICT_POINTS, CONFLICT_LINES,
                                      CONFLICT_AREAS};  // points above lines above areas
constexpr LedgerTable BY_KIND[] = {ACTIVITY_POINTS, ACTIVITY_LINES, ACTIVITY_AREAS};
constexpr LedgerTable DETAILED[] = {CONFLICT_POINTS, CONFLICT_LINES, CONFLICT_AREAS,
                                    ACTIVITY_POINTS, ACTIVITY_LINES, ACTIVITY_AREAS};

// One row for each area with conflicts and each reserve: its largest zone, how many there are, and the most severe
// verdict. A SELECT of this ledger's own tables: small beside conflicts and activities, so it answers at once however
// many there are.
constexpr char const* OVERVIEW =
    "SELECT b.fid AS fid, b.area_id, b.area_kind, b.area_name, s.n AS count, s.prohibited, s.must_exit, s.review, "
    "s.conditional, s.incomplete, s.allowed, b.schematic, CASE WHEN s.prohibited > 0 THEN 'prohibited' WHEN "
    "s.must_exit > 0 THEN "
    "'must_exit' WHEN s.review > 0 THEN 'review' WHEN s.conditional > 0 THEN 'conditional' WHEN s.incomplete > 0 THEN "
    "'incomplete' WHEN s.allowed > 0 THEN 'allowed' ELSE 'clear' END AS verdict, b.geom AS geom FROM basemap b JOIN "
    "(SELECT area_id, area_kind, sum(count) AS n, sum(prohibited) AS prohibited, sum(must_exit) AS must_exit, "
    "sum(review) AS review, sum(conditional) AS conditional, sum(incomplete) AS incomplete, sum(allowed) AS allowed "
    "FROM summary GROUP BY area_id, area_kind) s ON s.area_id = b.area_id AND s.area_kind = b.area_kind WHERE (s.n > 0 "
    "OR b.area_kind = 'nature_reserve') "
    "AND b.fid = (SELECT x.fid FROM basemap x WHERE x.area_id = b.area_id AND x.area_kind = b.area_kind "
    "ORDER BY x.area_m2 DESC, x.fid LIMIT 1) ORDER BY b.area_kind = 'nature_reserve', s.n";

// QGIS takes no ids of ten letters or fewer.
std::string layer_id(std::string const& name) { return "redline_" + name; }

std::string ident(MapRule const& rule) {
  std::string out;
  for (auto const& [column, value] : rule.where) out += "_" + value;
  return out.empty() ? "_rest" : out;
}

bool is(MapRule const& rule, char const* area_kind) {
  return std::any_of(rule.where.begin(), rule.where.end(), [&](auto const& w) { return w.second == area_kind; });
}

std::string quoted(std::string const& value, char quote) {
  std::string out(1, quote);
  for (char const c : value) {
    if (c == quote || (c == '\\' && quote == '\'')) out += '\\';
    out += c;
  }
  return out + quote;
}

// As QGIS writes it; a condition follows behind " sql=", to the end.
std::string database_source(DatabasePlace const& place, TableSpec const& spec) {
  std::string out;
  for (auto const& [key, value] : place.words) out += key + "=" + quoted(value, '\'') + " ";
  out += "key='" + spec.key + "' checkPrimaryKeyUnicity='0' ";
  if (spec.spatial()) out += "srid=4490 type=" + spec.geometry_word() + " ";
  out += "table=" + quoted(place.schema, '"') + "." + quoted(spec.name, '"');
  return out + (spec.spatial() ? std::string(" (") + GEOMETRY_COLUMN + ")" : "") + " sql=";
}

class Builder {
 public:
  Builder(LedgerFacts const& facts, std::string ledger, DatabasePlace const& database, RestorationFile restoration,
          Language l)
      : m_facts(facts),
        m_ledger(std::move(ledger)),
        m_database(database),
        m_restoration(std::move(restoration)),
        m_language(l) {
    long rows = 0;
    for (auto const t : DETAILED)
      for (auto const n : m_facts.drawn.find(spec(t).name)->second) rows += n;
    for (auto const& [above, scale] : palette().detail)
      if (rows > above) m_detail = scale;
  }

  MapProject build() {
    auto& top = m_out.tree.nodes;
    top.push_back(highlights());
    if (m_detail > 0) top.push_back(overview());
    top.push_back(conflicts());
    top.push_back(activities());
    if (!m_restoration.source.empty()) top.push_back(restoration());
    top.push_back(findings());
    add_areas(top);
    top.push_back(rest());
    top.push_back(tables());
    add_hidden();
    return std::move(m_out);
  }

 private:
  std::string text(std::string const& key) const { return render(key, m_language); }
  TableSpec const& spec(LedgerTable t) const { return ledger_tables()[t]; }
  std::vector<MapRule> const& rules(LedgerTable t) const {
    return palette().rules_of(*palette().look_of(spec(t).name));
  }
  long count(LedgerTable t, std::size_t rule) const { return m_facts.drawn.find(spec(t).name)->second[rule]; }
  TreeNode node(char const* key, bool checked = true, bool expanded = false) const {
    return {text(key), checked, expanded, {}, {}};
  }

  void put_source(ProjectLayer& m, TableSpec const& s) const {
    m.in_database = !m_database.schema.empty();
    m.source = m.in_database ? database_source(m_database, s) : m_ledger + "|layername=" + s.name;
  }

  ProjectLayer layer(LedgerTable t, std::string const& suffix) const {
    ProjectLayer m;
    m.table = styled_table(spec(t));
    m.id = layer_id(spec(t).name + suffix);
    put_source(m, spec(t));
    m.look = palette().look_of(spec(t).name);
    m.scale = m.look->scale;
    return m;
  }

  // The layer of one rule: its name stands for the legend, so the rule has no title of its own.
  std::size_t add(LedgerTable t, std::size_t rule, std::string const& name) {
    auto m = layer(t, ident(rules(t)[rule]));
    m.name = name;
    m.subset = condition(rules(t)[rule]);
    limit(m, t);
    m.rules = {rules(t)[rule]};
    m.rules.front().where.clear(), m.rules.front().not_values.clear(), m.rules.front().title.clear();
    return add(std::move(m));
  }
  std::size_t add(ProjectLayer m) {
    m_out.layers.push_back(std::move(m));
    return m_out.layers.size() - 1;
  }

  // Where it is only for near: the layer's own limit or the ledger's, whichever is nearer.
  void limit(ProjectLayer& m, LedgerTable t) const {
    bool const detailed = std::find(std::begin(DETAILED), std::end(DETAILED), t) != std::end(DETAILED);
    if (detailed && m_detail > 0 && (m.scale == 0 || m.scale > m_detail)) m.scale = m_detail;
    m.counted = !(detailed && m_detail > 0);
  }
  std::string from_near() const {
    return m_detail > 0 ? render(Message{"qgis.from_near", {scale()}}, m_language) : std::string{};
  }
  std::string scale() const { return std::to_string(std::lround(m_detail)); }

  TreeNode overview() {
    auto out = node("qgis.group.overview", true, true);
    out.name += render(Message{"qgis.from_afar", {scale()}}, m_language);
    ProjectLayer m;
    m.id = layer_id("basemap_overview"), m.name = text("qgis.overview"), m.subset = OVERVIEW;
    m.source = m_ledger + "|layername=" + spec(BASEMAP).name;
    m.table = {"overview",
               2,
               {"area_id", "area_kind", "area_name", "count", "prohibited", "must_exit", "review", "conditional",
                "incomplete", "allowed", "schematic", "verdict"}};
    m.look = palette().look_of("overview"), m.rules = palette().rules_of(*m.look), m.beyond = m_detail;
    std::erase_if(m.rules, [](MapRule const& r) { return r.where.empty(); });
    for (auto& r : m.rules) {  // GDAL takes no filter over a SELECT; this one QGIS does not hand down
      r.expression = "array_contains(array('" + r.where.front().second + "'), \"verdict\")";
      r.where.clear();
      r.symbol.size *= 2;
    }
    out.layers.push_back(add(std::move(m)));
    return out;
  }

  // What stands in the tables of a class without a layer of its own, drawn by the whole class.
  void add_rest(TreeNode& to, LedgerTable t) {
    auto m = layer(t, "_others");
    auto const& all = rules(t);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (count(t, i) > 0)
        m.subset += (m.subset.empty() ? "NOT coalesce(" : " AND NOT coalesce(") + condition(all[i]) + ", false)";
    m.name = text("table." + spec(t).name);
    m.rules = all;
    limit(m, t);
    to.layers.push_back(add(std::move(m)));
  }

  TreeNode conflicts() {
    auto out = node("qgis.group.conflicts", true, true);
    out.name += from_near();
    auto const& verdicts = rules(CONFLICT_AREAS);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      auto const about = verdicts[i].title + ".about";
      auto const title = text(verdicts[i].title);
      TreeNode of_verdict{title + (has_text(about) ? text("qgis.colon") + text(about) : ""), true, true, {}, {}};
      of_verdict.checked = verdicts[i].title != "verdict.clear";
      for (auto const t : BY_VERDICT)
        if (count(t, i) > 0) of_verdict.layers.push_back(add(t, i, title + dimension(t)));
      if (!of_verdict.layers.empty()) out.nodes.push_back(std::move(of_verdict));
    }
    return out;
  }
  std::string dimension(LedgerTable t) const {
    return text("qgis.dimension." + std::to_string(styled_table(spec(t)).dimension));
  }

  TreeNode activities() {
    auto out = node("qgis.group.activities");
    out.name += from_near();
    auto const& kinds = rules(ACTIVITY_AREAS);
    for (std::size_t i = 0; i < kinds.size(); ++i)
      for (auto const t : BY_KIND)
        if (count(t, i) > 0) out.layers.push_back(add(t, i, text(kinds[i].title) + dimension(t)));
    return out;
  }

  TreeNode findings() {
    auto out = node("qgis.group.findings", false);
    auto m = layer(FINDINGS, "");
    m.name = text("table.findings"), m.rules = rules(FINDINGS);
    out.layers.push_back(add(std::move(m)));
    return out;
  }

  void add_areas(std::vector<TreeNode>& top) {
    auto reserves = node("qgis.group.reserves", true, true), red_lines = node("qgis.group.red_lines", true, true),
         others = node("qgis.group.other_areas", true, true);
    reserves.layers.push_back(add(names_of_reserves()));
    auto const& all = rules(BASEMAP);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (count(BASEMAP, i) == 0) continue;
      auto& group = is(all[i], "nature_reserve") ? reserves : is(all[i], "ecological_red_line") ? red_lines : others;
      group.layers.push_back(add(BASEMAP, i, text(all[i].title)));
      auto& made = m_out.layers.back();
      made.overview = &group == &reserves;
      made.labelled = &group != &reserves;  // the layer of names does it
    }
    for (auto* group : {&red_lines, &others, &reserves})
      if (!group->layers.empty()) top.push_back(std::move(*group));
  }

  ProjectLayer names_of_reserves() const {
    auto m = layer(BASEMAP, "_names");
    m.name = text("qgis.names"), m.scale = m_detail;  // further away the overview names them
    m.subset = "\"area_kind\" = 'nature_reserve'";
    return m;
  }

  TreeNode rest() {
    auto out = node("qgis.group.rest");
    for (auto const t :
         {CONFLICT_POINTS, CONFLICT_LINES, CONFLICT_AREAS, ACTIVITY_POINTS, ACTIVITY_LINES, ACTIVITY_AREAS, BASEMAP})
      add_rest(out, t);
    return out;
  }

  // The conflict that a page of the atlas is about, drawn over all else; invisible elsewhere.
  TreeNode highlights() {
    auto out = node("qgis.group.highlight", false);
    out.untitled = true;
    for (auto const t : BY_VERDICT) {
      auto m = layer(t, "_highlight");
      m.name = text("qgis.highlight") + dimension(t);
      m.rules = palette().classes.find("highlight")->second;
      m.rules.front().title.clear();
      m.labelled = false, m.counted = m_detail == 0;
      out.layers.push_back(add(std::move(m)));
    }
    auto m = layer(BASEMAP, "_highlight");
    m.name = text("qgis.highlight_contact"), m.labelled = false;
    m.rules = palette().classes.find("contact")->second;
    m.rules.front().title.clear();
    out.layers.push_back(add(std::move(m)));
    return out;
  }

  TreeNode restoration() {
    auto out = node("qgis.group.restoration", true, true), ground = node("qgis.restoration_ground", true, true);
    out.on_sheets = false;
    if (m_restoration.with_sites) out.layers.push_back(add(restoration_sites()));
    auto const& spec = restoration_tables()[RESTORATION_GROUND];
    auto const* look = palette().look_of(spec.name);
    for (auto const& rule : palette().rules_of(*look)) {
      ProjectLayer m;
      m.id = layer_id("restoration" + ident(rule)), m.name = text(rule.title), m.subset = condition(rule);
      m.source = m_restoration.source + "|layername=" + spec.name;
      m.table = styled_table(spec);
      m.look = look, m.rules = {rule};
      m.rules.front().where.clear(), m.rules.front().not_values.clear(), m.rules.front().title.clear();
      ground.layers.push_back(add(std::move(m)));
    }
    out.nodes.push_back(std::move(ground));
    return out;
  }

  ProjectLayer restoration_sites() const {
    auto const& spec = restoration_tables()[RESTORATION_SITES];
    ProjectLayer m;
    m.id = layer_id(spec.name), m.name = text("qgis.restoration_sites");
    m.source = m_restoration.source + "|layername=" + spec.name;
    m.table = styled_table(spec), m.look = palette().look_of(spec.name), m.rules = palette().rules_of(*m.look);
    return m;
  }

  TreeNode tables() {
    auto out = node("qgis.group.tables");
    for (auto const& v : ledger_views()) out.layers.push_back(add_table(v.shown));
    for (auto const& s : ledger_tables())
      if (!s.spatial() && s.name != "layer_styles") out.layers.push_back(add_table(s));
    return out;
  }
  std::size_t add_table(TableSpec const& s) {
    ProjectLayer m;
    m.table = styled_table(s);
    m.id = layer_id(s.name), m.name = text("table." + s.name);
    put_source(m, s);
    return add(std::move(m));
  }

  // Whole tables that expressions of layouts look into.
  void add_hidden() {
    for (auto const t : {CONFLICT_LINES, ACTIVITY_AREAS, BASEMAP}) {
      auto m = layer(t, "_all");
      m.name = text("table." + spec(t).name), m.hidden = true, m.labelled = false, m.rules = rules(t);
      add(std::move(m));
    }
  }

  LedgerFacts const& m_facts;
  std::string m_ledger;
  DatabasePlace const& m_database;
  RestorationFile m_restoration;
  Language m_language;
  double m_detail = 0;  // 0: no limit
  MapProject m_out;
};

}  // namespace

MapProject map_project(LedgerFacts const& facts, std::string const& ledger, DatabasePlace const& database,
                       RestorationFile const& restoration, Language l) {
  return Builder(facts, ledger, database, restoration, l).build();
}

}  // namespace redline
