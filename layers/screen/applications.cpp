// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/applications.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/normalise.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/numbering.hpp"
#include "layers/corners/place_doubts.hpp"
#include "layers/corners/register_area.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/run/source_files.hpp"
#include "layers/screen/action_of_application.hpp"
#include "layers/screen/identity_of_application.hpp"
#include "layers/screen/kind_of_application.hpp"
#include "layers/screen/outlines_of_file.hpp"
#include "layers/screen/terms_of_application.hpp"

namespace redline {
namespace {

constexpr double M2_PER_HECTARE = 1e4;
constexpr double NARROWEST_M = 0.01;  // the precision in which corners are printed

std::string stem(std::string const& file) {
  return file == "-" ? "stdin" : std::filesystem::path(file).stem().string();
}

IntakePlan intake_of(std::string const& file, ScreenPlan const& plan) {
  auto out = plan.intake;
  out.source = file;
  out.spare_parcels = true;
  out.datum_parameters = plan.run.datum_parameters;
  if (file != "-") out.pasted.reset();
  return out;
}

double planar_or_other(Activity const& a) { return a.planar_m2 ? *a.planar_m2 : tdt1055_area_m2(a.as_given()); }

bool has_other_zone(Findings const& findings) {
  return std::any_of(findings.begin(), findings.end(), [](Finding const& f) { return f.code == "crs.other_zone"; });
}

class ApplicationReader {
 public:
  // `all`: parcels of the file, those of other notations counted.
  ApplicationReader(std::string file, ScreenPlan const& plan, Intake in, std::size_t all)
      : m_file(std::move(file)), m_plan(plan), m_in(std::move(in)), m_layer(stem(m_file)), m_all(all) {
    if (m_in.list.parcels.empty()) return;  // all failed
    m_to_lonlat = std::make_shared<Transformation>(m_in.crs, plan.run.datum_parameters);
    m_hash = m_in.bytes.empty() ? sha256_of_source(m_file) : sha256_hex(m_in.bytes);
    if (m_hash.empty()) m_hash = sha256_of_source(m_in.list.shown);  // named with its layer
  }

  SubmittedFile read() {
    if (!m_plan.id.empty() && parcels() > 1)
      throw Error(ErrorKind::input, "screen.one_id", {m_file, std::to_string(parcels())});
    for (std::size_t i = 0; i < m_in.list.parcels.size(); ++i) try {
        m_out.applications.push_back(submitted(i));
      } catch (Error const& e) {
        if (e.message().key != "screen.no_polygon") throw;
        m_out.unusable.push_back({e.message().key, Severity::error, m_layer, id_of(i), e.message().args});
      }
    for (auto const& p : m_in.list.failed_parcels) m_out.unusable.push_back(failed_lines(p));
    return std::move(m_out);
  }

 private:
  std::size_t parcels() const { return m_all; }

  Finding failed_lines(FailedParcel const& p) const {
    auto const id = m_layer + ":" + p.title;
    auto const l = m_plan.run.language;
    auto const line = std::to_string(p.line);
    if (p.line == 0) return {"screen.parcel_feature", Severity::error, m_layer, id, {m_file, id, render(p.why, l)}};
    auto const at = p.sheet.empty() ? Message{"corner.at_line", {line}} : Message{"corner.at_row", {p.sheet, line}};
    return {"screen.parcel_lines", Severity::error, m_layer, id, {m_file, id, render(at, l) + render(p.why, l)}};
  }

  std::string id_of(std::size_t i) const {
    auto const& p = m_in.list.parcels[i];
    if (!m_plan.id.empty()) return m_plan.id;
    if (m_in.list.form == CornerForm::features && !p.id.empty()) return p.id;
    return parcels() == 1 ? m_layer : m_layer + ":" + parcel_title(p, i);
  }

