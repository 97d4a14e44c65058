// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/survey.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::national_reports {
namespace {

constexpr std::array question_kinds{
    QuestionKind::status, QuestionKind::one_of, QuestionKind::several_of,
    QuestionKind::text,   QuestionKind::number, QuestionKind::day,
    QuestionKind::table,  QuestionKind::file,   QuestionKind::link,
};
constexpr std::array pillars{
    Pillar::general,
    Pillar::threats,
    Pillar::norms,
    Pillar::international_law,
    Pillar::confidence_building,
    Pillar::capacity_building,
};
constexpr std::array purposes{
    Purpose::need, Purpose::priority, Purpose::practice, Purpose::lesson, Purpose::challenge,
};

/// The one of `all` whose name it is.
template <class All> auto named(const All& all, std::string_view name) {
    using Value = typename All::value_type;
    const auto found = std::ranges::find_if(all, [&](Value one) { return name_of(one) == name; });
    return found == all.end() ? std::optional<Value>() : std::optional<Value>(*found);
}

} // namespace

std::span<const QuestionKind> all_question_kinds() {
    return question_kinds;
}

std::string_view name_of(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::status:
        return "status";
    case QuestionKind::one_of:
        return "one_of";
    case QuestionKind::several_of:
        return "several_of";
    case QuestionKind::text:
        return "text";
    case QuestionKind::number:
        return "number";
    case QuestionKind::day:
        return "day";
    case QuestionKind::table:
        return "table";
    case QuestionKind::file:
        return "file";
    case QuestionKind::link:
        return "link";
    }
    return {};
}

std::optional<QuestionKind> parse_question_kind(std::string_view name) {
    return named(question_kinds, name);
}

std::span<const Pillar> all_pillars() {
    return pillars;
}

std::string_view name_of(Pillar pillar) {
    switch (pillar) {
    case Pillar::general:
        return "general";
    case Pillar::threats:
        return "threats";
    case Pillar::norms:
        return "norms";
    case Pillar::international_law:
        return "international_law";
    case Pillar::confidence_building:
        return "confidence_building";
    case Pillar::capacity_building:
        return "capacity_building";
    }
    return {};
}

std::string_view title_of(Pillar pillar) {
    switch (pillar) {
    case Pillar::general:
        return N_("General");
    case Pillar::threats:
        return N_("Existing and potential threats");
    case Pillar::norms:
        return N_("Norms, rules and principles");
    case Pillar::international_law:
        return N_("International law");
    case Pillar::confidence_building:
        return N_("Confidence-building");
    case Pillar::capacity_building:
        return N_("Capacity-building");
    }
    return {};
}

std::optional<Pillar> parse_pillar(std::string_view name) {
    return named(pillars, name);
}

std::string_view name_of(Purpose purpose) {
    switch (purpose) {
    case Purpose::none:
        return "";
    case Purpose::need:
        return "need";
    case Purpose::priority:
        return "priority";
    case Purpose::practice:
        return "practice";
    case Purpose::lesson:
        return "lesson";
    case Purpose::challenge:
        return "challenge";
    }
    return {};
}

std::optional<Purpose> parse_purpose(std::string_view name) {
    return name.empty() ? Purpose::none : named(purposes, name);
}

const Question* Survey::find(std::string_view question) const {
    for (const Section& section : sections)
        for (const Question& one : section.questions)
            if (one.key == question) return &one;
    return nullptr;
}

const Section* Survey::section_of(std::string_view question) const {
    for (const Section& section : sections)
        for (const Question& one : section.questions)
            if (one.key == question) return &section;
    return nullptr;
}

const Section* Survey::find_section(std::string_view section) const {
    const auto found = std::ranges::find(sections, section, &Section::key);
    return found == sections.end() ? nullptr : &*found;
}

std::size_t Survey::question_count() const {
    std::size_t count = 0;
    for (const Section& section : sections) count += section.questions.size();
    return count;
}

std::span<const Option> Survey::choices_of(const Question& question) const {
    return question.kind == QuestionKind::status ? levels : question.options;
}

std::int64_t minutes_of(const Question& question) {
    if (question.minutes > 0) return question.minutes;
    switch (question.kind) {
    case QuestionKind::one_of:
    case QuestionKind::day:
        return 1;
    case QuestionKind::status:
    case QuestionKind::several_of:
    case QuestionKind::number:
    case QuestionKind::link:
        return 2;
    case QuestionKind::text:
    case QuestionKind::file:
        return 5;
    case QuestionKind::table:
        return 8;
    }
    return 0;
}

std::int64_t minutes_of(const Section& section) {
    std::int64_t minutes = 0;
    for (const Question& question : section.questions) minutes += minutes_of(question);
    return minutes;
}

} // namespace poa::national_reports
