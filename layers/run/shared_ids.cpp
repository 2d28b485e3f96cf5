// SPDX-License-Identifier: Apache-2.0
#include "layers/run/shared_ids.hpp"

#include <algorithm>
#include <array>

#include "layers/run/zones_in_names.hpp"

namespace redline {
namespace {

constexpr std::size_t IDS_SHOWN = 10, AREAS_SHOWN = 5;

std::string in_half_width(std::string const& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const at = [&](std::size_t k) { return static_cast<unsigned char>(k < text.size() ? text[k] : 0); };
    bool const wide = at(i) == 0xEF && (at(i + 1) == 0xBC || at(i + 1) == 0xBD) && at(i + 2) >= 0x80;
    auto const code = wide ? (at(i + 1) - 0xBC) * 0x40 + at(i + 2) - 0x80 : 0;
    bool const ascii = wide && code >= 1 && code <= 94;
    out += ascii ? static_cast<char>(code + ' ') : text[i];
    if (ascii) i += 2;
    if (out.back() >= 'A' && out.back() <= 'Z') out.back() = static_cast<char>(out.back() - 'A' + 'a');
  }
  return out;
}

bool says_nothing(std::string const& id) {
  constexpr std::array<std::string_view, 8> EMPTY{"/", "-", "—", "无", "空", "null", "NULL", "\\"};
  return std::find(EMPTY.begin(), EMPTY.end(), id) != EMPTY.end() || id.find_first_not_of('0') == std::string::npos;
}

std::string mark_of(ProtectedArea const& a) {
  return a.designated_on ? a.level + (a.level.empty() ? "" : " ") + to_string(*a.designated_on) : a.level;
}

// Of several spellings, whatever their order.
std::string shortest_part(std::set<std::string> const& names) {
  std::set<std::pair<std::size_t, std::string>> parts;
  for (auto const& name : names)
    if (auto part = names.size() > 1 ? reserve_part(name) : name; !part.empty()) parts.insert({part.size(), part});
  return parts.empty() ? *names.begin() : parts.begin()->second;
}

void put(ProtectedArea& known, ProtectedArea const& more) {
  if (known.boundary_doc.empty() || (!more.boundary_doc.empty() && more.boundary_doc < known.boundary_doc))
    known.boundary_doc = more.boundary_doc;
  known.schematic |= more.schematic;
  if (known.accuracy_m) known.accuracy_m = more.accuracy_m ? std::max(known.accuracy_m, more.accuracy_m) : std::nullopt;
  if (more.valid_from && (!known.valid_from || *more.valid_from < *known.valid_from))
    known.valid_from = more.valid_from;
  if (more.valid_to && (!known.valid_to || *known.valid_to < *more.valid_to)) known.valid_to = more.valid_to;
}

std::string listed_ids(std::string const& so_far, std::size_t n, std::string const& more) {
  return n > IDS_SHOWN ? so_far : n == IDS_SHOWN ? so_far + "; …" : so_far + (n > 0 ? "; " : "") + more;
}

}  // namespace

SharedIds::Facts SharedIds::facts(AreaReading const& f) const {
  auto const key = m_keys.find(f.area.name);
  return {f.kind_stated ? f.area.kind : "", key == m_keys.end() ? "" : key->second, mark_of(f.area)};
}

void SharedIds::add(AreaReading const& f) {
  auto const [key, fresh] = m_keys.try_emplace(f.area.name);
  if (auto const part = reserve_part(in_half_width(f.area.name)); fresh && !part.empty())
    key->second = m_names.key(part);
  m_features.push_back(f);
  if (!f.in_force) return;
  auto& id = m_ids[f.stated_id];
  auto const own = facts(f);
  if (!own.kind.empty()) id.kinds.insert(own.kind), id.kinds_of[own.name].insert(own.kind);
  if (!own.mark.empty()) id.marks.insert(own.mark);
  id.zoned |= !f.zone.empty();
  if (own.name.empty()) return;
  auto const [shown, first] = id.names.try_emplace(own.name, f.area.name);
  if (!first) shown->second = shortest_part({shown->second, f.area.name});
}

