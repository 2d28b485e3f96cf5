// SPDX-License-Identifier: Apache-2.0
#include "layers/run/register_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "layers/read/field_map.hpp"
#include "layers/run/zones_open.hpp"
#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

bool trusted(Confidence c) { return c == Confidence::medium || c == Confidence::high; }

class Checking {
 public:
  Checking(Basemap const& basemap, ReserveNames const& names, RunPlan const& plan, Findings& findings)
      : m_basemap(basemap), m_names(names), m_plan(plan), m_findings(findings) {}

  RegisterCheck run() {
    auto const& areas = m_basemap.areas();
    m_out.of_area.resize(areas.size());
    m_out.zones_not_given.resize(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i)
      if (areas[i].kind == "nature_reserve") name_area(i);
    for (auto const& [reserve, held] : m_held) check_reserve(*reserve, held);
    if (m_plan.reserve.empty()) list_without_boundary();
    list_zones_missing();
    if (auto const stale = m_names.reserves().stale(*m_plan.as_of)) m_findings.push_back(*stale);
    return std::move(m_out);
  }

 private:
  using Held = std::vector<std::size_t>;

  void name_area(std::size_t i);
  void check_reserve(Reserve const& r, Held const& held);
  void check_place(Reserve const& r, Held const& held);
  std::set<std::string> zones_called(std::size_t area) const;
  bool is_whole(Held const& held) const;
  bool are_zones(Held const& held) const;
  void list_without_boundary();
  bool has_zones(std::size_t area) const;
  void list_zones_missing();
  Finding finding(char const* code, Severity severity, std::size_t area, std::vector<std::string> args) const {
    auto const& a = m_basemap.areas()[area];
    return {code, severity, a.layer, a.id, std::move(args)};
  }

  Basemap const& m_basemap;
  ReserveNames const& m_names;
  RunPlan const& m_plan;
  Findings& m_findings;
  RegisterCheck m_out;
  struct ByNumber {
    bool operator()(Reserve const* a, Reserve const* b) const {
      return std::tie(a->number, a->id) < std::tie(b->number, b->id);
    }
  };
  std::map<Reserve const*, Held, ByNumber> m_held;
  std::set<std::pair<std::string, std::string>> m_doubted;  // layer and name, said once
};

void Checking::name_area(std::size_t i) {
  auto const& area = m_basemap.areas()[i];
  auto const* reserve = m_names.of(area);
  m_out.of_area[i] = reserve;
  if (reserve) {
    m_held[reserve].push_back(i);
    auto const* by_id = m_names.reserves().find(area.id);
    if (by_id && by_id != reserve)
      m_findings.push_back(finding("register.id_and_name", Severity::warning, i,
                                   {area.id, by_id->name_zh, area.name, reserve->name_zh}));
    return;
  }
  auto const& name = area.name.empty() ? area.id : area.name;
  if (!m_doubted.emplace(area.layer, name).second) return;
  if (auto const f = name_finding(m_names.resolve(name), name, area.layer, area.id)) m_findings.push_back(*f);
}

void Checking::check_reserve(Reserve const& r, Held const& held) {
  auto const in_force = m_names.reserves().in_force(*m_plan.as_of);
  if (std::find(in_force.begin(), in_force.end(), &r) == in_force.end())
    m_findings.push_back(
        finding("register.not_in_force", Severity::info, held.front(), {r.name_zh, to_string(*m_plan.as_of)}));
  if (held.size() > 1 && !are_zones(held)) {
    std::string which;
    for (auto const i : held)
      which += (which.empty() ? "" : ", ") + m_basemap.areas()[i].layer + "/" + m_basemap.areas()[i].id;
    m_findings.push_back(finding("register.two_areas", Severity::warning, held.front(),
                                 {r.name_zh, std::to_string(held.size()), which}));
  }
  check_place(r, held);
}

