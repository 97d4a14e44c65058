// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.revoke_other_sessions";

} // namespace

const Input<RevokeOtherSessions>& input_of(Of<RevokeOtherSessions>) {
    static const auto input = Input<RevokeOtherSessions>(std::string(command));
    return input;
}

Result<RevokedSessions> revoke_other_sessions(ledger::Work& work, const Actor& actor,
                                              const RevokeOtherSessions& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    storage::Session& session = work.session();
    RevokedSessions revoked{store::delete_sessions_of(session, actor.person(), actor.session())};
    store::forget_browsers(session, actor.person(),
                           digest_of_token(request.client.known_browser_token.reveal()));
    ledger::Entry entry = account_entry(std::string(command), actor.person());
    entry.facts = {{"count", std::to_string(revoked.count)}};
    work.record(entry);
    return revoked;
}

} // namespace poa::identity
