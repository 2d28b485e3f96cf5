// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/read_screening.hpp"

#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/read/json_text.hpp"
#include "layers/screen/screening_json.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {

nlohmann::ordered_json read_screening(std::string const& path) {
  if (!std::filesystem::exists(path)) throw Error(ErrorKind::input, "read.missing", {path});
  auto out = parse_json(read_text_file(path)).value_or(nlohmann::ordered_json());
  auto const format = out.is_object() && out.contains("format") && out["format"].is_string()
                          ? out["format"].get<std::string>()
                          : std::string{};
  if (format != SCREENING_FORMAT && format.starts_with(SCREENING_FORMAT.substr(0, SCREENING_FORMAT.find('/') + 1)))
    throw Error(ErrorKind::input, "screen.other_format", {path, format});
  if (format != SCREENING_FORMAT || !out.contains("manifest") || !out["manifest"].is_object())
    throw Error(ErrorKind::input, "verify.not_a_screening", {path});
  return out;
}

}  // namespace redline
