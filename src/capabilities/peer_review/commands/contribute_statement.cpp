// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
namespace {

/// Stakeholders take part as the charter has it (A/78/76; the rights of accredited stakeholders in groups).
Result<void> may_contribute(Work& work, const Ground& ground, const ActingOn& on) {
    const ReviewClause clause = review_clause(work.session(), ground);
    if (!clause.stakeholders_write) {
        Refusal none = Refusal::because(Refusal::Kind::rule, "peer_review.no_contributions")
                           .with("charter", clause.title);
        none.reasons.back().clause = clause.write_number;
        return refuse(std::move(none));
    }
    if (!decisions::is_accredited_on(work.session(), on.permit.body->code(), Day::of(work.now())))
        return refuse(Refusal::because(Refusal::Kind::rule, "peer_review.not_accredited")
                          .with("organisation", on.permit.body->code()));
    return {};
}

} // namespace

const Input<ContributeStatement>& input_of(Of<ContributeStatement>) {
    static const auto input =
        Input<ContributeStatement>("peer_review.contribute_statement")
            .id("review", &ContributeStatement::review)
            .line("about", &ContributeStatement::about,
                  {.label = N_("What it is about"), .required = false, .characters_max = 120})
            .multiline("text", &ContributeStatement::text,
                       {.label = N_("Contribution"), .characters_max = 8'000})
            .line("address", &ContributeStatement::address,
                  {.label = N_("Published page it rests on"), .required = false, .characters_max = 500})
            .choice("audience", &ContributeStatement::audience,
                    {.label = N_("Who may read it"),
                     .choices = {{"parties", N_("The State under review and its reviewers")},
                                 {"public", N_("Everyone, at once")}}});
    return input;
}

Result<Acted> contribute_statement(Work& work, const Ground& ground, const Actor& actor,
                                   const ContributeStatement& request) {
    auto on = act_as_organisation(work, ground, actor, "peer_review.contribute_statement", request.review);
    if (!on) return refuse(on.error());
    if (auto may = may_contribute(work, ground, *on); !may) return refuse(may.error());
    Statement said;
    said.kind = StatementKind::contribution;
    said.text = request.text;
    said.about = request.about;
    said.audience = *parse_audience(request.audience);
    said.evidence = request.address.empty() ? EvidenceKind::none : EvidenceKind::link;
    said.evidence_text = request.address;
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_about(work.session(), ground, actor, on->review, said.about, problems);
    if (!request.address.empty() && !request.address.starts_with("https://"))
        problems.add_field("address", "peer_review.not_an_address", {{"value", request.address}});
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return say(work, *on, ReviewVerb::contribute, "peer_review.contribute_statement", std::move(said));
}

} // namespace poa::peer_review
