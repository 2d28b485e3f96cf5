// What the command line said of a screening, kept in its manifest (row "options", JSON) so that it can be repeated.
// with_settings() puts it back into a plan that holds the workspace, or the layers of areas. Pasted text is not kept.
// Error(input, verify.no_settings {path}) where `json` is none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/screen/screen_plan.hpp"

namespace redline {

std::string screen_settings(ScreenPlan const& plan);
ScreenPlan with_settings(ScreenPlan plan, std::string const& json, std::string const& path);

}  // namespace redline
