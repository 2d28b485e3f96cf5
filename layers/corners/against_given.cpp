// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/against_given.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <numbers>
#include <string_view>

#include "engine/core/letters.hpp"
#include "engine/crs/zones.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/offset_system.hpp"
#include "layers/corners/stated_zones.hpp"

namespace redline {
namespace {

constexpr double SAME_MERIDIAN = 1e-6, ZONE_STEP = 1e6;
constexpr int FIRST_ZONE = 13, FIRST_OF_THREE = 24, LAST_ZONE = 45;
constexpr double BEYOND_DEGREES = 0.5, DEGREE_M = 111320;

std::string code_of(Crs const& crs) { return crs.code().empty() ? crs.name() : crs.code(); }

bool one_place(Datum a, Datum b) {  // to a metre
  auto const known = [](Datum d) { return d == Datum::wgs84 ? Datum::cgcs2000 : d; };
  return known(a) == known(b);
}

bool has_any(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

class Against {
 public:
  Against(CornerList const& list, Crs const& given)
      : m_list(&list), m_given(&given), m_layer(std::filesystem::path(list.shown).stem().string()) {}

  Findings of_list() {
    if (!numbered_like_given()) zone(), width();
    datums();
    far_outside();
    return std::move(m_out);
  }

  Findings of_crs(Crs const& own) {
    if (is_other_datum(own)) datum(own.name());
    auto const meridian = own.central_meridian();
    if (!own.projected() || !m_given->projected() || numbered_like_given()) return std::move(m_out);
    if (!meridian || own.zone_easting().has_value() != m_given->zone_easting().has_value()) {
      if (own.code() != m_given->code()) say("corner.given_other_crs", {code_of(own), code_of(*m_given)});
    } else {
      hold_meridian(*meridian);
    }
    return std::move(m_out);
  }

  Findings of_name(std::string const& own) {
    if (is_other(own)) datum(own);
    return std::move(m_out);
  }

 private:
  void say(char const* code, std::vector<std::string> args, std::string feature = {}) {
    m_out.push_back({code, Severity::warning, m_layer, std::move(feature), std::move(args)});
  }
  void datum(std::string const& said, std::string feature = {}) {
    say("corner.given_datum", {said, code_of(*m_given)}, std::move(feature));
  }

  // All eastings carry the number of the zone that was given.
  bool numbered_like_given() const {
    auto const easting = m_given->zone_easting();
    if (!easting || !zone_of_prefix(*easting)) return false;
    auto const b = bounds_of_corners(*m_list);
    auto const number = [](double v) { return std::floor(v / ZONE_STEP); };
    return number(b.min_x) == number(*easting) && number(b.max_x) == number(*easting);
  }

  bool hold_meridian(double said) {
    auto const given = m_given->central_meridian();
    if (!given || std::abs(said - *given) < SAME_MERIDIAN) return false;
    say("corner.given_contradicts", {fmt::format("{:g}", said), fmt::format("{:g}", *given)});
    return true;
  }

  // As lines, columns and header say it.
  std::vector<double> stated_meridians() const {
    auto all = m_list->said_zones;
    for (auto const& p : m_list->parcels) all.insert(all.end(), p.zones.begin(), p.zones.end());
    auto const text = narrow(m_list->header_value("带号"));
    auto const digits = text.substr(0, text.find_first_not_of("0123456789"));
    if (digits_only(digits) && digits.size() <= 2) all.push_back({false, std::stod(digits)});
    if (auto const meridian = stated_meridian(*m_list)) all.push_back({true, *meridian});
    std::vector<double> out;
    for (auto const& z : all) {
      auto const number = static_cast<int>(std::lround(z.value));
      bool const of_china = number >= FIRST_ZONE && number <= LAST_ZONE;
      if (z.meridian) out.push_back(z.value);
      if (!z.meridian && of_china)
        out.push_back(central_meridian({number >= FIRST_OF_THREE ? ZoneWidth::three : ZoneWidth::six, number}));
    }
    return out;
  }

  void zone() {
    for (auto const said : stated_meridians())
      if (hold_meridian(said)) return;
  }

  void width() {
    bool const six = narrow(m_list->header_value("几度分带")).starts_with("6");
    auto const given = m_given->central_meridian();
    if (six && m_out.empty() && given && m_given->projected() && std::abs(std::fmod(*given, 6) - 3) > SAME_MERIDIAN)
      say("corner.given_width", {"6", fmt::format("{:g}", *given)});
  }

  bool is_other_datum(Crs const& own) const {
    if (own.datum() != Datum::other) return !one_place(own.datum(), m_given->datum());
    auto const name = small_letters(own.name());
    bool const nameless = name.empty() || has_any(name, {"unknown", "unnamed", "undefined", "local", "engineering"});
    return !nameless && own.code() != m_given->code() && m_given->datum() != Datum::other;
  }

  // A system of a town or works, and one that is shifted, is none that a code stands for.
  bool is_other(std::string const& said) const {
    if (auto const d = datum_of_text(said)) return !one_place(*d, m_given->datum());
    return is_offset_system(said) || has_any(said, {"独立", "地方", "假定", "任意", "城建", "城市"});
  }

  // Rows of a register that name a datum themselves; else "".
  std::string owner_of(std::string const& place) const {
    auto const colon = place.rfind(':');
    auto const sheet = colon == std::string::npos ? std::string{} : place.substr(0, colon);
    auto const line = place.substr(colon == std::string::npos ? 0 : colon + 1);
    for (std::size_t i = 0; i < m_list->parcels.size(); ++i) {
      auto const& p = m_list->parcels[i];
      if (!p.of_register || (!sheet.empty() && sheet != p.worksheet)) continue;
      bool here = std::to_string(p.line) == line;
      for (auto const& r : p.rings)
        for (auto const& c : r.corners) here = here || std::to_string(c.line) == line;
      if (here) return parcel_key(p, i);
    }
    return {};
  }

  // What the list names beside the given datum is no contradiction where it names that, too, and columns do not tell.
  void datums() {
    auto const header = m_list->header_value("坐标系");
    bool named = false, by_columns = false;
    std::map<std::string, std::string> of_rows;
    for (auto const& f : m_list->datum_evidence) {
      if (f.code == "corner.datum_of_columns") by_columns = true;
      if (f.code != "corner.datum_named" && f.code != "corner.datum_source") continue;
      auto const owner = f.code == "corner.datum_named" ? owner_of(f.args.at(1)) : std::string{};
      if (!owner.empty() && is_other(f.args[0])) of_rows.emplace(owner, f.args[0]);
      if (owner.empty() || !is_other(f.args[0])) named = named || !is_other(f.args[0]);
    }
    if (!header.empty() && is_other(header) && (by_columns || !named)) return datum(header);
    for (auto const& [owner, said] : of_rows) datum(said, owner);
  }

  void far_outside() {
    auto const easting = m_given->zone_easting(), meridian = m_given->central_meridian();
    auto const b = bounds_of_corners(*m_list);
    if (!easting || !meridian || b.empty()) return;
    auto const prefix = zone_of_prefix(*easting);
    bool const six = prefix ? prefix->width == ZoneWidth::six : std::abs(std::fmod(*meridian, 6) - 3) < SAME_MERIDIAN;
    auto const metres = std::max(std::abs(b.min_x - *easting), std::abs(b.max_x - *easting));
    auto const off = metres / DEGREE_M / std::cos(b.max_y / DEGREE_M * std::numbers::pi / 180);
    if (off > (six ? 3 : 1.5) + BEYOND_DEGREES && off < ZONE_STEP / DEGREE_M)
      say("corner.outside_zone", {fmt::format("{:.2f}", off), fmt::format("{:g}", *meridian)});
  }

  CornerList const* m_list;
  Crs const* m_given;
  std::string m_layer;
  Findings m_out;
};

}  // namespace

Findings against_given(CornerList const& placed, Crs const& given) { return Against(placed, given).of_list(); }

Findings against_given(CornerList const& features, Crs const& own, Crs const& given) {
  return Against(features, given).of_crs(own);
}

Findings against_given(CornerList const& features, std::string const& own_name, Crs const& given) {
  return Against(features, given).of_name(own_name);
}

void forget_proposal(Findings& findings) {
  constexpr std::array OF_PROPOSAL{
      std::string_view("corner.datum_not_stated"), std::string_view("corner.no_zone"),
      std::string_view("corner.zone_by_county"),   std::string_view("corner.in_county"),
      std::string_view("corner.outside_county"),   std::string_view("corner.county_fits"),
      std::string_view("corner.outside_zone"),     std::string_view("corner.no_ground"),
      std::string_view("corner.no_code"),          std::string_view("corner.odd_meridian")};
  std::erase_if(findings, [&](Finding const& f) {
    return std::find(OF_PROPOSAL.begin(), OF_PROPOSAL.end(), f.code) != OF_PROPOSAL.end();
  });
}

}  // namespace redline
