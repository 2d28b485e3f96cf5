// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/embedded_text.hpp"

#include "embedded/qgis_files.hpp"
#include "engine/core/error.hpp"

namespace redline {

std::string embedded_text(std::string_view name) {
  for (auto const& f : embedded::qgis_files())
    if (f.name == name) return std::string(f.text);
  throw Error(ErrorKind::invariant, "qgis.palette", {std::string(name)});
}

}  // namespace redline
