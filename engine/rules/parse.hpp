// The instruments of a rule file: laws, regulations, notices, policies, each with its days in force and its clauses.
// A clause is `verified` when its words were read in a source, which the file names; `find` resolves INSTRUMENT/CLAUSE.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/rules/toml_reader.hpp"

namespace redline::rules {

struct Instruments {
  std::vector<Clause> clauses;
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::size_t find(TomlReader const& at, std::string const& reference, long line) const;
};

Instruments read_instruments(TomlReader const& top);

}  // namespace redline::rules
