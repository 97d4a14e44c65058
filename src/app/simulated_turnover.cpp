// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_turnover.hpp"

#include "app/instance.hpp"
#include "base/bytes.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/queries.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/ledger/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace poa::app {
namespace {

using charter::OverYears;

enum Figure : std::size_t {
    left,
    replaced_,
    in_post,
    post_months,
    filled_months,
    filled_share,
    commands_run,
    ledger_entries,
    verified
};
constexpr std::array figures{
    charter::FigureSpec{"contacts_left", N_("Points of contact that left"), N_("people")},
    charter::FigureSpec{"contacts_replaced", N_("Points of contact appointed in their place"), N_("people")},
    charter::FigureSpec{"contacts_in_post", N_("Points of contact in post at the end of the year"),
                        N_("people"), OverYears::last},
    charter::FigureSpec{"contact_months", N_("Months of posts in the directory"), N_("months")},
    charter::FigureSpec{"contact_months_filled", N_("of these, months with somebody in post"), N_("months")},
    charter::FigureSpec{"contacts_filled_share", N_("Share of the time in which a post is filled"),
                        N_("share"), OverYears::ratio, "contact_months_filled", "contact_months"},
    charter::FigureSpec{"commands_run", N_("Commands of the platform that were run"), N_("commands")},
    charter::FigureSpec{"ledger_entries", N_("Entries of the ledger"), N_("entries")},
    charter::FigureSpec{"ledgers_verified", N_("Ledgers that verified after the last day"), N_("ledgers")},
};

/// The States of the wish, and nobody else.
class BodiesOfWish final : public identity::Bodies {
  public:
    explicit BodiesOfWish(const std::vector<std::string>& states) : states_(states) {}
    [[nodiscard]] bool is_known(const identity::Body& body, Day day) const override {
        return body.kind() != identity::Body::Kind::state || is_member_state(body, day);
    }
    [[nodiscard]] bool is_member_state(const identity::Body& body, Day) const override {
        return body.kind() == identity::Body::Kind::state &&
               std::ranges::find(states_, body.code()) != states_.end();
    }

  private:
    const std::vector<std::string>& states_;
};

class Platform final : public charter::RunPlatform {
  public:
    explicit Platform(const charter::Ground& ground)
        : bodies(ground.wish().states), folder_(make_folder()), database_(open()),
          key_(ledger::SigningKey::generate("simulation.example/ledger")) {
        storage::migrate(*database_, all_migrations(), StillClock(Instant{}));
        ledger::make_guard_file(guard());
    }
    ~Platform() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

    [[nodiscard]] storage::Database& database() { return *database_; }
    /// Runs `act(Work&)` as one unit of work. Throws OurMistake where it is refused.
    template <class Act> auto work(const Clock& clock, Act&& act) {
        ++commands;
        auto done = database_->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
        if (!done) throw OurMistake("a simulated act was refused: " + done.error().reasons.front().code);
        return *std::move(done);
    }
    /// How many entries the ledger has, all derived again and compared.
    std::uint64_t verify(const Clock& clock) {
        ledger::Sequencer::Settings settings;
        settings.guard_file = guard();
        ledger::Sequencer sequencer(*database_, key_, settings, clock);
        while (sequencer.run_once()) {
        }
        ledger::VerifyOptions options;
        options.key = &key_.verifier();
        const ledger::VerifyReport report = ledger::verify_database(*database_, options);
        if (report.wrong)
            throw MachineFailure("The ledger of a simulated run does not verify: " +
                                 report.wrong->sentence());
        return report.entries;
    }

    BodiesOfWish bodies;
    std::int64_t commands = 0;

  private:
    static std::filesystem::path make_folder() {
        auto folder =
            std::filesystem::temp_directory_path() / ("poa-simulation-" + to_hex(bytes_of(random_bytes(8))));
        std::filesystem::create_directory(folder);
        return folder;
    }
    static std::unique_ptr<storage::Database> open() {
        storage::Settings settings;
        settings.address = ":memory:";
        settings.create = true;
        settings.readers = 1;
        return storage::Database::open(settings);
    }
    [[nodiscard]] std::filesystem::path guard() const { return folder_ / "ledger.key.guard"; }
    std::filesystem::path folder_;
    std::unique_ptr<storage::Database> database_;
    ledger::SigningKey key_;
};

/// A post in the directory, and who holds it.
struct Post {
    std::size_t state = 0;
    std::string role;
    std::string email; ///< of who holds it; empty: vacant
};

class Turnover final : public charter::Behaviour {
  public:
    explicit Turnover(const charter::RunPlace& place)
        : random_(place.random), first_(place.first_figure),
          platform_(dynamic_cast<Platform&>(*place.platform)) {}

    void live(charter::World& world, const charter::SimulatedDay& today) override {
        if (!today.month_begins && begun_) return;
        if (!begun_) begin(world);
        const charter::Conduct& conduct = world.ground().conduct();
        const double leaves = 1 - std::pow(1 - conduct.contact_leaves, 1.0 / 12);
        for (Post& post : posts_) {
            if (post.email.empty()) {
                if (random_.happens(1 / conduct.months_to_replace)) fill(world, post, true);
            } else if (random_.happens(leaves)) {
                vacate(world, post);
            }
        }
        world.stand_at(first_ + in_post, world.contacts_in_post);
        world.count(first_ + post_months, world.contacts_listed);
        world.count(first_ + filled_months, world.contacts_in_post);
        tell_commands(world);
    }