  ActivityAttributes attributes(std::size_t i) const {
    auto a = m_plan.attributes;
    a.layer = m_layer;
    a.id = id_of(i);
    auto const& parcel = m_in.list.parcels[i];
    a.fid = static_cast<std::int64_t>(parcel.number);
    a.occurrence = std::to_string(parcel.number);
    if (a.name.empty() && parcel.name != parcel.worksheet) a.name = parcel.name;
    if (a.mineral.empty()) a.mineral = parcel.mineral;
    if (a.licence_no.empty()) a.licence_no = parcel.licence_no;
    if (a.holder.empty()) a.holder = parcel.holder;
    identify(a, parcel);
    if (a.name.empty()) a.name = parcel.name;
    if (!a.accuracy_m) a.accuracy_m = m_plan.workspace_accuracy_m;
    return a;
  }

  DeclaredArea declared(Parcel const& p, Activity const& a) const {
    if (m_plan.declared_m2) return {m_plan.declared_m2, "option"};
    if (p.of_register) {
      auto const said = registered_area(p, tdt1055_area_m2(a.as_given()));
      return said ? DeclaredArea{said->m2, "file"} : DeclaredArea{};
    }
    if (m_in.list.form == CornerForm::baopan)
      if (auto const hectares = number_of_cell(p.declared_area); hectares && *hectares > 0)
        return {said_hectares(*hectares, planar_or_other(a) / M2_PER_HECTARE) * M2_PER_HECTARE, "file"};
    if (auto const said = area_said_of(p, tdt1055_area_m2(a.as_given()))) return {said->m2, "file"};
    if (m_in.list.declared_m2 && parcels() == 1) return {m_in.list.declared_m2, "file"};
    return {};
  }

  // What was found about a parcel is said with its application; what is about the whole file with each.
  Findings findings_of(std::size_t i, std::string const& id) const {
    auto const key = parcel_key(m_in.list.parcels[i], i);
    Findings out;
    for (auto f : m_in.findings) {
      if (!f.feature.empty() && f.feature != key && parcels() > 1) continue;
      f.layer = m_layer;
      f.feature = id;
      out.push_back(std::move(f));
    }
    return out;
  }

  std::vector<ScreenedPart> parts(Parcel const& p) const {
    std::vector<ScreenedPart> out;
    for (auto const& indexes : parts_by_containment(p.rings)) {
      auto& part = out.emplace_back();
      for (auto const r : indexes) {
        auto& ring = part.rings.emplace_back();
        ring.hole = part.rings.size() > 1;
        for (auto const& c : p.rings[r].corners)
          ring.corners.push_back({c.name, {c.x, c.y}, m_to_lonlat->forward({c.x, c.y})});
      }
    }
    return out;
  }

  // 地块编号 and name stay, unless an option states others; an area in hectares is one of the TXT form.
  ParcelFields fields(Parcel const& p, ActivityAttributes const& a) const {
    ParcelFields out{m_plan.id.empty() && !p.id.empty() ? p.id : a.id, a.name, p.sheet, p.use, p.land_class, "", {}, 0};
    if (m_in.list.form == CornerForm::baopan) out.hectares = p.declared_area, out.more = p.more;
    if (m_in.crs.projected())
      for (auto const& r : p.rings)
        for (auto const& c : r.corners) out.decimals = std::max(out.decimals, c.decimals);
    return out;
  }

  void describe_crs(Application& a) const {
    a.crs = code_or_name(m_in.crs), a.crs_name = m_in.crs.name(), a.crs_how = m_in.how;
    a.projected = m_in.crs.projected();
    if (a.projected) a.central_meridian = m_in.crs.central_meridian();
  }

