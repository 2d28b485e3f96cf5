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
  auto const place = std::filesystem::temp_directory_path(absent);
  m_path = (place / "redline-XXXXXX").string();
  if (mkdtemp(m_path.data()) == nullptr)
    throw Error(ErrorKind::output, "write.failed", {m_path, std::generic_category().message(errno)});
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace redline
