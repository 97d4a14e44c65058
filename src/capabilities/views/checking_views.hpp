// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is asked of views before they are taken, and how their text becomes a document of the record, so that
// search, passages and positions work on it as on any other.

#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/store_calls.hpp"

namespace poa::views {

/// Views as they are sent. The text is `prepared` before the transaction; what is already on the record is
/// named by `document`, perhaps with the section that holds this actor's part.
struct SubmitViews {
    std::string call;     ///< slug
    std::string actor;    ///< "state:CAN", "organisation:..."; empty: the one body the sender acts for
    std::string language; ///< code
    std::string title;    ///< empty: made of the actor's name and the call's title
    bool has_text = false, has_file = false; ///< what `prepared` is, or will be, made of
    std::optional<documents::ImportDocument> prepared;
    // What only the secretariat says, of views that reached it by other ways:
    std::string document, section;
    std::optional<Day> received; ///< nothing: today
    std::string channel;         ///< one of `channels`
    std::int64_t consultation =
        0; ///< number within the call where they were gathered there; 0: the actor's own
};

/// Views that may be taken: what is known once everything was asked.
struct AcceptedViews {
    Call call;
    std::string actor, actor_name; ///< the name in the language of the text
    std::string on_behalf;         ///< of the sender, for the record
    bool entered = false;          ///< by the secretariat
    std::optional<Consultation> consultation;
    Instant received_at;
    bool day_only = false;
};

/// Refuses, first the sender: identity.not_signed_in, identity.not_permitted; then "views.no_such_call"
/// (not_found), "views.call_closed", "views.not_open_yet", "views.stakeholders_not_invited" (rule); then all
/// fields at once (bad_input): input.required, views.actor_unknown, views.language_not_accepted,
/// views.nothing_to_submit, views.more_than_one, views.for_secretariat, views.no_such_document,
/// views.document_withdrawn, views.document_narrower, views.section_without_document, views.no_such_section,
/// views.day_to_come, views.received_before_opening, input.not_a_choice, views.no_such_consultation,
/// views.consultation_of_state, views.did_not_take_part, views.state_has_submitted.
[[nodiscard]] Result<AcceptedViews> check_views(storage::Session& session, Instant now,
                                                const identity::Actor& actor, const SubmitViews& request,
                                                const members::Register& states);

/// What a document made here is.
struct NewDocument {
    std::string slug; ///< wanted; a number is put behind it where it is taken
    std::string title, kind;
    std::string submitted_by, submitted_by_name; ///< empty: nobody
    Day day;
    Audience audience = Audience::own_delegation;
};
/// Imports the text as a document of its own, never as a version of another, whatever symbol stands in it.
/// Returns its slug.
[[nodiscard]] Result<std::string> take_in_document(ledger::Work& work, const documents::By& by,
                                                   documents::ImportDocument prepared,
                                                   const NewDocument& described);

/// What is wrong with naming `slug` (and `section` in it) as what a call's views are: views.no_such_document
/// and so on, at the fields "document" and "section". `actor`: whose views they are; empty: nobody's alone.
void add_document_problems(storage::Session& session, const Call& call, const std::string& slug,
                           const std::string& section, Refusal& problems, const std::string& actor = {});

} // namespace poa::views
