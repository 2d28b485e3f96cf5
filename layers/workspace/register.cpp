// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/register.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/rules/words.hpp"
#include "layers/workspace/built_in.hpp"
#include "layers/workspace/register_rows.hpp"
#include "layers/workspace/reserve_name.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

std::string file_text(fs::path const& path) { return read_text_file(path.string()); }

}  // namespace

Register::Register(std::vector<Reserve> reserves, std::vector<Alias> aliases, std::string const& file)
    : m_reserves(std::move(reserves)), m_aliases(std::move(aliases)) {
  for (auto const& r : m_reserves)
    if (find(r.id) != &r) throw Error(ErrorKind::input, "workspace.register_twice", {file, r.id});
  for (auto const& a : m_aliases)
    if (!find(a.reserve_id)) throw Error(ErrorKind::input, "workspace.register_alias", {file, a.name, a.reserve_id});
  collect_names(file);
}

// One name must not lead to two reserves, whichever way it is written.
void Register::collect_names(std::string const& file) {
  auto const place = [&](Reserve const* r) { return static_cast<std::size_t>(r - m_reserves.data()); };
  for (auto const& r : m_reserves) m_names.push_back({normal_name(r.name_zh), r.name_zh, place(&r), Match::exact});
  for (auto const& a : m_aliases)
    m_names.push_back(
        {normal_name(a.name), a.name, place(find(a.reserve_id)), a.proposal ? Match::proposal : Match::alias});
  for (std::size_t i = 0; i < m_names.size(); ++i) {
    auto const& n = m_names[i];
    auto const& other = m_names[m_by_normal.emplace(n.normal, i).first->second];
    if (n.normal.empty() || other.reserve != n.reserve)
      throw Error(ErrorKind::input, "workspace.register_name",
                  {file, n.shown, m_reserves[n.reserve].id, m_reserves[other.reserve].id});
  }
}

Register Register::load(std::string const& file) {
  auto const reserves = file.empty() ? built_in_text("register.csv") : file_text(file);
  auto const beside = fs::path(file).replace_filename("aliases.csv");
  auto const aliases = file.empty()         ? built_in_text("aliases.csv")
                       : fs::exists(beside) ? file_text(beside)
                                            : std::string{};
  auto const shown = file.empty() ? std::string("register.csv") : file;
  auto known =
      aliases.empty() ? std::vector<Alias>{} : read_aliases(aliases, file.empty() ? "aliases.csv" : beside.string());
  Register out(read_reserves(reserves, shown), std::move(known), shown);
  out.m_sha256 = sha256_hex(reserves + '\0' + aliases);
  return out;
}

Reserve const* Register::find(std::string_view id) const {
  auto const it = std::find_if(m_reserves.begin(), m_reserves.end(), [&](auto const& r) { return r.id == id; });
  return it == m_reserves.end() ? nullptr : &*it;
}

Resolution Register::resolve(std::string_view name) const {
  if (auto const* r = find(name)) return {Match::exact, r, r->name_zh};
  auto const wanted = normal_name(name);
  if (wanted.empty()) return {};
  auto const it = m_by_normal.find(wanted);
  return it == m_by_normal.end() ? one_edit_away(wanted) : resolution(m_names[it->second], m_names[it->second].match);
}

Resolution Register::one_edit_away(std::string const& wanted) const {
  Name const* found = nullptr;
  for (auto const& n : m_names) {
    if (n.match == Match::proposal || !within_one_edit(n.normal, wanted)) continue;
    if (found && found->reserve != n.reserve) return {};
    found = &n;
  }
  return found ? resolution(*found, Match::proposal) : Resolution{};
}

std::string Register::nearest(std::string_view name) const {
  if (auto const r = resolve(name); r.reserve) return r.reserve->name_zh;
  std::vector<std::string_view> normals;
  for (auto const& n : m_names) normals.push_back(n.normal);
  auto const it = m_by_normal.find(std::string(nearest_word(normals, normal_name(name))));
  return it == m_by_normal.end() ? std::string{} : m_reserves[m_names[it->second].reserve].name_zh;
}

std::vector<Reserve const*> Register::in_force(Date day) const {
  std::vector<Reserve const*> out;
  for (auto const& r : m_reserves)
    if ((!r.in_force_from || r.in_force_from->first <= day) && (!r.in_force_to || day <= r.in_force_to->last))
      out.push_back(&r);
  return out;
}

Date Register::checked_on() const {
  auto const earlier = [](Reserve const& a, Reserve const& b) { return a.checked_on < b.checked_on; };
  return std::min_element(m_reserves.begin(), m_reserves.end(), earlier)->checked_on;
}

std::optional<Finding> Register::stale(Date day) const {
  if (day <= checked_on()) return std::nullopt;
  return Finding{"workspace.register_stale",
                 Severity::warning,
                 "",
                 "",
                 {to_string(checked_on()), to_string(day), std::to_string(in_force(day).size())}};
}

std::optional<Finding> name_finding(Resolution const& r, std::string_view name, std::string const& layer,
                                    std::string const& feature) {
  if (r.match == Match::exact || r.match == Match::alias) return std::nullopt;
  if (r.match == Match::proposal)
    return Finding{"register.proposal", Severity::warning, layer, feature, {std::string(name), r.reserve->name_zh}};
  return Finding{"register.unknown_name", Severity::info, layer, feature, {std::string(name)}};
}

}  // namespace redline
