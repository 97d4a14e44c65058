// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/form_reading.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer_values.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace poa::national_reports {
namespace {

/// A mark and where it stands in the whole text.
struct Mark {
    std::string content; ///< "about", "/about", "strategy=in_place"
    std::size_t begin = 0, end = 0;
    std::size_t line = 0; ///< from 1
};

/// What may stand in a mark: keys, numbers and what divides them.
bool is_of_mark(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_=/.: \n").find(c) != std::string_view::npos;
}

/// A long mark may have been broken into lines.
std::string in_one_line(std::string_view content) {
    std::string text(content);
    std::ranges::replace(text, '\n', ' ');
    return std::string(trim(text));
}

std::vector<Mark> marks_in(std::string_view text) {
    std::vector<Mark> marks;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') ++line;
        if (text[at] != '{') continue;
        std::size_t end = at + 1;
        while (end < text.size() && is_of_mark(text[end])) ++end;
        if (end < text.size() && text[end] == '}')
            marks.push_back({in_one_line(text.substr(at + 1, end - at - 1)), at, end + 1, line});
    }
    return marks;
}

std::string whole_text(std::span<const std::string> lines) {
    std::string text;
    for (const std::string& line : lines) text.append(line) += '\n';
    // Signs of direction that stand around marks where words run from right to left.
    constexpr std::string_view turn = "\xE2\x80\x8E";
    text = replace_all(std::move(text), std::string(turn) + "{", "{");
    return replace_all(std::move(text), "}" + std::string(turn), "}");
}

std::optional<std::int64_t> number_in(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0) return std::nullopt;
    return number;
}

Reason because(const char* code, std::string name = {}, std::string value = {}) {
    Reason reason{code, {}, {}, {}};
    if (!name.empty()) reason.facts.emplace_back(std::move(name), std::move(value));
    return reason;
}

/// "{form KEY VERSION [STATE YEAR]}"
std::optional<AnswersFile> read_head(const Mark& mark) {
    const auto words = split(mark.content, ' ');
    if (words.size() != 3 && words.size() != 5) return std::nullopt;
    AnswersFile file;
    file.survey = words[1];
    const auto version = number_in(words[2]);
    const auto year = words.size() == 5 ? number_in(words[4]) : std::optional<std::int64_t>(0);
    if (!version || !year) return std::nullopt;
    file.version = *version;
    file.year = *year;
    if (words.size() == 5) file.state = words[3];
    file.is_partial = true;
    return file;
}

/// Whether something stands in the brackets before an option's mark; nothing where they are not there, or
/// what stands there is none of the signs people cross with.
std::optional<bool> is_crossed(std::string_view before) {
    const std::size_t close = before.rfind(']');
    const std::size_t open = close == std::string_view::npos ? close : before.rfind('[', close);
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view sign = trim_all(before.substr(open + 1, close - open - 1));
    if (sign.empty() || sign == "☐") return false;
    for (std::string_view known : {"x", "X", "v", "V", "×", "✓", "✔", "☑", "☒", "х", "Х"})
        if (sign == known) return true;
    return std::nullopt;
}

class Reading {
  public:
    Reading(std::string text, const Survey& survey, AnswersFile& file)
        : text_(std::move(text)), marks_(marks_in(text_)), survey_(survey), file_(file) {}

    void read() {
        for (const Mark& mark : marks_) note_mark(mark);
        for (const Section& section : survey_.sections)
            for (const Question& question : section.questions) read_question(question);
    }

