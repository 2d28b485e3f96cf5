// SPDX-License-Identifier: Apache-2.0
#include "layers/read/gdal_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/read/encoding.hpp"
#include "layers/read/mojibake.hpp"
#include "layers/read/point_of_row.hpp"
#include "layers/read/zone_column.hpp"

namespace redline {
namespace {

constexpr std::uint64_t TEXTS_TO_CHECK = 5000;  // enough to see that a file is garbled

struct Tally {
  std::uint64_t read = 0, curves = 0, z = 0, m = 0, closed = 0, warnings = 0, checked = 0, mangled = 0;
  std::string first_warning, first_mangled, first_repaired;
};

// As GDAL prints dates, at a tenth of the cost. Years beyond four digits are GDAL's.
bool print_date(OGRFeature const& feature, int field, std::string& out) {
  int year = 0, month = 0, day = 0;
  if (!feature.GetFieldAsDateTime(field, &year, &month, &day, nullptr, nullptr, static_cast<float*>(nullptr), nullptr))
    return false;
  if (year < 1000 || year > 9999 || month < 0 || month > 99 || day < 0 || day > 99) return false;
  auto const digit = [](int n) { return static_cast<char>('0' + n % 10); };
  out = {
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '/', digit(month / 10), digit(month), '/',
      digit(day / 10),    digit(day)};
  return true;
}

class GdalSource final : public FeatureSource {
 public:
  explicit GdalSource(GdalSourceParts parts) : m(std::move(parts)) {
    read_fields();
    tell_of_columns();
    read_crs();
    for (int i = 0; i < static_cast<int>(m_fields.size()); ++i) m_selected.push_back(i);
    read_all_selected();
  }

  std::vector<FieldInfo> const& fields() const override { return m_fields; }
  std::string const& crs_text() const override { return m_crs; }
  std::string const& layer_name() const override { return m.layer_name; }
  std::string const& path() const override { return m.path; }
  std::string const& encoding() const override { return m.encoding; }
  Findings const& findings() const override { return m.findings; }
  std::optional<std::uint64_t> count() override;
  void select(std::vector<int> const& fields) override;
  void read_only(std::vector<int> const& places) override;
  void read_all_selected() override;
  void select_geometry(bool wanted) override;
  bool next(RawFeature& out) override;
  void rewind() override;

 private:
  void read_fields();
  void tell_of_columns();
  void read_crs();
  void apply_selection();
  void take_values(OGRFeature& feature, RawFeature& out);
  void take_geometry(OGRFeature& feature, RawFeature& out);
  void check_text(std::string const& text);
  void at_end();
  void check_count();
  std::optional<std::uint64_t> rows_in_table();
  void tell(char const* code, Severity severity, std::uint64_t n, std::vector<std::string> more = {});
  void tell_of_texts();
  void tell_of_geometry();

