// SPDX-License-Identifier: Apache-2.0
#pragma once
// What becomes of a mail: when it is tried again, and when no more. Pure.

#include "base/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace poa::notices {

enum class MailStage : std::uint8_t {
    waiting,  ///< to be sent at `next_try`
    sent,     ///< a mail server took it over
    given_up, ///< the mailbox does not take it, or it grew too old
    unwanted, ///< the person does without it; it stands on the page
};
[[nodiscard]] std::string_view name_of(MailStage stage);  ///< "given_up"
[[nodiscard]] std::string_view title_of(MailStage stage); ///< source string

/// What a mail server made of one mail.
enum class Attempt : std::uint8_t {
    accepted,
    refused,   ///< for good: no such mailbox, or it will not take this (RFC 5321, 5yz to recipient or text)
    later,     ///< not now: a full mailbox, a greylist (4yz to recipient or text)
    no_server, ///< not about this mail: no connection, no sign-in, the sender not allowed
};
struct Attempted {
    Attempt attempt = Attempt::no_server;
    std::string reason; ///< as the server said it
};

/// A mail that could not go for so long says nothing that is still of use.
inline constexpr std::int64_t mail_days_max = 7;
inline constexpr int tries_max = 8;
/// While there is no server nothing is tried: all wait for it, and it costs no mail a try.
inline constexpr std::int64_t server_again_seconds = 60;

[[nodiscard]] inline bool is_too_old(Instant mail_since, Instant now) {
    return now >= mail_since.plus_seconds(mail_days_max * 24 * 3600);
}

/// Where a waiting mail stands after an attempt at `now`.
struct AfterAttempt {
    MailStage stage = MailStage::waiting;
    int tries = 0;
    Instant next_try;
};
/// `tries`: failures before this attempt. The pauses grow: 1, 5, 30 minutes, 2, 6, 12, 24 hours.
[[nodiscard]] AfterAttempt after_attempt(int tries, Attempt attempt, Instant now);

} // namespace poa::notices
