// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/corrections.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace redline {
namespace {

using Id = std::string_view;

struct Correction {
  Id row;
  RestorationRecord const* record = nullptr;
  std::vector<Id> targets;
};

// Corrections in effect, the latest first; a row with several figures once.
std::vector<Correction> in_effect(RestorationBook const& book, Date as_of) {
  std::vector<Correction> out;
  std::unordered_set<Id> met;
  for (auto const& r : book.records)
    if (!r.replaces.empty() && !(r.day && *r.day > as_of) && met.insert(row_of(r.id)).second)
      out.push_back({row_of(r.id), &r, ids_of(r.replaces)});
  auto const order = [](Correction const& c) { return std::tuple(c.record->day.has_value(), c.record->day, c.row); };
  std::sort(out.begin(), out.end(), [&](auto const& a, auto const& b) { return order(b) < order(a); });
  return out;
}

class Standing {
 public:
  Standing(std::vector<Correction>& corrections, Findings& findings) : m_all(corrections), m_findings(findings) {
    for (auto const& c : m_all) m_by_row[c.row] = &c;
    break_circles();
  }

  // From the latest on: each that nobody corrects covers all that it and its like before it have corrected.
  Replaced cover() {
    std::unordered_set<Id> corrected;
    for (auto const& c : m_all) corrected.insert(m_kept[c.row].begin(), m_kept[c.row].end());
    Replaced out;
    for (auto const& c : m_all)
      if (!corrected.count(c.row)) cover(c, out);
    return out;
  }

 private:
  void tell(char const* code, Correction const& c, std::vector<std::string> args) {
    m_findings.push_back(
        {code, Severity::error, std::string(c.record->reserve), std::string(c.record->id), std::move(args)});
  }

  void break_circles() {
    for (auto const& c : m_all)
      for (auto const target : c.targets) {
        auto const below = rows_below(row_of(target));
        if (std::find(below.begin(), below.end(), c.row) == below.end())
          m_kept[c.row].push_back(target);
        else
          tell("restoration.correction_circle", c, {cited(*c.record), std::string(target)});
      }
  }

  // A row and all that it corrects, by way of others too.
  std::vector<Id> rows_below(Id row) const {
    std::vector<Id> out{row};
    std::unordered_set<Id> met{row};
    for (std::size_t i = 0; i < out.size(); ++i)
      if (auto const kept = m_kept.find(row_of(out[i])); kept != m_kept.end())
        for (auto const target : kept->second)
          if (met.insert(target).second) out.push_back(target);
    return out;
  }

  void cover(Correction const& c, Replaced& out) {
    auto below = rows_below(c.row);
    below.erase(below.begin());
    auto const taken = std::find_if(below.begin(), below.end(), [&](Id id) { return out.count(id) > 0; });
    if (taken == below.end()) {
      for (auto const id : below) out[id] = c.row;
      return;
    }
    auto const winner = out[*taken];
    tell("restoration.corrected_twice", c,
         {cited(*c.record), cited(*m_by_row.at(winner)->record), std::string(*taken)});
    out[c.row] = winner;
    for (auto const id : below)
      if (m_by_row.count(row_of(id))) out.emplace(id, winner);
  }

  std::vector<Correction>& m_all;
  Findings& m_findings;
  std::unordered_map<Id, Correction const*> m_by_row;
  std::unordered_map<Id, std::vector<Id>> m_kept;  // without those that would close a circle
};

}  // namespace

Corrections::Corrections(RestorationBook const& book, Date as_of) {
  auto corrections = in_effect(book, as_of);
  if (corrections.empty()) return;
  m_replaced = Standing(corrections, m_findings).cover();
  m_repeats = repeats_of_corrected(book, m_replaced, as_of, m_findings);
  tell_withdrawn(book, m_replaced, m_findings);
}

bool Corrections::retired(Id id) const {
  return !m_replaced.empty() && (m_repeats.count(id) > 0 || !stands_for(m_replaced, id).empty());
}

Replaced Corrections::replaced() const {
  auto out = m_replaced;
  out.insert(m_repeats.begin(), m_repeats.end());
  return out;
}

// Rows that correct none of the others, or that none of the others corrects, are in no circle: taken away until none
// is left.
std::vector<std::size_t> in_circles(std::vector<std::pair<Id, Id>> const& pairs) {
  std::unordered_map<Id, std::vector<std::size_t>> from, to;
  for (std::size_t i = 0; i < pairs.size(); ++i) from[pairs[i].first].push_back(i), to[pairs[i].second].push_back(i);
  std::vector<bool> gone(pairs.size(), false);
  std::unordered_map<Id, std::size_t> out_degree, in_degree;
  for (auto const& [a, b] : pairs) ++out_degree[a], ++in_degree[b], out_degree[b] += 0, in_degree[a] += 0;
  std::deque<Id> ends;
  for (auto const& [row, n] : out_degree)
    if (n == 0 || in_degree[row] == 0) ends.push_back(row);
  auto const take = [&](std::vector<std::size_t> const& list) {
    for (auto const i : list) {
      if (gone[i]) continue;
      gone[i] = true;
      if (--out_degree[pairs[i].first] == 0) ends.push_back(pairs[i].first);
      if (--in_degree[pairs[i].second] == 0) ends.push_back(pairs[i].second);
    }
  };
  for (; !ends.empty(); ends.pop_front()) take(from[ends.front()]), take(to[ends.front()]);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (!gone[i]) out.push_back(i);
  return out;
}

}  // namespace redline
