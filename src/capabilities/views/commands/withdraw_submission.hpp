// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/views/call.hpp"

namespace poa::views {

struct WithdrawSubmission {
    std::string call; ///< slug
    std::int64_t submission = 0;
    std::string reason;
};
const Input<WithdrawSubmission>& input_of(Of<WithdrawSubmission>);

/// Takes an actor's own views back, also after the call was closed; or takes exception to what was entered
/// for it out of a consultation. It stays listed, as withdrawn, and what it superseded does not come back. A
/// document that was made by the submission goes out of search with it and stays readable. Records
/// "views.withdraw_submission" for the audience of the call's views; the reason is sealed. Refuses:
/// "views.no_such_call", "views.no_such_submission" (not_found), input.required (bad_input),
/// "views.already_withdrawn" (rule).
[[nodiscard]] Result<Submission> withdraw_submission(ledger::Work& work, const identity::Actor& actor,
                                                     const WithdrawSubmission& request);

} // namespace poa::views
