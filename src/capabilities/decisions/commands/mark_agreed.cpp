// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/mark_agreed.hpp"

#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/store_amendments.hpp"

namespace poa::decisions {

const Input<MarkAgreed>& input_of(Of<MarkAgreed>) {
    static const auto input =
        Input<MarkAgreed>("decisions.mark_agreed")
            .id("proposal", &MarkAgreed::proposal)
            .number("version", &MarkAgreed::version, {.label = N_("Version"), .least = 1})
            .line("paragraph", &MarkAgreed::paragraph, {.label = N_("Paragraph"), .characters_max = 12})
            .tick("agreed", &MarkAgreed::agreed, {.label = N_("Agreed ad referendum")});
    return input;
}

Result<TextChanged> mark_agreed(ledger::Work& work, const identity::Actor& actor, const MarkAgreed& request) {
    auto permit = act_for_chair(work, actor, "decisions.mark_agreed");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    storage::Session& session = work.session();
    if (auto same = reads_as_seen(session, *open, request.paragraph); !same) return refuse(same.error());
    auto text = marked(open->text, request.paragraph, request.agreed,
                       store::open_amendments(session, request.proposal),
                       store::positions(session, request.proposal));
    if (!text) return refuse(text.error());
    store::Version version;
    version.cause = "marked";
    version.paragraph = request.paragraph;
    const std::int64_t newest = save_text(work, actor, *open, *text, version);
    ledger::Entry entry = text_entry("decisions.mark_agreed", *permit, actor, *open);
    entry.facts.emplace_back("paragraph", request.paragraph);
    entry.facts.emplace_back("agreed", request.agreed ? "yes" : "no");
    work.record(entry);
    return TextChanged{request.proposal, newest, request.paragraph, 0};
}

} // namespace poa::decisions
