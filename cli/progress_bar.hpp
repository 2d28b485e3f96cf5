// Progress on standard error when it is a terminal; silent otherwise.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/progress.hpp"
#include "engine/core/text.hpp"

namespace redline::cli {

class ProgressBar final : public Progress {
 public:
  ProgressBar(Language language, bool quiet);
  ~ProgressBar() override;
  void advance(std::string_view stage_key, std::uint64_t done, std::uint64_t total) override;

 private:
  Language m_language;
  bool m_shown;
  bool m_dirty = false;
};

}  // namespace redline::cli
