// Progress on standard error: one line that changes when it is a terminal; with --progress, for other programs, a line
// each time of `progress`, stage, done, total (0: unknown) and the name of the stage, apart by tabs; silent otherwise.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "cli/command.hpp"
#include "engine/core/progress.hpp"

namespace redline::cli {

class ProgressBar final : public Progress {
 public:
  explicit ProgressBar(Common const& common);
  ~ProgressBar() override { clear(); }
  void advance(std::string_view stage_key, std::uint64_t done, std::uint64_t total) override;
  void clear();  // before anything else is printed

 private:
  Language m_language;
  bool m_lines, m_shown;
  bool m_dirty = false;
};

}  // namespace redline::cli
