// The right to write a file, held by one process at a time: an advisory lock on .NAME.lock beside it, given back when
// the object or the process ends, however it ends. Waits up to `patience`, then Error(output, restoration.store_busy
// {path}). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>

namespace redline {

class StoreLock {
 public:
  StoreLock(std::string const& path, std::chrono::milliseconds patience);
  ~StoreLock();
  StoreLock(StoreLock const&) = delete;
  StoreLock& operator=(StoreLock const&) = delete;

 private:
  int m_file = -1;
};

}  // namespace redline
