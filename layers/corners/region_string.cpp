// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/region_string.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_notes.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/ring_builder.hpp"

namespace redline {
namespace {

using Tokens = std::vector<std::string>;

struct Grammar {
  CornerForm form;
  std::size_t per_corner, tail;
};
constexpr Grammar MINING{CornerForm::mining_string, 3, 4}, EXPLORATION{CornerForm::exploration_string, 2, 3};
constexpr std::size_t FIELD_LENGTH = 255, LONGEST_TITLE = 500;

std::optional<std::size_t> small_whole(std::string const& s, std::size_t most) {
  std::size_t n = 0;
  auto const [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  bool const good = error == std::errc{} && end == s.data() + s.size() && n > 0 && n <= most;
  return good ? std::optional(n) : std::nullopt;
}

std::string without_quotes(std::string const& text) {  // as Excel copies a cell
  bool const quoted =
      text.size() > 2 && text.front() == '"' && text.back() == '"' && std::count(text.begin(), text.end(), '"') == 2;
  return quoted ? trimmed_text(text.substr(1, text.size() - 2)) : text;
}

// The numbers behind a label such as "区域坐标：", with every comma an ASCII one.
std::string bare(std::string const& raw) {
  auto text = replaced(without_quotes(trimmed_text(narrow(raw))), "，", ",");
  auto const label = text.find_last_of(":=");
  if (label != std::string::npos && text.find_first_of("0123456789") > label) text = text.substr(label + 1);
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return trimmed_text(text);
}

bool has_digit(std::string const& text) { return text.find_first_of("0123456789") != std::string::npos; }

bool is_pairs(std::string const& text) {
  auto const pieces = split_at(text, ";");
  return pieces.size() >= 3 && std::all_of(pieces.begin(), pieces.end(), [](std::string const& p) {
           auto const two = split_at(p, ",");
           return two.size() == 2 && number_of_cell(two[0]) && number_of_cell(two[1]);
         });
}

bool is_counted(Tokens const& t) {
  return t.size() >= 8 && small_whole(t[0], 999) && small_whole(t[1], 99999) && number_of_cell(t[3]).has_value();
}

struct Walk {
  bool whole = false;                               // the counts use up all tokens exactly
  std::size_t ring = 0, declared = 0, present = 0;  // where they do not: corners of the ring it breaks in
  std::size_t marks = 0;                            // of that ring, all of whose corners are there
};

Walk walk(Tokens const& t, Grammar const& g) {
  auto const rings = *small_whole(t[0], 999);
  std::size_t at = 1;
  for (std::size_t r = 1; r <= rings; ++r) {
    auto const n = at < t.size() ? small_whole(t[at], 99999) : std::nullopt;
    if (!n) return {false, r, 0, 0};
    ++at;
    auto const left = t.size() - at, corners = *n * g.per_corner;
    if (left < corners + g.tail)
      return {false, r, *n, std::min(*n, left / g.per_corner), left > corners ? left - corners : 0};
    at += *n * g.per_corner + g.tail;
  }
  return {at == t.size(), rings, 0, 0};
}

// Which of the two a string means where neither fits: names of corners are short whole numbers or begin with a letter.
Grammar likely(Tokens const& t) {
  auto const name = number_of_cell(t[2]);
  return !name || (*name == std::floor(*name) && std::abs(*name) < 10000) ? MINING : EXPLORATION;
}

bool said_hole(Tokens const& t, std::size_t tail, Grammar const& g) {
  return g.form == CornerForm::mining_string ? t[tail + 3] != "1" : number_of_cell(t[tail + 1]) != 0.0;
}

class Parser {
 public:
  Parser(CornerList& out, std::size_t lines, std::string const& layer) : m_out(&out), m_book(lines, layer) {}

  void line(int n, std::string const& raw) { row(n, {StringRow::text, raw}); }
  void row(int n, StringRow const& r) {
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
    if (r.kind == StringRow::heading) return heading(n, r.line);
    if (r.kind == StringRow::beside) return beside(n, r.line);
    if (r.kind == StringRow::entry && !is_string(r.line))
      return m_book.fail(n, "corner.register_string", {shortened(r.line)});
    if (!r.datum.empty()) m_datums.row(n, {r.datum});
    read(n, r.line);
  }

  static bool is_string(std::string const& raw) {
    auto const text = bare(raw);
    return is_pairs(text) || is_counted(split_at(text, ","));
  }

  void heading(int n, std::string const& text) {
    if (text.size() <= LONGEST_TITLE) m_datums.row(n, {text}), take_remarks(text, *m_out);
    m_book.use(n);
  }

  void beside(int n, std::string const& text) {
    m_book.find("corner.beside", Severity::info, n, {shortened(text)});
    m_book.ignore(n, "corner.line.beside");
  }

  void read(int n, std::string const& raw) {
    auto const text = bare(raw);
    if (raw.size() <= LONGEST_TITLE) m_datums.row(n, {raw});
    if (text.empty()) return m_book.ignore(n, "corner.line.blank");
    if (!has_digit(text)) {  // a title
      m_book.find("corner.text_line", Severity::info, n, {shortened(text)});
      return m_book.ignore(n, "corner.line.text");
    }
    if (is_pairs(text)) return pairs(n, text);
    auto tokens = split_at(text, ",");
    if (!is_counted(tokens)) return remark_or_failure(n, raw);
    for (auto const& g : {MINING, EXPLORATION})
      if (walk(tokens, g).whole) return counted(n, tokens, g);
    if (ends_in_empty_mark(raw, tokens)) return counted(n, tokens, EXPLORATION);
    broken(n, raw, walk(tokens, likely(tokens)), likely(tokens));
  }
  // The last mark of an exploration right, which says nothing of its rings, is empty: bare() took its comma for the end
  // of the string.
  static bool ends_in_empty_mark(std::string const& raw, Tokens& tokens) {
    auto const text = replaced(without_quotes(trimmed_text(narrow(raw))), "，", ",");
    auto more = tokens;
    more.emplace_back();
    if (!text.ends_with(',') || !walk(more, EXPLORATION).whole) return false;
    tokens = std::move(more);
    return true;
  }

  void remark_or_failure(int n, std::string const& raw) {
    auto const text = trimmed_text(raw);
    if (text.size() > LONGEST_TITLE || !take_remarks(text, *m_out)) return m_book.fail(n, "corner.unreadable");
    m_book.use(n);
    m_book.find("corner.remark", Severity::info, n, {shortened(text)});
  }

  void broken(int n, std::string const& raw, Walk const& w, Grammar const& g) {
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
    if (!m_out->parcels.empty() && m_out->form != form) return m_book.fail(n, "corner.string_mixed");
    m_book.use(n);
    m_out->form = form;
    m_out->order = order;
    m_out->parcels.push_back({});
    m_out->parcels.back().line = n;
    m_out->parcels.back().rings = std::move(rings);
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
};

}  // namespace

// The first line with numbers, but for titles of what the string is in.
bool looks_like_region_strings(std::vector<std::string> const& lines) {
  for (auto const& line : lines) {
    auto const text = bare(line);
    if (!has_digit(text)) continue;
    if (is_pairs(text) || is_counted(split_at(text, ","))) return true;
    CornerList ignored;
    if (line.size() > LONGEST_TITLE || !take_remarks(trimmed_text(line), ignored)) return false;
  }
  return false;
}

void parse_region_rows(std::vector<StringRow> const& rows, std::string const& layer, CornerList& out) {
  Parser parser(out, rows.size(), layer);
  for (std::size_t i = 0; i < rows.size(); ++i) parser.row(static_cast<int>(i + 1), rows[i]);
  parser.finish();
}

void parse_region_strings(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  Parser parser(out, lines.size(), layer);
  for (std::size_t i = 0; i < lines.size(); ++i) parser.line(static_cast<int>(i + 1), lines[i]);
  parser.finish();
}

}  // namespace redline
