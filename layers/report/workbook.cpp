// SPDX-License-Identifier: Apache-2.0
#include "layers/report/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "engine/core/error.hpp"
#include "layers/report/map_labels.hpp"
#include "layers/report/xml.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline::report {
namespace {

constexpr lxw_row_t SHEET_ROWS = 1'048'576;  // of Excel
constexpr double NARROWEST = 8, WIDEST = 60, CHARACTER = 0.56;

struct CloseBook {
  void operator()(lxw_workbook* b) const noexcept { workbook_close(b); }
};

// Excel holds 32,767 characters in a cell.
std::string fitting(std::string const& text) {
  constexpr std::size_t MOST = 32'000;
  if (text.size() <= MOST) return text;
  auto end = MOST;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

class Book {
 public:
  Book(Document const& document, std::string const& file) : m_document(document) {
    auto folder = std::filesystem::path(file).parent_path().string();
    lxw_workbook_options options{};
    if (!folder.empty()) options.tmpdir = folder.data();  // where the file goes there is room for its parts
    m_book.reset(workbook_new_opt(file.c_str(), &options));
    m_heading = format();
    format_set_bold(m_heading);
    format_set_bg_color(m_heading, 0xE7E6E6);
    m_text = format();
  }

  bool write() {
    properties();
    for (auto const& block : m_document.blocks)
      if (auto const* t = std::get_if<Table>(&block)) add(*t);
    for (auto& [name, s] : m_sheets) finish(s);
    return workbook_close(m_book.release()) == LXW_NO_ERROR;
  }

 private:
  struct Sheet {
    lxw_worksheet* sheet = nullptr;
    bool with_of = false;  // a first column that tells its tables apart
    lxw_row_t row = 1;
    std::vector<double> widths;
  };

  lxw_format* format() {
    auto* f = workbook_add_format(m_book.get());
    format_set_border(f, LXW_BORDER_THIN);
    format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    return f;
  }

  void properties() {
    lxw_doc_properties p{};
    auto title = valid_text(m_document.title);
    p.title = title.data();
    p.created = std::chrono::sys_days(m_document.date).time_since_epoch().count() * 86400L;
    workbook_set_properties(m_book.get(), &p);
  }

  lxw_format* number_format(int decimals) {
    auto& f = m_numbers[decimals];
    if (f == nullptr) {
      f = format();
      format_set_num_format(
          f, decimals == 0 ? "0" : ("0." + std::string(static_cast<std::size_t>(decimals), '0')).c_str());
    }
    return f;
  }

  bool told_apart(std::string const& sheet) const {
    return std::any_of(m_document.blocks.begin(), m_document.blocks.end(), [&](Block const& b) {
      auto const* t = std::get_if<Table>(&b);
      return t != nullptr && t->sheet == sheet && !t->of.empty();
    });
  }

  Sheet& sheet(Table const& t) {
    auto const known =
        std::find_if(m_sheets.begin(), m_sheets.end(), [&](auto const& s) { return s.first == t.sheet; });
    if (known != m_sheets.end()) return known->second;
    auto& s = m_sheets
                  .emplace_back(
                      t.sheet, Sheet{workbook_add_worksheet(m_book.get(), t.sheet.c_str()), told_apart(t.sheet), 1, {}})
                  .second;
    if (s.sheet == nullptr) throw Error(ErrorKind::invariant, "cli.internal", {"sheet " + t.sheet});
    if (s.with_of) heading(s, 0, m_document.of_column);
    for (std::size_t i = 0; i < t.columns.size(); ++i) heading(s, s.with_of + i, t.columns[i].title);
    worksheet_freeze_panes(s.sheet, 1, 1);
    worksheet_set_landscape(s.sheet);
    worksheet_set_paper(s.sheet, 9);  // A4
    worksheet_repeat_rows(s.sheet, 0, 0);
    worksheet_fit_to_pages(s.sheet, 1, 0);
    return s;
  }

  void heading(Sheet& s, std::size_t column, std::string const& text) {
    worksheet_write_string(s.sheet, 0, static_cast<lxw_col_t>(column), text.c_str(), m_heading);
    widen(s, column, text);
  }

  static void widen(Sheet& s, std::size_t column, std::string const& text) {
    if (s.widths.size() <= column) s.widths.resize(column + 1, NARROWEST);
    s.widths[column] = std::clamp(text_width(text, 1) / CHARACTER + 3, s.widths[column], WIDEST);
  }

  void add(Table const& t) {
    auto& s = sheet(t);
    for (auto const& row : t.rows) {
      if (s.row >= SHEET_ROWS) throw Error(ErrorKind::output, "report.sheet_full", {t.sheet});
      if (s.with_of) put(s, 0, Cell(t.of));
      for (std::size_t i = 0; i < row.size(); ++i) put(s, s.with_of + i, row[i]);
      ++s.row;
    }
  }

  void put(Sheet& s, std::size_t column, Cell const& c) {
    auto const at = static_cast<lxw_col_t>(column);
    if (c.value)
      worksheet_write_number(s.sheet, s.row, at, *c.value, number_format(c.decimals));
    else if (c.text.empty())
      worksheet_write_blank(s.sheet, s.row, at, m_text);
    else
      worksheet_write_string(s.sheet, s.row, at, fitting(valid_text(c.text)).c_str(), m_text);
    widen(s, column, c.text);
  }

  static void finish(Sheet& s) {
    for (std::size_t i = 0; i < s.widths.size(); ++i)
      worksheet_set_column(s.sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), s.widths[i], nullptr);
    worksheet_autofilter(s.sheet, 0, 0, std::max<lxw_row_t>(1, s.row - 1), static_cast<lxw_col_t>(s.widths.size() - 1));
  }

  Document const& m_document;
  std::unique_ptr<lxw_workbook, CloseBook> m_book;
  lxw_format *m_heading = nullptr, *m_text = nullptr;
  std::map<int, lxw_format*> m_numbers;
  std::vector<std::pair<std::string, Sheet>> m_sheets;
};

}  // namespace

void write_workbook(Document const& document, std::string const& path, bool overwrite) {
  AtomicFile file(path, overwrite);
  if (!Book(document, file.temporary()).write()) throw Error(ErrorKind::output, "write.failed", {path, "XLSX"});
  file.publish();
}

}  // namespace redline::report
