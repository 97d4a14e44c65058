// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_trying_loading.hpp"

#include "base/text.hpp"
#include "capabilities/charter/burden.hpp"
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/pages_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace poa::charter {
namespace {

using web::Visit;

constexpr std::string_view said_by = "reader";
constexpr std::size_t clashes_shown = 20;

struct Change {
    const ClauseSpec* clause = nullptr;
    std::string typed;
    bool is_typed = false; ///< false: the field is asked for
};

/// Pairs in their order; of a clause named twice the last counts.
Result<std::vector<Change>> changes_of(const TryingQuery& query) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    std::vector<Change> made;
    for (std::size_t i = 0; i < query.clause.size(); ++i) {
        const ClauseSpec* clause = find_clause(query.clause[i]);
        if (clause == nullptr) {
            problems.add_field("clause", "charter.clause_unknown", {{"clause", query.clause[i]}});
            continue;
        }
        Change change{clause, {}, i < query.value.size()};
        if (change.is_typed) change.typed = query.value[i];
        if (i + 1 == query.clause.size() && query.parts.any()) {
            change.typed = typed_of(*clause, query.parts);
            change.is_typed = true;
        }
        std::erase_if(made, [&](const Change& one) { return one.clause == clause; });
        made.push_back(std::move(change));
    }
    if (made.size() > changes_most)
        problems.add_field("clause", "charter.too_many_changes", {{"most", std::to_string(changes_most)}});
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return made;
}

std::string sentences_of(const Refusal& refusal, const Visit& visit) {
    std::string made;
    for (const Reason& reason : refusal.reasons) {
        const std::string sentence = said(reason, visit);
        if (made.find(sentence) != std::string::npos) continue;
        if (!made.empty()) made += ' ';
        made += sentence;
    }
    return made;
}

class Trying {
  public:
    Trying(const Running& at, const FoundCharter& charter, TryingPage& page)
        : at_(at), charter_(charter), changed_(*charter.charter), page_(page) {}

    /// Nothing where the value was taken.
    std::optional<Refusal> take(const Change& change) {
        const ClauseSpec& clause = *change.clause;
        auto value = parse_typed(clause, change.typed);
        ChangeRow row;
        row.clause = clause.path;
        row.number = clause.number;
        row.title = at_.visit.in.tr(clause.title);
        row.before = words_of(clause, charter_.charter->entry(clause.index).value, at_.visit.in);
        row.value = value ? typed_of(*value) : change.typed;
        row.clause_address = clause_url(charter_.id, clause).text();
        if (value) {
            row.after = words_of(clause, *value, at_.visit.in);
            changed_ = changed_.with(clause.index, std::move(*value), std::string(said_by));
        } else {
            row.problem = sentences_of(value.error(), at_.visit);
        }
        page_.changes.push_back(std::move(row));
        if (value) return std::nullopt;
        return value.error();
    }

    void compare() {
        page_.is_tried = true;
        compare_contradictions();
        compare_calendars();
        compare_burdens();
    }

  private:
    void add(std::string_view part, std::string key, std::string title, double before, double after,
             int digits = 0, std::int64_t people = 0) {
        page_.rows.push_back(
            {std::string(part), std::move(key), std::move(title), people, digits, before, after});
    }
    FindingRow finding(const Contradiction& one, bool is_new) const {
        FindingRow row;
        row.is_new = is_new;
        row.severity = name_of(one.severity);
        row.code = one.code;
        row.sentence = said({one.code, {}, one.facts, {}}, at_.visit);
        for (const std::size_t index : one.clauses)
            row.clauses.push_back({clauses()[index].number,
                                   std::string(at_.visit.in.tr(clauses()[index].title)),
                                   clause_url(charter_.id, clauses()[index]).text()});
        return row;
    }
    void compare_contradictions() {
        const auto before = contradictions_in(*charter_.charter), after = contradictions_in(changed_);
        for (const Contradiction& one : after)
            if (std::ranges::find(before, one) == before.end()) page_.findings.push_back(finding(one, true));
        for (const Contradiction& one : before)
            if (std::ranges::find(after, one) == after.end()) page_.findings.push_back(finding(one, false));
    }
    [[nodiscard]] Calendar calendar(const Charter& charter) const {
        CalendarWish wish;
        wish.from = first_day_of(static_cast<int>(page_.from));
        wish.to = last_day_of(static_cast<int>(page_.from) + trying_years - 1);
        return calendar_of(charter, wish);
    }
    void compare_calendars() {
        const Calendar before = calendar(*charter_.charter), after = calendar(changed_);
        page_.unplaced_before = static_cast<std::int64_t>(before.unplaced.size());
        page_.unplaced_after = static_cast<std::int64_t>(after.unplaced.size());
        count_meetings(before, after);
        count_days(before, after);
        find_clashes(before, after);
    }
    void count_meetings(const Calendar& before, const Calendar& after) {
        std::map<EventKind, std::array<double, 2>> counts;
        const std::array<const Calendar*, 2> both{&before, &after};
        for (std::size_t i = 0; i < both.size(); ++i)
            for (const CalendarEvent& event : both[i]->events)
                if (is_meeting(event.kind)) counts[event.kind][i] += 1;
        for (const auto& [kind, count] : counts)
            add("meetings", std::string(name_of(kind)), std::string(at_.visit.in.tr(title_of(kind))),
                count[0], count[1]);
    }
    void count_days(const Calendar& before, const Calendar& after) {
        std::array<std::array<double, 2>, trying_years> days{};
        const std::array<const Calendar*, 2> both{&before, &after};
        for (std::size_t i = 0; i < both.size(); ++i)
            for (const CalendarEvent& event : both[i]->events) {
                const std::int64_t year = event.first.year() - page_.from;
                if (is_meeting(event.kind) && year >= 0 && year < trying_years)
                    days.at(static_cast<std::size_t>(year)).at(i) += static_cast<double>(event.meeting_days);
            }
        for (std::size_t year = 0; year < days.size(); ++year) {
            const std::string words = std::to_string(page_.from + static_cast<std::int64_t>(year));
            add("meeting_days", words, words, days.at(year)[0], days.at(year)[1]);
        }
    }
    void find_clashes(const Calendar& before, const Calendar& after) {
        std::set<std::pair<std::string, std::string>> known;
        for (const Clash& clash : clashes_in(before.events)) known.emplace(clash.first, clash.second);
        std::unordered_map<std::string_view, const CalendarEvent*> by_key;
        for (const CalendarEvent& event : after.events) by_key.emplace(event.key, &event);
        for (const Clash& clash : clashes_in(after.events)) {
            if (known.contains({clash.first, clash.second})) continue;
            ++page_.clash_count;
            if (page_.clashes.size() < clashes_shown)
                page_.clashes.push_back({title_of_meeting(*by_key.at(clash.first)),
                                         title_of_meeting(*by_key.at(clash.second)), clash.from, clash.to});
        }
    }
    [[nodiscard]] std::string title_of_meeting(const CalendarEvent& event) const {
        std::string made(at_.visit.in.tr(title_of(event.kind)));
        for (const GroupPlan& group : changed_[clause::groups::list])
            if (group.id == event.of) made += ": " + std::string(group_title(group, at_.visit.in));
        return made;
    }
    void compare_burdens() {
        const auto& in = at_.visit.in;
        const int from = static_cast<int>(page_.from);
        const CharterBurden before = burden_of(*charter_.charter, {}, from, trying_years),
                            after = burden_of(changed_, {}, from, trying_years);
        const Burden &one = before.delegations.front(), &other = after.delegations.front();
        add("burden", "meeting_days", std::string(in.tr("Meeting days")), one.meeting_days,
            other.meeting_days, 1);
        add("burden", "words", std::string(in.tr("Words to read")), one.words, other.words);
        add("burden", "reports", std::string(in.tr("Reports")), one.reports, other.reports, 2);
        for (std::size_t i = 0; i < before.delegations.size(); ++i)
            add_delegation(before.delegations[i], after.delegations[i]);
        add("burden", "mechanism_cost", std::string(in.tr("Cost of the mechanism itself in US dollars")),
            before.cost.whole(), after.cost.whole());
    }
    void add_delegation(const Burden& before, const Burden& after) {
        const auto& in = at_.visit.in;
        add("burden", "days_in_two_places", std::string(in.tr("Days in two places")),
            before.days_in_two_places, after.days_in_two_places, 1, before.people);
        add("burden", "hours", std::string(in.tr("Hours")), before.hours, after.hours, 0, before.people);
        add("burden", "hours_per_person", std::string(in.tr("Hours a person")), before.hours_per_person,
            after.hours_per_person, 0, before.people);
        add("burden", "cost", std::string(in.tr("Cost in US dollars")), before.cost, after.cost, 0,
            before.people);
    }

    const Running& at_;
    const FoundCharter& charter_;
    Charter changed_;
    TryingPage& page_;
};

Refusal at_value(const Refusal& refusal) {
    Refusal made{Refusal::Kind::bad_input, {}};
    for (Reason reason : refusal.reasons) {
        reason.field = "value";
        made.reasons.push_back(std::move(reason));
    }
    return made;
}

} // namespace

