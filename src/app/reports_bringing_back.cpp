// SPDX-License-Identifier: Apache-2.0
// A file of answers comes back by the command line: as the person who brings it, with that person's password
// and appointments, by the same command as on the page.
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/refusing.hpp"
#include "app/reports_printing.hpp"
#include "app/reports_verbs.hpp"
#include "capabilities/identity/bodies_of_members.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/module.hpp"
#include "capabilities/identity/queries.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/converting_form.hpp"

#include <algorithm>
#include <iostream>

namespace poa::app {
namespace {

using identity::Actor;

/// Signed in for as long as it lives.
class Person {
  public:
    explicit Person(Instance& instance) : instance_(instance) {
        instance_.database().read([&](storage::Session& session) { return states_.refresh(session); });
    }
    ~Person() {
        if (actor_.is_signed_in())
            instance_.work([&](ledger::Work& work) { return identity::sign_out(work, actor_, {}); });
    }
    Person(const Person&) = delete;
    Person& operator=(const Person&) = delete;

    [[nodiscard]] Result<void> sign_in(const std::string& email, Secret password) {
        identity::SignIn request{email, std::move(password), {}, {}};
        request.client.user_agent = "poa reports import";
        const identity::Preparing preparing{instance_.database(), hashing_, instance_.clock().now()};
        if (auto ready = identity::prepare(preparing, actor_, request); !ready) return refuse(ready.error());
        auto done =
            instance_.work([&](ledger::Work& work) { return identity::sign_in(work, actor_, request); });
        if (!done) return refuse(done.error());
        if (const auto* refused = std::get_if<Refusal>(&*done)) return refuse(*refused);
        const auto& token = std::get<identity::SignedIn>(*done).session_token;
        auto known = instance_.database().read([&](storage::Session& session) {
            return identity::recognise(session, bodies_, token.reveal(), instance_.clock().now());
        });
        if (!known) return refuse(Refusal::Kind::not_signed_in, "identity.sign_in_failed");
        actor_ = std::move(known->actor);
        return {};
    }
    [[nodiscard]] const Actor& actor() const { return actor_; }
    int print_refusal(const Refusal& refusal) {
        web::Routes routes;
        identity::add_routes(routes, {instance_.database(), instance_.clock(), bodies_, hashing_, states_});
        print_reasons(refusal, routes.sentences(), "poa: ");
        return 1;
    }

  private:
    Instance& instance_;
    identity::PasswordHashing hashing_;
    members::CurrentRegister states_;
    identity::BodiesOfMembers bodies_{states_};
    Actor actor_ = Actor::visitor();
};

void print_taken(const std::string& file, const national_reports::ImportedAnswers& taken) {
    using national_reports::Kept;
    const auto count = [&](Kept kept) {
        return std::ranges::count(taken.answers, kept, &national_reports::KeptAnswer::kept);
    };
    std::cout << file << (taken.looked ? ": would be " : ": ") << count(Kept::saved) << " saved, "
              << count(Kept::merged) << " merged, " << count(Kept::beside)
              << " beside an answer that stands, " << count(Kept::unchanged) << " unchanged, "
              << taken.problems.size() << " that cannot be taken\n";
    if (taken.to_confirm) std::cout << "Somebody of the delegation confirms them before they are answers.\n";
    print_left(taken.problems);
}

} // namespace

int import_answers_file(const ReportsWish& wish) {
    auto bytes = national_reports::without_pdf(bytes_of_file(wish.file));
    if (!bytes) return print_file_refusal(wish.file, bytes.error());
    std::string password;
    if (!std::getline(std::cin, password)) throw MachineFailure("No password came on standard input.");
    Instance instance(wish.settings);
    Person person(instance);
    if (auto in = person.sign_in(wish.email, Secret(std::move(password))); !in)
        return person.print_refusal(in.error());
    national_reports::ImportAnswers request;
    request.report = Id<national_reports::NationalReport>{wish.report};
    request.file.filename = wish.file;
    request.file.content = std::move(*bytes);
    request.look = wish.look;
    const auto taken = instance.work(
        [&](ledger::Work& work) { return national_reports::import_answers(work, person.actor(), request); });
    if (!taken) return print_file_refusal(wish.file, taken.error());
    print_taken(wish.file, *taken);
    return taken->problems.empty() ? 0 : 1;
}

} // namespace poa::app
