// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/pages_decisions_loading.hpp"
#include "capabilities/decisions/pages_text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace poa::decisions {

// All of these refuse (not_found) "decisions.no_such" for a proposal that the reader may not see.

/// `before`: versions below this one are listed; 0: the newest ones. `languages`: to be shown beside the
/// authentic one.
[[nodiscard]] Result<TextPage> load_text_page(const Reading& reading, Id<Proposal> id, std::int64_t before,
                                              std::span<const std::string> languages);
/// Refuses (not_found) "decisions.no_such_version" (newest).
[[nodiscard]] Result<TextVersionPage> load_text_version(const Reading& reading, Id<Proposal> id,
                                                        std::int64_t version);
/// `to` 0: the newest. Refuses as load_text_version.
[[nodiscard]] Result<TextComparisonPage> load_text_comparison(const Reading& reading, Id<Proposal> id,
                                                              std::int64_t from, std::int64_t to, bool all);

/// What the form of a command is asked for.
struct TextFormAsked {
    std::string command;
    std::string paragraph;      ///< key; empty: none
    std::int64_t amendment = 0; ///< number; 0: none
    std::string kind;           ///< of an amendment to propose
    std::string language;       ///< of a translation
    std::int64_t seen = 0;      ///< the version that the sender saw; 0: the newest
};
/// Refuses who may not do it; (not_found) "decisions.no_such_act", "decisions.no_such_paragraph" and as
/// `open_amendment`.
[[nodiscard]] Result<TextFormPage> load_text_form(const Reading& reading, Id<Proposal> id,
                                                  const TextFormAsked& asked);

// Parts of these, for both files that load.

[[nodiscard]] TextHead text_head_of(const Proposal& proposal, const store::KeptText& kept);
[[nodiscard]] std::vector<CleanParagraphRow> clean_rows(const Text& text);
/// An amendment and those to it. `now`: how the paragraph reads that it amends; null: it is gone.
void add_amendment_rows(std::vector<AmendmentRow>& rows, const Reading& reading, const ShownAmendment& shown,
                        const std::string* now);

} // namespace poa::decisions
