// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "embedded/restoration_files.hpp"
#include "engine/core/error.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/report_charts.hpp"
#include "layers/restoration/report_maps.hpp"
#include "layers/restoration/site_facts.hpp"
#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

constexpr std::size_t RECORDS_SHOWN = 500, SITES_SHOWN = 1000;  // of a reserve; the workbook holds all

std::string shown(Amount a) { return a.zero() ? "0" : thousands(a.decimal(2)); }
std::string shown(std::optional<Amount> const& a) { return a ? shown(*a) : "–"; }

// What the bars leave of the first page, which is the director's; the template has the other heights.
int map_height_mm(RestorationStatus const& status) {
  constexpr double LEFT = 213, PER_BAR = 4.3, MOST_BARS = 118, CURVE = 75;
  auto const bars = std::count_if(status.reserves.begin(), status.reserves.end(),
                                  [](ReserveStatus const& r) { return r.status != "none"; });
  return static_cast<int>(LEFT - std::clamp(PER_BAR * static_cast<double>(bars), CURVE, MOST_BARS));
}

std::string template_text() {
  for (auto const& f : embedded::restoration_files())
    if (f.name == "report.html.mustache") return std::string(f.text);
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {"report.html.mustache"});
}

Mustache texts(Language l) {
  constexpr std::string_view PREFIX = "restoration.report.", HEADING = "restoration.heading.";
  Mustache out(Mustache::type::object);
  for (auto const& key : text_keys())
    for (auto const prefix : {PREFIX, HEADING})
      if (key.substr(0, prefix.size()) == prefix)
        out[(prefix == PREFIX ? "" : "h_") + key.substr(prefix.size())] = render(key, l);
  return out;
}

Mustache findings_data(Findings const& findings, Language l) {
  Mustache out(Mustache::type::list);
  for (auto const& f : findings) {
    Mustache d(Mustache::type::object);
    std::string const grade = f.severity == Severity::info      ? "info"
                              : f.severity == Severity::warning ? "warning"
                                                                : "error";
    d["grade"] = grade, d["label"] = render("restoration.severity." + grade, l), d["text"] = text_of(f, l),
    d["record"] = f.feature;
    out << d;
  }
  return out;
}

Mustache sums(ReserveStatus const& r, RestorationModel const& model, Language l) {
  Mustache d(Mustache::type::object);
  d["name"] = r.reserve.name, d["id"] = r.reserve.id, d["sites"] = std::to_string(r.sites),
  d["required"] = shown(r.required);
  d["claimed"] = shown(r.claimed), d["verified"] = shown(r.verified), d["accepted"] = shown(r.accepted),
  d["remaining"] = shown(r.remaining);
  d["backfill"] = shown(r.backfill), d["double_counted"] = shown(r.double_counted),
  d["share"] = r.share ? percent_text(*r.share) + " %" : "–";
  d["status"] = status_text(model, r.status, l);
  if (!r.claimed_status.empty()) d["status_claimed"] = std::string(r.claimed_status);

  d["overdue"] = r.overdue ? std::to_string(r.overdue) : "–";
  d["finding_count"] = r.findings.empty() ? "–" : std::to_string(r.findings.size());
  return d;
}

class Pages {
 public:
  Pages(StatusRun const& run, Language l) : m_run(run), m_language(l), m_maps(run, l), m_facts(site_facts(run, l)) {
    for (auto const* r : in_force(run.book, run.status.as_of)) m_records[r->reserve].push_back(r);
  }

  Mustache all() const {
    Mustache out(Mustache::type::list);
    for (auto const& r : m_run.status.reserves)
      if (has(r)) out << page(r);
    return out;
  }
  bool has(ReserveStatus const& r) const { return m_records.count(r.reserve.id) || !r.findings.empty() || r.ground; }

  ReportMaps const& maps() const { return m_maps; }

