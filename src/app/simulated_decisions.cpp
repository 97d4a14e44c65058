// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_decisions.hpp"

#include "app/simulated_proceedings.hpp"
#include "app/simulated_proposals.hpp"
#include "app/simulated_voices.hpp"
#include "capabilities/charter/simulated_tally.hpp"
#include "capabilities/decisions/queries_agreed.hpp"

#include <algorithm>

namespace poa::app {
namespace {

using charter::EventKind;
using charter::FigureSpec;
using charter::Outcome;
using charter::Random;
using charter::World;
using decisions::Asked;
using decisions::Matter;
using decisions::Question;

const std::vector<FigureSpec>& figures() {
    static const std::vector<FigureSpec> all = [] {
        const auto by_rules = charter::decisions_by_rules().figures;
        std::vector<FigureSpec> made(by_rules.begin(), by_rules.end());
        made.push_back(
            {"proposals_late", N_("Proposals tabled too late for the next session"), N_("proposals")});
        made.push_back({"proposals_refused", N_("Proposals that another rule of the charter does not allow"),
                        N_("proposals")});
        return made;
    }();
    return all;
}

/// No meeting is planned farther ahead for what is tabled (decisions::next_meeting), with days to spare.
constexpr std::int32_t tabled_ahead_most = 3 * 365;

class Decisions final : public charter::Behaviour {
  public:
    explicit Decisions(const charter::RunPlace& place)
        : ground_(place.ground), proposals_(place.random), events_(proposals_.branch()),
          authors_(charter::mixed(Random(place.random)(), 1)), first_(place.first_figure),
          platform_(platform_of(place)), room_(platform_), sessions_(sessions_of(ground_)) {
        ahead_ = proposals_of(ground_, sessions_, proposals_, authors_);
    }

    void live(World& world, const charter::SimulatedDay& today) override {
        if (today.month_begins && today.day.month() == 1) begin_year(world, today.day);
        close_silent(world);
        draft_ready(world, today.day);
        for (const charter::SimulatedEvent& one : today.beginning) {
            const EventKind kind = one.event->kind;
            if (kind == EventKind::plenary || kind == EventKind::review_conference)
                hold_session(world, {today.day, kind == EventKind::review_conference});
            if (kind == EventKind::founding_conference) hold_founding(world);
            if (kind == EventKind::chair_begins) is_election_due_ = true;
        }
        if (is_election_due_) hold_election(world, today.day);
    }

  private:
    void count(World& world, std::string_view figure, std::int64_t amount = 1) {
        const auto found = std::ranges::find(figures(), figure, &FigureSpec::key);
        require(found != figures().end(), "a figure of this behaviour");
        world.count(first_ + static_cast<std::size_t>(found - figures().begin()), amount);
    }
    void begin_year(World& world, Day day) {
        const auto charter = room_.in_force();
        const auto groups = platform_.database().read(
            [&](storage::Session& session) { return decisions::groups_on(session, day); });
        const std::int64_t created = std::ranges::count_if(
            groups, [&](const decisions::WorkingGroup& group) { return group.by && group.meets_on(day); });
        count(world, "new_group_days", charter::days_of_new_groups(charter->charter, created));
    }

    // drafting

    /// The next session on or after that day that takes it; null where the run has none.
    [[nodiscard]] const Sitting* session_for(const charter::Charter& charter, Matter matter, Day from) const {
        const auto found = std::ranges::find_if(sessions_, [&](const Sitting& one) {
            return one.day >= from && is_taken(charter, matter, one.is_review);
        });
        return found == sessions_.end() ? nullptr : &*found;
    }

    void draft_ready(World& world, Day today) {
        while (next_ < ahead_.size() && ahead_[next_].made <= today) {
            if (ahead_[next_].matter == Matter::creation_of_groups) count(world, "groups_proposed");
            waiting_.push_back(std::move(ahead_[next_++]));
        }
        std::vector<Simulated> still;
        for (Simulated& one : std::exchange(waiting_, {})) {
            if (one.put.proposal.is_known() || one.ready > today) {
                still.push_back(std::move(one));
                continue;
            }
            const Sitting* session = session_for(room_.in_force()->charter, one.matter, today);
            if (session == nullptr) continue; // nobody takes it any more in this run
            if (session->day.days - today.days > tabled_ahead_most) {
                one.ready = Day{session->day.days - tabled_ahead_most};
                still.push_back(std::move(one));
                continue;
            }
            one.session = *session;
            draft(world, std::move(one), still);
        }
        // What was put back while drafting stands in waiting_ already.
        std::ranges::move(still, std::back_inserter(waiting_));
    }

