// SPDX-License-Identifier: Apache-2.0
#include "layers/write/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/core/error.hpp"

namespace redline {

TemporaryFolder::TemporaryFolder() {
  std::error_code absent;
  for (auto const& place : {std::filesystem::temp_directory_path(absent), std::filesystem::current_path(absent)}) {
    if (place.empty()) continue;
    m_path = (place / "redline-XXXXXX").string();
    if (mkdtemp(m_path.data()) != nullptr) return;
  }
  throw Error(ErrorKind::output, "write.no_temporary", {m_path, std::generic_category().message(errno)});
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace redline
