// SPDX-License-Identifier: Apache-2.0
#include "layers/report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "embedded/report_files.hpp"
#include "engine/core/error.hpp"
#include "layers/report/xml.hpp"

namespace redline::report {
namespace {

constexpr std::size_t MOST_LEFT_OUT = 5000;  // rows of a table that are not shown but can be linked to
constexpr std::size_t MANY_COLUMNS = 9;      // of wider tables the type is smaller

std::string style_sheet() {
  for (auto const& f : embedded::report_files())
    if (f.name == "report.css") return std::string(f.text);
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {"report.css"});
}

// A CSS string: whatever could end it stands as a code.
std::string running_footer(std::string const& text) {
  std::string quoted;
  for (auto const c : valid_text(text)) {
    bool const plain = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    quoted += plain ? std::string(1, c) : fmt::format("\\{:06x}", static_cast<int>(c));
  }
  return "@page { @bottom-left { content: \"" + quoted + "\"; } }\n";
}

class HtmlWriter {
 public:
  explicit HtmlWriter(Document const& d) : m_document(d) {}

  std::string write() {
    auto const l = m_document.language;
    m_out = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
                        l == Language::zh ? "zh-CN" : "en");
    m_out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    m_out += "<title>" + xml(m_document.title) + "</title>\n<style>\n" + style_sheet() +
             running_footer(m_document.footer) + "</style>\n</head>\n<body>\n";
    for (auto const& block : m_document.blocks) std::visit([&](auto const& b) { put(b); }, block);
    return m_out + "</body>\n</html>\n";
  }

 private:
  void put(Heading const& h) {
    auto const next = h.level == 1 && m_headings > 0 ? " class=\"next\"" : "";
    m_out += fmt::format("<h{0}{1}>{2}</h{0}>\n", h.level, next, xml(h.text));
    if (h.level == 1 && m_headings++ == 0 && !m_document.subtitle.empty())
      m_out += "<p class=\"subtitle\">" + xml(m_document.subtitle) + "</p>\n";
  }

  void put(Paragraph const& p) {
    auto const tone = p.tone == Tone::verdict ? " class=\"verdict\"" : p.tone == Tone::note ? " class=\"note\"" : "";
    m_out += fmt::format("<p{}>{}</p>\n", tone, xml(p.text));
  }

  void put(List const& list) {
    if (list.items.empty()) return;
    m_out += "<ul>\n";
    for (auto const& i : list.items) m_out += "<li>" + xml(i) + "</li>\n";
    m_out += "</ul>\n";
  }

  void put(Facts const& f) {
    m_out += fmt::format("<table class=\"facts facts-{}\">\n<tbody>\n", f.columns);
    auto const per_row = static_cast<std::size_t>(f.columns);
    for (std::size_t i = 0; i < f.rows.size(); i += per_row) {
      m_out += "<tr>";
      for (std::size_t k = i; k < i + per_row; ++k) {
        auto const* row = k < f.rows.size() ? &f.rows[k] : nullptr;
        m_out += fmt::format("<th scope=\"row\">{}</th><td>{}</td>", row ? xml(row->first) : "",
                             row ? xml(row->second) : "");
      }
      m_out += "</tr>\n";
    }
    m_out += "</tbody>\n</table>\n";
  }

  void put(Table const& t) {
    auto const columns = columns_on_page(t);
    if (!t.on_page || columns.empty()) return;
    double all = 0;
    for (auto const c : columns) all += t.columns[c].share;
    m_out += columns.size() > MANY_COLUMNS ? "<table class=\"dense\">\n" : "<table>\n";
    if (!t.caption.empty()) m_out += "<caption>" + xml(t.caption) + "</caption>\n";
    m_out += "<colgroup>";
    for (auto const c : columns) m_out += fmt::format("<col style=\"width:{:.1f}%\">", 100 * t.columns[c].share / all);
    m_out += "</colgroup>\n<thead><tr>";
    for (auto const c : columns)
      m_out += fmt::format("<th scope=\"col\"{}>{}</th>", number(t.columns[c]), xml(t.columns[c].title));
    m_out += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < std::min(t.rows.size(), t.rows_on_page); ++i) {
      m_out += "<tr>";
      for (auto const c : columns)
        m_out += fmt::format("<td{}>{}{}</td>", number(t.columns[c]), c == columns.front() ? anchors(t, i) : "",
                             xml(t.rows[i][c].text));
      m_out += "</tr>\n";
    }
    m_out += "</tbody>\n</table>\n";
    put_rows_left_out(t);
  }

  void put_rows_left_out(Table const& t) {
    auto const more = rows_left_out(t, m_document.language);
    if (more.empty()) return;
    m_out += "<p class=\"note\">";
    for (std::size_t i = t.rows_on_page; i < std::min(t.rows.size(), t.rows_on_page + MOST_LEFT_OUT); ++i)
      m_out += anchors(t, i);
    m_out += xml(more) + "</p>\n";
  }

  // A name stands once in a page: the first row that bears it has it.
  std::string anchors(Table const& t, std::size_t row) {
    std::string out;
    if (row < t.anchors.size())
      for (auto const& name : t.anchors[row])
        if (!name.empty() && m_anchors.insert(name).second) out += "<a id=\"" + xml(name) + "\"></a>";
    return out;
  }

  static char const* number(Column const& c) { return c.number ? " class=\"n\"" : ""; }

  void put(Picture const& p) {
    m_out += "<figure>" + p.svg + "<figcaption>" + xml(p.caption) + "</figcaption></figure>\n";
  }

  void put(Signatures const& s) {
    auto const l = m_document.language;
    m_out += "<table class=\"signatures\">\n<thead><tr>";
    for (auto const& r : s.roles) m_out += "<th scope=\"col\">" + xml(r) + "</th>";
    m_out += "</tr></thead>\n<tbody><tr>";
    for (std::size_t i = 0; i < s.roles.size(); ++i)
      m_out += "<td class=\"date\">" + xml(render("report.signed_on", l)) + "</td>";
    m_out += "</tr></tbody>\n</table>\n";
  }

  Document const& m_document;
  std::string m_out;
  int m_headings = 0;
  std::set<std::string> m_anchors;
};

}  // namespace

std::string html(Document const& document) { return HtmlWriter(document).write(); }

}  // namespace redline::report
