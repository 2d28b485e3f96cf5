// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "layers/corners/area_statements.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/outline_words.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/said_identity.hpp"
#include "layers/corners/titles_in_words.hpp"

// Texts between the rows, and what they begin or end.
namespace redline {

void ListedParcels::titled(int n, std::string const& text) {
  flush();
  title(n, text);
  if (auto name = titled_area(text); !name.empty()) area(n, std::move(name));
}

// Words that are no corner's are those of a table, where its numbers begin anew, as on a line of their own.
void ListedParcels::words(int n, std::string const& text, bool of_table) {
  if (auto const title = title_in(text); !title.empty()) {
    if (std::exchange(m_in_line, title) != title) titled(n, title);  // else repeated in each row
    return;
  }
  if (ends_ring(text)) gap(n);
  if (of_table && names_more_than_corners(text)) title(n, without_marks(text));
}

void ListedParcels::numbered(int n, std::string const& text) {
  if (std::exchange(m_in_line, text) == text) return;
  flush();
  title(n, text);
  area(n, number_of_area(text));
}

void ListedParcels::title(int n, std::string const& text) {
  bool const again = !m_texts.insert(bare_title(text)).second;
  if (counts_rings(text)) return void(m_counted = bare_title(without_colon(text)));
  bool const names_right = is_identity_line(text);  // 项目名称：某矿扩大范围
  if (!names_right && may_name_outline(text)) m_outline = bare_title(without_colon(text));
  if (m_rows == 0) return void(m_parcel.outline = m_outline);
  if (refers_elsewhere(text)) m_book->find("corner.elsewhere", Severity::warning, n, {shortened(text)});
  m_less.clear();
  if (is_area_line(text)) return void(m_less = is_deducted(text) ? text : std::string());
  if (!names_right && is_deducted(text))
    return m_title.clear(), m_deducts = true, m_between.deducted(), m_rings.deduct(n, true, shortened(text));
  if (again || goes_on_here(text) || is_page_text(text)) return m_between.page(text), m_rings.page();
  if (!is_bare_number(text)) m_between.text(text), m_counted.clear();
  m_title = text, m_deducts = false;
}

void ListedParcels::name_first(int n, std::string const& title) {
  if (m_rows > 0 || title.empty() || counts_rings(title) || is_bare_number(title) || is_deducted(title)) return;
  m_parcel.line = n, m_parcel.name = without_colon(title);
}

void ListedParcels::heading(int n) {
  flush();
  if (m_rows == 0) return;
  if (m_title.empty() && !m_deducts) m_rings.page();
  m_rings.gap(n);
  m_new_table = !m_title.empty();
}

void ListedParcels::remark(int n, std::string const& before, std::string const& now) {
  flush();
  if (is_deducted(now) || is_deducted(before))
    m_rings.deduct(n, is_deducted(now), shortened(now));
  else if (is_part_word(before))
    m_between.text(now), m_rings.part(n, PartedBy::column, shortened(now));
}

bool ListedParcels::outline(std::string const& before, std::string const& cell) {
  if (!m_named_by_columns || outline_of(cell) == OutlineOf::unsaid) return false;
  m_column_outline = cell, m_above_outline = before;
  return true;
}

// Of one right both that before and that after a change, each under its own word.
void ListedParcels::begin_outline(int n, Corner const& corner) {
  auto const now = std::exchange(m_column_outline, {});
  if (now.empty()) return;
  if (m_rows > m_rows_before) {
    auto const& before = m_above_outline.empty() ? m_parcel.outline : m_above_outline;
    if (now == m_above_outline || outline_of(now) == outline_of(before)) return;
    if (!(is_part_word(now) && is_part_word(before)) && !m_rings.begins_anew(corner, false)) return;
    auto const id = m_parcel.id, name = outline_of(m_parcel.name) == OutlineOf::unsaid ? m_parcel.name : std::string();
    end_parcel();
    begin_parcel(n, id, name);
  }
  m_parcel.outline = now;
}

void ListedParcels::new_table(std::string title) {
  if (m_rows > 0) m_title = std::move(title), m_new_table = true;
}

namespace {

// 矿区二 behind 矿区一; not 一采区, which may be a part of it.
bool counted_alike(std::string const& a, std::string const& b) {
  constexpr std::size_t ONE_CHARACTER = 3;
  auto const same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  return a != b && a.size() == b.size() && same + ONE_CHARACTER >= a.size();
}

}  // namespace

// Titles of areas below which no corners came, there or elsewhere.
void ListedParcels::say_unlisted() {
  if (!m_awaited.empty()) m_unlisted.emplace_back(m_awaited_line, m_awaited);
  for (auto const& [line, title] : m_unlisted) {
    auto const named = [&name = title](Parcel const& p) { return p.name == name || p.id == name; };
    bool const failed = std::any_of(m_out->failed_parcels.begin(), m_out->failed_parcels.end(),
                                    [&name = title](FailedParcel const& p) { return p.title == name; });
    if (!failed && std::none_of(m_out->parcels.begin(), m_out->parcels.end(), named))
      m_book->find("corner.area_unlisted", Severity::warning, line, {shortened(title)});
  }
}

void ListedParcels::area(int n, std::string name) {
  if (counted_alike(m_awaited, name)) m_unlisted.emplace_back(m_awaited_line, m_awaited);
  m_awaited = name, m_awaited_line = n;
  if (m_rows > 0) return m_names_area = true, new_table(std::move(name));
  if (m_parcel.id.empty()) m_parcel.line = n, m_parcel.name = std::move(name);
}

}  // namespace redline
