// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<AnswerQuestion>& input_of(Of<AnswerQuestion>) {
    static const auto input =
        Input<AnswerQuestion>("peer_review.answer_question")
            .id("review", &AnswerQuestion::review)
            .id("statement", &AnswerQuestion::statement)
            .multiline("text", &AnswerQuestion::text, {.label = N_("Answer"), .characters_max = 8'000})
            .choice("audience", &AnswerQuestion::audience,
                    {.label = N_("Who may read it, once your State opens the finished review to them"),
                     .choices = {{"parties", N_("Your State and its reviewers")},
                                 {"member_states", N_("Member States")},
                                 {"public", N_("Everyone")}}});
    return input;
}

Result<Acted> answer_question(Work& work, const Ground& ground, const Actor& actor,
                              const AnswerQuestion& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.answer_question", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    auto question = statement_at_hand(work, *on, actor, request.statement, StatementKind::question);
    if (!question) return refuse(question.error());
    Statement said;
    said.kind = StatementKind::answer;
    said.parent = question->id;
    said.text = request.text;
    said.audience = *parse_audience(request.audience);
    return say(work, *on, ReviewVerb::answer, "peer_review.answer_question", std::move(said));
}

} // namespace poa::peer_review
