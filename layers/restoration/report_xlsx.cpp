// SPDX-License-Identifier: Apache-2.0
#include "layers/report/workbook.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/site_facts.hpp"
#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

using SheetCell = report::Cell;
using Row = std::vector<SheetCell>;

SheetCell area(std::optional<Amount> const& a) { return a ? SheetCell(a->to_double(2), 2) : SheetCell(); }
SheetCell count(std::size_t n) { return {static_cast<double>(n), 0}; }
SheetCell text(std::string_view v) { return std::string(v); }
SheetCell day(std::optional<Date> const& d) { return to_string(d); }

// The sheets of the report of restoration: areas as numbers with two decimals.
class Sheets {
 public:
  Sheets(StatusRun const& run, Language l) : m_run(run), m_language(l) {}

  report::Document document() {
    m_out.title = title();
    m_out.language = m_language;
    m_out.date = m_run.status.as_of;
    overview();
    sites();
    zones();
    findings();
    tasks();
    records();
    notes();
    return std::move(m_out);
  }

 private:
  std::string t(std::string const& key) const { return render("restoration.report." + key, m_language); }
  std::string h(std::string const& key) const { return render("restoration.heading." + key, m_language); }
  std::string title() const {
    auto const& s = m_run.status;
    return render(Message{"restoration.title", {to_string(s.as_of), std::to_string(s.records)}}, m_language);
  }

  void sheet(std::string const& name, std::vector<std::string> const& headings, std::vector<Row> rows) {
    report::Table table;
    table.sheet = name;
    for (auto const& heading : headings) table.columns.push_back({heading});
    table.rows = std::move(rows);
    m_out.blocks.emplace_back(std::move(table));
  }

  Row sums(ReserveStatus const& r, std::string const& name, std::size_t basis) const {
    return {name,
            count(r.sites),
            area(r.required),
            area(r.claimed),
            area(r.verified),
            area(r.accepted),
            area(r.remaining),
            area(r.backfill),
            r.share ? SheetCell(*r.share, 6) : SheetCell(),
            count(basis),
            status_text(m_run.model, r.status, m_language),
            r.claimed_status,
            count(r.overdue),
            area(r.double_counted),
            count(r.findings.size())};
  }

  void overview() {
    std::vector<Row> rows;
    for (auto const& r : m_run.status.reserves) rows.push_back(sums(r, r.reserve.name, r.required ? 1 : 0));
    rows.push_back(sums(m_run.status.region, t("region"), share_basis(m_run.status).size()));
    sheet(t("overview"),
          {h("reserve"), h("sites"), h("required") + " m²", h("claimed") + " m²", h("verified") + " m²",
           h("accepted") + " m²", h("remaining") + " m²", t("backfill") + " m³", h("share"), t("share_reserves"),
           t("status"), t("status_claimed"), h("overdue"), t("double_counted") + " m²", t("findings")},
          std::move(rows));
  }

  void sites() {
    std::vector<Row> rows;
    auto const facts = site_facts(m_run, m_language);
    for (auto const& r : m_run.status.reserves)
      for (auto const& s : r.site_rows)
        if (s.counts_as_site) rows.push_back(site(r, s, facts.at({s.reserve, s.site})));
    sheet(t("site"),
          {h("reserve"), t("site"), t("zone"), t("cause"), t("responsible"), h("required") + " m²",
           t("under_way") + " m²", h("claimed") + " m²", t("counted") + " m²", h("accepted") + " m²", t("stage"),
           t("deadline"), h("overdue"), t("document")},
          std::move(rows));
  }

  Row site(ReserveStatus const& r, SiteTally const& s, SiteFacts const& facts) const {
    return {r.reserve.name,
            text(s.site),
            facts.zone,
            facts.cause,
            facts.responsible,
            area(s.required),
            area(s.under_way),
            area(s.claimed),
            area(s.claimed_once),
            area(s.accepted),
            text(s.stage ? stage_text(*s.stage, m_language) : ""),
            day(s.deadline),
            count(s.overdue ? 1 : 0),
            facts.document};
  }

