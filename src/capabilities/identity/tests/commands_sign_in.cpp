// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_session.hpp"
#include "capabilities/identity/store.hpp"
#include "capabilities/identity/tests/house.hpp"

namespace poa::identity {
namespace {

using SigningIn = Houses;
INSTANTIATE_TEST_SUITE_P(Both, SigningIn, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(SigningIn, GivesASessionKeptAsDigest) {
    house.people_move_in();
    SignedIn dina = house.sign_in_well(house.sign_in_of(" Dina@FR.example", good_password));
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM identity_session WHERE browser = 'Firefox on Linux'"), 3)
        << "Sofia's, Henri's and this one";
    auto stored = house.database().read([&](storage::Session& session) {
        return store::signed_in_by_token(session, sha256(dina.session_token.reveal()), Day::of(house.now()));
    });
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->session.id, dina.session);
    Actor actor = house.actor_of(dina);
    EXPECT_EQ(actor.person(), dina.person);
    EXPECT_TRUE(actor.has(Role::delegate, Body::state("FRA")));
    EXPECT_EQ(actor.reader().least(), Audience::member_states);
    auto entry = house.journal("identity.sign_in").at(0);
    EXPECT_EQ(fact(entry, "browser"), "Firefox on Linux");
    EXPECT_EQ(fact(entry, "known_browser"), "no");
    EXPECT_EQ(entry.audience, Audience::own_delegation);
    EXPECT_EQ(entry.on_behalf, "platform");
}

TEST_P(SigningIn, ChangesTheTokenOfTheBrowser) {
    house.people_move_in();
    SignedIn before = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    SignIn again = house.sign_in_of("dina@fr.example", good_password);
    again.client.session_token = before.session_token;
    SignedIn after = house.sign_in_well(again);
    EXPECT_NE(after.session_token.reveal(), before.session_token.reveal());
    EXPECT_FALSE(house.recognised(before.session_token.reveal()));
    EXPECT_TRUE(house.recognised(after.session_token.reveal()));
}

TEST_P(SigningIn, WrongPasswordAndUnknownAccountAreToldAlikeAndCostTheSame) {
    house.people_move_in();
    auto cost_and_answer = [&](const SignIn& request) {
        std::uint64_t before = house.hashing.worked();
        auto outcome = house.prepare_and_run(Actor::visitor(), request);
        const Refusal& refusal = std::get<Refusal>(*outcome);
        return std::tuple(house.hashing.worked() - before, refusal.kind, refusal.reasons.front().code,
                          refusal.reasons.front().facts.size(), house.rows_in("identity_sign_in_failures"));
    };
    auto wrong = cost_and_answer(house.sign_in_of("dina@fr.example", "wrong", "192.0.2.10"));
    std::int64_t rows = std::get<4>(wrong);
    auto unknown = cost_and_answer(house.sign_in_of("nobody@fr.example", "wrong", "192.0.2.11"));
    EXPECT_EQ(std::get<4>(unknown), rows + 2) << "a pair and a client; all together are one row";
    std::get<4>(unknown) = rows;
    EXPECT_EQ(wrong, unknown);
    EXPECT_EQ(std::get<0>(wrong), 1U);
    EXPECT_EQ(house.journal("identity.sign_in_failed").size(), 2U);

    (void)house.run(house.signed_in("henri@fr.example"), [] {
        InvitePerson invited;
        invited.email = "new@fr.example";
        invited.name = "New One";
        invited.role = "delegate";
        invited.body = "state:FRA";
        return invited;
    }());
    auto without = cost_and_answer(house.sign_in_of("new@fr.example", "", "192.0.2.12"));
    std::get<4>(without) = rows;
    EXPECT_EQ(without, wrong) << "no password yet matches nothing, not even an empty one";
}

TEST_P(SigningIn, WaitsAfterFiveFailuresFromOneAddress) {
    house.people_move_in();
    SignIn wrong = house.sign_in_of("dina@fr.example", "wrong");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(house.try_to_sign_in(wrong), "identity.sign_in_failed") << i;
    std::uint64_t hashes = house.hashing.worked();
    SignIn right = house.sign_in_of("dina@fr.example", good_password);
    auto refused = house.prepare_and_run(Actor::visitor(), right);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::too_many);
    const std::vector<std::pair<std::string, std::string>> thirty = {{"seconds", "30"}};
    EXPECT_EQ(refused.error().reasons.front().facts, thirty);
    EXPECT_EQ(house.hashing.worked(), hashes) << "a try that waits is not worked on";
    house.clock.advance_seconds(30);
    EXPECT_EQ(house.try_to_sign_in(right), "in");
    EXPECT_EQ(house.try_to_sign_in(wrong), "identity.sign_in_failed") << "and begins anew";
    EXPECT_EQ(house.try_to_sign_in(right), "in");
}

TEST_P(SigningIn, CannotBeLockedByOthers) {
    house.people_move_in();
    SignIn owner = house.sign_in_of("dina@fr.example", good_password, "198.51.100.1");
    SignedIn first = house.sign_in_well(owner);
    ASSERT_TRUE(first.known_browser_token);
    owner.client.known_browser_token = *first.known_browser_token;

    for (int address = 1; address <= 100; ++address)
        for (int failure = 0; failure < 6; ++failure)
            (void)house.try_to_sign_in(
                house.sign_in_of("dina@fr.example", "wrong", "203.0.113." + std::to_string(address)));
    // Also from the owner's own address: a neighbour behind the same router.
    for (int failure = 0; failure < 6; ++failure)
        (void)house.try_to_sign_in(house.sign_in_of("dina@fr.example", "wrong", "198.51.100.1"));

    EXPECT_EQ(house.try_to_sign_in(owner), "in") << "the owner's browser is known";
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password, "198.51.100.2")), "in")
        << "a new address waits for its own failures only";
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password, "203.0.113.7")),
              "identity.try_later");
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password, "198.51.100.1")),
              "identity.try_later");
}

