// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.sign_out";

} // namespace

const Input<SignOut>& input_of(Of<SignOut>) {
    static const auto input = Input<SignOut>(std::string(command));
    return input;
}

Result<SignedOut> sign_out(ledger::Work& work, const Actor& actor, const SignOut&) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    store::delete_session(work.session(), actor.session(), actor.person());
    work.record(account_entry(std::string(command), actor.person()));
    return SignedOut{};
}

} // namespace poa::identity
