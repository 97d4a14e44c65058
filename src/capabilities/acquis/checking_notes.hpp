// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on notes share: in whose name somebody writes, and what a note may say.

#include "capabilities/acquis/note.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::acquis {

/// In whose name the actor writes: the secretariat, the Chair, a State, an organisation; nothing: nobody's.
[[nodiscard]] std::optional<identity::Body> author_of(const identity::Actor& actor);

/// The permit for that author, asked again as the transaction sees it. Refuses as the permission table, and
/// "identity.appointment_over".
[[nodiscard]] Result<identity::Permit> may_write(ledger::Work& work, const identity::Actor& actor,
                                                 std::string_view command);

/// The subject, where the kind may be about it and it is there. Refuses (bad_input) "acquis.no_such_subject"
/// (subject), "acquis.not_about_that" (kind).
[[nodiscard]] Result<NoteSubject> check_subject(storage::Session& session, const NoteKindSpec& spec,
                                                std::string_view about);

/// The fields as they are kept. Refuses (bad_input, all at once, fields as "fields.NAME") what the kind's
/// input refuses, what problems_of says, and keys that are nothing's: "acquis.unknown_item",
/// "acquis.unknown_topic" (key), "acquis.no_such_decision" (symbol).
[[nodiscard]] Result<std::string> check_fields(storage::Session& session, const NoteKindSpec& spec,
                                               const InputValues& values);

/// What was kept, as a form had it; and read back.
[[nodiscard]] InputValues values_of_kept(std::string_view kept);
[[nodiscard]] NoteFields fields_of(NoteKind kind, std::string_view kept);

/// The beginning of a journal entry about a note, open to everyone.
[[nodiscard]] ledger::Entry entry_of(std::string act, const identity::Permit& permit,
                                     const identity::Actor& actor, const Note& note);

/// Six languages, as forms offer them.
[[nodiscard]] std::vector<Choice> language_choices();

} // namespace poa::acquis
