// SPDX-License-Identifier: Apache-2.0
#pragma once
// How delegations behave where years of a charter are played: stated, adjustable, shown beside every result.

#include <span>
#include <string_view>

namespace poa::charter {

/// Shares between 0 and 1 unless said otherwise.
struct Conduct {
    double report_on_time = 0.35;      ///< of reports that fall due
    double report_late = 0.2;          ///< of them, within the year
    double never_reports = 0.1;        ///< of States
    double in_directory = 0.62;        ///< of States
    double answers_check = 0.6;        ///< of points of contact in post
    double contact_leaves = 0.2;       ///< of points of contact in a year
    double months_to_replace = 4;      ///< on average, in months
    double attends = 0.75;             ///< of delegations, of a meeting with no clash
    double attends_one_of_two = 0.5;   ///< of one-person missions that attend, of the second of two at once
    double one_person_missions = 0.3;  ///< of delegations
    double proposals_per_year = 6;     ///< substantive, put to a plenary; a number
    double procedural_per_session = 3; ///< a number
    double group_proposals_per_year = 0.5;     ///< a number
    double framework_proposals_per_year = 0.3; ///< a number
    double charter_proposals_per_year = 0.1;   ///< a number
    double objects = 0.0015;                   ///< one delegation, one proposal, where consensus is asked
    double objects_again = 0.7;                ///< of who objected, when the proposal comes back
    double times_put = 3;        ///< a proposal that is not adopted comes back so often in all; a number
    double votes_against = 0.12; ///< one delegation, one proposal, where there is a vote
    double abstains = 0.2;       ///< of who does not vote against
    double applications_per_year = 80; ///< organisations; a number
    double new_applicants = 0.2;       ///< of them, where those who were accredited need not apply again
    double in_consultative_status = 0.17;
    double objects_to_application = 0.0022; ///< one delegation, one application
    double withdraws_after_consultation = 0.15;
    double days_of_consultation = 14; ///< a number
    bool operator==(const Conduct&) const = default;
};

struct ConductSpec {
    std::string_view key, title; ///< title is a source string
    double Conduct::*member;
    double least = 0, most = 1;
    std::string_view basis; ///< source string: where the figure comes from
};
[[nodiscard]] std::span<const ConductSpec> conduct_specs();
/// By key; null where there is none.
[[nodiscard]] const ConductSpec* find_conduct(std::string_view key);

} // namespace poa::charter
