// A file in GDAL's memory that lives as long as somebody holds it. The name keeps the base name of the original,
// because GDAL names layers after files.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace redline {

class MemoryFile {
 public:
  explicit MemoryFile(std::string const& original, char const* ending = ".csv");
  ~MemoryFile();
  MemoryFile(MemoryFile const&) = delete;
  MemoryFile& operator=(MemoryFile const&) = delete;
  void append(std::string_view bytes);
  void close();
  std::string const& path() const { return m_path; }

 private:
  std::string m_path;
  void* m_file = nullptr;
};

}  // namespace redline
