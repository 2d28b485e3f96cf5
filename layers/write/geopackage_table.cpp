// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage_table.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {

int TableSpec::dimension() const {
  if (!spatial()) return -1;
  return geometry_type.ends_with("POLYGON") ? 2 : geometry_type.ends_with("LINESTRING") ? 1 : 0;
}

std::string TableSpec::geometry_word() const {
  constexpr std::array WORDS{"Point", "LineString", "Polygon"};
  return spatial() ? (geometry_type.starts_with("MULTI") ? "Multi" : "") +
                         std::string(WORDS.at(static_cast<std::size_t>(dimension())))
                   : std::string{};
}

namespace {

constexpr std::size_t ROWS_AT_ONCE = 10, MOST_KEPT = 1 << 20;

std::string insert_sql(TableSpec const& spec, std::size_t width, std::size_t rows) {
  std::string sql = "INSERT INTO " + sql_name(spec.name) + " VALUES";
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row ? ",(?" : "(?";
    for (std::size_t i = 1; i < width; ++i) sql += ",?";
    sql += ")";
  }
  return sql;
}

struct CplFree {
  void operator()(char* p) const noexcept { CPLFree(p); }
};

std::string as_utf8(std::string_view bytes) {
  std::string const copy(bytes);
  std::unique_ptr<char, CplFree> const text(CPLRecode(copy.c_str(), CPL_ENC_ISO8859_1, CPL_ENC_UTF8));
  return text.get();
}

// Most texts are letters and digits: told at once, without GDAL.
bool ascii(std::string_view text) {
  unsigned char all = 0;
  for (char const c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// 20190331 -> 2019-03-31; a tenth of the time of formatting, and a ledger has a million of them.
std::array<char, 10> iso_date(unsigned number) {
  std::array<char, 10> out = {};
  for (int i = 9; i >= 0; --i) {
    bool const dash = i == 4 || i == 7;
    out[static_cast<std::size_t>(i)] = dash ? '-' : static_cast<char>('0' + number % 10);
    if (!dash) number /= 10;
  }
  return out;
}

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::string_view TextStore::keep(std::string_view text) {
  m_size += text.size();
  if (text.size() > BLOCK - m_used) return m_long.emplace_back(text);
  auto* const at = m_block.get() + m_used;
  std::copy(text.begin(), text.end(), at);
  m_used += text.size();
  return {at, text.size()};
}

void TextStore::clear() {
  m_used = m_size = 0;
  m_long.clear();
}

TableFiller::TableFiller(Database& db, TableSpec const& spec)
    : m_db(&db),
      m_spec(&spec),
      m_width(1 + spec.columns.size() + (spec.spatial() ? 1 : 0)),
      m_insert(db.prepare(insert_sql(spec, m_width, ROWS_AT_ONCE))) {
  m_values.reserve(m_width * ROWS_AT_ONCE);
  m_null.assign(m_width * ROWS_AT_ONCE, true);
}

TableFiller& TableFiller::add(Value value) {
  if (m_values.size() == m_row_start) m_values.emplace_back(m_next_fid);
  m_values.push_back(value);
  return *this;
}

TableFiller& TableFiller::given(std::string_view value) {
  if (ascii(value) || CPLIsUTF8(value.data(), static_cast<int>(value.size()))) return text(value);
  return text(as_utf8(value));
}

TableFiller& TableFiller::text(std::string_view value) {
  if (value.empty()) return add({});
  return add(m_store.keep(value));
}

TableFiller& TableFiller::blank() { return add(std::string_view("")); }

TableFiller& TableFiller::date(std::optional<Date> const& value) {
  if (!value) return add({});
  auto const year = static_cast<int>(value->year());
  if (year < 0 || year > 9999) return text(to_string(*value));
  auto const number = static_cast<unsigned>(year) * 10000 + static_cast<unsigned>(value->month()) * 100 +
                      static_cast<unsigned>(value->day());
  return text(std::string_view(iso_date(number).data(), 10));
}

TableFiller& TableFiller::real(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return add({});
  return add(*value);
}

TableFiller& TableFiller::whole(std::int64_t value) { return add(value); }
TableFiller& TableFiller::flag(std::optional<bool> value) {
  return value ? whole(*value ? 1 : 0) : add(std::monostate{});
}

void TableFiller::index(Bounds const& bounds) {
  if (bounds.empty()) return;
  m_extent.add(bounds);
  m_entries.push_back(rtree_entry(m_next_fid, bounds));
}

std::span<unsigned char const> TableFiller::keep(std::span<unsigned char const> blob) {
  auto const kept = m_store.keep({reinterpret_cast<char const*>(blob.data()), blob.size()});
  return {reinterpret_cast<unsigned char const*>(kept.data()), kept.size()};
}

TableFiller& TableFiller::geometry(std::span<unsigned char const> wkb, int dimension) {
  if (wkb.empty()) return add({});
  index(geopackage_blob(wkb, dimension, m_blob));
  return add(keep(m_blob));
}

TableFiller& TableFiller::point(Point p) {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return add({});
  geopackage_point(p, m_blob);
  index({p.x, p.y, p.x, p.y});
  return add(keep(m_blob));
}

std::int64_t TableFiller::done() {
  if (auto const n = m_values.size() - m_row_start; n != m_width)
    throw Error(ErrorKind::invariant, "write.row", {m_spec->name, std::to_string(n), std::to_string(m_width)});
  ++m_rows;
  auto const fid = m_next_fid++;
  m_row_start = m_values.size();
  if (m_row_start == m_width * ROWS_AT_ONCE)
    write(m_insert);
  else if (m_store.size() > MOST_KEPT)
    flush();
  return fid;
}

void TableFiller::flush() {
  if (m_values.empty()) return;
  auto rest = m_db->prepare(insert_sql(*m_spec, m_width, m_values.size() / m_width));
  m_null.assign(m_null.size(), true);  // as of every new statement
  write(rest);
  m_null.assign(m_null.size(), false);
}

void TableFiller::write(Statement& statement) {
  for (std::size_t at = 0; auto const& value : m_values) {
    auto const i = static_cast<int>(at + 1);
    bool const null = value.index() == 0, was_null = std::exchange(m_null[at++], null);
    if (null && was_null) continue;  // what is bound stays so, and half of all values are NULL
    std::visit(Overloaded{[&](std::monostate) { statement.null(i); }, [&](std::string_view v) { statement.text(i, v); },
                          [&](double v) { statement.real(i, v); }, [&](std::int64_t v) { statement.integer(i, v); },
                          [&](std::span<unsigned char const> v) { statement.blob(i, v); }},
               value);
  }
  statement.execute();
  m_values.clear();
  m_row_start = 0;
  m_store.clear();
}

}  // namespace redline
