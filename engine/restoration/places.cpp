// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/places.hpp"

#include <map>
#include <tuple>
#include <unordered_map>

namespace redline {
namespace {

using Id = std::string_view;

constexpr Id ACCEPTED = "/accepted";

// A figure of a row that has a day of its own.
bool has_own_day(Id id) { return id.ends_with(ACCEPTED) || id.substr(row_of(id).size()).starts_with(STAGE_SUFFIX); }

struct Place {
  std::optional<Date> day;
  Id row;
  std::optional<DaySpan> between = {};
  // A correction that tells the day, of which the month was known, stands there.
  bool before(Place const& correction) const {
    if (!day || !correction.day) return day.has_value();
    bool const tells = between && between->holds(*correction.day) && !correction.between;
    return *day <= *correction.day && !tells;
  }
};

class Places {
 public:
  explicit Places(RestorationBook const& book) {
    for (auto const& r : book.records)
      if (!r.replaces.empty()) m_targets.try_emplace(row_of(r.id), ids_of(r.replaces));
    if (m_targets.empty()) return;
    for (auto const& [row, targets] : m_targets) {
      m_own.try_emplace(row);
      for (auto const target : targets) m_own.try_emplace(row_of(target));
    }
    for (auto const& r : book.records)
      if (has_own_day(r.id) && m_own.count(row_of(r.id))) m_days[std::string(r.id)] = r.day;
    for (auto const& r : book.records)
      if (auto const it = m_own.find(row_of(r.id)); it != m_own.end())
        if (r.id == row_of(r.id) || it->second.row.empty()) it->second = {r.day, row_of(r.id), r.between};
  }

  void set(RestorationBook& book) {
    for (auto const& [row, targets] : m_targets) find(row);
    for (auto& r : book.records) {
      if (r.replaces.empty()) continue;
      auto const& place = m_found.at(row_of(r.id));
      bool const own = place.row == row_of(r.id);
      auto const suffix = std::string(r.id.substr(row_of(r.id).size()));
      auto const own_day = has_own_day(r.id) ? m_days.find(std::string(place.row) + suffix) : m_days.end();
      auto const day = own_day == m_days.end() ? place.day : own_day->second;
      r.place_day = own ? std::nullopt : day, r.place_id = own ? Id{} : place.row;
    }
  }

 private:
  Place find(Id row) {
    if (auto const it = m_found.find(row); it != m_found.end()) return it->second;
    auto const own = m_own.at(row);
    m_found[row] = own;
    auto const targets = m_targets.find(row);
    if (targets == m_targets.end()) return own;
    std::optional<Place> first;
    for (auto const target : targets->second) {
      auto const place = find(row_of(target));
      if (place.before(own) && (!first || std::tie(place.day, place.row) < std::tie(first->day, first->row)))
        first = place;
    }
    return m_found[row] = first.value_or(own);
  }

  std::map<Id, std::vector<Id>> m_targets;  // by name, so that the order of the book decides nothing
  std::unordered_map<Id, Place> m_own, m_found;
  std::unordered_map<std::string, std::optional<Date>> m_days;  // of figures that have one of their own
};

}  // namespace

void place_corrections(RestorationBook& book) { Places(book).set(book); }

bool stands_last(RestorationRecord const& r) {
  if (standing_day(r) || !r.stage) return false;
  if (r.stage->again) return r.quantity == Quantity::disturbed;
  bool const of_work = r.quantity == Quantity::restored || r.quantity == Quantity::other;
  return of_work && (r.stage->returns || r.stage->stage_class == StageClass::accepted);
}

}  // namespace redline
