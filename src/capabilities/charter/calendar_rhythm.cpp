// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_rhythm.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

constexpr Day long_ago{-700'000}; // in the year 53: before everything, and still a day
constexpr Day far_away{2'900'000};
/// From the organizational session to the first plenary: 30 March to 20 July 2026.
constexpr std::int64_t organizational_weeks_before = 16;
/// A session may be moved this far, and never by more than a third of the interval of plenaries.
constexpr std::int64_t moved_weeks_max = 13;

Day monday_from(Day day) {
    return monday_of(plus_days(day, 6));
}

Unplaced never(const Wanted& wanted, std::string reason,
               std::vector<std::pair<std::string, std::string>> facts, std::vector<std::size_t> clauses) {
    return {wanted.kind,       wanted.key,       wanted.preferred,  wanted.preferred,
            std::move(reason), std::move(facts), std::move(clauses)};
}

} // namespace

Rhythm::Rhythm(const Charter& charter)
    : charter_(charter), first_plenary_(charter[clause::founding::first_plenary]), guard_(long_ago),
      horizon_(far_away), week_(week_of(first_plenary_)) {
    if (const Day* day = charter.find(clause::founding::no_act_before)) guard_ = *day;
    if (charter[clause::founding::after_working_group])
        guard_ = std::max(guard_, plus_days(working_group_end, 1));
    if (const Day* day = charter.find(clause::mechanism::ends_on)) horizon_ = *day;
}

Day Rhythm::earliest() const {
    Day day = first_plenary_;
    if (const Span* years = charter_.find(clause::founding::conference_years))
        day = std::min(day, first_day_of(static_cast<int>(years->least)));
    return std::min(day, working_group_end);
}

std::int64_t Rhythm::years_that_fit(const Span& span) const {
    const std::int64_t months = charter_[clause::plenary::every_months];
    for (std::int64_t years = span.least; years <= span.most; ++years)
        if (years * 12 % months == 0) return years;
    return span.least;
}

std::optional<std::int64_t> Rhythm::review_years() const {
    const Span* span = charter_.find(clause::review::every_years);
    if (!charter_[clause::review::held] || span == nullptr) return std::nullopt;
    return years_that_fit(*span);
}

std::optional<Day> Rhythm::groups_end() const {
    const auto* years = charter_.find(clause::groups::sunset_years);
    if (years == nullptr || charter_[clause::groups::list].empty()) return std::nullopt;
    return plus_months(first_plenary_, *years * 12);
}

Rhythm::Slot Rhythm::slot(std::int64_t number) const {
    const std::int64_t months = number * charter_[clause::plenary::every_months];
    const std::int64_t weeks = std::min(week_.week, 52) - 1 + (months % 12 * 52 + 6) / 12;
    Slot made;
    made.week = {week_.year + static_cast<int>(months / 12 + weeks / 52), static_cast<int>(weeks % 52) + 1};
    made.monday = number == 0 ? first_plenary_ : monday_of(made.week);
    const auto year_of = [&](std::int64_t other) {
        const std::int64_t later = other * charter_[clause::plenary::every_months];
        return week_.year + (later / 12 + (std::min(week_.week, 52) - 1 + (later % 12 * 52 + 6) / 12) / 52);
    };
    int in_year = 1;
    for (std::int64_t other = number - 1; other >= 0 && year_of(other) == made.week.year; --other) ++in_year;
    made.key = fmt::format("{}-{}", made.week.year, in_year);
    return made;
}

std::int64_t Rhythm::slots_until(int last_year) const {
    const std::int64_t months = (std::int64_t{last_year} - week_.year + 1) * 12;
    return months <= 0 ? 0 : months / charter_[clause::plenary::every_months] + 1;
}

Wanted Rhythm::session(EventKind kind, std::string key, Day preferred, std::int64_t days,
                       std::size_t clause) const {
    const std::int64_t weeks =
        std::clamp<std::int64_t>(charter_[clause::plenary::every_months] * 52 / 12 / 3, 1, moved_weeks_max);
    Wanted made{kind, std::move(key), {}, clause, days, preferred, {}, {}, 0, false};
    made.not_before = std::max(guard_, plus_weeks(preferred, -weeks));
    made.not_after = std::min(horizon_, plus_days(preferred, (weeks + (days + 4) / 5) * 7));
    return made;
}

