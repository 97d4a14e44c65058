// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/typed_answer.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_choice(const Question& question) {
    return question.kind == QuestionKind::status || question.kind == QuestionKind::one_of ||
           question.kind == QuestionKind::several_of;
}

bool says(const Option& option, std::string_view text) {
    if (option.key == text) return true;
    return std::ranges::any_of(
        option.label.by, [&](const auto& label) { return same_ignoring_case(trim_all(label.second), text); });
}

class Reading {
  public:
    Reading(const Survey& survey, const Question& question, std::vector<Reason>& problems)
        : survey_(survey), question_(question), problems_(problems) {}

    void read(std::string_view text, Answer& answer) {
        if (is_choice(question_))
            read_choices(text, answer);
        else if (question_.kind == QuestionKind::table)
            read_rows(text, answer);
        else if (question_.kind == QuestionKind::day)
            read_day(text, answer);
        else
            answer.text = trim_all(text);
    }

  private:
    void add(const char* code, std::string name, std::string value) {
        problems_.push_back({code, {}, {{std::move(name), std::move(value)}}, {}});
    }
    void read_choices(std::string_view text, Answer& answer) {
        answer.chosen.clear();
        // A label may hold a semicolon itself.
        if (const std::string_view whole = trim_all(text); !whole.empty() && count(whole) == 1)
            return take_choice(whole, answer);
        for (std::string_view line : split(text, '\n'))
            for (std::string_view part : split(line, ';'))
                if (part = trim_all(part); !part.empty()) take_choice(part, answer);
    }
    [[nodiscard]] std::ptrdiff_t count(std::string_view text) const {
        return std::ranges::count_if(survey_.choices_of(question_),
                                     [&](const Option& option) { return says(option, text); });
    }
    void take_choice(std::string_view text, Answer& answer) {
        const auto options = survey_.choices_of(question_);
        const auto by_key = std::ranges::find(options, text, &Option::key);
        if (by_key != options.end()) return answer.chosen.push_back(by_key->key);
        const std::ptrdiff_t found = count(text);
        if (found == 0) return add("national_reports.not_an_option", "value", std::string(text));
        if (found > 1) return add("national_reports.ambiguous_option", "value", std::string(text));
        answer.chosen.push_back(
            std::ranges::find_if(options, [&](const Option& option) { return says(option, text); })->key);
    }
    void read_rows(std::string_view text, Answer& answer) {
        answer.rows.clear();
        for (std::string_view line : split(text, '\n')) {
            if (trim_all(line).empty()) continue;
            std::vector<std::string> row;
            for (std::string_view cell : split(line, '|')) row.emplace_back(trim_all(cell));
            if (row.size() != question_.columns.size())
                return add("national_reports.row_width", "columns", std::to_string(question_.columns.size()));
            answer.rows.push_back(std::move(row));
        }
    }
    void read_day(std::string_view text, Answer& answer) {
        text = trim_all(text);
        answer.day = Day::parse(text);
        if (!text.empty() && !answer.day) add("input.not_a_day", "value", std::string(text));
    }

    const Survey& survey_;
    const Question& question_;
    std::vector<Reason>& problems_;
};

std::string words_alone(std::string_view text) {
    std::string words;
    for (const std::string& broken = replace_all(std::string(text), no_break_space, " "); char c : broken) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    return std::string(trim(words));
}

} // namespace

std::string_view trim_all(std::string_view text) {
    for (;;) {
        const std::string_view before = text;
        text = trim(text);
        if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
        if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
        if (text.size() == before.size()) return text;
    }
}

bool same_words(std::string_view a, std::string_view b) {
    return words_alone(a) == words_alone(b);
}

std::string typed_of(const Question& question, const Answer& answer) {
    if (is_choice(question)) return join(answer.chosen, "\n");
    if (answer.day) return answer.day->iso();
    std::string lines;
    for (const auto& row : answer.rows) lines += (lines.empty() ? "" : "\n") + join(row, " | ");
    return lines.empty() ? answer.text : lines;
}

void read_typed(const Survey& survey, const Question& question, std::string_view text, Answer& answer,
                std::vector<Reason>& problems) {
    const std::size_t before = problems.size();
    Reading(survey, question, problems).read(text, answer);
    if (problems.size() != before) return;
    Refusal found{Refusal::Kind::bad_input, {}};
    check_answer(survey, question, answer, {}, found);
    for (Reason& reason : found.reasons) problems.push_back(std::move(reason));
}

} // namespace poa::national_reports
