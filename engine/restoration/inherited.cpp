// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/inherited.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>

#include "engine/restoration/blank_measures.hpp"
#include "engine/restoration/places.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;
using Id = std::string_view;

void take(std::string_view& mine, std::string_view theirs) {
  if (mine.empty()) mine = theirs;
}

void take_words(Record& mine, Record const& theirs) {
  for (auto const field : {&Record::item, &Record::zone, &Record::site, &Record::site_text, &Record::subject,
                           &Record::programme, &Record::kind, &Record::part_of, &Record::restates, &Record::sums_to,
                           &Record::share_of, &Record::may_overlap, &Record::claimed_status})
    take(mine.*field, theirs.*field);
  if (mine.reserve_text.empty()) mine.reserve_text = theirs.reserve_text, mine.reserve = theirs.reserve;
  if (!mine.deadline) mine.deadline = theirs.deadline;
  if (!mine.stage) mine.stage = theirs.stage;
  if (mine.basis_blank) mine.basis = theirs.basis, mine.reported = theirs.reported;
}

// The words of a row are those of all its figures: where it lies, what it is called.
void say(std::string_view& theirs, std::string_view mine) {
  if (!mine.empty()) theirs = mine;
}

void say_words(Record& heir, Record const& row) {
  for (auto const field : {&Record::item, &Record::zone, &Record::subject, &Record::programme, &Record::kind,
                           &Record::said_by, &Record::office})
    say(heir.*field, row.*field);
  if (!row.site_text.empty()) heir.site = row.site, heir.site_text = row.site_text;
  if (!row.reserve_text.empty()) heir.reserve = row.reserve, heir.reserve_text = row.reserve_text;
  if (row.deadline) heir.deadline = row.deadline;
}

void take_figure(Record& mine, Record const& theirs) {
  if (mine.value.empty() && mine.wkb.empty())
    mine.value = theirs.value, mine.unit = theirs.unit, mine.amount = theirs.amount, mine.at_least = theirs.at_least,
    mine.approximate = theirs.approximate, mine.reference = theirs.reference;
  if (mine.wkb.empty()) mine.wkb = theirs.wkb;
}

class Heirs {
 public:
  explicit Heirs(RestorationBook& book) : m_book(book) {
    std::unordered_set<Id> spoken_of;  // rows that correct, and that are corrected by
    for (auto const& r : book.records)
      if (!r.replaces.empty()) {
        auto const targets = ids_of(r.replaces);
        if (targets.size() != 1 || targets.front() != row_of(targets.front())) continue;
        m_target[row_of(r.id)] = targets.front();
        spoken_of.insert({row_of(r.id), targets.front()});
      }
    if (m_target.empty()) return;
    for (std::size_t i = 0; i < book.records.size(); ++i)
      if (spoken_of.count(row_of(book.records[i].id))) m_rows[row_of(book.records[i].id)].push_back(i);
  }

  void run() {
    for (auto const& [row, target] : m_target) inherit(row);
  }

 private:
  // The row that it corrects first; rows that correct each other inherit from each other as far as they were read.
  void inherit(Id row) {
    if (!m_target.count(row) || !m_met.insert(row).second) return;
    auto const target = m_target.at(row);
    inherit(target);
    if (target == row || !m_rows.count(target)) return;
    if (other_quantity(row, target)) return;
    auto const theirs = m_rows[target];
    for (auto const i : theirs) take(row, m_book.records[i].id.substr(target.size()), i);
  }

  Record* figure_of(Id row, Id suffix) {
    for (auto const i : m_rows[row])
      if (m_book.records[i].id.substr(row.size()) == suffix) return &m_book.records[i];
    return nullptr;
  }

  bool other_quantity(Id row, Id target) {
    auto const* mine = figure_of(row, "");
    auto const* theirs = figure_of(target, "");
    return mine && theirs && mine->quantity != theirs->quantity;
  }

  void take(Id row, Id suffix, std::size_t from) {
    if (auto* mine = figure_of(row, suffix)) {
      take_words(*mine, m_book.records[from]);
      return take_figure(*mine, m_book.records[from]);
    }
    auto const* own = figure_of(row, "");
    auto const& any = own ? *own : m_book.records[m_rows[row].front()];
    auto heir = m_book.records[from];
    heir.id = m_book.keep_alone(std::string(row) + std::string(suffix));
    heir.day = any.day, heir.source = any.source, heir.replaces = any.replaces;
    say_words(heir, any);
    if (own) lower(heir, *own, row_of(m_book.records[from].id));
    m_rows[row].push_back(m_book.records.size());
    m_book.records.push_back(std::move(heir));
  }

  // What was accepted was the figure of the corrected row, and that was less.
  void lower(Record& heir, Record const& own, Id target) {
    auto const* theirs = figure_of(target, "");
    bool const accepts = heir.stage && heir.stage->stage_class == StageClass::accepted && own.quantity == heir.quantity;
    if (!accepts || !theirs || !heir.amount || heir.amount != theirs->amount || !own.amount) return;
    if (*own.amount < *heir.amount) heir.value = own.value, heir.unit = own.unit, heir.amount = own.amount;
  }

  RestorationBook& m_book;
  std::map<Id, Id> m_target;  // by name, so that the order of the book decides nothing
  std::unordered_map<Id, std::vector<std::size_t>> m_rows;
  std::unordered_set<Id> m_met;
};

}  // namespace

void inherit_blanks(RestorationBook& book, RestorationModel const& model) {
  take_measures(book, model);
  Heirs(book).run();
  for (auto& r : book.records)
    if (!r.stage && !r.replaces.empty() && r.quantity == Quantity::restored)
      r.stage = model.stage(model.usual_stage(r.measure));
  place_corrections(book);
}

}  // namespace redline