  private:
    static std::string key_of(std::string_view content) {
        if (content.starts_with('/')) content.remove_prefix(1);
        return std::string(content.substr(0, content.find_first_of("=.")));
    }
    void note_mark(const Mark& mark) {
        if (mark.content.starts_with("form ")) return;
        if (mark.content == "seen" || mark.content.starts_with("seen ")) return read_seen(mark);
        places_[mark.content].push_back(&mark);
        const std::string key = key_of(mark.content);
        if (survey_.find(key) == nullptr && unknown_.insert({key, true}).second)
            leave(key, &mark, because("national_reports.no_such_question", "question", key));
    }
    void read_seen(const Mark& mark) {
        const auto seen = parse_seen(std::string_view(mark.content).substr(4));
        if (!seen) return leave({}, &mark, because("national_reports.seen_shape"));
        file_.seen.insert(seen->begin(), seen->end());
    }
    void leave(std::string question, const Mark* at, Reason why) {
        file_.unread.push_back({std::move(question),
                                at != nullptr ? "line " + std::to_string(at->line) : std::string(),
                                std::move(why)});
    }
    [[nodiscard]] bool is_anywhere(const Question& question) const {
        return std::ranges::any_of(places_,
                                   [&](const auto& mark) { return key_of(mark.first) == question.key; });
    }
    /// The one place of a mark; null, and told, where it is gone or stands twice.
    const Mark* only(const Question& question, const std::string& content) {
        const auto found = places_.find(content);
        if (found == places_.end()) {
            leave(question.key, nullptr,
                  because("national_reports.mark_missing", "mark", "{" + content + "}"));
            return nullptr;
        }
        if (found->second.size() > 1) {
            leave(question.key, found->second[1],
                  because("national_reports.marked_twice", "question", "{" + content + "}"));
            return nullptr;
        }
        return found->second.front();
    }
    void read_question(const Question& question) {
        if (!is_anywhere(question))
            return leave(question.key, nullptr, because("national_reports.not_on_the_form"));
        Answer answer;
        const bool by_options = !survey_.choices_of(question).empty();
        const bool read = by_options ? read_options(question, answer) : read_words(question, answer);
        const auto note = between(question, question.key + ".note");
        if (!read || !note) return;
        answer.note = *note;
        file_.answers.emplace(question.key, std::move(answer));
    }
    bool read_options(const Question& question, Answer& answer) {
        const std::size_t before = file_.unread.size();
        for (const Option& option : survey_.choices_of(question)) {
            const Mark* mark = only(question, question.key + "=" + option.key);
            if (mark == nullptr) continue;
            const auto crossed = is_crossed(line_before(*mark));
            if (!crossed)
                leave(question.key, mark,
                      because("national_reports.cross_unclear", "value", std::string(line_before(*mark))));
            else if (*crossed)
                answer.chosen.push_back(option.key);
        }
        if (file_.unread.size() != before) return false;
        return is_possible(question, answer, nullptr);
    }
    bool read_words(const Question& question, Answer& answer) {
        const auto words = between(question, question.key);
        if (!words) return false;
        std::vector<Reason> problems;
        read_typed(survey_, question, *words, answer, problems);
        const Mark* at = places_[question.key].front();
        for (Reason& problem : problems) leave(question.key, at, std::move(problem));
        return problems.empty();
    }
    bool is_possible(const Question& question, const Answer& answer, const Mark* at) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        check_answer(survey_, question, answer, {}, problems);
        for (Reason& problem : problems.reasons) leave(question.key, at, std::move(problem));
        return problems.reasons.empty();
    }
    /// The text before the mark, back to the beginning of its line or the mark before it.
    [[nodiscard]] std::string_view line_before(const Mark& mark) const {
        std::size_t begin = mark.begin;
        while (begin > 0 && text_[begin - 1] != '\n' && text_[begin - 1] != '}') --begin;
        return trim_all(std::string_view(text_).substr(begin, mark.begin - begin));
    }
    std::optional<std::string> between(const Question& question, const std::string& content) {
        const Mark *open = only(question, content), *close = only(question, "/" + content);
        if (open == nullptr || close == nullptr) return std::nullopt;
        const bool other_between = std::ranges::any_of(marks_, [&](const Mark& mark) {
            return mark.begin > open->begin && mark.begin < close->begin && places_.contains(mark.content) &&
                   survey_.find(key_of(mark.content)) != nullptr;
        });
        if (close->begin < open->end || other_between) {
            leave(question.key, open, because("national_reports.marks_out_of_order"));
            return std::nullopt;
        }
        return nfc(trim_all(std::string_view(text_).substr(open->end, close->begin - open->end)));
    }

    std::string text_;
    std::vector<Mark> marks_;
    const Survey& survey_;
    AnswersFile& file_;
    std::map<std::string, std::vector<const Mark*>, std::less<>> places_;
    std::map<std::string, bool> unknown_;
};

} // namespace

Result<AnswersFile> head_of_form(std::span<const std::string> lines) {
    const std::string text = whole_text(lines);
    for (const Mark& mark : marks_in(text))
        if (mark.content.starts_with("form "))
            if (auto head = read_head(mark)) return *head;
    return refuse(Refusal::Kind::bad_input, "national_reports.form_marks_missing");
}

Result<AnswersFile> read_form(std::span<const std::string> lines, const Survey& survey) {
    auto file = head_of_form(lines);
    if (!file) return file;
    Reading(whole_text(lines), survey, *file).read();
    return file;
}

} // namespace poa::national_reports
