// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<AskQuestion>& input_of(Of<AskQuestion>) {
    static const auto input =
        Input<AskQuestion>("peer_review.ask_question")
            .id("review", &AskQuestion::review)
            .line("about", &AskQuestion::about,
                  {.label = N_("What it is about"), .required = false, .characters_max = 120})
            .multiline("text", &AskQuestion::text, {.label = N_("Question"), .characters_max = 8'000});
    return input;
}

Result<Acted> ask_question(Work& work, const Ground& ground, const Actor& actor, const AskQuestion& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.ask_question", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_about(work.session(), ground, actor, on->review, request.about, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    Statement said;
    said.kind = StatementKind::question;
    said.text = request.text;
    said.about = request.about;
    return say(work, *on, ReviewVerb::ask, "peer_review.ask_question", std::move(said));
}

} // namespace poa::peer_review
