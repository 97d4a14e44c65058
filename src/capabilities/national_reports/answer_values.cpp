// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/answer_values.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace poa::national_reports {
namespace {

using Value = InputValues::Value;

/// Well-formed text in its one form; anything else as it is, for check_answer to refuse.
std::string plain(std::string_view typed) {
    if (!is_plain_text(typed)) return std::string(typed);
    return nfc(trim(replace_all(std::string(typed), "\r\n", "\n")));
}

Answer plain(Answer answer) {
    answer.text = plain(answer.text);
    answer.note = plain(answer.note);
    for (auto& row : answer.rows)
        for (std::string& cell : row) cell = plain(cell);
    return answer;
}

bool is_choice(const Question& question) {
    return question.kind == QuestionKind::status || question.kind == QuestionKind::one_of ||
           question.kind == QuestionKind::several_of;
}

/// One text or several, as a form sends them.
std::vector<std::string> texts_of(const Value& value) {
    if (value.kind == Value::Kind::list) return value.list;
    return {value.text};
}

void add_row(std::vector<std::vector<std::string>>& rows, std::vector<std::string> row) {
    const bool is_empty = std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
    if (!is_empty) rows.push_back(std::move(row));
}

std::vector<std::vector<std::string>> rows_of_lines(const std::string& text, std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    for (std::string_view line : split(text, '\n')) {
        std::vector<std::string> row;
        for (std::string_view cell : split(line, '\t')) row.push_back(plain(cell));
        // What a spreadsheet leaves out at the end of a line is empty there.
        if (row.size() < columns) row.resize(columns);
        add_row(rows, std::move(row));
    }
    return rows;
}

std::vector<std::vector<std::string>> rows_of_cells(const std::vector<std::string>& cells,
                                                    std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    for (const std::string& cell : cells) {
        row.push_back(plain(cell));
        if (row.size() < columns) continue;
        add_row(rows, std::move(row));
        row = {};
    }
    if (!row.empty()) add_row(rows, std::move(row)); // of another width: check_answer says so
    return rows;
}

class Reading {
  public:
    Reading(const Question& question, const InputValues& values, const Answer& start, bool whole,
            Refusal& problems)
        : question_(question), values_(values), answer_(start), whole_(whole), problems_(problems),
          field_("answers." + question.key) {}

    Answer read() {
        if (const Value* value = values_.find(question_.key)) {
            take(*value);
        } else if (whole_ && is_choice(question_)) {
            answer_.chosen.clear();
        }
        if (const Value* note = values_.find(question_.key + ".note")) take_text(*note, answer_.note);
        if (question_.kind == QuestionKind::table) take_rows();
        return plain(std::move(answer_));
    }

  private:
    void take(const Value& value) {
        if (value.kind == Value::Kind::other && !is_number(value)) {
            auto read = parse_answer(value.text);
            if (read) {
                answer_ = std::move(*read);
                return;
            }
            for (Reason& reason : read.error().reasons) {
                reason.field = field_;
                problems_.reasons.push_back(std::move(reason));
            }
        } else if (is_choice(question_)) {
            answer_.chosen.clear();
            for (std::string& key : texts_of(value))
                if (!key.empty()) answer_.chosen.push_back(std::move(key));
        } else if (question_.kind == QuestionKind::day) {
            take_day(value);
        } else if (question_.kind == QuestionKind::table) {
            answer_.rows = rows_of_lines(value.text, question_.columns.size());
        } else {
            take_text(value, answer_.text);
        }
    }
    /// A decimal fraction comes as JSON that is no object.
    static bool is_number(const Value& value) { return !value.text.empty() && value.text.front() != '{'; }
    void take_text(const Value& value, std::string& into) {
        if (value.kind == Value::Kind::number) {
            into = std::to_string(value.number);
        } else if (value.kind == Value::Kind::text || value.kind == Value::Kind::other) {
            into = value.text;
        } else {
            problems_.add_field(field_, "input.not_text");
        }
    }
    void take_day(const Value& value) {
        const std::string_view iso = trim(value.text);
        answer_.day = Day::parse(iso);
        if (!iso.empty() && !answer_.day) problems_.add_field(field_, "input.not_a_day");
    }
    void take_rows() {
        const std::size_t columns = question_.columns.size();
        if (const Value* lines = values_.find(question_.key + ".rows"))
            answer_.rows = rows_of_lines(lines->text, columns);
        if (const Value* cells = values_.find(question_.key + ".cells"))
            answer_.rows = rows_of_cells(texts_of(*cells), columns);
    }

    const Question& question_;
    const InputValues& values_;
    Answer answer_;
    bool whole_;
    Refusal& problems_;
    std::string field_;
};

} // namespace

std::optional<SeenRevisions> parse_seen(std::string_view text) {
    SeenRevisions seen;
    for (std::string_view part : split(text, ' ')) {
        if (part.empty()) continue;
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos || colon == 0) return std::nullopt;
        const std::string_view digits = part.substr(colon + 1);
        std::int64_t revision = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), revision);
        if (error != std::errc{} || end != digits.data() + digits.size() || revision < 0) return std::nullopt;
        if (!seen.emplace(part.substr(0, colon), revision).second) return std::nullopt;
    }
    return seen;
}

std::optional<std::int64_t> parse_revision(std::string_view text) {
    if (text.empty()) return 0;
    std::int64_t revision = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
    if (error != std::errc{} || end != text.data() + text.size() || revision < 0) return std::nullopt;
    return revision;
}

bool is_sent(const Question& question, const InputValues& values) {
    for (const char* part : {"", ".note", ".rows", ".cells"})
        if (values.find(question.key + part) != nullptr) return true;
    return false;
}

Answer read_answer(const Survey& survey, const Question& question, const InputValues& values,
                   const Answer& start, bool whole, Refusal& problems) {
    const std::size_t before = problems.reasons.size();
    Answer answer = Reading(question, values, start, whole, problems).read();
    if (problems.reasons.size() == before)
        check_answer(survey, question, answer, "answers." + question.key, problems);
    return answer;
}

} // namespace poa::national_reports
