// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of survey templates. What is or was in use is open to everyone; drafts are for Member
// States. Texts are in the reader's language where the survey has it; `language` says in which they are.

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/time.hpp"
#include "capabilities/national_reports/survey_change.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// A version of a survey.
struct SurveyLine {
    std::string key;
    std::int64_t version = 0;
    std::string title, language;
    std::string stage; ///< "draft", "in_use", "replaced"
    std::int64_t questions = 0, minutes = 0;
    std::vector<std::string> languages;
    std::string made_by;      ///< body: "secretariat", "state:..."
    std::string made_by_name; ///< in words
    Day made;
    std::optional<Day> adopted;
    std::string decision; ///< symbol; empty: none
    std::string sha256;
    std::int64_t revision = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(SurveyLine, (),
                      (key, version, title, language, stage, questions, minutes, languages, made_by,
                       made_by_name, made, adopted, decision, sha256, revision, address))

/// One that comes with the platform, to begin a draft from.
struct ShippedLine {
    std::string key, title, language, about;
    std::int64_t questions = 0, minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ShippedLine, (), (key, title, language, about, questions, minutes))

/// /surveys
struct SurveysPage {
    std::vector<SurveyLine> rows; ///< by key, newest version first
    std::vector<ShippedLine> shipped;
    bool may_draft = false;
};
BOOST_DESCRIBE_STRUCT(SurveysPage, (), (rows, shipped, may_draft))

/// A text and the language it is in.
struct ShownText {
    std::string text, language;
};
BOOST_DESCRIBE_STRUCT(ShownText, (), (text, language))

struct ShownOption {
    std::string key;
    ShownText label;
};
BOOST_DESCRIBE_STRUCT(ShownOption, (), (key, label))

struct ShownQuestion {
    std::string key, kind;
    ShownText label, hint;
    std::string document, place;
    std::string item;
    std::vector<ShownOption> options; ///< of one of status: the levels
    std::vector<ShownOption> columns;
    std::string shown_if;                   ///< key of another question; empty: always
    ShownText shown_if_label;               ///< of that question
    std::vector<ShownText> shown_if_values; ///< its answers that open this one
    std::string audience;                   ///< suggested; empty: none
    std::string purpose;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ShownQuestion, (),
                      (key, kind, label, hint, document, place, item, options, columns, shown_if,
                       shown_if_label, shown_if_values, audience, purpose, minutes))

struct ShownSection {
    std::string key, pillar, pillar_title, level;
    ShownText title, about;
    std::int64_t minutes = 0;
    std::vector<ShownQuestion> questions;
};
BOOST_DESCRIBE_STRUCT(ShownSection, (), (key, pillar, pillar_title, level, title, about, minutes, questions))

/// How many questions another survey has asked already.
struct CrossedSurvey {
    std::string key;
    std::int64_t questions = 0;
};
BOOST_DESCRIBE_STRUCT(CrossedSurvey, (), (key, questions))

/// /surveys/{key}/{version}
struct SurveyPage {
    SurveyLine line;
    ShownText about;
    std::vector<ShownSection> sections;
    std::vector<CrossedSurvey> crosswalk;
    std::vector<std::int64_t> versions; ///< that the reader may read, newest first
    bool may_revise = false;
};
BOOST_DESCRIBE_STRUCT(SurveyPage, (), (line, about, sections, crosswalk, versions, may_revise))

/// A change between two versions.
struct SurveyChangeRow {
    std::string change; ///< "added", "removed", "changed"
    std::string section, question, what, language, before, after;
};
BOOST_DESCRIBE_STRUCT(SurveyChangeRow, (), (change, section, question, what, language, before, after))

/// /surveys/{key}/compare
struct SurveyComparisonPage {
    SurveyLine from, to;
    std::vector<SurveyChangeRow> rows;
};
BOOST_DESCRIBE_STRUCT(SurveyComparisonPage, (), (from, to, rows))

/// A text of a draft, as its editor has it.
struct EditedText {
    std::string name;      ///< as survey_labels.hpp names it
    std::string reference; ///< the text in another language, to translate from; empty: none
    std::string text;
    bool may_be_empty = false;
};
BOOST_DESCRIBE_STRUCT(EditedText, (), (name, reference, text, may_be_empty))

struct EditedSection {
    std::string key;
    std::string title;
    std::int64_t missing = 0; ///< texts that are not there in the language
};
BOOST_DESCRIBE_STRUCT(EditedSection, (), (key, title, missing))

/// /surveys/{key}/{version}/edit
struct SurveyEditorPage {
    SurveyLine line;
    std::string section;  ///< empty: the survey itself
    std::string language; ///< of the texts
    std::vector<EditedText> texts;
    std::vector<EditedSection> sections;
};
BOOST_DESCRIBE_STRUCT(SurveyEditorPage, (), (line, section, language, texts, sections))

/// /surveys/new
struct DraftSurveyPage {
    std::vector<ShippedLine> shipped;
};
BOOST_DESCRIBE_STRUCT(DraftSurveyPage, (), (shipped))

} // namespace poa::national_reports
