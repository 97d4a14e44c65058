// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<CommentDraft>& input_of(Of<CommentDraft>) {
    static const auto input =
        Input<CommentDraft>("peer_review.comment_draft")
            .id("review", &CommentDraft::review)
            .id("statement", &CommentDraft::statement)
            .multiline("text", &CommentDraft::text, {.label = N_("Comment"), .characters_max = 8'000});
    return input;
}

Result<Acted> comment_draft(Work& work, const Ground& ground, const Actor& actor,
                            const CommentDraft& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.comment_draft", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    auto finding = statement_at_hand(work, *on, actor, request.statement, StatementKind::finding);
    if (!finding) return refuse(finding.error());
    Statement said;
    said.kind = StatementKind::comment;
    said.parent = finding->id;
    said.text = request.text;
    return say(work, *on, ReviewVerb::comment, "peer_review.comment_draft", std::move(said));
}

} // namespace poa::peer_review
