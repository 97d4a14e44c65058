// SPDX-License-Identifier: Apache-2.0
// SEC-01: the secretariat is a role like others, with its rights written out; QUA: no act without a row.
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/tests/permission_walk.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

TEST(Permissions, EveryRoleByEveryCommand) {
    EXPECT_EQ(walk(permissions()), R"(identity.create_first_account: operator
identity.invite_person: head_of_delegation (own body), secretariat
identity.appoint: head_of_delegation (own body), secretariat
identity.end_appointment: head_of_delegation (own body), secretariat
identity.reset_password_link: operator, secretariat
identity.accept_invitation: everybody
identity.sign_in: everybody
identity.sign_out: whoever is signed in
identity.revoke_session: whoever is signed in
identity.revoke_other_sessions: whoever is signed in
identity.change_password: whoever is signed in
identity.change_profile: whoever is signed in
)");
}

TEST(Permissions, EveryCommandHasARowAndEveryRowACommand) {
    EXPECT_EQ(rows_and_commands_that_differ(permissions(), commands()), "");
}

TEST(Permissions, TheWalkSeesAForgottenCommand) {
    const PermissionTable lacking = {{"identity.sign_in", {role::visitor}},
                                     {"identity.fly", {role::visitor}}};
    EXPECT_EQ(rows_and_commands_that_differ(lacking, {&input_of(Of<SignIn>{}), &input_of(Of<Appoint>{})}),
              "identity.appoint has no row\nidentity.fly is no command\n");
    EXPECT_THROW((void)lacking.check("identity.appoint", Actor::visitor()), OurMistake);
}

TEST(Permissions, ARefusalNamesTheRolesThatCould) {
    auto no = permissions().check("identity.appoint", Actor::visitor(), Body::state("FRA"));
    ASSERT_FALSE(no);
    EXPECT_EQ(no.error().kind, Refusal::Kind::not_signed_in);
    const Reason& reason = no.error().reasons.front();
    EXPECT_EQ(reason.code, "identity.not_signed_in");
    const std::vector<std::pair<std::string, std::string>> facts = {
        {"command", "identity.appoint"}, {"roles", "secretariat head_of_delegation"}, {"body", "state:FRA"}};
    EXPECT_EQ(reason.facts, facts);

    auto delegate = permissions().check("identity.appoint", sample_actor(Role::delegate), Body::state("FRA"));
    ASSERT_FALSE(delegate);
    EXPECT_EQ(delegate.error().kind, Refusal::Kind::not_permitted);
    EXPECT_TRUE(delegate.error().has("identity.not_permitted"));
    auto here = permissions().check("identity.appoint", Actor::operator_(), Body::state("FRA"));
    EXPECT_EQ(here.error().kind, Refusal::Kind::not_permitted) << "the operator is somebody";
}

TEST(Permissions, APermitSaysForWhom) {
    auto head =
        permissions().check("identity.appoint", sample_actor(Role::head_of_delegation), Body::state("FRA"));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->on_behalf(), "state:FRA");
    EXPECT_EQ(permissions().check("identity.create_first_account", Actor::operator_())->on_behalf(),
              "operator");
    EXPECT_EQ(permissions().check("identity.sign_out", sample_actor(Role::person))->on_behalf(), "platform");
}

TEST(Permissions, ATableWithTwoRowsOfACommandIsOurMistake) {
    EXPECT_THROW(PermissionTable({{"a.b", {role::visitor}}, {"a.b", {role::person}}}), OurMistake);
    EXPECT_THROW(PermissionTable({{"a.b", {}}}), OurMistake);
}

} // namespace
} // namespace poa::identity
