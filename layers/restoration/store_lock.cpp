// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/store_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"

namespace redline {
namespace {

constexpr auto PAUSE = std::chrono::milliseconds(100);

std::string lock_file(std::string const& path) {
  std::filesystem::path const p(path);
  return (p.parent_path() / ("." + p.filename().string() + ".lock")).string();
}

}  // namespace

StoreLock::StoreLock(std::string const& path, std::chrono::milliseconds patience) {
  auto const file = lock_file(path);
  m_file = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
  if (m_file < 0) throw Error(ErrorKind::output, "write.failed", {file, std::generic_category().message(errno)});
  auto const until = std::chrono::steady_clock::now() + patience;
  while (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
    bool const taken = errno == EWOULDBLOCK || errno == EINTR;
    if (!taken || std::chrono::steady_clock::now() >= until || interrupt_requested()) {
      auto const reason = std::generic_category().message(errno);
      ::close(m_file);
      throw_if_interrupted();
      throw taken ? Error(ErrorKind::output, "restoration.store_busy", {path})
                  : Error(ErrorKind::output, "write.failed", {file, reason});
    }
    std::this_thread::sleep_for(PAUSE);
  }
}

StoreLock::~StoreLock() { ::close(m_file); }

}  // namespace redline
