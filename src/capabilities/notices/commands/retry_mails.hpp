// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/notices/notices.hpp"

namespace poa::notices {

struct RetryMails {
    Id<identity::Person> person; ///< unknown: of everybody
};
[[nodiscard]] const Input<RetryMails>& input_of(Of<RetryMails>);

struct RetriedMails {
    std::int64_t mails = 0;
};
/// Mails that were given up are sent again, as if they were new, and those that wait for another try are
/// tried now: where a mailbox is mended, or the mail server. Records "notices.retry_mails" (mails) for the
/// secretariat, the person sealed. Refuses: identity.not_permitted; (rule) "notices.nothing_to_retry".
[[nodiscard]] Result<RetriedMails> retry_mails(ledger::Work& work, const identity::Actor& actor,
                                               const RetryMails& request);

} // namespace poa::notices