TEST_P(SigningIn, AKnownBrowserIsKnownToItsAccountOnlyAndCountsItsOwnFailures) {
    house.people_move_in();
    SignIn dina = house.sign_in_of("dina@fr.example", good_password);
    dina.client.known_browser_token = *house.sign_in_well(dina).known_browser_token;
    EXPECT_FALSE(house.sign_in_well(dina).known_browser_token) << "it has one";
    EXPECT_EQ(fact(house.journal("identity.sign_in").at(0), "known_browser"), "yes");

    SignIn henri = house.sign_in_of("henri@fr.example", good_password);
    henri.client.known_browser_token = dina.client.known_browser_token;
    auto token = house.sign_in_well(henri).known_browser_token;
    ASSERT_TRUE(token) << "another account gives its own";
    EXPECT_NE(token->reveal(), dina.client.known_browser_token.reveal());

    SignIn planted = house.sign_in_of("karim@eg.example", good_password);
    planted.client.known_browser_token = make_token();
    EXPECT_NE(house.sign_in_well(planted).known_browser_token->reveal(),
              planted.client.known_browser_token.reveal())
        << "a token that was brought is not taken over";

    SignIn guess = dina;
    guess.password = Secret("wrong");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(house.try_to_sign_in(guess), "identity.sign_in_failed");
    EXPECT_EQ(house.try_to_sign_in(dina), "identity.try_later") << "a stolen token is no free pass";
    house.clock.advance_seconds(181 * 24 * 3600);
    EXPECT_TRUE(house.sign_in_well(dina).known_browser_token) << "and is forgotten in time";
}

