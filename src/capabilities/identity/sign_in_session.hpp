// SPDX-License-Identifier: Apache-2.0
#pragma once
// What keeps a person signed in: a random token in the browser, its SHA-256 in the database. (A "session"
// alone is a meeting in this house.)

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poa::identity {

constexpr std::int64_t session_idle_seconds_max = 8 * 3600;
constexpr std::int64_t session_seconds_max = 7 * 24 * 3600;
/// The last use is written down no more often than this, so that reading stays reading; the idle limit is
/// exact to it.
constexpr std::int64_t session_use_written_seconds = 5 * 60;
constexpr std::int64_t link_seconds_max = 72 * 3600;                ///< of invitations and password resets
constexpr std::int64_t known_browser_seconds_max = 180 * 24 * 3600; ///< since it last signed in
constexpr int known_browsers_max = 20; ///< a person; the one used longest ago goes first

/// 32 random bytes as text for a cookie or a link.
[[nodiscard]] Secret make_token();
/// What is stored of a token; nothing where the text cannot be one.
[[nodiscard]] std::optional<Sha256> digest_of_token(std::string_view token);

[[nodiscard]] bool is_live(Instant started, Instant last_used, Instant now);
[[nodiscard]] bool is_use_due(Instant last_used, Instant now); ///< to be written down again

/// A form's token against requests from elsewhere: HMAC-SHA-256 of the session token, so nothing is stored
/// for it.
[[nodiscard]] std::string form_token(const Secret& session_token);
[[nodiscard]] bool is_form_token(const Secret& session_token, std::string_view given); ///< in constant time

/// "Firefox on Windows", "curl": enough to know one's own browsers again, too coarse to tell people apart. At
/// most 60 characters, whatever the header holds. "Unknown program" where nothing is recognised.
[[nodiscard]] std::string label_of_browser(std::string_view user_agent);

} // namespace poa::identity
