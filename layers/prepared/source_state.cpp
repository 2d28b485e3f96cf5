// SPDX-License-Identifier: Apache-2.0
#include "layers/prepared/source_state.hpp"

#include <algorithm>
#include <filesystem>

#include "layers/run/layer_input.hpp"

namespace redline {

namespace fs = std::filesystem;

bool being_written(std::string const& path) {
  auto const holds_something = [](std::string const& file) {
    std::error_code absent;
    auto const size = fs::file_size(file, absent);
    return !absent && size > 0;
  };
  return holds_something(path + "-wal") || holds_something(path + "-journal");
}

SourceState source_state(std::string const& path) {
  SourceState out{path, {}, {}};
  if (being_written(path)) return out;
  for (auto const& f : files_of_source(path)) out.files.push_back(f.filename().string());
  out.sha256 = sha256_of_source(path);
  return out;
}

StateCheck::StateCheck(std::vector<SourceState> were, int threads) : m_were(std::move(were)), m_same(m_were.size()) {
  auto const workers = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1, threads - 1)), 1, m_were.size());
  for (std::size_t i = 0; i < workers; ++i) m_workers.push_back(std::async(std::launch::async, [this] { work(); }));
}

void StateCheck::work() {
  for (auto i = m_next++; i < m_were.size(); i = m_next++) try {
      m_same[i] = !m_were[i].sha256.empty() && source_state(m_were[i].path) == m_were[i];
    } catch (std::exception const&) {  // cannot be read, or the run is stopped
      m_same[i] = false;
    }
}

std::optional<std::string> StateCheck::changed() {
  for (auto& w : m_workers)
    if (w.valid()) w.get();
  for (std::size_t i = 0; i < m_were.size(); ++i)
    if (!m_same[i]) return m_were[i].path;
  return std::nullopt;
}

}  // namespace redline
