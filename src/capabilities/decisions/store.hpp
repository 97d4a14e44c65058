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
/// A step through the stages: the stage, and with tabling the symbol, its moment and the meeting; where the
/// proposal has ended the decision's symbol and the moment; otherwise the day discussion resumes. False where
/// the revision is not `proposal.revision` any more.
[[nodiscard]] bool save_step(storage::Session& session, const Proposal& proposal, Verb verb);
/// Which proposals are asked for.
struct Listing {
    std::vector<std::string> bodies; ///< whose drafts are among them: "state:XXA"
    std::vector<std::string> states; ///< drafts that these States read or sponsor as well: ISO3
    std::string stage, body;         ///< empty: all
    std::int64_t before = 0;         ///< below this number; 0: from the newest
};
/// Newest first, at most `count`: tabled ones, and drafts as far as `listing` has them.
[[nodiscard]] std::vector<Proposal> proposals_for(storage::Session& session, const Listing& listing,
                                                  std::int64_t count);
/// Set aside for mediation until that day or an earlier one.
[[nodiscard]] std::vector<Id<Proposal>> due_back(storage::Session& session, Day day);
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

/// `entitled`: ISO3, in order. Gives the new id.
[[nodiscard]] Id<Question> add_question(storage::Session& session, const Question& question,
                                        const std::vector<std::string>& entitled);
[[nodiscard]] std::optional<Question> question(storage::Session& session, Id<Question> id);
/// The newest on a proposal. Here and below: votes on appeals are not among them.
[[nodiscard]] std::optional<Question> newest_question(storage::Session& session, Id<Proposal> proposal);
/// Oldest first.
[[nodiscard]] std::vector<Question> questions_of(storage::Session& session, Id<Proposal> proposal);
/// What was tabled from that moment until before the other, oldest first; drafts are none.
[[nodiscard]] std::vector<Proposal> tabled_between(storage::Session& session, Instant from, Instant to);
/// A question that ended, with its proposal as it is now.
struct EndedQuestion {
    Proposal proposal;
    Question question;
};
/// Those that ended from that moment until before the other, oldest first.
[[nodiscard]] std::vector<EndedQuestion> ended_between(storage::Session& session, Instant from, Instant to);

/// An open question beside which another may not be put: one of them is on the charter.
struct CharterConflict {
    std::string clause; ///< under which it was put
    std::string symbol; ///< of its proposal
};
/// Of a question that is to be put, on the charter or not.
[[nodiscard]] std::vector<CharterConflict> charter_conflicts(storage::Session& session, bool on_charter);
/// Open ones whose last moment has come by `now`.
[[nodiscard]] std::vector<Question> due_questions(storage::Session& session, Instant now);
/// The first last moment of all open questions; nothing where none has one.
[[nodiscard]] std::optional<Instant> next_closing(storage::Session& session);
/// End, outcome, why it was taken back, and the tally.
void end_question(storage::Session& session, const Question& question);
void extend_question(storage::Session& session, Id<Question> id, Instant closes);

[[nodiscard]] bool is_entitled(storage::Session& session, Id<Question> question, std::string_view state);
[[nodiscard]] std::vector<std::string> entitled(storage::Session& session,
                                                Id<Question> question); ///< ISO3, in order

/// States entitled that have objected, voted, or explained their position before the decision.
[[nodiscard]] std::int64_t spoken(storage::Session& session, Id<Question> question);
/// How much was done about a question: numbers that only grow.
struct Heard {
    RuleApplied applied;
    std::int64_t hours = 0;     ///< that it is open, where it has an end
    std::int64_t objecting = 0; ///< objections and withdrawals
    std::int64_t voting = 0;    ///< votes and corrections
};
[[nodiscard]] std::vector<Heard> heard(storage::Session& session, Id<Proposal> proposal);

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
/// Replies of a State on the proposal's item: all proposals under that item of that meeting.
[[nodiscard]] std::int64_t replies_of(storage::Session& session, const Proposal& proposal,
                                      std::string_view state);

} // namespace poa::decisions::store
