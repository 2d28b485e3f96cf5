#include "engine/core/hash.hpp"

#include <catch2/catch.hpp>

using namespace redline;

TEST_CASE("SHA-256 of the published test vectors (FIPS 180-4)") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("hashing piece by piece gives the same") {
  Sha256 h;
  h.add("a");
  h.add("bc");
  CHECK(h.hex() == sha256_hex("abc"));
}
