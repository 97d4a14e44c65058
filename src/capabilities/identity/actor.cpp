// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/actor.hpp"

#include "base/require.hpp"

namespace poa::identity {
namespace {

bool is_contact(const CurrentStanding& held) {
    return held.of_member_state &&
           (held.standing.role == Role::diplomatic_contact || held.standing.role == Role::technical_contact);
}

Reader reader_of(std::span<const CurrentStanding> standings) {
    bool secretariat = false, member = false, contact = false;
    std::vector<Body> bodies;
    for (const CurrentStanding& held : standings) {
        secretariat = secretariat || held.standing.role == Role::secretariat;
        member = member || held.of_member_state;
        contact = contact || is_contact(held);
        bodies.push_back(held.standing.body);
    }
    Audience least = contact || secretariat ? Audience::contacts
                     : member               ? Audience::member_states
                                            : Audience::everyone;
    return Reader(least, bodies);
}

} // namespace

Actor Actor::operator_() {
    Actor actor;
    actor.operator_here_ = true;
    return actor;
}

Actor Actor::signed_in(Id<Person> person, std::string name, std::string language, Id<SignInSession> session,
                       std::span<const CurrentStanding> standings) {
    require(person.is_known(), "who is signed in is a person");
    Actor actor;
    actor.person_ = person;
    actor.name_ = std::move(name);
    actor.language_ = std::move(language);
    actor.session_ = session;
    for (const CurrentStanding& held : standings) actor.standings_.push_back(held.standing);
    actor.reader_ = reader_of(standings);
    return actor;
}

bool Actor::has(Role role) const {
    if (role == Role::visitor) return true;
    if (role == Role::person) return is_signed_in();
    if (role == Role::operator_) return operator_here_;
    return std::ranges::any_of(standings_, [&](const Standing& held) { return held.role == role; });
}

bool Actor::has(Role role, const Body& body) const {
    return std::ranges::find(standings_, Standing{role, body}) != standings_.end();
}

bool Actor::acts_for(const Body& body) const {
    return std::ranges::any_of(standings_, [&](const Standing& held) { return held.body == body; });
}

bool Actor::acts_for_state(std::string_view iso3) const {
    return std::ranges::any_of(standings_, [&](const Standing& held) {
        return held.body.kind() == Body::Kind::state && held.body.code() == iso3;
    });
}

std::vector<std::string> Actor::on_behalf() const {
    std::vector<std::string> texts;
    if (operator_here_) texts.emplace_back("operator");
    for (const Standing& held : standings_) {
        std::string text = held.body.text();
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace poa::identity
