// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: proposals, sponsors, questions, objections, votes, statements, effects.

#include "capabilities/decisions/effects.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "capabilities/decisions/question.hpp"
#include "capabilities/decisions/statement.hpp"
#include "capabilities/identity/identity.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions::store {

using PersonId = Id<identity::Person>;

// proposals (store_proposals.cpp)

/// `id` and `revision` of what is given are not read; gives the new id.
[[nodiscard]] Id<Proposal> add_proposal(storage::Session& session, const Proposal& proposal, PersonId by);
[[nodiscard]] std::optional<Proposal> proposal(storage::Session& session, Id<Proposal> id);
/// All but id, drafted and who drafted it. False where the revision is not `proposal.revision` any more.
[[nodiscard]] bool save_proposal(storage::Session& session, const Proposal& proposal);
/// Newest first, all stages but drafts of others: drafts only of `bodies` ("state:XXA").
[[nodiscard]] std::vector<Proposal> proposals_for(storage::Session& session,
                                                  const std::vector<std::string>& bodies);
/// The next number of a series in a year, from 1, without gaps.
[[nodiscard]] std::int64_t next_number(storage::Session& session, std::string_view series, int year);

/// Those that have not left, in the order they joined.
[[nodiscard]] std::vector<Sponsor> sponsors_of(storage::Session& session, Id<Proposal> proposal);
/// Joins, or joins again. False where it was one already.
[[nodiscard]] bool add_sponsor(storage::Session& session, Id<Proposal> proposal, std::string_view state,
                               Instant now);
/// False where it was none.
[[nodiscard]] bool drop_sponsor(storage::Session& session, Id<Proposal> proposal, std::string_view state,
                                Instant now);

void add_effect(storage::Session& session, Id<Proposal> proposal, const Applied& applied, Instant now);
[[nodiscard]] std::optional<Applied> effect_of(storage::Session& session, Id<Proposal> proposal);

// questions (store_questions.cpp)

/// `entitled`: ISO3. Gives the new id.
[[nodiscard]] Id<Question> add_question(storage::Session& session, const Question& question,
                                        const std::vector<std::string>& entitled);
[[nodiscard]] std::optional<Question> question(storage::Session& session, Id<Question> id);
/// The newest of a proposal.
[[nodiscard]] std::optional<Question> newest_question(storage::Session& session, Id<Proposal> proposal);
/// Oldest first.
[[nodiscard]] std::vector<Question> questions_of(storage::Session& session, Id<Proposal> proposal);
[[nodiscard]] std::vector<Question> open_questions(storage::Session& session);
/// Open ones whose last moment has come by `now`.
[[nodiscard]] std::vector<Question> due_questions(storage::Session& session, Instant now);
/// The first last moment of all open questions; nothing where none has one.
[[nodiscard]] std::optional<Instant> next_closing(storage::Session& session);
/// End, outcome, why it was taken back, and the tally.
void end_question(storage::Session& session, const Question& question);
void extend_question(storage::Session& session, Id<Question> id, Instant closes);

[[nodiscard]] bool is_entitled(storage::Session& session, Id<Question> question, std::string_view state);
[[nodiscard]] std::vector<std::string> entitled(storage::Session& session, Id<Question> question); ///< ISO3

/// All there were, oldest first.
[[nodiscard]] std::vector<Objection> objections_of(storage::Session& session, Id<Question> question);
/// The newest of that State.
[[nodiscard]] std::optional<Objection> objection_of(storage::Session& session, Id<Question> question,
                                                    std::string_view state);
void add_objection(storage::Session& session, Id<Question> question, const Objection& objection, PersonId by);
void withdraw_objection(storage::Session& session, Id<Question> question, std::string_view state,
                        Instant now);

[[nodiscard]] std::vector<Vote> votes_of(storage::Session& session, Id<Question> question); ///< by State
[[nodiscard]] std::optional<Vote> vote_of(storage::Session& session, Id<Question> question,
                                          std::string_view state);
void add_vote(storage::Session& session, Id<Question> question, const Vote& vote, PersonId by);
void correct_vote(storage::Session& session, Id<Question> question, const Vote& vote);

// statements (store_questions.cpp)

void add_statement(storage::Session& session, Id<Proposal> proposal, const Statement& statement, PersonId by);
[[nodiscard]] std::vector<Statement> statements_of(storage::Session& session, Id<Proposal> proposal);

} // namespace poa::decisions::store
