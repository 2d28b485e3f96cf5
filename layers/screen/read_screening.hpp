// The JSON of redline screen, as written: an object of format redline-screening/1 with its manifest. Errors (input):
// read.missing, verify.not_a_screening {path}, screen.other_format {path, format}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace redline {

nlohmann::ordered_json read_screening(std::string const& path);

}  // namespace redline
