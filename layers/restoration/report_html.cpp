// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "embedded/restoration_files.hpp"
#include "engine/core/error.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/report_pages.hpp"
#include "layers/restoration/words.hpp"

namespace redline {
namespace {

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
  ReportPages const pages(run, l);
  for (auto const& r : s.reserves) rows << sums(r, run.model, l);
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
