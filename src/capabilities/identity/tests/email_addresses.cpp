// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/email_address.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

std::string canonical(std::string_view text) {
    auto email = EmailAddress::parse(text);
    return email ? email->canonical() : "refused";
}

TEST(EmailAddresses, OneMailboxHasOneForm) {
    EXPECT_EQ(canonical(" Ana.Silva@Mission.Example "), "ana.silva@mission.example");
    EXPECT_EQ(canonical("ana@Ex\xc3\xa4mple.org"), "ana@xn--exmple-cua.org");
    EXPECT_EQ(canonical("ana@xn--exmple-cua.org"), "ana@xn--exmple-cua.org");
    EXPECT_EQ(canonical("Jos\xc3\x89@example.org"), canonical("jose\xcc\x81@example.org"));
    EXPECT_EQ(canonical("a+b_c-d!@localhost"), "a+b_c-d!@localhost");
    EXPECT_EQ(EmailAddress::parse("Ana@example.org")->local_part(), "ana");
}

TEST(EmailAddresses, WhatIsNoneIsRefusedAtTheField) {
    for (std::string hostile : {std::string(""),
                                std::string("@"),
                                std::string("a@"),
                                std::string("@b.example"),
                                std::string("a b@c.example"),
                                std::string("a@b@c.example"),
                                std::string(".a@b.example"),
                                std::string("a.@b.example"),
                                std::string("a..b@c.example"),
                                std::string("\"a\"@b.example"),
                                std::string("a@b..example"),
                                std::string("a@-b.example"),
                                std::string("a@b_c.example"),
                                std::string("a@[127.0.0.1]"),
                                std::string("a\0b@c.example", 12),
                                std::string("a@b.example\r\nBcc: c@d.example"),
                                std::string("a@\xff.example"),
                                std::string(65, 'a') + "@b.example",
                                "a@" + std::string(64, 'b') + ".example",
                                std::string(100'000, 'a') + "@b.example"}) {
        auto email = EmailAddress::parse(hostile);
        ASSERT_FALSE(email) << hostile.substr(0, 80);
        EXPECT_EQ(email.error().kind, Refusal::Kind::bad_input);
        EXPECT_EQ(email.error().reasons.front().field, "email");
        EXPECT_TRUE(email.error().has("identity.email_malformed"));
    }
}

} // namespace
} // namespace poa::identity
