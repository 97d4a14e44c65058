// SPDX-License-Identifier: Apache-2.0
// What an answer to a question may be: every problem of it.
#include "base/text.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

constexpr std::size_t characters_max = 20'000;
constexpr std::size_t rows_max = 200;
constexpr std::size_t files_max = 20;
constexpr std::size_t digits_max = 30;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A decimal: "-12", "12.5"; not ".5", "1e3", "1,000".
bool is_decimal(std::string_view text) {
    if (text.size() > digits_max) return false;
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
    return !whole.empty() && !rest.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(rest, is_digit);
}

bool is_address(std::string_view text) {
    for (std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme))
            return text.size() > scheme.size() && text[scheme.size()] != '/' &&
                   text.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
    return false;
}

class Checking {
  public:
    Checking(const Survey& survey, const Question& question, const Answer& answer, std::string_view field,
             Refusal& problems)
        : survey_(survey), question_(question), answer_(answer), field_(field), problems_(problems) {}

    void check() {
        check_members();
        check_chosen();
        check_text(answer_.note);
        if (allows_text()) check_text(answer_.text);
        const QuestionKind kind = question_.kind;
        if (kind == QuestionKind::number && !answer_.text.empty() && !is_decimal(answer_.text))
            add("input.not_a_number");
        if (kind == QuestionKind::link && !answer_.text.empty() && !is_address(answer_.text))
            add("national_reports.not_an_address", {{"value", answer_.text}});
        if (kind == QuestionKind::table) check_rows();
        if (kind == QuestionKind::file && answer_.files.size() > files_max)
            add("national_reports.too_many_files", {{"max", std::to_string(files_max)}});
    }

  private:
    void add(std::string code, std::vector<std::pair<std::string, std::string>> facts = {}) {
        problems_.add_field(field_, std::move(code), std::move(facts));
    }
    [[nodiscard]] bool is_choice() const {
        return question_.kind == QuestionKind::status || question_.kind == QuestionKind::one_of ||
               question_.kind == QuestionKind::several_of;
    }
    /// A file may be a document that is named instead of being sent.
    [[nodiscard]] bool allows_text() const {
        return question_.kind == QuestionKind::text || question_.kind == QuestionKind::number ||
               question_.kind == QuestionKind::link || question_.kind == QuestionKind::file;
    }
    void check_members() {
        const auto foreign = [&](bool has, bool may, const char* member) {
            if (has && !may) add("national_reports.not_of_this_kind", {{"member", member}});
        };
        foreign(!answer_.chosen.empty(), is_choice(), "chosen");
        foreign(!answer_.text.empty(), allows_text(), "text");
        foreign(answer_.day.has_value(), question_.kind == QuestionKind::day, "day");
        foreign(!answer_.rows.empty(), question_.kind == QuestionKind::table, "rows");
        foreign(!answer_.files.empty(), question_.kind == QuestionKind::file, "files");
    }
    void check_chosen() {
        if (!is_choice()) return;
        if (question_.kind != QuestionKind::several_of && answer_.chosen.size() > 1)
            add("national_reports.more_than_one");
        std::set<std::string_view> seen;
        for (const std::string& key : answer_.chosen) {
            const auto options = survey_.choices_of(question_);
            if (std::ranges::find(options, key, &Option::key) == options.end())
                add("national_reports.not_an_option", {{"value", key}});
            else if (!seen.insert(key).second)
                add("national_reports.chosen_twice", {{"value", key}});
        }
    }
    void check_text(const std::string& text) {
        if (!is_plain_text(text)) {
            add("input.not_text");
            return;
        }
        const std::size_t length = length_in_characters(text);
        if (length > characters_max)
            add("input.too_long", {{"max", std::to_string(characters_max)}, {"is", std::to_string(length)}});
    }
    void check_rows() {
        if (answer_.rows.size() > rows_max)
            add("national_reports.too_many_rows", {{"max", std::to_string(rows_max)}});
        for (const auto& row : answer_.rows) {
            if (row.size() != question_.columns.size()) {
                add("national_reports.row_width", {{"columns", std::to_string(question_.columns.size())}});
                return;
            }
            for (const std::string& cell : row) check_text(cell);
        }
    }

    const Survey& survey_;
    const Question& question_;
    const Answer& answer_;
    std::string field_;
    Refusal& problems_;
};

} // namespace

void check_answer(const Survey& survey, const Question& question, const Answer& answer,
                  std::string_view field, Refusal& problems) {
    Checking(survey, question, answer, field, problems).check();
}

} // namespace poa::national_reports
