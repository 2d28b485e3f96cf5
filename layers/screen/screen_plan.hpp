// What a screening works on, resolved from the command line before any file is opened. `run` holds the workspace or the
// layers of areas; `intake` how files are read (its source is set for each); `attributes` what is known of the
// applications besides their boundary. A file that cannot be used is noted in Screening::failed and the others are
// still screened; a lone one throws its Error(input). Problems of the basemap, outputs and invariants always throw.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"
#include "layers/corners/intake.hpp"
#include "layers/run/plan.hpp"

namespace redline {

struct ScreenPlan {
  RunPlan run;
  IntakePlan intake;
  std::vector<std::string> files;     // "-" stands for intake.pasted
  std::string id;                     // for a lone application; empty: from the file
  ActivityAttributes attributes;      // kind empty: decide_kind(); action empty: decide_action()
  std::optional<double> declared_m2;  // beats what a file says
  std::optional<double> workspace_accuracy_m;
  bool against_rights = false;
  bool with_cut = false;
  bool with_context = false;  // what maps show around each application
  std::optional<LayerPlan> draft;
  std::string counties_file;         // where the county was looked up; empty: no county
  std::vector<std::string> outputs;  // to be written afterwards: looked at before any work
};

Screening run_screen(ScreenPlan plan);

}  // namespace redline
