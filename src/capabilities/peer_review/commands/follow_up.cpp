// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
namespace {

Choice evidence_choice(EvidenceKind kind) {
    return {name_of(kind), title_of(kind)};
}

/// The State's newest word on a recommendation.
std::string response_to(const std::vector<Statement>& all, Id<ReviewStatement> recommendation) {
    std::string newest;
    for (const Statement& each : all)
        if (each.kind == StatementKind::response && each.parent == recommendation) newest = each.choice;
    return newest;
}

} // namespace

const Input<FollowUp>& input_of(Of<FollowUp>) {
    using enum EvidenceKind;
    static const auto input =
        Input<FollowUp>("peer_review.follow_up")
            .id("review", &FollowUp::review)
            .id("statement", &FollowUp::statement)
            .choice("status", &FollowUp::status,
                    {.label = N_("How far it is"),
                     .choices = {{"not_begun", N_("Not begun")},
                                 {"under_way", N_("Under way")},
                                 {"done", N_("Done")}}})
            .multiline("text", &FollowUp::text, {.label = N_("In your own words"), .characters_max = 8'000})
            .choice("evidence", &FollowUp::evidence,
                    {.label = N_("What shows it"),
                     .required = false,
                     .choices = {evidence_choice(document), evidence_choice(link)}})
            .line("evidence_text", &FollowUp::evidence_text,
                  {.label = N_("Symbol or address"), .required = false, .characters_max = 500});
    return input;
}

Result<Acted> follow_up(Work& work, const Ground& ground, const Actor& actor, const FollowUp& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.follow_up", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    if (auto may = after(on->review.stage, ReviewVerb::follow_up, on->review.scope); !may)
        return refuse(may.error());
    auto about = statement_at_hand(work, *on, actor, request.statement, StatementKind::recommendation);
    if (!about) return refuse(about.error());
    if (response_to(store::statements(work.session(), on->review.id), about->id) != "accepted")
        return refuse(Refusal::Kind::rule, "peer_review.not_accepted");
    Statement said;
    said.kind = StatementKind::follow_up;
    said.parent = about->id;
    said.choice = request.status;
    said.text = request.text;
    said.evidence = parse_evidence_kind(request.evidence).value_or(EvidenceKind::none);
    said.evidence_text = request.evidence_text;
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_evidence(work.session(), actor, said.evidence, said.evidence_text, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return say(work, *on, ReviewVerb::follow_up, "peer_review.follow_up", std::move(said));
}

} // namespace poa::peer_review
