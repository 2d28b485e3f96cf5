// One input layer of a run, opened: its source, what its columns mean, how its coordinates reach EPSG:4490, and the
// count of what became of its features. read = used + repaired + rejected is checked by row_ledger(); a mismatch is
// Error(invariant).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "engine/core/possible_days.hpp"
#include "engine/crs/doubt.hpp"
#include "engine/crs/own_zones.hpp"
#include "engine/ledger/rows.hpp"
#include "engine/overlay/normalise.hpp"
#include "layers/run/columns.hpp"
#include "layers/run/plan.hpp"
#include "layers/run/source_files.hpp"

namespace redline {

class LayerInput {
 public:
  LayerInput(LayerPlan plan, RunPlan const& run, Findings& findings);

  LayerPlan const& plan() const { return m_plan; }
  FeatureSource& source() { return *m_source; }
  Columns const& columns() const { return *m_columns; }
  Transformation const& transformation() const { return m_transformations->common(); }
  ZoneTransformations const& transformations() const { return *m_transformations; }  // of rows in zones of their own
  std::string id_of(RawFeature const& f) const;
  std::string own_id_of(RawFeature const& f) const;  // LAYER:FID, whatever it states
  std::string kind_of(RawFeature const& f, Findings& findings) const;
  std::string zone_of(RawFeature const& f, Findings& findings) const;
  std::string action_of(RawFeature const& f, Findings& findings) const;
  std::optional<PossibleDays> days_of(std::string_view meaning, RawFeature const& f, Findings& findings) const;
  std::optional<PossibleDays> renewal_of(RawFeature const& f, Findings& findings) const;  // any day: none is stated
  void tell_words_once(Findings& of_feature);  // takes out what comes with source_findings(), told_once()
  void count(Outcome outcome, std::string const& feature, std::string const& reason);
  std::vector<RowsRow> row_ledger() const;
  LayerRow description() const { return description(sha256_of_source(m_source->path())); }  // layers_checked
  LayerRow description(std::string sha256) const;
  Findings source_findings() const;  // of reading, complete after the last feature;
  // an unknown kind, zone, action, status, mineral or imprecise day once for the whole layer, with its first feature
  // and how many there are
  void set_status(std::string status) { m_status = std::move(status); }  // over "used" and "empty"
  std::uint64_t features_read() const { return m_sum.read; }

 private:
  void refuse_doubtful_crs();
  ZoneSurvey::Zones zones_of_rows() const;
  void take_own_zones(ZoneSurvey::Zones const& zones, RunPlan const& run, Findings& findings);
  std::optional<std::optional<Doubt>> doubt_about(RawFeature const& f) const;

  LayerPlan m_plan;
  std::unique_ptr<FeatureSource> m_source;
  std::unique_ptr<Columns> m_columns;
  std::unique_ptr<ZoneTransformations> m_transformations;
  std::string m_crs_name, m_status;
  RowsRow m_sum;
  struct Word {
    std::string first;
    Severity severity = Severity::warning;
    std::uint64_t features = 0;
  };
  std::map<std::pair<std::string, std::string>, Word> m_unknown;  // by code and word
  std::vector<RowsRow> m_exceptions;
};

std::string shown_source(LayerPlan const& plan);  // as the ledger prints it: without a password

}  // namespace redline