// Against the ground of all areas of that name together; the centre is that of the cells, weighed by their area.
void Checking::check_place(Reserve const& r, Held const& held) {
  double m2 = 0, weight = 0;
  Point centre{0, 0};
  for (auto const i : held) {
    auto const& ground = m_basemap.ground(i);
    for (auto const& z : ground.zones) m2 += z.area_m2;
    auto const of_area = ground.moment();
    centre.x += of_area.x, centre.y += of_area.y, weight += of_area.weight;
  }
  if (weight <= 0) return;
  centre.x /= weight, centre.y /= weight;
  auto const place = [&](Finding f) {
    f.lon = centre.x, f.lat = centre.y;
    m_findings.push_back(std::move(f));
  };
  auto const ratio = r.area_ha ? m2 / 1e4 / *r.area_ha : 1;
  if (trusted(r.area_confidence) && std::abs(ratio - 1) > REGISTER_AREA_TOLERANCE)
    place(finding("register.area_far", Severity::info, held.front(),
                  {r.name_zh, fmt::format("{:.1f}", m2 / 1e4), fmt::format("{:g}", *r.area_ha),
                   fmt::format("{:+.0f}", 100 * (ratio - 1)), fmt::format("{:.0f}", 100 * REGISTER_AREA_TOLERANCE)}));
  if (r.extent && trusted(r.extent_confidence) && !r.extent->contains(centre))
    place(finding(
        "register.outside_extent", Severity::info, held.front(),
        {r.name_zh, fmt::format("{:.4f}, {:.4f}", centre.x, centre.y),
         fmt::format("{:g}–{:g}, {:g}–{:g}", r.extent->min_x, r.extent->max_x, r.extent->min_y, r.extent->max_y)}));
}

// As its name says, else its ground.
std::set<std::string> Checking::zones_called(std::size_t area) const {
  if (auto const word = zone_word(zone_in_name(m_basemap.areas()[area].name))) return {*word};
  std::set<std::string> out;
  for (auto const& z : m_basemap.ground(area).zones) out.insert(z.zone);
  return out;
}

// Not where all its ground is inner zones and the outer one is not among them.
bool Checking::is_whole(Held const& held) const {
  auto const inner = [](std::string const& zone) { return zone == "core" || zone == "buffer"; };
  return std::any_of(held.begin(), held.end(), [&](std::size_t i) {
    auto const zones = zones_called(i);
    return zones.empty() || !std::all_of(zones.begin(), zones.end(), inner);
  });
}

// Its zones are areas of their own.
bool Checking::are_zones(Held const& held) const {
  std::set<std::string> all{"unzoned"};
  for (auto const i : held)
    for (auto const& zone : zones_called(i))
      if (!all.insert(zone).second) return false;
  return true;
}

void Checking::list_without_boundary() {
  std::string names;
  for (auto const* r : m_names.reserves().in_force(*m_plan.as_of)) {
    if (auto const held = m_held.find(r); held != m_held.end() && is_whole(held->second)) continue;
    m_out.without_boundary.push_back(r);
    names += (names.empty() ? "" : "、") + r->name_zh;
  }
  auto const n = m_out.without_boundary.size();
  if (n > 0) m_findings.push_back({"register.no_boundary", Severity::warning, "", "", {std::to_string(n), names}});
}

bool Checking::has_zones(std::size_t area) const {
  auto const& zones = m_basemap.ground(area).zones;
  return std::any_of(zones.begin(), zones.end(), [](auto const& z) { return z.zone != "unzoned"; });
}

// Ground without zones is judged as a reserve that has none, unless zones exist or the register does not know.
void Checking::list_zones_missing() {
  std::map<Zoned, std::vector<std::string>> names;
  for (auto const& [reserve, held] : m_held) {
    bool const zoned = std::any_of(held.begin(), held.end(), [&](std::size_t i) { return has_zones(i); });
    for (auto const i : held) m_out.zones_not_given[i] = !has_zones(i) && (zoned || reserve->zoned != Zoned::no);
    if (!zoned && reserve->zoned != Zoned::no) names[reserve->zoned].push_back(reserve->name_zh);
  }
  for (auto const& [zoned, list] : names)
    m_findings.push_back({zoned == Zoned::yes ? "register.zones_missing" : "register.zones_unknown",
                          zoned == Zoned::yes ? Severity::warning : Severity::info,
                          "",
                          "",
                          {std::to_string(list.size()), fmt::format("{}", fmt::join(list, "、"))}});
}

}  // namespace

RegisterCheck check_register(Basemap const& basemap, ReserveNames const& names, RunPlan const& plan,
                             Findings& findings) {
  auto out = plan.with_register ? Checking(basemap, names, plan, findings).run()
                                : RegisterCheck{std::vector<Reserve const*>(basemap.areas().size()), {}, {}};
  find_open_zones(basemap, names, findings, out.zones_not_given);
  return out;
}

}  // namespace redline
