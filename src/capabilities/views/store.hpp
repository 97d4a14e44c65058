// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: question sets, actors, positions and readings, claims and bands.

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "capabilities/views/matrix.hpp"
#include "storage/database.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views::store {

struct KeptQuestions {
    std::string title;
    Sha256 digest;
    std::shared_ptr<const QuestionSet> questions;
};
/// The newest; nothing where none was ever kept.
[[nodiscard]] std::optional<KeptQuestions> questions(storage::Session& session);
void keep_questions(storage::Session& session, const QuestionSet& questions, std::string_view title,
                    const Sha256& digest, Instant now);

/// An actor with what its paper says of itself.
struct KeptActor {
    PositionActor actor;
    std::string language;
    std::optional<Day> day;
};
/// States by code, then stakeholders by code.
[[nodiscard]] std::vector<KeptActor> actors(storage::Session& session);
void keep_actor(storage::Session& session, const KeptActor& actor);

/// Whose word a position is.
enum class Origin : std::uint8_t {
    reading = 0,  ///< a coder's
    resolved = 1, ///< what was decided where coders disagreed
    own_word = 2, ///< the actor's own correction; it stands
    withdrawn = 3 ///< the actor took the reading back; it stands
};
[[nodiscard]] std::string_view name_of(Origin origin);

struct KeptPosition {
    PositionId id;
    int question_set = 0;
    std::string actor, variable;
    std::optional<Answer> answer; ///< empty: withdrawn
    Strength strength = Strength::none;
    Origin origin = Origin::reading;
    std::string document, anchor; ///< empty: no passage was found for the quote
    std::string quote, locator, note, coder;
    std::int64_t change = 0;
    std::int64_t revision = 0;
    Instant changed_at;
};
/// Those changed after `change`, in the order of their change.
[[nodiscard]] std::vector<KeptPosition> positions_after(storage::Session& session,
                                                        const QuestionSet& questions, std::int64_t change);
[[nodiscard]] std::optional<KeptPosition> position(storage::Session& session, const QuestionSet& questions,
                                                   std::string_view actor, std::string_view variable);
/// All actors' answers to one question.
[[nodiscard]] std::vector<KeptPosition> positions_on(storage::Session& session, const QuestionSet& questions,
                                                     std::string_view variable);
/// One actor's answers.
[[nodiscard]] std::vector<KeptPosition> positions_of(storage::Session& session, const QuestionSet& questions,
                                                     std::string_view actor);
/// Inserts, as revision 1; gives the id. `change` is the caller's: one act, one change.
PositionId insert(storage::Session& session, const KeptPosition& position);
/// Saves answer, strength, origin, passage, quote, note, coder and change where the revision is still the one
/// read; false: somebody was faster.
[[nodiscard]] bool update(storage::Session& session, const KeptPosition& position);
/// Of the newest change; 0 where there is none.
[[nodiscard]] std::int64_t last_change(storage::Session& session);

struct KeptReading {
    PositionId position;
    std::string coder;
    std::optional<Answer> answer; ///< empty: reads none
    Strength strength = Strength::none;
    std::string quote, note;
    Instant read_at;
};
[[nodiscard]] std::vector<KeptReading> readings_of(storage::Session& session, const Variable& variable,
                                                   PositionId position);
void keep_reading(storage::Session& session, const KeptReading& reading);
/// Everything that stands behind what is in memory; differs as soon as any of it changed.
struct Stand {
    std::int64_t question_set = 0, change = 0, actors = 0, claims = 0, bands = 0;
    bool operator==(const Stand&) const = default;
};
[[nodiscard]] Stand stand(storage::Session& session);

/// Coders by name.
[[nodiscard]] std::vector<std::string> coders(storage::Session& session);
/// A coder's readings of all positions of the question set: actor, variable, reading.
struct CodersReading {
    std::string actor, variable;
    KeptReading reading;
};
[[nodiscard]] std::vector<CodersReading> readings_by(storage::Session& session, const QuestionSet& questions,
                                                     std::string_view coder);

/// A kept text: "claims" or "bands".
struct KeptText {
    int version = 0;
    Sha256 digest;
    std::string content;
    Instant kept_at;
};
[[nodiscard]] std::optional<KeptText> reference(storage::Session& session, std::string_view name);
/// As the next version.
int keep_reference(storage::Session& session, std::string_view name, std::string_view content,
                   const Sha256& digest, Instant now);

} // namespace poa::views::store
