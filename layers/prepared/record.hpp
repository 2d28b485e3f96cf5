// Values and structs as bytes, written and read by one description of their fields (`fields(archive, value)`), so that
// the two cannot differ. Values of an enumeration have a `known(value)`. Reading what cannot have been written throws
// std::out_of_range; lists grow as they are read, so that no count alone takes memory.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/byte_row.hpp"
#include "engine/core/date.hpp"

namespace redline {

class RecordWriter {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  std::string const& bytes() const { return m_row.bytes(); }

 private:
  template <class T>
  void put(T& v) {
    if constexpr (std::is_enum_v<T>)
      m_row.put(static_cast<std::int32_t>(v));
    else if constexpr (std::is_arithmetic_v<T>)
      m_row.put(v);
    else
      fields(*this, v);
  }
  void put(std::string& v) { m_row.put(std::string_view(v)); }
  template <class T>
  void put(std::vector<T>& v) {
    m_row.put(std::uint64_t{v.size()});
    for (auto& x : v) put(x);
  }
  void put(std::optional<Date>& v) { m_row.put(std::string_view(to_string(v))); }

  ByteRow m_row;
};

class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : m_row(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }

 private:
  template <class T>
  void take(T& v) {
    if constexpr (std::is_enum_v<T>)
      v = checked(static_cast<T>(m_row.take<std::int32_t>()));
    else if constexpr (std::is_arithmetic_v<T>)
      m_row.take(v);
    else
      fields(*this, v);
  }
  void take(std::string& v) { m_row.take(v); }
  template <class T>
  void take(std::vector<T>& v) {
    auto const n = m_row.take<std::uint64_t>();
    if (n > m_row.left()) throw std::out_of_range("more rows than bytes");
    for (std::uint64_t i = 0; i < n; ++i) take(v.emplace_back());
  }
  void take(std::optional<Date>& v) { v = m_row.take_day(); }
  template <class T>
  static T checked(T v) {
    if (!known(v)) throw std::out_of_range("no such value");
    return v;
  }

  ByteReader m_row;
};

}  // namespace redline
