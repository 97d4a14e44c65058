// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/shipped_surveys.hpp"

#include "base/require.hpp"
#include "capabilities/national_reports/survey_file.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view first_one = "framework-survey";

std::vector<Survey> read_all() {
    std::vector<Survey> made;
    for (const Embedded& file : survey_files()) {
        auto survey = parse_survey(file.content);
        require(survey.has_value(), "a shipped survey reads without problems");
        require(survey->key + ".json" == file.path, "a shipped survey is called as its file");
        made.push_back(std::move(*survey));
    }
    std::ranges::stable_partition(made, [](const Survey& one) { return one.key == first_one; });
    return made;
}

} // namespace

const std::vector<Survey>& shipped_surveys() {
    static const std::vector<Survey> all = read_all();
    return all;
}

const Survey* shipped_survey(std::string_view key) {
    const auto found = std::ranges::find(shipped_surveys(), key, &Survey::key);
    return found == shipped_surveys().end() ? nullptr : &*found;
}

} // namespace poa::national_reports
