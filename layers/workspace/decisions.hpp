// decisions.csv of a workspace: what a person decided against or beyond the rules, with document, office and term.
// Columns activity_id, area_id, decision, document, office, decided_on, expires_on; only area_id (empty: the activity
// as a whole) and expires_on (empty: no term) may be empty. Decisions are shown beside verdicts and never change one.
// DecisionBook notes which activities a run has met; findings(): decisions whose activity or area is not in the run,
// whose term is over on the day, that were taken after it, or that are there twice, each with its line. Errors:
// Error(input, "workspace.csv_…" or "decisions.…") with file, line and column.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/ledger/rows.hpp"

namespace redline {

struct Decision {
  int line = 0;
  DecisionRow row;
  Date decided_on{};
  std::optional<Date> expires_on;
};

std::vector<Decision> read_decisions(std::string const& text, std::string const& file);

class DecisionBook {
 public:
  DecisionBook() = default;
  explicit DecisionBook(std::string const& path);  // empty: no decisions

  std::vector<Decision> const& decisions() const { return m_decisions; }
  std::string const& sha256() const { return m_sha256; }
  std::string const& file() const { return m_file; }
  void met(std::string const& activity_id) {
    if (m_met.empty()) return;
    if (auto const it = m_met.find(activity_id); it != m_met.end()) it->second = true;
  }
  Findings findings(Date as_of, std::function<bool(std::string const&)> const& area_known) const;

 private:
  std::string m_file, m_sha256;
  std::vector<Decision> m_decisions;
  std::unordered_map<std::string, bool> m_met;
};

}  // namespace redline
