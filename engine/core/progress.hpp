// Port for progress: the engine tells, the command line shows. total is 0 where unknown. Called from one thread at a
// time.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace redline {

class Progress {
 public:
  virtual ~Progress() = default;
  virtual void advance(std::string_view stage_key, std::uint64_t done, std::uint64_t total) = 0;
};

}  // namespace redline