    /// Goes to `kept` once it is tabled; else it waits, or is given up.
    void draft(World& world, Simulated one, std::vector<Simulated>& kept) {
        const auto request = draft_of(one, {*room_.in_force(), *platform_.mechanism().states.now(),
                                            ground_.wish().states, last_region_, ++drafts_});
        auto tabled = room_.table(world.clock(), platform_.head_of(one.author), request);
        if (!tabled) return refused(world, std::move(one), tabled.error());
        one.put = *tabled;
        kept.push_back(std::move(one));
    }

    /// A rule of the charter said no: too late and too many at once pass, anything else does not.
    void refused(World& world, Simulated one, const Refusal& refusal) {
        if (says(refusal, "decisions.tabled_late")) {
            count(world, "proposals_late");
            return come_back(world, std::move(one));
        }
        if (says(refusal, "decisions.too_many_groups")) {
            count(world, "groups_waiting");
            return come_back(world, std::move(one));
        }
        // Another question is open whose charter this one would change: it has to wait.
        if (says(refusal, "decisions.charter_in_question")) return come_back(world, std::move(one));
        count(world, "proposals_refused");
        withdraw(world, one);
    }
    void withdraw(World& world, Simulated& one) {
        if (one.put.proposal.is_known())
            room_.withdraw(world.clock(), platform_.head_of(one.author), one.put);
    }
    /// It is drafted anew after its session, with the days that hold then.
    void come_back(World& world, Simulated one) {
        withdraw(world, one);
        one.ready = Day{std::max(one.session.day, Day::of(world.clock().now())).days + 1};
        waiting_.push_back(std::move(one));
    }

    // deciding

    void hold_session(World& world, const Sitting& session) {
        std::vector<Simulated> now;
        for (Simulated& one : std::exchange(waiting_, {})) {
            const bool is_for_it = one.put.proposal.is_known() && !one.put.question.is_known() &&
                                   one.session.day == session.day &&
                                   one.session.is_review == session.is_review;
            (is_for_it ? now : waiting_).push_back(std::move(one));
        }
        for (Simulated& one : now) put(world, std::move(one));
    }

    /// A term that began late ends late, and so does the next begin; and what comes back after an election
    /// in vain is the election.
    void hold_election(World& world, Day day) {
        if (chair_free_ && day < *chair_free_) return;
        is_election_due_ = false;
        if (std::ranges::find(waiting_, Matter::elections, &Simulated::matter) == waiting_.end())
            elect(world, day);
    }

    void elect(World& world, Day day) {
        const Sitting* session = session_for(room_.in_force()->charter, Matter::elections, day);
        const auto author = static_cast<std::size_t>(authors_.below(ground_.members()));
        // A new term begins on that day, whichever body meets next.
        Simulated one{Matter::elections, day, day, author, events_.branch()};
        one.session = {day, session != nullptr && session->is_review};
        std::vector<Simulated> tabled;
        draft(world, std::move(one), tabled);
        for (Simulated& each : tabled) put(world, std::move(each));
    }

    void put(World& world, Simulated one) {
        const Clock& clock = world.clock();
        room_.open_discussion(clock, one.put);
        auto question = room_.ask(clock, one.put, "by_rule");
        if (!question) return refused(world, std::move(one), question.error());
        const HeardStates heard = hear(one, question->applied.rule, ground_);
        if (question->asked == Asked::vote)
            room_.vote(clock, one.put, heard);
        else
            room_.object(clock, one.put, heard.objecting);
        one.objectors = heard.objecting;
        if (one.put.closes) return waiting_.push_back(std::move(one));
        auto ended = room_.close(clock, one.put);
        if (!ended) return taken_back(world, std::move(one), ended.error());
        const bool may_vote = ended->asked == Asked::consensus && ended->outcome == Outcome::blocked &&
                              ended->applied.rule.has_vote();
        if (may_vote) {
            question = room_.ask(clock, one.put, "vote");
            if (!question) return refused(world, std::move(one), question.error());
            room_.vote(clock, one.put, heard);
            ended = room_.close(clock, one.put);
            if (!ended) return taken_back(world, std::move(one), ended.error());
        }
        conclude(world, std::move(one), *ended);
    }

