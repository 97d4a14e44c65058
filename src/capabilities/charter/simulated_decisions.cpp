// SPDX-License-Identifier: Apache-2.0
// Decisions: what is proposed is put to the body whose matter it is, under the charter's rule of its class.
#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/simulated_tally.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

enum Figure : std::size_t {
    questions,
    adopted,
    by_vote,
    blocked,
    voted_down,
    no_quorum,
    given_up,
    adopted_share,
    elections,
    elections_failed,
    groups_proposed,
    groups_waiting,
    groups_created,
    group_days,
    days_to_group_sum,
    days_to_group
};
constexpr std::array figures{
    FigureSpec{"decisions_put", N_("Times a question was put"), N_("questions")},
    FigureSpec{"decisions_adopted", N_("of these, adopted"), N_("questions")},
    FigureSpec{"decisions_by_vote", N_("of these, by a vote"), N_("questions")},
    FigureSpec{"decisions_blocked", N_("Times an objection stood"), N_("questions")},
    FigureSpec{"decisions_rejected", N_("Times a vote did not reach its majority"), N_("questions")},
    FigureSpec{"decisions_no_quorum", N_("Times there was no quorum"), N_("questions")},
    FigureSpec{"decisions_given_up", N_("Proposals given up after coming back in vain"), N_("questions")},
    FigureSpec{"decisions_adopted_share", N_("Share of questions put that are adopted"), N_("share"),
               OverYears::ratio, "decisions_adopted", "decisions_put"},
    FigureSpec{"elections", N_("Times a Chair was to be elected"), N_("elections")},
    FigureSpec{"elections_failed", N_("of these, without result"), N_("elections")},
    FigureSpec{"groups_proposed", N_("Groups proposed"), N_("groups")},
    FigureSpec{"groups_waiting",
               N_("Times a proposed group had to wait because there were as many as may be"), N_("groups")},
    FigureSpec{"groups_created", N_("Groups created"), N_("groups")},
    FigureSpec{"new_group_days", N_("Meeting days that new groups add"), N_("days")},
    FigureSpec{"days_to_group_all", N_("Days from proposal to group, all groups together"), N_("days")},
    FigureSpec{"days_to_group", N_("Days from proposal to group"), N_("days"), OverYears::ratio,
               "days_to_group_all", "groups_created"},
};

enum class Matter : std::uint8_t {
    substantive,
    procedural,
    creation_of_groups,
    framework,
    charter,
    election
};

struct Proposal {
    Matter matter = Matter::substantive;
    Day made;
    Random voices; ///< its own stream: two rules hear the same voices on the same proposal
    std::int64_t times_put = 0, objectors = 0;
};

/// What the charter says of decisions, read once for a run.
struct Rules {
    explicit Rules(const Charter& charter)
        : rules{&charter[clause::decisions::substantive],
                &charter[clause::decisions::procedural],
                &charter[clause::decisions::creation_of_groups],
                &charter[clause::decisions::framework],
                &charter[clause::decisions::charter],
                &charter[clause::decisions::elections]},
          founding(charter.find(clause::founding::conference_rule)) {
        const auto& forums = charter[clause::framework::updated_by];
        framework_at_plenary = std::ranges::find(forums, "plenary") != forums.end();
        framework_at_review = std::ranges::find(forums, "review_conference") != forums.end();
        charter_only_at_review = charter[clause::review::charter_changes_only_here];
        groups_only_at_review = charter[clause::groups::created_by] == "review_conference";
        sunset_years = charter.find(clause::groups::sunset_years);
        at_once_max = charter.find(clause::groups::at_once_max);
        first_groups = static_cast<std::int64_t>(charter[clause::groups::list].size());
    }
    [[nodiscard]] const DecisionRule& of(Matter matter) const {
        return *rules[static_cast<std::size_t>(matter)];
    }
    [[nodiscard]] bool is_taken(Matter matter, bool at_review) const {
        switch (matter) {
        case Matter::framework:
            return at_review ? framework_at_review : framework_at_plenary;
        case Matter::charter:
            return at_review || !charter_only_at_review;
        case Matter::creation_of_groups:
            return at_review || !groups_only_at_review;
        default:
            return true;
        }
    }
    std::array<const DecisionRule*, 6> rules;
    const DecisionRule* founding;
    bool framework_at_plenary = false, framework_at_review = false, charter_only_at_review = false,
         groups_only_at_review = false;
    const std::int64_t *sunset_years = nullptr, *at_once_max = nullptr;
    std::int64_t first_groups = 0;
};

class Decisions final : public Behaviour {
  public:
    explicit Decisions(const RunPlace& place)
        : proposals_(place.random), events_(proposals_.branch()), first_(place.first_figure),
          rules_(place.ground.charter()), groups_from_start_(rules_.first_groups) {}

    void live(World& world, const SimulatedDay& today) override {
        if (today.month_begins && today.day.month() == 1) begin_year(world, today.day);
        for (const SimulatedEvent& one : today.beginning) {
            const EventKind kind = one.event->kind;
            if (kind == EventKind::plenary || kind == EventKind::review_conference)
                hold_session(world, today.day, kind == EventKind::review_conference);
            if (kind == EventKind::founding_conference) {
                Proposal question{Matter::substantive, today.day, events_.branch()};
                put_once(world, question,
                         rules_.founding != nullptr ? *rules_.founding : rules_.of(Matter::substantive));
            }
            if (kind == EventKind::chair_begins)
                put(world, Proposal{Matter::election, today.day, events_.branch()}, today.day);
            if (kind == EventKind::group_ends && groups_from_start_ > 0) --groups_from_start_;
        }
    }

