// Values as bytes in a row, for a file that this program alone reads back: little-endian, texts and lists with their
// length before them. Taking more than there is throws std::out_of_range.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/core/date.hpp"

namespace redline {

static_assert(std::endian::native == std::endian::little);

class ByteRow {
 public:
  template <class T>
  requires std::is_arithmetic_v<T>
  void put(T v) { m_bytes.append(reinterpret_cast<char const*>(&v), sizeof v); }
  void put(std::string_view text) {
    put(static_cast<std::uint64_t>(text.size()));
    m_bytes.append(text);
  }
  std::string const& bytes() const { return m_bytes; }

 private:
  std::string m_bytes;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}
  template <class T>
  requires std::is_arithmetic_v<T>
  void take(T& v) { std::memcpy(&v, piece(sizeof v).data(), sizeof v); }
  void take(std::string& text) { text = piece(take<std::uint64_t>()); }
  template <class T>
  T take() {
    T v{};
    take(v);
    return v;
  }
  std::optional<Date> take_day() {  // as its text, empty for none
    auto const text = take<std::string>();
    auto const day = parse_date(text);
    if (!day && !text.empty()) throw std::out_of_range("no day");
    return day;
  }
  std::size_t left() const { return m_rest.size(); }

 private:
  std::string_view piece(std::uint64_t size) {
    if (size > m_rest.size()) throw std::out_of_range("row of bytes too short");
    auto const out = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return out;
  }
  std::string_view m_rest;
};

}  // namespace redline
