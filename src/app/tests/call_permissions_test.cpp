// SPDX-License-Identifier: Apache-2.0
// Who may do what with calls for views, written out.
#include "capabilities/identity/tests/permission_walk.hpp"
#include "capabilities/views/module_calls_inputs.hpp"
#include "capabilities/views/permissions.hpp"

#include <gtest/gtest.h>

namespace poa::views {
namespace {

TEST(CallPermissions, EveryRoleByEveryCommand) {
    const std::string own = "delegate (own body), head_of_delegation (own body), representative (own body)";
    const std::pair<const InputSpec*, std::string> table[] = {
        {&input_of(Of<OpenCall>{}), "operator, secretariat"},
        {&input_of(Of<ExtendCall>{}), "operator, secretariat"},
        {&input_of(Of<CloseCall>{}), "operator, secretariat"},
        {&input_of(Of<RemindCall>{}), "operator, secretariat"},
        {&input_of(Of<ViewsAsked>{}), own + ", secretariat"},
        {&input_of(Of<ConsultationAsked>{}), "operator, secretariat"},
        {&input_of(Of<WithdrawSubmission>{}), own},
    };
    for (const auto& [input, who] : table)
        EXPECT_EQ(identity::walk_line(permissions(), input->name()), who) << input->name();
}

} // namespace
} // namespace poa::views
