// What records say of each other. A record that is part of another one, or restates it, is contained: it is shown and
// never added, as long as the record that holds it counts on the same day. All figures of a row are parts of those of
// the other row that count the same (required of required, accepted of accepted). In a circle of containment the
// smallest id stands for all. Findings (feature: the id): restoration.contained, .part_exceeds_whole,
// .restated_otherwise, .parts_contradict_total, .share_contradicts, .may_overlap, .relation_missing, .relation_circle.
// Parts of one total are summed item by item; a printed share is good to half its last digit.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "engine/core/finding.hpp"
#include "engine/restoration/book.hpp"

namespace redline {

class Relations {
 public:
  using Replacements = std::unordered_map<std::string_view, std::string_view>;
  explicit Relations(std::vector<RestorationRecord const*> const& records,
                     Replacements replaced = {});                               // those in force
  Relations among(std::vector<RestorationRecord const*> const& records) const;  // the same for some of them alone
  bool contained(RestorationRecord const& r) const { return m_contained.count(r.id) > 0; }
  RestorationRecord const* holder_of(RestorationRecord const& r) const;  // of a contained one; else nullptr
  Findings const& findings() const { return m_findings; }

 private:
  using Record = RestorationRecord;
  Relations(std::vector<Record const*> const& records, std::shared_ptr<Replacements const> replaced);
  Record const* find(std::string_view id) const;
  void read_rows(std::vector<Record const*> const& records);
  Record const* related_of_row(Record const& r) const;
  Record const* counterpart(std::string_view id, Record const& r, bool first) const;
  Record const* holder(Record const& r, Record const& of) const;
  Record const* holder(Record const& r) const;
  void tell_missing(Record const& r);
  void contain(Record const& r, Record const& of);
  void compare(Record const& part, Record const& whole, std::vector<std::string_view> const& same, bool tell);
  void totals(std::vector<Record const*> const& records);
  void share(Record const& r);
  void may_overlap(Record const& r);
  void add(char const* code, Severity severity, Record const& r, std::vector<std::string> args);

  std::unordered_map<std::string_view, Record const*> m_by_id;
  std::unordered_map<std::string_view, std::vector<Record const*>> m_rows;  // that relations speak of
  std::shared_ptr<Replacements const> m_replaced;  // a reference to a corrected row means the row that corrects it
  std::unordered_map<std::string_view, Record const*> m_contained;  // by the record that holds it
  Findings m_findings;
};

// The figure of a record for comparing: its area or volume, else its bare number; nullopt where it is neither.
std::optional<Amount> figure(RestorationRecord const& r);

}  // namespace redline