const Input<TryingQuery>& input_of(Of<TryingQuery>) {
    /// The parts of a value lie in a struct of their own.
    class TryingInput : public Input<TryingQuery> {
      public:
        using Input::Input;
        void part(const char* name, std::string TypedParts::*member, std::string_view label) {
            add(FieldSpec{name, FieldKind::line, {.label = label, .required = false}, false},
                [member](void* target, const FieldSpec& field, const InputValues::Value* value,
                         Refusal& problems) {
                    if (auto text = reading::text(field, value, problems))
                        static_cast<TryingQuery*>(target)->parts.*member = *text;
                });
        }
        void parts(const char* name, std::vector<std::string> TypedParts::*member, std::string_view label) {
            add(FieldSpec{name, FieldKind::line, {.label = label, .required = false}, true},
                [member](void* target, const FieldSpec& field, const InputValues::Value* value,
                         Refusal& problems) {
                    if (auto texts = reading::texts(field, value, problems))
                        static_cast<TryingQuery*>(target)->parts.*member = std::move(*texts);
                });
        }
        void none(const char* name, std::string_view label) {
            add(FieldSpec{name, FieldKind::tick, {.label = label, .required = false}, false},
                [](void* target, const FieldSpec& field, const InputValues::Value* value, Refusal& problems) {
                    static_cast<TryingQuery*>(target)->parts.is_none = reading::truth(field, value, problems);
                });
        }
    };
    static const TryingInput input = [] {
        TryingInput made("charter.try");
        made.line("charter", &TryingQuery::charter, {.label = N_("Charter"), .characters_max = 60});
        made.number("from", &TryingQuery::from,
                    {.label = N_("First year"), .required = false, .least = 2000, .most = 2200});
        made.several("clause", &TryingQuery::clause, {.label = N_("Clause"), .required = false});
        made.several("value", &TryingQuery::value,
                     {.label = N_("Value"), .required = false, .characters_max = 20'000});
        made.none("none", N_("None"));
        made.parts("item", &TypedParts::items, N_("Chosen"));
        made.part("least", &TypedParts::least, N_("From"));
        made.part("most", &TypedParts::most, N_("To"));
        made.part("by", &TypedParts::by, N_("Decided by"));
        made.part("majority", &TypedParts::majority, N_("Majority"));
        made.part("of", &TypedParts::of, N_("Majority of"));
        made.part("quorum_percent", &TypedParts::quorum_percent, N_("Quorum in percent"));
        made.part("hours", &TypedParts::hours, N_("Hours of silence"));
        made.parts("group", &TypedParts::group, N_("Group"));
        made.parts("title", &TypedParts::title, N_("Title"));
        made.parts("topic", &TypedParts::topic, N_("Topic"));
        made.parts("meetings", &TypedParts::meetings, N_("Meetings in a year"));
        made.parts("days", &TypedParts::days, N_("Days of a meeting"));
        return made;
    }();
    return input;
}

Result<TryingPage> load_trying(const Running& at, const TryingQuery& query) {
    auto charter = find_charter(at, query.charter);
    if (!charter) return std::unexpected(charter.error());
    auto changes = changes_of(query);
    if (!changes) return std::unexpected(changes.error());
    TryingPage page;
    page.charter = charter->id;
    page.title = charter->title;
    page.language = charter->language;
    page.version = charter->version;
    page.from = query.from;
    page.years = trying_years;
    Trying trying(at, *charter, page);
    for (const Change& change : *changes) {
        std::optional<Refusal> refused;
        if (change.is_typed) refused = trying.take(change);
        if (refused && at.visit.face != web::Face::html) return refuse(at_value(*refused));
        if (change.is_typed && !refused) continue;
        page.chosen = change.clause->path;
        page.start = charter->charter->entry(change.clause->index).value;
        page.typed = change.typed;
        page.problem = refused ? page.changes.back().problem : std::string();
        page.parts = query.parts;
    }
    const bool all_taken = std::ranges::all_of(page.changes, &std::string::empty, &ChangeRow::problem);
    if (all_taken && !page.changes.empty()) trying.compare();
    return page;
}

} // namespace poa::charter
