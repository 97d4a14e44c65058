// SPDX-License-Identifier: Apache-2.0
// What commands of documents and views record, and why they may refuse.
#include "app/reference_words.hpp"

namespace poa::app {
std::vector<CommandWords> words_of_texts() {
    return {
        {"documents.import_document",
         "One entry on the document with its symbol, language, version, the digest of the file and that of "
         "the "
         "passages, for the audience of the document. Nothing where the same bytes are the current version "
         "already.",
         {"documents.malformed_symbol", "documents.actor_unknown", "documents.translator_required",
          "documents.slug_required", "documents.unknown_whole", "documents.slug_taken", "documents.withdrawn",
          "documents.already_there", "documents.audience_differs", "documents.empty", "documents.not_utf8",
          "documents.control_character", "documents.unknown_format", "documents.no_text",
          "documents.conversion_failed", "documents.conversion_limit"}},
        {"documents.correct_recognition",
         "One entry on the document with the names of what changed, and of a moved language which version it "
         "was "
         "and is, for the audience of the document.",
         {"documents.not_found", "documents.title_required", "documents.malformed_symbol",
          "documents.actor_unknown", "documents.symbol_taken", "documents.stale", "documents.language_taken"},
         {"title"}},
        {"documents.withdraw_document",
         "One entry on the document with its symbol, for the audience of the document; the reason is sealed.",
         {"documents.not_found", "documents.reason_required", "documents.withdrawn", "documents.stale"}},
        {"views.import_positions",
         "One public entry with the digest of the file, the version of the question set and the counts; "
         "nothing "
         "where nothing changed. The coder is sealed.",
         {"views.file_part", "views.actor_unknown", "views.actor_twice", "views.actor_kind",
          "views.no_such_state", "views.variable_unknown", "views.answer_not_allowed", "views.answer_kind",
          "views.strength_unknown", "views.quote_missing", "views.quote_twice"}},
        {"views.keep_claims",
         "One public entry with version, number and digest; nothing where they are kept already.",
         {"views.no_questions", "views.claim_twice", "views.claim_without_part", "views.section_unknown",
          "formula.unknown_variable", "formula.answer_not_allowed", "formula.wrong_test",
          "formula.expected"}},
        {"views.keep_bands",
         "One public entry with version, number and digest; nothing where they are kept already.",
         {"views.band_gap", "views.band_overlap", "views.band_order", "views.band_word_twice"}},
        {"views.code_position",
         "One entry on the position with actor, question, answer and strength, public; the coder is sealed.",
         {"views.no_such_actor", "views.no_such_question", "views.coder_required", "views.answer_not_allowed",
          "views.answer_kind", "views.strength_unknown", "views.quote_nowhere", "views.quote_twice",
          "views.stale"}},
        {"views.resolve_position",
         "One entry on the position with the answer that stands, public; the coder and the reason are "
         "sealed.",
         {"views.no_such_position", "views.no_such_reading", "views.reason_required",
          "views.nothing_to_resolve", "views.own_word_stands", "views.stale"}},
        {"views.correct_position",
         "One entry on the position in the name of the State, with answer and strength, public.",
         {"views.not_a_state", "views.no_such_question", "views.answer_not_allowed", "views.answer_kind",
          "views.strength_unknown", "views.quote_nowhere", "views.quote_twice", "views.same_answer",
          "views.stale"}},
        {"views.withdraw_position",
         "One entry on the position in the name of the State, public; the reason, if one was given, is "
         "sealed.",
         {"views.not_a_state", "views.no_such_position", "views.same_answer", "views.stale"},
         {"reason"}},
        {"views.open_call",
         "One public entry on the call with its mandate, days, languages and audience; the questions are "
         "sealed.",
         {"documents.malformed_symbol", "views.malformed_paragraph", "views.language_unknown",
          "views.day_past", "views.deadline_before_opening", "views.malformed_days", "views.reminder_outside",
          "views.audience_too_narrow"}},
        {"views.extend_call",
         "One public entry on the call with both deadlines and whether the first had passed; the reason is "
         "sealed.",
         {"views.no_such_call", "views.call_closed", "views.deadline_not_later", "views.day_past",
          "views.stale"}},
        {"views.close_call",
         "One public entry on the call with its deadline and how much came in.",
         {"views.no_such_call", "views.call_closed", "views.deadline_runs", "views.stale"}},
        {"views.remind_call",
         "One public entry on the call with the day, the channel and how many States were reminded; the text "
         "and which they were are sealed.",
         {"views.no_such_call", "views.call_closed", "views.not_open_yet", "views.nobody_to_remind"}},
        {"views.submit_views",
         "One entry on the call with the actor, the source, the deadline that held, whether it is late, and "
         "the document, for the audience of the call's views; one of the document where it is new.",
         {"views.no_such_call",
          "views.call_closed",
          "views.not_open_yet",
          "views.stakeholders_not_invited",
          "views.actor_unknown",
          "views.language_not_accepted",
          "views.nothing_to_submit",
          "views.more_than_one",
          "views.for_secretariat",
          "views.no_such_document",
          "views.document_withdrawn",
          "views.document_narrower",
          "views.section_without_document",
          "views.no_such_section",
          "views.day_to_come",
          "views.received_before_opening",
          "views.no_such_consultation",
          "views.consultation_of_state",
          "views.did_not_take_part",
          "views.state_has_submitted"},
         {"file"}},
        {"views.record_consultation",
         "One entry on the call with the day, the States that took part and the record, for the audience of "
         "the call's views; place and chair are sealed. One more for each State whose views are entered.",
         {"views.no_such_call", "views.call_closed", "views.not_open_yet", "views.day_to_come",
          "views.received_before_opening", "views.state_unknown", "views.did_not_take_part",
          "views.state_has_submitted", "views.nothing_to_submit", "views.more_than_one",
          "views.no_such_document", "views.document_withdrawn", "views.document_narrower",
          "views.language_unknown"},
         {"document"}},
        {"views.withdraw_submission",
         "One entry on the call with the submission and its document, for the audience of the call's views; "
         "the reason is sealed.",
         {"views.no_such_call", "views.no_such_submission", "views.already_withdrawn"}},
    };
}

} // namespace poa::app
