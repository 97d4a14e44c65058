// SPDX-License-Identifier: Apache-2.0
// The assumptions with where each comes from. What nobody published a figure on says so.
#include "base/input.hpp"
#include "capabilities/charter/burden.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

using Assumed = BurdenAssumptions;

constexpr std::string_view hours = N_("hours"), words = N_("words"), people = N_("people"),
                           dollars = N_("United States dollars"), share = N_("share, 0 to 1"),
                           number = N_("number"),
                           nobody_knows = N_("Assumption: no published figure was found.");

constexpr std::array specs{
    AssumptionSpec{"meeting_hours_per_day", N_("Hours of one meeting day"), hours,
                   &Assumed::meeting_hours_per_day, 0, 12,
                   N_("A United Nations meeting day has two meetings of three hours.")},
    AssumptionSpec{"preparation_hours_per_meeting_day",
                   N_("Hours of preparing and reporting for one meeting day"), hours,
                   &Assumed::preparation_hours_per_meeting_day, 0, 24, nobody_knows},
    AssumptionSpec{"people_in_a_meeting", N_("People whom a delegation sends to one meeting, if it has them"),
                   people, &Assumed::people_in_a_meeting, 1, 10,
                   N_("Assumption: one, the least that follows a meeting.")},
    AssumptionSpec{"words_read_per_hour", N_("Words read in an hour"), words, &Assumed::words_read_per_hour,
                   500, 60000,
                   N_("Assumption: 150 words a minute, read with care and often not in one's first "
                      "language.")},
    AssumptionSpec{"words_per_document", N_("Words of one document"), words, &Assumed::words_per_document,
                   100, 100000,
                   N_("Average length of a report of the United Nations in 2024: 11,000 words.")},
    AssumptionSpec{"statements_per_meeting_day", N_("Statements of a delegation on one meeting day"), number,
                   &Assumed::statements_per_meeting_day, 0, 10, nobody_knows},
    AssumptionSpec{"hours_per_statement", N_("Hours to write and clear one statement"), hours,
                   &Assumed::hours_per_statement, 0, 100, nobody_knows},
    AssumptionSpec{
        "hours_per_report", N_("Hours to write and clear one national report"), hours,
        &Assumed::hours_per_report, 0, 2000,
        N_("Assumption: three weeks of one person, as several ministries answer. No published figure was "
           "found.")},
    AssumptionSpec{"hours_per_communication_check", N_("Hours to answer one communication check"), hours,
                   &Assumed::hours_per_communication_check, 0, 40, nobody_knows},
    AssumptionSpec{
        "hours_per_objection_window", N_("Hours to look through one list of applicants"), hours,
        &Assumed::hours_per_objection_window, 0, 200,
        N_("Assumption: in 2022 a list had 86 applicants; two hours are a minute and a half for each.")},
    AssumptionSpec{"travel_share", N_("Share of what is attended that is travelled to"), share,
                   &Assumed::travel_share, 0, 1,
                   N_("Assumption: most delegations have a mission in New York, fewer in other places.")},
    AssumptionSpec{
        "followed_from_afar_if_hybrid",
        N_("Share of journeys to hybrid meetings that are not made, as the meeting is followed from afar"),
        share, &Assumed::followed_from_afar_if_hybrid, 0, 1, nobody_knows},
    AssumptionSpec{"travel_cost", N_("One journey of one person"), dollars, &Assumed::travel_cost, 0, 50000,
                   nobody_knows},
    AssumptionSpec{"daily_cost", N_("One day away of one person"), dollars, &Assumed::daily_cost, 0, 5000,
                   nobody_knows},
    AssumptionSpec{"hour_cost", N_("One hour of work"), dollars, &Assumed::hour_cost, 0, 1000, nobody_knows},
    AssumptionSpec{"working_hours_per_year", N_("Working hours of one person in a year"), hours,
                   &Assumed::working_hours_per_year, 500, 4000,
                   N_("Assumption: about 212 days of eight hours.")},
};

} // namespace

std::span<const AssumptionSpec> assumption_specs() {
    return specs;
}

const AssumptionSpec* find_assumption(std::string_view key) {
    auto found = std::ranges::find(specs, key, &AssumptionSpec::key);
    return found == specs.end() ? nullptr : &*found;
}

} // namespace poa::charter
