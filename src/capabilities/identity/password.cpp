// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/password.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/identity/guessed_passwords.hpp"

#include <sodium.h>

namespace poa::identity {

void check_new_password(const Secret& password, std::string_view email, std::string_view name,
                        std::string_view field, Refusal& problems) {
    std::string_view text = password.reveal();
    std::size_t length = length_in_characters(text);
    std::string at(field);
    if (length < password_characters_min)
        problems.add_field(at, "identity.password_too_short",
                           {{"min", std::to_string(password_characters_min)}});
    if (length > password_characters_max)
        problems.add_field(at, "identity.password_too_long",
                           {{"max", std::to_string(password_characters_max)}});
    if (is_common_password(text)) problems.add_field(at, "identity.password_too_common");
    if (is_mostly_own_words(text, email, name)) problems.add_field(at, "identity.password_is_own_name");
}

/// One of the few places to hash; held while working.
class PasswordHashing::Turn {
  public:
    explicit Turn(PasswordHashing& hashing) : hashing_(hashing) {
        std::unique_lock lock(hashing_.mutex_);
        hashing_.freed_.wait(lock, [&] { return hashing_.free_ > 0; });
        --hashing_.free_;
        hashing_.most_ = std::max<int>(hashing_.most_, ++hashing_.busy_);
        ++hashing_.worked_;
    }
    ~Turn() {
        {
            std::lock_guard lock(hashing_.mutex_);
            ++hashing_.free_;
            --hashing_.busy_;
        }
        hashing_.freed_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    PasswordHashing& hashing_;
};

PasswordHashing::PasswordHashing(int at_once, Cost cost) : cost_(cost), free_(at_once) {
    require(at_once > 0, "at least one hash at a time");
    nobodys_ = hash(Secret(random_bytes(32)));
}

std::string PasswordHashing::hash(const Secret& password) {
    Turn turn(*this);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    std::string_view bytes = password.reveal();
    if (crypto_pwhash_str_alg(text.data(), bytes.data(), bytes.size(), cost_.passes, cost_.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw MachineFailure("No memory to hash a password; the machine needs more memory or fewer at once.");
    return text.data();
}

bool PasswordHashing::matches(const Secret& password, std::string_view stored) {
    Turn turn(*this);
    const std::string against = stored.empty() ? nobodys_ : std::string(stored);
    std::string_view bytes = password.reveal();
    bool same = crypto_pwhash_str_verify(against.c_str(), bytes.data(), bytes.size()) == 0;
    return same && !stored.empty();
}

bool PasswordHashing::is_outdated(const std::string& stored) const {
    return crypto_pwhash_str_needs_rehash(stored.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

} // namespace poa::identity
