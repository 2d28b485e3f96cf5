// Bytes put aside on the disk during a run, so that memory does not grow with them: in a file in the given folder
// that has no name and is gone with the program. add() from one thread, read() from any number at once. Where the disk
// is full: Error(output, "run.spool").
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace redline {

struct SpoolPlace {
  std::uint64_t first = 0;
  std::uint32_t size = 0;
};

class Spool {
 public:
  explicit Spool(std::string folder) : m_folder(std::move(folder)) {}
  SpoolPlace add(std::span<unsigned char const> bytes);
  void flush();  // before the first read
  std::vector<unsigned char> read(SpoolPlace place) const;
  void clear();

 private:
  struct Close {
    void operator()(std::FILE* f) const noexcept {
      static_cast<void>(std::fclose(f));  // temporary: nothing in it is to last
    }
  };
  void open();

  std::string m_folder;
  std::unique_ptr<std::FILE, Close> m_file;  // opened with the first bytes
  std::uint64_t m_size = 0;
};

}  // namespace redline
