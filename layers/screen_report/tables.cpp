// SPDX-License-Identifier: Apache-2.0
#include "layers/screen_report/tables.hpp"

#include <algorithm>

#include "engine/core/printed_number.hpp"
#include "layers/report/figures.hpp"
#include "layers/screen/sentences.hpp"

namespace redline::report::tables {
namespace {

constexpr int M2 = 2, METRES = 2, PERCENT = 2, HA = 4, KM2 = 4;
constexpr double M2_PER_HA = 1e4, M2_PER_KM2 = 1e6;

Cell m2(double v) { return {v, M2}; }
Cell ha(double v) { return {v / M2_PER_HA, HA}; }
Cell km2(double v) { return {v / M2_PER_KM2, KM2}; }
Cell metres(double v) { return {v, METRES}; }
Cell percent(std::optional<double> share) { return share ? Cell(*share * 100, PERCENT) : Cell(); }
Cell count(std::size_t n) { return {static_cast<double>(n), 0}; }

std::string method(AreaFigure const& f, ReportWords const& w) {
  auto const name = render("screen.method." + f.method, w.language());
  return f.meridian ? w.text("with_meridian", {name, printed(*f.meridian, 0)}) : name;
}

Findings the_gravest_first(Findings all) {
  std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.severity > b.severity; });
  return all;
}

std::string all_remarks(Application const& a, ReportWords const& w) {
  std::string out;
  for (auto const& r : remarks(a, w.screening()))
    out += (out.empty() ? "" : w.text("separator")) + render(r, w.language());
  return out;
}

std::string direction(NearArea const& n, ReportWords const& w) {
  auto const compass = figures::compass_key(n.bearing_deg).substr(1);
  return w.text("direction", {render(compass, w.language()), figures::bearing(n.bearing_deg)});
}

}  // namespace

Table applications(ReportWords const& w) {
  Table t{w.text("sheet.applications"),
          "",
          "",
          {w.column("id", 1.6), w.column("name", 1.8), w.column("holder", 1, false, true),
           w.column("licence_no", 1, false, true), w.column("kind", 1, false, true), w.column("action", 1, false, true),
           w.column("file", 1, false, true), w.column("crs", 1, false, true), w.column("km2", 1, true),
           w.column("area_m2", 1, true, true), w.column("verdict", 1.1), w.column("overlaps", 0.9, true),
           w.column("overlap_m2", 1.3, true), w.column("outside_m2", 1.3, true), w.column("remark", 1.9)},
          {}};
  for (auto const& a : w.screening().applications) {
    auto const& at = a.attributes;
    t.rows.push_back({at.id, at.name, at.holder, at.licence_no, w.word("activity_kind", at.kind),
                      w.word("action", at.action), a.file, a.crs, km2(a.counted_m2()), m2(a.counted_m2()),
                      w.word("verdict", to_string(a.verdict)), count(a.conflicts.size()), m2(a.overlap_total_m2),
                      m2(a.outside_m2), all_remarks(a, w)});
  }
  return t;
}

Table failed(ReportWords const& w) {
  Table t{w.text("sheet.failed"), "", "", {w.column("file"), w.column("reason", 2.5)}, {}};
  for (auto const& f : w.screening().failed) t.rows.push_back({f.file, render(f.message, w.language())});
  return t;
}

Table areas(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.areas"),
          a.attributes.id,
          "",
          {w.column("method", 2.6), w.column("area_m2", 1.2, true), w.column("area_ha", 1, true),
           w.column("km2", 0.9, true), w.column("remark", 1.5)},
          {}};
  bool first = true;
  for (auto const& f : a.area.figures) {
    bool const declared =
        a.area.declared_is && a.area.declared_is->method == f.method && a.area.declared_is->meridian == f.meridian;
    bool const exact = f.method == "exact";
    t.rows.push_back({method(f, w), m2(f.m2), ha(f.m2), km2(f.m2),
                      w.text(a.repaired ? exact ? "area_repaired" : "area_invalid"
                             : first    ? "area_counts"
                             : exact    ? "area_overlaps"
                             : declared ? "area_declared"
                                        : "area_compare")});
    first = false;
  }
  if (a.area.declared_m2)
    t.rows.push_back({w.text("declared"), m2(*a.area.declared_m2), ha(*a.area.declared_m2), km2(*a.area.declared_m2),
                      w.text("declared_as." + a.area.declared_as)});
  return t;
}

