// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reference data as it is shipped (data/), for tests.

#include "capabilities/members/members.hpp"

#include <memory>
#include <string>

namespace poa::members::test {

[[nodiscard]] const std::string& shipped_members();
[[nodiscard]] const std::string& shipped_organisations();
[[nodiscard]] inline ReferenceTexts shipped() {
    return {shipped_members(), shipped_organisations()};
}
[[nodiscard]] const Register& shipped_register();
[[nodiscard]] inline Day day(const char* iso) {
    return Day::parse(iso).value();
}

} // namespace poa::members::test
