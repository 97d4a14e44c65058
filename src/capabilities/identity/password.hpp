// SPDX-License-Identifier: Apache-2.0
#pragma once
// Passwords: which are taken (NIST SP 800-63B, 5.1.1.2: length and lists, no rules of composition), and their
// hashes.

#include "base/bytes.hpp"
#include "base/refusal.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace poa::identity {

constexpr std::size_t password_characters_min = 12;
constexpr std::size_t password_characters_max = 256;

/// Adds to `problems`, at `field`: identity.password_too_short (min), identity.password_too_long (max),
/// identity.password_too_common, identity.password_is_own_name. `email` and `name` are the person's own.
void check_new_password(const Secret& password, std::string_view email, std::string_view name,
                        std::string_view field, Refusal& problems);

/// Argon2id (RFC 9106), as libsodium writes it: the text carries its parameters and salt.
class PasswordHashing {
  public:
    struct Cost {
        std::uint64_t passes = 2;
        std::size_t memory_bytes = std::size_t{19} * 1024 * 1024;
    };
    /// At most `at_once` hashes are worked on at the same time: each takes `memory_bytes`. More callers wait.
    explicit PasswordHashing(int at_once = 2) : PasswordHashing(at_once, Cost{}) {}
    PasswordHashing(int at_once, Cost cost);
    /// Throws MachineFailure where the memory cannot be had.
    [[nodiscard]] std::string hash(const Secret& password);
    /// Whether `password` is the one of `stored`. For an empty `stored` (no such account, or no password yet)
    /// it does the same work against a hash nobody knows the password of, and says no.
    [[nodiscard]] bool matches(const Secret& password, std::string_view stored);
    /// Made with other parameters than today's.
    [[nodiscard]] bool is_outdated(const std::string& stored) const;
    /// How many hashes were worked out so far: for metrics, and for the test that unknown accounts cost the
    /// same.
    [[nodiscard]] std::uint64_t worked() const { return worked_; }
    /// The most that were worked on at the same time.
    [[nodiscard]] int most_at_once() const { return most_; }

  private:
    class Turn;
    Cost cost_;
    std::mutex mutex_;
    std::condition_variable freed_;
    int free_;
    int busy_ = 0;
    std::atomic<int> most_ = 0;
    std::atomic<std::uint64_t> worked_ = 0;
    std::string nobodys_;
};

} // namespace poa::identity
