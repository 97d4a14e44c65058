// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_accreditation.hpp"

#include "app/simulated_applications.hpp"
#include "app/simulated_proceedings.hpp"
#include "capabilities/charter/simulated_tally.hpp"

#include <algorithm>
#include <utility>

namespace poa::app {
namespace {

using charter::ApplicationStage;
using charter::EventKind;
using charter::FigureSpec;
using charter::World;

const std::vector<FigureSpec>& figures() {
    static const std::vector<FigureSpec> all = [] {
        const auto by_rules = charter::accreditation_by_rules().figures;
        std::vector<FigureSpec> made(by_rules.begin(), by_rules.end());
        made.push_back({"applications_kept_out",
                        N_("Applications that another rule kept from being put: tabled too late, or another"),
                        N_("applications")});
        return made;
    }();
    return all;
}

class Accreditation final : public charter::Behaviour {
  public:
    explicit Accreditation(const charter::RunPlace& place)
        : ground_(place.ground), random_(place.random), first_(place.first_figure),
          policy_(charter::AccreditationPolicy::of(place.ground.charter())), sessions_(sessions_of(ground_)),
          platform_(platform_of(place)), room_(platform_) {}

    void live(World& world, const charter::SimulatedDay& today) override {
        if (!applicants_.empty()) go_on(world, today.day);
        for (const charter::SimulatedEvent& one : today.beginning) {
            const EventKind kind = one.event->kind;
            if (kind == EventKind::programme_of_work_begins) cycle_begins_ = true;
            if (kind == EventKind::accreditation_opens) open(world, today.day);
            if (kind == EventKind::plenary) decide_all(world, "plenary");
            if (kind == EventKind::review_conference) decide_all(world, "review_conference");
        }
    }

  private:
    void count(World& world, std::string_view figure, std::int64_t amount = 1) {
        const auto found = std::ranges::find(figures(), figure, &FigureSpec::key);
        require(found != figures().end(), "a figure of this behaviour");
        world.count(first_ + static_cast<std::size_t>(found - figures().begin()), amount);
    }
    [[nodiscard]] const charter::Conduct& conduct() const { return ground_.conduct(); }
    /// States are asked by a question that is open for the window's days; else the window is the engine's,
    /// and only what goes to a body is a question.
    [[nodiscard]] bool is_asked_in_window() const { return policy_.one_objection_excludes(); }

    // applying

    /// Everybody applies where accreditations have run out, else those who were not accredited before.
    double applicants_share() {
        const bool everybody =
            policy_.validity == "session" || !last_opening_ || (policy_.validity == "cycle" && cycle_begins_);
        cycle_begins_ = false;
        return everybody ? 1 : conduct().new_applicants;
    }

    void open(World& world, Day day) {
        const double years = last_opening_ ? (day.days - last_opening_->days) / 365.25 : 1;
        const double mean = conduct().applications_per_year * years * applicants_share();
        last_opening_ = day;
        if (!policy_.admits) return;
        const std::int64_t number = random_.arrivals(mean);
        for (std::int64_t i = 0; i < number; ++i) apply(world, day);
    }

    void apply(World& world, Day day) {
        Applicant one{{},
                      "simulated-organisation-" + std::to_string(++organisations_),
                      body_after(day),
                      random_.branch()};
        one.application.in_consultative_status = one.voices.happens(conduct().in_consultative_status);
        count(world, "applications");
        one.application = charter::circulate(policy_, std::move(one.application), day).value();
        if (one.application.stage == ApplicationStage::exempt) return count(world, "applications_exempt");
        if (charter::is_final(one.application.stage)) return decided(world, one);
        one.objections = objections_drawn(ground_, policy_, one.voices, day);
        const bool is_put_now = is_asked_in_window() || policy_.every_one_before_the_body;
        if (is_put_now && !table(world, one)) return;
        if (is_asked_in_window() && !ask(world, one)) return;
        applicants_.push_back(std::move(one));
    }
    [[nodiscard]] std::string body_after(Day day) const {
        const auto next =
            std::ranges::find_if(sessions_, [day](const Sitting& one) { return one.day > day; });
        return next == sessions_.end() ? "plenary" : next->body();
    }

