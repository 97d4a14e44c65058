// SPDX-License-Identifier: Apache-2.0
#pragma once
// How often one may fail to sign in. Failures are counted for a pair of account and client, and for a client
// over all accounts; never for an account alone, so that nobody can lock somebody else out.
//
//   client            is                                   counted with the account   over all accounts
//   known browser     the token it was given when somebody  yes                        no
//                     signed in to this account with it
//   network address   IPv4 address, or IPv6 /64 network     yes                        yes
//   signed-in person  the sign-in session (asking for the   yes                        no
//                     present password again)
//
//   failures         with the account     over all accounts
//   free             4                    19
//   then a wait of   30 s, doubled by each further failure, at most 1 hour
//   forgotten after  24 hours without a failure; for the pair also when the password was right
//
// While a client waits, its tries are refused unread and not counted. Failures are counted in the transaction
// that tells the outcome, so a thousand tries at once get no more answers than a thousand one after the
// other.

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <string_view>

namespace poa::identity {

/// Where a try comes from, as a digest: addresses are not kept in clear.
class ClientKey {
  public:
    enum class Kind { known_browser, network, session };
    [[nodiscard]] static ClientKey known_browser(const Sha256& token_digest);
    /// "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7" (counts as IPv4). Text that is no address is one
    /// client.
    [[nodiscard]] static ClientKey network(std::string_view address);
    [[nodiscard]] static ClientKey session(std::int64_t number);
    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] const Sha256& digest() const { return digest_; }

  private:
    ClientKey(Kind kind, std::string_view what);
    Kind kind_;
    Sha256 digest_;
};

struct LimitRule {
    std::int64_t free;          ///< failures without a wait
    std::int64_t seconds_first; ///< the wait after one more
    std::int64_t seconds_max;
};
constexpr LimitRule pair_rule{4, 30, 3600};
constexpr LimitRule client_rule{19, 30, 3600};
constexpr std::int64_t failures_forgotten_seconds = 24 * 3600;

struct Failures {
    std::int64_t count = 0;
    Instant last;
    auto operator<=>(const Failures&) const = default;
};
/// Seconds until the next try is read; 0: now.
[[nodiscard]] std::int64_t seconds_to_wait(const Failures& failures, const LimitRule& rule, Instant now);
/// One more, starting anew where the old are forgotten.
[[nodiscard]] Failures one_more(const Failures& failures, Instant now);

/// The journal tells of a failed try at the 1st, 2nd, 4th, 8th ... failure of a pair, and of no more than so
/// many a day in all; after that at the powers of two of that total. So an attacker fills no disk.
constexpr std::int64_t journal_entries_a_day_max = 1000;
[[nodiscard]] bool is_journal_step(std::int64_t pair_count, std::int64_t total_today);

/// No more pairs and clients than this are kept; the oldest go first.
constexpr std::int64_t limits_kept_max = 100'000;

} // namespace poa::identity
