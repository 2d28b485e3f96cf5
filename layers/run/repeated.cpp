// SPDX-License-Identifier: Apache-2.0
#include "layers/run/repeated.hpp"

#include <algorithm>
#include <functional>

namespace redline {
namespace {

std::vector<std::size_t> more_than_once(std::vector<std::size_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::size_t> out;
  for (std::size_t i = 1; i < hashes.size(); ++i)
    if (hashes[i] == hashes[i - 1] && (out.empty() || out.back() != hashes[i])) out.push_back(hashes[i]);
  return out;
}

}  // namespace

void Repeated::see(std::string const& text) {
  auto const hash = std::hash<std::string>{}(text);
  if (!m_settling)
    m_hashes.push_back(hash);
  else if (std::binary_search(m_hashes.begin(), m_hashes.end(), hash))
    ++m_times[text];
}

bool Repeated::any() {
  m_hashes = more_than_once(std::move(m_hashes));
  return !m_hashes.empty();
}

std::uint32_t Repeated::times(std::string const& text) const {
  auto const it = m_times.find(text);
  return it == m_times.end() || it->second < 2 ? 0 : it->second;
}

std::map<std::string, std::uint32_t> Repeated::in_order() const {
  std::map<std::string, std::uint32_t> out(m_times.begin(), m_times.end());
  std::erase_if(out, [](auto const& e) { return e.second < 2; });
  return out;
}

}  // namespace redline
