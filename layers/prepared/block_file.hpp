// A file that proves each piece of itself: data in blocks, the SHA-256 of every block behind them, and at the end a
// trailer with the SHA-256 of that list. Opening reads list and trailer; at() brings in the blocks it touches, checks
// them and gives the very bytes that were checked, so that neither a flipped bit nor a change of the file while it is
// read can pass. Wrong length, wrong sums, unreadable: Error(input, "prepared.damaged"). check_all() reads every block.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/core/bytes_on_demand.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {

class BlockFile final : public BytesOnDemand {
 public:
  explicit BlockFile(std::string path);
  ~BlockFile() override;
  std::byte const* at(std::uint64_t offset, std::uint64_t size) const override;
  std::uint64_t size() const { return m_size; }  // of the data
  std::string const& path() const { return m_path; }
  void check_all() const;

 private:
  void open();
  void read(char* to, std::uint64_t offset, std::uint64_t size) const;
  void bring(std::uint64_t block) const;
  [[noreturn]] void damaged() const;

  std::string m_path;
  int m_file = -1;
  std::uint64_t m_size = 0, m_blocks = 0;
  std::string m_sums;
  std::byte* m_data = nullptr;
  mutable std::unique_ptr<std::atomic<bool>[]> m_there;
  mutable std::mutex m_mutex;
};

class BlockFileWriter {
 public:
  BlockFileWriter(std::string const& temporary, std::string const& shown) : m_sink(temporary, shown) {}
  void add(std::string_view bytes);
  void finish();  // list and trailer, and the sink closed

 private:
  void end_block();

  ByteSink m_sink;
  std::string m_block, m_sums;
  std::uint64_t m_size = 0;
};

}  // namespace redline