std::string SharedIds::new_id(AreaReading const& f) const {
  if (m_none) return f.own_id;
  auto const it = m_ids.find(f.stated_id);
  if (it == m_ids.end() || !it->second.shared) return f.stated_id;
  auto const& id = it->second;
  auto const own = facts(f);
  auto const name = own.name.empty() && id.names.size() == 1 ? id.names.begin()->first : own.name;
  if (name.empty() && !id.names.empty()) return f.own_id;
  auto const shown = id.names.find(name);
  auto out = shown == id.names.end() ? name : shown->second;
  auto const kinds = id.kinds_of.find(name);
  if (kinds != id.kinds_of.end() && kinds->second.size() > 1) out += (out.empty() ? "" : " ") + own.kind;
  if (id.names.empty() && id.marks.size() > 1) out += (out.empty() ? "" : " ") + own.mark;
  if (out.empty()) return f.own_id;
  return m_one_id ? out : out + " (" + f.stated_id + ")";
}

void SharedIds::put_together(AreaReading const& f, std::string const& id) {
  if (!f.in_force) return;
  auto const [it, fresh] = m_areas.try_emplace(id);
  auto& known = it->second;
  if (fresh) known.area = f.area, known.area.id = id;
  if (!reserve_part(f.area.name).empty()) (f.zone.empty() ? known.boundaries : known.names).insert(f.area.name);
  if (!f.area.level.empty()) known.levels.insert(f.area.level);
  if (f.area.designated_on) known.days.insert({f.area.designated_on->first, f.area.designated_on->last});
  if (f.kind_stated) known.area.kind = f.area.kind;
  put(known.area, f.area);
}

Findings SharedIds::differing(std::string const& layer) {
  std::string said;
  std::size_t n = 0;
  for (auto& [id, known] : m_areas) {
    auto& a = known.area;
    auto const& names = known.boundaries.empty() ? known.names : known.boundaries;
    if (!names.empty()) a.name = shortest_part(names);
    a.level = known.levels.empty() ? "" : *known.levels.begin();
    a.designated_on.reset();
    for (auto const& [first, last] : known.days)
      a.designated_on = PossibleDays(std::min(first, a.designated_on ? a.designated_on->first : first),
                                     std::max(last, a.designated_on ? a.designated_on->last : last));
    if (known.levels.size() > 1 || known.days.size() > 1) said = listed_ids(said, n, id), ++n;
  }
  if (n == 0) return {};
  return {{"run.area_states_differ", Severity::warning, layer, "", {std::to_string(n), said}}};
}

Finding SharedIds::shared(std::string const& layer, bool one_id) const {
  std::map<std::string, std::set<std::string>> areas;
  for (auto const& f : m_features)
    if (auto const id = m_ids.find(f.stated_id); f.in_force && (m_none || (id != m_ids.end() && id->second.shared)))
      areas[f.stated_id].insert(new_id(f));
  std::string said;
  std::size_t n = 0;
  for (auto const& [id, of] : areas) {
    std::string names;
    std::size_t k = 0;
    for (auto const& name : of)
      if (++k <= AREAS_SHOWN + 1) names += (k > 1 ? ", " : "") + (k <= AREAS_SHOWN ? name : "…");
    said = listed_ids(said, n++, id + ": " + names);
  }
  return {
      one_id ? "run.area_id_constant" : "run.area_id_shared", Severity::warning, layer, "", {std::to_string(n), said}};
}

Findings SharedIds::settle(std::string const& layer, bool one_id_for_all) {
  bool any = false;
  for (auto& [text, id] : m_ids) {
    id.shared = id.names.size() > 1 || id.kinds.size() > 1 || (id.names.empty() && id.marks.size() > 1);
    any |= id.shared;
  }
  m_one_id = one_id_for_all && m_ids.size() == 1;
  m_none = m_one_id && !any && m_ids.begin()->second.names.empty() && !m_ids.begin()->second.zoned &&
           says_nothing(m_ids.begin()->first);
  for (auto const& f : m_features) put_together(f, new_id(f));
  Findings out;
  if (any || m_none) out.push_back(shared(layer, m_one_id));
  auto const differ = differing(layer);
  out.insert(out.end(), differ.begin(), differ.end());
  m_features.clear();
  return out;
}

void SharedIds::describe(AreaReading& f) const {
  if (f.stated_id.empty() || m_ids.empty()) return;
  auto const id = new_id(f);
  auto const known = m_areas.find(id);
  if (known == m_areas.end()) return;
  if (id != f.stated_id) f.stated_id.clear();
  f.area = known->second.area;
}

}  // namespace redline
