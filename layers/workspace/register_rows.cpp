// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/register_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/rules/words.hpp"
#include "layers/workspace/csv_records.hpp"

namespace redline {
namespace {

using Words = std::vector<std::string_view>;

class RegisterRow {
 public:
  RegisterRow(CsvRecord const& record, std::string const& file) : m_record(record), m_file(file) {}

  std::string const& text(char const* column) const { return m_record.values.find(column)->second; }
  std::string required(char const* column) const {
    if (text(column).empty()) fail("workspace.register_empty", column, {});
    return text(column);
  }
  std::optional<double> number(char const* column, double lowest, double highest) const;
  std::size_t word(char const* column, Words const& valid) const;
  std::optional<Span> span(char const* column) const;
  Date day(char const* column) const;
  std::optional<Bounds> extent() const;
  std::string id() const;
  [[noreturn]] void fail(char const* code, char const* column, std::vector<std::string> args) const {
    args.insert(args.begin(), {m_file, std::to_string(m_record.line), column});
    throw Error(ErrorKind::input, code, std::move(args));
  }

 private:
  CsvRecord const& m_record;
  std::string const& m_file;
};

std::optional<double> RegisterRow::number(char const* column, double lowest, double highest) const {
  auto const& s = text(column);
  if (s.empty()) return std::nullopt;
  double v = 0;
  auto const [end, error] = std::from_chars(s.data(), s.data() + s.size(), v);
  if (error != std::errc{} || end != s.data() + s.size() || !(v >= lowest && v <= highest))
    fail("workspace.register_number", column, {s});
  return v;
}

std::size_t RegisterRow::word(char const* column, Words const& valid) const {
  auto const it = std::find(valid.begin(), valid.end(), text(column));
  if (it == valid.end())
    fail("workspace.register_word", column, {text(column), std::string(nearest_word(valid, text(column)))});
  return static_cast<std::size_t>(it - valid.begin());
}

std::optional<Span> RegisterRow::span(char const* column) const {
  auto const& s = text(column);
  if (s.empty()) return std::nullopt;
  if (s.size() == 4 && s.find_first_not_of("0123456789") == std::string::npos) {
    std::chrono::year const year(std::stoi(s));
    return Span{year / 1 / 1, year / 12 / 31};
  }
  auto const d = parse_date(s);
  if (!d) fail("workspace.register_date", column, {s});
  return Span{*d, *d};
}

Date RegisterRow::day(char const* column) const {
  auto const d = parse_date(required(column));
  if (!d) fail("workspace.register_date", column, {text(column)});
  return *d;
}

std::optional<Bounds> RegisterRow::extent() const {
  auto const w = number("lon_w", -180, 180), e = number("lon_e", -180, 180), s = number("lat_s", -90, 90),
             n = number("lat_n", -90, 90);
  if (!w && !e && !s && !n) return std::nullopt;
  if (!w || !e || !s || !n || *w >= *e || *s >= *n) fail("workspace.register_extent", "lon_w", {});
  return Bounds{*w, *s, *e, *n};
}

std::string RegisterRow::id() const {
  auto out = required("reserve_id");
  if (out.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    fail("workspace.register_id", "reserve_id", {out});
  return out;
}

Reserve reserve(RegisterRow const& row) {
  static Words const LEVELS{"national", "provincial"}, CONFIDENCE{"", "low", "medium", "high"},
      ZONED{"unknown", "false", "true"};
  Reserve r;
  r.id = row.id();
  r.number = static_cast<int>(row.number("n", 1, 100000).value_or(0));
  r.name_zh = row.required("name_zh"), r.name_en = row.text("name_en");
  r.level = LEVELS[row.word("level", LEVELS)];
  r.type = row.text("type");
  r.area_ha = row.number("area_ha", 0, 1e9);
  r.area_confidence = static_cast<Confidence>(row.word("area_confidence", CONFIDENCE));
  r.designated_on = row.span("designated_on"), r.national_on = row.span("national_on");
  r.prefecture = row.text("prefecture");
  r.extent = row.extent();
  r.extent_confidence = static_cast<Confidence>(row.word("extent_confidence", CONFIDENCE));
  r.zoned = static_cast<Zoned>(row.word("zoned", ZONED));
  r.in_force_from = row.span("in_force_from"), r.in_force_to = row.span("in_force_to");
  if (r.in_force_from && r.in_force_to && r.in_force_to->last < r.in_force_from->first)
    row.fail("workspace.register_period", "in_force_to", {});
  r.department = row.text("department");
  r.checked_on = row.day("checked_on");
  r.source = row.text("source");
  return r;
}

}  // namespace

std::vector<Reserve> read_reserves(std::string const& text, std::string const& file) {
  static Words const COLUMNS{"reserve_id",    "n",
                             "name_zh",       "name_en",
                             "level",         "type",
                             "area_ha",       "area_confidence",
                             "designated_on", "national_on",
                             "prefecture",    "lon_w",
                             "lon_e",         "lat_s",
                             "lat_n",         "extent_confidence",
                             "zoned",         "in_force_from",
                             "in_force_to",   "department",
                             "checked_on",    "source"};
  std::vector<Reserve> out;
  for (auto const& record : read_csv(text, file, COLUMNS)) out.push_back(reserve(RegisterRow(record, file)));
  if (out.empty()) throw Error(ErrorKind::input, "workspace.register_none", {file});
  return out;
}

std::vector<Alias> read_aliases(std::string const& text, std::string const& file) {
  static Words const COLUMNS{"alias", "reserve_id", "proposal", "note"}, FLAGS{"false", "true"};
  std::vector<Alias> out;
  for (auto const& record : read_csv(text, file, COLUMNS)) {
    RegisterRow const row(record, file);
    out.push_back({row.required("alias"), row.id(), row.word("proposal", FLAGS) == 1, row.text("note")});
  }
  return out;
}

}  // namespace redline