 private:
  Mustache page(ReserveStatus const& r) const {
    auto d = sums(r, m_run.model, m_language);
    d["findings"] = findings_data(r.findings, m_language);
    d["svg"] = m_maps.reserve(r);
    add_sites(d, r);
    if (r.ground) d["zones"] = ground_data(*r.ground), d["balance"] = balance_text(r.ground->totals, m_language);
    if (!r.zone_rows.empty()) d["stated"] = stated_data(r), d["any_stated"] = Mustache(Mustache::type::bool_true);
    add_records(d, r);
    return d;
  }

  void add_sites(Mustache& d, ReserveStatus const& r) const {
    Mustache list(Mustache::type::list);
    std::size_t n = 0;
    for (auto const& s : r.site_rows)
      if (s.counts_as_site && ++n <= SITES_SHOWN) list << site_data(s);
    d.set("site_rows", list);
    if (n > 0) d["any_site"] = Mustache(Mustache::type::bool_true);
    if (n > SITES_SHOWN)
      d["more_sites"] = render(
          Message{"restoration.report_more_sites", {std::to_string(SITES_SHOWN), std::to_string(n)}}, m_language);
  }

  Mustache site_data(SiteTally const& s) const {
    Mustache d(Mustache::type::object);
    auto const about = [&](bool so, std::string const& figure) {
      return so && figure != "0" ? render(Message{"restoration.about", {figure}}, m_language) : figure;
    };
    auto const required = std::string(s.disturbed_at_least ? "≥ " : "") + shown(s.required);
    d["site"] = std::string(s.site), d["required"] = about(s.required_approximate, required);
    d["claimed"] = about(s.approximate, shown(s.claimed)), d["counted"] = about(s.approximate, shown(s.claimed_once));
    d["accepted"] = about(s.approximate, shown(s.accepted)), d["under_way"] = about(s.approximate, shown(s.under_way));
    d["stage"] = s.stage ? stage_text(*s.stage, m_language) : "–";
    d["deadline"] = s.deadline ? to_string(*s.deadline) : "–";
    d["late"] = s.overdue;
    auto const facts = m_facts.find({s.reserve, s.site});
    if (facts == m_facts.end()) return d;
    d["zone"] = facts->second.zone, d["cause"] = facts->second.cause, d["responsible"] = facts->second.responsible,
    d["document"] = facts->second.document;
    return d;
  }

  void add_records(Mustache& d, ReserveStatus const& r) const {
    Mustache list(Mustache::type::list);
    auto const it = m_records.find(r.reserve.id);
    auto const count = it == m_records.end() ? 0 : it->second.size();
    for (std::size_t i = 0; i < std::min(count, RECORDS_SHOWN); ++i) list << record_data(*it->second[i]);
    d.set("records", list);
    if (count > RECORDS_SHOWN)
      d["more"] = render(Message{"restoration.report_more", {std::to_string(RECORDS_SHOWN), std::to_string(count)}},
                         m_language);
  }

  Mustache record_data(RestorationRecord const& r) const {
    Mustache d(Mustache::type::object);
    d["item"] = std::string(r.item.empty() ? row_of(r.id) : r.item), d["site"] = std::string(r.site_text),
    d["subject"] = r.subject.empty() ? measure_text(r.measure, m_language) : std::string(r.subject);
    d["figure"] = figure_text(r), d["day"] = r.day ? to_string(*r.day) : "–",
    d["stage"] = r.stage ? stage_text(*r.stage, m_language) : "";
    if (auto const details = m_run.details.find(r.id); details != m_run.details.end())
      d["evidence"] = evidence_of(details->second);
    return d;
  }

  Mustache ground_data(SurveyedReserve const& g) const {
    Mustache out(Mustache::type::list);
    for (auto const& z : g.zones) {
      Mustache d(Mustache::type::object);
      auto const m2 = [](double v) { return shown(Amount::from_double(v)); };
      d["zone"] = zone_text(z.zone, m_language), d["disturbed"] = m2(z.totals.disturbed_m2);
      d["not_started"] = m2(z.totals.m2[0]), d["under_way"] = m2(z.totals.m2[1]);
      d["restored"] = m2(z.totals.m2[2]), d["accepted"] = m2(z.totals.m2[3]);
      out << d;
    }
    return out;
  }

