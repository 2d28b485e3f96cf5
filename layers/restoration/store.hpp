// The store of a workspace: restoration.gpkg, only ever added to. Tables: `imports` (files), `rows` (every row as it
// was read), `rows_again` (known rows that came again in another file), `records` (figures and polygons, EPSG:4490),
// `tasks`, `totals` (rows of totals that contradict their rows). StoreWriter works on a copy beside it that takes its
// place at commit(), so that the store is whole at any moment, also when the program is killed. One writer at a time:
// the lock file beside it is held from opening to the end; another writer waits up to `patience` and then gives
// Error(output, restoration.store_busy {path}), or, where the old store is damaged, Error(input,
// restoration.store_unreadable). load_book gives all records; reserves are resolved by `reserve_of` from
// the words of the row (id, or empty). A store that is damaged: Error(input, restoration.store_unreadable {path,
// reason}). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "engine/core/text.hpp"
#include "engine/restoration/book.hpp"
#include "layers/restoration/draft.hpp"

namespace redline {

struct ImportRow {  // imports
  std::string id, file, sha256, imported_at;
  std::int64_t rows = 0, added = 0, known = 0;
};

struct StoredRow {
  std::string key;  // hash of the content and its occurrence in the file
  std::string id;   // of the record: given, or from the key
  std::string raw;  // JSON of the cells as read
  std::int64_t number = 0;
};

struct StatedTotal {  // of a table, that contradicts its rows
  std::int64_t row = 0;
  std::string reserve, heading, stated, summed;
};

enum class RowFate { added, known, clashes };  // clashes: the id is there with other content

struct StoredState {  // of a record without a figure, or with a running sum
  std::string_view id, reserve, site, day, stage, value, unit;
};

class StoreWriter {
 public:
  StoreWriter(std::string const& path, Language language, std::chrono::milliseconds patience);
  ~StoreWriter();                                                // without commit() nothing has changed
  std::string imported_before(std::string const& sha256) const;  // when; empty: never
  bool has_record(std::string_view id) const;
  void each_site(std::function<void(std::string_view row, std::string_view site)> const& take) const;
  void each_state(std::function<void(StoredState const&)> const& take) const;  // one for each row
  void each_task(
      std::function<void(std::string_view id, std::string_view item, std::string_view day)> const& take) const;
  std::vector<std::string> reports_of(std::string const& id) const;  // other rows of it: id@…
  RowFate add(std::string const& import_id, StoredRow const& row, RowValues const& values, RowDraft const& draft,
              Wkb const& wkb);
  void total(std::string const& import_id, StatedTotal const& total);
  void commit(ImportRow const& row);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string store_path(std::string const& workspace_directory);

// What only a report shows of records; those that have nothing of it are left out.
struct RecordDetails {
  std::string responsible, accepted_by, removed, document, evidence, remark;
};
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using RecordDetailsById = std::unordered_map<std::string, RecordDetails, TextHash, std::equal_to<>>;
RecordDetailsById load_details(std::string const& path);

struct ImportedFile {
  std::string file, sha256;  // name without folder; with :LAYER where one was named
};
std::vector<ImportedFile> load_imports(std::string const& path);

struct RowPlace {
  std::string file;
  std::int64_t row = 0;
};
std::vector<RowPlace> places_of(std::string const& path,
                                std::vector<std::string_view> const& rows);  // by id of the row

bool is_store(std::string const& path);  // whatever its name

using ReserveOf = std::function<std::string(std::string_view text)>;
RestorationBook load_book(std::string const& path, RestorationModel const& model,
                          ReserveOf const& reserve_of);  // no store: an empty book

}  // namespace redline
