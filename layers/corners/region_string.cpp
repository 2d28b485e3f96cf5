// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/region_string.hpp"

#include <algorithm>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_notes.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/ring_builder.hpp"
#include "layers/corners/said_kind.hpp"
#include "layers/corners/string_form.hpp"
#include "layers/corners/written_cell.hpp"

namespace redline {
namespace {

constexpr std::size_t FIELD_LENGTH = 255, LONGEST_REGION_TITLE = 500;

bool said_hole(Tokens const& t, std::size_t tail, Grammar const& g) {
  return g.form == CornerForm::mining_string ? t[tail + 3] != "1" : number_of_cell(t[tail + 1]) != 0.0;
}

class RegionParser {
 public:
  RegionParser(CornerList& out, std::size_t lines, std::string const& layer) : m_out(&out), m_book(lines, layer) {}

  void line(int n, std::string const& raw) { row(n, {StringRow::text, raw}); }
  void row(int n, StringRow const& r) {
    m_of_register = m_of_register || r.kind == StringRow::entry;
    auto const failures = m_book.failures();
    auto const parcels = m_out->parcels.size();
    read(n, r);
    if (auto const more = m_book.failures() - failures; more > 0) {
      m_failures_of_parcels += more;
      m_out->parcels.resize(parcels);
      m_out->failed_parcels.push_back(m_book.failed_from(n, std::to_string(++m_number)));
    } else if (m_out->parcels.size() > parcels) {
      m_out->parcels.back().number = ++m_number;
    }
  }
  void finish() {
    m_out->only_parcels_failed = m_book.failures() == m_failures_of_parcels;
    m_datums.settle(*m_out);
    m_book.finish(*m_out);
  }

 private:
  void read(int n, StringRow const& r) {
    if (r.kind == StringRow::moved) return m_book.ignore(n, "corner.line.moved");
    if (r.kind == StringRow::titles) return heading(n, r);
    if (r.kind == StringRow::other) return m_book.fail(n, "corner.register_other", {r.line, r.cell});
    if (r.kind == StringRow::beside) return beside(n, r.line);
    if (r.kind == StringRow::entry && !is_corner_string(r.line)) return written(n, r);
    if (!r.datum.empty()) m_datums.row(n, {r.datum});
    read(n, r.line);
  }

  // Of a register whose cells write the corners out.
  void written(int n, StringRow const& r) {
    auto const list = corners_of_cell(r.cell);
    if (!list) return m_book.fail(n, "corner.register_string", {shortened(r.line)});
    if (auto const why = failure_of(*list)) return m_book.fail(n, *why);
    if (!r.datum.empty()) m_datums.row(n, {r.datum});
    for (auto const& [key, value] : list->header)
      if (key == "坐标系") m_datums.row(n, {value});
    for (auto& f : findings_in_line(*list, n)) m_book.find(std::move(f));
    keep(n, rings_in_line(*list, n), CornerForm::printed, list->order);
    if (!m_out->parcels.empty()) m_out->parcels.back().zones = list->said_zones;
    if (list->declared_m2 && !m_out->parcels.empty())
      m_out->parcels.back().said.push_back({*list->declared_m2, list->declared_step_m2, n, 0, false, false});
  }

  void heading(int n, StringRow const& r) {
    if (!r.datum.empty()) m_datums.row(n, {r.datum});
    if (!r.cell.empty()) m_book.find("corner.string_column", Severity::info, n, {r.datum, r.cell});
    if (r.line.size() <= LONGEST_REGION_TITLE) m_datums.row(n, {r.line}), take_remarks(r.line, *m_out);
    m_book.use(n);
  }

  void beside(int n, std::string const& text) {
    m_book.find("corner.beside", Severity::info, n, {shortened(text)});
    m_book.ignore(n, "corner.line.beside");
  }

  void read(int n, std::string const& raw) {
    auto const text = bare_string(raw);
    if (raw.size() <= LONGEST_REGION_TITLE) m_datums.row(n, {raw});
    if (text.empty()) return m_book.ignore(n, "corner.line.blank");
    if (!has_digit(text)) {  // a title
      take_kinds_of_line(n, raw, *m_out);
      m_book.find("corner.text_line", Severity::info, n, {shortened(text)});
      return m_book.ignore(n, "corner.line.text");
    }
    if (is_pair_string(text)) return pairs(n, text);
    auto tokens = split_at(text, ",");
    if (!is_counted(tokens)) return remark_or_failure(n, raw);
    for (auto const& g : {MINING, EXPLORATION})
      if (walk(tokens, g).whole) return counted(n, tokens, g);
    if (ends_in_empty_mark(raw, tokens)) return counted(n, tokens, EXPLORATION);
    broken(n, raw, walk(tokens, likely_grammar(tokens)), likely_grammar(tokens));
  }

  void remark_or_failure(int n, std::string const& raw) {
    auto const text = trimmed_text(raw);
    if (text.size() > LONGEST_REGION_TITLE || !take_remarks(text, *m_out)) return m_book.fail(n, "corner.unreadable");
    take_kinds_of_line(n, text, *m_out);
    m_book.use(n);
    m_book.find("corner.remark", Severity::info, n, {shortened(text)});
  }

