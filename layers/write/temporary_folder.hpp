// A folder of its own among the temporary files (TMPDIR), or in the current folder where none can be made there;
// removed with all it holds. Error(output, write.no_temporary {path, reason}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  std::string file(std::string const& name) const { return m_path + "/" + name; }

 private:
  std::string m_path;
};

}  // namespace redline
