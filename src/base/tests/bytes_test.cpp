// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include <gtest/gtest.h>

namespace poa {
namespace {

TEST(Sha256, known_digests) {
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256({bytes_of("a"), bytes_of("bc")}), sha256("abc"));
    EXPECT_EQ(Sha256::from_hex(sha256("abc").hex()), sha256("abc"));
    EXPECT_FALSE(Sha256::from_hex("ba78"));
}

TEST(Encodings, round_trip_and_refuse_what_is_not_canonical) {
    std::string bytes = random_bytes(33);
    EXPECT_EQ(from_hex(to_hex(bytes_of(bytes))), bytes);
    EXPECT_EQ(from_base64(to_base64(bytes_of(bytes))), bytes);
    EXPECT_EQ(to_base64(bytes_of("a")), "YQ==");
    EXPECT_EQ(to_base64url(bytes_of("\xFB\xFF")), "-_8");
    for (const char* bad : {"YQ", "YQ=", "Y Q==", "YQ==\n", "YR==", "!!!!"})
        EXPECT_FALSE(from_base64(bad)) << bad;
    for (int byte = 128; byte < 256; ++byte) // no letter of the alphabet, whatever char's sign
        for (std::size_t at = 0; at < 4; ++at)
            EXPECT_FALSE(from_base64(std::string("AAAA").replace(at, 1, 1, static_cast<char>(byte)))) << byte;
    for (const char* bad : {"abc", "zz", "a b0"}) EXPECT_FALSE(from_hex(bad)) << bad;
}

TEST(Secret, is_compared_without_telling_where_it_differs) {
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "abcd"));
    EXPECT_NE(random_bytes(32), random_bytes(32));
}

template <class T>
concept ShowsItself = std::is_convertible_v<T, std::string_view> || std::is_convertible_v<T, std::string>;
static_assert(!ShowsItself<Secret>, "a secret has no text form");

} // namespace
} // namespace poa
