// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of reviews by peers: as far as the State under review agreed, and nothing else.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::peer_review {

/// What the charter in force says.
struct ClauseLine {
    std::string number, value, charter; ///< charter: its title; empty: none is in force
    bool has_reviews = false, stakeholders_write = false;
};
BOOST_DESCRIBE_STRUCT(ClauseLine, (), (number, value, charter, has_reviews, stakeholders_write))

struct ReviewLine {
    std::int64_t review = 0;
    std::string state, name, stage, scope, procedure, procedure_title;
    Day begun;
    bool is_shown = false; ///< this reader may read what was said
    std::string side;      ///< "reviewed", "reviewer", "asked" or empty
};
BOOST_DESCRIBE_STRUCT(ReviewLine, (),
                      (review, state, name, stage, scope, procedure, procedure_title, begun, is_shown, side))

struct PhaseLine {
    std::string title, language, by;
    std::int64_t begins_after = 0, days = 0;
};
BOOST_DESCRIBE_STRUCT(PhaseLine, (), (title, language, by, begins_after, days))

struct ProcedureLine {
    std::string procedure, title, title_language, about, about_language, source;
    std::int64_t reviewers = 0;
    std::vector<PhaseLine> phases;
};
BOOST_DESCRIBE_STRUCT(ProcedureLine, (),
                      (procedure, title, title_language, about, about_language, source, reviewers, phases))

/// /reviews
struct ReviewsPage {
    ClauseLine clause;
    bool may_volunteer = false, may_act = false;
    std::vector<ProcedureLine> procedures;
    std::vector<ReviewLine> rows; ///< newest first
};
BOOST_DESCRIBE_STRUCT(ReviewsPage, (), (clause, may_volunteer, may_act, procedures, rows))

/// A State that says it would review others.
struct VolunteerLine {
    std::string state, name, region, words;
    Day until;
    std::int64_t reviews = 0; ///< that this reader may know of
};
BOOST_DESCRIBE_STRUCT(VolunteerLine, (), (state, name, region, words, until, reviews))

/// /my-reviews
struct MyReviewsPage {
    ClauseLine clause;
    std::string state; ///< for which the reader may volunteer, join or leave; empty: none
    bool may_join = false, is_among_reviewers = false, may_volunteer = false;
    std::vector<VolunteerLine> reviewers;
    std::vector<ReviewLine> rows; ///< where the reader's State is a party
};
BOOST_DESCRIBE_STRUCT(MyReviewsPage, (),
                      (clause, state, may_join, is_among_reviewers, may_volunteer, reviewers, rows))

struct NamedChoice {
    std::string key, label;
};
BOOST_DESCRIBE_STRUCT(NamedChoice, (), (key, label))

/// /reviews/volunteer
struct VolunteerPage {
    ClauseLine clause;
    std::string state, name;
    std::vector<NamedChoice> procedures, items, reports;
};
BOOST_DESCRIBE_STRUCT(VolunteerPage, (), (clause, state, name, procedures, items, reports))

struct ReviewHead {
    std::int64_t review = 0, revision = 0; ///< revision: for the parties; 0 for others
    std::string state, name, stage, scope, procedure, procedure_title;
    std::string known_to, shown_to, side;
    Day begun;
    std::optional<Day> finished;
};
BOOST_DESCRIBE_STRUCT(ReviewHead, (),
                      (review, revision, state, name, stage, scope, procedure, procedure_title, known_to,
                       shown_to, side, begun, finished))

/// An item of the framework, or a report.
struct SubjectLine {
    std::string title, address;
};
BOOST_DESCRIBE_STRUCT(SubjectLine, (), (title, address))

struct ReviewerLine {
    std::string state, name, region, standing, conflicts;
    bool has_declared = false;   ///< it said what its interests are; else nothing is known
    bool may_be_settled = false; ///< by this reader
};
BOOST_DESCRIBE_STRUCT(ReviewerLine, (),
                      (state, name, region, standing, conflicts, has_declared, may_be_settled))

struct PlannedLine {
    std::string title, language, by;
    Day first, last;
    bool is_now = false; ///< the review is at this stage
};
BOOST_DESCRIBE_STRUCT(PlannedLine, (), (title, language, by, first, last, is_now))

struct StatementLine {
    std::int64_t statement = 0, parent = 0;
    std::string kind, author, author_name, text, about, about_title, about_address, audience;
    std::string evidence, evidence_text, evidence_address, choice;
    Instant at;
    std::vector<std::string> acts; ///< commands this reader may run on it
};
BOOST_DESCRIBE_STRUCT(StatementLine, (),
                      (statement, parent, kind, author, author_name, text, about, about_title, about_address,
                       audience, evidence, evidence_text, evidence_address, choice, at, acts))

/// What was accepted in a review, and what its State says became of it.
struct FollowedLine {
    std::int64_t review = 0, statement = 0;
    std::string state, name, recommendation, response;
    std::string status; ///< "not_begun", "under_way", "done"; empty: the State said nothing
    std::string words, evidence, evidence_text, evidence_address;
    std::optional<Day> day; ///< of its newest word
};
BOOST_DESCRIBE_STRUCT(FollowedLine, (),
                      (review, statement, state, name, recommendation, response, status, words, evidence,
                       evidence_text, evidence_address, day))

/// /reviews/{review}
struct ReviewPage {
    ReviewHead head;
    ClauseLine clause;
    std::vector<SubjectLine> subjects;
    std::vector<ReviewerLine> reviewers;
    std::vector<PlannedLine> phases;
    std::vector<StatementLine> statements;
    std::vector<FollowedLine> earlier; ///< accepted in the State's reviews before, as this reader may read
    std::vector<std::string> acts;     ///< commands this reader may run
};
BOOST_DESCRIBE_STRUCT(ReviewPage, (), (head, clause, subjects, reviewers, phases, statements, earlier, acts))

/// /reviews/{review}/act/{command}
struct ReviewActPage {
    ReviewHead head;
    std::string command, reviewer, reviewer_name;
    std::int64_t statement = 0;
    std::string quoted;              ///< the words of that statement
    std::vector<NamedChoice> abouts; ///< what an act can be about
};
BOOST_DESCRIBE_STRUCT(ReviewActPage, (), (head, command, reviewer, reviewer_name, statement, quoted, abouts))

/// A reviewer proposed, with the facts it was proposed by.
struct PairLine {
    std::string state, name, region;
    std::int64_t reviews = 0;
    bool other_region = false, reviewed_before = false, in_return = false;
};
BOOST_DESCRIBE_STRUCT(PairLine, (), (state, name, region, reviews, other_region, reviewed_before, in_return))

/// /reviews/{review}/pairs
struct PairsPage {
    ReviewHead head;
    std::int64_t wanted = 0, team = 0;
    std::vector<PairLine> rows;
};
BOOST_DESCRIBE_STRUCT(PairsPage, (), (head, wanted, team, rows))

/// /reviews/follow-ups
struct FollowUpsPage {
    std::vector<FollowedLine> rows; ///< by name of State in the reader's language, then as they were made
};
BOOST_DESCRIBE_STRUCT(FollowUpsPage, (), (rows))

} // namespace poa::peer_review