  GdalSourceParts m;
  std::string m_crs;
  std::vector<FieldInfo> m_fields;
  std::vector<int> m_selected;
  std::vector<bool> m_read;  // which of them
  Tally m_tally;
  bool m_geometry = true, m_texts_told = false, m_geometry_told = false, m_ended = false;
};

void GdalSource::read_fields() {
  auto const* defn = m.layer->GetLayerDefn();
  std::set<std::string> seen;
  for (int i = 0; i < defn->GetFieldCount(); ++i) {
    auto const* f = defn->GetFieldDefn(i);
    m_fields.push_back({f->GetNameRef(), OGRFieldDefn::GetFieldTypeName(f->GetType())});
    if (!m.begins.empty()) m_fields.back().begin = m.begins[static_cast<std::size_t>(i)];
    drop_cut_character(m_fields.back().name);
    if (auto const was = unmangled(m_fields.back().name))
      m.findings.push_back({"read.mojibake", Severity::warning, m.layer_name, "", {"1", m_fields.back().name, *was}});
    if (!seen.insert(m_fields.back().name).second)
      m.findings.push_back({"read.duplicate_field", Severity::warning, m.layer_name, "", {m_fields.back().name}});
  }
}

// Only the first is read.
void GdalSource::tell_of_columns() {
  auto const* defn = m.layer->GetLayerDefn();
  std::string others;
  for (int i = 1; i < defn->GetGeomFieldCount(); ++i)
    others += (i > 1 ? ", " : "") + std::string(defn->GetGeomFieldDefn(i)->GetNameRef());
  if (!others.empty())
    m.findings.push_back({"read.several_geometries",
                          Severity::warning,
                          m.layer_name,
                          "",
                          {defn->GetGeomFieldDefn(0)->GetNameRef(), others}});
}

void GdalSource::read_crs() {
  auto const* srs = m.layer->GetSpatialRef();
  OGRSpatialReference assumed;
  if (!srs && m.columns.degrees && assumed.importFromEPSG(4490) == OGRERR_NONE) srs = &assumed;
  if (!srs) return;
  char* wkt = nullptr;
  char const* const options[] = {"FORMAT=WKT2_2018", nullptr};
  if (srs->exportToWkt(&wkt, options) == OGRERR_NONE && wkt) m_crs = wkt;
  CPLFree(wkt);
}

std::optional<std::uint64_t> GdalSource::count() {
  if (m.expected) return m.expected;
  auto const n = m.layer->GetFeatureCount(TRUE);
  return n < 0 ? std::nullopt : std::optional<std::uint64_t>(static_cast<std::uint64_t>(n));
}

void GdalSource::select(std::vector<int> const& fields) {
  m_selected = fields;
  read_all_selected();
}

void GdalSource::read_only(std::vector<int> const& places) {
  m_read.assign(m_selected.size(), false);
  for (int const place : places) m_read.at(static_cast<std::size_t>(place)) = true;
  apply_selection();
}

void GdalSource::read_all_selected() {
  m_read.assign(m_selected.size(), true);
  apply_selection();
}

void GdalSource::select_geometry(bool wanted) {
  m_geometry = wanted;
  apply_selection();
}

// GDAL skips what is named here, by name: a name that two fields share is never named. Not every driver can; that only
// costs time.
void GdalSource::apply_selection() {
  std::set<int> needed;
  for (std::size_t i = 0; i < m_selected.size(); ++i)
    if (m_read[i]) needed.insert(m_selected[i]);
  if (m_geometry) needed.insert({m.columns.x, m.columns.y, m.columns.wkt, m.columns.zone});
  auto const name = [&](int i) { return m.layer->GetLayerDefn()->GetFieldDefn(i)->GetNameRef(); };
  int const n = static_cast<int>(m_fields.size());
  std::multiset<std::string> names;
  for (int i = 0; i < n; ++i) names.insert(name(i));
  CPLStringList ignored;
  for (int i = 0; i < n; ++i)
    if (!needed.count(i) && names.count(name(i)) == 1) ignored.AddString(name(i));
  if (!m_geometry) ignored.AddString("OGR_GEOMETRY");
  if (m.layer->TestCapability(OLCIgnoreFields) && !m.filtered)
    m.layer->SetIgnoredFields(const_cast<char const**>(ignored.List()));
  rewind();
}

void GdalSource::rewind() {
  m.layer->ResetReading();
  m_tally = {};
  m_ended = false;
}

bool GdalSource::next(RawFeature& out) {
  if (m_ended) return false;  // some drivers would begin again (MapInfo, once its features were counted)
  GdalErrors errors;
  OGRFeatureUniquePtr const feature(m.layer->GetNextFeature());
  if (!errors.failures().empty())
    throw Error(ErrorKind::input, "read.feature",
                {m.path, m.layer_name, std::to_string(m_tally.read + 1), errors.first()});
  if (!errors.warnings().empty() && m_tally.warnings++ == 0) m_tally.first_warning = errors.warnings().front();
  if (!feature) return at_end(), false;
  ++m_tally.read;
  out.fid = feature->GetFID();
  take_values(*feature, out);
  out.geometry_problem = {};
  out.had_curves = out.had_z = out.had_m = false;
  if (m_geometry)
    take_geometry(*feature, out);
  else
    out.wkb.clear();
  return true;
}

void GdalSource::take_values(OGRFeature& feature, RawFeature& out) {
  out.values.resize(m_selected.size());
  for (std::size_t i = 0; i < m_selected.size(); ++i) {
    auto& value = out.values[i];
    if (!m_read[i] || !feature.IsFieldSetAndNotNull(m_selected[i])) {
      value.reset();
      continue;
    }
    if (!value) value.emplace();
    if (feature.GetFieldDefnRef(m_selected[i])->GetType() == OFTDate && print_date(feature, m_selected[i], *value))
      continue;
    value->assign(feature.GetFieldAsString(m_selected[i]));
    drop_cut_character(*value);
    if (m_tally.checked < TEXTS_TO_CHECK) check_text(*value);
  }
}

void GdalSource::take_geometry(OGRFeature& feature, RawFeature& out) {
  auto const text = [&](int i) { return std::string(feature.GetFieldAsString(i)); };
  auto const zone = m.columns.zone < 0 ? std::nullopt : zone_number(text(m.columns.zone));
  if (m.columns.wkt >= 0)
    geometry_of_wkt(text(m.columns.wkt), out, zone);
  else if (m.columns.any())
    point_of_row(m.columns, text(m.columns.x), text(m.columns.y), out, zone);
  else if (auto* g = feature.GetGeometryRef())
    m_tally.closed += export_geometry(*g, m.geometry, out) ? 1 : 0;
  else
    out.wkb.clear();
  m_tally.curves += out.had_curves ? 1 : 0;
  m_tally.z += out.had_z ? 1 : 0;
  m_tally.m += out.had_m ? 1 : 0;
}

void GdalSource::check_text(std::string const& text) {
  if (!may_be_mangled(text)) return;
  ++m_tally.checked;
  auto const was = unmangled(text);
  if (was && m_tally.mangled++ == 0) m_tally.first_mangled = text, m_tally.first_repaired = *was;
}

void GdalSource::at_end() {
  m_ended = true;
  check_count();
  bool const all = std::find(m_read.begin(), m_read.end(), false) == m_read.end();
  if (all && !std::exchange(m_texts_told, true)) tell_of_texts();
  if (m_geometry && !std::exchange(m_geometry_told, true)) tell_of_geometry();
}

// A count that a file keeps of itself may be out of date (GeoPackage): then the rows are counted one by one.
void GdalSource::check_count() {
  if (m.filtered) return;
  auto due = m.expected;
  bool const keeps_count =
      m.layer->TestCapability(OLCFastFeatureCount) && !EQUAL(m.dataset->GetDriverName(), "PostgreSQL");
  if (!due && keeps_count) due = count();
  if (due && *due != m_tally.read && EQUAL(m.dataset->GetDriverName(), "GPKG")) due = rows_in_table();
  if (due && *due != m_tally.read)
    throw Error(ErrorKind::input, "read.short", {m.path, std::to_string(m_tally.read), std::to_string(*due)});
}

std::optional<std::uint64_t> GdalSource::rows_in_table() {
  auto const quoted = CPLString(m.layer->GetName()).replaceAll("\"", "\"\"");
  auto* result = m.dataset->ExecuteSQL(("SELECT COUNT(*) FROM \"" + quoted + "\"").c_str(), nullptr, nullptr);
  if (!result) return std::nullopt;
  OGRFeatureUniquePtr const row(result->GetNextFeature());
  auto const n =
      row ? std::optional<std::uint64_t>(static_cast<std::uint64_t>(row->GetFieldAsInteger64(0))) : std::nullopt;
  m.dataset->ReleaseResultSet(result);
  return n;
}

void GdalSource::tell(char const* code, Severity severity, std::uint64_t n, std::vector<std::string> more) {
  if (n == 0) return;
  more.insert(more.begin(), std::to_string(n));
  m.findings.push_back({code, severity, m.layer_name, "", std::move(more)});
}

void GdalSource::tell_of_texts() {
  tell("read.warning", Severity::warning, m_tally.warnings, {m_tally.first_warning});
  tell("read.mojibake", Severity::warning, m_tally.mangled, {m_tally.first_mangled, m_tally.first_repaired});
}

void GdalSource::tell_of_geometry() {
  tell("read.curves", Severity::info, m_tally.curves, {fmt::format("{}", ARC_STEP_DEGREES)});
  tell("read.z", Severity::info, m_tally.z);
  tell("read.m", Severity::info, m_tally.m);
  tell("read.closed_lines", Severity::info, m_tally.closed);
}

}  // namespace

std::unique_ptr<FeatureSource> make_gdal_source(GdalSourceParts parts) {
  return std::make_unique<GdalSource>(std::move(parts));
}

}  // namespace redline
