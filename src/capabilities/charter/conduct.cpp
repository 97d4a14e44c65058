// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/conduct.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

constexpr std::string_view assumed = N_("assumed; nobody has published a figure");
constexpr std::string_view small_arms = N_("as under the programme of action on small arms: between half and "
                                           "62 per cent of States report, counting late "
                                           "reports");
constexpr std::string_view round_of_2022 = N_("as in the round of 2022 of the open-ended working group: 86 "
                                              "applications, 32 rejected, 17 in consultative "
                                              "status");

constexpr std::array specs{
    ConductSpec{"report_on_time", N_("Reports made by the day they are due"), &Conduct::report_on_time, 0, 1,
                small_arms},
    ConductSpec{"report_late", N_("Reports made late, within a year"), &Conduct::report_late, 0, 1,
                small_arms},
    ConductSpec{
        "never_reports", N_("States that never report"), &Conduct::never_reports, 0, 1,
        N_("as under the programme of action on small arms: 174 States reported at least once in 20 years")},
    ConductSpec{"in_directory", N_("States with points of contact"), &Conduct::in_directory, 0, 1,
                N_("as in the directory of points of contact in October 2025: more than 120 of 193 States")},
    ConductSpec{"answers_check", N_("Points of contact in post that answer a communication check"),
                &Conduct::answers_check, 0, 1, assumed},
    ConductSpec{
        "contact_leaves", N_("Points of contact that leave in a year"), &Conduct::contact_leaves, 0, 1,
        N_("as among focal points of the International Health Regulations: about 20 per cent a year")},
    ConductSpec{"months_to_replace", N_("Months until a point of contact is replaced, on average"),
                &Conduct::months_to_replace, 1, 60, assumed},
    ConductSpec{"attends", N_("Delegations that attend a meeting"), &Conduct::attends, 0, 1, assumed},
    ConductSpec{"attends_one_of_two",
                N_("One-person missions that still attend the second of two meetings at once"),
                &Conduct::attends_one_of_two, 0, 1, assumed},
    ConductSpec{"one_person_missions", N_("Delegations of one person"), &Conduct::one_person_missions, 0, 1,
                assumed},
    ConductSpec{"proposals_per_year", N_("Proposals of substance in a year"), &Conduct::proposals_per_year, 0,
                200, assumed},
    ConductSpec{"procedural_per_session", N_("Questions of procedure at a session"),
                &Conduct::procedural_per_session, 0, 200, assumed},
    ConductSpec{"group_proposals_per_year", N_("Proposals to create a group in a year"),
                &Conduct::group_proposals_per_year, 0, 50, assumed},
    ConductSpec{"framework_proposals_per_year", N_("Proposals to change the framework in a year"),
                &Conduct::framework_proposals_per_year, 0, 50, assumed},
    ConductSpec{"charter_proposals_per_year", N_("Proposals to change the charter in a year"),
                &Conduct::charter_proposals_per_year, 0, 50, assumed},
    ConductSpec{"objects", N_("Chance that one delegation objects to one proposal"), &Conduct::objects, 0, 1,
                assumed},
    ConductSpec{"objects_again", N_("Delegations that object again when a proposal comes back"),
                &Conduct::objects_again, 0, 1, assumed},
    ConductSpec{"times_put", N_("Times a proposal that is not adopted is put in all"), &Conduct::times_put, 1,
                50, assumed},
    ConductSpec{"votes_against", N_("Chance that one delegation votes against one proposal"),
                &Conduct::votes_against, 0, 1, assumed},
    ConductSpec{"abstains", N_("Delegations that abstain, of those that do not vote against"),
                &Conduct::abstains, 0, 1, assumed},
    ConductSpec{"applications_per_year", N_("Organisations that apply for accreditation in a year"),
                &Conduct::applications_per_year, 0, 5000, round_of_2022},
    ConductSpec{"new_applicants", N_("Applicants who apply for the first time, of all in a year"),
                &Conduct::new_applicants, 0, 1, assumed},
    ConductSpec{"in_consultative_status", N_("Applicants in consultative status"),
                &Conduct::in_consultative_status, 0, 1, round_of_2022},
    ConductSpec{"objects_to_application", N_("Chance that one delegation objects to one application"),
                &Conduct::objects_to_application, 0, 1, round_of_2022},
    ConductSpec{"withdraws_after_consultation", N_("Objections withdrawn after consultation"),
                &Conduct::withdraws_after_consultation, 0, 1, assumed},
    ConductSpec{"days_of_consultation", N_("Days of consultation with an objecting State"),
                &Conduct::days_of_consultation, 1, 365, assumed},
};

} // namespace

std::span<const ConductSpec> conduct_specs() {
    return specs;
}

const ConductSpec* find_conduct(std::string_view key) {
    const auto* found = std::ranges::find(specs, key, &ConductSpec::key);
    return found == specs.end() ? nullptr : found;
}

} // namespace poa::charter
