// SPDX-License-Identifier: Apache-2.0
#include "layers/read/encrypted_zip.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace redline {
namespace {

constexpr std::size_t LONGEST_END = 65557, ENTRY = 46;  // APPNOTE.TXT 4.3.12 and 4.3.16

std::uint32_t number(std::string const& bytes, std::size_t at, int count) {
  std::uint32_t out = 0;
  for (int i = count; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return out;
}

std::string read(std::ifstream& in, std::uint64_t from, std::uint64_t count) {
  std::string out(count, '\0');
  in.clear();
  in.seekg(static_cast<std::streamoff>(from));
  in.read(out.data(), static_cast<std::streamsize>(count));
  out.resize(static_cast<std::size_t>(in.gcount()));
  return out;
}

}  // namespace

bool is_encrypted_zip(std::string const& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() < 22) return false;
  auto const size = static_cast<std::uint64_t>(in.tellg());
  auto const tail =
      read(in, size - std::min<std::uint64_t>(size, LONGEST_END), std::min<std::uint64_t>(size, LONGEST_END));
  auto const end = tail.rfind("PK\5\6");
  if (end == std::string::npos || end + 22 > tail.size()) return false;
  auto const length = number(tail, end + 12, 4), start = number(tail, end + 16, 4);
  if (start > size || length > size - start) return false;
  auto const directory = read(in, start, length);
  for (std::size_t at = 0; at + ENTRY <= directory.size() && directory.compare(at, 4, "PK\1\2") == 0;) {
    if ((number(directory, at + 8, 2) & 1) != 0) return true;
    at += ENTRY + number(directory, at + 28, 2) + number(directory, at + 30, 2) + number(directory, at + 32, 2);
  }
  return false;
}

}  // namespace redline
