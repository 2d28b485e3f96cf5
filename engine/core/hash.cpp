// SPDX-License-Identifier: Apache-2.0
#include "engine/core/hash.hpp"

#include <openssl/evp.h>

#include <array>

#include "engine/core/error.hpp"

namespace redline {

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> ctx{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
  static EVP_MD const* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // looked up once, not for each hash
  if (!algorithm || EVP_DigestInit_ex(m_state->ctx.get(), algorithm, nullptr) != 1)
    throw Error(ErrorKind::invariant, "internal.hash");
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(m_state->ctx.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(m_state->ctx.get(), digest.data(), &size);
  constexpr std::string_view DIGITS = "0123456789abcdef";
  std::string out;
  out.reserve(std::size_t{2} * size);
  for (unsigned i = 0; i < size; ++i) out += {DIGITS[digest[i] >> 4], DIGITS[digest[i] & 15]};
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace redline
