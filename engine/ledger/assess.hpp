// All that the ledger says about one activity: overlaps, measures, verdicts, checks, proximity, balance, in one record.
// conflict_id is the first 16 digits of SHA-256 over activity layer, activity id, occurrence, area layer, area id and
// zone. Certainty (docs/geometry-contract.md): certain where some point of the overlap lies deeper in the zone than
// both stated accuracies together (at least 2 cm), else within_accuracy; not_stated where an accuracy is unknown;
// contact where only a boundary is shared. Throws Unbalanced where the balance does not hold, GeometryError where
// the whole ladder of robustness fails.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/core/text.hpp"
#include "engine/ledger/area_method.hpp"
#include "engine/ledger/checked_layer.hpp"
#include "engine/ledger/proposals.hpp"
#include "engine/ledger/rows.hpp"
#include "engine/overlay/activity.hpp"
#include "engine/overlay/rung.hpp"
#include "engine/rules/rule_set.hpp"

namespace redline {

struct LeftOut {  // an area that the run does not check, though it is in force
  std::string kind;
  Bounds box;
};

struct AssessOptions {
  Date as_of;
  Language language = Language::zh;
  AreaMethod area_method = AreaMethod::exact;
  double nearest_limit_m = 20000;
  bool three_zones_mapped = false;
  std::map<std::string, double> setbacks_m;  // by activity kind
  std::vector<CheckedLayer> layers;
  std::vector<bool> zones_not_given = {};  // by area of the basemap, as in Evidence; empty: none
  std::vector<LeftOut> left_out = {};      // ground of a right may go on there
  double densify_m = 0;                    // bound of densifying projected edges of activities
  bool keep_judgements = false;            // in the rows of conflicts
};

class Assessor {
 public:
  Assessor(Basemap const& basemap, RuleSet const& rules, AssessOptions options);
  ActivityRecord assess(Activity const& activity, bool repaired) const;          // any thread
  ActivityRecord assess_unnamed(Activity const& activity, bool repaired) const;  // the caller puts the attributes in

 private:
  Basemap const& m_basemap;
  AssessOptions m_options;
  Proposals m_proposals;
  std::vector<Bounds> m_concerned;  // by layer
  std::vector<double> m_shifts;     // by area of the basemap, of densifying
};

}  // namespace redline
