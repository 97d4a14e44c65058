// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/guessed_passwords.hpp"

#include "base/text.hpp"

#include <set>

namespace poa::identity {
namespace {

// Words that lead every published list of leaked passwords, and those at hand in this house. Compared as
// letters only.
constexpr std::string_view words[] = {
    "password",
    "passwort",
    "motdepasse",
    "contrasena",
    "parol",
    "senha",
    "welcome",
    "letmein",
    "changeme",
    "iloveyou",
    "admin",
    "administrator",
    "root",
    "master",
    "monkey",
    "dragon",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "superman",
    "batman",
    "starwars",
    "trustno",
    "whatever",
    "computer",
    "internet",
    "secret",
    "default",
    "guest",
    "login",
    "access",
    "qwerty",
    "azerty",
    "qwertz",
    "correcthorsebatterystaple",
    "unitednations",
    "nationsunies",
    "programmeofaction",
    "cybersecurity",
    "cyber",
    "secretariat",
    "delegation",
    "delegate",
    "mission",
    "permanentmission",
    "geneva",
    "newyork",
};

// Runs that hands follow without thinking.
constexpr std::string_view runs[] = {
    "01234567890123456789",       "98765432109876543210",         "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn",   "qwertzuiopasdfghjklyxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p",
};

char letter_for(char c) {
    switch (c) {
    case '0':
        return 'o';
    case '1':
    case '!':
        return 'i';
    case '3':
        return 'e';
    case '4':
    case '@':
        return 'a';
    case '5':
    case '$':
        return 's';
    case '7':
        return 't';
    default:
        return c;
    }
}

/// Digits and marks at both ends count for nothing ("2024!"); inside they stand for letters.
std::string letters_of(std::string_view lower) {
    constexpr std::string_view strange = "0123456789!?.,;:-_+*#@$%&/()= ";
    std::size_t begin = lower.find_first_not_of(strange);
    if (begin == std::string_view::npos) return {};
    std::string letters;
    for (char c : lower.substr(begin, lower.find_last_not_of(strange) - begin + 1)) {
        char letter = letter_for(c);
        if (strange.find(letter) == std::string_view::npos) letters += letter;
    }
    return letters;
}

/// "abcabcabc" -> "abc"
std::string_view period_of(std::string_view text) {
    for (std::size_t length = 1; length <= text.size() / 2; ++length)
        if (text.size() % length == 0 && text.substr(length) == text.substr(0, text.size() - length))
            return text.substr(0, length);
    return text;
}

bool is_word(std::string_view text) {
    return std::ranges::find(words, text) != std::end(words);
}

bool is_run(std::string_view lower) {
    return std::ranges::any_of(runs, [&](std::string_view run) { return run.find(lower) != run.npos; });
}

std::string without_marks(std::string_view text) {
    std::string out;
    for (char c : ascii_lower(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            out += c;
    return out;
}

bool fills_half(std::string_view password, std::string_view word) {
    return length_in_characters(word) >= 4 && password.find(word) != std::string_view::npos &&
           word.size() * 2 >= password.size();
}

} // namespace

bool is_common_password(std::string_view password) {
    std::string lower = ascii_lower(trim(password));
    if (std::set<char>(lower.begin(), lower.end()).size() < 5) return true;
    std::string letters = letters_of(lower);
    return is_word(letters) || is_word(period_of(letters)) || is_word(letters_of(period_of(lower))) ||
           is_run(lower) || is_run(period_of(lower));
}

bool is_mostly_own_words(std::string_view password, std::string_view email, std::string_view name) {
    std::string bare = without_marks(password);
    if (fills_half(bare, without_marks(email)) ||
        fills_half(bare, without_marks(email.substr(0, email.find('@')))))
        return true;
    if (fills_half(bare, without_marks(name))) return true;
    auto parts = split(name, ' ');
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return fills_half(bare, without_marks(part)); });
}

} // namespace poa::identity
