// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/core/printed_number.hpp"
#include "engine/crs/densify.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/register_area.hpp"
#include "layers/corners/run_on_rings.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/settled_areas.hpp"
#include "layers/corners/sheet_areas.hpp"

namespace redline {
namespace {

constexpr double M2_PER_HECTARE = 1e4, M2_PER_KM2 = 1e6;
constexpr double UNIT_FITS = 1e-3;    // a wrong unit is recognised within a thousandth
constexpr double CONTRADICTS = 0.01;  // another area, beyond what projections and print make of one

struct WrongUnit {
  double factor;  // declared / hectares
  char const* word;
};
constexpr std::array<WrongUnit, 4> WRONG_UNITS{
    {{1e4, "@corner.unit.m2"}, {15, "@corner.unit.mu"}, {0.01, "@corner.unit.km2"}, {10, "@corner.unit.thousand"}}};

bool says_no_holes(CornerForm form) { return form == CornerForm::printed || form == CornerForm::pair_string; }

WrongUnit const* wrong_unit(double said, double hectares) {
  auto const at = std::find_if(WRONG_UNITS.begin(), WRONG_UNITS.end(), [&](WrongUnit const& unit) {
    return std::abs(said / hectares / unit.factor - 1) < UNIT_FITS;
  });
  return at == WRONG_UNITS.end() ? nullptr : &*at;
}

class Checker {
 public:
  Checker(CornerList const& list, Crs const& crs, Transformation const* t)
      : m_list(&list), m_crs(&crs), m_t(t), m_layer(std::filesystem::path(list.shown).stem().string()) {}

  Findings work() {
    for (std::size_t i = 0; i < m_list->parcels.size(); ++i) parcel(m_list->parcels[i], i);
    for (std::size_t i = 0; i < m_list->parcels.size(); ++i) registered(i);
    for (auto const& s : m_list->sheet_areas) of_sheet(s);
    if (m_list->declared_m2 && m_total && m_list->failed_parcels.empty()) {
      m_feature.clear();
      auto const declared = area_declared(*m_list, *m_total);
      if (of_one_table(declared)) return std::move(m_out);
      compare(declared.m2, declared.step_m2, *m_total, m_total_plane);
      for (auto const& other : m_list->said_areas) compare(other.m2, other.step_m2, *m_total, m_total_plane);
    }
    return std::move(m_out);
  }

 private:
  void find(char const* key, Severity s, std::vector<std::string> args, Point at = NOWHERE) {
    m_out.push_back({key, s, m_layer, m_feature, std::move(args), at.x, at.y});
  }

  // Old licences print the area in the plane.
  void compare(double declared_m2, double step_m2, double computed_m2, double plane_m2) {
    auto const said = printed(declared_m2 / M2_PER_KM2, 4), got = printed(computed_m2 / M2_PER_KM2, 4);
    auto const far = [&](double m2) { return std::abs(m2 - declared_m2) > CONTRADICTS * declared_m2; };
    auto const fits = [&](double m2) {
      return (said == printed(m2 / M2_PER_KM2, 4) && !far(m2)) ||
             std::abs(m2 - declared_m2) <= step_m2 / 2 * (1 + 1e-6);
    };
    if (fits(computed_m2)) return find("corner.total_fits", Severity::info, {said, got});
    if (plane_m2 > 0 && fits(plane_m2))
      return find("corner.total_fits_plane", Severity::info, {said, printed(plane_m2 / M2_PER_KM2, 4), got});
    find(far(computed_m2) ? "corner.total_contradicts" : "corner.total_differs", Severity::warning, {said, got});
  }

