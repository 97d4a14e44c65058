// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_platform.hpp"

#include "app/effects.hpp"
#include "app/instance.hpp"
#include "base/bytes.hpp"
#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/ledger/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::app {
namespace {

/// Simulated time goes by days: the minutes for which a question stays open are not played, and what is due
/// on a day without a meeting, such as an election, is taken on it.
charter::Charter whole_days(const charter::Charter& charter) {
    namespace decisions = charter::clause::decisions;
    return charter.with(decisions::least_minutes_open.index, std::int64_t{0}, "simulation")
        .with(decisions::at_meetings.index, false, "simulation");
}

using identity::Actor;
using identity::Body;
using identity::Role;

std::filesystem::path make_folder() {
    // What is synced there costs nothing.
    const std::filesystem::path memory = "/dev/shm";
    const std::string name = "poa-simulation-" + to_hex(bytes_of(random_bytes(8)));
    std::error_code none;
    if (std::filesystem::create_directory(memory / name, none)) return memory / name;
    std::filesystem::create_directory(std::filesystem::temp_directory_path() / name);
    return std::filesystem::temp_directory_path() / name;
}

/// Signing in is not played: it hashes passwords, which is meant to be slow.
Actor acting(Id<identity::Person> person, identity::Standing standing) {
    const std::array standings{identity::CurrentStanding{std::move(standing), true}};
    return Actor::signed_in(person, "Simulated", "en", Id<identity::SignInSession>{1}, standings);
}

} // namespace

bool SimulatedPlatform::BodiesOfWish::is_known(const Body& body, Day day) const {
    return body.kind() != Body::Kind::state || is_member_state(body, day);
}
bool SimulatedPlatform::BodiesOfWish::is_member_state(const Body& body, Day) const {
    return body.kind() == Body::Kind::state && std::ranges::find(states_, body.code()) != states_.end();
}

SimulatedPlatform::SimulatedPlatform(const charter::Ground& ground)
    : ground_(ground), bodies_(ground.wish().states), folder_(make_folder()),
      database_(storage::AloneDatabase::open()),
      key_(ledger::SigningKey::generate("simulation.example/ledger")) {
    storage::migrate(*database_, all_migrations(), StillClock(Instant{}));
    add_all_effects(effects_);
    if (!ground.days().empty()) {
        const StillClock first_day(
            Instant{}.plus_seconds(std::int64_t{ground.days().front().day.days} * 86'400));
        found(first_day);
        let_in(first_day);
    }
    founding_commands_ = commands_;
    founding_people_ = people_;
    database_->keep_here();
}

void SimulatedPlatform::begin_run(std::uint64_t) {
    if (begun_++ > 0) database_->go_back();
    commands_ = founding_commands_;
    people_ = founding_people_;
    // Each run is a record of its own: no key signs two.
    key_ = ledger::SigningKey::generate("simulation.example/ledger");
    ledger::make_guard_file(guard());
}

SimulatedPlatform::~SimulatedPlatform() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::filesystem::path SimulatedPlatform::guard() const {
    return folder_ / fmt::format("ledger-{}.guard", begun_);
}

void SimulatedPlatform::mistaken(const Refusal& refusal) {
    std::vector<std::string> codes;
    for (const Reason& reason : refusal.reasons)
        codes.push_back(reason.field.empty() ? reason.code : reason.field + ": " + reason.code);
    throw OurMistake("a simulated act was refused: " + join(codes, ", "));
}

SimulatedPlatform::Invited SimulatedPlatform::invite(const Clock& clock, const Actor& by,
                                                     std::string_view who, std::string role, const Body& body,
                                                     std::string basis) {
    // As identity keeps addresses: in small letters.
    const std::string host = body.kind() == Body::Kind::state ? ascii_lower(body.code()) : "un";
    identity::InvitePerson request;
    request.email = fmt::format("{}{}@{}.example", who, ++people_, host);
    request.name = request.email;
    request.role = std::move(role);
    request.body = body.text();
    request.basis = std::move(basis);
    const auto link =
        work(clock, [&](ledger::Work& unit) { return identity::invite_person(unit, by, request, bodies_); });
    return {link.person, std::move(request.email)};
}

void SimulatedPlatform::found(const Clock& clock) {
    work(clock, [](ledger::Work& unit) {
        return members::load_reference(
            unit, {reference_file("members.json"), reference_file("organisations.json")});
    });
    database_->read([&](storage::Session& session) { states_.refresh(session); });
    work(clock, [&](ledger::Work& unit) {
        return charter::found_mechanism(unit, Actor::operator_(), whole_days(ground_.charter()));
    });
}

void SimulatedPlatform::let_in(const Clock& clock) {
    identity::CreateFirstAccount request;
    request.email = "secretariat@un.example";
    request.name = "Secretariat";
    const auto made = work(clock, [&](ledger::Work& unit) {
        return identity::create_first_account(unit, Actor::operator_(), request);
    });
    secretariat_ = acting(made.person, {Role::secretariat, Body::secretariat()});
    const auto chair = invite(clock, *secretariat_, "chair", "chair", Body::chair(), "Election");
    chair_ = acting(chair.person, {Role::chair, Body::chair()});
    for (const std::string& state : ground_.wish().states) {
        const Body body = Body::state(state);
        const auto head = invite(clock, *secretariat_, "head", "head_of_delegation", body, "Credentials");
        heads_.push_back(acting(head.person, {Role::head_of_delegation, body}));
    }
}

std::uint64_t SimulatedPlatform::verify(const Clock& clock) {
    ledger::Sequencer::Settings settings;
    settings.guard_file = guard();
    ledger::Sequencer sequencer(*database_, key_, settings, clock);
    while (sequencer.run_once()) {
    }
    ledger::VerifyOptions options;
    options.key = &key_.verifier();
    const ledger::VerifyReport report = ledger::verify_database(*database_, options);
    if (report.wrong)
        throw MachineFailure("The ledger of a simulated run does not verify: " + report.wrong->sentence());
    return report.entries;
}

std::unique_ptr<charter::RunPlatform> simulated_platform(const charter::Ground& ground) {
    return std::make_unique<SimulatedPlatform>(ground);
}

SimulatedPlatform& platform_of(const charter::RunPlace& place) {
    return dynamic_cast<SimulatedPlatform&>(*place.platform);
}

} // namespace poa::app
