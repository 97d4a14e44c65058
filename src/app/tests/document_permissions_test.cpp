// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/module_inputs.hpp"
#include "capabilities/documents/permissions.hpp"
#include "capabilities/identity/tests/permission_walk.hpp"

#include <gtest/gtest.h>

namespace poa::app::test {
namespace {

using namespace documents;

TEST(DocumentPermissions, EveryRoleByEveryCommand) {
    EXPECT_EQ(identity::walk(permissions()), "documents.import_document: operator, secretariat\n"
                                             "documents.correct_recognition: operator, secretariat\n"
                                             "documents.withdraw_document: operator, secretariat\n");
}

TEST(DocumentPermissions, EveryCommandHasARow) {
    std::vector<const InputSpec*> commands = {&input_of(Of<ImportUpload>{}), &input_of(Of<CorrectionAsked>{}),
                                              &input_of(Of<WithdrawalAsked>{})};
    EXPECT_EQ(identity::rows_and_commands_that_differ(permissions(), commands), "");
}

TEST(DocumentPermissions, TheRecordSaysInWhoseNameItWasDone) {
    auto by = permitted("documents.import_document", identity::sample_actor(identity::Role::secretariat));
    ASSERT_TRUE(by.has_value());
    EXPECT_EQ(by->on_behalf, "secretariat");
    EXPECT_EQ(by->person, 7);
    auto operated = permitted("documents.import_document", identity::Actor::operator_());
    ASSERT_TRUE(operated.has_value());
    EXPECT_EQ(operated->on_behalf, "operator");
    auto refused =
        permitted("documents.import_document", identity::sample_actor(identity::Role::head_of_delegation));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Refusal::Kind::not_permitted);
}

} // namespace
} // namespace poa::app::test
