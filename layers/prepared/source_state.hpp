// What a source is: the names of the files that make it up and the SHA-256 of their bytes, as in the manifest. Database
// connections and the like have no state (sha256 empty), and neither has a file that another program is writing to (a
// write-ahead log or journal of SQLite with something in it lies beside it).
// StateCheck compares many sources with what they were, on threads of its own, from its construction on; thrown away,
// it stops. changed() throws Error(interrupted) when the run is stopped.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <future>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace redline {

struct SourceState {
  std::string path, sha256;
  std::vector<std::string> files;
  bool operator==(SourceState const&) const = default;
};

SourceState source_state(std::string const& path, std::stop_token const& stop = {});
bool being_written(std::string const& path);

class StateCheck {
 public:
  StateCheck(std::vector<SourceState> were, int threads);
  ~StateCheck() { m_stop.request_stop(); }
  StateCheck(StateCheck const&) = delete;
  StateCheck& operator=(StateCheck const&) = delete;
  std::optional<std::string> changed();  // the path of the first that is not what it was; waits for those before it

 private:
  void work();

  std::vector<SourceState> m_were;
  std::vector<std::promise<bool>> m_said;
  std::vector<std::shared_future<bool>> m_same;  // of m_said
  std::atomic<std::size_t> m_next{0};
  std::stop_source m_stop;
  std::vector<std::future<void>> m_workers;
};

}  // namespace redline
