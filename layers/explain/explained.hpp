// What an explanation is made of, whether it comes from a ledger or from the JSON of a screening: one Explained for
// each activity found. Rows are those of the ledger's tables (docs of the ledger), column by column as text; a column
// that is absent is not given.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline {

using ExplainedRow = std::map<std::string, std::string>;

struct ExplainedConflict {
  ExplainedRow row;
  std::vector<ExplainedRow> decisions;
};

struct Explained {
  std::vector<Message> head;  // said before all else
  std::vector<ExplainedRow> records;
  std::vector<ExplainedConflict> conflicts;
  std::vector<Message> besides;  // what makes the verdict besides conflicts, and findings
  std::vector<ExplainedRow> decisions, checks, balance;
};

struct ExplainedFile {
  std::string as_of;
  std::vector<Explained> found;
};

// Ids: see explain(). Errors: those of explain().
ExplainedFile explained_of_ledger(std::string const& path, std::string const& id);
ExplainedFile explained_of_screening(std::string const& path, std::string const& id);  // id empty: all applications

}  // namespace redline
