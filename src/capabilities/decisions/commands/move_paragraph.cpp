// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/move_paragraph.hpp"

namespace poa::decisions {
namespace {

Result<void> check_move(storage::Session& session, const TextAtWork& open, const MoveParagraph& request) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto was = [&](std::string_view key) {
        return store::wording_at(session, open.proposal.id, key, open.seen).has_value();
    };
    if (!was(request.paragraph)) problems.add_field("paragraph", "decisions.no_such_paragraph");
    if (request.beside == request.paragraph)
        problems.add_field("beside", "decisions.beside_itself");
    else if (!request.beside.empty() && !was(request.beside))
        problems.add_field("beside", "decisions.no_such_paragraph");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    for (const std::string& key : {request.paragraph, request.beside})
        if (!key.empty() && !find(open.text, key))
            return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.paragraph_removed")
                              .with("paragraph", key));
    return {};
}

/// Whether somebody else put it elsewhere since the sender looked.
bool was_moved(storage::Session& session, const TextAtWork& open, std::string_view key) {
    if (!open.is_stale()) return false;
    const Text seen = store::text_at(session, open.proposal.id, open.seen);
    return seen[*find(seen, key)].place != open.text[*find(open.text, key)].place;
}

/// Whether it stands there already.
bool stands_there(const Text& text, const MoveParagraph& request) {
    const std::size_t at = *find(text, request.paragraph);
    return request.beside.empty() ? at == 0 : at > 0 && text[at - 1].key == request.beside;
}

} // namespace

const Input<MoveParagraph>& input_of(Of<MoveParagraph>) {
    static const auto input =
        Input<MoveParagraph>("decisions.move_paragraph")
            .id("proposal", &MoveParagraph::proposal)
            .number("version", &MoveParagraph::version, {.label = N_("Version"), .least = 1})
            .line("paragraph", &MoveParagraph::paragraph, {.label = N_("Paragraph"), .characters_max = 12})
            .line("beside", &MoveParagraph::beside,
                  {.label = N_("Move it behind this paragraph"),
                   .hint = N_("Empty: to the beginning."),
                   .required = false,
                   .characters_max = 12});
    return input;
}

Result<TextChanged> move_paragraph(ledger::Work& work, const identity::Actor& actor,
                                   const MoveParagraph& request) {
    auto permit = act_for_chair(work, actor, "decisions.move_paragraph");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    if (auto right = check_move(work.session(), *open, request); !right) return refuse(right.error());
    if (stands_there(open->text, request)) return refuse(Refusal::Kind::rule, "decisions.no_change");
    if (was_moved(work.session(), *open, request.paragraph))
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.moved_meanwhile")
                          .with("paragraph", request.paragraph));
    store::Version version;
    version.cause = "moved";
    version.paragraph = request.paragraph;
    const Text text = with_moved(open->text, request.paragraph, request.beside);
    const std::int64_t newest = save_text(work, actor, *open, text, version);
    ledger::Entry entry = text_entry("decisions.move_paragraph", *permit, actor, *open);
    entry.facts.emplace_back("paragraph", request.paragraph);
    entry.facts.emplace_back("beside", request.beside);
    work.record(entry);
    return TextChanged{request.proposal, newest, request.paragraph, 0};
}

} // namespace poa::decisions
