// SPDX-License-Identifier: Apache-2.0
// Organisations apply, States object, and every application goes its way through the engine of accreditation.
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/simulated_tally.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace poa::charter {
namespace {

enum Figure : std::size_t {
    applications,
    exempt,
    contested,
    put_to_body,
    accredited,
    rejected,
    accredited_share,
    days_sum,
    decided,
    days
};
constexpr std::array figures{
    FigureSpec{"applications", N_("Applications for accreditation"), N_("applications")},
    FigureSpec{"applications_exempt", N_("of these, in consultative status and exempt"), N_("applications")},
    FigureSpec{"applications_contested", N_("Applications to which a State objected"), N_("applications")},
    FigureSpec{"applications_put_to_body", N_("Applications the body decided"), N_("applications")},
    FigureSpec{"applications_accredited", N_("Applications accredited, without those exempt"),
               N_("applications")},
    FigureSpec{"applications_rejected", N_("Applications rejected"), N_("applications")},
    FigureSpec{"applications_accredited_share", N_("Share of applications decided that are accredited"),
               N_("share"), OverYears::ratio, "applications_accredited", "applications_decided"},
    FigureSpec{"days_of_applications", N_("Days from circulation to decision, all applications together"),
               N_("days")},
    FigureSpec{"applications_decided", N_("Applications decided, without those exempt"), N_("applications")},
    FigureSpec{"days_to_accreditation", N_("Days from circulation to decision"), N_("days"), OverYears::ratio,
               "days_of_applications", "applications_decided"},
};

constexpr std::string_view grounds_given = "stated";

class Accreditation final : public Behaviour {
  public:
    explicit Accreditation(const RunPlace& place)
        : random_(place.random), first_(place.first_figure),
          policy_(AccreditationPolicy::of(place.ground.charter())) {}

    void live(World& world, const SimulatedDay& today) override {
        if (today.day.days >= next_) advance(world, today.day);
        for (const SimulatedEvent& one : today.beginning) {
            const EventKind kind = one.event->kind;
            if (kind == EventKind::programme_of_work_begins) cycle_begins_ = true;
            if (kind == EventKind::accreditation_opens) open(world, today.day);
            if (kind == EventKind::plenary || kind == EventKind::review_conference)
                decide_all(world, today.day);
        }
    }

  private:
    struct Pending {
        Application application;
        Random voices;        ///< its own stream: two charters hear the same voices on the same application
        std::int32_t due = 0; ///< the day on which something happens to it; of one before the body: never
    };
    static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

    /// Everybody applies where accreditations have run out, else those who were not accredited before.
    double applicants_share(const Conduct& conduct) {
        const bool everybody =
            policy_.validity == "session" || !last_opening_ || (policy_.validity == "cycle" && cycle_begins_);
        cycle_begins_ = false;
        return everybody ? 1 : conduct.new_applicants;
    }

    void open(World& world, Day day) {
        const Conduct& conduct = world.ground().conduct();
        const double years = last_opening_ ? (day.days - last_opening_->days) / 365.25 : 1;
        const double mean = conduct.applications_per_year * years * applicants_share(conduct);
        last_opening_ = day;
        if (!policy_.admits) return;
        const std::int64_t number = random_.arrivals(mean);
        for (std::int64_t i = 0; i < number; ++i) apply(world, day);
    }

    void apply(World& world, Day day) {
        Application application;
        Random voices = random_.branch();
        application.in_consultative_status = voices.happens(world.ground().conduct().in_consultative_status);
        world.count(first_ + applications);
        keep(world, voices, circulate(policy_, std::move(application), day).value(),
             last_day_of_window(policy_, day).days + 1);
    }

    /// Counts what is decided; the others come again on that day.
    void keep(World& world, Random voices, Application application, std::int32_t due) {
        if (application.stage == ApplicationStage::exempt) world.count(first_ + exempt);
        if (!is_final(application.stage)) {
            next_ = std::min(next_, due);
            pending_.push_back({std::move(application), voices, due});
        } else if (application.stage != ApplicationStage::exempt) {
            world.count(first_ + (application.stage == ApplicationStage::accredited ? accredited : rejected));
            world.count(first_ + decided);
            world.count(first_ + days_sum, application.decided_on->days - application.circulated_on->days);
        }
    }

    /// Takes those that are due out of the list and lets each go on.
    template <class Due, class Step> void each_due(Due due, Step step) {
        std::vector<Pending> all;
        all.swap(pending_);
        next_ = never;
        for (Pending& one : all) {
            if (due(one)) {
                step(std::move(one.application), one.voices);
            } else {
                next_ = std::min(next_, one.due);
                pending_.push_back(std::move(one));
            }
        }
    }

    void advance(World& world, Day day) {
        each_due([&](const Pending& one) { return one.due <= day.days; },
                 [&](Application application, Random voices) {
                     if (application.stage == ApplicationStage::circulated)
                         end_window(world, voices, std::move(application), day);
                     else
                         consult(world, voices, std::move(application), day);
                 });
    }

    void end_window(World& world, Random voices, Application application, Day day) {
        const Ground& ground = world.ground();
        const std::int64_t objections =
            voices.how_many(ground.members(), ground.conduct().objects_to_application);
        if (objections > 0) world.count(first_ + contested);
        application = objected(ground, voices, std::move(application), objections);
        application = close_window(policy_, std::move(application), day).value();
        const auto days = static_cast<std::int32_t>(ground.conduct().days_of_consultation);
        const bool consulted = application.stage == ApplicationStage::under_consultation;
        keep(world, voices, std::move(application), consulted ? day.days + days : never);
    }

    /// With that many objections, each of another State (Floyd's way of drawing without repetition).
    Application objected(const Ground& ground, Random& voices, Application application,
                         std::int64_t objections) {
        const std::int64_t members = ground.members();
        std::vector<bool> drawn(static_cast<std::size_t>(objections > 0 ? members : 0));
        for (std::int64_t last = members - objections; last < members; ++last) {
            auto state = static_cast<std::size_t>(voices.below(last + 1));
            if (drawn[state]) state = static_cast<std::size_t>(last);
            drawn[state] = true;
            const auto after = static_cast<std::int32_t>(voices.below(policy_.window_days + 1));
            const Day lodged{application.circulated_on->days + after};
            application = object(policy_, std::move(application),
                                 {ground.wish().states[state], std::string(grounds_given), lodged})
                              .value();
        }
        return application;
    }

    void consult(World& world, Random voices, Application application, Day day) {
        const double withdraws = world.ground().conduct().withdraws_after_consultation;
        const std::vector<Objection> stood = application.objections;
        for (const Objection& objection : stood)
            if (voices.happens(withdraws))
                application =
                    withdraw_objection(policy_, std::move(application), objection.state, day).value();
        if (application.stage == ApplicationStage::under_consultation)
            application = end_consultation(policy_, std::move(application), day).value();
        keep(world, voices, std::move(application), never);
    }

    void decide_all(World& world, Day day) {
        each_due(
            [](const Pending& one) { return one.application.stage == ApplicationStage::before_the_body; },
            [&](Application application, Random voices) {
                const auto objectors = std::ssize(application.objections);
                const Tally tally = tally_drawn(voices, world.ground().conduct(), policy_.contested,
                                                world.ground().members(), objectors, 0);
                world.count(first_ + put_to_body);
                keep(world, voices, decide_application(policy_, std::move(application), tally, day).value(),
                     never);
            });
    }

    Random random_;
    std::size_t first_;
    AccreditationPolicy policy_;
    std::vector<Pending> pending_;
    std::int32_t next_ = never;
    std::optional<Day> last_opening_;
    bool cycle_begins_ = false;
};

} // namespace

BehaviourSpec accreditation_by_rules() {
    return {"accreditation", N_("Organisations apply and States object"), false, figures,
            [](const RunPlace& place) { return std::make_unique<Accreditation>(place); }};
}

} // namespace poa::charter
