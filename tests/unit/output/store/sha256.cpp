// SPDX-License-Identifier: Apache-2.0
#include "output/store/sha256.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

// FIPS 180-4 examples and the NIST test vectors for short messages.
TEST_CASE("SHA-256 gives the published digests", "[store]") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                   "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256_hex(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on the pieces", "[store]") {
  for (std::size_t n = 0; n <= 200; ++n) {
    const std::string text(n, 'x');
    for (const std::size_t cut : {std::size_t{0}, n / 3, n / 2, n}) {
      Sha256 sha;
      sha.add(std::string_view(text).substr(0, cut));
      sha.add(std::string_view(text).substr(cut));
      REQUIRE(sha.hex() == sha256_hex(text));
    }
  }
}

TEST_CASE("SHA-256 can be asked on the way", "[store]") {
  Sha256 sha;
  sha.add("ab");
  CHECK(sha.hex() == sha256_hex("ab"));
  sha.add("c");
  CHECK(sha.hex() == sha256_hex("abc"));
}
