// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/reserve_spelling.hpp"

#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

// 新疆西天山国家级自然保护区管理局 holds 西天山, or the other way round; of several the longest.
std::string held_by(std::string const& name, Register const& known) {
  auto const text = normal_name(name);
  std::string best, longest;
  auto const look = [&](std::string const& words, Reserve const* reserve) {
    auto const part = normal_name(words);
    bool const held = !text.empty() && (text.find(part) != std::string::npos || part.find(text) != std::string::npos);
    if (reserve && held && part.size() > longest.size()) longest = part, best = reserve->name_zh;
  };
  for (auto const& r : known.reserves()) look(r.name_zh, &r);
  for (auto const& a : known.aliases()) look(a.name, known.find(a.reserve_id));
  return best;
}

constexpr std::string_view NAMED = "保护区";
constexpr std::size_t LONGEST_NAME = 120;

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// The longest words that end with the reserve's 保护区 and are a name of the register.
Reserve const* named_before(std::string_view text, std::size_t end, Register const& known) {
  for (auto at = end > LONGEST_NAME ? end - LONGEST_NAME : 0; at < end; ++at) {
    if (!begins_letter(text[at])) continue;
    auto const r = known.resolve(text.substr(at, end - at));
    if (r.match == Match::exact || r.match == Match::alias) return r.reserve;
  }
  return nullptr;
}

}  // namespace

std::string reserve_in(std::string const& text, Register const& known) {
  Reserve const* found = nullptr;
  for (auto at = text.find(NAMED); at != std::string::npos; at = text.find(NAMED, at + 1)) {
    auto const* reserve = named_before(text, at + NAMED.size(), known);
    if (!reserve || (found && reserve != found)) return {};
    found = reserve;
  }
  return found ? found->name_zh : std::string{};
}

ReserveSpellings::ReserveSpellings(Register const& known) {
  for (auto const& r : known.reserves()) m_ids[normal_name(r.name_zh)] = r.id;
  for (auto const& a : known.aliases())
    if (!a.proposal) m_ids.emplace(normal_name(a.name), a.reserve_id);
}

std::string const& ReserveSpellings::id_of(std::string const& name) const {
  auto const [it, fresh] = m_asked.try_emplace(name);
  if (!fresh) return it->second;
  auto const id = m_ids.find(normal_name(name));
  if (id != m_ids.end()) it->second = id->second;
  return it->second;
}

bool ReserveSpellings::same(std::string const& a, std::string const& b) const {
  auto const& one = id_of(a);
  return !one.empty() && one == id_of(b);
}

Findings reserve_findings(std::string const& file, std::map<std::string, int> const& rows_by_name,
                          Register const& known) {
  Findings out;
  for (auto const& [name, rows] : rows_by_name) {
    if (name.empty())
      out.push_back({"restoration.rows_name_no_reserve", Severity::warning, file, "", {file, std::to_string(rows)}});
    auto const r = known.resolve(name);
    if (name.empty() || r.match == Match::exact || r.match == Match::alias) continue;
    auto const near = r.reserve ? r.reserve->name_zh : held_by(name, known);
    std::vector<std::string> args{file, name, std::to_string(rows)};
    if (!near.empty()) args.push_back(near);
    out.push_back({near.empty() ? "restoration.reserve_elsewhere" : "restoration.reserve_unknown",
                   near.empty() ? Severity::info : Severity::warning, file, "", std::move(args)});
  }
  return out;
}

}  // namespace redline
