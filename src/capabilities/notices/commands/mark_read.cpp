// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/commands/mark_read.hpp"

#include "capabilities/notices/permissions.hpp"
#include "capabilities/notices/store.hpp"

namespace poa::notices {

const Input<MarkRead>& input_of(Of<MarkRead>) {
    static const auto input = Input<MarkRead>("notices.mark_read")
                                  .id("notice", &MarkRead::notice, {.label = {}, .required = false})
                                  .id("through", &MarkRead::through, {.label = {}, .required = false});
    return input;
}

Result<MarkedRead> mark_read(ledger::Work& work, const identity::Actor& actor, const MarkRead& request) {
    auto permit = permissions().check("notices.mark_read", actor);
    if (!permit) return refuse(permit.error());
    if (request.notice.is_known() == request.through.is_known())
        return refuse(Refusal::Kind::bad_input, "notices.name_one");
    const Id<Notice> last = request.notice.is_known() ? request.notice : request.through;
    MarkedRead done;
    done.marked = store::mark_read(work.session(), actor.person(), request.notice, last, work.now());
    done.unread = store::unread(work.session(), actor.person());
    if (done.marked == 0) return done;
    ledger::Entry entry;
    entry.act = "notices.mark_read";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "notices";
    entry.person = actor.person().number;
    entry.facts = {{"marked", std::to_string(done.marked)}};
    work.record(entry);
    return done;
}

} // namespace poa::notices