  private:
    void begin_year(World& world, Day day) {
        if (rules_.sunset_years != nullptr)
            std::erase_if(groups_,
                          [&](Day since) { return day.year() - since.year() > *rules_.sunset_years; });
        world.count(first_ + group_days,
                    days_of_new_groups(world.ground().charter(), static_cast<std::int64_t>(groups_.size())));
    }

    void hold_session(World& world, Day day, bool at_review) {
        const Conduct& conduct = world.ground().conduct();
        const double years = since_last_session(day) / 365.25;
        propose(world, Matter::substantive, conduct.proposals_per_year * years, day);
        propose(world, Matter::procedural, conduct.procedural_per_session, day);
        propose(world, Matter::creation_of_groups, conduct.group_proposals_per_year * years, day);
        propose(world, Matter::framework, conduct.framework_proposals_per_year * years, day);
        propose(world, Matter::charter, conduct.charter_proposals_per_year * years, day);
        last_session_ = day;
        std::vector<Proposal> now;
        std::ranges::copy_if(waiting_, std::back_inserter(now),
                             [&](const Proposal& one) { return rules_.is_taken(one.matter, at_review); });
        std::erase_if(waiting_, [&](const Proposal& one) { return rules_.is_taken(one.matter, at_review); });
        for (const Proposal& one : now) put(world, one, day);
    }
    [[nodiscard]] std::int32_t since_last_session(Day day) const {
        return last_session_ ? day.days - last_session_->days : 365;
    }

    /// New proposals of that matter, made on days since the last session.
    void propose(World& world, Matter matter, double mean, Day day) {
        Random drawn = proposals_.branch();
        const std::int64_t number = drawn.arrivals(mean);
        for (std::int64_t i = 0; i < number; ++i) {
            const auto ago = static_cast<std::int32_t>(drawn.below(std::max(1, since_last_session(day))));
            const Day made{day.days - (matter == Matter::procedural ? 0 : ago)};
            waiting_.push_back({matter, made, drawn.branch()});
        }
        if (matter == Matter::creation_of_groups) world.count(first_ + groups_proposed, number);
    }

    void put(World& world, Proposal proposal, Day day) {
        const bool is_group = proposal.matter == Matter::creation_of_groups;
        if (is_group && rules_.at_once_max != nullptr &&
            groups_from_start_ + static_cast<std::int64_t>(groups_.size()) >= *rules_.at_once_max) {
            world.count(first_ + groups_waiting);
            waiting_.push_back(proposal);
            return;
        }
        const std::int64_t objections = put_once(world, proposal, rules_.of(proposal.matter));
        if (objections < 0) {
            if (is_group) create_group(world, proposal, day);
            return;
        }
        if (++proposal.times_put >= static_cast<std::int64_t>(world.ground().conduct().times_put)) {
            world.count(first_ + given_up);
            return;
        }
        proposal.objectors = objections;
        waiting_.push_back(proposal);
    }

    /// -1: adopted; else how many objected.
    std::int64_t put_once(World& world, Proposal& proposal, const DecisionRule& rule) {
        Random drawn = proposal.voices.branch();
        const Conduct& conduct = world.ground().conduct();
        const std::int64_t again = drawn.how_many(proposal.objectors, conduct.objects_again);
        const Tally tally =
            tally_drawn(drawn, conduct, rule, world.ground().members(), again, conduct.objects);
        const Outcome outcome = decide(rule, tally);
        count_outcome(world, proposal.matter, outcome);
        return is_adopted(outcome) ? -1 : tally.objections;
    }

    void count_outcome(World& world, Matter matter, Outcome outcome) {
        world.count(first_ + questions);
        if (is_adopted(outcome)) world.count(first_ + adopted);
        if (outcome == Outcome::adopted_by_vote) world.count(first_ + by_vote);
        if (outcome == Outcome::blocked) world.count(first_ + blocked);
        if (outcome == Outcome::rejected) world.count(first_ + voted_down);
        if (outcome == Outcome::no_quorum) world.count(first_ + no_quorum);
        if (matter != Matter::election) return;
        world.count(first_ + elections);
        if (!is_adopted(outcome)) world.count(first_ + elections_failed);
    }

    void create_group(World& world, const Proposal& proposal, Day day) {
        groups_.push_back(day);
        world.count(first_ + groups_created);
        world.count(first_ + days_to_group_sum, day.days - proposal.made.days);
    }

    Random proposals_, events_;
    std::size_t first_;
    Rules rules_;
    std::int64_t groups_from_start_;
    std::vector<Proposal> waiting_;
    std::vector<Day> groups_; ///< those created since, by the day
    std::optional<Day> last_session_;
};

} // namespace

std::int64_t days_of_new_groups(const Charter& charter, std::int64_t groups) {
    const auto& own = charter[clause::groups::list];
    std::int64_t own_days = 0;
    for (const GroupPlan& group : own) own_days += group.meetings_per_year * group.days;
    const std::int64_t length =
        own.empty() ? charter[clause::other_meetings::thematic_days] : own.front().days;
    const std::int64_t days =
        groups * length * std::max<std::int64_t>(1, charter[clause::groups::meetings_per_year_min]);
    const std::int64_t* most = charter.find(clause::groups::days_per_year_max);
    return most == nullptr ? days : std::min(days, std::max<std::int64_t>(0, *most - own_days));
}

BehaviourSpec decisions_by_rules() {
    return {"decisions", N_("Delegations propose, object and vote"), false, figures,
            [](const RunPlace& place) { return std::make_unique<Decisions>(place); }};
}

} // namespace poa::charter
