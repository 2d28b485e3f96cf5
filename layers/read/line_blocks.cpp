// SPDX-License-Identifier: Apache-2.0
#include "layers/read/line_blocks.hpp"

#include <cpl_vsi.h>

#include <memory>

#include "engine/core/error.hpp"

namespace redline {
namespace {

constexpr std::size_t BLOCK = 1 << 20;

}  // namespace

void each_block(std::string const& path, std::function<void(std::string_view)> const& take) {
  std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const f(VSIFOpenL(path.c_str(), "rb"), VSIFCloseL);
  if (!f) throw Error(ErrorKind::input, "read.unreadable", {path});
  std::string rest;
  for (std::string block(BLOCK, '\0');;) {
    auto const n = VSIFReadL(block.data(), 1, BLOCK, f.get());
    rest.append(block, 0, n);
    if (n < BLOCK) break;
    auto const end = rest.rfind('\n');
    if (end == std::string::npos) continue;
    take(std::string_view(rest).substr(0, end + 1));
    rest.erase(0, end + 1);
  }
  if (!rest.empty()) take(rest);
}

}  // namespace redline
