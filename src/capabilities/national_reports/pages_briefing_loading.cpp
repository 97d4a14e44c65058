// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_briefing_loading.hpp"

#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/briefing.hpp"
#include "capabilities/national_reports/pages_progress_drawing.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

constexpr std::size_t named_at_most = 3;
constexpr std::int64_t years_back = 12;

std::string digits(std::int64_t number) {
    return std::to_string(number);
}

class Briefing {
  public:
    Briefing(const AddingUp& at, BriefingPage& page)
        : at_(at), in_(at.visit.in), page_(page), sees_(seen_by(identity::actor_of(at.visit).reader())) {}

    void add_reports() {
        const auto received = received_reports(at_.session, {page_.year - years_back - 24, page_.year});
        const ReportingYear turns = turns_of(at_, page_.year, received);
        std::vector<std::string> states, in_window;
        for (const StateTurn& turn : turns.states) {
            if (turn.received) states.push_back(turn.state);
            if (turn.received_in_window > 0) in_window.push_back(turn.state);
        }
        const auto count = static_cast<std::int64_t>(states.size());
        add("reports",
            in_.tr_n("{n} State reported for {year}.", "{n} States reported for {year}.", count,
                     {{"year", digits(page_.year)}}),
            count, progress_address(), states);
        if (turns.due() > 0)
            add("reports",
                in_.tr("It was the turn of {due} States; {reported} of them reported.",
                       {{"due", digits(turns.due())}, {"reported", digits(turns.due_and_received())}}),
                turns.due_and_received(), "/reports/agenda?year=" + digits(page_.year), {});
        if (turns.window_first < page_.year)
            add("reports",
                in_.tr_n("From {first} to {year}, {n} State reported at least once.",
                         "From {first} to {year}, {n} States reported at least once.",
                         turns.reported_in_window(),
                         {{"first", digits(turns.window_first)}, {"year", digits(page_.year)}}),
                turns.reported_in_window(), progress_address(), {});
        add_groups({states.begin(), states.end()});
    }

    void add_indicators(IndicatorPurpose purpose) {
        for (const Indicator& indicator : shipped_indicators().indicators)
            if (indicator.purpose == purpose)
                indicator.is_several() ? add_named(indicator) : add_standing(indicator);
    }

    void add_achievements() {
        std::set<std::string> general;
        for (const AchievementQuestion& question : achievement_questions()) {
            const auto rows =
                releases_of(at_.session, question.survey, question.question, {page_.year, page_.year});
            const auto states = telling(rows, sees_);
            if (question.item.empty())
                general.insert(states.begin(), states.end());
            else
                add_achievement(question, states);
        }
        const std::vector<std::string> states(general.begin(), general.end());
        const auto count = static_cast<std::int64_t>(states.size());
        if (count > 0)
            add("achievements",
                in_.tr_n("{n} State tells of achievements or lessons in words you may read.",
                         "{n} States tell of achievements or lessons in words you may read.", count),
                count, progress_address(), states);
    }

