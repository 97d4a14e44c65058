// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/answers_sheet.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace poa::national_reports {
namespace {

enum Place : std::size_t { key, section, question, choices, answer, note, seen, column_count };
constexpr std::array<std::string_view, column_count> names{"key",    "section", "question", "choices",
                                                           "answer", "note",    "seen"};
constexpr std::string_view answers_name = "answers", report_name = "report";

std::string choices_in_words(const Survey& survey, const Question& of, std::string_view language) {
    std::string lines;
    for (const Option& option : survey.choices_of(of))
        lines +=
            (lines.empty() ? "" : "\n") + option.key + " = " + std::string(option.label.in(language).text);
    if (of.kind != QuestionKind::table) return lines;
    std::vector<std::string> columns;
    for (const Column& column : of.columns) columns.emplace_back(column.label.in(language).text);
    return join(columns, " | ");
}

std::vector<std::string> row_of(const Survey& survey, const Section& in, const Question& of,
                                const AnswersFile& file, std::string_view language) {
    const auto held = file.answers.find(of.key);
    const Answer given = held == file.answers.end() ? Answer{} : held->second;
    const auto revision = file.seen.find(of.key);
    return {of.key,
            std::string(in.title.in(language).text),
            std::string(of.label.in(language).text),
            choices_in_words(survey, of, language),
            typed_of(of, given),
            given.note,
            revision == file.seen.end() ? std::string() : std::to_string(revision->second)};
}

const Sheet* find_sheet(const std::vector<Sheet>& sheets, std::string_view name) {
    const auto found = std::ranges::find(sheets, name, &Sheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

std::unexpected<Refusal> shape(std::string at) {
    return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.answers_sheet_shape")
                      .with("at", std::move(at)));
}

/// Nothing where the cell holds something else. A spreadsheet may have made "3" of 3.0.
std::optional<std::int64_t> number_in(std::string_view text) {
    text = trim_all(text);
    if (text.ends_with(".0")) text.remove_suffix(2);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

class Reading {
  public:
    Reading(const Sheet& sheet, const Survey& survey, AnswersFile& file)
        : sheet_(sheet), survey_(survey), file_(file) {}

    void read() {
        for (std::size_t row = 1; row < sheet_.rows.size(); ++row)
            if (!trim_all(sheet_.at(row, key)).empty()) read_row(row);
    }

  private:
    void leave(std::size_t row, Place column, std::string of, Reason why) {
        file_.unread.push_back({std::move(of), cell_name(sheet_.name, row, column), std::move(why)});
    }
    void read_row(std::size_t row) {
        const std::string of(trim_all(sheet_.at(row, key)));
        const Question* asked = survey_.find(of);
        if (asked == nullptr)
            return leave(row, key, of, {"national_reports.no_such_question", {}, {{"question", of}}, {}});
        if (file_.answers.contains(of))
            return leave(row, key, of, {"national_reports.marked_twice", {}, {{"question", of}}, {}});
        const std::string_view revision = trim_all(sheet_.at(row, seen));
        if (const auto number = number_in(revision))
            file_.seen.emplace(of, *number);
        else if (!revision.empty())
            leave(row, seen, of, {"national_reports.seen_shape", {}, {}, {}});
        Answer read;
        read.note = trim_all(sheet_.at(row, note));
        std::vector<Reason> problems;
        read_typed(survey_, *asked, sheet_.at(row, answer), read, problems);
        for (Reason& problem : problems) leave(row, answer, of, std::move(problem));
        if (problems.empty()) file_.answers.emplace(of, std::move(read));
    }

    const Sheet& sheet_;
    const Survey& survey_;
    AnswersFile& file_;
};

} // namespace

std::vector<Sheet> answers_sheets(const Survey& survey, const AnswersFile& file, std::string_view language) {
    Sheet answers{std::string(answers_name), {{names.begin(), names.end()}}};
    for (const Section& in : survey.sections)
        for (const Question& of : in.questions)
            answers.rows.push_back(row_of(survey, in, of, file, language));
    const Sheet report{std::string(report_name),
                       {{"name", "value"},
                        {"survey", file.survey},
                        {"version", std::to_string(file.version)},
                        {"state", file.state},
                        {"year", file.year != 0 ? std::to_string(file.year) : std::string()}}};
    return {std::move(answers), report};
}

bool are_answers_sheets(const std::vector<Sheet>& sheets) {
    return find_sheet(sheets, answers_name) != nullptr && find_sheet(sheets, report_name) != nullptr;
}

Result<AnswersFile> head_of_sheets(const std::vector<Sheet>& sheets) {
    const Sheet* report = find_sheet(sheets, report_name);
    if (report == nullptr) return shape(std::string(report_name));
    AnswersFile file;
    file.is_partial = true;
    file.from = "xlsx";
    for (std::size_t row = 1; row < report->rows.size(); ++row) {
        const std::string_view name = trim_all(report->at(row, 0)), value = trim_all(report->at(row, 1));
        const auto number = number_in(value);
        const bool counts = name == "version" || name == "year";
        if (counts && !value.empty() && !number) return shape(cell_name(report_name, row, 1));
        if (name == "survey") file.survey = value;
        if (name == "state") file.state = value;
        if (name == "version") file.version = number.value_or(0);
        if (name == "year") file.year = number.value_or(0);
    }
    if (file.survey.empty()) return shape("survey");
    return file;
}

Result<AnswersFile> read_answers_sheets(const std::vector<Sheet>& sheets, const Survey& survey) {
    auto file = head_of_sheets(sheets);
    if (!file) return file;
    const Sheet* answers = find_sheet(sheets, answers_name);
    if (answers == nullptr) return shape(std::string(answers_name));
    for (const Place column : {key, answer, note, seen})
        if (trim_all(answers->at(0, column)) != names[column])
            return shape(cell_name(answers_name, 0, column));
    Reading(*answers, survey, *file).read();
    return file;
}

} // namespace poa::national_reports
