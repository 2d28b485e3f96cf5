// SPDX-License-Identifier: Apache-2.0
#include "layers/read/memory_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <atomic>

#include "engine/core/error.hpp"

namespace redline {

MemoryFile::MemoryFile(std::string const& original, char const* ending) {
  static std::atomic<unsigned> counter{0};
  m_path = "/vsimem/redline/" + std::to_string(++counter) + "/" + CPLGetBasename(original.c_str()) + ending;
  m_file = VSIFOpenL(m_path.c_str(), "wb");
  if (!m_file) throw Error(ErrorKind::input, "read.unreadable", {original});
}

MemoryFile::~MemoryFile() {
  close();
  VSIUnlink(m_path.c_str());
}

void MemoryFile::append(std::string_view bytes) {
  if (VSIFWriteL(bytes.data(), 1, bytes.size(), static_cast<VSILFILE*>(m_file)) != bytes.size())
    throw Error(ErrorKind::input, "read.unreadable", {m_path});
}

void MemoryFile::close() {
  if (m_file) VSIFCloseL(static_cast<VSILFILE*>(m_file));
  m_file = nullptr;
}

}  // namespace redline