  private:
    [[nodiscard]] std::string progress_address() const {
        return "/reports/progress?year=" + digits(page_.year);
    }
    [[nodiscard]] std::string address(const Indicator& indicator) const {
        return "/reports/progress/" + indicator.key + "?year=" + digits(page_.year);
    }
    void add(std::string_view section, std::string text, std::int64_t number, std::string address,
             std::vector<std::string> states) {
        page_.rows.push_back(
            {std::string(section), std::move(text), number, std::move(address), std::move(states)});
    }
    void add_groups(const std::set<std::string>& reported) {
        for (const members::Group& group : at_.states.groups()) {
            if (group.kind != members::Group::Kind::regional) continue;
            std::vector<std::string> states;
            const auto members = at_.states.electing_in(group.key, at_.today, at_.language());
            for (const members::State* state : members)
                if (reported.contains(std::string(state->iso3.text())))
                    states.emplace_back(state->iso3.text());
            const auto count = static_cast<std::int64_t>(states.size());
            add("reports",
                in_.tr("{group}: {states} of {members} States.",
                       {{"group", group.name(at_.language())},
                        {"states", digits(count)},
                        {"members", digits(static_cast<std::int64_t>(members.size()))}}),
                count, progress_address(), states);
        }
    }
    /// The year and the last one before it with an answer.
    [[nodiscard]] std::pair<YearOfIndicator, std::optional<YearOfIndicator>>
    now_and_before(const Indicator& indicator) const {
        auto series =
            series_of(indicator, rows_of(at_.session, indicator, {page_.year - years_back, page_.year}),
                      groups_on(at_.states, at_.today), sees_);
        std::pair<YearOfIndicator, std::optional<YearOfIndicator>> made{nothing_of(indicator, page_.year),
                                                                        {}};
        for (YearOfIndicator& year : series)
            if (year.year == page_.year)
                made.first = std::move(year);
            else if (year.world.answered > 0)
                made.second = std::move(year);
        return made;
    }
    void add_standing(const Indicator& indicator) {
        const auto [now, before] = now_and_before(indicator);
        if (now.world.answered == 0) return;
        const std::int64_t count = now.counting(indicator);
        std::string text = in_.tr("{indicator}: in place in {states} of the {answered} States counted.",
                                  {{"indicator", shown(at_, indicator.title)},
                                   {"states", digits(count)},
                                   {"answered", digits(now.world.answered)}});
        if (before)
            text += " " + in_.tr("For {year} it was {states} of {answered}.",
                                 {{"year", digits(before->year)},
                                  {"states", digits(before->counting(indicator))},
                                  {"answered", digits(before->world.answered)}});
        std::vector<std::string> states;
        for (std::size_t i = 0; i < indicator.levels.size(); ++i)
            if (indicator.levels[i].counts)
                states.insert(states.end(), now.world.values.at(i).states.begin(),
                              now.world.values.at(i).states.end());
        std::ranges::sort(states);
        add_with_rest(indicator, now, std::move(text), count, std::move(states));
    }
    void add_named(const Indicator& indicator) {
        const YearOfIndicator now = one_year(at_, indicator, page_.year);
        const std::string named = named_words(at_, indicator, now);
        if (named.empty()) return;
        std::set<std::string> states;
        for (const NamedAnswer& answer : named_most(now, named_at_most)) {
            const auto& seen = now.world.values.at(answer.level).states;
            states.insert(seen.begin(), seen.end());
        }
        add_with_rest(indicator, now,
                      in_.tr("{indicator}: named most often by the {answered} States counted: {named}.",
                             {{"indicator", shown(at_, indicator.title)},
                              {"answered", digits(now.world.answered)},
                              {"named", named}}),
                      now.world.answered, {states.begin(), states.end()});
    }
    void add_with_rest(const Indicator& indicator, const YearOfIndicator& now, std::string text,
                       std::int64_t number, std::vector<std::string> states) {
        const std::string rest = uncounted_words(told_uncounted(now.world.uncounted).value_or(0),
                                                 now.world.uncounted > 0, at_.visit);
        if (!rest.empty()) text += " " + rest + ".";
        add(name_of(indicator.purpose), std::move(text), number, address(indicator), std::move(states));
    }
    void add_achievement(const AchievementQuestion& question, const std::vector<std::string>& states) {
        const std::string item(question.item);
        const Indicator* standing = shipped_indicators().find(item);
        const Indicator* challenges = shipped_indicators().find(item + "-challenges");
        require(standing != nullptr && challenges != nullptr, "each norm has its indicators");
        const YearOfIndicator now = one_year(at_, *challenges, page_.year);
        page_.achievements.push_back({item, shown(at_, standing->title), states, now.world.answered,
                                      named_words(at_, *challenges, now), address(*challenges)});
    }

    const AddingUp& at_;
    const web::Wording& in_;
    BriefingPage& page_;
    Sees sees_;
};

FieldRules year_rules() {
    return {.label = N_("Year"), .required = false, .least = 2000, .most = 2200};
}

} // namespace

std::string named_words(const AddingUp& at, const Indicator& indicator, const YearOfIndicator& year) {
    std::string words;
    for (const NamedAnswer& answer : named_most(year, named_at_most)) {
        if (!words.empty()) words += at.visit.in.tr_c("between items of a list", ", ");
        words += shown(at, indicator.levels.at(answer.level).label) + " (" +
                 at.visit.in.number(answer.states) + ")";
    }
    return words;
}

const Input<BriefingQuery>& input_of(Of<BriefingQuery>) {
    static const auto input =
        Input<BriefingQuery>("national_reports.briefing").number("year", &BriefingQuery::year, year_rules());
    return input;
}
const Input<AgendaQuery>& input_of(Of<AgendaQuery>) {
    static const auto input =
        Input<AgendaQuery>("national_reports.agenda")
            .number("year", &AgendaQuery::year, year_rules())
            .number("minutes", &AgendaQuery::minutes,
                    {.label = N_("Minutes for each report"), .required = false, .least = 1, .most = 60});
    return input;
}

Result<BriefingPage> load_briefing(const AddingUp& at, const BriefingQuery& query) {
    BriefingPage page;
    page.year = year_of(at, query.year);
    page.catalogue = shipped_indicators().version;
    Briefing briefing(at, page);
    briefing.add_reports();
    briefing.add_achievements();
    for (IndicatorPurpose purpose : all_indicator_purposes()) briefing.add_indicators(purpose);
    return page;
}

Result<AgendaPage> load_agenda(const AddingUp& at, const AgendaQuery& query) {
    AgendaPage page;
    page.year = year_of(at, query.year);
    page.minutes = query.minutes;
    const auto received = received_reports(at.session, {page.year - 24, page.year});
    const ReportingYear turns = turns_of(at, page.year, received);
    page.due = turns.due();
    std::map<std::string_view, const StateTurn*> by_state;
    for (const StateTurn& turn : turns.states) by_state.emplace(turn.state, &turn);
    for (const members::State* state : at.states.states(at.language())) {
        const auto found = by_state.find(state->iso3.text());
        if (found == by_state.end() || (!found->second->due && !found->second->received)) continue;
        const StateTurn& turn = *found->second;
        AgendaRow row{0, turn.state, state->display(at.language()), turn.due, turn.received, 0, {}};
        if (turn.received) {
            row.place = ++page.received;
            row.minutes = page.minutes;
            row.address = report_address(turn.state, page.year);
        }
        page.all_minutes += row.minutes;
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace poa::national_reports
