// SPDX-License-Identifier: Apache-2.0
#include "layers/run/reserve_names.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/rules/words.hpp"
#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

bool sure(Resolution const& r) { return r.match == Match::exact || r.match == Match::alias; }

}  // namespace

ReserveNames::ReserveNames(RunPlan const& plan) : m_register(Register::load(plan.register_file)), m_text(plan.reserve) {
  if (m_text.empty()) return;
  if (auto const r = m_register.resolve(m_text); sure(r)) m_wanted = r.reserve;
}

Resolution const& ReserveNames::resolve(std::string const& name) const {
  std::lock_guard const lock(m_mutex);
  auto it = m_known.find(name);
  if (it == m_known.end()) it = m_known.emplace(name, m_register.resolve(name_without_zone(name))).first;
  return it->second;
}

Reserve const* ReserveNames::of(ProtectedArea const& area) const {
  auto const& by_name = resolve(area.name);
  return sure(by_name) ? by_name.reserve : m_register.find(area.id);
}

std::string ReserveNames::key(std::string const& name) const {
  auto const& known = resolve(name);
  return sure(known) ? "register\x1f" + known.reserve->id : normal_name(name_without_zone(name));
}

bool ReserveNames::chosen(ProtectedArea const& area) {
  if (m_text.empty()) return true;
  bool const literal =
      area.id == m_text || area.name == m_text || (!m_wanted && area.name.find(m_text) != std::string::npos);
  bool const named = m_wanted && (area.kind == "nature_reserve" || area.kind == "other") && of(area) == m_wanted;
  auto const& shown = area.name.empty() ? area.id : area.name;
  if (!literal && !named) {
    m_others.emplace(normal_name(shown), shown);
    return false;
  }
  if (std::find(m_taken.begin(), m_taken.end(), shown) == m_taken.end()) m_taken.push_back(shown);
  return true;
}

std::string ReserveNames::nearest() const {
  auto from_register = m_register.nearest(m_text);
  std::vector<std::string_view> normals;
  for (auto const& [normal, shown] : m_others) normals.push_back(normal);
  auto const from_layers = m_others.find(std::string(nearest_word(normals, normal_name(m_text))));
  if (from_layers == m_others.end() || m_register.resolve(m_text).reserve) return from_register;
  auto const normal = normal_name(from_register);
  auto const nearer = nearest_word({from_layers->first, normal}, normal_name(m_text));
  return nearer == normal ? from_register : from_layers->second;
}

void ReserveNames::require_choice() const {
  if (m_text.empty() || !m_taken.empty()) return;
  if (m_wanted) throw Error(ErrorKind::input, "run.reserve_not_held", {m_text, m_wanted->name_zh});
  throw Error(ErrorKind::input, "run.no_such_reserve", {m_text, nearest()});
}

}  // namespace redline
