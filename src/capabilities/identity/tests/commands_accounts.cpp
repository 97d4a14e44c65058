// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/tests/house.hpp"

namespace poa::identity {
namespace {

using Accounts = Houses;
INSTANTIATE_TEST_SUITE_P(Both, Accounts, testing::ValuesIn(test::engines_under_test()), test::engine_name);

CreateFirstAccount first_account() {
    CreateFirstAccount first;
    first.email = "Sofia@UN.example";
    first.name = "Sofia Lind";
    return first;
}

TEST_P(Accounts, TheFirstIsMadeByTheCommandLineAndGetsALink) {
    auto made = house.prepare_and_run(Actor::operator_(), first_account());
    ASSERT_TRUE(made) << said(made);
    ASSERT_TRUE(made->link);
    EXPECT_EQ(made->link->expires, house.now().plus_seconds(72 * 3600));
    EXPECT_EQ(
        house.count("SELECT COUNT(*) FROM identity_person WHERE email = 'sofia@un.example' AND password_hash "
                    "IS NULL"),
        1);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM identity_appointment WHERE role = 'secretariat' AND body = "
                          "'secretariat' AND appointed_by IS NULL"),
              1);
    auto entries = house.journal("identity.create_first_account");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].on_behalf, "operator");
    EXPECT_EQ(entries[0].subject, "secretariat");
    EXPECT_EQ(entries[0].audience, Audience::member_states);
    EXPECT_EQ(fact(entries[0], "again"), "no");

    AcceptInvitation accept{made->link->token, Secret(std::string(good_password)), {}};
    auto accepted = house.prepare_and_run(Actor::visitor(), accept);
    ASSERT_TRUE(accepted) << said(accepted);
    EXPECT_EQ(accepted->email, "sofia@un.example");
    EXPECT_EQ(house.rows_in("identity_link"), 0);
    EXPECT_EQ(fact(house.journal("identity.accept_invitation").at(0), "purpose"), "invitation");
    EXPECT_TRUE(house.signed_in("sofia@un.example").has(Role::secretariat));
    EXPECT_EQ(said(house.prepare_and_run(Actor::visitor(), accept)), "identity.link_unknown") << "once";
}

TEST_P(Accounts, ASecondFirstAccountNeedsAReason) {
    ASSERT_TRUE(house.prepare_and_run(Actor::operator_(), first_account()));
    CreateFirstAccount second = first_account();
    second.email = "omar@un.example";
    EXPECT_EQ(said(house.prepare_and_run(Actor::operator_(), second)), "identity.secretariat_exists");
    second.again = true;
    second.reason = "  ";
    EXPECT_EQ(said(house.prepare_and_run(Actor::operator_(), second)), "identity.reason_needed");
    EXPECT_EQ(house.rows_in("identity_person"), 1);
    second.reason = "Sofia has left and nobody can sign in";
    EXPECT_EQ(said(house.prepare_and_run(Actor::operator_(), second)), "done");
    EXPECT_EQ(fact(house.journal("identity.create_first_account").at(0), "reason"), second.reason);
}

TEST_P(Accounts, AFirstAccountIsNobodyElsesToMake) {
    EXPECT_EQ(said(house.prepare_and_run(Actor::visitor(), first_account())), "identity.not_signed_in");
    house.people_move_in();
    EXPECT_EQ(said(house.prepare_and_run(house.signed_in("sofia@un.example"), first_account())),
              "identity.not_permitted");
}

TEST_P(Accounts, AFirstAccountWithAWeakPasswordIsNotMade) {
    CreateFirstAccount weak = first_account();
    weak.new_password = Secret("password1234");
    EXPECT_EQ(said(house.prepare_and_run(Actor::operator_(), weak)), "identity.password_too_common");
    EXPECT_EQ(house.rows_in("identity_person"), 0);
    EXPECT_EQ(house.rows_in("journal"), 0);
}

TEST_P(Accounts, AnUnpreparedPasswordIsOurMistake) {
    CreateFirstAccount request = first_account();
    request.new_password = Secret(std::string(good_password));
    EXPECT_THROW((void)house.run(Actor::operator_(), request), OurMistake);
    EXPECT_THROW((void)house.run(Actor::visitor(), house.sign_in_of("a@b.example", "x")), OurMistake);
    EXPECT_EQ(house.rows_in("identity_person"), 0);
}

TEST_P(Accounts, LinksRunOutAndLaterOnesEndEarlierOnes) {
    house.people_move_in();
    Actor sofia = house.signed_in("sofia@un.example");
    auto one = house.run(sofia, ResetPasswordLink{"dina@fr.example"});
    auto two = house.run(Actor::operator_(), ResetPasswordLink{"DINA@fr.example"});
    ASSERT_TRUE(one && two);
    auto use = [&](const OneTimeLink& link) {
        return said(house.prepare_and_run(
            Actor::visitor(), AcceptInvitation{link.token, Secret(std::string(other_password)), {}}));
    };
    EXPECT_EQ(use(*one), "identity.link_unknown");
    house.clock.advance_seconds(72 * 3600);
    EXPECT_EQ(use(*two), "identity.link_unknown");
    auto three = house.run(Actor::operator_(), ResetPasswordLink{"dina@fr.example"});
    EXPECT_EQ(use(*three), "done");
    EXPECT_EQ(fact(house.journal("identity.accept_invitation").at(0), "purpose"), "password_reset");

    auto entries = house.journal("identity.reset_password_link");
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[2].on_behalf, "secretariat");
    EXPECT_EQ(entries[2].subject, "state:FRA") << "the delegation can see it";
    EXPECT_EQ(entries[2].audience, Audience::own_delegation);
    EXPECT_EQ(said(house.run(sofia, ResetPasswordLink{"nobody@fr.example"})), "identity.no_such_person");
    EXPECT_EQ(said(house.run(house.signed_in("henri@fr.example"), ResetPasswordLink{"dina@fr.example"})),
              "identity.not_permitted");
}

