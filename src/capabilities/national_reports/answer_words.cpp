// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/answer_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {

std::vector<std::string> words_of(const Survey& survey, const Question& question, const Answer& answer,
                                  std::string_view language) {
    std::vector<std::string> lines;
    const auto choices = survey.choices_of(question);
    for (const std::string& key : answer.chosen) {
        const auto known = std::ranges::find(choices, key, &Option::key);
        lines.emplace_back(known == choices.end() ? std::string_view(key) : known->label.in(language).text);
    }
    if (!answer.text.empty()) lines.push_back(answer.text);
    if (answer.day) lines.push_back(answer.day->iso());
    for (const auto& row : answer.rows) lines.push_back(join(row, " | "));
    for (const AnswerFile& file : answer.files) lines.push_back(file.name);
    return lines;
}

std::string text_in_words(const Survey& survey, const Question& question, const Answer& answer,
                          std::string_view language) {
    auto lines = words_of(survey, question, answer, language);
    if (!answer.note.empty()) lines.push_back(answer.note);
    return join(lines, "\n");
}

} // namespace poa::national_reports