    void finish(charter::World& world) override {
        world.count(first_ + ledger_entries, static_cast<std::int64_t>(platform_.verify(world.clock())));
        world.count(first_ + verified);
        tell_commands(world);
    }

  private:
    void begin(charter::World& world) {
        begun_ = true;
        let_secretariat_in(world);
        const auto& states = world.ground().wish().states;
        const auto& levels = world.ground().charter()[charter::clause::contacts::levels];
        heads_.resize(states.size(), identity::Actor::visitor());
        for (std::size_t state = 0; state < states.size(); ++state) {
            if (!random_.happens(world.ground().conduct().in_directory)) continue;
            heads_[state] = let_head_in(world, states[state]);
            for (const std::string& level : levels) posts_.push_back({state, level + "_contact", {}});
        }
        world.contacts_listed = std::ssize(posts_);
        for (Post& post : posts_) fill(world, post, false);
    }

    void let_secretariat_in(charter::World& world) {
        identity::CreateFirstAccount request;
        request.email = "secretariat@un.example";
        request.name = "Secretariat";
        const auto made = platform_.work(world.clock(), [&](ledger::Work& work) {
            return identity::create_first_account(work, identity::Actor::operator_(), request);
        });
        secretariat_ = acting(made.person, {identity::Role::secretariat, identity::Body::secretariat()});
    }

    identity::Actor let_head_in(charter::World& world, const std::string& state) {
        const std::string body = identity::Body::state(state).text();
        const auto person = invite(world, secretariat_, "head", "head_of_delegation", body, "Credentials");
        return acting(person, {identity::Role::head_of_delegation, identity::Body::state(state)});
    }

    void fill(charter::World& world, Post& post, bool anew) {
        const std::string& state = world.ground().wish().states[post.state];
        post.email = next_email("contact", state);
        (void)invite(world, heads_[post.state], post.email, post.role, identity::Body::state(state).text(),
                     {});
        ++world.contacts_in_post;
        if (anew) world.count(first_ + replaced_);
    }

    void vacate(charter::World& world, Post& post) {
        const identity::Body body = identity::Body::state(world.ground().wish().states[post.state]);
        const Day today = Day::of(world.clock().now());
        const auto lines = platform_.database().read([&](storage::Session& session) {
            return identity::appointments_of(session, heads_[post.state], body, today);
        });
        require(lines.has_value(), "a head of delegation sees the own delegation");
        const auto line = std::ranges::find(*lines, post.email, &identity::BodyAppointment::email);
        require(line != lines->end(), "who holds a post was appointed");
        platform_.work(world.clock(), [&](ledger::Work& work) {
            return identity::end_appointment(work, heads_[post.state], {line->id});
        });
        post.email.clear();
        --world.contacts_in_post;
        world.count(first_ + left);
    }

    Id<identity::Person> invite(charter::World& world, const identity::Actor& by, const std::string& email,
                                const std::string& role, const std::string& body, std::string basis) {
        identity::InvitePerson request;
        request.email = email.find('@') == std::string::npos ? next_email(email, body.substr(6)) : email;
        request.name = request.email;
        request.role = role;
        request.body = body;
        request.basis = std::move(basis);
        return platform_
            .work(world.clock(),
                  [&](ledger::Work& work) {
                      return identity::invite_person(work, by, request, platform_.bodies);
                  })
            .person;
    }

    /// As identity keeps addresses: in small letters.
    std::string next_email(std::string_view who, std::string state) {
        for (char& letter : state) letter = static_cast<char>(letter - 'A' + 'a');
        return fmt::format("{}{}@{}.example", who, ++people_, state);
    }

    /// Signing in is not played: it hashes passwords, which is meant to be slow.
    static identity::Actor acting(Id<identity::Person> person, identity::Standing standing) {
        const std::array standings{identity::CurrentStanding{standing, true}};
        return identity::Actor::signed_in(person, "Simulated", "en", Id<identity::SignInSession>{1},
                                          standings);
    }

    void tell_commands(charter::World& world) {
        world.count(first_ + commands_run, platform_.commands - told_);
        told_ = platform_.commands;
    }

    charter::Random random_;
    std::size_t first_;
    Platform& platform_;
    bool begun_ = false;
    identity::Actor secretariat_ = identity::Actor::visitor();
    std::vector<identity::Actor> heads_;
    std::vector<Post> posts_;
    std::int64_t people_ = 0, told_ = 0;
};

} // namespace

charter::BehaviourSpec turnover_through_commands() {
    return {"turnover", N_("Points of contact leave and are replaced"), true, figures,
            [](const charter::RunPlace& place) { return std::make_unique<Turnover>(place); }};
}

std::unique_ptr<charter::RunPlatform> simulated_platform(const charter::Ground& ground, std::uint64_t) {
    return std::make_unique<Platform>(ground);
}

charter::SimulationParts parts_through_commands() {
    return {charter::replaced(charter::behaviours_by_rules(), {turnover_through_commands()}),
            simulated_platform};
}

} // namespace poa::app
