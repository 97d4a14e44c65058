// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/guessed_passwords.hpp"
#include "capabilities/identity/password.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace poa::identity {
namespace {

constexpr PasswordHashing::Cost cheap{1, 8192};

std::string problems_of(std::string password, std::string_view email = "amina.diallo@mission.example",
                        std::string_view name = "Amina Diallo") {
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_new_password(Secret(std::move(password)), email, name, "new_password", problems);
    std::string codes;
    for (const Reason& reason : problems.reasons) {
        EXPECT_EQ(reason.field, "new_password");
        codes += (codes.empty() ? "" : " ") + reason.code;
    }
    return codes;
}

TEST(NewPasswords, AreMeasuredInCharacters) {
    EXPECT_EQ(problems_of("elevenchars"), "identity.password_too_short");
    EXPECT_EQ(problems_of("twelve chars"), "");
    EXPECT_EQ(problems_of("пароль кошки"), "") << "twelve characters, though more bytes";
    EXPECT_EQ(problems_of("ab cd ef gh " + std::string(244, 'x')), "");
    EXPECT_EQ(problems_of("ab cd ef gh " + std::string(245, 'x')), "identity.password_too_long");
}

TEST(NewPasswords, NeedNoParticularCharacters) {
    for (const char* good : {"heron lantern drizzle", "allesklaraufderandrea", "4711 0815 2342 99",
                             "ein Satz als Kennwort", "我们在山上看到了一只白鹤飞过"})
        EXPECT_EQ(problems_of(good), "") << good;
}

TEST(NewPasswords, EverybodysAreNotTaken) {
    for (const char* common : {"password2024!", "P@ssw0rd1234", "passwordpassword", "Welcome12345!",
                               "123456789012", "abcdefghijkl", "qwertyuiopas", "aaaaaaaaaaaa", "abababababab",
                               "UnitedNations1", "correcthorsebatterystaple", "1q2w3e4r5t6y",
                               "letmeinletmein", "Administrator1", "ABCabcabcabc", "------------"})
        EXPECT_EQ(problems_of(common), "identity.password_too_common") << common;
}

TEST(NewPasswords, OnesOwnNameIsNotTaken) {
    for (const char* own : {"amina.diallo@mission.example", "aminadiallo12", "Diallo-Amina-Diallo",
                            "xaminadiallox", "AminaDiallo2026"})
        EXPECT_EQ(problems_of(own), "identity.password_is_own_name") << own;
    EXPECT_EQ(problems_of("the day Amina saw the sea"), "") << "a name within a long sentence is no weakness";
    EXPECT_EQ(problems_of("a long enough one", "", ""), "");
    EXPECT_EQ(problems_of("", "", ""), "identity.password_too_short identity.password_too_common");
}

TEST(Hashing, IsArgon2idWithTheChosenParameters) {
    PasswordHashing hashing(1);
    std::string stored = hashing.hash(Secret("heron lantern drizzle"));
    EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
    EXPECT_TRUE(hashing.matches(Secret("heron lantern drizzle"), stored));
    EXPECT_FALSE(hashing.matches(Secret("heron lantern drizzl"), stored));
    EXPECT_FALSE(hashing.is_outdated(stored));
    EXPECT_TRUE(PasswordHashing(1, cheap).is_outdated(stored));
    EXPECT_NE(stored, hashing.hash(Secret("heron lantern drizzle"))) << "a salt of its own";
}

TEST(Hashing, UnknownAccountsCostTheSameAndNeverMatch) {
    PasswordHashing hashing(1, cheap);
    std::string stored = hashing.hash(Secret("heron lantern drizzle"));
    std::uint64_t before = hashing.worked();
    EXPECT_FALSE(hashing.matches(Secret("wrong"), stored));
    EXPECT_EQ(hashing.worked() - before, 1U);
    EXPECT_FALSE(hashing.matches(Secret("wrong"), ""));
    EXPECT_EQ(hashing.worked() - before, 2U);
    EXPECT_FALSE(hashing.matches(Secret(""), ""));
}

TEST(Hashing, ABrokenStoredHashMatchesNothing) {
    PasswordHashing hashing(1, cheap);
    for (const char* broken : {"x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$BBBB"})
        EXPECT_FALSE(hashing.matches(Secret("x"), broken)) << broken;
}

TEST(Hashing, FewAtTheSameTime) {
    PasswordHashing hashing(2, {2, 1 << 20});
    std::vector<std::jthread> many;
    for (int i = 0; i < 12; ++i)
        many.emplace_back([&] {
            for (int n = 0; n < 5; ++n) (void)hashing.hash(Secret("heron lantern drizzle"));
        });
    many.clear();
    EXPECT_EQ(hashing.worked(), 61U) << "and the one of nobody";
    EXPECT_LE(hashing.most_at_once(), 2);
}

} // namespace
} // namespace poa::identity
