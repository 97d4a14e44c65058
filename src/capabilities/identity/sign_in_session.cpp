// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_session.hpp"

#include <sodium.h>

namespace poa::identity {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_characters = 43; // base64url of them, without padding

struct Mark {
    std::string_view in_header;
    std::string_view name;
};
// In this order: browsers name each other for old servers' sake, the last to come names itself first.
constexpr Mark programs[] = {
    {"Edg", "Edge"},         {"OPR/", "Opera"},     {"SamsungBrowser", "Samsung Internet"},
    {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"},  {"CriOS", "Chrome"},
    {"Chrome/", "Chrome"},   {"Safari/", "Safari"}, {"curl/", "curl"},
    {"python", "Python"},    {"Wget/", "Wget"},
};
constexpr Mark systems[] = {
    {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},   {"Windows", "Windows"},
    {"Macintosh", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"},
};

std::string_view first_of(std::span<const Mark> marks, std::string_view header) {
    for (const Mark& mark : marks)
        if (header.find(mark.in_header) != std::string_view::npos) return mark.name;
    return {};
}

} // namespace

Secret make_token() {
    return Secret(to_base64url(bytes_of(random_bytes(token_bytes))));
}

std::optional<Sha256> digest_of_token(std::string_view token) {
    bool plausible = token.size() == token_characters && std::ranges::all_of(token, [](unsigned char c) {
                         return std::isalnum(c) != 0 || c == '-' || c == '_';
                     });
    if (!plausible) return std::nullopt;
    return sha256(token);
}

bool is_live(Instant started, Instant last_used, Instant now) {
    return now < started.plus_seconds(session_seconds_max) &&
           now < last_used.plus_seconds(session_idle_seconds_max);
}

bool is_use_due(Instant last_used, Instant now) {
    return now >= last_used.plus_seconds(session_use_written_seconds);
}

std::string form_token(const Secret& session_token) {
    constexpr std::string_view purpose = "poa form token 1";
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> tag{};
    crypto_auth_hmacsha256_state state;
    Bytes key = bytes_of(session_token.reveal());
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(purpose).data(), purpose.size());
    crypto_auth_hmacsha256_final(&state, tag.data());
    sodium_memzero(&state, sizeof state);
    return to_base64url(Bytes(tag));
}

bool is_form_token(const Secret& session_token, std::string_view given) {
    return same_secret(form_token(session_token), given);
}

std::string label_of_browser(std::string_view user_agent) {
    user_agent = user_agent.substr(0, 512);
    std::string_view program = first_of(programs, user_agent), system = first_of(systems, user_agent);
    if (program.empty() && system.empty()) return "Unknown program";
    if (program.empty()) return std::string(system);
    if (system.empty()) return std::string(program);
    return std::string(program) + " on " + std::string(system);
}

} // namespace poa::identity
