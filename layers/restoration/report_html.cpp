// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "embedded/restoration_files.hpp"
#include "engine/core/error.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/report_charts.hpp"
#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

constexpr std::size_t RECORDS_SHOWN = 500;  // of a reserve; the workbook and the store hold all

std::string shown(Amount a) { return a.zero() ? "0" : thousands(a.decimal(2)); }
std::string shown(std::optional<Amount> const& a) { return a ? shown(*a) : "–"; }

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

Mustache sums(ReserveStatus const& r, Language l) {
  Mustache d(Mustache::type::object);
  d["name"] = r.reserve.name, d["id"] = r.reserve.id, d["sites"] = std::to_string(r.sites),
  d["required"] = shown(r.required);
  d["claimed"] = shown(r.claimed), d["verified"] = shown(r.verified), d["accepted"] = shown(r.accepted),
  d["remaining"] = shown(r.remaining);
  d["backfill"] = shown(r.backfill), d["double_counted"] = shown(r.double_counted),
  d["share"] = r.share ? fmt::format("{:.1f} %", 100 * *r.share) : "–";
  d["status"] = status_text(r.status, l), d["status_claimed"] = r.claimed_status,
  d["overdue"] = r.overdue ? std::to_string(r.overdue) : "–";
  d["finding_count"] = r.findings.empty() ? "–" : std::to_string(r.findings.size());
  return d;
}

Mustache sites_data(ReserveStatus const& r) {
  Mustache out(Mustache::type::list);
  for (auto const& s : r.site_rows) {
    if (!s.counts_as_site) continue;
    Mustache d(Mustache::type::object);
    d["site"] = std::string(s.site), d["required"] = std::string(s.disturbed_at_least ? "≥ " : "") + shown(s.required),
    d["claimed"] = shown(s.claimed);
    d["counted"] = shown(s.claimed_once), d["accepted"] = shown(s.accepted), d["stage"] = s.stage ? s.stage->zh : "–";
    d["deadline"] = s.deadline ? to_string(*s.deadline) : "–";
    d["late"] = s.overdue;
    out << d;
  }
  return out;
}

Mustache record_data(RestorationRecord const& r) {
  Mustache d(Mustache::type::object);
  d["item"] = std::string(r.item.empty() ? r.id : r.item), d["site"] = std::string(r.site),
  d["subject"] = std::string(r.subject.empty() ? r.measure : r.subject);
  d["figure"] = std::string(r.value) + std::string(r.unit), d["day"] = r.day ? to_string(*r.day) : "–",
  d["stage"] = r.stage ? r.stage->zh : "";
  return d;
}

Mustache ground_data(SurveyedReserve const& g) {
  Mustache out(Mustache::type::list);
  for (auto const& z : g.zones) {
    Mustache d(Mustache::type::object);
    auto const m2 = [](double v) { return shown(Amount::from_double(v)); };
    d["zone"] = z.zone, d["disturbed"] = m2(z.totals.disturbed_m2), d["not_started"] = m2(z.totals.m2[0]),
    d["under_way"] = m2(z.totals.m2[1]);
    d["restored"] = m2(z.totals.m2[2]), d["accepted"] = m2(z.totals.m2[3]);
    out << d;
  }
  return out;
}

using RecordsOf = std::map<std::string_view, std::vector<RestorationRecord const*>>;

Mustache reserve_data(ReserveStatus const& r, RecordsOf const& records, Language l) {
  auto d = sums(r, l);
  d["findings"] = findings_data(r.findings, l);
  d["site_rows"] = sites_data(r);
  if (r.ground) d["zones"] = ground_data(*r.ground);
  Mustache list(Mustache::type::list);
  auto const it = records.find(r.reserve.id);
  auto const count = it == records.end() ? 0 : it->second.size();
  for (std::size_t i = 0; i < std::min(count, RECORDS_SHOWN); ++i) list << record_data(*it->second[i]);
  d.set("records", list);
  if (count > RECORDS_SHOWN)
    d["more"] = render(Message{"restoration.report_more", {std::to_string(RECORDS_SHOWN), std::to_string(count)}}, l);
  return d;
}

Mustache pages(StatusRun const& run, Language l) {
  RecordsOf records;
  for (auto const* r : in_force(run.book, run.status.as_of)) records[r->reserve].push_back(r);
  Mustache out(Mustache::type::list);
  for (auto const& r : run.status.reserves)
    if (records.count(r.reserve.id) || !r.findings.empty() || r.ground) out << reserve_data(r, records, l);
  return out;
}

Findings contradictions(RestorationStatus const& s) {
  auto all = s.tasks.findings;
  all.insert(all.end(), s.region.findings.begin(), s.region.findings.end());
  for (auto const& r : s.reserves) all.insert(all.end(), r.findings.begin(), r.findings.end());
  Findings out;
  for (auto const& f : all)
    if (f.severity == Severity::error) out.push_back(f);
  return out;
}

}  // namespace

std::string report_html(StatusRun const& run, std::vector<SeriesPoint> const& series, Language l) {
  auto const& s = run.status;
  Mustache data(Mustache::type::object), rows(Mustache::type::list);
  for (auto const& r : s.reserves) rows << sums(r, l);
  data["lang"] = l == Language::zh ? "zh-CN" : "en";
  data["t"] = texts(l);
  data["workspace"] = run.workspace_name;
  data["title"] = render(Message{"restoration.title", {to_string(s.as_of), std::to_string(s.records)}}, l);
  data["note"] = render("restoration.columns_note", l);
  data.set("reserves", rows);
  data["region"] = sums(s.region, l);
  data["bars"] = bars_data(s, l), data["curve"] = curve_data(s, series, l), data["map"] = map_data(run, l);
  data["pages"] = pages(run, l);
  data["contradictions"] = findings_data(contradictions(s), l);
  if (s.tasks.total > 0) {
    data["tasks"] =
        render(Message{"restoration.tasks",
                       {std::to_string(s.tasks.total), std::to_string(s.tasks.done), std::to_string(s.tasks.standing),
                        std::to_string(s.tasks.open), std::to_string(s.tasks.overdue.size())}},
               l);
    data["task_findings"] = findings_data(s.tasks.findings, l);
  }
  data["notes"] = findings_data(run.notes, l);
  kainjow::mustache::mustache page(template_text());
  auto out = page.render(data);
  if (!page.is_valid()) throw Error(ErrorKind::invariant, "cli.internal", {page.error_message()});
  return out;
}

}  // namespace redline