  Submitted submitted(std::size_t i) const {
    auto const& parcel = m_in.list.parcels[i];
    Submitted s;
    s.to_lonlat = m_to_lonlat;
    s.activity.attributes = attributes(i);
    auto const& id = s.activity.attributes.id;
    s.application.file = m_file, s.application.sha256 = m_hash;
    s.application.findings = findings_of(i, id);
    s.outline_doubtful = doubts_outline(s.application.findings);
    s.application.accuracy_from = m_plan.attributes.accuracy_m  ? "option"
                                  : m_plan.workspace_accuracy_m ? "workspace"
                                                                : "";
    describe_crs(s.application);
    s.application.fields = fields(parcel, s.activity.attributes);
    for (auto& f : identity_apart(m_plan.attributes, parcel, m_layer, id))
      s.application.findings.push_back(std::move(f));
    for (auto& f : decide_action(s.activity.attributes, parcel)) s.application.findings.push_back(std::move(f));
    for (auto& f : decide_kind(s.activity.attributes, parcel, m_in.list.form))
      s.application.findings.push_back(std::move(f));
    for (auto& f : decide_terms(s.activity.attributes, parcel, *m_plan.run.as_of))
      s.application.findings.push_back(std::move(f));
    if (auto f = outline_in_file(m_in.list, i))
      f->layer = m_layer, f->feature = id, s.application.findings.push_back(*f);
    place(parcel, s);
    doubt_place(s);
    s.declared = declared(parcel, s.activity);
    s.activity.attributes.declared_m2 = s.declared.m2;
    return s;
  }

  void doubt_place(Submitted& s) const {
    auto const& found = s.application.findings;
    s.place_doubtful = doubts_place(found, {!m_plan.intake.crs.empty(), m_plan.intake.accept});
    if (s.application.crs_how == "declared" && has_other_zone(found)) s.application.crs_how = "contradicted";
  }

  [[noreturn]] void no_polygon(std::string const& id, std::string const& reason) const {
    throw Error(ErrorKind::input, "screen.no_polygon", {m_file, id, reason});
  }

  void place(Parcel const& parcel, Submitted& s) const {
    auto const& id = s.activity.attributes.id;
    try {
      auto const given = build(closed_rings(parcel));
      auto n = normalise(given.wkb(), *m_to_lonlat, {m_layer, id, {}, m_plan.run.densify_m});
      auto& found = s.application.findings;
      if (has_other_zone(found))  // said of the whole file already
        std::erase_if(n.findings, [](Finding const& f) { return f.code == "crs.other_zone"; });
      found.insert(found.end(), n.findings.begin(), n.findings.end());
      if (n.outcome == Outcome::rejected)
        no_polygon(id, n.findings.empty()
                           ? std::string("?")
                           : render(Message{n.findings.back().code, n.findings.back().args}, m_plan.run.language));
      if (largest_circle(n.geometry).width_m < NARROWEST_M)
        no_polygon(id, render("screen.no_width", m_plan.run.language));
      s.repaired = n.outcome == Outcome::repaired;
      s.activity.geometry = std::move(n.geometry), s.activity.corners = std::move(n.corners),
      s.activity.shape = std::move(n.shape);
      s.application.parts = parts(parcel);
      if (m_in.crs.projected() && m_in.crs.central_meridian() && !s.repaired) {
        s.activity.planar_meridian = m_in.crs.central_meridian();
        s.activity.planar_m2 = given.planar_area();
      }
    } catch (GeometryError const& e) {
      no_polygon(id, e.reason());
    }
  }

  std::string m_file;
  ScreenPlan const& m_plan;
  Intake m_in;
  std::string m_layer, m_hash;
  std::size_t m_all;
  std::shared_ptr<Transformation> m_to_lonlat;
  SubmittedFile m_out;
};

}  // namespace

SubmittedFile read_applications(std::string const& file, ScreenPlan const& plan) {
  auto intakes = take_in_rights(intake_of(file, plan));
  std::size_t all = 0;
  for (auto const& in : intakes) all += in.list.parcels.size() + in.list.failed_parcels.size();
  SubmittedFile out;
  for (auto& in : intakes) {
    auto read = ApplicationReader(file, plan, std::move(in), all).read();
    std::move(read.applications.begin(), read.applications.end(), std::back_inserter(out.applications));
    std::move(read.unusable.begin(), read.unusable.end(), std::back_inserter(out.unusable));
  }
  std::stable_sort(out.applications.begin(), out.applications.end(), [](Submitted const& a, Submitted const& b) {
    return a.activity.attributes.fid < b.activity.attributes.fid;
  });
  return out;
}

}  // namespace redline
