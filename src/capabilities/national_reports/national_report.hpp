// SPDX-License-Identifier: Apache-2.0
#pragma once
// A State's report: its stages, what each act needs, and what a release shows to whom. Pure.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct SurveyVersion;  ///< tag of Id<SurveyVersion>: a version of a survey
struct NationalReport; ///< tag of Id<NationalReport>

enum class ReportStage : std::uint8_t {
    open,      ///< being filled in; nobody outside the delegation sees it
    approving, ///< put before the approving authority
    submitted, ///< released to whom each answer says
    revising,  ///< released, and a revision is being filled in; the release stands meanwhile
    withdrawn, ///< its release is gone from view; the commitment of its digest stays in the ledger
};
[[nodiscard]] std::string_view name_of(ReportStage stage);  ///< "submitted"
[[nodiscard]] std::string_view title_of(ReportStage stage); ///< source string

enum class ReportVerb : std::uint8_t { save, put_up, send_back, submit, revise, withdraw };
[[nodiscard]] std::string_view name_of(ReportVerb verb); ///< "put_up"

/// One row a permitted act; what has no row is refused. Saving has a row for every stage: what was typed
/// while the line was down is taken whenever it comes. It takes a report out of the approver's hands, and
/// begins a revision of one that was released; releases themselves never change.
struct ReportStep {
    ReportStage from;
    ReportVerb verb;
    ReportStage to;
};
[[nodiscard]] std::span<const ReportStep> report_steps();
/// The stage after the act, or refuses (rule) "national_reports.not_at_this_stage" (facts: verb, stage).
[[nodiscard]] Result<ReportStage> after(ReportStage stage, ReportVerb verb);
/// The same where a release stands that the act leaves standing: `revising` where the table says `open`.
[[nodiscard]] Result<ReportStage> after(ReportStage stage, ReportVerb verb, bool release_stands);

/// An answer as it stands in a report that is being filled in.
struct HeldAnswer {
    Answer answer;
    Sharing sharing;
    std::int64_t revision = 0; ///< 0: never saved; counts the saves of this answer
    std::string origin;        ///< where it was filled in from: "report:12", "import", ""; see `confirmed`
    bool confirmed = true;     ///< false: filled in beforehand, nobody has looked at it yet
    Instant changed_at;
    std::int64_t changed_by = 0; ///< person
    bool operator==(const HeldAnswer&) const = default;
};
using HeldAnswers = std::map<std::string, HeldAnswer, std::less<>>; ///< by question

/// Of a release: what was released then, never changed.
struct ReleasedAnswer {
    std::string question;
    Answer answer;
    Sharing sharing;
    bool operator==(const ReleasedAnswer&) const = default;
};

/// What can be released: confirmed, not empty, and asked (its condition holds). The rest stays at home.
[[nodiscard]] std::vector<ReleasedAnswer> releasable(const Survey& survey, const HeldAnswers& answers);
/// How many answers nobody has confirmed yet.
[[nodiscard]] std::size_t unconfirmed(const HeldAnswers& answers);

/// SHA-256 over the release in the order of the survey: what the ledger commits to.
[[nodiscard]] Sha256 digest_of(std::span<const ReleasedAnswer> release);

/// How far a section is: of those asked, how many have an answer.
struct SectionProgress {
    std::string section;
    std::size_t asked = 0, answered = 0, to_confirm = 0;
    std::int64_t minutes_left = 0;
};
[[nodiscard]] std::vector<SectionProgress> progress_of(const Survey& survey, const HeldAnswers& answers);

} // namespace poa::national_reports
