// SPDX-License-Identifier: Apache-2.0
// What commands of the charter and of the agreed framework record, and why they may refuse.
#include "app/reference_words.hpp"

namespace poa::app {
std::vector<CommandWords> words_of_rules() {
    return {
        {"charter.found_mechanism",
         "One public entry with the charter's id, its version and the digest of its text.",
         {"charter.in_force_already", "charter.contradicts_itself"}},
        {"charter.affirm_commitment",
         "One public entry on the State with the level and the State's own words, under clause 5.7.",
         {"charter.none_in_force", "charter.not_founded_yet", "charter.predecessor_lasts",
          "charter.no_affirmations", "charter.affirmed_already"}},
        {"charter.register_process",
         "One public entry with title, mandate, days and how it stands to the mechanism, under clause 1.9.",
         {"charter.process_known", "charter.days_backwards"}},
        {"charter.end_process",
         "One public entry with the last day, under clause 1.9.",
         {"charter.no_such_process", "charter.process_ended", "charter.days_backwards"}},
        {"charter.read",
         "Nothing: the text is read, checked, compared and forgotten.",
         {"charter.unknown_section", "charter.unknown_clause", "charter.value", "charter.unknown_base"},
         {"file"}},
        {"acquis.register_instrument",
         "One public entry with the title, the digest of the text and what it adds; nothing where that very "
         "text was registered before.",
         {"acquis.not_by_consensus", "acquis.nothing_is_removed", "acquis.unknown_instrument",
          "acquis.source_is_context", "acquis.unknown_topic", "acquis.unknown_item", "acquis.kind_stays",
          "acquis.source_stays", "acquis.levels_stay", "acquis.instrument_stays", "acquis.item_is_fixed",
          "acquis.by_decision_alone", "acquis.norm_as_law", "acquis.reserved_key", "acquis.changes_nothing",
          "acquis.registers_nothing"}},
        {"acquis.add_note",
         "One public entry with the kind, what it is about and the digest of its words, on behalf of who "
         "says "
         "it.",
         {"acquis.no_such_kind", "acquis.not_for_you", "acquis.no_such_subject", "acquis.not_about_that",
          "acquis.consent_needed", "acquis.answer_missing", "acquis.answer_first",
          "acquis.action_without_norm", "acquis.bad_address", "acquis.no_such_decision",
          "identity.appointment_over"}},
        {"acquis.revise_note",
         "One public entry with the version and the digest of its words, on behalf of who wrote it.",
         {"acquis.no_such_note", "acquis.not_your_note", "acquis.note_withdrawn", "acquis.note_changed"}},
        {"acquis.withdraw_note",
         "One public entry with the note and its version.",
         {"acquis.no_such_note", "acquis.not_your_note", "acquis.note_withdrawn", "acquis.note_changed"}},
    };
}

} // namespace poa::app