TEST_P(Accounts, AResetEndsWhatWasSignedInAndTheOldPassword) {
    house.people_move_in();
    SignedIn before = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    auto link = house.run(Actor::operator_(), ResetPasswordLink{"dina@fr.example"});
    EXPECT_TRUE(house.recognised(before.session_token.reveal())) << "until the link is used";
    ASSERT_TRUE(house.prepare_and_run(
        Actor::visitor(), AcceptInvitation{link->token, Secret(std::string(other_password)), {}}));
    EXPECT_FALSE(house.recognised(before.session_token.reveal()));
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password)),
              "identity.sign_in_failed");
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", other_password)), "in");
}

TEST_P(Accounts, ALinkDoesNotTakeTheNameAsPassword) {
    house.people_move_in();
    auto link = house.run(Actor::operator_(), ResetPasswordLink{"dina@fr.example"});
    AcceptInvitation weak{link->token, Secret("dina@fr.example"), {}};
    EXPECT_EQ(said(house.prepare_and_run(Actor::visitor(), weak)), "identity.password_is_own_name");
    EXPECT_EQ(house.rows_in("identity_link"), 1) << "the link is still good";
}

TEST_P(Accounts, ThePasswordIsChangedByWhoKnowsIt) {
    house.people_move_in();
    SignedIn elsewhere = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    SignedIn here = house.sign_in_well(house.sign_in_of("dina@fr.example", good_password));
    Actor dina = house.actor_of(here);
    ChangePassword change;
    change.password = Secret("not the present one");
    change.new_password = Secret(std::string(other_password));
    auto wrong = house.prepare_and_run(dina, change);
    ASSERT_TRUE(wrong);
    EXPECT_TRUE(std::get<Refusal>(*wrong).has("identity.wrong_password"));
    EXPECT_EQ(house.journal("identity.change_password_failed").size(), 1U);

    change.password = Secret(std::string(good_password));
    auto changed = house.prepare_and_run(dina, change);
    ASSERT_TRUE(changed) << said(changed);
    EXPECT_EQ(std::get<ChangedPassword>(*changed).sessions_ended, 1);
    EXPECT_FALSE(house.recognised(elsewhere.session_token.reveal()));
    EXPECT_TRUE(house.recognised(here.session_token.reveal()));
    EXPECT_EQ(fact(house.journal("identity.change_password").at(0), "sessions_ended"), "1");
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", other_password)), "in");
}

TEST_P(Accounts, AStolenSessionGuessesThePasswordNoFasterThanTheDoor) {
    house.people_move_in();
    Actor dina = house.signed_in("dina@fr.example");
    ChangePassword change;
    change.password = Secret("a guess");
    change.new_password = Secret(std::string(other_password));
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(house.prepare_and_run(dina, change)) << i;
    EXPECT_EQ(said(house.prepare_and_run(dina, change)), "identity.try_later");
    EXPECT_EQ(house.try_to_sign_in(house.sign_in_of("dina@fr.example", good_password)), "in")
        << "and locks nobody out";
}

TEST_P(Accounts, AProfileIsSavedOverWhatWasShown) {
    house.people_move_in();
    Actor dina = house.signed_in("dina@fr.example");
    auto account =
        house.database().read([&](storage::Session& session) { return my_account(session, dina); });
    ASSERT_TRUE(account);
    EXPECT_EQ(account->email, "dina@fr.example");
    auto changed = house.run(dina, ChangeProfile{"Dina Roy-Petit", "fr", account->revision});
    ASSERT_TRUE(changed) << said(changed);
    EXPECT_EQ(said(house.run(dina, ChangeProfile{"Dina Again", "fr", account->revision})),
              "identity.changed_meanwhile");
    EXPECT_EQ(said(house.run(dina, ChangeProfile{"Dina Again", "es", changed->revision})), "done");
    EXPECT_EQ(house.signed_in("dina@fr.example").language(), "es");
    auto entries = house.journal("identity.change_profile");
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(fact(entries[0], "language"), "es");
    EXPECT_EQ(fact(entries[0], "name"), "(none)") << "sealed";
}

TEST_P(Accounts, NothingPersonalStandsInThePublicLeaves) {
    house.people_move_in();
    (void)house.try_to_sign_in(house.sign_in_of("dina@fr.example", "wrong"));
    std::string leaves = house.public_leaves();
    EXPECT_NE(leaves.find("restricted"), std::string::npos);
    for (std::string_view personal :
         {"dina", "Dina", "henri", "sofia", "192.0.2", "state:FRA", "Credentials"})
        EXPECT_EQ(leaves.find(personal), std::string::npos) << personal;
}

} // namespace
} // namespace poa::identity
