// SPDX-License-Identifier: Apache-2.0
#pragma once
// A small house for the tests of commands: a database with identity's tables, cheap hashing, a clock that
// stands, and the people Sofia (secretariat), Henri (head of France), Dina (delegate of France), and Karim
// (head of Egypt).

#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/identity/queries.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace poa::identity {

/// Knows France, Egypt and Kenya as Member States, the Holy See as observer State, and one organisation.
class FewBodies final : public Bodies {
  public:
    [[nodiscard]] bool is_known(const Body& body, Day) const override {
        if (body.kind() == Body::Kind::organisation) return body.code() == "first-org";
        return body.kind() != Body::Kind::state || is_member(body.code()) || body.code() == "VAT";
    }
    [[nodiscard]] bool is_member_state(const Body& body, Day) const override {
        return body.kind() == Body::Kind::state && is_member(body.code());
    }

  private:
    static bool is_member(std::string_view code) { return code == "FRA" || code == "EGY" || code == "KEN"; }
};

/// One name for all commands, chosen by the request.
inline auto call(ledger::Work& w, const Actor& a, const CreateFirstAccount& r, const Bodies&) {
    return create_first_account(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const AcceptInvitation& r, const Bodies&) {
    return accept_invitation(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const ResetPasswordLink& r, const Bodies&) {
    return reset_password_link(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const ChangePassword& r, const Bodies&) {
    return change_password(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const ChangeProfile& r, const Bodies&) {
    return change_profile(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const SignIn& r, const Bodies&) {
    return sign_in(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const SignOut& r, const Bodies&) {
    return sign_out(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const RevokeSession& r, const Bodies&) {
    return revoke_session(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const RevokeOtherSessions& r, const Bodies&) {
    return revoke_other_sessions(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const EndAppointment& r, const Bodies&) {
    return end_appointment(w, a, r);
}
inline auto call(ledger::Work& w, const Actor& a, const InvitePerson& r, const Bodies& b) {
    return invite_person(w, a, r, b);
}
inline auto call(ledger::Work& w, const Actor& a, const Appoint& r, const Bodies& b) {
    return appoint(w, a, r, b);
}

inline constexpr std::string_view good_password = "heron lantern drizzle";
inline constexpr std::string_view other_password = "copper orchard whistle";

class House {
  public:
    explicit House(test::Engine engine) : made_(test::make_test_database(engine, all_migrations())) {}

    [[nodiscard]] storage::Database& database() { return *made_; }
    [[nodiscard]] Instant now() const { return clock.now(); }
    [[nodiscard]] Preparing preparing() { return {database(), hashing, now()}; }

    /// Runs a command in a transaction of its own, as faces do.
    template <class F> auto run(F&& command) {
        return database().write([&](storage::Session& session) {
            ledger::Work work(session, now());
            return command(work);
        });
    }
    template <class Request> auto run(const Actor& actor, const Request& request) {
        return run([&](ledger::Work& work) { return call(work, actor, request, bodies); });
    }
    /// With the step before.
    template <class Request>
    auto prepare_and_run(const Actor& actor, Request request) -> decltype(run(actor, request)) {
        if (auto ready = prepare(preparing(), actor, request); !ready) return refuse(ready.error());
        return run(actor, request);
    }

    [[nodiscard]] SignIn sign_in_of(std::string_view email, std::string_view password,
                                    std::string_view address = "192.0.2.1") const {
        SignIn request;
        request.email = email;
        request.password = Secret(std::string(password));
        request.client.address = address;
        request.client.user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        return request;
    }
    [[nodiscard]] SignedIn sign_in_well(const SignIn& request) {
        auto outcome = prepare_and_run(Actor::visitor(), request);
        require(outcome && std::holds_alternative<SignedIn>(*outcome), "this sign-in was to succeed");
        return std::get<SignedIn>(*outcome);
    }
    /// "in", or the code of the refusal.
    [[nodiscard]] std::string try_to_sign_in(const SignIn& request) {
        auto outcome = prepare_and_run(Actor::visitor(), request);
        if (!outcome) return outcome.error().reasons.front().code;
        if (auto* refused = std::get_if<Refusal>(&*outcome)) return refused->reasons.front().code;
        return "in";
    }
    [[nodiscard]] Actor actor_of(const SignedIn& signed_in) {
        auto found = recognised(signed_in.session_token.reveal());
        require(found.has_value(), "a live session");
        return found->actor;
    }
    [[nodiscard]] std::optional<Recognised> recognised(std::string_view token) {
        return database().read(
            [&](storage::Session& session) { return recognise(session, bodies, token, now()); });
    }
    [[nodiscard]] Actor signed_in(std::string_view email) {
        return actor_of(sign_in_well(sign_in_of(email, good_password)));
    }

    /// Sofia is there, Henri and Karim head their delegations, Dina is a delegate; all with the good
    /// password.
    void people_move_in() {
        CreateFirstAccount first;
        first.email = "sofia@un.example";
        first.name = "Sofia Lind";
        first.new_password = Secret(std::string(good_password));
        require(prepare_and_run(Actor::operator_(), first).has_value(), "a first account");
        Actor sofia = signed_in("sofia@un.example");
        move_in(sofia, "henri@fr.example", "Henri Blanc", "head_of_delegation", "state:FRA",
                "Credentials of 1 March");
        move_in(sofia, "karim@eg.example", "Karim Nassar", "head_of_delegation", "state:EGY",
                "Note verbale 12");
        move_in(signed_in("henri@fr.example"), "dina@fr.example", "Dina Roy", "delegate", "state:FRA", "");
    }
    void move_in(const Actor& by, std::string email, std::string name, std::string role, std::string body,
                 std::string basis) {
        InvitePerson invitation;
        invitation.email = std::move(email);
        invitation.name = std::move(name);
        invitation.role = std::move(role);
        invitation.body = std::move(body);
        invitation.basis = std::move(basis);
        auto link = run(by, invitation);
        require(link.has_value(), "an invitation");
        AcceptInvitation accepted{link->token, Secret(std::string(good_password)), {}};
        require(prepare_and_run(Actor::visitor(), accepted).has_value(), "an accepted invitation");
    }

    [[nodiscard]] std::int64_t count(std::string_view sql) {
        return database().read([&](storage::Session& session) {
            return session.number({"test.count", sql}).value_or(-1);
        });
    }
    [[nodiscard]] std::int64_t rows_in(const std::string& table) {
        const std::string sql = "SELECT COUNT(*) FROM " + table;
        return count(sql);
    }
    /// The newest journal entries of an act; facts are there, sealed facts and person are not.
    [[nodiscard]] std::vector<ledger::Entry> journal(std::string_view act) {
        auto recent = database().read([&](storage::Session& session) {
            return ledger::recent(session, Audience::own_delegation, 0, 1000);
        });
        std::vector<ledger::Entry> entries;
        for (ledger::Recorded& recorded : recent)
            if (recorded.entry.act == act) entries.push_back(std::move(recorded.entry));
        return entries;
    }
    /// Everything of the journal that is not sealed, as one text.
    [[nodiscard]] std::string public_leaves() {
        std::string all;
        database().read([&](storage::Session& session) {
            session.each({"test.leaves", "SELECT leaf FROM journal ORDER BY id"},
                         [&](const storage::Row& row) { all += row.string(0) + "\n"; });
        });
        return all;
    }

    StillClock clock = test::still_clock();
    PasswordHashing hashing{2, {1, 8192}};
    FewBodies bodies;

  private:
    static std::vector<storage::Migration> all_migrations() {
        auto ledgers = ledger::migrations();
        std::vector<storage::Migration> all(ledgers.begin(), ledgers.end());
        auto ours = identity::migrations();
        all.insert(all.end(), ours.begin(), ours.end());
        return all;
    }
    test::TestDatabase made_;
};

/// The codes of a refusal, with a space between; "done" where there is none.
template <class T> [[nodiscard]] std::string said(const Result<T>& result) {
    if (result) return "done";
    std::string codes;
    for (const Reason& reason : result.error().reasons) codes += (codes.empty() ? "" : " ") + reason.code;
    return codes;
}

/// The value of a fact; "(none)" where there is none of that name.
[[nodiscard]] inline std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [known, value] : entry.facts)
        if (known == name) return value;
    return "(none)";
}

class Houses : public testing::TestWithParam<test::Engine> {
  protected:
    House house{GetParam()};
};

} // namespace poa::identity
