// SPDX-License-Identifier: Apache-2.0
#pragma once
// A record with surveys and released reports, for what they add up to.

#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/queries_progress.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "support/storage/test_databases.hpp"

#include <map>
#include <string>
#include <vector>

namespace poa::national_reports::progress_tests {

using poa::test::Engine;

/// What a State says to one question.
struct Said {
    std::string question;
    std::vector<std::string> chosen;
    Sharing sharing{Audience::everyone, {}, false};
};

inline Instant moment(const char* text) {
    return parse_instant(text).value();
}

class ProgressHouse {
  public:
    explicit ProgressHouse(Engine engine)
        : database(poa::test::make_test_database(engine, all_migrations())) {}

    /// The mechanism is founded with a shipped charter.
    void found(std::string_view charter) {
        const bool done = database->write([&](storage::Session& session) {
            ledger::Work work(session, now());
            return charter::found_mechanism(work, identity::Actor::operator_(),
                                            *charter::Presets::shipped().find(charter))
                .has_value();
        });
        require(done, "a charter that holds together");
    }

    /// A report for the year with one release, or a further release of the one that is there.
    Id<NationalReport> release(const std::string& state, std::int64_t year, const std::vector<Said>& said,
                               const std::string& survey = "framework-survey") {
        return database->write([&](storage::Session& session) {
            auto [report, is_new] = reports_.try_emplace({state, survey, year});
            if (is_new) {
                KeptReport kept{{}, state, survey_id(session, survey), year, ReportStage::open, 1, now(), 1,
                                {}, 0};
                report->second = store::add_report(session, kept);
            }
            KeptReport kept = store::report(session, report->second).value();
            KeptRelease release{kept.release + 1, {}, now(), 1, {}};
            std::vector<ReleasedAnswer> answers;
            for (const Said& one : said) {
                Answer answer;
                answer.chosen = one.chosen;
                answers.push_back({one.question, answer, one.sharing});
            }
            store::add_release(session, report->second, release, answers);
            kept.stage = ReportStage::submitted;
            kept.release = release.number;
            kept.submitted_at = release.at;
            require(store::change_report(session, kept, kept.revision), "nobody else is here");
            return report->second;
        });
    }
    void withdraw(Id<NationalReport> report) {
        database->write([&](storage::Session& session) {
            KeptReport kept = store::report(session, report).value();
            store::withdraw_release(session, report, kept.release, now());
            kept.stage = ReportStage::withdrawn;
            require(store::change_report(session, kept, kept.revision), "nobody else is here");
        });
    }
    template <class F> auto read(F&& body) { return database->read(std::forward<F>(body)); }

    [[nodiscard]] static const members::Register& states() {
        static const members::Register made(
            members::parse_reference({reference_file("members.json"), reference_file("organisations.json")})
                .value(),
            Sha256{});
        return made;
    }
    [[nodiscard]] static Day today() { return Day::parse("2030-06-01").value(); }

    poa::test::TestDatabase database;

  private:
    static std::vector<storage::Migration> all_migrations() {
        std::vector<storage::Migration> all;
        for (auto some : {ledger::migrations(), members::migrations(), charter::migrations(), migrations()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }
    /// Later than everything before.
    Instant now() { return Instant{moment("2030-01-01T00:00:00Z").microseconds + 1'000'000 * ++seconds_}; }
    Id<SurveyVersion> survey_id(storage::Session& session, const std::string& key) {
        if (auto found = store::survey(session, key, 1)) return found->id;
        const std::string content = text_of(*shipped_survey(key));
        return store::add_survey(
            session,
            {{}, key, 1, SurveyStage::in_use, content, sha256(content), 1, "secretariat", now(), {}, ""});
    }
    std::map<std::tuple<std::string, std::string, std::int64_t>, Id<NationalReport>> reports_;
    std::int64_t seconds_ = 0;
};

} // namespace poa::national_reports::progress_tests
