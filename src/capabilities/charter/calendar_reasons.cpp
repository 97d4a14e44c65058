// SPDX-License-Identifier: Apache-2.0
// Why a meeting has no place, in words that name what stood in the way.
#include "base/text.hpp"
#include "capabilities/charter/calendar_placing.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

constexpr std::array reasons{
    UnplacedReason{"calendar.other_processes",
                   N_("No days between {from} and {to} are clear of other mandated processes: {others}.")},
    UnplacedReason{
        "calendar.weeks_between",
        N_("No days between {from} and {to} are {weeks} weeks away from the meetings around: {meetings}.")},
    UnplacedReason{"calendar.parallel",
                   N_("Between {from} and {to} it could only meet at the same time as {meetings}.")},
    UnplacedReason{"calendar.holidays", N_("Holidays leave no {days} meeting days between {from} and {to}.")},
    UnplacedReason{
        "calendar.year_too_short",
        N_("Between {from} and {to} there is no room for {days} meeting days; in the way stand: {meetings}; "
           "{others}.")},
    UnplacedReason{"calendar.days_per_year",
                   N_("Groups would meet {days} days in {year}; the charter allows {most}.")},
    UnplacedReason{"calendar.at_once",
                   N_("At most {most} groups exist at once; this one would be one more.")},
    UnplacedReason{"calendar.date_guard", N_("Nothing takes place before {guard}.")},
    UnplacedReason{
        "calendar.conference_years",
        N_("The years of the conference, {years}, leave no day before the first plenary on {first}.")},
    UnplacedReason{
        "calendar.accreditation_window",
        N_("{window} days for objections after the notice of {notice} weeks reach beyond the first day of "
           "{meeting}.")},
};

/// The first few, and how many more there are.
std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t shown = 4;
    if (names.size() <= shown) return join(names, ", ");
    return join({names.begin(), names.begin() + shown}, ", ") + fmt::format(" (+{})", names.size() - shown);
}

bool touches(Extent extent, Day from, Day to) {
    return extent.first <= to && extent.last >= from;
}

std::string titles_between(std::span<const OtherEvent> others, Day from, Day to) {
    std::vector<std::string> titles;
    for (const OtherEvent& other : others)
        if (touches({other.first, other.last}, from, to) &&
            std::ranges::find(titles, other.title) == titles.end())
            titles.push_back(other.title);
    return some_of(titles);
}

std::string keys_between(std::span<const Placed> around, Day from, Day to) {
    std::vector<std::string> keys;
    for (const Placed& placed : around)
        if (touches(placed.extent, from, to)) keys.push_back(placed.wanted.key);
    return some_of(keys);
}

/// What alone would have to give way.
struct GivingWay {
    SetAside aside;
    std::string_view reason;
    std::size_t clause;
};

std::vector<GivingWay> ways(bool is_group) {
    std::vector<GivingWay> made{
        {{.others = true},
         "calendar.other_processes",
         clause::other_meetings::avoids_mandated_processes.index},
        {{.between = true}, "calendar.weeks_between", clause::other_meetings::weeks_between_min.index},
        {{.holidays = true}, "calendar.holidays", clause::other_meetings::place.index}};
    if (is_group) made.push_back({{.meetings = true}, "calendar.parallel", clause::groups::parallel.index});
    return made;
}

} // namespace

std::span<const UnplacedReason> unplaced_reasons() {
    return reasons;
}

Unplaced Placing::why_not(const Wanted& wanted, std::span<const Placed> around,
                          std::span<const OtherEvent> others) const {
    Unplaced made{wanted.kind, wanted.key, wanted.not_before, wanted.not_after, "calendar.year_too_short",
                  {},          {}};
    made.clauses.push_back(wanted.clause);
    const std::vector<GivingWay> possible = ways(wanted.kind == EventKind::group_meeting);
    const auto alone = std::ranges::find_if(
        possible, [&](const GivingWay& way) { return nearest(wanted, around, way.aside).has_value(); });
    if (alone != possible.end()) {
        made.reason = alone->reason;
        made.clauses.push_back(alone->clause);
    } else {
        for (const GivingWay& way : possible) made.clauses.push_back(way.clause);
    }
    made.facts = {{"from", made.from.iso()},
                  {"to", made.to.iso()},
                  {"days", std::to_string(wanted.days)},
                  {"weeks", std::to_string(rules_.free_days_between / 7)},
                  {"meetings", keys_between(around, made.from, made.to)},
                  {"others", titles_between(others, made.from, made.to)}};
    return made;
}

} // namespace poa::charter
