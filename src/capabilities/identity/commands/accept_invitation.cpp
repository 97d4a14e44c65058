// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.accept_invitation";

struct LinkFound {
    store::LinkRow link;
    store::PersonRow person;
};

Result<LinkFound> find_link(storage::Session& session, const Secret& token, Instant now) {
    auto digest = digest_of_token(token.reveal());
    auto link = digest ? store::link_by_token(session, *digest) : std::nullopt;
    auto person = link && now < link->expires ? store::person_by_id(session, link->person) : std::nullopt;
    if (!person) return refuse(Refusal::Kind::not_found, "identity.link_unknown");
    return LinkFound{*link, *person};
}

} // namespace

const Input<AcceptInvitation>& input_of(Of<AcceptInvitation>) {
    static const auto input = Input<AcceptInvitation>(std::string(command))
                                  .hidden("token", &AcceptInvitation::token, {.label = N_("One-time link")})
                                  .secret("new_password", &AcceptInvitation::new_password,
                                          {.label = new_password_label, .hint = new_password_hint}, true);
    return input;
}

Result<void> prepare(const Preparing& with, const Actor& actor, AcceptInvitation& request) {
    if (auto permit = permissions().check(command, actor); !permit) return refuse(permit.error());
    auto found = with.database.read(
        [&](storage::Session& session) { return find_link(session, request.token, with.now); });
    if (!found) return refuse(found.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_new_password(request.new_password, found->person.email, found->person.name, "new_password",
                       problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    request.hash = with.hashing.hash(request.new_password);
    return {};
}

Result<AcceptedInvitation> accept_invitation(ledger::Work& work, const Actor& actor,
                                             const AcceptInvitation& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    require(request.hash.has_value(), "a password that was prepared");
    storage::Session& session = work.session();
    auto found = find_link(session, request.token, work.now());
    if (!found) return refuse(found.error());

    Id<Person> person = found->person.id;
    store::set_password(session, person, *request.hash, work.now());
    store::delete_links_of(session, person);
    store::delete_sessions_of(session, person, Id<SignInSession>());
    store::forget_browsers(session, person, std::nullopt);
    ledger::Entry entry = account_entry(std::string(command), person);
    entry.facts = {{"purpose", found->link.purpose}};
    entry.sealed = {{"email", found->person.email}};
    work.record(entry);
    return AcceptedInvitation{person, found->person.email};
}

} // namespace poa::identity
