// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/baopan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "layers/corners/area_statements.hpp"
#include "layers/corners/baopan_header.hpp"
#include "layers/corners/beside_list.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_notes.hpp"
#include "layers/corners/meridian_words.hpp"
#include "layers/corners/ring_builder.hpp"
#include "layers/corners/said_identity.hpp"
#include "layers/corners/said_kind.hpp"
#include "layers/corners/said_terms.hpp"

namespace redline {
namespace {

using Fields = std::vector<std::string>;

constexpr std::size_t KIND = 4, STANDARD_FIELDS = 8;  // of a parcel line, without its @

bool is_kind(std::string const& s) { return s == "面" || s == "线" || s == "点"; }

bool is_parcel_line(Fields const& f) {
  if (f.size() > KIND && is_kind(f[KIND])) return true;
  auto const last = std::find_if(f.rbegin(), f.rend(), [](auto const& s) { return !s.empty(); });
  return f.size() > STANDARD_FIELDS - 1 && last != f.rend() && narrow(*last) == "@";
}

std::string section_name(std::string const& narrowed) {  // empty: no section line
  if (narrowed.size() < 2 || narrowed.front() != '[' || narrowed.back() != ']') return {};
  return trimmed_text(narrowed.substr(1, narrowed.size() - 2));
}

std::optional<int> whole(std::string const& text) {
  auto const s = narrow(text);
  int n = 0;
  auto const [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  return error == std::errc{} && end == s.data() + s.size() ? std::optional(n) : std::nullopt;
}

class Parser {
 public:
  Parser(CornerList& out, std::size_t lines, std::string const& layer)
      : m_out(&out), m_book(lines, layer), m_header(out, m_book), m_rings(m_book) {}

  void line(int n, std::string const& raw) {
    auto const text = trimmed_text(raw), narrowed = trimmed_text(narrow(text));
    if (text.empty()) return m_book.ignore(n, "corner.line.blank");
    if (auto const name = section_name(narrowed); !name.empty()) return section(n, name);
    if (m_section == Section::none || m_section == Section::parcels) guess_section(n, text);
    if (m_section == Section::header) return header(n, text);
    if (m_section == Section::parcels) {
      auto const fields = comma_fields(text);
      return is_beside(text, fields) ? beside(n, text) : parcel_or_corner(n, fields, text);
    }
    ++m_ignored;
    if (auto const said = header_line(text)) m_header.elsewhere(n, *said);
    m_book.ignore(n, m_section == Section::none ? "corner.line.before_sections" : "corner.line.unknown_section",
                  {m_section_name});
  }

  void finish() {
    end_section();
    end_parcel();
    m_header.finish();
    give_terms();
    m_out->only_parcels_failed = m_book.failures() == m_failures_of_parcels;
    m_datums.settle(*m_out);
    m_book.finish(*m_out);
  }

 private:
  enum class Section { none, header, parcels, unknown };

  void section(int n, std::string const& name) {
    end_section();
    m_section_name = name;
    m_section_line = n;
    m_section = name == "属性描述" ? Section::header : name == "地块坐标" ? Section::parcels : Section::unknown;
    if (m_section == Section::header) begin_header(n);
    if (m_section == Section::unknown) return m_book.ignore(n, "corner.line.unknown_section", {name});
    m_book.use(n);
  }

  void end_section() {
    if (m_section == Section::unknown)
      m_book.find("corner.unknown_section", Severity::info, m_section_line,
                  {m_section_name, std::to_string(m_ignored)});
    else if (m_ignored > 0)
      m_book.find("corner.before_sections", Severity::warning, 1, {std::to_string(m_ignored)});
    m_ignored = 0;
  }

  void begin_header(int n) {
    end_parcel();
    m_header.begin(n, m_number > 0);
  }

  // Files whose section lines were lost.
  void guess_section(int n, std::string const& text) {
    auto const said = header_line(text);
    bool const header = said && known_header_key(said->first);
    bool const parcel = m_section == Section::none && is_parcel_line(comma_fields(text));
    if (!header && !parcel) return;
    end_section();
    if (header) begin_header(n);
    m_section = header ? Section::header : Section::parcels;
    m_book.find("corner.section_missing", Severity::warning, n, {header ? "属性描述" : "地块坐标"});
  }

  void header(int n, std::string const& text) {
    if (auto const said = header_line(text)) {
      if (said->first == "坐标系") m_datums.row(n, {said->second});
      return m_header.take(n, *said);
    }
    if (is_parcel_line(comma_fields(text))) {
      m_book.find("corner.section_missing", Severity::warning, n, {"地块坐标"});
      m_section = Section::parcels;
      return parcel_or_corner(n, comma_fields(text), text);
    }
    take_kinds_of_line(n, text, *m_out);
    if (take_terms_of_line(n, text, *m_out)) return m_book.use(n);
    m_book.find("corner.no_key", Severity::warning, n, {shortened(text)});
    m_book.ignore(n, "corner.line.no_key");
  }

  static bool is_beside(std::string const& text, Fields const& fields) {
    return !is_parcel_line(fields) && (is_height_or_sum(fields) || is_footer(text, fields));
  }

  // 以下为29带, below a header that says 28.
  void zone_beside(int n, std::string const& text) {
    if (auto const zone = zone_in(text)) m_header.elsewhere(n, {"带号", std::to_string(*zone)});
    if (auto const meridian = meridian_in(text)) m_header.elsewhere(n, {"中央子午线", fmt::format("{:g}", *meridian)});
  }

  // 合计：2块 2.0000公顷, 填表人. A sum with its unit is compared.
  void beside(int n, std::string const& text) {
    zone_beside(n, text);
    take_kinds_of_line(n, text, *m_out);
    for (auto const& a : area_statements(text))
      if (a.total && is_of_corners(a.of)) {
        m_out->declared_m2 = a.m2, m_out->declared_step_m2 = a.step_m2;
        m_book.find("corner.remark", Severity::info, n, {shortened(text)});
        return m_book.use(n);
      }
    if (take_terms_of_line(n, text, *m_out)) {
      m_book.find("corner.remark", Severity::info, n, {shortened(text)});
      return m_book.use(n);
    }
    m_book.find("corner.beside", Severity::info, n, {shortened(text)});
    m_book.ignore(n, "corner.line.beside");
  }

  // 开采标高=1200m至900m in the header is of all parcels.
  void give_terms() {
    for (auto const& [key, value] : m_out->header)
      if (key != "数据产生单位") take_kinds_of_line(0, key + "：" + value, *m_out);
    give_terms_to_parcels(*m_out), give_kinds_to_parcels(*m_out);
    for (auto const& [key, value] : m_out->header)
      if (auto const part = part_of_term(key); part && !may_be_heights(key))
        for (auto& p : m_out->parcels) add_term(p.terms, {*part, key, value});
    for (auto const& [key, value] : m_out->header)
      for (auto& term : identities_of_line(key + "：" + value))
        for (auto& p : m_out->parcels) add_term(p.terms, term);
  }

  void parcel_or_corner(int n, Fields fields, std::string const& text) {
    if (is_parcel_line(fields)) return parcel(n, std::move(fields));
    while (!fields.empty() && fields.back().empty()) fields.pop_back();
    if (fields.size() < 3) return zone_beside(n, text), m_book.fail(n, "corner.unreadable");
    if (!m_in_parcel) {
      begin_parcel();
      m_parcel.line = n;
      m_book.find("corner.no_parcel_line", Severity::warning, n);
    }
    corner(n, fields);
  }

  void begin_parcel() {
    m_header.parcel_begins();
    m_in_parcel = true;
    m_failures_before = m_book.failures();
    ++m_number;
  }

  void parcel(int n, Fields f) {
    end_parcel();
    begin_parcel();
    while (!f.empty() && (f.back().empty() || narrow(f.back()) == "@")) {
      bool const at = !f.back().empty();
      f.pop_back();
      if (at) break;
    }
    if (f.size() < STANDARD_FIELDS) f.resize(STANDARD_FIELDS);
    m_parcel = {f[2], f[3], f[5], f[6], f[7], narrow(f[1]), {f.begin() + STANDARD_FIELDS, f.end()}, whole(f[0]), {}, n};
    m_is_area = f[KIND].empty() || f[KIND] == "面";
    if (!m_is_area) return m_book.fail(n, "corner.not_an_area", {f[KIND]});
    if (!m_parcel.declared_corners) m_book.find("corner.count_unreadable", Severity::warning, n, {f[0]});
    m_book.use(n);
  }

  void corner(int n, Fields const& f) {
    if (!m_is_area) return m_book.fail(n, "corner.of_failed_parcel", {std::to_string(m_parcel.line)});
    bool const marked = f.size() > 3;
    auto const& first = f[marked ? 2 : 1];
    auto const& second = f[marked ? 3 : 2];
    auto const x = number_of_cell(first), y = number_of_cell(second);
    if (!x || !y) return m_book.fail(n, no_number(x ? second : first));
    if (f.size() > 4 && !m_extra_said) {
      m_extra_said = true;
      m_book.find("corner.extra_fields", Severity::info, n, {std::to_string(f.size() - 4)});
    }
    m_rings.add({f[0], *x, *y, n, std::max(printed_decimals(first), printed_decimals(second))},
                marked ? narrow(f[1]) : std::string{});
  }

  void end_parcel() {
    if (!m_in_parcel) return;
    auto const hectares = number_of_cell(m_parcel.declared_area);
    m_parcel.rings = m_rings.finish(
        {m_parcel.declared_corners, hectares && *hectares > 0 ? std::optional(*hectares * 1e4) : std::nullopt});
    if (m_is_area && m_parcel.rings.empty()) m_book.fail(m_parcel.line, "corner.empty_parcel");
    m_parcel.number = m_number;
    compare_count();
    if (auto const failures = m_book.failures() - m_failures_before; failures > 0) {
      m_failures_of_parcels += failures;
      m_out->failed_parcels.push_back(m_book.failed_from(m_parcel.line, parcel_title(m_parcel, 0)));
    } else {
      m_out->parcels.push_back(std::move(m_parcel));
    }
    m_parcel = {};
    m_is_area = true;
    m_in_parcel = false;
  }

  void compare_count() {
    if (!m_parcel.declared_corners) return;
    std::size_t corners = 0;
    for (auto const& ring : m_parcel.rings) corners += ring.corners.size();
    auto const said = *m_parcel.declared_corners;
    auto const fewest = static_cast<long>(corners), most = fewest + static_cast<long>(m_parcel.rings.size());
    if (said < fewest || said > most)
      m_book.find("corner.count_lies", Severity::warning, m_parcel.line,
                  {std::to_string(said), std::to_string(corners)}, parcel_title(m_parcel, 0));
  }

  CornerList* m_out;
  LineBook m_book;
  BaopanHeader m_header;
  RingBuilder m_rings;
  DatumNotes m_datums;
  Section m_section = Section::none;
  std::string m_section_name;
  Parcel m_parcel;
  std::size_t m_ignored = 0, m_number = 0, m_failures_before = 0, m_failures_of_parcels = 0;
  int m_section_line = 1;
  bool m_in_parcel = false, m_is_area = true, m_extra_said = false;
};

}  // namespace

bool looks_like_baopan(std::vector<std::string> const& lines) {
  return std::any_of(lines.begin(), lines.end(), [](std::string const& raw) {
    auto const text = trimmed_text(raw);
    auto const name = section_name(trimmed_text(narrow(text)));
    if (name == "属性描述" || name == "地块坐标") return true;
    auto const fields = comma_fields(text);
    return fields.size() > KIND && is_parcel_line(fields);
  });
}

void parse_baopan(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  out.form = CornerForm::baopan;
  out.order = AxisOrder::north_first;
  Parser parser(out, lines.size(), layer);
  for (std::size_t i = 0; i < lines.size(); ++i) parser.line(static_cast<int>(i + 1), lines[i]);
  parser.finish();
}

}  // namespace redline
