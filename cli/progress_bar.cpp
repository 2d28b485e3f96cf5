// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <unistd.h>

#include <iostream>

namespace redline::cli {

ProgressBar::ProgressBar(Common const& common)
    : m_language(common.language),
      m_lines(common.progress),
      m_shown(!m_lines && !common.quiet && isatty(STDERR_FILENO) == 1) {}

void ProgressBar::clear() {
  if (m_dirty) std::cerr << "\r\033[K" << std::flush;
  m_dirty = false;
}

void ProgressBar::advance(std::string_view stage_key, std::uint64_t done, std::uint64_t total) {
  if (m_lines)
    std::cerr << "progress\t" << stage_key << '\t' << done << '\t' << total << '\t' << render(stage_key, m_language)
              << '\n'
              << std::flush;
  if (!m_shown) return;
  m_dirty = true;
  std::cerr << "\r\033[K" << render(stage_key, m_language) << "  ";
  if (done > 0) std::cerr << done;
  if (done > 0 && total > 0) std::cerr << " / " << total << "  (" << 100 * done / total << " %)";
  std::cerr << std::flush;
}

}  // namespace redline::cli
