// Dissolved sums per protected area × zone × activity kind. add() every conflict while it is written; rows()
// afterwards. What is to be dissolved waits on the disk (spool.hpp), counts and places in memory (32 bytes an overlap).
// Every area of the basemap appears, also with none; then every reserve of the register in force that no layer holds
// (boundary = none). Contacts are not counted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/ledger/rows.hpp"
#include "layers/run/register_check.hpp"
#include "layers/run/spool.hpp"

namespace redline {

class Summary {
 public:
  explicit Summary(std::string const& folder) : m_spool(folder) {}
  void add(std::string const& activity_kind, ConflictRow const& conflict);
  std::vector<SummaryRow> rows(Basemap const& basemap, RegisterCheck const& reserves, int threads);

 private:
  struct Key {
    std::size_t area;
    std::string zone, activity_kind;
    auto operator<=>(Key const&) const = default;
  };
  struct Hash {
    std::size_t operator()(Key const& key) const;
  };
  struct Ground {
    SpoolPlace place;
    double measure;  // m² or m
    int dimension;
  };
  struct Group {
    std::uint64_t count = 0;
    std::map<std::string, std::uint64_t> by_verdict;
    std::vector<Ground> grounds;
  };
  using Groups = std::unordered_map<Key, Group, Hash>;
  SummaryRow dissolved(Groups::value_type const& group, Basemap const& basemap, RegisterCheck const& reserves) const;

  Groups m_groups;
  Spool m_spool;
};

}  // namespace redline
