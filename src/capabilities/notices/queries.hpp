// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be asked of the notices.

#include "capabilities/identity/identity.hpp"
#include "capabilities/notices/pages.hpp"
#include "capabilities/notices/posting.hpp"

#include <functional>

namespace poa::notices {

inline constexpr std::int64_t notices_a_page = 50;

/// The actor's own. Refuses (not_signed_in) "access.sign_in".
[[nodiscard]] Result<MyNoticesPage> my_notices(storage::Session& session, const identity::Actor& actor,
                                               std::int64_t page, bool sends_mail);

using MailboxOf = std::function<std::optional<Mailbox>(storage::Session&, Id<identity::Person>)>;
/// Refuses as the permission of retrying mails: who may not act on it does not see it.
[[nodiscard]] Result<UndeliveredPage> undelivered_mails(storage::Session& session,
                                                        const identity::Actor& actor,
                                                        const MailboxOf& mailbox_of, bool sends_mail);

} // namespace poa::notices
