// SPDX-License-Identifier: Apache-2.0
#include "layers/read/gdal_source.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/read/coordinate_columns.hpp"

namespace redline {
namespace {

constexpr double ARC_STEP_DEGREES = 1;

class GdalSource final : public FeatureSource {
 public:
  explicit GdalSource(GdalSourceParts parts) : m(std::move(parts)) {
    m_name = m.layer->GetName();
    read_fields();
    read_crs();
    std::vector<int> all;
    for (int i = 0; i < static_cast<int>(m_fields.size()); ++i) all.push_back(i);
    select(all);
  }

  std::vector<FieldInfo> const& fields() const override { return m_fields; }
  std::string const& crs_text() const override { return m_crs; }
  std::string const& layer_name() const override { return m_name; }
  std::string const& path() const override { return m.path; }
  std::string const& encoding() const override { return m.encoding; }
  Findings const& findings() const override { return m.findings; }
  void select(std::vector<int> const& fields) override;
  void select_geometry(bool wanted) override;
  bool next(RawFeature& out) override;
  void rewind() override;
  std::optional<std::uint64_t> count() override {
    auto const n = m.layer->GetFeatureCount(1);
    return n < 0 ? std::nullopt : std::optional<std::uint64_t>(static_cast<std::uint64_t>(n));
  }

 private:
  void read_fields();
  void read_crs();
  void apply_selection();
  void take_geometry(OGRFeature& feature, RawFeature& out);
  void export_geometry(OGRGeometry& g, RawFeature& out);
  void at_end();

  GdalSourceParts m;
  std::string m_name, m_crs;
  std::vector<FieldInfo> m_fields;
  std::vector<int> m_selected;
  bool m_geometry = true, m_summed_up = false;
  std::uint64_t m_read = 0, m_curves = 0, m_z = 0, m_m = 0;
};

void GdalSource::read_fields() {
  auto const* defn = m.layer->GetLayerDefn();
  for (int i = 0; i < defn->GetFieldCount(); ++i) {
    auto const* f = defn->GetFieldDefn(i);
    m_fields.push_back({f->GetNameRef(), OGRFieldDefn::GetFieldTypeName(f->GetType())});
  }
}

void GdalSource::read_crs() {
  auto const* srs = m.layer->GetSpatialRef();
  if (!srs) return;
  char* wkt = nullptr;
  char const* const options[] = {"FORMAT=WKT2_2018", nullptr};
  if (srs->exportToWkt(&wkt, options) == OGRERR_NONE && wkt) m_crs = wkt;
  CPLFree(wkt);
}

void GdalSource::select(std::vector<int> const& fields) {
  m_selected = fields;
  apply_selection();
}

void GdalSource::select_geometry(bool wanted) {
  m_geometry = wanted;
  apply_selection();
}

// GDAL skips what is named here; not every driver can, so failure only costs time.
void GdalSource::apply_selection() {
  CPLStringList ignored;
  auto const needed = [&](int i) {
    return std::find(m_selected.begin(), m_selected.end(), i) != m_selected.end() || i == m.columns.x || i == m.columns.y ||
           i == m.columns.wkt;
  };
  for (int i = 0; i < static_cast<int>(m_fields.size()); ++i)
    if (!needed(i)) ignored.AddString(m_fields[static_cast<std::size_t>(i)].name.c_str());
  if (!m_geometry) ignored.AddString("OGR_GEOMETRY");
  if (m.layer->TestCapability(OLCIgnoreFields)) m.layer->SetIgnoredFields(const_cast<char const**>(ignored.List()));
  rewind();
}

void GdalSource::rewind() {
  m.layer->ResetReading();
  m_read = m_curves = m_z = m_m = 0;
}

bool GdalSource::next(RawFeature& out) {
  GdalErrors errors;
  OGRFeatureUniquePtr const feature(m.layer->GetNextFeature());
  if (!errors.failures().empty()) throw Error(ErrorKind::input, "read.feature", {m.path, m_name, std::to_string(m_read + 1), errors.first()});
  if (!feature) {
    at_end();
    return false;
  }
  ++m_read;
  out.fid = feature->GetFID();
  out.values.resize(m_selected.size());
  for (std::size_t i = 0; i < m_selected.size(); ++i) {
    auto const f = m_selected[i];
    if (feature->IsFieldSetAndNotNull(f)) out.values[i].emplace(feature->GetFieldAsString(f));
    else out.values[i].reset();
  }
  out.wkb.clear();
  out.geometry_problem.clear();
  if (m_geometry) take_geometry(*feature, out);
  return true;
}

void GdalSource::take_geometry(OGRFeature& feature, RawFeature& out) {
  if (m.columns.any()) {
    auto const text = [&](int i) { return i < 0 ? std::string{} : std::string(feature.GetFieldAsString(i)); };
    geometry_from_columns(text(m.columns.x), text(m.columns.y), text(m.columns.wkt), out);
  } else if (auto* g = feature.GetGeometryRef()) {
    export_geometry(*g, out);
  }
}

void GdalSource::export_geometry(OGRGeometry& g, RawFeature& out) {
  m_z += g.Is3D() ? 1 : 0;
  m_m += g.IsMeasured() ? 1 : 0;
  OGRGeometry* linear = &g;
  std::unique_ptr<OGRGeometry> straight;
  if (g.hasCurveGeometry(FALSE)) {
    ++m_curves;
    straight.reset(g.getLinearGeometry(ARC_STEP_DEGREES));
    linear = straight.get();
  }
  linear->flattenTo2D();
  linear->setMeasured(FALSE);
  if (linear->IsEmpty() && linear->getGeometryType() == wkbPoint) {
    out.geometry_problem = "EMPTY";
    return;
  }
  out.wkb.resize(static_cast<std::size_t>(linear->WkbSize()));
  linear->exportToWkb(wkbNDR, out.wkb.data(), wkbVariantIso);
}

void GdalSource::at_end() {
  if (m.expected > 0 && m_read < m.expected)
    throw Error(ErrorKind::input, "read.short", {m.path, std::to_string(m_read), std::to_string(m.expected)});
  if (std::exchange(m_summed_up, true)) return;
  auto const say = [&](char const* code, std::uint64_t n) {
    if (n > 0) m.findings.push_back({code, Severity::info, m_name, "", {std::to_string(n)}});
  };
  say("read.curves", m_curves);
  say("read.z", m_z);
  say("read.m", m_m);
}

}  // namespace

std::unique_ptr<FeatureSource> make_gdal_source(GdalSourceParts parts) { return std::make_unique<GdalSource>(std::move(parts)); }

}  // namespace redline
