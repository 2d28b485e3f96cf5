// 编号 that are digits alone, in a table without a column of corrections, are mostly the serial numbers of one office:
// two offices both begin with 1. Where the number is taken by rows of other sites, the row goes under number@hash; of
// the same site, or of none, nobody can tell. A correction that names a number of several rows means the one of its own
// site; one that names an id of several reports (next_reports.hpp) has to say which.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/restoration/draft.hpp"
#include "layers/restoration/store.hpp"

namespace redline {

class SerialNumbers {
 public:
  explicit SerialNumbers(StoreWriter const& store) : m_store(store) {}
  bool of_another_site(std::string const& number, std::string const& site);
  static std::string id_of(std::string const& number, std::string const& key);
  static std::string number_of(std::string const& id);  // without what follows @
  void add(std::string const& id, std::string const& site);
  // Numbers under `replaces` become the id that is meant; a problem where that cannot be told.
  std::optional<Message> resolve(RowValues& values);

 private:
  using Rows = std::map<std::string, std::string>;  // id -> site
  Rows const& rows(std::string const& number);

  StoreWriter const& m_store;
  bool m_loaded = false;
  std::map<std::string, Rows> m_rows;  // by number
};

}  // namespace redline