    void close_silent(World& world) {
        const Instant now = world.clock().now();
        std::vector<Simulated> due;
        for (Simulated& one : std::exchange(waiting_, {}))
            (one.put.closes && *one.put.closes <= now ? due : waiting_).push_back(std::move(one));
        if (due.empty()) return;
        room_.close_due(world.clock());
        for (Simulated& one : due) {
            const Question ended = room_.newest(one.put);
            if (ended.outcome)
                conclude(world, std::move(one), ended);
            else
                refused(world, std::move(one),
                        Refusal::because(Refusal::Kind::rule, std::string(ended.taken_back)));
        }
    }
    /// What nobody objected to cannot take effect any more.
    void taken_back(World& world, Simulated one, const Refusal& why) {
        room_.take_back(world.clock(), one.put, why.reasons.front().code);
        refused(world, std::move(one), why);
    }

    void conclude(World& world, Simulated one, const Question& ended) {
        count_outcome(world, one.matter, *ended.outcome);
        if (charter::is_adopted(*ended.outcome)) {
            if (one.matter == Matter::elections) remember_chair(world);
            if (one.matter != Matter::creation_of_groups) return;
            count(world, "groups_created");
            return count(world, "days_to_group_all", Day::of(*ended.ended).days - one.made.days);
        }
        if (++one.times_put >= static_cast<std::int64_t>(ground_.conduct().times_put)) {
            count(world, "decisions_given_up");
            return withdraw(world, one);
        }
        come_back(world, std::move(one));
    }
    /// The next Chair comes when the term ends, from another region where the charter has it so.
    void remember_chair(World& world) {
        const Day today = Day::of(world.clock().now());
        const auto office = platform_.database().read([&](storage::Session& session) {
            return decisions::agreed_item(session, decisions::AgreedKind::office, "chair", today);
        });
        require(office.has_value(), "who was elected holds the office");
        const decisions::AgreedVersion& term = office->newest.version;
        last_region_ = term.at("region");
        const std::int64_t overlap = room_.in_force()->charter[charter::clause::chair::overlap_months];
        chair_free_ = decisions::months_after(Day{term.day_at("last")->days + 1}, -overlap);
    }

    void count_outcome(World& world, Matter matter, Outcome outcome) {
        count(world, "decisions_put");
        if (charter::is_adopted(outcome)) count(world, "decisions_adopted");
        if (outcome == Outcome::adopted_by_vote) count(world, "decisions_by_vote");
        if (outcome == Outcome::blocked) count(world, "decisions_blocked");
        if (outcome == Outcome::rejected) count(world, "decisions_rejected");
        if (outcome == Outcome::no_quorum) count(world, "decisions_no_quorum");
        if (matter != Matter::elections) return;
        count(world, "elections");
        if (!charter::is_adopted(outcome)) count(world, "elections_failed");
    }

    void hold_founding(World& world) {
        const charter::Charter& charter = ground_.charter();
        const charter::DecisionRule* own = charter.find(charter::clause::founding::conference_rule);
        const auto& rule = own != nullptr ? *own : charter[charter::clause::decisions::substantive];
        Random voices = events_.branch();
        Random drawn = voices.branch();
        (void)drawn.how_many(0, ground_.conduct().objects_again);
        const auto tally = charter::tally_drawn(drawn, ground_.conduct(), rule, ground_.members(), 0,
                                                ground_.conduct().objects);
        count_outcome(world, Matter::founding, charter::decide(rule, tally));
    }

    const charter::Ground& ground_;
    Random proposals_, events_; ///< drawn from as where rules alone are applied
    Random authors_;            ///< who proposes: only played here
    std::size_t first_;
    SimulatedPlatform& platform_;
    Proceedings room_;
    std::vector<Sitting> sessions_;
    std::vector<Simulated> ahead_; ///< by the day they are made
    std::size_t next_ = 0;         ///< of them
    std::vector<Simulated> waiting_;
    bool is_election_due_ = false;
    std::optional<Day> chair_free_; ///< from when another can be elected
    std::string last_region_;
    std::int64_t drafts_ = 0;
};

} // namespace

charter::BehaviourSpec decisions_through_commands() {
    return {"decisions", N_("Delegations propose, object and vote"), true, figures(),
            [](const charter::RunPlace& place) { return std::make_unique<Decisions>(place); }};
}

} // namespace poa::app