Table conflicts(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.conflicts"),
          a.attributes.id,
          "",
          {w.column("overlap_no", 0.6, true), w.column("area", 1.8), w.column("area_kind", 1, false, true),
           w.column("area_level", 1, false, true), w.column("zone", 1.25), w.column("overlap_m2", 1.3, true),
           w.column("overlap_ha", 1.1, true), w.column("share", 0.9, true), w.column("width_m", 1, true),
           w.column("certainty", 1.1), w.column("accuracy_m", 1, true, true), w.column("verdict", 1.35),
           w.column("disposition", 0.9, false, true), w.column("rules", 1, false, true),
           w.column("clauses", 1, false, true), w.column("place", 1, false, true),
           w.column("schematic", 1, false, true), w.column("conflict_id", 1, false, true)},
          {}};
  std::size_t n = 0;
  for (auto const& c : a.conflicts) {
    auto const& area = w.screening().areas[c.area].area;
    std::string ids;
    for (auto const& r : c.rules) ids += (ids.empty() ? "" : ", ") + r.id;
    t.rows.push_back({count(++n), w.area(c.area), w.word("area_kind", area.kind), area.level, w.word("zone", c.zone),
                      m2(c.overlap_m2), ha(c.overlap_m2), percent(c.overlap_share), metres(c.width_m),
                      w.word("certainty", c.certainty), c.accuracy_m ? metres(*c.accuracy_m) : Cell(),
                      w.word("verdict", to_string(c.verdict)), w.word("disposition", c.disposition), ids,
                      in_language(clauses_of(c), w.language()), figures::place(c.inside),
                      area.schematic ? render("report.schematic", w.language()) : std::string{}, c.conflict_id});
  }
  return t;
}

Table rules(Application const& a, std::size_t n, ReportWords const& w) {
  Table t{w.text("sheet.rules"),
          a.attributes.id,
          "",
          {w.column("overlap_no", 1, true, true), w.column("rule", 1.5), w.column("clause", 3.6),
           w.column("effect", 1.1), w.column("version", 0.9)},
          {}};
  for (auto const& r : a.conflicts[n - 1].rules) {
    std::string clauses;
    for (auto const& c : r.clauses) clauses += (clauses.empty() ? "" : w.text("separator")) + render(c, w.language());
    t.rows.push_back({count(n), r.id, clauses, w.word("verdict", to_string(r.effect)), r.version});
  }
  return t;
}

Table contacts(Application const& a, ReportWords const& w) {
  Table t{
      w.text("sheet.contacts"), a.attributes.id, "", {w.column("area", 2), w.column("zone"), w.column("place", 2)}, {}};
  for (auto const& c : a.contacts) t.rows.push_back({w.area(c.area), w.word("zone", c.zone), figures::place(c.inside)});
  return t;
}

Table nearest(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.nearest"),
          a.attributes.id,
          w.text("nearest", {figures::metres(w.screening().nearest_limit_m)}),
          {w.column("area", 2.2), w.column("area_kind", 1.2), w.column("zone", 1.2), w.column("distance_m", 1.2, true),
           w.column("bearing", 1.2)},
          {}};
  for (auto const& n : a.nearest)
    t.rows.push_back({w.area(n.area), w.word("area_kind", w.screening().areas[n.area].area.kind),
                      w.word("zone", n.zone), metres(n.distance_m), direction(n, w)});
  return t;
}

Table setbacks(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.setbacks"),
          a.attributes.id,
          w.text("setbacks"),
          {w.column("area", 2), w.column("zone"), w.column("distance_m", 1, true), w.column("limit_m", 1, true),
           w.column("bearing"), w.column("reason", 1.6)},
          {}};
  for (auto const& h : a.near_hits)
    t.rows.push_back({w.area(h.area), w.word("zone", h.zone), metres(h.distance_m), metres(h.limit_m), direction(h, w),
                      w.text("near." + h.reason)});
  return t;
}

