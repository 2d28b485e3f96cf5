// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage_table.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <cmath>
#include <memory>

#include "engine/core/error.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

std::string insert_sql(TableSpec const& spec) {
  std::string sql = "INSERT INTO " + quoted(spec.name) + " VALUES(?1";
  for (std::size_t i = 0; i < spec.columns.size() + (spec.spatial() ? 1 : 0); ++i) sql += ",?" + std::to_string(i + 2);
  return sql + ")";
}

struct CplFree {
  void operator()(char* p) const noexcept { CPLFree(p); }
};

std::string as_utf8(std::string_view bytes) {
  std::string const copy(bytes);
  std::unique_ptr<char, CplFree> const text(CPLRecode(copy.c_str(), CPL_ENC_ISO8859_1, CPL_ENC_UTF8));
  return text.get();
}

}  // namespace

TableFiller::TableFiller(Database& db, TableSpec const& spec) : m_spec(&spec), m_insert(db.prepare(insert_sql(spec))) {}

TableFiller& TableFiller::text(std::string_view value) {
  if (value.empty()) m_insert.null(m_next++);
  else m_insert.text(m_next++, value);
  return *this;
}

TableFiller& TableFiller::given(std::string_view value) {
  if (value.empty() || CPLIsUTF8(value.data(), static_cast<int>(value.size()))) return text(value);
  return kept(as_utf8(value));
}

std::string const& TableFiller::keep(std::string value) { return m_kept.emplace_back(std::move(value)); }

TableFiller& TableFiller::kept(std::string value) { return text(keep(std::move(value))); }

TableFiller& TableFiller::blank() {
  m_insert.text(m_next++, "");
  return *this;
}

TableFiller& TableFiller::date(std::optional<Date> const& value) {
  return value ? kept(to_string(*value)) : text({});
}

TableFiller& TableFiller::real(std::optional<double> value) {
  if (value && std::isfinite(*value)) m_insert.real(m_next++, *value);
  else m_insert.null(m_next++);
  return *this;
}

TableFiller& TableFiller::whole(std::int64_t value) {
  m_insert.integer(m_next++, value);
  return *this;
}

TableFiller& TableFiller::flag(bool value) { return whole(value ? 1 : 0); }

void TableFiller::index(Bounds const& bounds) {
  if (bounds.empty()) return;
  m_extent.add(bounds);
  m_entries.push_back(rtree_entry(m_rows + 1, bounds));
}

TableFiller& TableFiller::geometry(std::span<unsigned char const> wkb, int dimension) {
  if (wkb.empty()) return text({});
  auto const bounds = geopackage_blob(wkb, dimension, m_blob);
  m_insert.blob(m_next++, m_blob);
  index(bounds);
  return *this;
}

TableFiller& TableFiller::point(Point p) {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return text({});
  geopackage_point(p, m_blob);
  m_insert.blob(m_next++, m_blob);
  index({p.x, p.y, p.x, p.y});
  return *this;
}

std::int64_t TableFiller::done() {
  auto const wanted = m_spec->columns.size() + (m_spec->spatial() ? 1 : 0);
  if (static_cast<std::size_t>(m_next - 2) != wanted)
    throw Error(ErrorKind::invariant, "write.row", {m_spec->name, std::to_string(m_next - 2), std::to_string(wanted)});
  m_insert.integer(1, m_rows + 1);
  m_insert.execute();
  m_next = 2;
  m_kept.clear();
  return ++m_rows;
}

}  // namespace redline
