// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/commands.hpp"

namespace poa::identity {

std::vector<const InputSpec*> commands() {
    return {&input_of(Of<CreateFirstAccount>{}),
            &input_of(Of<InvitePerson>{}),
            &input_of(Of<AcceptInvitation>{}),
            &input_of(Of<ResetPasswordLink>{}),
            &input_of(Of<ChangePassword>{}),
            &input_of(Of<ChangeProfile>{}),
            &input_of(Of<SignIn>{}),
            &input_of(Of<SignOut>{}),
            &input_of(Of<RevokeSession>{}),
            &input_of(Of<RevokeOtherSessions>{}),
            &input_of(Of<Appoint>{}),
            &input_of(Of<EndAppointment>{})};
}

} // namespace poa::identity
