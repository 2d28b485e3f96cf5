// Activities from one layer, in batches, as read; the parallel stage turns each into an Activity.
// Ids and licence numbers that occur more than once are found by a first pass over their columns alone; the records of
// such an id are told apart by a hash of their content, so that conflict ids do not depend on the order of input.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <unordered_map>

#include "engine/rules/rule_set.hpp"
#include "layers/run/county_filter.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/repeated.hpp"

namespace redline {

struct RawActivity {
  ActivityAttributes attributes;
  Wkb wkb;
  Message problem;
  std::size_t input = 0;      // which layer
  std::string not_wanted;     // why the run leaves it out, empty: it does not
  bool outline_open = false;  // a right that is drawn as lines and is none of their ground
  Findings findings;
};

class ActivityReader {
 public:
  ActivityReader(LayerInput& input, std::size_t index, RunPlan const& run, Findings& findings);
  // States and minerals that these rules do not know come with the layer's source_findings(). They must outlive the
  // reader.
  void know_words(RuleSet const& rules) { m_rules = &rules; }
  std::vector<RawActivity> next_batch();                                // empty: the end
  std::optional<std::uint64_t> features() const { return m_features; }  // nullopt: there was no first pass
  CountyFilter const& counties() const { return m_counties; }

 private:
  void tell_missing(Findings& findings) const;
  void find_duplicates(Findings& findings);
  ActivityAttributes attributes(RawFeature const& f, Findings& findings);
  std::string occurrence(RawFeature const& f, std::string const& id);
  std::uint32_t rows_of_right(RawFeature const& f) const;
  void tell_extent(RawActivity& raw);
  void tell_unknown_words(ActivityAttributes const& a, Findings& findings);

  LayerInput& m_input;
  std::size_t m_index;
  RunPlan const& m_run;
  CountyFilter m_counties;
  RuleSet const* m_rules = nullptr;
  std::unordered_map<std::string, bool> m_minerals;  // as written -> known to the rules
  RawFeature m_feature;                              // read last
  std::optional<std::uint64_t> m_features;
  Repeated m_ids, m_licences;    // of licences only where they are no ids
  std::set<std::string> m_told;  // licences in several rows
  std::unordered_map<std::string, std::uint32_t> m_same_content;
};

}  // namespace redline
