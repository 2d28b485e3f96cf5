// SPDX-License-Identifier: Apache-2.0
#include "layers/prepared/block_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "engine/core/byte_row.hpp"
#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"

namespace redline {
namespace {

constexpr std::uint64_t BLOCK = 1 << 16;
constexpr std::size_t SUM = 64;  // digits of a SHA-256
constexpr std::string_view MAGIC = "redline-blocks/1";
constexpr std::size_t TRAILER = 8 + 16 + 8 + SUM;  // length of the magic, magic, size of the data, sum

std::uint64_t blocks_of(std::uint64_t size) { return (size + BLOCK - 1) / BLOCK; }

std::string sum_of_list(std::uint64_t size, std::string const& sums) {
  return sha256_hex(std::string(MAGIC) + std::to_string(size) + ":" + sums);
}

}  // namespace

BlockFile::BlockFile(std::string path) : m_path(std::move(path)) {
  m_file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (m_file < 0) damaged();
  try {
    open();
  } catch (...) {
    ::close(m_file);
    throw;
  }
}

BlockFile::~BlockFile() {
  if (m_data) ::munmap(m_data, m_blocks * BLOCK);
  ::close(m_file);
}

void BlockFile::damaged() const { throw Error(ErrorKind::input, "prepared.damaged", {m_path}); }

void BlockFile::open() {
  struct stat s = {};
  if (::fstat(m_file, &s) != 0 || !S_ISREG(s.st_mode) || s.st_size < static_cast<off_t>(TRAILER)) damaged();
  auto const all = static_cast<std::uint64_t>(s.st_size);
  std::string trailer(TRAILER, '\0');
  read(trailer.data(), all - TRAILER, TRAILER);
  ByteReader in(trailer);
  if (in.take<std::uint64_t>() != MAGIC.size() || trailer.compare(8, MAGIC.size(), MAGIC) != 0) damaged();
  m_size = ByteReader(std::string_view(trailer).substr(8 + MAGIC.size())).take<std::uint64_t>();
  if (m_size == 0 || m_size > all) damaged();
  m_blocks = blocks_of(m_size);
  if (all != m_size + m_blocks * SUM + TRAILER) damaged();
  m_sums.resize(m_blocks * SUM);
  read(m_sums.data(), m_size, m_sums.size());
  if (trailer.compare(TRAILER - SUM, SUM, sum_of_list(m_size, m_sums)) != 0) damaged();
  m_there = std::make_unique<std::atomic<bool>[]>(m_blocks);
  // Address space alone: a page costs memory once its block is brought in.
  auto* const room =
      ::mmap(nullptr, m_blocks * BLOCK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) throw std::bad_alloc();
  m_data = static_cast<std::byte*>(room);
}

void BlockFile::read(char* to, std::uint64_t offset, std::uint64_t size) const {
  for (std::uint64_t done = 0; done < size;) {
    auto const n = ::pread(m_file, to + done, size - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) damaged();
    done += static_cast<std::uint64_t>(n);
  }
}

void BlockFile::bring(std::uint64_t block) const {
  if (m_there[block].load(std::memory_order_acquire)) return;
  std::lock_guard const lock(m_mutex);
  if (m_there[block].load(std::memory_order_relaxed)) return;
  auto const begin = block * BLOCK, size = std::min(BLOCK, m_size - begin);
  auto* const to = reinterpret_cast<char*>(m_data + begin);
  read(to, begin, size);
  if (m_sums.compare(block * SUM, SUM, sha256_hex({to, size})) != 0) damaged();
  m_there[block].store(true, std::memory_order_release);
}

std::byte const* BlockFile::at(std::uint64_t offset, std::uint64_t size) const {
  if (offset > m_size || size > m_size - offset) damaged();
  if (size > 0)
    for (auto b = offset / BLOCK; b <= (offset + size - 1) / BLOCK; ++b) bring(b);
  return m_data + offset;
}

void BlockFile::check_all() const {
  for (std::uint64_t b = 0; b < m_blocks; ++b) throw_if_interrupted(), bring(b);
}

void BlockFileWriter::add(std::string_view bytes) {
  m_sink.add(bytes);
  m_size += bytes.size();
  while (!bytes.empty()) {
    auto const piece = bytes.substr(0, BLOCK - m_block.size());
    m_block += piece;
    bytes.remove_prefix(piece.size());
    if (m_block.size() == BLOCK) end_block();
  }
}

void BlockFileWriter::end_block() {
  throw_if_interrupted();
  m_sums += sha256_hex(m_block);
  m_block.clear();
}

void BlockFileWriter::finish() {
  if (!m_block.empty()) end_block();
  ByteRow trailer;
  trailer.put(MAGIC);
  trailer.put(m_size);
  m_sink.add(m_sums);
  m_sink.add(trailer.bytes());
  m_sink.add(sum_of_list(m_size, m_sums));
  m_sink.close();
}

}  // namespace redline
