// What libFuzzer calls; REDLINE_FUZZ_TARGET is the name of one function of targets.hpp.
// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  redline::fuzz::REDLINE_FUZZ_TARGET({reinterpret_cast<char const*>(data), size});
  return 0;
}
