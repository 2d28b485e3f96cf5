// Collects what GDAL reports on this thread while the object lives, warnings and failures apart. Never throws inside
// GDAL.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

class GdalErrors {
 public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(GdalErrors const&) = delete;
  GdalErrors& operator=(GdalErrors const&) = delete;
  std::vector<std::string> const& failures() const noexcept { return m_failures; }
  std::vector<std::string> const& warnings() const noexcept { return m_warnings; }
  std::string first() const { return m_failures.empty() ? std::string{} : m_failures.front(); }
  void clear();

 private:
  friend struct GdalErrorSink;
  std::vector<std::string> m_failures, m_warnings;
};

}  // namespace redline
