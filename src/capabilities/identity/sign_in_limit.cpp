// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_limit.hpp"

#include <arpa/inet.h>

namespace poa::identity {
namespace {

std::string network_of(std::string_view address) {
    const std::string text(address);
    in6_addr six{};
    if (inet_pton(AF_INET, text.c_str(), &six) == 1) return "4:" + to_hex(Bytes(six.s6_addr, 4));
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return "unknown";
    if (IN6_IS_ADDR_V4MAPPED(&six)) return "4:" + to_hex(Bytes(six.s6_addr + 12, 4));
    return "6:" + to_hex(Bytes(six.s6_addr, 8));
}

bool is_power_of_two(std::int64_t number) {
    return number > 0 && (number & (number - 1)) == 0;
}

bool is_forgotten(const Failures& failures, Instant now) {
    return now >= failures.last.plus_seconds(failures_forgotten_seconds);
}

} // namespace

ClientKey::ClientKey(Kind kind, std::string_view what)
    : kind_(kind), digest_(sha256({bytes_of(kind == Kind::network   ? "network:"
                                            : kind == Kind::session ? "session:"
                                                                    : "browser:"),
                                   bytes_of(what)})) {}

ClientKey ClientKey::known_browser(const Sha256& token_digest) {
    return ClientKey(Kind::known_browser, text_of(token_digest.bytes));
}
ClientKey ClientKey::network(std::string_view address) {
    return ClientKey(Kind::network, network_of(address));
}
ClientKey ClientKey::session(std::int64_t number) {
    return ClientKey(Kind::session, std::to_string(number));
}

std::int64_t seconds_to_wait(const Failures& failures, const LimitRule& rule, Instant now) {
    if (failures.count <= rule.free || is_forgotten(failures, now)) return 0;
    std::int64_t wait = rule.seconds_first;
    for (std::int64_t n = rule.free + 1; n < failures.count && wait < rule.seconds_max; ++n) wait *= 2;
    Instant until = failures.last.plus_seconds(std::min(wait, rule.seconds_max));
    if (now >= until) return 0;
    return (until.microseconds - now.microseconds + 999'999) / 1'000'000;
}

Failures one_more(const Failures& failures, Instant now) {
    return {is_forgotten(failures, now) ? 1 : failures.count + 1, now};
}

bool is_journal_step(std::int64_t pair_count, std::int64_t total_today) {
    if (total_today > journal_entries_a_day_max) return is_power_of_two(total_today);
    return is_power_of_two(pair_count);
}

} // namespace poa::identity
