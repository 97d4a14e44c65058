// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_activity_loading.hpp"

#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/pages_agreed_words.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_agreed.hpp"
#include "web/url.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;
using charter::CharterInForce;

struct KindWords {
    std::string_view kind, title;
};
constexpr std::array kinds{
    KindWords{"meeting", N_("Meeting")},
    KindWords{"tabled", N_("Proposal tabled")},
    KindWords{"adopted", N_("Adopted")},
    KindWords{"not_adopted", N_("Not adopted")},
    KindWords{"taken_back", N_("Question taken back without a result")},
    KindWords{"charter", N_("Charter in force")},
};

Instant begin_of(Day day) {
    return Instant{}.plus_seconds(std::int64_t{day.days} * 86'400);
}

/// The rows of one year.
class Year {
  public:
    Year(const Reading& reading, int year) : reading_(reading), year_(year) {}

    [[nodiscard]] Day first() const { return Day::of(year_, 1, 1).value(); }
    [[nodiscard]] Day last() const { return Day::of(year_, 12, 31).value(); }
    [[nodiscard]] Day today() const { return Day::of(reading_.now); }
    [[nodiscard]] bool holds(Day day) const { return first() <= day && day <= last(); }
    [[nodiscard]] std::string words(std::string_view source) const {
        return std::string(reading_.visit.in.tr(source));
    }

    void add(std::string_view kind, ActivityRow row) {
        const auto known = std::ranges::find(kinds, kind, &KindWords::kind);
        row.kind = kind;
        row.kind_title = words(known->title);
        rows_.push_back(std::move(row));
    }
    void add_meetings(const charter::Charter& charter) {
        charter::CalendarWish wish;
        wish.from = first();
        wish.to = std::min(last(), today());
        if (wish.to < wish.from) return;
        for (const charter::CalendarEvent& event : charter::calendar_of(charter, wish).events) {
            if (!charter::is_meeting(event.kind) || event.conditional || !holds(event.first)) continue;
            std::string title = words(charter::title_of(event.kind));
            if (event.kind == charter::EventKind::group_meeting)
                title += ": " + group_in_words(reading_, event.of, event.first);
            add("meeting", {.day = event.first,
                            .last = event.last,
                            .title = title,
                            .address = web::Url::of("charters", "in-force", "calendar").text()});
        }
    }
    void add_proposals() {
        const Instant from = begin_of(first()), to = begin_of(Day{last().days + 1});
        const auto tabled = store::tabled_between(reading_.session, from, to);
        const auto ended = store::ended_between(reading_.session, from, to);
        // As it happened; what happened at one moment stands by its proposal.
        auto end = ended.begin();
        const auto comes_first = [](const store::EndedQuestion& one, const Proposal& other) {
            return std::tuple(*one.question.ended, one.proposal.id) < std::tuple(*other.tabled, other.id);
        };
        for (const Proposal& proposal : tabled) {
            for (; end != ended.end() && comes_first(*end, proposal); ++end)
                add_end(end->proposal, end->question);
            add("tabled", row_of(proposal, *proposal.tabled, proposal.symbol));
        }
        for (; end != ended.end(); ++end) add_end(end->proposal, end->question);
    }
    void add_versions() {
        for (const auto& version : charter::all_versions(reading_.session))
            if (holds(Day::of(version->since)))
                add("charter", {.day = Day::of(version->since),
                                .title = reading_.visit.in.tr(
                                    "Version {version}", {{"version", std::to_string(version->version)}}),
                                .symbol = version->version > 1 ? version->reason : std::string(),
                                .address = web::Url::of("charters", "versions").text()});
    }

    [[nodiscard]] std::vector<ActivityChair> chairs() const {
        std::vector<ActivityChair> made;
        const Instant end{(static_cast<std::int64_t>(last().days) + 1) * 86'400'000'000 - 1};
        for (const AgreedVersion& term : store::agreed_until(reading_.session, AgreedKind::office, end)) {
            const auto from = term.day_at("first"), to = term.day_at("last");
            if (term.key != "chair" || !from || *from > last() || (to && *to < first())) continue;
            const std::string state(term.at("state"));
            made.push_back({std::string(term.at("name")), state, state_in_words(reading_, state), *from, to});
        }
        return made;
    }
    [[nodiscard]] std::vector<ActivityCount> counts() const {
        std::vector<ActivityCount> made;
        for (const KindWords& each : kinds)
            made.push_back({std::string(each.kind), words(each.title),
                            std::ranges::count(rows_, each.kind, &ActivityRow::kind)});
        return made;
    }
    [[nodiscard]] std::vector<ActivityRow> rows() && {
        std::ranges::stable_sort(rows_, {}, &ActivityRow::day);
        return std::move(rows_);
    }

  private:
    [[nodiscard]] ActivityRow row_of(const Proposal& proposal, Instant at, const std::string& symbol) const {
        return {.day = Day::of(at),
                .title = proposal.title,
                .language = proposal.language,
                .symbol = symbol,
                .address = web::Url::of("decisions", std::to_string(proposal.id.number)).text()};
    }
    void add_end(const Proposal& proposal, const Question& question) {
        if (!question.outcome)
            add("taken_back", row_of(proposal, *question.ended, proposal.symbol));
        else if (charter::is_adopted(*question.outcome))
            add("adopted", row_of(proposal, *question.ended, proposal.decision_symbol));
        else
            add("not_adopted", row_of(proposal, *question.ended, proposal.symbol));
    }

    const Reading& reading_;
    int year_;
    std::vector<ActivityRow> rows_;
};

} // namespace

const Input<ActivityQuery>& input_of(Of<ActivityQuery>) {
    static const auto input =
        Input<ActivityQuery>("decisions.activity")
            .number("year", &ActivityQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200});
    return input;
}

ActivityPage load_activity(const Reading& reading, const ActivityQuery& query) {
    const int now = Day::of(reading.now).year();
    ActivityPage page;
    page.year = query.year == 0 ? now - 1 : query.year;
    page.is_over = page.year < now;
    Year year(reading, static_cast<int>(page.year));
    if (const auto in_force = reading.mechanism.charter.of(reading.session)) {
        page.is_asked_for = in_force->charter[clause::chair::activity_report];
        page.clause = charter::spec_of(clause::chair::activity_report).number;
        page.presented_at = next_meeting(in_force->charter, "plenary", Day{year.last().days + 1});
        year.add_meetings(in_force->charter);
    }
    year.add_versions();
    year.add_proposals();
    page.chairs = year.chairs();
    page.counts = year.counts();
    page.rows = std::move(year).rows();
    return page;
}

} // namespace poa::decisions