TEST_P(SigningIn, OneAddressOverManyAccountsWaits) {
    house.people_move_in();
    for (int account = 0; account < 20; ++account)
        EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("nobody" + std::to_string(account) + "@fr.example",
                                                        "wrong", "203.0.113.9")),
                  "identity.sign_in_failed");
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password, "203.0.113.9")),
              "identity.try_later");
}

TEST_P(SigningIn, TriesAtOnceGetNoMoreAnswers) {
    house.people_move_in();
    // Prepared together, before any failure was written: only five are told whether they were right.
    std::vector<SignIn> guesses(8, house.sign_in_of("dina@fr.example", "wrong"));
    guesses.push_back(house.sign_in_of("dina@fr.example", good_password));
    for (SignIn& guess : guesses) ASSERT_TRUE(prepare(house.preparing(), Actor::visitor(), guess));
    std::string answers;
    for (const SignIn& guess : guesses) {
        auto outcome = house.run(Actor::visitor(), guess);
        answers += outcome ? (std::holds_alternative<SignedIn>(*outcome) ? "in " : "no ") : "later ";
    }
    EXPECT_EQ(answers, "no no no no no later later later later ");
}

TEST_P(SigningIn, APasswordChangedWhileItWasComparedIsNotTaken) {
    house.people_move_in();
    SignIn slow = house.sign_in_of("dina@fr.example", good_password);
    ASSERT_TRUE(prepare(house.preparing(), Actor::visitor(), slow));
    auto link = house.run(Actor::operator_(), ResetPasswordLink{"dina@fr.example"});
    ASSERT_TRUE(house.prepare_and_run(
        Actor::visitor(), AcceptInvitation{link->token, Secret(std::string(other_password)), {}}));
    EXPECT_EQ(said(house.run(Actor::visitor(), slow)), "identity.changed_meanwhile");
}

TEST_P(SigningIn, RenewsAHashOfOldParameters) {
    house.people_move_in();
    PasswordHashing dearer(1, {2, 16384});
    SignIn request = house.sign_in_of("dina@fr.example", good_password);
    ASSERT_TRUE(prepare({house.database(), dearer, house.now()}, Actor::visitor(), request));
    ASSERT_TRUE(house.run(Actor::visitor(), request));
    auto stored = house.database().read([](storage::Session& session) {
        return store::person_by_email(session, "dina@fr.example")->password_hash;
    });
    EXPECT_FALSE(dearer.is_outdated(stored));
    EXPECT_TRUE(dearer.matches(Secret(std::string(good_password)), stored));
}

TEST_P(SigningIn, AttacksFillNeitherJournalNorTable) {
    house.people_move_in();
    std::int64_t entries = house.rows_in("journal");
    for (int address = 0; address < 1100; ++address) {
        SignIn guess =
            house.sign_in_of("nobody" + std::to_string(address) + "@fr.example", "wrong",
                             "10.1." + std::to_string(address / 250) + "." + std::to_string(address % 250));
        ASSERT_EQ(house.try_to_sign_in(guess), "identity.sign_in_failed");
    }
    EXPECT_EQ(house.rows_in("journal") - entries, 1000 + 1)
        << "1000 a day, then the total at powers of two (1024)";
    EXPECT_EQ(house.rows_in("identity_sign_in_failures"), 2 * 1100 + 1);
    house.clock.advance_seconds(24 * 3600);
    for (int address = 0; address < 256; ++address)
        (void)house.try_to_sign_in(
            house.sign_in_of("new@fr.example", "wrong", "10.2.0." + std::to_string(address)));
    EXPECT_LE(house.rows_in("identity_sign_in_failures"), 2 * 256 + 1) << "what is forgotten is swept";
}

TEST_P(SigningIn, UnknownNamesAreNotKept) {
    (void)house.try_to_sign_in(house.sign_in_of("my-secret-passphrase@typed.example", "wrong"));
    EXPECT_EQ(
        house.count(
            "SELECT COUNT(*) FROM journal WHERE sealed_body LIKE '%my-secret%' OR leaf LIKE '%my-secret%'"),
        0);
    EXPECT_EQ(house.journal("identity.sign_in_failed").size(), 1U);
}

