// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/blank_measures.hpp"

#include <algorithm>
#include <unordered_map>

namespace redline {
namespace {

using Record = RestorationRecord;
using Id = std::string_view;

// Rows that others correct, figure by figure; each correction is settled after those that it corrects.
class Corrected {
 public:
  explicit Corrected(RestorationBook& book) {
    std::unordered_set<Id> wanted;
    for (auto& r : book.records) {
      if (r.replaces.empty()) continue;
      m_corrections.push_back(&r);
      for (auto const id : ids_of(r.replaces)) wanted.insert(row_of(id));
    }
    if (wanted.empty()) return;
    for (auto& r : book.records)
      if (wanted.count(row_of(r.id))) m_by_id[r.id] = &r;
  }

  template <typename Settle>
  void each(Settle const& settle) {
    for (auto* r : m_corrections) visit(*r, settle);
  }

 private:
  template <typename Settle>
  void visit(Record& r, Settle const& settle) {
    if (!m_met.insert(r.id).second) return;
    std::vector<Record*> theirs;
    for (auto const id : ids_of(r.replaces)) {
      auto it = m_by_id.find(id);
      if (id == row_of(id) && r.id != row_of(r.id))  // a further figure corrects that of its kind
        it = m_by_id.find(std::string(id) + std::string(r.id.substr(row_of(r.id).size())));
      if (it == m_by_id.end() || it->second == &r) continue;
      if (!it->second->replaces.empty()) visit(*it->second, settle);
      theirs.push_back(it->second);
    }
    if (!theirs.empty()) settle(r, theirs);
  }

  std::vector<Record*> m_corrections;
  std::unordered_map<Id, Record*> m_by_id;
  std::unordered_set<Id> m_met;
};

bool counts_ground(Quantity q) { return q != Quantity::other && q != Quantity::status; }

}  // namespace

void take_measures(RestorationBook& book, RestorationModel const& model) {
  Corrected(book).each([&](Record& r, std::vector<Record*> const& theirs) {
    auto const& first = *theirs.front();
    auto const same = [&](Record const* t) { return t->quantity == first.quantity; };
    if (!r.measure_blank || !std::all_of(theirs.begin(), theirs.end(), same)) return;
    r.quantity = first.quantity, r.measure = first.measure;
    r.at_least = r.at_least || model.measure(first.kind, first.measure).at_least;
    auto const unit = unit_of(r.unit);
    bool const other_dimension =
        r.amount && unit && (unit->dimension == Dimension::volume) != (r.quantity == Quantity::volume);
    if (!counts_ground(r.quantity) || other_dimension) r.amount.reset();
  });
}

}  // namespace redline
