// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace poa {
namespace {

using namespace std::string_literals;

TEST(Utf8, well_formed_and_not) {
    for (std::string good : {""s, "abc"s, "é"s, "مرحبا"s, "北京"s, "😀"s, "\xF4\x8F\xBF\xBF"s})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (std::string bad : {"\x80"s, "\xC0\xAF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s,
                            "\xC3"s, "a\xFF"s, "\xE2\x82"s})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Utf8, plain_text_has_no_control_characters) {
    EXPECT_TRUE(is_plain_text("a\tb\r\nc"));
    EXPECT_FALSE(is_plain_text("a\0b"s));
    EXPECT_FALSE(is_plain_text("a\x1B[0m"));
    EXPECT_FALSE(is_plain_text("\x7F"));
}

TEST(Utf8, counts_and_cuts_characters_not_bytes) {
    EXPECT_EQ(length_in_characters("né 北京"), 5u);
    EXPECT_EQ(first_characters("né 北京", 4), "né 北");
    EXPECT_EQ(first_characters("ab", 4), "ab");
    EXPECT_EQ(first_characters("ab", 0), "");
}

TEST(Text, slugs_are_made_for_addresses) {
    EXPECT_EQ(slug("A/78/76"), "a-78-76");
    EXPECT_EQ(slug("A/C.1/77/L.73"), "a-c-1-77-l-73");
    EXPECT_EQ(slug("  Côte d'Ivoire "), "c-te-d-ivoire");
    EXPECT_EQ(slug("///"), "");
}

TEST(Text, splits_joins_and_replaces) {
    EXPECT_EQ(split("a,,b", ',').size(), 3u);
    EXPECT_EQ(split("", ',').size(), 1u);
    EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
    EXPECT_EQ(trim(" \t a b \n"), "a b");
}

TEST(PercentEncoding, round_trips_and_refuses) {
    for (std::string text : {"a b/c?d=é&北"s, ""s, "~-._"s})
        EXPECT_EQ(percent_decode(percent_encode(text)), text);
    EXPECT_EQ(percent_encode("a/b c", true), "a/b%20c");
    EXPECT_EQ(percent_decode("a+b", true), "a b");
    EXPECT_EQ(percent_decode("a+b"), "a+b");
    for (const char* bad : {"%", "%4", "%zz", "%00", "%C3", "%ED%A0%80"})
        EXPECT_FALSE(percent_decode(bad)) << bad;
}

TEST(Text, one_normal_form) {
    EXPECT_EQ(nfc("e\xCC\x81"), "é");
}

} // namespace
} // namespace poa