    bool table(World& world, Applicant& one) {
        decisions::DraftProposal request;
        request.title = "Accreditation of " + one.organisation;
        request.body = one.body;
        request.effect = "organisation.accredit";
        request.effect_fields.set("organisation", one.organisation);
        request.effect_fields.set("name", "Simulated organisation");
        request.language = "en";
        request.text = "The organisation is accredited.";
        auto tabled = room_.table(world.clock(), platform_.chair(), request);
        if (!tabled) {
            count(world, "applications_kept_out");
            return false;
        }
        one.put = *tabled;
        room_.open_discussion(world.clock(), one.put);
        return true;
    }
    bool ask(World& world, Applicant& one) {
        if (room_.ask(world.clock(), one.put, "by_rule")) return true;
        count(world, "applications_kept_out");
        room_.withdraw(world.clock(), platform_.chair(), one.put);
        return false;
    }

    // what happens between sessions

    void go_on(World& world, Day day) {
        close_due(world);
        std::vector<Applicant> all;
        all.swap(applicants_);
        for (Applicant& one : all) {
            const bool stays = one.put.question.is_known() ? hear(world, one, day) : advance(world, one, day);
            if (stays) applicants_.push_back(std::move(one));
        }
    }

    /// A question is open: States object until the day before it closes, and are consulted after that.
    bool hear(World& world, Applicant& one, Day day) {
        const Day last{Day::of(*one.put.closes).days - 1};
        if (!one.was_extended)
            for (PlayedObjection& objection : one.objections)
                if (!objection.is_lodged && (objection.lodged <= day || day >= last)) {
                    lodge(world, one, objection, day);
                    room_.object(world.clock(), one.put, std::span(&objection.state, 1));
                }
        if (day < last) return true;
        if (one.was_extended) {
            for (const PlayedObjection& objection : one.objections)
                if (objection.is_withdrawn_later)
                    room_.withdraw_objection(world.clock(), one.put, objection.state);
        } else if (policy_.consultation && !one.objections.empty()) {
            room_.extend(world.clock(), one.put, static_cast<std::int64_t>(conduct().days_of_consultation));
            one.was_extended = true;
        }
        return true;
    }

    void lodge(World& world, Applicant& one, PlayedObjection& objection, Day day) {
        if (one.application.objections.empty()) count(world, "applications_contested");
        objection.is_lodged = true;
        one.application = charter::object(policy_, std::move(one.application),
                                          {platform_.state(objection.state), "stated", day})
                              .value();
    }

    void close_due(World& world) {
        const Instant now = world.clock().now();
        std::vector<Applicant> due;
        for (Applicant& one : std::exchange(applicants_, {}))
            (one.put.closes && *one.put.closes <= now ? due : applicants_).push_back(std::move(one));
        if (due.empty()) return;
        room_.close_due(world.clock());
        for (Applicant& one : due) conclude(world, one, room_.newest(one.put));
    }

    /// Of what goes to a body, or needs none: by the engine. Whether it still waits.
    bool advance(World& world, Applicant& one, Day day) {
        charter::Application& application = one.application;
        if (application.stage == ApplicationStage::circulated) {
            for (PlayedObjection& objection : one.objections)
                if (!objection.is_lodged && objection.lodged <= day) {
                    lodge(world, one, objection, day);
                    // What a State contests is a matter for the body: it is tabled while there is time.
                    if (!one.put.proposal.is_known() && !table(world, one)) return false;
                }
            if (day <= charter::last_day_of_window(policy_, *application.circulated_on)) return true;
            application = charter::close_window(policy_, std::move(application), day).value();
            consulted_until_ = day.days + static_cast<std::int32_t>(conduct().days_of_consultation);
        } else if (application.stage == ApplicationStage::under_consultation &&
                   day.days >= consulted_until_) {
            consult(one, day);
        }
        if (charter::is_final(application.stage)) decided(world, one);
        return !charter::is_final(application.stage);
    }
    void consult(Applicant& one, Day day) {
        for (const PlayedObjection& objection : one.objections)
            if (objection.is_withdrawn_later)
                one.application = charter::withdraw_objection(policy_, std::move(one.application),
                                                              platform_.state(objection.state), day)
                                      .value();
        if (one.application.stage == ApplicationStage::under_consultation)
            one.application = charter::end_consultation(policy_, std::move(one.application), day).value();
    }

