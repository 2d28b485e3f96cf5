// Options about layers of protected areas that are named on the command line, as LayerPlans, and the day of a run; for
// every command that takes them. Errors (usage): cli.bad_date {text}, cli.bad_map {text}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "layers/run/plan.hpp"

namespace redline::cli {

struct AreaOptions {  // FIELD or =VALUE; empty: not given
  std::string kind, id, name, zone, crs, encoding;
  std::vector<std::string> zone_map;  // FROM=TO
};

LayerPlan area_layer(std::string const& source, AreaOptions const& o);
void put_field(LayerPlan& plan, char const* meaning, std::string const& value);   // nothing where value is empty
std::optional<Date> date_option(std::string const& text);                         // nothing where text is empty
void action_option(CLI::App& app, std::string& action, std::string const& help);  // --action, also 新立, 延续 …
Date today();
void set_day(RunPlan& plan, std::string const& as_of);  // given, else the workspace's, else today

}  // namespace redline::cli
