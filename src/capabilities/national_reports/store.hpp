// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of surveys and reports, to types and back. Everything runs in the session it is given.

#include "capabilities/national_reports/national_report.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

enum class SurveyStage : std::uint8_t { draft, in_use, replaced };

/// A version of a survey as it is kept.
struct KeptSurvey {
    Id<SurveyVersion> id;
    std::string key;
    std::int64_t version = 0;
    SurveyStage stage = SurveyStage::draft;
    std::string content; ///< JSON
    Sha256 digest;
    std::int64_t revision = 0;
    std::string made_by;
    Instant made_at;
    std::optional<Instant> adopted_at;
    std::string decision;
};

/// A report as it is kept, without its answers.
struct KeptReport {
    Id<NationalReport> id;
    std::string state; ///< ISO3
    Id<SurveyVersion> survey;
    std::int64_t year = 0;
    ReportStage stage = ReportStage::open;
    std::int64_t revision = 0;
    Instant opened_at;
    std::int64_t opened_by = 0;
    std::optional<Instant> submitted_at;
    std::int64_t release = 0;
};

/// A text an answer had, or one that stands beside it.
struct AnswerVersion {
    std::int64_t number = 0;
    Answer answer;
    std::int64_t revision = 0; ///< 0: it stands beside
    std::int64_t base = 0;
    std::string origin;
    Instant at;
    std::int64_t person = 0;
    std::optional<Instant> settled_at;
};

struct SectionTask {
    std::string section;
    std::string ministry;
    std::int64_t person = 0; ///< 0: nobody yet
    std::optional<Day> due;
    bool ready = false;
    Instant set_at;
};

struct AnswerComment {
    std::int64_t id = 0;
    std::string question;
    std::string text;
    std::int64_t person = 0;
    Instant at;
    bool settled = false;
};

struct KeptRelease {
    std::int64_t number = 0;
    Sha256 digest;
    Instant at;
    std::int64_t approved_by = 0;
    std::optional<Instant> withdrawn_at;
};

/// One act that took a report from stage to stage.
struct ReportHistoryStep {
    ReportVerb verb = ReportVerb::save;
    ReportStage stage = ReportStage::open; ///< after it
    std::int64_t revision = 0;             ///< of the report after it
    std::string note;
    std::int64_t person = 0;
    Instant at;
};

/// An organisation that a State lets fill in a report with it.
struct Help {
    std::string organisation; ///< key
    Day until;                ///< its last day
    Instant allowed_at;
    std::int64_t allowed_by = 0;
    std::optional<Instant> ended_at;
};

