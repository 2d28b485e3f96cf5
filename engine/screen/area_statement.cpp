// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/area_statement.hpp"

#include <algorithm>

#include "engine/core/printed_number.hpp"
#include "engine/crs/zones.hpp"
#include "engine/measure/area.hpp"

namespace redline {
namespace {

constexpr double M2_PER_KM2 = 1e6;

std::string km2(double m2) { return printed(m2 / M2_PER_KM2, 4); }

void add_planar(AreaStatement& s, Coordinates const& corners, double meridian) {
  auto const same = [&](AreaFigure const& f) { return f.meridian == meridian; };
  if (std::none_of(s.figures.begin(), s.figures.end(), same))
    s.figures.push_back({"planar", meridian, planar_area_m2(corners, meridian)});
}

// The exact area is no method of the trade: it is there for sums, not for licences.
bool of_the_trade(AreaFigure const& f) { return f.method != "exact"; }

class Weighing {
 public:
  Weighing(AreaStatement& s, ActivityAttributes const& a, Findings& findings)
      : m_s(s), m_a(a), m_findings(findings), m_rule(km2(s.by("tdt1055").m2)) {}

  void of_invalid_outline() {
    if (m_s.declared_m2) find("screen.declared_not_compared", Severity::info, {km2(*m_s.declared_m2)});
  }

  void methods() {
    for (auto const& f : m_s.figures)
      if (of_the_trade(f) && km2(f.m2) != m_rule) find_figure("screen.area_", f, Severity::info, km2(f.m2));
  }

  void declared() {
    if (!m_s.declared_m2) return;
    auto const said = km2(*m_s.declared_m2);
    auto const fits = [&](AreaFigure const& f) { return of_the_trade(f) && km2(f.m2) == said; };
    auto const it = std::find_if(m_s.figures.begin(), m_s.figures.end(), fits);
    if (it != m_s.figures.end()) m_s.declared_is = *it;
    if (m_s.declared_is && m_s.declared_is->method != "tdt1055")
      find_figure("screen.declared_", *m_s.declared_is, Severity::warning, said);
    else if (m_s.declared_as == "option")  // else the checks of the list have said it
      find(m_s.declared_is ? "screen.declared_fits" : "screen.declared_differs",
           m_s.declared_is ? Severity::info : Severity::warning, {said, m_rule});
  }

 private:
  void find(std::string code, Severity severity, std::vector<std::string> args) {
    m_findings.push_back({std::move(code), severity, m_a.layer, m_a.id, std::move(args)});
  }
  void find_figure(char const* code, AreaFigure const& f, Severity severity, std::string const& number) {
    find(code + f.method, severity, {m_rule, number, f.meridian ? printed(*f.meridian, 0) : ""});
  }

  AreaStatement& m_s;
  ActivityAttributes const& m_a;
  Findings& m_findings;
  std::string m_rule;
};

}  // namespace

AreaStatement area_statement(Activity const& activity, ActivityRow const& m, DeclaredArea const& declared,
                             bool repaired, Findings& findings) {
  AreaStatement s;
  s.declared_m2 = declared.m2, s.declared_as = declared.m2 ? declared.from : "";
  s.figures = {{"tdt1055", std::nullopt, m.tdt1055_m2.value_or(0)},
               {"geodesic", std::nullopt, m.geodesic_m2.value_or(0)},
               {"planar", m.planar_meridian, m.planar_m2.value_or(0)}};
  auto const corners = coordinates(activity.as_given());
  auto const longitude = activity.geometry.bounds().centre().x;
  for (auto const width : {ZoneWidth::three, ZoneWidth::six})
    add_planar(s, corners, central_meridian(zone_of(longitude, width)));
  s.figures.push_back({"exact", std::nullopt, exact_area_m2(activity.geometry)});
  Weighing weighing(s, activity.attributes, findings);
  if (repaired) {
    weighing.of_invalid_outline();
    return s;
  }
  weighing.methods();
  weighing.declared();
  return s;
}

}  // namespace redline
