// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.revoke_session";

} // namespace

const Input<RevokeSession>& input_of(Of<RevokeSession>) {
    static const auto input =
        Input<RevokeSession>(std::string(command)).id("session", &RevokeSession::session);
    return input;
}

Result<SignedOut> revoke_session(ledger::Work& work, const Actor& actor, const RevokeSession& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    if (!store::delete_session(work.session(), request.session, actor.person()))
        return refuse(Refusal::Kind::not_found, "identity.no_such_session");
    work.record(account_entry(std::string(command), actor.person()));
    return SignedOut{};
}

} // namespace poa::identity