    // deciding

    void decide_all(World& world, std::string_view body) {
        std::vector<Applicant> before_it;
        for (Applicant& one : std::exchange(applicants_, {})) {
            const bool is_before_it = one.application.stage == ApplicationStage::before_the_body &&
                                      one.body == body && !one.put.question.is_known();
            (is_before_it ? before_it : applicants_).push_back(std::move(one));
        }
        for (Applicant& one : before_it) decide(world, std::move(one));
    }

    void decide(World& world, Applicant one) {
        const Clock& clock = world.clock();
        count(world, "applications_put_to_body");
        if (!ask(world, one)) return;
        const auto standing = std::ssize(one.application.objections);
        const charter::Tally tally =
            charter::tally_drawn(one.voices, conduct(), policy_.contested, ground_.members(), standing, 0);
        const HeardStates heard =
            share_out(tally, objectors_of(one), standing, ground_.wish().states.size(), one.voices.branch());
        decisions::Question question = room_.newest(one.put);
        if (question.asked == decisions::Asked::vote)
            room_.vote(clock, one.put, heard);
        else
            room_.object(clock, one.put, heard.objecting);
        if (one.put.closes) return applicants_.push_back(std::move(one));
        question = room_.close(clock, one.put).value();
        if (question.asked == decisions::Asked::consensus && question.outcome == charter::Outcome::blocked &&
            question.applied.rule.has_vote()) {
            if (!ask_vote(world, one)) return;
            room_.vote(clock, one.put, heard);
            question = room_.close(clock, one.put).value();
        }
        conclude(world, one, question);
    }
    bool ask_vote(World& world, Applicant& one) {
        if (room_.ask(world.clock(), one.put, "vote")) return true;
        count(world, "applications_kept_out");
        return false;
    }
    [[nodiscard]] std::vector<std::size_t> objectors_of(const Applicant& one) const {
        std::vector<std::size_t> places;
        for (const charter::Objection& objection : one.application.objections) {
            const auto& states = ground_.wish().states;
            places.push_back(
                static_cast<std::size_t>(std::ranges::find(states, objection.state) - states.begin()));
        }
        return places;
    }

    /// What the platform made of the question.
    void conclude(World& world, Applicant& one, const decisions::Question& ended) {
        if (!ended.outcome) return count(world, "applications_kept_out"); // taken back: it cannot take effect
        const bool adopted = charter::is_adopted(*ended.outcome);
        one.application.stage = adopted ? ApplicationStage::accredited : ApplicationStage::rejected;
        one.application.decided_on = Day::of(*ended.ended);
        decided(world, one);
    }
    void decided(World& world, Applicant& one) {
        const charter::Application& application = one.application;
        const bool accredited = application.stage == ApplicationStage::accredited;
        count(world, accredited ? "applications_accredited" : "applications_rejected");
        count(world, "applications_decided");
        count(world, "days_of_applications", application.decided_on->days - application.circulated_on->days);
        // Tabled, and then settled without a question.
        if (one.put.proposal.is_known() && !one.put.question.is_known())
            room_.withdraw(world.clock(), platform_.chair(), one.put);
    }

    const charter::Ground& ground_;
    charter::Random random_; ///< drawn from as where rules alone are applied
    std::size_t first_;
    charter::AccreditationPolicy policy_;
    std::vector<Sitting> sessions_;
    SimulatedPlatform& platform_;
    Proceedings room_;
    std::vector<Applicant> applicants_; ///< not decided yet
    std::int32_t consulted_until_ = 0;  ///< all of one window end together
    std::optional<Day> last_opening_;
    bool cycle_begins_ = false;
    std::int64_t organisations_ = 0;
};

} // namespace

charter::BehaviourSpec accreditation_through_commands() {
    return {"accreditation",
            N_("Organisations apply and States object"),
            true,
            figures(),
            [](const charter::RunPlace& place) { return std::make_unique<Accreditation>(place); },
            N_("an application on which the charter asks States no question: in consultative status, or "
               "contested by nobody where only the contested go to a body")};
}

} // namespace poa::app
