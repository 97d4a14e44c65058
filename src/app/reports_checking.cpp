// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/reports_printing.hpp"
#include "app/reports_verbs.hpp"
#include "capabilities/national_reports/converting_form.hpp"
#include "capabilities/national_reports/keeping_import.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"

#include <iostream>

namespace poa::app {
namespace {

using namespace national_reports;
using FoundSurvey = std::shared_ptr<const Survey>;

FoundSurvey shipped(std::string_view key) {
    const Survey* survey = shipped_survey(key);
    return survey == nullptr ? nullptr : std::make_shared<const Survey>(*survey);
}

/// Surveys of an instance where one is named, else those that come with the program.
class Surveys {
  public:
    explicit Surveys(const ReportsWish& wish) {
        if (!wish.folder.empty()) instance_ = std::make_unique<Instance>(Settings{.data = wish.folder});
    }
    [[nodiscard]] FoundSurvey find(std::string_view key, std::int64_t version) {
        if (!instance_) return shipped(key);
        return instance_->database().read([&](storage::Session& session) -> FoundSurvey {
            auto kept =
                version > 0 ? store::survey(session, key, version) : store::survey_in_use(session, key);
            if (!kept) kept = store::survey_in_use(session, key);
            return kept ? survey_of(session, kept->id) : shipped(key);
        });
    }

  private:
    std::unique_ptr<Instance> instance_;
};

} // namespace

int check_answers_file(const ReportsWish& wish) {
    Surveys surveys(wish);
    auto bytes = without_pdf(bytes_of_file(wish.file));
    if (!bytes) return print_file_refusal(wish.file, bytes.error());
    const auto find = [&](std::string_view key, std::int64_t version) { return surveys.find(key, version); };
    auto file = read_answers(find, *bytes);
    if (!file) return print_file_refusal(wish.file, file.error());
    const FoundSurvey against = wish.survey.empty() ? surveys.find(file->survey, file->version)
                                                    : surveys.find(wish.survey, wish.version);
    if (!against) {
        std::cerr << "poa: there is no such survey: " << (wish.survey.empty() ? file->survey : wish.survey)
                  << "\n";
        return 1;
    }
    std::size_t fitting = 0, blank = 0;
    for (const auto& [key, answer] : file->answers) {
        Reason why = first_reason(*against, key, answer);
        if (!why.code.empty())
            file->unread.push_back({key, {}, std::move(why)});
        else
            ++(answer.is_empty() ? blank : fitting);
    }
    std::cout << wish.file << ": " << fitting << " answers to " << against->key << ", " << blank
              << " left blank, " << file->unread.size() << " that cannot be taken\n";
    print_left(file->unread);
    return file->unread.empty() ? 0 : 1;
}

} // namespace poa::app
