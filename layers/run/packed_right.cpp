// SPDX-License-Identifier: Apache-2.0
#include "layers/run/packed_right.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>
#include <utility>

namespace redline {
namespace {

constexpr double NONE = std::numeric_limits<double>::quiet_NaN();  // no number is given that is none

class Packer {
 public:
  Packer& text(std::string_view s) {
    raw(s.size());
    m_bytes.insert(m_bytes.end(), s.begin(), s.end());
    return *this;
  }
  Packer& real(std::optional<double> v) { return raw(v.value_or(NONE)); }
  PackedRight take() { return std::move(m_bytes); }

 private:
  template <class T>
  Packer& raw(T value) {
    auto const at = m_bytes.size();
    m_bytes.resize(at + sizeof value);
    std::memcpy(m_bytes.data() + at, &value, sizeof value);
    return *this;
  }
  PackedRight m_bytes;
};

class Unpacker {
 public:
  explicit Unpacker(std::span<unsigned char const> bytes) : m_rest(bytes) {}
  std::string text() {
    auto const some = next(raw<std::size_t>());
    return {some.begin(), some.end()};
  }
  std::optional<double> real() {
    auto const v = raw<double>();
    return std::isnan(v) ? std::nullopt : std::optional(v);
  }

 private:
  std::span<unsigned char const> next(std::size_t n) {
    auto const some = m_rest.first(n);
    m_rest = m_rest.subspan(n);
    return some;
  }
  template <class T>
  T raw() {
    T value;
    std::memcpy(&value, next(sizeof value).data(), sizeof value);
    return value;
  }
  std::span<unsigned char const> m_rest;
};

}  // namespace

PackedRight pack(ActivityAttributes const& r) {
  Packer out;
  out.text(r.id).text(r.layer).text(r.occurrence).text(r.kind).text(r.holder).text(r.mineral);
  return out.real(r.accuracy_m).real(r.top_m).real(r.bottom_m).take();
}

PairedRight unpack(std::span<unsigned char const> packed) {
  Unpacker in(packed);
  PairedRight out;
  for (auto* text : {&out.id, &out.layer, &out.occurrence, &out.kind, &out.holder, &out.mineral}) *text = in.text();
  for (auto* number : {&out.accuracy_m, &out.top_m, &out.bottom_m}) *number = in.real();
  return out;
}

}  // namespace redline
