// What a source is: the names of the files that make it up and the SHA-256 of their bytes, as in the manifest. Database
// connections and the like have no state (sha256 empty), and neither has a file that another program is writing to (a
// write-ahead log or journal of SQLite with something in it lies beside it).
// StateCheck compares many sources with what they were, on threads of its own, from its construction on.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace redline {

struct SourceState {
  std::string path, sha256;
  std::vector<std::string> files;
  bool operator==(SourceState const&) const = default;
};

SourceState source_state(std::string const& path);
bool being_written(std::string const& path);

class StateCheck {
 public:
  StateCheck(std::vector<SourceState> were, int threads);
  std::optional<std::string> changed();  // the path of one that is not what it was; waits

 private:
  void work();

  std::vector<SourceState> m_were;
  std::vector<char> m_same;
  std::atomic<std::size_t> m_next{0};
  std::vector<std::future<void>> m_workers;
};

}  // namespace redline
