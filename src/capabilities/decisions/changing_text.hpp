// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on a text have in common.

#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/store_text.hpp"

#include <string>
#include <string_view>

namespace poa::decisions {

/// What a command on a text gives.
struct TextChanged {
    Id<Proposal> proposal;
    std::int64_t version = 0;   ///< the newest now
    std::string paragraph;      ///< key; empty: several or none
    std::int64_t amendment = 0; ///< number; 0: none
};

/// A text that is worked on, as this transaction sees it.
struct TextAtWork {
    Proposal proposal;
    store::KeptText head;
    Text text;             ///< the newest version
    std::int64_t seen = 0; ///< the version that the sender saw
    [[nodiscard]] bool is_stale() const { return seen != head.newest; }
};
/// Refuses as `find_proposal` and `may`; (bad_input) on version "decisions.no_such_version" (newest) for one
/// that never was.
[[nodiscard]] Result<TextAtWork> open_text(ledger::Work& work, const identity::Actor& actor,
                                           Id<Proposal> proposal, TextAct act, std::int64_t seen);

/// That an amendment is there and open. Refuses (not_found) "decisions.no_such_amendment"; (rule)
/// "decisions.amendment_over" (stage).
[[nodiscard]] Result<Amendment> open_amendment(storage::Session& session, Id<Proposal> proposal,
                                               std::int64_t number);

/// That a delegation's State has a right of the charter in the body that decides: "propose", "decide".
/// Refuses (rule, clause 3.1) "decisions.no_right_to_propose" (class, body), "decisions.not_entitled"
/// (state), and as `acting_charter`. The Chair's part needs no right.
[[nodiscard]] Result<void> has_right(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal,
                                     std::string_view on_behalf, std::string_view right);

/// A wording typed for a paragraph as the sender saw it, brought together with what became of it meanwhile.
/// `field`: of the form. Refuses (bad_input) what `problems_of_wording` says; (conflict)
/// "decisions.collision", "decisions.paragraph_removed"; (not_found) "decisions.no_such_paragraph".
[[nodiscard]] Result<std::string> wording_for(storage::Session& session, const TextAtWork& at_work,
                                              std::string_view key, std::string_view typed,
                                              std::string_view field);
/// That a paragraph still reads as the sender saw it. Refuses (conflict) "decisions.paragraph_changed"
/// (paragraph, base, now), "decisions.paragraph_removed"; (not_found) "decisions.no_such_paragraph".
[[nodiscard]] Result<void> reads_as_seen(storage::Session& session, const TextAtWork& at_work,
                                         std::string_view key);

/// The next version; `version` gives cause, paragraph, amendment and what was restored. Nothing is saved
/// where nothing changed. Gives the newest version.
[[nodiscard]] std::int64_t save_text(ledger::Work& work, const identity::Actor& actor, TextAtWork& at_work,
                                     const Text& text, store::Version version);

/// Entry of an act on the text, with the version it made.
[[nodiscard]] ledger::Entry text_entry(std::string act, const identity::Permit& permit,
                                       const identity::Actor& actor, const TextAtWork& at_work);

} // namespace poa::decisions
