// What both kinds of verification share: a manifest read back into the plan of its run. repeated_plan() takes what the
// workspace says (or, without one, rows layer.N) and puts the command line over it; require_same_program() and
// require_same_rules() throw (input, verify.other_version, verify.other_rules); libraries of another version are noted.
// compare_inputs() notes register, decisions and sources whose hash is another one now; layers that the run did not
// open are passed over.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string>

#include "layers/run/layer_settings.hpp"
#include "layers/verify/verify.hpp"

namespace redline {

inline constexpr std::array<char const*, 4> LIBRARIES{"gdal", "geos", "proj", "proj_db"};

std::string row_of(ManifestRows const& manifest, std::string_view key);  // empty where there is none
std::string command_of(ManifestRows const& manifest);                    // that made it: overlay, screen
void require_same_program(ManifestRows const& manifest, std::string const& path, Verification& out);
void require_same_rules(ManifestRows const& manifest, std::string const& path, RunPlan const& plan);
Workspace repeated_plan(ManifestRows const& manifest, VerifyOptions const& options);
void compare_inputs(ManifestRows const& manifest, RunPlan const& plan, std::string const& table, Verification& out);

}  // namespace redline
