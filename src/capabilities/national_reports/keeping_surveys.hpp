// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on drafts of surveys have in common: who acts on which draft, how it is kept, what is
// recorded.

#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/national_reports/xlsform.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

inline constexpr std::size_t survey_upload_bytes_max = std::size_t{8} << 20;

struct DraftedSurvey {
    KeptSurvey survey;
    std::vector<LeftOut> left_out; ///< of an XLSForm
};

/// Who acts on drafts of surveys, and for which body. Refuses as the permission table.
[[nodiscard]] Result<identity::Permit> permit_for_surveys(const identity::Actor& actor,
                                                          std::string_view command);
/// "survey:sample:2", for the journal.
[[nodiscard]] std::string subject_of(const KeptSurvey& survey);

/// The draft as it was seen. Refuses (not_found) "national_reports.no_survey"; (rule)
/// "national_reports.survey_not_draft", "national_reports.survey_of_others" (body); (conflict)
/// "national_reports.survey_changed_meanwhile". A draft of the command line is the secretariat's.
[[nodiscard]] Result<KeptSurvey> draft_seen(storage::Session& session, const identity::Permit& permit,
                                            std::string_view key, std::int64_t version,
                                            std::int64_t revision);
/// Keeps another text of the draft and records it under `act`, with revision and digest. Refuses (conflict)
/// "national_reports.survey_changed_meanwhile".
[[nodiscard]] Result<KeptSurvey> keep_draft(ledger::Work& work, const identity::Actor& actor,
                                            const identity::Permit& permit, KeptSurvey kept,
                                            const Survey& survey, std::string_view act);

/// Whether the actor may change that draft.
[[nodiscard]] bool may_revise(const identity::Actor& actor, const KeptSurvey& survey);
/// Drafts are read by who acts for a Member State, by the secretariat, and by who made them.
[[nodiscard]] bool may_read(const identity::Actor& actor, const KeptSurvey& survey);

} // namespace poa::national_reports