  // Of tables under texts of their own, the area may be that of one alone.
  bool of_one_table(SaidArea const& said) {
    auto const fits = [&](double m2) { return same_area_said(m2, said.m2, said.step_m2 / 2); };
    bool const apart =
        std::any_of(m_list->parcels.begin(), m_list->parcels.end(), [](auto const& p) { return p.below_text; });
    if (!apart || fits(*m_total) || std::count_if(m_areas.begin(), m_areas.end(), fits) != 1) return false;
    auto const at = std::find_if(m_areas.begin(), m_areas.end(), fits);
    auto const i = static_cast<std::size_t>(at - m_areas.begin());
    m_feature = parcel_key(m_list->parcels[i], i);
    compare(said.m2, said.step_m2, *at, m_planes[i]);
    return true;
  }

  // Of several parcels of one sheet: said with each.
  void of_sheet(SheetArea const& s) {
    auto const m2 = area_of_sheet(*m_list, m_areas, s.sheet), plane = area_of_sheet(*m_list, m_planes, s.sheet);
    auto const said = with_or_without(s.area, m2);
    for (std::size_t i = 0; i < m_list->parcels.size() && m2 > 0; ++i) {
      if (m_list->parcels[i].worksheet != s.sheet) continue;
      m_feature = parcel_key(m_list->parcels[i], i);
      compare(said.m2, said.step_m2, m2, plane);
    }
  }

  // That of the parcel; or of all of its licence, which repeat it.
  void registered(std::size_t i) {
    auto const& p = m_list->parcels[i];
    if (m_areas[i] <= 0) return;
    auto const said = registered_area(p, m_areas[i]);
    if (!said) return;
    m_feature = parcel_key(p, i);
    auto const all = area_of_licence(*m_list, m_areas, i);
    auto const of_all = registered_area(p, all.m2);
    bool const shared = all.parcels > 1 && !all.one_alone && agrees(*of_all, all.m2);
    if (!shared) return compare(said->m2, said->step_m2, m_areas[i], m_planes[i]);
    find("corner.licence_fits", Severity::info,
         {printed(of_all->m2 / M2_PER_KM2, 4), printed(all.m2 / M2_PER_KM2, 4), std::to_string(all.parcels)});
  }

  void parcel(Parcel const& p, std::size_t i) {
    m_title = parcel_title(p, i), m_feature = parcel_key(p, i);
    m_areas.push_back(0), m_planes.push_back(0);
    rings(p);
    try {
      auto const polygon = build(closed_rings(p));
      shape(p, polygon);
      area(p, polygon);
    } catch (GeometryError const& e) {
      find("corner.no_polygon", Severity::error, {m_title, e.reason()});
    }
  }

  void rings(Parcel const& p) {
    auto const parts = parts_by_containment(p.rings);
    auto const holes = p.rings.size() - parts.size();
    if (p.rings.size() > 1)
      find("corner.rings", Severity::info, {m_title, std::to_string(parts.size()), std::to_string(holes)});
    for (auto const& part : parts)
      for (std::size_t k = 0; k < part.size(); ++k) {
        auto const& ring = p.rings[part[k]];
        bool const hole = k > 0;
        if (ring.said_hole && *ring.said_hole != hole && m_list->form == CornerForm::printed)
          find("corner.hole_outside", Severity::warning, {m_title, ring.corners.front().name});
        else if (hole && !ring.said_hole && ring.mark.empty() && says_no_holes(m_list->form))
          find("corner.hole_unsaid", Severity::warning, {m_title, ring.corners.front().name});
        else if (ring.said_hole && *ring.said_hole != hole)
          find("corner.tail_contradicts", Severity::warning,
               {m_title, std::to_string(part[k] + 1), hole ? "@corner.word.hole" : "@corner.word.shell",
                std::to_string(ring.corners.front().line)});
      }
  }

  void shape(Parcel const& p, Geometry const& polygon) {
    auto const d = defect(polygon);
    if (!d) return;
    auto const at = m_t != nullptr ? m_t->forward(d->place) : NOWHERE;
    auto const x = m_crs->geographic() ? printed_dms(d->place.x) : printed(d->place.x, 2);
    auto const y = m_crs->geographic() ? printed_dms(d->place.y) : printed(d->place.y, 2);
    find("corner.invalid", Severity::error, {m_title, d->reason, y, x}, at);
    look_for_two_rings(p);
  }

