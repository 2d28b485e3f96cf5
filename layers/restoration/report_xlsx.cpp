// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <memory>

#include "engine/core/error.hpp"
#include "layers/restoration/report.hpp"
#include "layers/restoration/status_output.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

constexpr std::uint32_t SHEET_ROWS = 1'048'576;  // of Excel

struct CloseBook {
  void operator()(lxw_workbook* b) const noexcept { workbook_close(b); }
};

// One sheet, written line by line: texts as texts (a leading "=" is no formula), areas as numbers with two decimals.
class Sheet {
 public:
  Sheet(lxw_workbook* book, std::string const& name, std::vector<std::string> const& heading)
      : m_sheet(workbook_add_worksheet(book, name.c_str())),
        m_bold(workbook_add_format(book)),
        m_area(workbook_add_format(book)) {
    format_set_bold(m_bold);
    format_set_num_format(m_area, "#,##0.00");
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (auto const& h : heading) {
      worksheet_set_column(m_sheet, m_column, m_column, 16, nullptr);
      worksheet_write_string(m_sheet, 0, m_column++, h.c_str(), m_bold);
    }
    line();
  }
  Sheet& text(std::string_view v) {
    auto const at = m_column++;
    if (!v.empty()) worksheet_write_string(m_sheet, m_row, at, std::string(v).c_str(), nullptr);
    return *this;
  }
  Sheet& number(double v) { return worksheet_write_number(m_sheet, m_row, m_column++, v, nullptr), *this; }
  Sheet& area(std::optional<Amount> const& v) {
    auto const at = m_column++;
    if (v) worksheet_write_number(m_sheet, m_row, at, v->to_double(2), m_area);
    return *this;
  }
  void line() { ++m_row, m_column = 0; }
  bool full() const { return m_row + 1 >= SHEET_ROWS; }

 private:
  lxw_worksheet* m_sheet;
  lxw_format *m_bold, *m_area;
  lxw_row_t m_row = 0;
  lxw_col_t m_column = 0;
};

class Book {
 public:
  Book(StatusRun const& run, std::string const& file, Language l) : m_run(run), m_language(l) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    m_book.reset(workbook_new_opt(file.c_str(), &options));
  }
  bool write() {
    overview();
    sites();
    findings();
    tasks();
    records();
    return workbook_close(m_book.release()) == LXW_NO_ERROR;
  }

 private:
  std::string t(std::string const& key) const { return render("restoration.report." + key, m_language); }
  std::string h(std::string const& key) const { return render("restoration.heading." + key, m_language); }

  void overview() {
    Sheet s(m_book.get(), t("overview"),
            {h("reserve"), h("sites"), h("required") + " m²", h("claimed") + " m²", h("verified") + " m²",
             h("accepted") + " m²", h("remaining") + " m²", t("backfill") + " m³", h("share"), t("status"),
             t("status_claimed"), h("overdue"), t("double_counted") + " m²", t("findings")});
    auto const row = [&](ReserveStatus const& r, std::string const& name) {
      s.text(name)
          .number(static_cast<double>(r.sites))
          .area(r.required)
          .area(r.claimed)
          .area(r.verified)
          .area(r.accepted)
          .area(r.remaining)
          .area(r.backfill);
      if (r.share)
        s.number(*r.share);
      else
        s.text("");
      s.text(status_text(r.status, m_language))
          .text(r.claimed_status)
          .number(static_cast<double>(r.overdue))
          .area(r.double_counted);
      s.number(static_cast<double>(r.findings.size())).line();
    };
    for (auto const& r : m_run.status.reserves) row(r, r.reserve.name);
    row(m_run.status.region, t("region"));
    s.line();
    s.text(render(Message{"restoration.title", {to_string(m_run.status.as_of), std::to_string(m_run.status.records)}},
                  m_language))
        .line();
    s.text(render("restoration.columns_note", m_language)).line();
    s.text(t("proposal")).line();
  }

  void sites() {
    Sheet s(m_book.get(), t("site"),
            {h("reserve"), t("site"), h("required") + " m²", h("claimed") + " m²", t("counted") + " m²",
             h("accepted") + " m²", t("stage"), t("deadline"), h("overdue")});
    for (auto const& r : m_run.status.reserves)
      for (auto const& site : r.site_rows) {
        if (!site.counts_as_site || s.full()) continue;
        s.text(r.reserve.name)
            .text(site.site)
            .area(site.required)
            .area(site.claimed)
            .area(site.claimed_once)
            .area(site.accepted);
        s.text(site.stage ? site.stage->zh : "")
            .text(site.deadline ? to_string(*site.deadline) : "")
            .number(site.overdue ? 1 : 0)
            .line();
      }
  }

  void findings() {
    Sheet s(m_book.get(), t("findings"), {h("reserve"), t("grade"), t("item"), t("findings"), t("code")});
    auto const add = [&](Findings const& list, std::string const& name) {
      for (auto const& f : list) {
        if (s.full()) return;
        auto const grade = f.severity == Severity::info      ? "info"
                           : f.severity == Severity::warning ? "warning"
                                                             : "error";
        s.text(name)
            .text(render(std::string("restoration.severity.") + grade, m_language))
            .text(f.feature)
            .text(text_of(f, m_language))
            .text(f.code)
            .line();
      }
    };
    add(m_run.status.tasks.findings, t("tasks"));
    add(m_run.status.region.findings, t("region"));
    for (auto const& r : m_run.status.reserves) add(r.findings, r.reserve.name);
    add(m_run.notes, t("notes"));
  }

  void tasks() {
    if (m_run.book.tasks.empty()) return;
    Sheet s(m_book.get(), t("tasks"), {t("item"), t("subject"), t("status"), t("deadline"), t("responsible")});
    for (auto const& task : m_run.book.tasks) {
      s.text(task.item)
          .text(task.subject)
          .text(render("restoration.task." + std::string(name(task.state)), m_language));
      s.text(task.deadline ? to_string(*task.deadline) : "").text(task.responsible).line();
    }
  }

  void records() {
    Sheet s(m_book.get(), t("records"),
            {t("item"), t("id"), h("reserve"), t("site"), t("subject"), t("figure"), t("unit"), "m² / m³", t("stage"),
             t("day")});
    for (auto const* r : in_force(m_run.book, m_run.status.as_of)) {
      if (s.full()) return;
      s.text(r->item)
          .text(r->id)
          .text(r->reserve_text)
          .text(r->site)
          .text(r->subject.empty() ? r->measure : r->subject)
          .text(r->value)
          .text(r->unit);
      s.area(r->amount).text(r->stage ? r->stage->zh : "").text(r->day ? to_string(*r->day) : "").line();
    }
  }

  StatusRun const& m_run;
  Language m_language;
  std::unique_ptr<lxw_workbook, CloseBook> m_book;
};

}  // namespace

void write_report_xlsx(StatusRun const& run, std::string const& path, bool overwrite, Language language) {
  AtomicFile file(path, overwrite);
  if (!Book(run, file.temporary(), language).write()) throw Error(ErrorKind::output, "write.failed", {path, "XLSX"});
  file.publish();
}

}  // namespace redline
