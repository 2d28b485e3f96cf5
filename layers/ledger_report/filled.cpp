// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/ledger_report/report_table.hpp"
#include "layers/read/json_text.hpp"

namespace redline {
namespace {

constexpr double M2_PER_KM2 = 1e6, M2_PER_HECTARE = 1e4, PER_CENT = 100;

struct Printing {
  double unit = 1;
  int decimals = 2;
};

Printing printing(Format f) {
  switch (f) {
    case Format::km2:
      return {M2_PER_KM2, 4};
    case Format::ha:
      return {M2_PER_HECTARE, 4};
    case Format::percent:
      return {1 / PER_CENT, 2};
    case Format::degrees:
    case Format::residue:
      return {1, 6};
    case Format::count:
      return {1, 0};
    default:
      return {};
  }
}

bool is_number(Format f) { return f >= Format::count; }

report::Cell number(double v, Format f) {
  auto const p = printing(f);
  report::Cell const cell(v / p.unit, p.decimals);
  return *cell.value == 0 ? report::Cell(0.0, p.decimals) : cell;  // never -0.00
}

std::string word(std::string const& group, std::string_view w, Language l) {
  auto const key = group + "." + std::string(w);
  return w.empty() || !has_text(key) ? std::string(w) : render(key, l);
}

// A finding in the language of the report: from its code and arguments, else as the ledger has it.
std::string finding(std::string_view code, std::string_view args, std::string_view text, Language l) {
  auto const list = parse_json(args.empty() ? "[]" : args);
  if (!has_text(code) || !list || !list->is_array()) return std::string(text);
  Message m{std::string(code), {}};
  for (auto const& a : *list) m.args.push_back(a.is_string() ? a.get<std::string>() : a.dump());
  return render(m, l);
}

report::Cell cell(Statement const& row, int at, ReportColumn const& c, Language l) {
  auto const text = row.column_text(at);
  switch (c.format) {
    case Format::word:
      return word(c.words, text, l);
    case Format::stated:
      return text.empty() ? render("ledger_report.not_stated", l) : std::string(text);
    case Format::named:
      return text.empty() ? render("ledger_report.no_name", l) : std::string(text);
    case Format::schematic:
      return row.column_integer(at) == 1 ? render("ledger_report.schematic", l) : std::string{};
    case Format::finding: {  // code, arguments and text stand side by side from this column on
      std::string const code(text), args(row.column_text(at + 1));
      return finding(code, args, row.column_text(at + 2), l);
    }
    default:
      break;
  }
  if (!is_number(c.format)) return std::string(text);
  auto const v = row.column_real(at);
  return v ? number(*v, c.format) : report::Cell{};
}

std::string heading(std::string const& key, Language l) {
  auto const own = "ledger_report.col." + key;
  return render(has_text(own) ? own : "column." + key, l);
}

bool all_zero(report::Table const& table, std::size_t column) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [&](auto const& r) { return r[column].value.value_or(0) == 0; });
}

std::string with_condition(std::string sql, std::string const& where) {
  constexpr std::string_view PLACE = "{where}";
  for (auto at = sql.find(PLACE); at != std::string::npos; at = sql.find(PLACE, at + where.size()))
    sql.replace(at, PLACE.size(), where);
  return sql;
}

// A page of a conflict is found by its id, one of an activity by the first of its rows.
std::vector<std::size_t> anchor_columns(ReportTable const& table) {
  std::vector<std::size_t> out;
  for (std::string_view const key : {"conflict_id", "activity_id"})
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].key == key) out.push_back(i);
  return out;
}

}  // namespace

report::Table filled(LedgerFile& ledger, ReportTable const& table, Language l, std::string const& where) {
  report::Table out;
  out.sheet = render("ledger_report.table." + table.key, l);
  for (auto const& c : table.columns) out.columns.push_back({heading(c.key, l), c.share, is_number(c.format), c.wide});
  auto rows = ledger.db().prepare(with_condition(table.sql, where));
  auto const anchored = anchor_columns(table);
  while (rows.step()) {
    auto& line = out.rows.emplace_back();
    line.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      line.push_back(cell(rows, static_cast<int>(i), table.columns[i], l));
    if (anchored.empty()) continue;
    auto& names = out.anchors.emplace_back();
    for (auto const i : anchored) names.push_back(line[i].text);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].if_any) out.columns[i].wide |= all_zero(out, i);
  return out;
}

}  // namespace redline
