// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/checking_views.hpp"

namespace poa::views {

struct RecordConsultation {
    std::string call; ///< slug
    std::optional<Day> day;
    std::string place;    ///< "Geneva", "online"
    std::string held_by;  ///< who held it or was in the chair
    std::string states;   ///< ISO3 of those that took part, with a comma or space between
    std::string views_of; ///< those of them whose views are in the record and that did not submit
    std::string language; ///< of the record
    bool has_text = false, has_file = false; ///< what `prepared` is, or will be, made of
    std::optional<documents::ImportDocument> prepared;
    std::string document; ///< slug, where the record is here already
};

struct RecordedConsultation {
    Consultation consultation;
    std::vector<Submission> entries; ///< those of `views_of`
};

/// What is asked of it, without doing anything. Refuses: identity.*, "views.no_such_call" (not_found),
/// "views.call_closed", "views.not_open_yet" (rule); all fields at once (bad_input): input.required,
/// views.day_to_come, views.received_before_opening, views.state_unknown, views.did_not_take_part,
/// views.state_has_submitted, views.nothing_to_submit, views.more_than_one, views.no_such_document,
/// views.document_withdrawn, views.document_narrower, views.language_unknown.
[[nodiscard]] Result<Call> check_consultation(storage::Session& session, Instant now,
                                              const identity::Actor& actor, const RecordConsultation& request,
                                              const members::Register& states);

/// Puts a consultation on the record: day, place, who held it, which States took part, and its record, a
/// document. The views of States that did not submit are entered as what they are: gathered there, not the
/// State's own paper. Records "views.record_consultation" and one "views.submit_views" for each entry.
/// Refuses what check_consultation refuses, and what importing refuses.
[[nodiscard]] Result<RecordedConsultation> record_consultation(ledger::Work& work,
                                                               const identity::Actor& actor,
                                                               const RecordConsultation& request,
                                                               const members::Register& states);

} // namespace poa::views
