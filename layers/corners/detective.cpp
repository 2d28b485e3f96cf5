// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/detective.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "engine/core/printed_number.hpp"
#include "engine/measure/area.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_spellings.hpp"
#include "layers/corners/ground_of_corners.hpp"
#include "layers/corners/magnitude.hpp"
#include "layers/corners/point_weighing.hpp"
#include "layers/corners/pointed_degrees.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

// Zones overlap their neighbours by up to half a degree in survey practice; farther out a zone is wrong.
constexpr double OVERLAP_DEGREES = 0.5;
constexpr double BLOCK_SECONDS = 15, PRINTED_SECONDS = 0.0006;

std::string code(int epsg) { return "EPSG:" + std::to_string(epsg); }

bool holds(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

std::string geographic_code(Datum d) {
  switch (d) {
    case Datum::wgs84:
      return "EPSG:4326";
    case Datum::xian1980:
      return "EPSG:4610";
    case Datum::beijing1954:
      return "EPSG:4214";
    case Datum::new_beijing:
      return "EPSG:4555";
    default:
      return "EPSG:4490";
  }
}

class Detective {
 public:
  Detective(CornerList const& list, CornerHints const& hints)
      : m_list(&list), m_hints(&hints), m_layer(std::filesystem::path(list.shown).stem().string()) {}

  CrsProposal work() {
    auto const m = magnitude_of(*m_list);
    if (m.units == CornerUnits::unknown) {
      doubt("corner.no_magnitude");
      return std::move(m_out);
    }
    decide_order(m);
    m_out.packed = m.units == CornerUnits::packed;
    if (m_out.packed) support("corner.packed");
    auto const datum = decide_datum();
    if (m.units == CornerUnits::metres)
      decide_zone(m, datum);
    else
      m_out.crs = geographic_code(datum);
    if (m.units == CornerUnits::degrees) weigh_point(*m_list, *m_hints, m_layer, m_out);
    if (m.units == CornerUnits::degrees || m_out.packed) look_at_degrees();
    look_at_ground();
    m_out.certain = !m_out.crs.empty() && std::none_of(m_out.evidence.begin(), m_out.evidence.end(),
                                                       [](auto const& f) { return f.severity != Severity::info; });
    return std::move(m_out);
  }

 private:
  void say(char const* key, Severity s, std::vector<std::string> args) {
    m_out.evidence.push_back({key, s, m_layer, "", std::move(args)});
  }
  void support(char const* key, std::vector<std::string> args = {}) { say(key, Severity::info, std::move(args)); }
  void doubt(char const* key, std::vector<std::string> args = {}) { say(key, Severity::warning, std::move(args)); }

  void decide_order(Magnitude const& m) {
    m_out.order = m.order;
    auto const word = m.order == AxisOrder::north_first ? "@corner.word.north_first" : "@corner.word.east_first";
    if (m_list->order == AxisOrder::unknown) return support("corner.order_by_magnitude", {word});
    if (m_list->order != m.order) return doubt("corner.swapped", {word});
    support("corner.order_fits", {word});
  }

  Datum decide_datum() {
    auto const said = m_list->header_value("坐标系");
    auto const datum = datum_of_text(said);
    for (auto const& f : m_list->datum_evidence) say(f.code.c_str(), f.severity, f.args);
    if (datum) {
      if (m_list->datum_evidence.empty()) support("corner.datum_declared", {said});
      return *datum;
    }
    if (said.empty())
      doubt("corner.datum_not_stated");
    else
      doubt("corner.datum_unknown", {said});
    return Datum::cgcs2000;
  }

  std::optional<int> declared_number(char const* key) {
    auto text = narrow(m_list->header_value(key));
    if (text.empty()) return std::nullopt;
    auto const end = text.find_first_not_of("0123456789");
    auto const digits = text.substr(0, end);
    if (digits_only(digits) && digits.size() <= 3) return std::stoi(digits);
    doubt("corner.header_unreadable", {key, m_list->header_value(key)});
    return std::nullopt;
  }

  void decide_zone(Magnitude const& m, Datum datum) {
    auto const width = declared_number("几度分带"), told = declared_number("带号");
    auto const number = told ? told : stated_number(*m_list);
    for (auto const& f : contested_zones(*m_list)) doubt(f.code.c_str(), f.args);
    for (auto const& f : m_list->zone_evidence) doubt(f.code.c_str(), f.args);
    if (m.mixed_prefixes) doubt("corner.mixed_prefixes");
    if (m.prefix) return by_prefix(*m.prefix, width, number, datum);
    if (number) return by_declared(*number, width, datum);
    if (auto const meridian = stated_meridian(*m_list)) return by_meridian(*meridian, datum);
    by_county(datum);
  }

  void hold_against_meridian(Zone zone) {
    auto const said = stated_meridian(*m_list);
    if (!said || *said == central_meridian(zone)) return;
    doubt("corner.meridian_contradicts",
          {fmt::format("{:g}", *said), std::to_string(zone.number), fmt::format("{:g}", central_meridian(zone))});
  }

  void by_prefix(Zone zone, std::optional<int> width, std::optional<int> number, Datum datum) {
    auto const said = std::to_string(zone.number), wide = std::to_string(static_cast<int>(zone.width));
    support("corner.zone_by_prefix", {said, wide});
    if (number && *number != zone.number) doubt("corner.zone_contradicts", {std::to_string(*number), said});
    if (width && *width != static_cast<int>(zone.width))
      doubt("corner.width_contradicts", {std::to_string(*width), said, wide});
    hold_against_meridian(zone);
    take(epsg_of_zone(datum, zone, true), datum);
  }

  void by_declared(int number, std::optional<int> width, Datum datum) {
    Zone const zone{number >= 24 ? ZoneWidth::three : ZoneWidth::six, number};
    auto const wide = std::to_string(static_cast<int>(zone.width));
    if (width && *width != static_cast<int>(zone.width))
      doubt("corner.width_contradicts", {std::to_string(*width), std::to_string(number), wide});
    hold_against_meridian(zone);
    support("corner.zone_declared", {std::to_string(number), wide, fmt::format("{:g}", central_meridian(zone))});
    take(epsg_of_zone(datum, zone, false), datum);
  }

  void by_meridian(double meridian, Datum datum) {
    auto const number = meridian > 0 && meridian <= 180 ? static_cast<int>(std::lround(meridian / 3)) : 0;
    if (number == 0 || number * 3 != meridian) return doubt("corner.odd_meridian", {fmt::format("{:g}", meridian)});
    support("corner.zone_by_meridian", {fmt::format("{:g}", meridian)});
    take(epsg_of_zone(datum, {ZoneWidth::three, number}, false), datum);
  }

  void by_county(Datum datum) {
    std::vector<Zone> fitting;
    for (int z = 25; m_hints->county && z <= 45; ++z)
      if (in_county(code(*epsg_cgcs2000({ZoneWidth::three, z}, false)))) fitting.push_back({ZoneWidth::three, z});
    if (fitting.size() != 1) return doubt("corner.no_zone");
    doubt("corner.zone_by_county", {fmt::format("{:g}", central_meridian(fitting[0]))});
    take(epsg_of_zone(datum, fitting[0], false), datum);
  }

  void take(std::optional<int> epsg, Datum datum) {
    if (epsg)
      m_out.crs = code(*epsg);
    else
      doubt("corner.no_code", {to_string(datum)});
  }

  std::optional<Geometry> corners_on_ground(std::string const& crs) const {
    return ground_of_corners(*m_list, m_out, crs);
  }

  bool in_county(std::string const& crs) const {
    auto const g = corners_on_ground(crs);
    return g && m_hints->county->contains(g->bounds().centre());
  }

  std::string on_cgcs2000(std::string const& crs) const {
    auto const c = Crs::parse(crs);
    if (c.geographic()) return "EPSG:4490";
    for (auto const width : {ZoneWidth::three, ZoneWidth::six})
      for (int n = 13; n <= 45; ++n)
        for (bool const prefix : {true, false})
          if (auto const e = epsg_of_zone(c.datum(), {width, n}, prefix); e && code(*e) == crs)
            return code(*epsg_cgcs2000({width, n}, prefix));
    return crs;
  }

  void look_at_ground() {
    if (m_out.crs.empty()) return;
    auto const like = on_cgcs2000(m_out.crs);
    auto const ground = corners_on_ground(like);
    if (!ground) return doubt("corner.no_ground", {m_out.crs});
    look_at_zone(like, ground->bounds());
    look_at_county(ground->bounds().centre());
    look_at_area(*ground);
  }

  void look_at_zone(std::string const& like, Bounds const& b) {
    auto const crs = Crs::parse(like);
    if (crs.geographic() || !crs.central_meridian()) return;
    auto const meridian = *crs.central_meridian();
    auto const easting = crs.zone_easting().value_or(500000);
    auto const prefix = zone_of_prefix(easting);
    bool const six = prefix ? prefix->width == ZoneWidth::six : std::fmod(meridian, 6) == 3;
    auto const off = std::max(std::abs(b.min_x - meridian), std::abs(b.max_x - meridian));
    if (off > (six ? 3 : 1.5) + OVERLAP_DEGREES)
      doubt("corner.outside_zone", {fmt::format("{:.2f}", off), fmt::format("{:g}", meridian)});
  }

  void look_at_county(Point centre) {
    if (!m_hints->county) return;
    auto const lon = fmt::format("{:.4f}", centre.x), lat = fmt::format("{:.4f}", centre.y);
    if (m_hints->county->contains(centre)) return support("corner.in_county", {lon, lat});
    doubt("corner.outside_county", {lon, lat});
    if (auto const better = other_zone_in_county(); !better.empty()) {
      doubt("corner.county_fits", {better});
      m_out.crs = better;
    }
  }

  // The same numbers in each other zone, with the prefix taken as mistyped: the only one inside the county.
  std::string other_zone_in_county() const {
    auto const now = Crs::parse(m_out.crs);
    if (now.geographic()) return {};
    std::vector<std::string> found;
    auto plain = *m_list;
    for (auto& p : plain.parcels)
      for (auto& r : p.rings)
        for (auto& c : r.corners) {
          auto& easting = m_out.order == AxisOrder::north_first ? c.y : c.x;
          easting = std::fmod(easting, 1e6);
        }
    for (int z = 25; z <= 45; ++z) {
      Detective const trial(plain, *m_hints, m_out);
      if (!trial.in_county(code(*epsg_cgcs2000({ZoneWidth::three, z}, false)))) continue;
      if (auto const e = epsg_of_zone(now.datum(), {ZoneWidth::three, z}, false)) found.push_back(code(*e));
    }
    return found.size() == 1 ? found[0] : std::string{};
  }

  void look_at_area(Geometry const& ground) {
    if (!m_hints->registered_m2) return;
    auto const computed = tdt1055_area_m2(ground), registered = *m_hints->registered_m2;
    bool const fits = same_area(computed, registered);
    std::vector<std::string> args{printed(computed / 1e6, 4), printed(registered / 1e6, 4)};
    if (fits) return support("corner.registered_fits", std::move(args));
    doubt("corner.registered_differs", std::move(args));
  }

  // Corners of exploration blocks lie on whole 15″ in the datum they were drawn in; numbers of a phone may be GCJ-02.
  void look_at_degrees() {
    auto placed = *m_list;
    place_corners(placed, m_out);
    auto const on_grid = [](double degrees) {
      auto const rest = std::abs(std::remainder(degrees * 3600, BLOCK_SECONDS));
      return rest <= PRINTED_SECONDS;
    };
    bool blocks = true;
    for (auto const& p : placed.parcels)
      for (auto const& r : p.rings)
        for (auto const& c : r.corners) blocks = blocks && on_grid(c.x) && on_grid(c.y);
    if (blocks) support("corner.block_grid");
    if (m_list->header_value("坐标系").empty()) support("corner.gcj02");
  }

  Detective(CornerList const& list, CornerHints const& hints, CrsProposal const& as)
      : m_list(&list), m_hints(&hints), m_layer() {
    m_out.order = as.order;
    m_out.packed = as.packed, m_out.pointed = as.pointed;
  }

  CornerList const* m_list;
  CornerHints const* m_hints;
  std::string m_layer;
  CrsProposal m_out;
};

}  // namespace

