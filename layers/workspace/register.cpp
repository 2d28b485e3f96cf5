// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/register.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "embedded/workspace_files.hpp"
#include "engine/core/error.hpp"
#include "layers/workspace/register_rows.hpp"
#include "layers/workspace/reserve_name.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

std::string embedded_text(std::string_view name) {
  for (auto const& f : embedded::workspace_files())
    if (f.name == name) return std::string(f.text);
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {std::string(name)});
}

std::string file_text(fs::path const& path) { return read_text_file(path.string()); }

// One name must not lead to two reserves, whichever way it is written.
void check_names(std::vector<Reserve> const& reserves, std::vector<Alias> const& aliases, std::string const& file) {
  std::map<std::string, std::string> owners;
  auto const claim = [&](std::string const& name, std::string const& id) {
    auto const normal = normal_name(name);
    auto const [it, fresh] = owners.emplace(normal, id);
    if (normal.empty() || (!fresh && it->second != id)) throw Error(ErrorKind::input, "workspace.register_name", {file, name, id, it->second});
  };
  for (auto const& r : reserves) claim(r.name_zh, r.id);
  for (auto const& a : aliases) claim(a.name, a.reserve_id);
}

}  // namespace

Register::Register(std::vector<Reserve> reserves, std::vector<Alias> aliases, std::string const& file)
    : m_reserves(std::move(reserves)), m_aliases(std::move(aliases)) {
  for (auto const& r : m_reserves)
    if (find(r.id) != &r) throw Error(ErrorKind::input, "workspace.register_twice", {file, r.id});
  for (auto const& a : m_aliases)
    if (!find(a.reserve_id)) throw Error(ErrorKind::input, "workspace.register_alias", {file, a.name, a.reserve_id});
  check_names(m_reserves, m_aliases, file);
}

Register Register::load(std::string const& file) {
  if (file.empty())
    return {read_reserves(embedded_text("register.csv"), "register.csv"), read_aliases(embedded_text("aliases.csv"), "aliases.csv"), "register.csv"};
  auto const aliases = fs::path(file).replace_filename("aliases.csv");
  auto const known = fs::exists(aliases) ? read_aliases(file_text(aliases), aliases.string()) : std::vector<Alias>{};
  return {read_reserves(file_text(file), file), known, file};
}

Reserve const* Register::find(std::string_view id) const {
  auto const it = std::find_if(m_reserves.begin(), m_reserves.end(), [&](auto const& r) { return r.id == id; });
  return it == m_reserves.end() ? nullptr : &*it;
}

Resolution Register::resolve(std::string_view name) const {
  auto const wanted = normal_name(name);
  if (wanted.empty()) return {};
  for (auto const& r : m_reserves)
    if (normal_name(r.name_zh) == wanted || r.id == name) return {Match::exact, &r, r.name_zh};
  for (auto const& a : m_aliases)
    if (normal_name(a.name) == wanted) return {a.proposal ? Match::proposal : Match::alias, find(a.reserve_id), a.name};
  return nearest(wanted);
}

Resolution Register::nearest(std::string const& wanted) const {
  Resolution found;
  auto const look_at = [&](std::string const& name, Reserve const* reserve) {
    if (!within_one_edit(normal_name(name), wanted) || found.reserve == reserve) return true;
    bool const first = !found.reserve;
    found = {Match::proposal, reserve, name};
    return first;
  };
  for (auto const& r : m_reserves)
    if (!look_at(r.name_zh, &r)) return {};
  for (auto const& a : m_aliases)
    if (!a.proposal && !look_at(a.name, find(a.reserve_id))) return {};
  return found;
}

std::vector<Reserve const*> Register::in_force(Date day) const {
  std::vector<Reserve const*> out;
  for (auto const& r : m_reserves)
    if ((!r.in_force_from || r.in_force_from->first <= day) && (!r.in_force_to || day <= r.in_force_to->last)) out.push_back(&r);
  return out;
}

Date Register::checked_on() const {
  auto const earlier = [](Reserve const& a, Reserve const& b) { return a.checked_on < b.checked_on; };
  return std::min_element(m_reserves.begin(), m_reserves.end(), earlier)->checked_on;
}

std::optional<Finding> Register::stale(Date day) const {
  if (day <= checked_on()) return std::nullopt;
  return Finding{"workspace.register_stale", Severity::warning, "", "", {to_string(checked_on()), to_string(day), std::to_string(in_force(day).size())}};
}

std::optional<Finding> name_finding(Resolution const& r, std::string_view name, std::string const& layer, std::string const& feature) {
  if (r.match == Match::exact || r.match == Match::alias) return std::nullopt;
  if (r.match == Match::proposal) return Finding{"workspace.name_proposal", Severity::warning, layer, feature, {std::string(name), r.reserve->name_zh}};
  return Finding{"workspace.name_unknown", Severity::info, layer, feature, {std::string(name)}};
}

}  // namespace redline
