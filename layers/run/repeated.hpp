// Texts that occur more than once, found in two passes: see() each of them, and where any() may, settle() and see()
// them all again. Only hashes are kept, eight bytes each; the few that collide or repeat are kept as text.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace redline {

class Repeated {
 public:
  void see(std::string const& text);
  bool any();
  void settle() { m_settling = true; }
  std::uint32_t times(std::string const& text) const;  // 0: once or never
  std::map<std::string, std::uint32_t> in_order() const;

 private:
  bool m_settling = false;
  std::vector<std::size_t> m_hashes;  // of all, then of those that occur more than once, in order
  std::unordered_map<std::string, std::uint32_t> m_times;
};

}  // namespace redline
