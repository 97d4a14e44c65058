// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/commands/retry_mails.hpp"

#include "capabilities/notices/permissions.hpp"
#include "capabilities/notices/store.hpp"

namespace poa::notices {

const Input<RetryMails>& input_of(Of<RetryMails>) {
    static const auto input = Input<RetryMails>("notices.retry_mails")
                                  .id("person", &RetryMails::person, {.label = {}, .required = false});
    return input;
}

Result<RetriedMails> retry_mails(ledger::Work& work, const identity::Actor& actor,
                                 const RetryMails& request) {
    auto permit = permissions().check("notices.retry_mails", actor);
    if (!permit) return refuse(permit.error());
    const RetriedMails done{store::try_again(work.session(), request.person, work.now())};
    if (done.mails == 0) return refuse(Refusal::Kind::rule, "notices.nothing_to_retry");
    ledger::Entry entry;
    entry.act = "notices.retry_mails";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "notices";
    entry.person = actor.person().number;
    entry.facts = {{"mails", std::to_string(done.mails)}};
    if (request.person.is_known()) entry.sealed = {{"person", std::to_string(request.person.number)}};
    work.record(entry);
    return done;
}

} // namespace poa::notices
