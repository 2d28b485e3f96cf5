// SPDX-License-Identifier: Apache-2.0
#include "layers/report/docx.hpp"

#include "layers/report/docx_parts.hpp"
#include "layers/report/tool.hpp"

namespace redline::report {
namespace {

constexpr int SIGNING_HEIGHT = 1134;  // 20 mm

class DocxWriter {
 public:
  DocxWriter(Document const& d, std::string const& for_path) : m_document(d), m_path(for_path) {}

  std::string write() {
    for (auto const& block : m_document.blocks) std::visit([&](auto const& b) { put(b); }, block);
    return zip(word::package(m_body, m_pictures, m_document.title, to_string(m_document.date)), m_path);
  }

 private:
  void put(Heading const& h) {
    static constexpr char const* STYLES[]{"Heading1", "Heading2", "Heading3"};
    m_body += word::paragraph(STYLES[h.level - 1], h.text, h.level == 1 && m_headings > 0);
    if (h.level == 1 && m_headings++ == 0 && !m_document.subtitle.empty())
      m_body += word::paragraph("Subtitle", m_document.subtitle);
  }

  void put(Paragraph const& p) {
    auto const* style = p.tone == Tone::verdict ? "Verdict" : p.tone == Tone::note ? "Note" : "Normal";
    m_body += word::paragraph(style, p.text);
  }

  void put(List const& list) {
    for (auto const& i : list.items) m_body += word::paragraph("Item", "· " + i);
  }

  void put(Facts const& f) {
    std::vector<double> shares;
    for (int i = 0; i < f.columns; ++i)
      shares.insert(shares.end(), {f.columns == 1 ? 0.17 : 0.3, f.columns == 1 ? 0.83 : 0.7});
    auto const widths = word::widths_of(shares);
    auto const per_row = static_cast<std::size_t>(f.columns);
    std::string rows;
    for (std::size_t i = 0; i < f.rows.size(); i += per_row) {
      std::vector<word::TableCell> cells;
      for (std::size_t k = i; k < i + per_row; ++k) {
        bool const there = k < f.rows.size();
        cells.push_back({there ? f.rows[k].first : "", false, true});
        cells.push_back({there ? f.rows[k].second : ""});
      }
      rows += word::row(cells, widths, false);
    }
    m_body += word::table(widths, rows);
  }

  void put(Table const& t) {
    auto const columns = columns_on_page(t);
    if (!t.on_page || columns.empty()) return;
    if (!t.caption.empty()) m_body += word::paragraph("TableTitle", t.caption);
    std::vector<double> shares;
    std::vector<word::TableCell> head;
    for (auto const c : columns) {
      shares.push_back(t.columns[c].share);
      head.push_back({t.columns[c].title, t.columns[c].number, true});
    }
    auto const widths = word::widths_of(shares);
    auto rows = word::row(head, widths, true);
    for (std::size_t i = 0; i < std::min(t.rows.size(), t.rows_on_page); ++i) {
      std::vector<word::TableCell> cells;
      cells.reserve(columns.size());
      for (auto const c : columns) cells.push_back({t.rows[i][c].text, t.columns[c].number});
      rows += word::row(cells, widths, false);
    }
    m_body += word::table(widths, rows);
    if (auto const more = rows_left_out(t, m_document.language); !more.empty()) put(Paragraph{more, Tone::note});
  }

  void put(Picture const& p) {
    if (m_pictures.empty()) need_chinese_font(m_path);
    auto const number = static_cast<int>(m_pictures.size()) + 1;
    m_pictures.push_back(
        run_tool(RSVG_CONVERT, {"--format", "png", "--width", "1000", "--keep-aspect-ratio"}, p.svg, m_path));
    m_body += word::picture(number, m_pictures.back(), p.caption) + word::paragraph("Caption", p.caption);
  }

  void put(Signatures const& s) {
    auto const widths = word::widths_of(std::vector<double>(s.roles.size(), 1));
    std::vector<word::TableCell> head, room;
    for (auto const& r : s.roles) {
      head.push_back({r, false, true});
      room.push_back({render("report.signed_on", m_document.language)});
    }
    m_body += word::table(widths, word::row(head, widths, true) + word::row(room, widths, false, SIGNING_HEIGHT));
  }

  Document const& m_document;
  std::string const& m_path;
  std::string m_body;
  std::vector<std::string> m_pictures;
  int m_headings = 0;
};

}  // namespace

std::string docx(Document const& document, std::string const& for_path) {
  return DocxWriter(document, for_path).write();
}

}  // namespace redline::report
