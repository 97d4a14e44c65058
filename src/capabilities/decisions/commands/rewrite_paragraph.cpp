// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"

namespace poa::decisions {

const Input<RewriteParagraph>& input_of(Of<RewriteParagraph>) {
    static const auto input =
        Input<RewriteParagraph>("decisions.rewrite_paragraph")
            .id("proposal", &RewriteParagraph::proposal)
            .number("version", &RewriteParagraph::version, {.label = N_("Version"), .least = 1})
            .line("paragraph", &RewriteParagraph::paragraph, {.label = N_("Paragraph"), .characters_max = 12})
            .multiline("text", &RewriteParagraph::text, {.label = N_("Wording"), .characters_max = 20'000});
    return input;
}

Result<TextChanged> rewrite_paragraph(ledger::Work& work, const identity::Actor& actor,
                                      const RewriteParagraph& request) {
    auto permit = act_for_chair(work, actor, "decisions.rewrite_paragraph");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    auto wording = wording_for(work.session(), *open, request.paragraph, request.text, "text");
    if (!wording) return refuse(wording.error());
    const std::int64_t before = open->head.newest;
    store::Version version;
    version.cause = "reworded";
    version.paragraph = request.paragraph;
    const Text text = with_wording(open->text, request.paragraph, *wording);
    const std::int64_t newest = save_text(work, actor, *open, text, version);
    if (newest == before) return refuse(Refusal::Kind::rule, "decisions.no_change");
    ledger::Entry entry = text_entry("decisions.rewrite_paragraph", *permit, actor, *open);
    entry.facts.emplace_back("paragraph", request.paragraph);
    entry.facts.emplace_back("text_sha256", sha256(*wording).hex());
    work.record(entry);
    return TextChanged{request.proposal, newest, request.paragraph, 0};
}

} // namespace poa::decisions