TEST_P(SigningIn, OutIsOut) {
    house.people_move_in();
    SignedIn dina = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    ASSERT_TRUE(house.run(house.actor_of(dina), SignOut{}));
    EXPECT_FALSE(house.recognised(dina.session_token.reveal()));
    EXPECT_EQ(house.journal("identity.sign_out").size(), 1U);
    EXPECT_EQ(said(house.run(Actor::visitor(), SignOut{})), "identity.not_signed_in");
}

TEST_P(SigningIn, SessionsAreListedAndRevokedByTheirOwnerOnly) {
    house.people_move_in();
    SignedIn one = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    SignedIn two = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    Actor dina = house.actor_of(two), karim = house.signed_in("karim@eg.example");
    auto sessions = house.database().read(
        [&](storage::Session& session) { return my_sessions(session, dina, house.now()); });
    ASSERT_EQ(sessions.size(), 2U);
    EXPECT_EQ(sessions[0].id, two.session);
    EXPECT_TRUE(sessions[0].is_this_one);
    EXPECT_EQ(said(house.run(karim, RevokeSession{one.session})), "identity.no_such_session");
    EXPECT_EQ(said(house.run(dina, RevokeSession{one.session})), "done");
    EXPECT_EQ(said(house.run(dina, RevokeSession{one.session})), "identity.no_such_session");
    EXPECT_FALSE(house.recognised(one.session_token.reveal()));
    EXPECT_EQ(house.journal("identity.revoke_session").size(), 1U);
}

TEST_P(SigningIn, RevokingAllOthersKeepsTheBrowserAtHand) {
    house.people_move_in();
    SignIn request = house.sign_in_of("dina@fr.example", good_password);
    SignedIn other = house.sign_in_well(request), here = house.sign_in_well(request);
    RevokeOtherSessions revoke;
    revoke.client.known_browser_token = *here.known_browser_token;
    auto revoked = house.run(house.actor_of(here), revoke);
    ASSERT_TRUE(revoked);
    EXPECT_EQ(revoked->count, 1);
    EXPECT_EQ(fact(house.journal("identity.revoke_other_sessions").at(0), "count"), "1");
    request.client.known_browser_token = *other.known_browser_token;
    EXPECT_TRUE(house.sign_in_well(request).known_browser_token) << "forgotten";
    request.client.known_browser_token = *here.known_browser_token;
    EXPECT_FALSE(house.sign_in_well(request).known_browser_token) << "kept";
}

TEST_P(SigningIn, SessionsEndByThemselvesAndStaleOnesAreSwept) {
    house.people_move_in();
    SignedIn dina = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    house.clock.advance_seconds(4 * 60);
    EXPECT_FALSE(house.recognised(dina.session_token.reveal())->use_due);
    house.clock.advance_seconds(60);
    auto found = house.recognised(dina.session_token.reveal());
    EXPECT_TRUE(found->use_due);
    house.database().write(
        [&](storage::Session& session) { note_use(session, found->actor.session(), house.now()); });
    EXPECT_FALSE(house.recognised(dina.session_token.reveal())->use_due);
    house.clock.advance_seconds(8 * 3600);
    EXPECT_FALSE(house.recognised(dina.session_token.reveal()));
    std::int64_t before = house.rows_in("identity_session");
    (void)house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    EXPECT_EQ(house.rows_in("identity_session"), before) << "the stale one went";
}

TEST_P(SigningIn, HostileTokensFindNobody) {
    house.people_move_in();
    for (const std::string& token : {std::string(), std::string(43, 'A'), std::string("' OR 1=1 --"),
                                     std::string(43, '\0'), std::string(100'000, 'A')})
        EXPECT_FALSE(house.recognised(token));
}

} // namespace
} // namespace poa::identity
