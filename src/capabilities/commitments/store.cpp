// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/store.hpp"

#include "base/text.hpp"

#define GOAL_COLUMNS                                                                                         \
    "g.key, g.version, g.title, g.text, g.language, g.indicator, g.year, g.states, g.proposal, g.symbol, "   \
    "g.since"

namespace poa::commitments::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_query{
    "commitments.add",
    "INSERT INTO commitments_commitment (state, title, words, language, item, goal, need, shown_by, due, "
    "stage, revision, published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11) RETURNING id"};
constexpr Query step_query{
    "commitments.add_step",
    "INSERT INTO commitments_step (commitment, number, kind, stage, words, evidence, at, person) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Query advance_query{
    "commitments.advance",
    "UPDATE commitments_commitment SET stage = $3, revision = $2 WHERE id = $1 AND revision = $2 - 1"};
constexpr Query one_query{"commitments.one",
                          "SELECT " POA_COMMITMENT_COLUMNS " FROM commitments_commitment c WHERE c.id = $1"};
constexpr Query steps_query{"commitments.steps",
                            "SELECT number, kind, stage, words, evidence, at, person FROM commitments_step "
                            "WHERE commitment = $1 ORDER BY number"};
constexpr Query add_goal_query{
    "commitments.add_goal",
    "INSERT INTO commitments_goal (key, version, title, text, language, indicator, year, states, proposal, "
    "symbol, since) SELECT $1, COUNT(*) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM commitments_goal "
    "WHERE key = $1"};
constexpr Query goals_query{"commitments.goals",
                            "SELECT " GOAL_COLUMNS
                            " FROM commitments_goal g WHERE g.version = (SELECT MAX(v.version) FROM "
                            "commitments_goal v WHERE v.key = g.key) ORDER BY g.year, g.key"};
constexpr Query goal_query{"commitments.goal", "SELECT " GOAL_COLUMNS " FROM commitments_goal g WHERE "
                                               "g.key = $1 ORDER BY g.version"};

Goal read_goal(const Row& row) {
    return {row.string(0),  row.integer(1), row.string(2),  row.string(3), row.string(4),  row.string(5),
            row.integer(6), row.integer(7), row.integer(8), row.string(9), row.instant(10)};
}

void insert_step(Session& session, Id<Commitment> commitment, const Step& step) {
    session.execute(step_query, commitment, step.number, step.kind, step.stage, step.words,
                    join(step.evidence, "\n"), step.at, step.person);
}

} // namespace

Commitment read_commitment(const Row& row) {
    Commitment made;
    made.id = row.id<Commitment>(0);
    made.state = row.string(1);
    made.title = row.string(2);
    made.words = row.string(3);
    made.language = row.string(4);
    made.item = row.string(5);
    made.goal = row.string(6);
    made.need = row.integer(7);
    made.shown_by = row.string(8);
    made.due = row.maybe(9, [](const Row& r, int c) { return r.day(c); });
    made.stage = static_cast<Stage>(row.integer(10));
    made.revision = row.integer(11);
    made.published_at = row.instant(12);
    return made;
}

Id<Commitment> add_commitment(Session& session, const Commitment& of, std::int64_t person) {
    const auto number = session.number(add_query, of.state, of.title, of.words, of.language, of.item, of.goal,
                                       of.need, of.shown_by, of.due, of.stage, of.published_at);
    const Id<Commitment> id{number.value()};
    insert_step(session, id, {1, StepKind::published, of.stage, of.words, {}, of.published_at, person});
    return id;
}

bool add_step(Session& session, Id<Commitment> commitment, const Step& step) {
    if (session.execute(advance_query, commitment, step.number, step.stage) == 0) return false;
    insert_step(session, commitment, step);
    return true;
}

std::optional<Commitment> commitment(Session& session, Id<Commitment> id) {
    return session.one(one_query, read_commitment, id);
}

std::vector<Step> steps(Session& session, Id<Commitment> id) {
    return session.all(
        steps_query,
        [](const Row& row) {
            return Step{row.integer(0),
                        static_cast<StepKind>(row.integer(1)),
                        static_cast<Stage>(row.integer(2)),
                        row.string(3),
                        evidence_in(row.text(4)),
                        row.instant(5),
                        row.integer(6)};
        },
        id);
}

void add_goal(Session& session, const Goal& goal) {
    session.execute(add_goal_query, goal.key, goal.title, goal.text, goal.language, goal.indicator, goal.year,
                    goal.states, goal.proposal, goal.symbol, goal.since);
}

std::vector<Goal> goals(Session& session) {
    return session.all(goals_query, read_goal);
}

std::vector<Goal> versions_of_goal(Session& session, std::string_view key) {
    return session.all(goal_query, read_goal, key);
}

} // namespace poa::commitments::store
