// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <iostream>

namespace redline::cli {

ProgressBar::ProgressBar(Language language, bool quiet)
    : m_language(language), m_shown(!quiet && isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (m_dirty) std::cerr << "\r\033[K" << std::flush;
}

void ProgressBar::advance(std::string_view stage_key, std::uint64_t done, std::uint64_t total) {
  if (!m_shown) return;
  m_dirty = true;
  std::cerr << "\r\033[K" << render(stage_key, m_language) << "  " << done;
  if (total > 0) std::cerr << " / " << total << "  (" << 100 * done / total << " %)";
  std::cerr << std::flush;
}

}  // namespace redline::cli
