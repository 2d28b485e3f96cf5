// A long row of bytes that is brought into memory where it is asked for. at() gives `size` bytes from `offset` on,
// which stay as long as the object does; any thread. It throws where they cannot be had, or are not those that were
// written. Offsets that are multiples of 8 give addresses that are.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

namespace redline {

class BytesOnDemand {
 public:
  virtual ~BytesOnDemand() = default;
  virtual std::byte const* at(std::uint64_t offset, std::uint64_t size) const = 0;
};

}  // namespace redline
