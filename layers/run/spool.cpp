// SPDX-License-Identifier: Apache-2.0
#include "layers/run/spool.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "engine/core/error.hpp"

namespace redline {
namespace {

[[noreturn]] void fail(std::string const& folder) {
  throw Error(ErrorKind::output, "run.spool", {folder, std::strerror(errno)});
}

}  // namespace

void Spool::open() {
  auto name = (std::filesystem::path(m_folder) / ".redline-XXXXXX").string();
  int const file = ::mkstemp(name.data());
  if (file < 0) fail(m_folder);
  ::unlink(name.c_str());
  m_file.reset(::fdopen(file, "w+b"));
  if (!m_file) fail(m_folder);
}

SpoolPlace Spool::add(std::span<unsigned char const> bytes) {
  if (!m_file) open();
  if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size()) fail(m_folder);
  SpoolPlace const place{m_size, static_cast<std::uint32_t>(bytes.size())};
  m_size += bytes.size();
  return place;
}

void Spool::flush() {
  if (m_file && std::fflush(m_file.get()) != 0) fail(m_folder);
}

void Spool::clear() {
  m_file.reset();
  m_size = 0;
}

std::vector<unsigned char> Spool::read(SpoolPlace place) const {
  std::vector<unsigned char> out(place.size);
  for (std::size_t n = 0; n < out.size();) {
    auto const got =
        ::pread(::fileno(m_file.get()), out.data() + n, out.size() - n, static_cast<off_t>(place.first + n));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(m_folder);
    n += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace redline
