// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_session.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

const Instant noon = *parse_instant("2026-11-21T12:00:00Z");

TEST(SignInSessions, EndByIdlenessAndByAge) {
    EXPECT_TRUE(is_live(noon, noon, noon.plus_seconds(8 * 3600 - 1)));
    EXPECT_FALSE(is_live(noon, noon, noon.plus_seconds(8 * 3600)));
    Instant week = noon.plus_seconds(7 * 24 * 3600);
    EXPECT_TRUE(is_live(noon, week.plus_seconds(-60), week.plus_seconds(-1)));
    EXPECT_FALSE(is_live(noon, week.plus_seconds(-60), week));
}

TEST(SignInSessions, TheirUseIsWrittenSeldom) {
    EXPECT_FALSE(is_use_due(noon, noon.plus_seconds(299)));
    EXPECT_TRUE(is_use_due(noon, noon.plus_seconds(300)));
}

TEST(Tokens, AreLongRandomAndCheckedBeforeTheDatabaseIsAsked) {
    Secret token = make_token();
    EXPECT_EQ(token.reveal().size(), 43U);
    EXPECT_NE(token.reveal(), make_token().reveal());
    EXPECT_EQ(digest_of_token(token.reveal()), sha256(token.reveal()));
    for (std::string hostile :
         {std::string(), std::string(42, 'a'), std::string(44, 'a'), std::string(43, '='),
          std::string(43, '\0'), std::string(1'000'000, 'a'), std::string(42, 'a') + "'"})
        EXPECT_FALSE(digest_of_token(hostile));
}

TEST(FormTokens, BelongToOneSession) {
    Secret mine = make_token(), other = make_token();
    EXPECT_TRUE(is_form_token(mine, form_token(mine)));
    EXPECT_FALSE(is_form_token(mine, form_token(other)));
    EXPECT_FALSE(is_form_token(mine, ""));
    EXPECT_EQ(form_token(mine).find(mine.reveal()), std::string::npos);
    // Worked out with: printf 'poa form token 1' | openssl dgst -sha256 -hmac key
    EXPECT_EQ(form_token(Secret("key")), "NibeFxUyp2dXfYrQn4bIRp81e5j0Vw9Vx6JEQyULt0U");
}

TEST(Browsers, AreNamedCoarsely) {
    struct Row {
        std::string_view header, label;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
              "Firefox on Windows"},
             {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
              "Version/17.4 "
              "Safari/605.1.15",
              "Safari on macOS"},
             {"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
              "Mobile "
              "Safari/537.36",
              "Chrome on Android"},
             {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/126.0.0.0 "
              "Safari/537.36 Edg/126.0.0.0",
              "Edge on Windows"},
             {"curl/7.88.1", "curl"},
             {"", "Unknown program"},
             {"<script>alert(1)</script>", "Unknown program"},
             {"\xff\xfe Linux", "Linux"},
         })
        EXPECT_EQ(label_of_browser(row.header), row.label);
    EXPECT_LE(label_of_browser(std::string(1'000'000, 'A') + "Firefox/").size(), 60U);
}

} // namespace
} // namespace poa::identity
