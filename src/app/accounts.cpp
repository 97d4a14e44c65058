// SPDX-License-Identifier: Apache-2.0
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/verbs.hpp"
#include "capabilities/identity/bodies_of_members.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/module.hpp"

#include <iostream>

namespace poa::app {
namespace {

/// The reasons as a page would say them.
int print_refusal(Instance& instance, identity::PasswordHashing& hashing, const Refusal& refusal) {
    members::CurrentRegister states;
    identity::BodiesOfMembers bodies{states};
    web::Routes routes;
    identity::add_routes(routes, {instance.database(), instance.clock(), bodies, hashing, states});
    print_reasons(refusal, routes.sentences(), "poa: ");
    return 1;
}

void print_link(const Settings& settings, const identity::OneTimeLink& link) {
    std::string address = settings.public_url.empty() ? "http://" + settings.listen : settings.public_url;
    std::cout << "Open this address once to set the password (until " << iso(link.expires) << "):\n  "
              << address << "/welcome?token=" << link.token.reveal() << "\n";
}

std::string line_of_input() {
    std::string line;
    if (!std::getline(std::cin, line)) throw MachineFailure("No password came on standard input.");
    return line;
}

} // namespace

int create_first_account(const Settings& settings, const FirstAccountWish& wish) {
    Instance instance(settings);
    identity::PasswordHashing hashing;
    identity::CreateFirstAccount request;
    request.email = wish.email;
    request.name = wish.name;
    request.language = wish.language;
    request.again = wish.again;
    request.reason = wish.reason;
    if (wish.password_from_input) request.new_password = Secret(line_of_input());
    auto actor = identity::Actor::operator_();
    identity::Preparing preparing{instance.database(), hashing, instance.clock().now()};
    if (auto ready = identity::prepare(preparing, actor, request); !ready)
        return print_refusal(instance, hashing, ready.error());
    auto made = instance.work(
        [&](ledger::Work& work) { return identity::create_first_account(work, actor, request); });
    if (!made) return print_refusal(instance, hashing, made.error());
    std::cout << "The account " << wish.email << " acts for the secretariat.\n";
    if (made->link) print_link(settings, *made->link);
    return 0;
}

int reset_password(const Settings& settings, const std::string& email) {
    Instance instance(settings);
    identity::PasswordHashing hashing;
    auto link = instance.work([&](ledger::Work& work) {
        return identity::reset_password_link(work, identity::Actor::operator_(),
                                             identity::ResetPasswordLink{email});
    });
    if (!link) return print_refusal(instance, hashing, link.error());
    print_link(settings, *link);
    return 0;
}

} // namespace poa::app
