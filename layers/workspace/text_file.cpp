// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/text_file.hpp"

#include <filesystem>
#include <fstream>

#include "engine/core/error.hpp"

namespace redline {

std::string read_text_file(std::string const& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) throw Error(ErrorKind::input, "read.missing", {path});
  if (std::filesystem::is_directory(path, ignored)) throw Error(ErrorKind::input, "workspace.unreadable", {path});
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Error(ErrorKind::input, "workspace.unreadable", {path});
  return text;
}

}  // namespace redline
