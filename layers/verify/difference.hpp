// What a recomputation found: each value, row or input that is not as it was. `row` names the key of the row; `column`
// is empty where a whole row is missing (was: it stands only in the new computation) or left over (it stands only in
// the file). Values as text; geometries by size and hash.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace redline {

enum class DifferenceKind { value, only_in_file, only_recomputed, source };

struct Difference {
  DifferenceKind kind = DifferenceKind::value;
  std::string table, row, column, file_value, new_value;
};

struct Verification {
  std::vector<Difference> differences;
  std::string made_by = "overlay";                                  // the command that makes it anew
  std::vector<std::pair<std::string, std::string>> other_versions;  // of libraries: name, "then → now"
  bool recomputed = true;                                           // false: sources changed, so nothing was
  std::uint64_t tables = 0, rows = 0;                               // compared
  bool same() const { return differences.empty(); }
};

}  // namespace redline
