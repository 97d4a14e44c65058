// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct TranslateParagraph {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::string paragraph;    ///< key
    std::string language;     ///< "fr"
    std::string text;
};
[[nodiscard]] const Input<TranslateParagraph>& input_of(Of<TranslateParagraph>);

/// The secretariat enters a paragraph in another language, made of the version it names. It is shown as out
/// of date as soon as the paragraph reads otherwise. Records "decisions.translate_paragraph" (paragraph,
/// language, version, sha256 of the text). Refuses as the permission table, `open_text`; (bad_input)
/// "decisions.authentic_language" (language), "decisions.references_differ" (text), what
/// `problems_of_wording` says; (not_found) "decisions.no_such_paragraph".
[[nodiscard]] Result<TextChanged> translate_paragraph(ledger::Work& work, const identity::Actor& actor,
                                                      const TranslateParagraph& request);

} // namespace poa::decisions
