// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on a report have in common: who acts on which report, how it goes on, what is recorded.

#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/store.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace poa::national_reports {

/// The template a report answers. Kept in memory by its digest.
[[nodiscard]] std::shared_ptr<const Survey> survey_of(storage::Session& session, Id<SurveyVersion> id);

/// Somebody acting on a report, with an appointment that holds at this moment.
struct ActingOn {
    KeptReport report;
    identity::Permit permit; ///< of the State, or of an organisation that helps it
    std::shared_ptr<const Survey> survey;
    std::int64_t person = 0;
    [[nodiscard]] bool is_helper() const {
        return permit.body && permit.body->kind() == identity::Body::Kind::organisation;
    }
};
/// Whether the actor could do it for some State or organisation; refuses as the permission table.
[[nodiscard]] Result<identity::Permit> may_act(const identity::Actor& actor, std::string_view command);
/// Refuses as the permission table; (not_found) "national_reports.no_such_report" where it is none of the
/// actor's: reports of others stay unknown; "identity.appointment_over".
[[nodiscard]] Result<ActingOn> act_on_report(ledger::Work& work, const identity::Actor& actor,
                                             std::string_view command, Id<NationalReport> report);
/// What the actor may read of: own State's reports, and those it helps with today.
[[nodiscard]] bool may_fill_in(storage::Session& session, const identity::Actor& actor,
                               const KeptReport& report, Day today);

/// Whether a release of the report is in view.
[[nodiscard]] bool release_stands(storage::Session& session, const KeptReport& report);

/// To the next stage; revision up by one; the step is kept where the stage changes. Refuses as `after`, and
/// (conflict) "national_reports.changed_meanwhile".
[[nodiscard]] Result<void> go_on(ledger::Work& work, ActingOn& on, ReportVerb verb, std::string note = {});

/// The beginning of an entry on a report, for the own delegation: State, year and survey are its first facts.
[[nodiscard]] ledger::Entry entry_of(std::string act, const ActingOn& on);

} // namespace poa::national_reports
