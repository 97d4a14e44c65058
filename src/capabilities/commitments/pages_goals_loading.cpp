// SPDX-License-Identifier: Apache-2.0
// Goals with what reports say of them, and the trail from a report to a result.
#include "base/text.hpp"
#include "capabilities/commitments/pages_loading.hpp"
#include "capabilities/national_reports/faces.hpp"
#include "capabilities/national_reports/national_reports.hpp"

#include <algorithm>

namespace poa::commitments {
namespace {

namespace reports = national_reports;

constexpr int on_a_trail = 20;

std::string shown(const Reading& reading, const reports::Texts& texts) {
    return std::string(texts.in(reading.visit.in.code()).text);
}

/// What a trail is about.
struct TrailStart {
    std::string item;
    std::optional<reports::KeptNeed> need;
    std::optional<Commitment> commitment;
    std::optional<Goal> goal;
};

std::optional<std::int64_t> number_in(std::string_view text) {
    constexpr std::size_t digits_max = 15;
    if (text.empty() || text.size() > digits_max) return std::nullopt;
    std::int64_t number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::optional<reports::KeptNeed> need_called(const Reading& reading, std::int64_t number) {
    return reports::need_for(reading.session, reading.actor.reader(), Id<reports::Need>{number});
}

std::string item_of(const Goal& goal) {
    const auto* indicator = reports::shipped_indicators().find(goal.indicator);
    return indicator == nullptr ? std::string() : indicator->item;
}

std::optional<TrailStart> start_of(const Reading& reading, std::string_view kind, std::string_view id) {
    TrailStart start;
    const std::int64_t number = number_in(id).value_or(0);
    if (kind == "item" && reading.framework.of(reading.session)->item(id) != nullptr) {
        start.item = id;
        return start;
    }
    if (kind == "need" && (start.need = need_called(reading, number))) {
        start.item = start.need->entry.item;
        return start;
    }
    if (kind == "goal" && (start.goal = goal_now(reading.session, id))) {
        start.item = item_of(*start.goal);
        return start;
    }
    if (kind != "commitment") return std::nullopt;
    start.commitment = store::commitment(reading.session, Id<Commitment>{number});
    if (!start.commitment) return std::nullopt;
    start.item = start.commitment->item;
    if (start.commitment->need != 0) start.need = need_called(reading, start.commitment->need);
    if (!start.commitment->goal.empty()) start.goal = goal_now(reading.session, start.commitment->goal);
    return start;
}

/// Fills the page, one kind of step after the other.
class Trail {
  public:
    Trail(const Reading& reading, const TrailStart& start, TrailPage& page)
        : reading_(reading), start_(start), page_(page) {}

    void add_needs() {
        std::vector<reports::KeptNeed> needs;
        if (start_.need) {
            needs.push_back(*start_.need);
        } else if (!start_.item.empty()) {
            reports::NeedFilter filter;
            filter.item = start_.item;
            needs = reports::needs_for(reading_.session, reading_.actor.reader(), filter, {}, on_a_trail);
        }
        for (const reports::KeptNeed& need : needs) {
            const std::string year = std::to_string(need.year);
            add("report", name_of_state(need.state) + ", " + year, need.survey,
                "/reports/" + need.state + "/" + year);
        }
        for (const reports::KeptNeed& need : needs)
            add("need", reports::words_of(reading_.session, need, reading_.visit.in.code()),
                name_of_state(need.state), "/needs/" + std::to_string(need.id.number));
    }
    void add_priority() {
        if (start_.item.empty()) return;
        const auto* needs = reports::shipped_indicators().find(start_.item + "-needs");
        if (needs != nullptr)
            add("priority", shown(reading_, needs->title), "", "/reports/progress/" + needs->key);
    }
    /// Recommendations that somebody said put the item into practice.
    void add_recommendations() {
        if (start_.item.empty()) return;
        for (const acquis::Note& note :
             acquis::store::notes_of_kind(reading_.session, acquis::NoteKind::classification)) {
            const auto fields = decisions::parse_attributes(note.newest.fields);
            const auto items = fields ? fields->find("items") : decisions::Attributes::const_iterator();
            if (!fields || items == fields->end()) continue;
            const auto lines = acquis::lines_of(items->second);
            const auto subject = acquis::parse_subject(note.about);
            if (!subject || std::ranges::find(lines, start_.item) == lines.end()) continue;
            const auto agreed = decisions::store::agreed_now(
                reading_.session, decisions::AgreedKind::recommendation, subject->key);
            if (agreed)
                add("recommendation", agreed->title, agreed->by.symbol,
                    decisions::url_of(decisions::AgreedKind::recommendation, subject->key));
        }
    }
    void add_goals() {
        for (const Goal& goal : store::goals(reading_.session)) {
            const bool is_it = start_.goal && start_.goal->key == goal.key;
            if (!is_it && (start_.item.empty() || item_of(goal) != start_.item)) continue;
            goals_.push_back(goal);
            add("goal", goal.title, goal.symbol, "/goals/" + goal.key);
        }
    }
    void add_commitments() {
        CommitmentFilter filter;
        if (start_.commitment) {
            commitments_.push_back(*start_.commitment);
        } else {
            if (start_.need)
                filter.need = start_.need->id.number;
            else if (start_.goal)
                filter.goal = start_.goal->key;
            else
                filter.item = start_.item;
            commitments_ = commitments_for(reading_.session, filter, {}, on_a_trail);
        }
        for (const Commitment& commitment : commitments_)
            add("commitment", commitment.title, name_of_state(commitment.state),
                "/commitments/" + std::to_string(commitment.id.number));
    }
    void add_results() {
        for (const Commitment& commitment : commitments_)
            for (const Step& step : store::steps(reading_.session, commitment.id))
                for (const std::string& evidence : step.evidence)
                    add("result", evidence, name_of_state(commitment.state), evidence);
        for (const Goal& goal : goals_) {
            const auto years = years_of(reading_, goal);
            if (!years.empty())
                add("result", goal.title,
                    reading_.visit.in.tr("{states} of {answered}",
                                         {{"states", std::to_string(years.back().states)},
                                          {"answered", std::to_string(years.back().answered)}}) +
                        " (" + std::to_string(years.back().year) + ")",
                    "/goals/" + goal.key);
        }
        if (start_.need && start_.need->stage == reports::NeedStage::met)
            add("result", std::string(reading_.visit.in.tr(N_("The State says that the need is met"))),
                name_of_state(start_.need->state), "/needs/" + std::to_string(start_.need->id.number));
    }

  private:
    void add(std::string step, std::string title, std::string detail, std::string address) {
        page_.rows.push_back({std::move(step), std::move(title), std::move(detail), std::move(address)});
    }
    [[nodiscard]] std::string name_of_state(const std::string& code) const {
        return std::string(
            reading_.states.display_name(code, members::language_or_english(reading_.visit.in.code())));
    }
    const Reading& reading_;
    const TrailStart& start_;
    TrailPage& page_;
    std::vector<Goal> goals_;
    std::vector<Commitment> commitments_;
};

} // namespace

std::vector<GoalYear> years_of(const Reading& reading, const Goal& goal) {
    const auto* indicator = reports::shipped_indicators().find(goal.indicator);
    if (indicator == nullptr) return {};
    const auto series = reports::series_of(*indicator, reports::rows_of(reading.session, *indicator, {}),
                                           reports::groups_on(reading.states, Day::of(reading.now)),
                                           reports::seen_by(reading.actor.reader()));
    std::vector<GoalYear> years;
    for (const reports::YearOfIndicator& year : series)
        years.push_back(
            {year.year, year.world.answered, year.counting(*indicator), year.world.uncounted == 0});
    return years;
}

GoalRow row_of(const Reading& reading, const Goal& goal) {
    GoalRow row;
    row.goal = goal.key;
    row.title = goal.title;
    row.language = goal.language;
    row.indicator = goal.indicator;
    const auto* indicator = reports::shipped_indicators().find(goal.indicator);
    row.indicator_title = indicator == nullptr ? goal.indicator : shown(reading, indicator->title);
    row.version = goal.version;
    row.year = goal.year;
    row.states = goal.states;
    row.symbol = goal.symbol;
    row.decision = "/decisions/" + std::to_string(goal.proposal);
    row.address = "/goals/" + goal.key;
    row.since = Day::of(goal.since);
    return row;
}

GoalsPage load_goals(const Reading& reading) {
    GoalsPage page;
    for (const Goal& goal : store::goals(reading.session)) {
        GoalRow row = row_of(reading, goal);
        if (const auto years = years_of(reading, goal); !years.empty()) {
            row.newest_year = years.back().year;
            row.have_it = years.back().states;
        }
        page.rows.push_back(std::move(row));
    }
    return page;
}

Result<GoalPage> load_goal(const Reading& reading, std::string_view key) {
    const auto versions = store::versions_of_goal(reading.session, key);
    if (versions.empty()) return refuse(Refusal::Kind::not_found, "commitments.no_such_goal");
    GoalPage page;
    page.goal = row_of(reading, versions.back());
    page.text = versions.back().text;
    for (auto version = versions.rbegin() + 1; version != versions.rend(); ++version)
        page.versions.push_back(row_of(reading, *version));
    CommitmentFilter filter;
    filter.goal = key;
    for (const Commitment& commitment : commitments_for(reading.session, filter, {}, 200))
        page.commitments.push_back(row_of(reading, commitment));
    page.rows = years_of(reading, versions.back());
    if (!page.rows.empty()) {
        page.goal.newest_year = page.rows.back().year;
        page.goal.have_it = page.rows.back().states;
    }
    return page;
}

Result<TrailPage> load_trail(const Reading& reading, std::string_view kind, std::string_view id) {
    const auto start = start_of(reading, kind, id);
    if (!start) return refuse(Refusal::Kind::not_found, "commitments.no_such_trail");
    TrailPage page{std::string(kind), std::string(id), start->item, item_title(reading, start->item), {}};
    Trail trail(reading, *start, page);
    trail.add_needs();
    trail.add_priority();
    trail.add_recommendations();
    trail.add_goals();
    trail.add_commitments();
    trail.add_results();
    return page;
}

} // namespace poa::commitments
