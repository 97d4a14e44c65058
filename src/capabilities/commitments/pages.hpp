// SPDX-License-Identifier: Apache-2.0
#pragma once
// Commitments, goals, and the trail from a report to a result, as pages hold them.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::commitments {

struct CommitmentRow {
    std::int64_t commitment = 0;
    std::string state, name, title, words, language;
    std::string item, item_title, goal, goal_title;
    std::int64_t need = 0;
    std::string shown_by;
    std::optional<Day> due;
    std::string stage;
    std::int64_t revision = 0;
    Day published;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CommitmentRow, (),
                      (commitment, state, name, title, words, language, item, item_title, goal, goal_title,
                       need, shown_by, due, stage, revision, published, address))

/// One of the things a list can be narrowed to.
struct FilterChoice {
    std::string key, title;
};
BOOST_DESCRIBE_STRUCT(FilterChoice, (), (key, title))

/// /commitments
struct CommitmentsPage {
    std::string item, state, stage; ///< what it was narrowed to
    std::int64_t next = 0;          ///< `before` of the next page; 0: none
    std::vector<FilterChoice> items;
    bool may_publish = false;
    std::vector<CommitmentRow> rows;
};
BOOST_DESCRIBE_STRUCT(CommitmentsPage, (), (item, state, stage, next, items, may_publish, rows))

struct StepRow {
    std::int64_t number = 0;
    std::string kind, stage, words;
    std::vector<std::string> evidence;
    Day day;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (number, kind, stage, words, evidence, day))

/// /commitments/{commitment}
struct CommitmentPage {
    CommitmentRow commitment;
    bool may_report = false, may_reaffirm = false;
    std::vector<StepRow> rows; ///< newest first
};
BOOST_DESCRIBE_STRUCT(CommitmentPage, (), (commitment, may_report, may_reaffirm, rows))

/// /commitments/new
struct NewCommitmentPage {
    std::string state, name, item;
    std::int64_t need = 0;
};
BOOST_DESCRIBE_STRUCT(NewCommitmentPage, (), (state, name, item, need))

struct GoalRow {
    std::string goal, title, language, indicator, indicator_title;
    std::int64_t version = 0, year = 0, states = 0;   ///< states: that are to have it; 0: no number
    std::optional<std::int64_t> newest_year, have_it; ///< as reports counted for this reader say
    std::string symbol, decision, address;
    Day since;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (),
                      (goal, title, language, indicator, indicator_title, version, year, states, newest_year,
                       have_it, symbol, decision, address, since))

/// /goals
struct GoalsPage {
    std::vector<GoalRow> rows;
};
BOOST_DESCRIBE_STRUCT(GoalsPage, (), (rows))

/// What reports said in one year.
struct GoalYear {
    std::int64_t year = 0, answered = 0, states = 0;
    bool is_whole = true; ///< false: there are further answers that are not counted here
};
BOOST_DESCRIBE_STRUCT(GoalYear, (), (year, answered, states, is_whole))

/// /goals/{goal}
struct GoalPage {
    GoalRow goal;
    std::string text;
    std::vector<GoalRow> versions; ///< those before, newest first
    std::vector<CommitmentRow> commitments;
    std::vector<GoalYear> rows; ///< by year
};
BOOST_DESCRIBE_STRUCT(GoalPage, (), (goal, text, versions, commitments, rows))

/// One thing on the way, with what kind it is: "report", "need", "priority", "recommendation", "goal",
/// "commitment", "result".
struct TrailRow {
    std::string step, title, detail, address;
};
BOOST_DESCRIBE_STRUCT(TrailRow, (), (step, title, detail, address))

/// /trail/{kind}/{id}
struct TrailPage {
    std::string kind, id, item, item_title;
    std::vector<TrailRow> rows;
};
BOOST_DESCRIBE_STRUCT(TrailPage, (), (kind, id, item, item_title, rows))

} // namespace poa::commitments
