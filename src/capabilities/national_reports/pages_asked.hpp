// SPDX-License-Identifier: Apache-2.0
#pragma once
// The slot of a report at a meeting: what other States ask about it in writing, and the response.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

struct AskedRow {
    std::int64_t asked = 0;
    std::string question, issue, language; ///< the survey's question, and its wording
    std::string item;                      ///< of the framework; may be empty
    std::string asked_by, name;
    std::string words, outcome;
    Day day;
    std::string answer; ///< empty: none yet
    std::optional<Day> answered;
};
BOOST_DESCRIBE_STRUCT(AskedRow, (),
                      (asked, question, issue, language, item, asked_by, name, words, outcome, day, answer,
                       answered))

/// An answer that can be asked about.
struct IssueRow {
    std::string question, label, language;
};
BOOST_DESCRIBE_STRUCT(IssueRow, (), (question, label, language))

/// /reports/{state}/{year}/questions
struct ReportQuestionsPage {
    std::string state, name;
    std::int64_t year = 0;
    std::string about, about_label, about_language; ///< the issue to be asked about; empty: none chosen
    bool may_ask = false, may_answer = false;
    std::vector<IssueRow> issues;
    std::vector<AskedRow> rows;
};
BOOST_DESCRIBE_STRUCT(ReportQuestionsPage, (),
                      (state, name, year, about, about_label, about_language, may_ask, may_answer, issues,
                       rows))

} // namespace poa::national_reports