  void broken(int n, std::string const& raw, StringWalk const& w, Grammar const& g) {
    auto const key = g.form == CornerForm::mining_string ? "@corner.form.mining" : "@corner.form.exploration";
    if (w.declared > 0 && w.declared == w.present)
      return m_book.fail(n, "corner.string_marks",
                         {key, std::to_string(w.ring), std::to_string(g.tail), std::to_string(w.marks)});
    if (w.declared == 0) return m_book.fail(n, "corner.string_counts", {key, std::to_string(w.ring)});
    m_book.fail(n, raw.size() >= FIELD_LENGTH - 1 ? "corner.string_cut" : "corner.string_short",
                {key, std::to_string(w.ring), std::to_string(w.declared), std::to_string(w.present),
                 std::to_string(raw.size())});
  }

  void keep(int n, std::vector<CornerRing> rings, CornerForm form, AxisOrder order) {
    if (rings.empty()) return;
    bool const first = m_out->parcels.empty();
    if (!first && m_out->form != form && !m_of_register) return m_book.fail(n, "corner.string_mixed");
    m_book.use(n);
    if (first) m_out->form = form, m_out->order = order;
    if (m_out->order != order) m_out->order = AxisOrder::unknown;
    auto& p = m_out->parcels.emplace_back();
    p.line = n, p.rings = std::move(rings);
    p.form = form, p.order = order;
  }

  void counted(int n, Tokens const& t, Grammar const& g) {
    std::vector<CornerRing> rings;
    std::size_t at = 1;
    for (auto left = *small_whole(t[0], 999); left > 0; --left) {
      auto const count = *small_whole(t[at++], 99999);
      if (!ring(n, t, at, count, g, rings)) return;
      at += count * g.per_corner + g.tail;
    }
    keep(n, std::move(rings), g.form,
         g.form == CornerForm::mining_string ? AxisOrder::north_first : AxisOrder::unknown);
  }

  bool ring(int n, Tokens const& t, std::size_t at, std::size_t count, Grammar const& g,
            std::vector<CornerRing>& rings) {
    RingBuilder builder(m_book);
    for (std::size_t i = 0; i < count; ++i, at += g.per_corner) {
      auto const& first = t[at + g.per_corner - 2];
      auto const& second = t[at + g.per_corner - 1];
      auto const x = number_of_cell(first), y = number_of_cell(second);
      if (!x || !y) return m_book.fail(n, no_number(x ? second : first)), false;
      auto const name = g.per_corner == 3 ? t[at] : std::to_string(i + 1);
      builder.add({name, *x, *y, n, std::max(printed_decimals(first), printed_decimals(second))}, "");
    }
    auto made = builder.finish({.one = true});
    if (made.size() != 1) return m_book.fail(n, "corner.string_ring", {std::to_string(rings.size() + 1)}), false;
    for (std::size_t i = 0; i < g.tail; ++i) made[0].mark += (i > 0 ? "," : "") + t[at + i];
    made[0].said_hole = said_hole(t, at, g);
    m_book.find(g.form == CornerForm::mining_string ? "corner.tail_mining" : "corner.tail", Severity::info, n,
                {std::to_string(rings.size() + 1), made[0].mark,
                 *made[0].said_hole ? "@corner.word.hole" : "@corner.word.shell"});
    rings.push_back(std::move(made[0]));
    return true;
  }

  void pairs(int n, std::string const& text) {
    RingBuilder builder(m_book);
    int number = 0;
    for (auto const& piece : split_at(text, ";")) {
      auto const two = split_at(piece, ",");
      builder.add({std::to_string(++number), *number_of_cell(two[0]), *number_of_cell(two[1]), n,
                   std::max(printed_decimals(two[0]), printed_decimals(two[1]))},
                  "");
    }
    keep(n, builder.finish(), CornerForm::pair_string, AxisOrder::unknown);
  }

  CornerList* m_out;
  LineBook m_book;
  DatumNotes m_datums;
  std::size_t m_number = 0, m_failures_of_parcels = 0;
  bool m_of_register = false;  // whose cells may differ in their form
};

}  // namespace

// The first line with numbers, but for titles of what the string is in.
bool looks_like_region_strings(std::vector<std::string> const& lines) {
  for (auto const& line : lines) {
    auto const text = bare_string(line);
    if (!has_digit(text)) continue;
    if (is_pair_string(text) || is_counted(split_at(text, ","))) return true;
    CornerList ignored;
    if (line.size() > LONGEST_REGION_TITLE || !take_remarks(trimmed_text(line), ignored)) return false;
  }
  return false;
}

void parse_region_rows(std::vector<StringRow> const& rows, std::string const& layer, CornerList& out) {
  RegionParser parser(out, rows.size(), layer);
  for (std::size_t i = 0; i < rows.size(); ++i) parser.row(static_cast<int>(i + 1), rows[i]);
  parser.finish();
}

void parse_region_strings(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  RegionParser parser(out, lines.size(), layer);
  for (std::size_t i = 0; i < lines.size(); ++i) parser.line(static_cast<int>(i + 1), lines[i]);
  parser.finish();
  give_kinds_to_parcels(out);
}

}  // namespace redline