  void zones() {
    std::vector<Row> rows;
    auto const m2 = [](double v) { return area(Amount::from_double(v)); };
    for (auto const& r : m_run.status.reserves) {
      if (r.ground)
        for (auto const& z : r.ground->zones)
          rows.push_back({r.reserve.name,
                          zone_text(z.zone, m_language),
                          t("by_polygon"),
                          {},
                          {},
                          {},
                          m2(z.totals.m2[3]),
                          m2(z.totals.disturbed_m2),
                          m2(z.totals.m2[0]),
                          m2(z.totals.m2[1]),
                          m2(z.totals.m2[2])});
      for (auto const& z : r.zone_rows)
        rows.push_back({r.reserve.name,
                        zone_text(z.zone, m_language),
                        t("by_name"),
                        count(z.sites),
                        area(z.required),
                        area(z.claimed),
                        area(z.accepted),
                        {},
                        {},
                        {},
                        {}});
    }
    if (rows.empty()) return;
    sheet(t("zone"),
          {h("reserve"), t("zone"), t("known_by"), h("sites"), h("required") + " m²", h("claimed") + " m²",
           h("accepted") + " m²", t("disturbed") + " m²", t("not_started") + " m²", t("under_way") + " m²",
           t("restored") + " m²"},
          std::move(rows));
  }

  void findings() {
    std::vector<Row> rows;
    auto const add = [&](Findings const& list, std::string const& name) {
      for (auto const& f : list) {
        auto const* grade = f.severity == Severity::info      ? "info"
                            : f.severity == Severity::warning ? "warning"
                                                              : "error";
        rows.push_back({name, render(std::string("restoration.severity.") + grade, m_language), f.feature,
                        text_of(f, m_language), finding_text(f.code, m_language)});
      }
    };
    add(m_run.status.tasks.findings, t("tasks"));
    add(m_run.status.region.findings, t("region"));
    for (auto const& r : m_run.status.reserves) add(r.findings, r.reserve.name);
    add(m_run.notes, t("notes"));
    sheet(t("findings"), {h("reserve"), t("grade"), t("item"), t("findings"), t("code")}, std::move(rows));
  }

  void tasks() {
    if (m_run.book.tasks.empty()) return;
    std::vector<Row> rows;
    for (auto const& task : m_run.book.tasks)
      rows.push_back({text(task.item), text(task.subject),
                      render("restoration.task." + std::string(name(task.state)), m_language), day(task.deadline),
                      text(task.responsible)});
    sheet(t("tasks"), {t("item"), t("subject"), t("status"), t("deadline"), t("responsible")}, std::move(rows));
  }

  void records() {
    std::vector<Row> rows;
    for (auto const* r : in_force(m_run.book, m_run.status.as_of))
      rows.push_back({text(r->item), text(r->id), text(r->reserve_text), text(r->site_text),
                      r->subject.empty() ? measure_text(r->measure, m_language) : std::string(r->subject),
                      text(r->value), text(r->unit), area(r->amount),
                      text(r->stage ? stage_text(*r->stage, m_language) : ""), day(r->day), evidence(*r)});
    sheet(t("records"),
          {t("item"), t("id"), h("reserve"), t("site"), t("subject"), t("figure"), t("unit"), "m² / m³", t("stage"),
           t("day"), t("evidence")},
          std::move(rows));
  }

  SheetCell evidence(RestorationRecord const& r) const {
    auto const d = m_run.details.find(r.id);
    return d == m_run.details.end() ? std::string{} : evidence_of(d->second);
  }

  void notes() {
    sheet(t("notes"), {t("notes")},
          {{title()},
           {render("restoration.columns_note", m_language)},
           {basis_text(m_run.status, m_language)},
           {t("proposal")}});
  }

  StatusRun const& m_run;
  Language m_language;
  report::Document m_out;
};

}  // namespace

void write_report_xlsx(StatusRun const& run, std::string const& path, bool overwrite, Language language) {
  report::write_workbook(Sheets(run, language).document(), path, overwrite);
}

}  // namespace redline
