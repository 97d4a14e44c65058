// SPDX-License-Identifier: Apache-2.0
#pragma once
// A survey template as data: what a State is asked, in what order, on what passage of the framework each
// question rests. Nothing in it is mandatory (A/78/76: reporting is voluntary). Pure.
//
// A template is a version of a survey: the survey's key stays, and so do the keys of its questions, so that
// an answer given in one version is known in the next. Only a decision makes a version the one in use.

#include "base/audience.hpp"
#include "capabilities/national_reports/texts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

enum class QuestionKind : std::uint8_t {
    status,     ///< one of the survey's levels: "in_place", "developing" ...
    one_of,     ///< one of its options
    several_of, ///< any of its options
    text,
    number, ///< a decimal number
    day,
    table, ///< rows of its columns
    file,  ///< an evidence file, or a document
    link,  ///< an https or http address
};
[[nodiscard]] std::span<const QuestionKind> all_question_kinds();
[[nodiscard]] std::string_view name_of(QuestionKind kind); ///< "several_of"
[[nodiscard]] std::optional<QuestionKind> parse_question_kind(std::string_view name);

/// The parts of the framework that sections belong to. "general" is none of them.
enum class Pillar : std::uint8_t {
    general,
    threats,
    norms,
    international_law,
    confidence_building,
    capacity_building,
};
[[nodiscard]] std::span<const Pillar> all_pillars();
[[nodiscard]] std::string_view name_of(Pillar pillar);  ///< "confidence_building"
[[nodiscard]] std::string_view title_of(Pillar pillar); ///< source string: "Confidence-building"
[[nodiscard]] std::optional<Pillar> parse_pillar(std::string_view name);

/// What an answer is used for beyond the report itself.
enum class Purpose : std::uint8_t {
    none,
    need,      ///< a need for capacity-building: the front door of the needs register
    priority,  ///< what the State wants to do first
    practice,  ///< a good practice, for the library where the State consents
    lesson,    ///< a lesson learned
    challenge, ///< what stands in the way
};
[[nodiscard]] std::string_view name_of(Purpose purpose); ///< "need"; none is ""
[[nodiscard]] std::optional<Purpose> parse_purpose(std::string_view name);

struct Option {
    std::string key;
    Texts label;
    bool operator==(const Option&) const = default;
};

struct Column {
    std::string key;
    Texts label;
    bool operator==(const Column&) const = default;
};

/// The passage a question rests on.
struct Source {
    std::string document; ///< symbol: "A/70/174"
    std::string place;    ///< "13 (f)"
    bool operator==(const Source&) const = default;
};

/// Shown only where another question, which stands before it, has one of these answers.
struct Condition {
    std::string question;
    std::vector<std::string> is; ///< keys of options or levels
    bool operator==(const Condition&) const = default;
};

struct Question {
    std::string key; ///< a slug with hyphens or underscores, at most 64 characters, once in the survey
    QuestionKind kind = QuestionKind::text;
    Texts label;
    Texts hint;
    Source source;
    std::string item;            ///< key of the framework's item: "norm-f"; empty: none
    std::vector<Option> options; ///< of one_of and several_of
    std::vector<Column> columns; ///< of a table
    std::optional<Condition> shown_if;
    std::optional<Audience> audience; ///< suggested; nothing: what the charter says
    Purpose purpose = Purpose::none;
    std::int64_t minutes = 0; ///< to answer, estimated; 0: by its kind
    bool operator==(const Question&) const = default;
};

struct Section {
    std::string key;
    Texts title;
    Texts about;
    Pillar pillar = Pillar::general;
    std::string level; ///< "national", "regional"; empty: national
    std::vector<Question> questions;
    bool operator==(const Section&) const = default;
};

/// That a question asks what a question of another survey asked: an answer given once is offered here.
struct Crossing {
    std::string question;       ///< of this survey
    std::string survey;         ///< key of the other
    std::string other_question; ///< of the other
    /// Option or level of the other -> one of this; those that are not named are the same.
    std::vector<std::pair<std::string, std::string>> values;
    bool operator==(const Crossing&) const = default;
};

struct Survey {
    std::string key; ///< a slug: "framework-survey"
    Texts title;
    Texts about;
    std::vector<std::string> languages; ///< in which every label must be there; "en" among them or not
    std::vector<Option> levels;         ///< of questions of status, from none to all
    std::vector<Section> sections;
    std::vector<Crossing> crosswalk;

    [[nodiscard]] const Question* find(std::string_view question) const; ///< null where there is none
    [[nodiscard]] const Section* section_of(std::string_view question) const;
    [[nodiscard]] const Section* find_section(std::string_view section) const;
    [[nodiscard]] std::size_t question_count() const;
    /// Options of a question, or the levels of one of status.
    [[nodiscard]] std::span<const Option> choices_of(const Question& question) const;
    bool operator==(const Survey&) const = default;
};

/// Estimated minutes to answer: of the question, or by its kind where it does not say.
[[nodiscard]] std::int64_t minutes_of(const Question& question);
[[nodiscard]] std::int64_t minutes_of(const Section& section);

} // namespace poa::national_reports
