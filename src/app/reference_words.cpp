// SPDX-License-Identifier: Apache-2.0
#include "app/reference.hpp"

namespace poa::app {
namespace {

constexpr std::string_view account_entry =
    "One entry for the person's own eyes: nobody else learns from the public log who it was.";
constexpr std::string_view appointment_entry =
    "One entry for Member States with role, body and days. Who was appointed, and on which credentials, is "
    "sealed.";

} // namespace

std::span<const CommandWords> command_words() {
    static const std::vector<CommandWords> words = {
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
          "documents.actor_unknown", "documents.symbol_taken", "documents.stale",
          "documents.language_taken"}},
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
         {"views.not_a_state", "views.no_such_position", "views.same_answer", "views.stale"}},
        {"identity.sign_in",
         "One entry, also of failed attempts (of the 1st, 2nd, 4th, 8th ... of a pair of account and "
         "client), for the person's own eyes.",
         {"identity.sign_in_failed", "identity.try_later", "identity.changed_meanwhile"}},
        {"identity.sign_out", account_entry, {}},
        {"identity.revoke_session", account_entry, {"identity.no_such_session"}},
        {"identity.revoke_other_sessions",
         "One entry with the number of sign-ins ended, for the person's own eyes.",
         {}},
        {"identity.change_password",
         "One entry with the number of sign-ins ended, for the person's own eyes; one of a failed attempt "
         "too.",
         {"identity.wrong_password", "identity.password_too_short", "identity.password_too_long",
          "identity.password_too_common", "identity.password_is_own_name", "identity.try_later"}},
        {"identity.change_profile",
         "One entry with the language, for the person's own eyes.",
         {"identity.changed_meanwhile"}},
        {"identity.accept_invitation",
         "One entry with the purpose of the link, for the person's own eyes.",
         {"identity.link_unknown", "identity.password_too_short", "identity.password_too_long",
          "identity.password_too_common", "identity.password_is_own_name"}},
        {"identity.invite_person",
         appointment_entry,
         {"identity.email_malformed", "identity.body_unknown", "identity.basis_needed",
          "identity.person_exists", "identity.role_not_of_body", "identity.may_not_appoint",
          "identity.day_past", "identity.day_order", "identity.head_exists"}},
        {"identity.appoint",
         appointment_entry,
         {"identity.no_such_person", "identity.body_unknown", "identity.basis_needed",
          "identity.role_not_of_body", "identity.may_not_appoint", "identity.may_not_appoint_oneself",
          "identity.day_past", "identity.day_order", "identity.already_appointed", "identity.head_exists",
          "identity.not_impartial"}},
        {"identity.end_appointment",
         appointment_entry,
         {"identity.no_such_appointment", "identity.may_not_appoint", "identity.already_ended"}},
        {"identity.reset_password_link",
         "One entry with the day the link expires, for the body the person acts for.",
         {"identity.no_such_person"}},
        {"identity.create_first_account",
         "One entry with whether the secretariat had an account already, and the reason.",
         {"identity.secretariat_exists", "identity.reason_needed", "identity.person_exists"}},
        {"members.load_reference",
         "One public entry with the digests of both files and the counts; nothing where they are there "
         "already.",
         {}},
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
          "views.state_has_submitted"}},
        {"views.record_consultation",
         "One entry on the call with the day, the States that took part and the record, for the audience of "
         "the call's views; place and chair are sealed. One more for each State whose views are entered.",
         {"views.no_such_call", "views.call_closed", "views.not_open_yet", "views.day_to_come",
          "views.received_before_opening", "views.state_unknown", "views.did_not_take_part",
          "views.state_has_submitted", "views.nothing_to_submit", "views.more_than_one",
          "views.no_such_document", "views.document_withdrawn", "views.document_narrower",
          "views.language_unknown"}},
        {"views.withdraw_submission",
         "One entry on the call with the submission and its document, for the audience of the call's views; "
         "the reason is sealed.",
         {"views.no_such_call", "views.no_such_submission", "views.already_withdrawn"}},
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
         {"charter.unknown_section", "charter.unknown_clause", "charter.value", "charter.unknown_base"}},
    };
    return words;
}

} // namespace poa::app
