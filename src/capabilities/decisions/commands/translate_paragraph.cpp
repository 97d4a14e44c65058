// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/translate_paragraph.hpp"

#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/permissions.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

Refusal problems_of(const TranslateParagraph& request, const TextAtWork& open, std::string_view source) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (request.language == open.head.language)
        problems.add_field("language", "decisions.authentic_language", {{"language", request.language}});
    problems_of_wording(request.text, open.head.last_key, problems);
    auto here = references_in(request.text), there = references_in(source);
    std::ranges::sort(here);
    std::ranges::sort(there);
    if (here != there) problems.add_field("text", "decisions.references_differ");
    return problems;
}

} // namespace

const Input<TranslateParagraph>& input_of(Of<TranslateParagraph>) {
    static const auto input =
        Input<TranslateParagraph>("decisions.translate_paragraph")
            .id("proposal", &TranslateParagraph::proposal)
            .number("version", &TranslateParagraph::version, {.label = N_("Version"), .least = 1})
            .line("paragraph", &TranslateParagraph::paragraph,
                  {.label = N_("Paragraph"), .characters_max = 12})
            .choice("language", &TranslateParagraph::language,
                    {.label = N_("Language"),
                     .choices = {{"en", "English"},
                                 {"fr", "Français"},
                                 {"es", "Español"},
                                 {"ar", "العربية"},
                                 {"zh", "中文"},
                                 {"ru", "Русский"}}})
            .multiline("text", &TranslateParagraph::text, {.label = N_("Wording"), .characters_max = 20'000});
    return input;
}

Result<TextChanged> translate_paragraph(ledger::Work& work, const identity::Actor& actor,
                                        const TranslateParagraph& request) {
    auto permit = permissions().check("decisions.translate_paragraph", actor);
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::translate, request.version);
    if (!open) return refuse(open.error());
    const auto source = store::wording_at(work.session(), request.proposal, request.paragraph, open->seen);
    if (!source) return refuse(Refusal::Kind::not_found, "decisions.no_such_paragraph");
    if (Refusal problems = problems_of(request, *open, *source); !problems.reasons.empty())
        return refuse(std::move(problems));
    const store::Translation translation{
        request.paragraph, request.language, open->seen, sha256(*source), plain_paragraph(request.text),
        work.now()};
    store::add_translation(work.session(), request.proposal, translation, actor.person().number);
    ledger::Entry entry = text_entry("decisions.translate_paragraph", *permit, actor, *open);
    entry.facts = {{"version", std::to_string(open->seen)},
                   {"paragraph", request.paragraph},
                   {"language", request.language},
                   {"text_sha256", sha256(translation.text).hex()}};
    work.record(entry);
    return TextChanged{request.proposal, open->head.newest, request.paragraph, 0};
}

} // namespace poa::decisions
