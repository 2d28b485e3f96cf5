// SPDX-License-Identifier: Apache-2.0
#include "layers/read/value_signs.hpp"

#include <algorithm>
#include <map>
#include <regex>

#include "engine/core/date.hpp"
#include "layers/read/field_map.hpp"

namespace redline {
namespace {

constexpr std::uint64_t ROWS = 20000;
constexpr std::size_t FOR_EACH_AGAINST = 4;  // rows that one row the other way round, a slip, may stand among
constexpr std::size_t ENOUGH_ROWS = 3;
constexpr std::chrono::days NEARLY_A_YEAR{350};

using Sign = bool (*)(std::string const&);

bool day(std::string const& v) { return parse_date(v).has_value(); }
bool level(std::string const& v) { return v.ends_with("级"); }
bool kind(std::string const& v) { return kind_word(v).has_value(); }
bool zone(std::string const& v) { return zone_word(v).has_value(); }
bool term(std::string const& v) {
  static std::regex const year("(?:19|20)[0-9]{2}(?=[^0-9]|[0-9]{4}|$)");
  return std::distance(std::sregex_iterator(v.begin(), v.end(), year), {}) >= 2;
}
bool code(std::string const& v) {
  return std::all_of(v.begin(), v.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::map<std::string, Sign, std::less<>> const SIGNS{
    {"valid_from", &day}, {"valid_to", &day},      {"granted_on", &day},
    {"issued_on", &day},  {"act_date", &day},      {"renewal_filed_on", &day},
    {"term", &term},      {"designated_on", &day}, {"level", &level},
    {"kind", &kind},      {"zone", &zone},         {"id", &code}};

std::string trimmed(std::string const& s) {
  auto const first = s.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// Never past the last row: what a source says at its end belongs to the reading that uses it.
std::vector<Cells> read(FeatureSource& source, std::vector<std::size_t> const& columns) {
  std::vector<int> selected(columns.begin(), columns.end()), all(source.fields().size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
  source.select(selected);
  source.select_geometry(false);
  std::vector<Cells> out(columns.size());
  RawFeature f;
  for (auto left = std::min(source.count().value_or(0), ROWS); left > 0 && source.next(f); --left)
    for (std::size_t i = 0; i < columns.size(); ++i) out[i].push_back(trimmed(f.values[i].value_or("")));
  source.select_geometry(true);
  source.select(all);
  return out;
}

}  // namespace

ColumnValues values_of(FeatureSource& source) {
  return [&source](std::vector<std::size_t> const& columns) { return read(source, columns); };
}

bool has_sign(std::string const& meaning) { return SIGNS.count(meaning) > 0; }

bool looks_like(std::string const& meaning, Cells const& values) {
  auto const sign = SIGNS.find(meaning);
  if (sign == SIGNS.end()) return true;
  std::size_t filled = 0, fit = 0;
  for (auto const& v : values) filled += v.empty() ? 0 : 1, fit += !v.empty() && sign->second(v) ? 1 : 0;
  return fit * 2 > filled;
}

bool blank(Cells const& values) {
  return std::all_of(values.begin(), values.end(), [](auto const& v) { return v.empty(); });
}

bool mostly_before(Cells const& earlier, Cells const& later) {
  std::size_t before = 0, behind = 0;
  for (std::size_t i = 0; i < earlier.size() && i < later.size(); ++i) {
    auto const a = parse_date(earlier[i]), b = parse_date(later[i]);
    if (a && b) before += *a < *b ? 1 : 0, behind += *b < *a ? 1 : 0;
  }
  return before > 0 && before >= behind * FOR_EACH_AGAINST;
}

bool a_year_behind(Cells const& later, Cells const& earlier) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < earlier.size() && i < later.size(); ++i) {
    auto const a = parse_date(earlier[i]), b = parse_date(later[i]);
    if (!a || !b) continue;
    if (std::chrono::sys_days(*b) - std::chrono::sys_days(*a) < NEARLY_A_YEAR) return false;
    ++rows;
  }
  return rows >= ENOUGH_ROWS;
}

}  // namespace redline
