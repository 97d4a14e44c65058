// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_calendar_loading.hpp"

#include "base/text.hpp"
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/pages_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace poa::charter {
namespace {

using web::Visit;

constexpr std::int64_t feed_years = 7;

std::string in_capitals(std::string text) {
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

struct Asked {
    FoundCharter charter;
    int from = 0;
    CalendarWish wish;
    std::string state; ///< ISO3 of a Member State, or empty
};

Refusal no_such_state(std::string_view state) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems.add_field("state", "charter.no_such_state", {{"state", std::string(state)}});
    return problems;
}

Result<Asked> asked_for(const Running& at, const CalendarQuery& query, std::int64_t from,
                        std::int64_t years) {
    auto charter = find_charter(at, query.charter);
    if (!charter) return std::unexpected(charter.error());
    Asked made;
    made.charter = std::move(*charter);
    made.from = static_cast<int>(from);
    made.wish.from = first_day_of(made.from);
    made.wish.to = last_day_of(made.from + static_cast<int>(years) - 1);
    made.wish.states = reporting_order(at.states, at.today);
    made.state = in_capitals(query.state);
    if (!made.state.empty() && !std::ranges::binary_search(made.wish.states, made.state))
        return refuse(no_such_state(query.state));
    return made;
}

/// Rows of one page; what is the same in many is made once.
class Rows {
  public:
    Rows(const Running& at, const FoundCharter& charter, const Calendar& calendar)
        : at_(at), charter_(charter) {
        for (const CalendarEvent& event : calendar.events) by_key_.emplace(event.key, &event);
        for (const GroupPlan& group : (*charter.charter)[clause::groups::list])
            groups_.emplace(group.id, group_title(group, at.visit.in));
        for (const members::Group& group : at.states.groups())
            groups_.emplace(group.key, group.name(members::language_or_english(at.visit.in.code())));
        for (const ClauseSpec& clause : clauses())
            addresses_.push_back(clause_url(charter.id, clause).text());
    }

    [[nodiscard]] CalendarRow row(const CalendarEvent& event) const {
        CalendarRow made;
        made.key = event.key;
        made.kind = name_of(event.kind);
        made.title = at_.visit.in.tr(title_of(event.kind));
        made.is_meeting = is_meeting(event.kind);
        made.first = event.first;
        made.last = event.last;
        made.days = event.meeting_days;
        made.of = event.of;
        made.of_title = title_about(event);
        made.place = choice_words(spec_of(clause::plenary::place), event.place, at_.visit);
        made.mode = choice_words(spec_of(clause::plenary::mode), event.mode, at_.visit);
        made.clause = clauses()[event.clause].number;
        made.conditional = event.conditional;
        made.latest = event.latest;
        made.address = addresses_[event.clause];
        return made;
    }
    [[nodiscard]] UnplacedRow row(const Unplaced& unplaced) const {
        UnplacedRow made;
        made.key = unplaced.key;
        made.kind = name_of(unplaced.kind);
        made.title = at_.visit.in.tr(title_of(unplaced.kind));
        for (const GroupPlan& group : (*charter_.charter)[clause::groups::list])
            if (unplaced.key.starts_with("group-" + group.id + "-")) {
                made.title += ": ";
                made.title += group_title(group, at_.visit.in);
            }
        made.from = unplaced.from;
        made.to = unplaced.to;
        made.code = unplaced.reason;
        made.reason = said({unplaced.reason, {}, unplaced.facts, {}}, at_.visit);
        for (const std::size_t index : unplaced.clauses)
            made.clauses.push_back({clauses()[index].number,
                                    std::string(at_.visit.in.tr(clauses()[index].title)), addresses_[index]});
        return made;
    }

  private:
    /// A deadline is about a meeting, which itself may be of a group.
    [[nodiscard]] std::string title_about(const CalendarEvent& event) const {
        if (event.of.empty()) return {};
        if (event.kind == EventKind::report_due) return state_name(at_, event.of);
        if (auto group = groups_.find(event.of); group != groups_.end()) return group->second;
        auto meeting = by_key_.find(event.of);
        if (meeting == by_key_.end()) return event.of;
        std::string made(at_.visit.in.tr(title_of(meeting->second->kind)));
        if (auto group = groups_.find(meeting->second->of); group != groups_.end())
            made += ": " + group->second;
        return made + ", " + at_.visit.in.day(meeting->second->first);
    }

    const Running& at_;
    const FoundCharter& charter_;
    std::unordered_map<std::string_view, const CalendarEvent*> by_key_;
    std::unordered_map<std::string_view, std::string> groups_;
    std::vector<std::string> addresses_;
};

std::vector<StateChoice> state_choices(const Running& at) {
    const auto language = members::language_or_english(at.visit.in.code());
    std::vector<StateChoice> made;
    for (const members::State* state : at.states.states_on(at.today, language))
        if (state->status == members::Status::member)
            made.push_back({std::string(state->iso3.text()), state->display(language)});
    return made;
}

} // namespace

const Input<CalendarQuery>& input_of(Of<CalendarQuery>) {
    static const auto input =
        Input<CalendarQuery>("charter.calendar")
            .line("charter", &CalendarQuery::charter, {.label = N_("Charter"), .characters_max = 60})
            .number("from", &CalendarQuery::from,
                    {.label = N_("First year"), .required = false, .least = 1946, .most = 2300})
            .number("years", &CalendarQuery::years,
                    {.label = N_("Years"), .required = false, .least = 1, .most = calendar_years_most})
            .line("state", &CalendarQuery::state,
                  {.label = N_("State"), .required = false, .characters_max = 3});
    return input;
}

Result<CalendarPage> load_calendar(const Running& at, const CalendarQuery& query) {
    const std::int64_t from = query.from == 0 ? at.today.year() : query.from;
    auto asked = asked_for(at, query, from, query.years);
    if (!asked) return std::unexpected(asked.error());
    const Calendar calendar = calendar_of(*asked->charter.charter, asked->wish);
    CalendarPage page;
    page.charter = asked->charter.id;
    page.title = asked->charter.title;
    page.language = asked->charter.language;
    page.version = asked->charter.version;
    page.from = from;
    page.years = query.years;
    page.state = asked->state;
    if (!page.state.empty()) page.state_name = state_name(at, page.state);
    page.member_states = static_cast<std::int64_t>(asked->wish.states.size());
    const Rows rows(at, asked->charter, calendar);
    for (const Unplaced& unplaced : calendar.unplaced) page.unplaced.push_back(rows.row(unplaced));
    for (const CalendarEvent& event : calendar.events)
        if (page.state.empty() || concerns(event, page.state)) page.rows.push_back(rows.row(event));
    if (at.visit.face == web::Face::html) page.choices = state_choices(at);
    return page;
}

Result<std::string> load_calendar_ical(const Running& at, const CalendarQuery& query, Instant stamp) {
    const bool is_feed = query.from == 0;
    auto asked =
        asked_for(at, query, is_feed ? at.today.year() - 1 : query.from, is_feed ? feed_years : query.years);
    if (!asked) return std::unexpected(asked.error());
    const std::string site = web::site_address(at.visit);
    IcalWish wish;
    wish.origin = site.substr(site.find("//") + 2);
    wish.stamp = stamp;
    wish.state = asked->state;
    wish.url =
        site + web::Url::of("charters", asked->charter.id, "calendar").with("state", asked->state).text();
    wish.language = at.visit.in.code();
    wish.is_in_force = asked->charter.id == in_force_id;
    wish.say = [&](std::string_view source) { return std::string(at.visit.in.tr(source)); };
    const Charter& charter = *asked->charter.charter;
    return write_ical(charter, calendar_of(charter, asked->wish), wish);
}

} // namespace poa::charter
