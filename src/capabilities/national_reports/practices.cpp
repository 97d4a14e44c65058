// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/practices.hpp"

#include "capabilities/national_reports/answer_words.hpp"

#include <algorithm>

namespace poa::national_reports {

bool can_be_offered(const Question& question) {
    return question.purpose == Purpose::practice || question.purpose == Purpose::lesson;
}

std::string text_to_offer(const Survey& survey, std::span<const ReleasedAnswer> release,
                          std::string_view question, std::string_view language) {
    const Question* asked = survey.find(question);
    const auto found = std::ranges::find(release, question, &ReleasedAnswer::question);
    if (asked == nullptr || !can_be_offered(*asked) || found == release.end()) return {};
    if (found->sharing.audience != Audience::everyone) return {};
    return text_in_words(survey, *asked, found->answer, language);
}

} // namespace poa::national_reports
