// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/built_in.hpp"

#include "embedded/workspace_files.hpp"
#include "engine/core/error.hpp"

namespace redline {

std::string built_in_text(std::string_view name) {
  for (auto const& f : embedded::workspace_files())
    if (f.name == name) return std::string(f.text);
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {std::string(name)});
}

}  // namespace redline
