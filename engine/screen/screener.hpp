// Screens one application against a basemap, and against existing rights where they are given: everything that an
// Application of the model holds but for file, hash, CRS and decisions, which the caller fills in before or after.
// `draft_layer` is the layer of the basemap that --with-draft added; empty: none. Protected areas that are referred to
// go into the Screening. Throws as Assessor does, and Error(invariant, screen.verdict_lost) where the verdict that the
// model explains is not the assessor's. One thread at a time.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <vector>

#include "engine/basemap/near.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/ledger/assess.hpp"
#include "engine/screen/area_statement.hpp"
#include "engine/screen/rights.hpp"
#include "engine/screen/screening.hpp"

namespace redline {

inline constexpr std::size_t NEAREST_SHOWN = 5;

struct ScreenRequest {
  Activity const& activity;
  Transformation const& printed;  // from the application's own CRS
  bool repaired = false;
  DeclaredArea declared;
  bool with_context = false;  // for maps
  bool with_cut = false;
  bool outline_doubtful = false;  // by the numbers or the count of its corners
  bool place_doubtful = false;    // it may lie elsewhere, and nobody has said that it does not
};

class Screener {
 public:
  Screener(Basemap const& basemap, RuleSet const& rules, AssessOptions options, std::string draft_layer,
           Screening& screening);
  void screen(ScreenRequest const& request, Application& out);
  // Rights must outlive the screener; layers of rights that could not be used cap every verdict.
  void against(std::vector<ExistingRight> const& rights, std::vector<NotChecked> not_used = {}) {
    m_rights = &rights, m_rights_not_used = std::move(not_used);
  }

 private:
  std::size_t area(std::size_t of_basemap);
  ScreenedConflict conflict(ConflictRow const& row, ScreenRequest const& request);
  void conflicts(ActivityRecord const& record, ScreenRequest const& request, Application& out);
  void surroundings(ActivityRecord const& record, ScreenRequest const& request, Application& out);
  void not_checked(ActivityRecord const& record, Activity const& activity, Application& out) const;
  void rights_reasons(Activity const& activity, Application& out) const;
  void reduction(Activity const& activity, Application& out) const;
  void conclude(ActivityRecord const& record, ScreenRequest const& request, Application& out) const;
  void context(Activity const& activity, Application& out);
  void cut(ActivityRecord const& record, ScreenRequest const& request, Application& out) const;
  NearArea near_area(Near const& near);
  bool draft(std::size_t screened_area) const { return m_screening.areas[screened_area].draft; }

  Basemap const& m_basemap;
  AssessOptions m_options;
  Assessor m_assessor;
  std::string m_version, m_draft_layer;
  Screening& m_screening;
  std::map<std::size_t, std::size_t> m_known;
  std::vector<ExistingRight> const* m_rights = nullptr;
  std::vector<NotChecked> m_rights_not_used;
};

}  // namespace redline
