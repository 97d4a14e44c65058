// SPDX-License-Identifier: Apache-2.0
#pragma once
// Pages of the framework filled for a reader, from one snapshot.

#include "capabilities/acquis/pages.hpp"
#include "capabilities/acquis/queries.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "web/visit.hpp"

#include <functional>

namespace poa::acquis {

/// What rooms above hold of an item for this visitor.
using HeldOf =
    std::function<std::vector<HeldOfItem>(storage::Session&, const web::Visit&, std::string_view item)>;

/// Who reads, and when.
struct Reading {
    storage::Session& session;
    const members::Register& states;
    const identity::Actor& actor;
    const web::Visit& visit;
    Instant now;
    CurrentFramework& current;
    const HeldOf& held_of; ///< may be empty
};

/// Refuses (bad_input) "acquis.no_such_topic", "acquis.no_such_instrument" (key, known).
[[nodiscard]] Result<FrameworkPage> load_framework(const Reading& reading, const FrameworkFilter& filter);
/// Refuses (not_found) "acquis.no_such_item".
[[nodiscard]] Result<ItemPage> load_item(const Reading& reading, std::string_view key);
[[nodiscard]] InstrumentsPage load_instruments(const Reading& reading);
/// Refuses (not_found) "acquis.no_such_version". Both 0: no difference is asked for.
[[nodiscard]] Result<VersionsPage> load_versions(const Reading& reading, std::int64_t from, std::int64_t to);
[[nodiscard]] CompendiumPage load_compendium(const Reading& reading);

struct RecommendationFilter {
    std::string pillar, level, category, topic;
    bool only_stale = false;
    std::int64_t stale_months = 0; ///< 0: twelve
};
[[nodiscard]] RecommendationsPage load_recommendations(const Reading& reading,
                                                       const RecommendationFilter& filter);
/// All of them, as they stand, with what was said of where they belong.
[[nodiscard]] std::vector<RecommendationRow>
recommendation_rows(const Reading& reading, const Framework& framework, std::int64_t stale_months);

[[nodiscard]] NotesPage load_notes(const Reading& reading, NoteKind kind, std::string_view words);
/// Refuses (not_found) "acquis.no_such_note".
[[nodiscard]] Result<NotePage> load_note(const Reading& reading, Id<Note> id);
/// Refuses (not_found) "acquis.no_such_kind"; who may not add one, as the command does.
[[nodiscard]] Result<NewNotePage> load_new_note(const Reading& reading, std::string_view kind,
                                                std::string_view about);
/// Refuses who may not register.
[[nodiscard]] Result<RegisterPage> load_register(const Reading& reading);

// Parts.
[[nodiscard]] ItemRow row_of(const Reading& reading, const Framework& framework, const FrameworkItem& item);
[[nodiscard]] LinkRow link_of(const Reading& reading, const FrameworkItem& item);
[[nodiscard]] NoteRow row_of(const Reading& reading, const Framework& framework, const Note& note);
[[nodiscard]] std::string name_of_body(const Reading& reading, std::string_view body);
/// Word by word; nothing where they are the same.
[[nodiscard]] std::vector<WordsChanged> changed_words(std::string_view before, std::string_view after);
[[nodiscard]] bool may_add(const Reading& reading, const NoteKindSpec& spec);
/// Where the document of that symbol is read here; empty where it is not here.
[[nodiscard]] std::string address_of_symbol(const Reading& reading, std::string_view symbol);

} // namespace poa::acquis