void Rhythm::add_founding(std::vector<Wanted>& wanted, std::vector<Unplaced>& unplaced) const {
    const std::string& held = charter_[clause::founding::conference];
    if (held == "none") return;
    Wanted made = session(EventKind::founding_conference, "founding", first_plenary_,
                          charter_[clause::plenary::days], clause::founding::conference.index);
    made.conditional = held == "conditional";
    Span years{first_plenary_.year() - 1, first_plenary_.year()};
    if (const Span* stated = charter_.find(clause::founding::conference_years)) years = *stated;
    made.not_before = first_day_of(static_cast<int>(years.least));
    made.not_after = std::min(last_day_of(static_cast<int>(years.most)), plus_days(first_plenary_, -1));
    const bool back_to_back = charter_[clause::founding::conference_back_to_back];
    // Years before the working group's end are what the proposal says; the mechanism itself still begins
    // after it.
    if ((back_to_back || charter_[clause::founding::after_working_group]) &&
        working_group_end < made.not_after)
        made.not_before = std::max(made.not_before, plus_days(working_group_end, 1));
    const std::int64_t notice = back_to_back ? 0 : charter_[clause::languages::notice_weeks];
    made.preferred = monday_from(plus_weeks(made.not_before, notice));
    if (made.preferred > made.not_after) made.preferred = made.not_before;
    if (made.not_before <= made.not_after) {
        wanted.push_back(std::move(made));
        return;
    }
    unplaced.push_back(
        never(made, "calendar.conference_years", {{"years", text_of(years)}, {"first", first_plenary_.iso()}},
              {clause::founding::conference_years.index, clause::founding::first_plenary.index}));
}

void Rhythm::add_plenaries(int last_year, std::vector<Wanted>& wanted,
                           std::vector<Unplaced>& unplaced) const {
    const std::int64_t count = slots_until(last_year);
    for (std::int64_t number = 0; number < count; ++number) {
        if (is_review(number)) continue;
        const Slot at = slot(number);
        Wanted made = session(EventKind::plenary, "plenary-" + at.key, at.monday,
                              charter_[clause::plenary::days], clause::plenary::every_months.index);
        if (number == 0) made.clause = clause::founding::first_plenary.index;
        if (at.monday > horizon_) return;
        if (at.monday >= guard_)
            wanted.push_back(std::move(made));
        else
            unplaced.push_back(never(made, "calendar.date_guard", {{"guard", guard_.iso()}},
                                     {made.clause, clause::founding::no_act_before.index,
                                      clause::founding::after_working_group.index}));
    }
}

bool Rhythm::is_review(std::int64_t slot_number) const {
    const auto years = review_years();
    if (!years || slot_number == 0 || !charter_[clause::review::takes_place_of_plenary]) return false;
    return slot_number * charter_[clause::plenary::every_months] % (*years * 12) == 0;
}

Day Rhythm::review_day(std::int64_t number) const {
    const std::int64_t every = charter_[clause::plenary::every_months],
                       months = number * *review_years() * 12;
    const Day anniversary = monday_of({week_.year + static_cast<int>(months / 12), std::min(week_.week, 52)});
    if (months % every != 0 || charter_[clause::review::takes_place_of_plenary]) return anniversary;
    // Between two plenaries: a season before, in the same year where that is possible.
    const std::int64_t weeks = std::min<std::int64_t>(moved_weeks_max, every * 52 / 24);
    const Day before = plus_weeks(anniversary, -weeks);
    return week_of(before).year == week_of(anniversary).year ? before : plus_weeks(anniversary, weeks);
}

void Rhythm::add_reviews(int last_year, std::vector<Wanted>& wanted) const {
    const auto years = review_years();
    if (!years) return;
    for (std::int64_t number = 1; week_.year + number * *years <= last_year; ++number) {
        const Day day = review_day(number);
        if (day > horizon_) return;
        if (day < guard_) continue;
        Wanted made =
            session(EventKind::review_conference, fmt::format("review-{}", week_.year + number * *years), day,
                    charter_[clause::review::days], clause::review::every_years.index);
        made.conditional = number > 1 && charter_[clause::review::later_depend_on_first];
        wanted.push_back(std::move(made));
    }
}

std::vector<Wanted> Rhythm::sessions(int last_year, std::vector<Unplaced>& unplaced) const {
    std::vector<Wanted> wanted;
    add_founding(wanted, unplaced);
    if (const std::int64_t days = charter_[clause::plenary::organizational_days];
        days > 0 && first_plenary_ >= guard_) {
        Day day = monday_of(plus_weeks(first_plenary_, -organizational_weeks_before));
        Wanted made = session(EventKind::organizational_session, "organizational", std::max(day, guard_),
                              days, clause::plenary::organizational_days.index);
        made.not_before = std::max(guard_, plus_weeks(day, -moved_weeks_max));
        made.not_after = plus_days(first_plenary_, -1);
        wanted.push_back(std::move(made));
    }
    add_plenaries(last_year, wanted, unplaced);
    add_reviews(last_year, wanted);
    std::ranges::stable_sort(wanted, {}, &Wanted::preferred);
    return wanted;
}

} // namespace poa::charter
