// How restoration is spoken of, as data (layers/restoration/restoration.toml, or the copy in a workspace): the stages
// in their order, what each means for the ground, what a figure counts, and from which share a reserve is called
// finished. Immutable after loading. A stage that `returns` sends ground back: what was accepted or restored there no
// longer stands. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redline {

enum class StageClass { not_started, under_way, restored, accepted };
inline constexpr std::size_t STAGE_CLASSES = 4;
std::string_view name(StageClass c);

struct Stage {
  std::string code, zh;
  StageClass stage_class = StageClass::not_started;
  int order = 0;
  bool returns = false;
  bool disturbs = false;  // an event: ground disturbed, after a restoration disturbed again
  bool again = false;     // so, and a stage of restoration stands before it
  bool takes_back() const { return returns || disturbs; }  // else the class of ground only rises
};

// restored: ground treated (its stage says how far). disturbed, required: ground that was damaged, that must be
// restored. status: a source's own word for a reserve. other: kept as it was written, never added.
enum class Quantity { restored, required, disturbed, volume, status, other };
std::string_view name(Quantity q);

struct Measure {
  Quantity quantity = Quantity::other;
  bool at_least = false;  // the figure is a lower bound
};

struct StatusWord {
  std::string code, zh;
  double min_share = 0;  // of accepted in required
};

enum class TaskState { done, standing, open };
std::string_view name(TaskState s);

struct RestorationModel {
  std::vector<Stage> stages;
  std::map<std::string, std::string, std::less<>> stage_words;  // word -> code
  std::map<std::string, Measure, std::less<>> measures;         // "measure", or "kind.measure", which wins
  std::vector<StatusWord> statuses;  // from the highest share down; the last two: some work, none
  std::map<std::string, TaskState, std::less<>> task_words;
  std::map<std::string, std::vector<std::string>, std::less<>> columns;  // meaning -> names of columns
  std::string stage_of_restored;                                         // for a treated area whose row names no stage
  std::string stage_of_open_task;                                        // the same, of a task that is not done
  std::vector<std::string> total_words;                                  // rows so named sum up others
  std::vector<std::string> total_names;                                  // cells that say no more than this, too
  std::vector<std::string> reserve_words;                                // in place of a site: all of its reserve
  std::vector<std::string> site_headings;    // of columns that name sites where no other does, the best first
  std::vector<std::string> part_headings;    // of columns that name parts of a site, beside one that names the site
  std::vector<std::string> telling_words;    // in the names of columns that are not known
  std::vector<std::string> stage_headings;   // the same: the column seems to hold stages
  std::vector<std::string> reference_words;  // in a remark: what the row says of required or damaged ground is no debt
  std::map<std::string, std::string, std::less<>> stage_of_measure;  // where a measure has a stage of its own

  bool for_reference(std::string_view remark) const;
  Stage const* stage(std::string_view code_or_word) const;  // null where unknown
  std::string stage_names() const;                          // 有效 (valid), …
  Measure measure(std::string_view kind, std::string_view measure) const;
  std::string const& usual_stage(std::string_view measure) const;  // of a treated area whose row names none
};

}  // namespace redline
