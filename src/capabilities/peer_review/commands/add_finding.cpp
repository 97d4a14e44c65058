// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
namespace {

Choice evidence_choice(EvidenceKind kind) {
    return {name_of(kind), title_of(kind)};
}

} // namespace

const Input<AddFinding>& input_of(Of<AddFinding>) {
    using enum EvidenceKind;
    static const auto input =
        Input<AddFinding>("peer_review.add_finding")
            .id("review", &AddFinding::review)
            .line("about", &AddFinding::about, {.label = N_("What it is about"), .characters_max = 120})
            .multiline("text", &AddFinding::text, {.label = N_("Finding"), .characters_max = 8'000})
            .choice("evidence", &AddFinding::evidence,
                    {.label = N_("What it rests on"),
                     .choices = {evidence_choice(document), evidence_choice(link), evidence_choice(interview),
                                 evidence_choice(observed)}})
            .line("evidence_text", &AddFinding::evidence_text,
                  {.label = N_("Where it can be looked at again"),
                   .hint = N_("The symbol, the address, whose statement, or what was seen where and when."),
                   .characters_max = 500});
    return input;
}

Result<Acted> add_finding(Work& work, const Ground& ground, const Actor& actor, const AddFinding& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.add_finding", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    Statement said;
    said.kind = StatementKind::finding;
    said.text = request.text;
    said.about = request.about;
    said.evidence = *parse_evidence_kind(request.evidence);
    said.evidence_text = request.evidence_text;
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_about(work.session(), ground, actor, on->review, said.about, problems);
    check_evidence(work.session(), actor, said.evidence, said.evidence_text, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return say(work, *on, ReviewVerb::draft, "peer_review.add_finding", std::move(said));
}

} // namespace poa::peer_review
