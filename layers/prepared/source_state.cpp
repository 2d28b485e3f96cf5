// SPDX-License-Identifier: Apache-2.0
#include "layers/prepared/source_state.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/interrupt.hpp"
#include "layers/run/source_files.hpp"

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

SourceState source_state(std::string const& path, std::stop_token const& stop) {
  SourceState out{path, {}, {}};
  if (being_written(path)) return out;
  for (auto const& f : files_of_source(path)) out.files.push_back(f.filename().string());
  out.sha256 = sha256_of_source(path, stop);
  return out;
}

StateCheck::StateCheck(std::vector<SourceState> were, int threads) : m_were(std::move(were)), m_said(m_were.size()) {
  for (auto& said : m_said) m_same.push_back(said.get_future().share());
  auto const workers = std::min(static_cast<std::size_t>(std::max(1, threads - 1)), m_were.size());
  for (std::size_t i = 0; i < workers; ++i) m_workers.push_back(std::async(std::launch::async, [this] { work(); }));
}

void StateCheck::work() {
  for (auto i = m_next++; i < m_were.size(); i = m_next++) {
    bool same = false;
    try {
      same = !m_were[i].sha256.empty() && source_state(m_were[i].path, m_stop.get_token()) == m_were[i];
    } catch (std::exception const&) {  // cannot be read, or no one waits any more
    }
    m_said[i].set_value(same);
  }
}

std::optional<std::string> StateCheck::changed() {
  for (std::size_t i = 0; i < m_were.size(); ++i) {
    if (m_same[i].get()) continue;
    throw_if_interrupted();
    return m_were[i].path;
  }
  return std::nullopt;
}

}  // namespace redline
