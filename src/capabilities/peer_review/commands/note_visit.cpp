// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<NoteVisit>& input_of(Of<NoteVisit>) {
    static const auto input =
        Input<NoteVisit>("peer_review.note_visit")
            .id("review", &NoteVisit::review)
            .multiline("text", &NoteVisit::text, {.label = N_("Note"), .characters_max = 8'000});
    return input;
}

Result<Acted> note_visit(Work& work, const Ground& ground, const Actor& actor, const NoteVisit& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.note_visit", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    Statement said;
    said.kind = StatementKind::visit_note;
    said.text = request.text;
    return say(work, *on, ReviewVerb::visit, "peer_review.note_visit", std::move(said));
}

} // namespace poa::peer_review
