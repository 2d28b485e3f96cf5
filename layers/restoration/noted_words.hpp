// Words of a column of which an import has something to say: in how many rows each stands, and the first of them. Told
// in order of these rows, the first fifty by name; where there are more, how many, and where all of them are kept.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"

namespace redline {

class NotedWords {
 public:
  void add(std::string const& word, std::int64_t row);  // no word: nothing
  // finding: {file, heading, the words, number of rows}
  void tell(char const* what, Severity severity, std::string const& file, std::string const& heading, Language language,
            Findings& out) const;

 private:
  struct Rows {
    int count = 0;
    std::int64_t first = 0, last = 0;
  };
  std::string list(Language language) const;

  std::map<std::string, Rows> m_words;
};

}  // namespace redline