Table rights(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.rights"),
          a.attributes.id,
          "",
          {w.column("right", 2), w.column("holder", 1.3), w.column("kind", 1, false, true), w.column("mineral", 1),
           w.column("status", 1, false, true), w.column("valid", 1.4), w.column("elevation", 1.2),
           w.column("relation", 1), w.column("overlap_m2", 1.3, true), w.column("share", 0.9, true),
           w.column("share_of_right", 0.9, true), w.column("counts", 1.35)},
          {}};
  for (auto const& r : a.rights) {
    auto const term =
        r.valid_from || r.valid_to ? w.text("from_to", {to_string(r.valid_from), to_string(r.valid_to)}) : "";
    t.rows.push_back({r.name.empty() || r.name == r.id ? r.id : r.id + " " + r.name, r.holder,
                      w.word("activity_kind", r.kind), r.mineral, r.status, term, w.elevation(r.top_m, r.bottom_m),
                      render("screen.relation." + r.relation, w.language()), m2(r.overlap_m2), percent(r.share),
                      percent(r.share_of_right), w.text(r.information ? "information" : "to_review")});
  }
  return t;
}

Table cut_figures(Application const& a, ReportWords const& w) {
  auto const& c = *a.cut;
  Table t{w.text("sheet.cut_figures"), a.attributes.id, "", {w.column("figure", 2), w.column("value", 1, true)}, {}};
  t.on_page = false;  // there it is a sentence
  auto const row = [&](char const* key, Cell value) {
    t.rows.push_back({w.text(std::string("cut_figure.") + key), std::move(value)});
  };
  row("remaining_tdt1055_m2", m2(c.remaining_tdt1055_m2)), row("remaining_m2", m2(c.remaining_m2));
  row("parts", count(c.parts.size())), row("min_width_m", metres(c.min_width_m));
  row("narrowest_at", figures::place(c.narrowest_at)), row("removed_m2", m2(c.removed_m2));
  row("reduction", percent(c.reduction_percent / 100)), row("extra_m2", m2(c.extra_m2));
  if (c.clear_from_m) row("clear_from_m", metres(*c.clear_from_m));
  return t;
}

Table not_checked(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.not_checked"), a.attributes.id, "", {w.column("layer"), w.column("reason", 2)}, {}};
  for (auto const& n : a.not_checked) t.rows.push_back({n.layer, render("screen.why." + n.why, w.language())});
  for (auto const& layer : w.screening().coverage_not_stated)
    t.rows.push_back({layer, render("screen.coverage_not_stated", w.language())});
  return t;
}

Table findings(Findings const& all, std::string const& of, ReportWords const& w) {
  Table t{w.text("sheet.findings"),
          of,
          "",
          {w.column("severity", 0.7), w.column("layer", 1.2), w.column("feature", 1.2), w.column("finding", 4.5),
           w.column("place", 1, false, true), w.column("code", 1, false, true)},
          {}};
  for (auto const& f : the_gravest_first(all)) {
    auto const grade = f.severity == Severity::error ? "error" : f.severity == Severity::warning ? "warning" : "info";
    bool const placed = std::isfinite(f.lon) && std::isfinite(f.lat);
    t.rows.push_back({render(std::string("report.severity.") + grade, w.language()), f.feature == of ? "" : f.layer,
                      f.feature == of ? "" : f.feature, render(Message{f.code, f.args}, w.language()),
                      placed ? figures::place({f.lon, f.lat}) : std::string{}, f.code});
  }
  return t;
}

Table decisions(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.decisions"),
          a.attributes.id,
          "",
          {w.column("decision", 2), w.column("area_id"), w.column("document", 1.4), w.column("office", 1.4),
           w.column("decided_on"), w.column("expires_on"), w.column("in_force", 0.9)},
          {}};
  for (auto const& d : a.decisions)
    t.rows.push_back({d.row.decision, d.row.area_id, d.row.document, d.row.office, d.row.decided_on,
                      d.row.expires_on.empty() ? render("screen.no_term", w.language()) : d.row.expires_on,
                      w.text(d.in_force ? "in_force" : "not_in_force")});
  return t;
}

Table manifest(ReportWords const& w) {
  Table t{w.text("sheet.manifest"), "", w.text("manifest"), {w.column("item", 1.2), w.column("value", 2)}, {}};
  for (auto const& [key, value] : w.screening().manifest) t.rows.push_back({key, value});
  return t;
}

}  // namespace redline::report::tables