std::optional<Datum> datum_of_text(std::string const& given) {
  auto const text = large_letters(narrow(given));
  if (holds(text, {"新北京", "新54"})) return Datum::new_beijing;
  if (holds(text, {"WGS"})) return Datum::wgs84;
  if (holds(text, {"CGCS", "2000国家", "国家2000", "2000坐标", "大地2000", "4490"}) || text == "2000")
    return Datum::cgcs2000;
  if (holds(text, {"西安", "80国家", "80坐标", "XIAN", "XI'AN"}) || text == "80" || text == "1980")
    return Datum::xian1980;
  if (holds(text, {"北京", "54坐标", "54年坐标", "BEIJING"}) || text == "54" || text == "1954")
    return Datum::beijing1954;
  return spelled_datum(text);
}

DegreeForm degree_form(std::string const& word) {
  return word == "dms" ? DegreeForm::pointed : word == "decimal" ? DegreeForm::decimal : DegreeForm::unknown;
}

CrsProposal propose(CornerList const& list, CornerHints const& hints) { return Detective(list, hints).work(); }

void place_corners(CornerList& list, CrsProposal const& proposal) {
  for (auto& p : list.parcels)
    for (auto& r : p.rings)
      for (auto& c : r.corners) {
        if (proposal.pointed) c.x = pointed_degrees(c.x).value_or(c.x), c.y = pointed_degrees(c.y).value_or(c.y);
        if (proposal.packed) c.x = packed_degrees(c.x).value_or(c.x), c.y = packed_degrees(c.y).value_or(c.y);
        if (proposal.order == AxisOrder::north_first) std::swap(c.x, c.y);
      }
  list.order = AxisOrder::east_first;
}

Bounds bounds_of_corners(CornerList const& list) {
  Bounds b;
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners) b.add(Point{c.x, c.y});
  return b;
}

}  // namespace redline
