// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zones_open.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/basemap/locate.hpp"
#include "layers/run/zones_in_names.hpp"

namespace redline {
namespace {

constexpr int SAMPLES = 24;  // in each direction
constexpr double NEARLY_ALL = 0.9;
constexpr std::size_t NAMES_TOLD = 10;

class OpenZones {
 public:
  OpenZones(Basemap const& basemap, ReserveNames const& names) : m_basemap(basemap), m_names(names) {
    for (std::size_t i = 0; i < areas().size(); ++i) {
      m_bounds.push_back(bounds_of(i));
      m_zoned.push_back(has_zones(i));
      if (!m_zoned.back()) continue;
      m_any = true;
      if (auto key = key_of(i); !key.empty()) m_names_of_zoned.insert(std::move(key));
    }
  }

  bool unzoned(std::size_t i) const {
    auto const& zones = m_basemap.ground(i).zones;
    return areas()[i].kind == "nature_reserve" && !zones.empty() &&
           std::all_of(zones.begin(), zones.end(), [](auto const& z) { return z.zone == "unzoned"; });
  }

  // Of a reserve that has no zones by the register others may well have some.
  bool zones_beside(std::size_t i) const {
    if (!m_any || !unzoned(i)) return false;
    auto const* known = m_names.of(areas()[i]);
    if (known && known->zoned == Zoned::no) return false;
    return m_names_of_zoned.count(key_of(i)) > 0 || covered(i);
  }

 private:
  std::vector<ProtectedArea> const& areas() const { return m_basemap.areas(); }

  bool has_zones(std::size_t i) const {
    static std::set<std::string> const NONE{"unzoned", "none", "zone_gap"};
    auto const& kind = areas()[i].kind;
    if (kind != "nature_reserve" && kind != "other") return false;
    auto const& zones = m_basemap.ground(i).zones;
    return std::any_of(zones.begin(), zones.end(), [](auto const& z) { return NONE.count(z.zone) == 0; });
  }

  std::string key_of(std::size_t i) const { return m_names.key(reserve_part(areas()[i].name)); }

  Bounds bounds_of(std::size_t i) const {
    Bounds out;
    for (auto const& c : m_basemap.ground(i).cells) out.add(c.bounds);
    return out;
  }

  bool covered(std::size_t i) const {
    auto const& box = m_bounds[i];
    bool near = false;
    for (std::size_t z = 0; z < m_bounds.size() && !near; ++z) near = m_zoned[z] && m_bounds[z].intersects(box);
    int inside = 0, held = 0;
    for (int n = 0; near && n < SAMPLES * SAMPLES; ++n) {
      auto const at = [](int k, double from, double to) { return from + (to - from) * (k + 0.5) / SAMPLES; };
      auto const [own, zoned] =
          at_point(i, {at(n % SAMPLES, box.min_x, box.max_x), at(n / SAMPLES, box.min_y, box.max_y)});
      inside += own, held += own && zoned;
    }
    return inside > 0 && held >= NEARLY_ALL * inside;
  }

  std::pair<bool, bool> at_point(std::size_t area, Point p) const {
    std::vector<CellRef> cells;
    m_basemap.query({p.x, p.y, p.x, p.y}, cells);
    bool own = false, zoned = false;
    for (auto const& ref : cells) {
      if (ref.area != area && !m_zoned[ref.area]) continue;
      if (locate(m_basemap.ground(ref.area), m_basemap.cell(ref), p) == Place::outside) continue;
      (ref.area == area ? own : zoned) = true;
    }
    return {own, zoned};
  }

  Basemap const& m_basemap;
  ReserveNames const& m_names;
  std::vector<Bounds> m_bounds;
  std::vector<bool> m_zoned;
  std::set<std::string> m_names_of_zoned;
  bool m_any = false;
};

std::set<std::string> layers_told(Findings const& findings, std::string_view code) {
  std::set<std::string> out;
  for (auto const& f : findings)
    if (f.code == code) out.insert(f.layer);
  return out;
}

bool names_zone(std::string const& name) { return holds_zone_word(name) || !short_zone_at_end(name).empty(); }

void tell_layers(std::map<std::string, std::vector<std::string>> const& layers, Findings& findings) {
  for (auto const& [layer, names] : layers) {
    std::string said;
    for (std::size_t i = 0; i < names.size() && i < NAMES_TOLD; ++i) said += (i > 0 ? "、" : "") + names[i];
    if (names.size() > NAMES_TOLD) said += "、…";
    findings.push_back({"run.zones_beside", Severity::warning, layer, "", {std::to_string(names.size()), said}});
  }
}

}  // namespace

void find_open_zones(Basemap const& basemap, ReserveNames const& names, Findings& findings,
                     std::vector<bool>& zones_not_given) {
  auto const& areas = basemap.areas();
  zones_not_given.resize(areas.size());
  auto const columns = layers_told(findings, "run.zone_column_unread"),
             words = layers_told(findings, "run.zone_word_unread");
  OpenZones const open(basemap, names);
  std::map<std::string, std::vector<std::string>> beside;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    auto const& a = areas[i];
    bool const unread = columns.count(a.layer) > 0 || (words.count(a.layer) > 0 && names_zone(a.name));
    bool const drawn = open.zones_beside(i);
    if (drawn) beside[a.layer].push_back(a.name.empty() ? a.id : a.name);
    if (drawn || (unread && open.unzoned(i))) zones_not_given[i] = true;
  }
  tell_layers(beside, findings);
}

}  // namespace redline
