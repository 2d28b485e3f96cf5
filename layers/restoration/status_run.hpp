// The state of restoration of a workspace on a day: store, model, register and, where records have polygons, the layers
// of nature reserves of redline.toml. `as_of`: given, else that of the workspace, else `today`. Texts in the result are
// views into `book`; keep them together. `notes`: what a person should hear about names, layers and the register.
// Error(invariant, restoration.unbalanced) where ground is lost. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "engine/core/progress.hpp"
#include "engine/core/text.hpp"
#include "engine/restoration/status.hpp"
#include "layers/restoration/reserve_map.hpp"
#include "layers/restoration/store.hpp"

namespace redline {

struct StatusOptions {
  std::string workspace;
  std::optional<Date> as_of;
  Date today;
  Language language = Language::zh;
  int threads = 1;
  bool for_report = false;  // with the map also where nothing has polygons, and with `details`
  Progress* progress = nullptr;
};

struct StatusRun {
  RestorationModel model;
  RestorationBook book;
  std::optional<ReserveMap> map;  // where records have polygons, or a report wants it
  RecordDetailsById details;
  Survey survey;
  RestorationStatus status;
  Findings notes;
  std::string workspace_name;
};

bool any_polygon(RestorationBook const& book);
std::unique_ptr<StatusRun> run_status(StatusOptions const& options);

}  // namespace redline