  // Strings count the corners of each ring.
  void look_for_two_rings(Parcel const& p) {
    if (m_list->form != CornerForm::printed && m_list->form != CornerForm::baopan) return;
    for (auto const& ring : p.rings)
      if (auto const at = second_ring_at(ring))
        find("corner.maybe_two_rings", Severity::warning,
             {m_title, ring.corners.front().name, ring.corners[*at - 1].name, ring.corners[*at].name,
              ring.corners.back().name});
  }

  void area(Parcel const& p, Geometry const& polygon) {
    std::optional<double> tdt, planar;
    if (m_t != nullptr) tdt = tdt1055_area_m2(corners_to_lonlat(polygon, *m_t));
    if (m_crs->projected()) planar = polygon.planar_area();
    if (tdt) m_total = m_total.value_or(0) + *tdt;
    m_areas.back() = tdt.value_or(0), m_planes.back() = planar.value_or(0);
    m_total_plane += m_planes.back();
    auto const km2 = tdt ? printed(*tdt / M2_PER_KM2, 4) : std::string("—");
    auto const ha = planar ? printed(*planar / M2_PER_HECTARE, 4) : std::string("—");
    find("corner.area", Severity::info, {m_title, km2, ha});
    if (auto const said = tdt ? area_said_of(p, *tdt) : std::nullopt)
      compare(said->m2, said->step_m2, *tdt, m_planes.back());
    if (auto const m2 = planar ? planar : tdt) declared(p, *m2 / M2_PER_HECTARE);
  }

  void declared(Parcel const& p, double hectares) {
    auto const said = number_of_cell(p.declared_area);
    if (m_list->form != CornerForm::baopan) return;  // the others have no place for it
    if (!said || *said == 0) return find("corner.area_not_stated", Severity::info, {m_title});
    auto const decimals = printed_decimals(p.declared_area);
    auto const got = printed(hectares, 4);
    if (printed(*said, 4) == got) return find("corner.area_fits", Severity::info, {m_title, p.declared_area});
    auto const step = std::pow(10.0, -decimals), off = hectares - *said;
    if (std::abs(off) <= step / 2 * (1 + 1e-6))
      return find("corner.area_fits", Severity::info, {m_title, p.declared_area});
    if (off > 0 && off < step)
      return find("corner.area_truncated", Severity::info, {m_title, p.declared_area, printed(hectares, 6)});
    if (auto const* unit = wrong_unit(*said, hectares))
      return find("corner.area_unit", Severity::warning, {m_title, p.declared_area, got, unit->word});
    bool const far = std::abs(off) > CONTRADICTS * *said;
    find(far ? "corner.area_contradicts" : "corner.area_differs", Severity::warning, {m_title, p.declared_area, got});
  }

  static constexpr Point NOWHERE{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  CornerList const* m_list;
  Crs const* m_crs;
  Transformation const* m_t;
  std::string m_layer, m_title, m_feature;
  std::optional<double> m_total;
  std::vector<double> m_areas, m_planes;  // of the parcels; 0: unknown
  double m_total_plane = 0;
  Findings m_out;
};

}  // namespace

std::string parcel_title(Parcel const& p, std::size_t index) {
  if (!p.id.empty()) return p.id;
  return p.name.empty() ? std::to_string(p.number > 0 ? p.number : index + 1) : p.name;
}

std::string parcel_key(Parcel const& p, std::size_t index) {
  auto const title = parcel_title(p, index);
  return p.title_shared ? title + " #" + std::to_string(p.number) : title;
}

double said_hectares(double said, double hectares) {
  auto const* unit = wrong_unit(said, hectares);
  return unit == nullptr ? said : said / unit->factor;
}

Findings check_corners(CornerList const& placed, Crs const& crs, Transformation const* to_lonlat) {
  return Checker(placed, crs, to_lonlat).work();
}

}  // namespace redline