namespace store {

// surveys
Id<SurveyVersion> add_survey(storage::Session& session, const KeptSurvey& survey);
/// Of a draft; false where its revision is not `survey.revision` any more. The revision goes up by one.
[[nodiscard]] bool revise_survey(storage::Session& session, const KeptSurvey& survey);
/// Makes the draft the version in use, and the one before it replaced.
void adopt_survey(storage::Session& session, Id<SurveyVersion> id, Instant at, std::string_view decision);
[[nodiscard]] std::optional<KeptSurvey> survey(storage::Session& session, Id<SurveyVersion> id);
[[nodiscard]] std::optional<KeptSurvey> survey(storage::Session& session, std::string_view key,
                                               std::int64_t version);
[[nodiscard]] std::optional<KeptSurvey> survey_in_use(storage::Session& session, std::string_view key);
/// All versions, by key and version; contents left empty.
[[nodiscard]] std::vector<KeptSurvey> surveys(storage::Session& session);

/// Without its content.
[[nodiscard]] std::optional<Sha256> survey_digest(storage::Session& session, Id<SurveyVersion> id);

// reports
Id<NationalReport> add_report(storage::Session& session, const KeptReport& report);
/// Stage, revision, submitted_at and release as given; false where the kept revision is not `seen` any more.
[[nodiscard]] bool change_report(storage::Session& session, const KeptReport& report, std::int64_t seen);
/// The revision up by one, whatever it was: an answer was saved.
void touch_report(storage::Session& session, Id<NationalReport> id);
[[nodiscard]] std::optional<KeptReport> report(storage::Session& session, Id<NationalReport> id);
[[nodiscard]] std::vector<KeptReport> reports_of(storage::Session& session,
                                                 std::string_view state); ///< newest first
/// Those with a release that stands, of years `first` to `last`, by year and State.
[[nodiscard]] std::vector<KeptReport> released_reports(storage::Session& session, std::int64_t first,
                                                       std::int64_t last);

void add_step(storage::Session& session, Id<NationalReport> report, const ReportHistoryStep& step);
[[nodiscard]] std::vector<ReportHistoryStep> steps(storage::Session& session, Id<NationalReport> report);

// help
/// Allowed again where it was ended or ran out.
void put_help(storage::Session& session, Id<NationalReport> report, const Help& help);
/// False where that organisation does not help on that day.
[[nodiscard]] bool end_help(storage::Session& session, Id<NationalReport> report,
                            std::string_view organisation, Day today, Instant at);
[[nodiscard]] std::vector<Help> help(storage::Session& session, Id<NationalReport> report);
/// Reports that the organisation may fill in on that day.
[[nodiscard]] std::vector<KeptReport> helped_by(storage::Session& session, std::string_view organisation,
                                                Day today);

// answers
[[nodiscard]] HeldAnswers answers(storage::Session& session, Id<NationalReport> report);
[[nodiscard]] std::optional<HeldAnswer> answer(storage::Session& session, Id<NationalReport> report,
                                               std::string_view question);
void put_answer(storage::Session& session, Id<NationalReport> report, std::string_view question,
                const HeldAnswer& answer);
/// Returns its number.
std::int64_t add_version(storage::Session& session, Id<NationalReport> report, std::string_view question,
                         const AnswerVersion& version);
[[nodiscard]] std::vector<AnswerVersion> versions(storage::Session& session, Id<NationalReport> report,
                                                  std::string_view question);
/// The answer as it was at a revision of it; nothing where it never had that one.
[[nodiscard]] std::optional<Answer> answer_at(storage::Session& session, Id<NationalReport> report,
                                              std::string_view question, std::int64_t revision);
/// Unsettled versions that stand beside their answers, with the question of each.
[[nodiscard]] std::vector<std::pair<std::string, AnswerVersion>> beside(storage::Session& session,
                                                                        Id<NationalReport> report);
void settle(storage::Session& session, Id<NationalReport> report, std::string_view question, Instant at);

// evidence
/// That this report may speak of the file; once, however often it is attached.
void add_evidence(storage::Session& session, Id<NationalReport> report, const AnswerFile& file, Instant at,
                  std::int64_t person);
[[nodiscard]] std::optional<AnswerFile> evidence(storage::Session& session, Id<NationalReport> report,
                                                 const Sha256& digest);
/// Of all files of the report together, each counted once.
[[nodiscard]] std::int64_t evidence_bytes(storage::Session& session, Id<NationalReport> report);

// tasks and comments
void put_task(storage::Session& session, Id<NationalReport> report, const SectionTask& task);
[[nodiscard]] std::vector<SectionTask> tasks(storage::Session& session, Id<NationalReport> report);
std::int64_t add_comment(storage::Session& session, Id<NationalReport> report, const AnswerComment& comment);
/// False where there is no such comment of the report.
[[nodiscard]] bool settle_comment(storage::Session& session, Id<NationalReport> report, std::int64_t comment);
[[nodiscard]] std::vector<AnswerComment> comments(storage::Session& session, Id<NationalReport> report);

// releases
void add_release(storage::Session& session, Id<NationalReport> report, const KeptRelease& release,
                 std::span<const ReleasedAnswer> answers);
void withdraw_release(storage::Session& session, Id<NationalReport> report, std::int64_t number, Instant at);
[[nodiscard]] std::vector<KeptRelease> releases(storage::Session& session, Id<NationalReport> report);
/// In the order of the survey. Nothing of a release that was withdrawn.
[[nodiscard]] std::vector<ReleasedAnswer> released(storage::Session& session, Id<NationalReport> report,
                                                   std::int64_t number);

} // namespace store
} // namespace poa::national_reports