  Mustache stated_data(ReserveStatus const& r) const {
    Mustache out(Mustache::type::list);
    for (auto const& z : r.zone_rows) {
      Mustache d(Mustache::type::object);
      d["zone"] = zone_text(z.zone, m_language), d["sites"] = std::to_string(z.sites);
      d["required"] = shown(z.required), d["claimed"] = shown(z.claimed), d["accepted"] = shown(z.accepted);
      out << d;
    }
    return out;
  }

  StatusRun const& m_run;
  Language m_language;
  ReportMaps m_maps;
  std::map<SiteKey, SiteFacts> m_facts;
  std::map<std::string_view, std::vector<RestorationRecord const*>> m_records;
};

Findings contradictions(RestorationStatus const& s) {
  auto all = s.tasks.findings;
  all.insert(all.end(), s.region.findings.begin(), s.region.findings.end());
  for (auto const& r : s.reserves) all.insert(all.end(), r.findings.begin(), r.findings.end());
  Findings out;
  for (auto const& f : all)
    if (f.severity == Severity::error) out.push_back(f);
  return out;
}

Mustache task_rows(StatusRun const& run, Language l) {
  Mustache out(Mustache::type::list);
  for (auto const& t : run.book.tasks) {
    if (t.day && *t.day > run.status.as_of) continue;
    Mustache d(Mustache::type::object);
    d["item"] = std::string(t.item), d["subject"] = std::string(t.subject);
    d["state"] = render("restoration.task." + std::string(name(t.state)), l);
    d["deadline"] = t.deadline ? to_string(*t.deadline) : "–", d["responsible"] = std::string(t.responsible);
    d["late"] = t.state == TaskState::open && t.deadline && *t.deadline < run.status.as_of;
    out << d;
  }
  return out;
}

}  // namespace

std::string report_html(StatusRun const& run, std::vector<SeriesPoint> const& series, Language l) {
  auto const& s = run.status;
  Mustache data(Mustache::type::object), rows(Mustache::type::list);
  Pages const pages(run, l);
  for (auto const& r : s.reserves) {
    auto row = sums(r, run.model, l);
    row["has_page"] = pages.has(r);
    rows << row;
  }
  data["lang"] = l == Language::zh ? "zh-CN" : "en";
  data["t"] = texts(l);
  data["workspace"] = run.workspace_name;
  data["title"] = render(Message{"restoration.title", {to_string(s.as_of), std::to_string(s.records)}}, l);
  data["note"] = render("restoration.columns_note", l), data["basis"] = basis_text(s, l);
  data.set("reserves", rows);
  data["region"] = sums(s.region, run.model, l);
  data["bars"] = bars_data(run, l), data["curve"] = curve_data(s, series, l);
  Mustache map(Mustache::type::object);
  map["svg"] = pages.maps().region();
  if (auto const names = joined_names(pages.maps().unplaced(), l); !names.empty())
    map["unplaced"] = render(Message{"restoration.map_unplaced", {names}}, l);
  map["print_mm"] = std::to_string(map_height_mm(s));
  data.set("map", map);
  data["pages"] = pages.all();
  data["contradictions"] = findings_data(contradictions(s), l);
  if (s.tasks.total > 0) {
    data["tasks"] =
        render(Message{"restoration.tasks",
                       {std::to_string(s.tasks.total), std::to_string(s.tasks.done), std::to_string(s.tasks.standing),
                        std::to_string(s.tasks.open), std::to_string(s.tasks.overdue.size())}},
               l);
    data["task_rows"] = task_rows(run, l);
    data["task_findings"] = findings_data(s.tasks.findings, l);
  }
  data["notes"] = findings_data(run.notes, l);
  kainjow::mustache::mustache page(template_text());
  auto out = page.render(data);
  if (!page.is_valid()) throw Error(ErrorKind::invariant, "cli.internal", {page.error_message()});
  return out;
}

}  // namespace redline
