// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/store.hpp"

#include "base/text.hpp"

#define POA_REVIEW_COLUMNS                                                                                   \
    "id, state, scope, procedure_key, items, report_year, report_survey, known_to, shown_to, stage, "        \
    "revision, volunteered_at, paired_at, finished_at"

namespace poa::peer_review::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_review_query{
    "peer_review.add_review",
    "INSERT INTO peer_review_review (state, scope, procedure_key, items, report_year, report_survey, "
    "known_to, shown_to, stage, revision, volunteered_at, paired_at, finished_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id"};
constexpr Query change_review_query{
    "peer_review.change_review",
    "UPDATE peer_review_review SET shown_to = $3, stage = $4, revision = $5, paired_at = $6, "
    "finished_at = $7 WHERE id = $1 AND revision = $2"};
constexpr Query review_query{"peer_review.review",
                             "SELECT " POA_REVIEW_COLUMNS " FROM peer_review_review WHERE id = $1"};
constexpr Query reviews_query{"peer_review.reviews",
                              "SELECT " POA_REVIEW_COLUMNS " FROM peer_review_review ORDER BY id DESC"};
constexpr Query reviews_of_query{"peer_review.reviews_of",
                                 "SELECT " POA_REVIEW_COLUMNS
                                 " FROM peer_review_review WHERE state = $1 ORDER BY id DESC"};

constexpr Query put_reviewer_query{
    "peer_review.put_reviewer",
    "INSERT INTO peer_review_reviewer (review, state, standing, conflicts, at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (review, state) DO UPDATE SET standing = excluded.standing, "
    "conflicts = excluded.conflicts, at = excluded.at"};
constexpr Query reviewers_query{"peer_review.reviewers",
                                "SELECT state, standing, conflicts, at FROM peer_review_reviewer "
                                "WHERE review = $1 ORDER BY state"};

constexpr Query add_statement_query{
    "peer_review.add_statement",
    "INSERT INTO peer_review_statement (review, kind, parent, author, text, about, audience, evidence, "
    "evidence_text, choice, struck, person, at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12) RETURNING id"};
constexpr Query statements_query{
    "peer_review.statements",
    "SELECT id, kind, parent, author, text, about, audience, evidence, evidence_text, choice, struck, "
    "person, at FROM peer_review_statement WHERE review = $1 ORDER BY id"};
constexpr Query strike_query{"peer_review.strike",
                             "UPDATE peer_review_statement SET struck = 1 WHERE id = $1"};

constexpr Query put_volunteer_query{
    "peer_review.put_volunteer",
    "INSERT INTO peer_review_volunteer (state, until_day, words, joined_at, left_at) "
    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (state) DO UPDATE SET until_day = excluded.until_day, "
    "words = excluded.words, joined_at = excluded.joined_at, left_at = excluded.left_at"};
constexpr Query volunteers_query{
    "peer_review.volunteers",
    "SELECT state, until_day, words, joined_at, left_at FROM peer_review_volunteer ORDER BY state"};

Instant instant_at(const Row& row, int column) {
    return row.instant(column);
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    for (std::string_view word : split(text, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

Review read_review(const Row& row) {
    Review review;
    review.id = row.id<PeerReview>(0);
    review.state = row.string(1);
    review.scope = static_cast<ReviewScope>(row.integer(2));
    review.procedure = row.string(3);
    review.items = words_in(row.text(4));
    review.report_year = row.integer(5);
    review.report_survey = row.string(6);
    review.known_to = static_cast<Audience>(row.integer(7));
    review.shown_to = static_cast<Audience>(row.integer(8));
    review.stage = static_cast<ReviewStage>(row.integer(9));
    review.revision = row.integer(10);
    review.volunteered_at = row.instant(11);
    review.paired_at = row.maybe(12, instant_at);
    review.finished_at = row.maybe(13, instant_at);
    return review;
}

Statement read_statement(const Row& row) {
    Statement statement;
    statement.id = row.id<ReviewStatement>(0);
    statement.kind = static_cast<StatementKind>(row.integer(1));
    statement.parent = row.id<ReviewStatement>(2);
    statement.author = row.string(3);
    statement.text = row.string(4);
    statement.about = row.string(5);
    statement.audience = static_cast<Audience>(row.integer(6));
    statement.evidence = static_cast<EvidenceKind>(row.integer(7));
    statement.evidence_text = row.string(8);
    statement.choice = row.string(9);
    statement.struck = row.truth(10);
    statement.person = row.integer(11);
    statement.at = row.instant(12);
    return statement;
}

} // namespace

Id<PeerReview> add_review(Session& session, const Review& review) {
    const auto id = session.number(add_review_query, review.state, review.scope, review.procedure,
                                   join(review.items, " "), review.report_year, review.report_survey,
                                   review.known_to, review.shown_to, review.stage, review.revision,
                                   review.volunteered_at, review.paired_at, review.finished_at);
    require(id.has_value(), "the number of a new review");
    return Id<PeerReview>{*id};
}

bool change_review(Session& session, const Review& review, std::int64_t seen) {
    return session.execute(change_review_query, review.id, seen, review.shown_to, review.stage,
                           review.revision, review.paired_at, review.finished_at) == 1;
}

std::optional<Review> review(Session& session, Id<PeerReview> id) {
    return session.one(review_query, read_review, id);
}

std::vector<Review> reviews(Session& session) {
    return session.all(reviews_query, read_review);
}

std::vector<Review> reviews_of(Session& session, std::string_view state) {
    return session.all(reviews_of_query, read_review, state);
}

void put_reviewer(Session& session, Id<PeerReview> review, const Reviewer& reviewer) {
    session.execute(put_reviewer_query, review, reviewer.state, reviewer.standing, reviewer.conflicts,
                    reviewer.at);
}

std::vector<Reviewer> reviewers(Session& session, Id<PeerReview> review) {
    return session.all(
        reviewers_query,
        [](const Row& row) {
            return Reviewer{row.string(0), static_cast<ReviewerStanding>(row.integer(1)), row.string(2),
                            row.instant(3)};
        },
        review);
}

Id<ReviewStatement> add_statement(Session& session, Id<PeerReview> review, const Statement& statement) {
    const auto id =
        session.number(add_statement_query, review, statement.kind, statement.parent, statement.author,
                       statement.text, statement.about, statement.audience, statement.evidence,
                       statement.evidence_text, statement.choice, statement.person, statement.at);
    require(id.has_value(), "the number of a new statement");
    return Id<ReviewStatement>{*id};
}

std::vector<Statement> statements(Session& session, Id<PeerReview> review) {
    return session.all(statements_query, read_statement, review);
}

void strike(Session& session, Id<ReviewStatement> id) {
    session.execute(strike_query, id);
}

void put_volunteer(Session& session, const Volunteer& volunteer) {
    session.execute(put_volunteer_query, volunteer.state, volunteer.until, volunteer.words,
                    volunteer.joined_at, volunteer.left_at);
}

std::vector<Volunteer> volunteers(Session& session) {
    return session.all(volunteers_query, [](const Row& row) {
        return Volunteer{row.string(0), row.day(1), row.string(2), row.instant(3), row.maybe(4, instant_at)};
    });
}

} // namespace poa::peer_review::store
