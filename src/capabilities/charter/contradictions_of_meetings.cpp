// SPDX-License-Identifier: Apache-2.0
// Plenaries, review conferences, what they do, and groups.
#include "capabilities/charter/contradictions_gathering.hpp"

#include <numeric>

namespace poa::charter {
namespace {

constexpr std::int64_t working_days_of_week = 5, weeks_of_year = 52;

bool has_other_rhythm(const Gathering& in, const Span& years) {
    const auto* other = in.find(clause::plenary::also_accepted_months);
    return in[clause::plenary::frequency_flexible] || (other != nullptr && has_multiple_of(years, *other));
}

void on_review_interval(Gathering& in) {
    const Span* years = in.find(clause::review::every_years);
    const std::int64_t months = in[clause::plenary::every_months];
    if (years == nullptr || !in[clause::review::takes_place_of_plenary] || has_multiple_of(*years, months))
        return;
    in.add(has_other_rhythm(in, *years) ? "remark.review_only_if_plenaries_move"
                                        : "contradiction.review_never_with_plenary",
           {{"years", text_of(*years)}, {"months", std::to_string(months)}}, clause::plenary::every_months,
           clause::review::every_years, clause::review::takes_place_of_plenary);
}

void on_no_review(Gathering& in) {
    const auto& held = clause::review::held;
    if (in.find(clause::review::every_years) != nullptr)
        in.add("contradiction.no_review_but_interval", {{"years", in.text(clause::review::every_years)}},
               held, clause::review::every_years);
    if (in[clause::review::takes_place_of_plenary])
        in.add("contradiction.no_review_but_takes_place", {}, held, clause::review::takes_place_of_plenary);
    if (in[clause::review::first_affirms])
        in.add("contradiction.no_review_but_affirms", {}, held, clause::review::first_affirms);
    if (in[clause::review::charter_changes_only_here])
        in.add("contradiction.charter_never_changes", {}, held, clause::review::charter_changes_only_here);
    if (in.lists(clause::founding::adoption_chain, "review_conference_affirms"))
        in.add("contradiction.no_review_but_in_chain", {}, clause::founding::adoption_chain, held);
    if (in.lists(clause::other_meetings::prepared, "review"))
        in.add("contradiction.no_review_but_prepared", {}, held, clause::other_meetings::prepared);
    if (in[clause::programme_of_work::adopted_by] == "review_conference")
        in.add("contradiction.programme_never_adopted", {}, held, clause::programme_of_work::adopted_by);
    if (in[clause::framework::updated_by] == std::vector<std::string>{"review_conference"})
        in.add("contradiction.framework_never_updated", {}, held, clause::framework::updated_by);
    if (in[clause::groups::created_by] == "review_conference")
        in.add("contradiction.groups_never_created", {}, held, clause::groups::created_by);
}

void on_review(Gathering& in) {
    if (!in[clause::review::held]) {
        on_no_review(in);
        return;
    }
    on_review_interval(in);
    if (in.find(clause::review::every_years) == nullptr)
        in.add("remark.review_without_interval", {}, clause::review::held, clause::review::every_years);
}

void on_progress_review(Gathering& in) {
    const auto* progress = in.find(clause::review::progress_every_months);
    const std::int64_t months = in[clause::plenary::every_months];
    if (progress != nullptr && *progress % months != 0)
        in.add("remark.progress_between_plenaries",
               {{"progress", std::to_string(*progress)}, {"months", std::to_string(months)}},
               clause::plenary::every_months, clause::review::progress_every_months);
}

void on_programme_of_work(Gathering& in) {
    const Span& years = in[clause::programme_of_work::years];
    const std::int64_t months = in[clause::plenary::every_months];
    const std::string& adopter = in[clause::programme_of_work::adopted_by];
    const Span* review = in.find(clause::review::every_years);
    if (adopter == "plenary" && years.most * 12 < months)
        in.add("contradiction.programme_ends_before_plenary",
               {{"years", text_of(years)}, {"months", std::to_string(months)}}, clause::plenary::every_months,
               clause::programme_of_work::years, clause::programme_of_work::adopted_by);
    else if (adopter == "plenary" && !has_multiple_of(years, months))
        in.add("remark.programme_between_plenaries",
               {{"years", text_of(years)}, {"months", std::to_string(months)}}, clause::plenary::every_months,
               clause::programme_of_work::years);
    if (adopter == "review_conference" && review != nullptr && years.most < review->least)
        in.add("contradiction.programme_ends_before_review",
               {{"years", text_of(years)}, {"review", text_of(*review)}}, clause::review::every_years,
               clause::programme_of_work::years, clause::programme_of_work::adopted_by);
    if (adopter == "declaration")
        in.add("remark.programme_adopted_once", {{"years", text_of(years)}}, clause::programme_of_work::years,
               clause::programme_of_work::adopted_by);
}

void on_functions(Gathering& in) {
    if (in[clause::groups::created_by] == "plenary" && !in.lists(clause::plenary::functions, "create_groups"))
        in.add("remark.groups_no_function_of_plenary", {}, clause::plenary::functions,
               clause::groups::created_by);
    if (in.lists(clause::framework::updated_by, "plenary") &&
        !in.lists(clause::plenary::functions, "update_framework"))
        in.add("remark.framework_no_function_of_plenary", {}, clause::plenary::functions,
               clause::framework::updated_by);
}

std::int64_t meetings_of(const GroupPlan& group, std::int64_t least) {
    return std::max(group.meetings_per_year, least);
}

void on_group_meetings(Gathering& in) {
    const std::int64_t least = in[clause::groups::meetings_per_year_min];
    for (const GroupPlan& group : in[clause::groups::list])
        if (group.meetings_per_year < least)
            in.add("contradiction.group_meets_too_seldom",
                   {{"group", group.title},
                    {"meetings", std::to_string(group.meetings_per_year)},
                    {"least", std::to_string(least)}},
                   clause::groups::list, clause::groups::meetings_per_year_min);
}

void on_group_days(Gathering& in) {
    const auto& groups = in[clause::groups::list];
    const std::int64_t least = in[clause::groups::meetings_per_year_min];
    const std::int64_t weeks_between = in[clause::other_meetings::weeks_between_min];
    std::int64_t days = 0, rounds = 0;
    for (const GroupPlan& group : groups) {
        days += meetings_of(group, least) * group.days;
        rounds = std::max(rounds, meetings_of(group, least));
    }
    if (const auto* most = in.find(clause::groups::days_per_year_max); most != nullptr && days > *most)
        in.add("contradiction.group_days_over_limit",
               {{"days", std::to_string(days)}, {"most", std::to_string(*most)}}, clause::groups::list,
               clause::groups::days_per_year_max, clause::groups::meetings_per_year_min);
    // Meetings of one round may follow one another at once, so the free weeks lie between rounds alone.
    const std::int64_t needed =
        days + std::max<std::int64_t>(rounds - 1, 0) * weeks_between * working_days_of_week;
    if (!in[clause::groups::parallel] && needed > weeks_of_year * working_days_of_week)
        in.add("contradiction.groups_must_overlap",
               {{"days", std::to_string(days)},
                {"weeks_between", std::to_string(weeks_between)},
                {"needed", std::to_string(needed)},
                {"available", std::to_string(weeks_of_year * working_days_of_week)}},
               clause::groups::list, clause::groups::parallel, clause::groups::meetings_per_year_min,
               clause::other_meetings::weeks_between_min);
}

void on_group_number(Gathering& in) {
    const auto number = static_cast<std::int64_t>(in[clause::groups::list].size());
    if (const auto* most = in.find(clause::groups::at_once_max); most != nullptr && number > *most)
        in.add("contradiction.more_groups_than_allowed",
               {{"groups", std::to_string(number)}, {"most", std::to_string(*most)}}, clause::groups::list,
               clause::groups::at_once_max);
}

void on_group_matters(Gathering& in) {
    const bool may = in.lists(clause::groups::may_study, "binding_obligations");
    const std::string& track = in[clause::framework::binding_track];
    if (may && track == "none")
        in.add("contradiction.binding_study_without_track", {}, clause::groups::may_study,
               clause::framework::binding_track);
    if (!may && track == "negotiate")
        in.add("remark.binding_track_without_group", {}, clause::groups::may_study,
               clause::framework::binding_track);
    for (const GroupPlan& group : in[clause::groups::list])
        if (group.topic == "binding_obligations" && !may)
            in.add("contradiction.group_on_matter_not_allowed", {{"group", group.title}},
                   clause::groups::list, clause::groups::may_study);
}

} // namespace

void gather_on_meetings(Gathering& in) {
    on_review(in);
    on_progress_review(in);
    on_programme_of_work(in);
    on_functions(in);
}

void gather_on_groups(Gathering& in) {
    on_group_meetings(in);
    on_group_days(in);
    on_group_number(in);
    on_group_matters(in);
}

} // namespace poa::charter
