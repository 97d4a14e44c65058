// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_text_acts.hpp"

#include "capabilities/decisions/commands/accept_amendment.hpp"
#include "capabilities/decisions/commands/compile_text.hpp"
#include "capabilities/decisions/commands/declare_position.hpp"
#include "capabilities/decisions/commands/mark_agreed.hpp"
#include "capabilities/decisions/commands/move_paragraph.hpp"
#include "capabilities/decisions/commands/propose_amendment.hpp"
#include "capabilities/decisions/commands/revise_draft.hpp"
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"
#include "capabilities/decisions/commands/set_aside_amendment.hpp"
#include "capabilities/decisions/commands/translate_paragraph.hpp"
#include "capabilities/decisions/commands/undo_change.hpp"
#include "capabilities/decisions/commands/withdraw_amendment.hpp"
#include "capabilities/decisions/permissions.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

using identity::Body;

const auto& commands() {
    static const std::array<TextCommand, 12> all{{
        {"revise_draft", TextAct::revise, TextActFor::proposer, N_("Write the draft anew"),
         N_("The text of the draft is replaced. Who sees the draft sees it; no history is kept of drafts."),
         &input_of(Of<ReviseDraft>{})},
        {"propose_amendment", TextAct::amend, TextActFor::speaker, N_("Propose an amendment"),
         N_("The amendment gets a number and everyone who sees the proposal sees it, with the name of who "
            "proposes it. If you choose not to be named, the Chair alone knows the name."),
         &input_of(Of<ProposeAmendment>{})},
        {"withdraw_amendment", TextAct::amend, TextActFor::speaker, N_("Withdraw the amendment"),
         N_("The amendment is not open any more, nor are amendments to it. That it was made stays on the "
            "record."),
         &input_of(Of<WithdrawAmendment>{})},
        {"accept_amendment", TextAct::amend, TextActFor::office, N_("Take the amendment into the text"),
         N_("A new version of the text, or a new wording of the amendment that it amends. What changed "
            "elsewhere meanwhile stays."),
         &input_of(Of<AcceptAmendment>{})},
        {"set_aside_amendment", TextAct::amend, TextActFor::office, N_("Set the amendment aside"),
         N_("The amendment is not open any more, nor are amendments to it. The text stays as it is."),
         &input_of(Of<SetAsideAmendment>{})},
        {"compile_text", TextAct::amend, TextActFor::office, N_("Compile the open amendments"),
         N_("A new version of the text, in which the open amendments stand as wordings in square brackets. "
            "They are not open any more."),
         &input_of(Of<CompileText>{})},
        {"rewrite_paragraph", TextAct::amend, TextActFor::office, N_("Reword the paragraph"),
         N_("A new version of the text with this wording. A paragraph that was agreed ad referendum is not "
            "agreed any more."),
         &input_of(Of<RewriteParagraph>{})},
        {"move_paragraph", TextAct::amend, TextActFor::office, N_("Move the paragraph"),
         N_("A new version of the text. Numbers follow, and references lead to the same paragraphs."),
         &input_of(Of<MoveParagraph>{})},
        {"mark_agreed", TextAct::amend, TextActFor::office, N_("Mark as agreed ad referendum, or not"),
         N_("A new version of the text with the mark, or without it. The mark decides nothing."),
         &input_of(Of<MarkAgreed>{})},
        {"undo_change", TextAct::amend, TextActFor::office, N_("Undo the last changes"),
         N_("A new version that reads as the one before those changes. Amendments that they took in are open "
            "again. Nothing is taken off the record."),
         &input_of(Of<UndoChange>{})},
        {"declare_position", TextAct::declare, TextActFor::speaker, N_("Declare a position"),
         N_("The position of your State, told to whom you choose. It takes the place of what your State "
            "declared here before, and may be changed or taken back."),
         &input_of(Of<DeclarePosition>{})},
        {"translate_paragraph", TextAct::translate, TextActFor::office, N_("Translate the paragraph"),
         N_("The paragraph in that language, made of this version. It is shown as out of date as soon as the "
            "paragraph reads otherwise."),
         &input_of(Of<TranslateParagraph>{})},
    }};
    return all;
}

std::optional<Body> body_for(const TextCommand& command, const identity::Actor& actor,
                             const Proposal& proposal) {
    if (command.whose == TextActFor::office) return std::nullopt;
    const std::string body = command.whose == TextActFor::proposer ? proposal.proposer : proposer_of(actor);
    if (body.empty() || body == "chair" || body.starts_with("group:")) return Body::chair();
    return Body::parse(body);
}

} // namespace

std::span<const TextCommand> text_commands() {
    return commands();
}

const TextCommand* find_text_command(std::string_view command) {
    const auto found = std::ranges::find(commands(), command, &TextCommand::command);
    return found == commands().end() ? nullptr : &*found;
}

Result<identity::Permit> permit_for(const TextCommand& command, const identity::Actor& actor,
                                    const Proposal& proposal) {
    return permissions().check("decisions." + std::string(command.command), actor,
                               body_for(command, actor, proposal));
}

} // namespace poa::decisions
