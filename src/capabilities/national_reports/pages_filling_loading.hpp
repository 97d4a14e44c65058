// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the pages of a delegation's own reports have in common.

#include "capabilities/national_reports/pages_reports_loading.hpp"

#include <map>
#include <string>
#include <string_view>

namespace poa::national_reports {

[[nodiscard]] std::string name_of_state(const ReportReading& reading, std::string_view iso3);
/// In the reader's language, as far as there is one.
[[nodiscard]] std::string shown(const Texts& texts, const ReportReading& reading);
/// The key itself where the survey asks no such question.
[[nodiscard]] std::string label_of(const ReportReading& reading, const Survey& survey, std::string_view key);

/// Names of people, each asked for once.
class Names {
  public:
    explicit Names(storage::Session& session) : session_(session) {}
    const std::string& of(std::int64_t person) {
        const auto [place, is_new] = names_.try_emplace(person);
        if (is_new && person != 0)
            place->second = identity::name_of_person(session_, Id<identity::Person>{person}).value_or("");
        return place->second;
    }

  private:
    storage::Session& session_;
    std::map<std::int64_t, std::string> names_;
};

[[nodiscard]] ReportHead head_of(const ReportReading& reading, const KeptReport& report,
                                 const Survey& survey);
/// `question` null: the survey asks it no more.
[[nodiscard]] VersionRow version_row(const ReportReading& reading, Id<NationalReport> report,
                                     const Survey& survey, const Question* question,
                                     const AnswerVersion& version, Names& names);
/// With the answer; without what stands beside it and without comments.
[[nodiscard]] QuestionRow question_row(const ReportReading& reading, const Survey& survey,
                                       const Question& question, const HeldAnswers& answers);

} // namespace poa::national_reports
