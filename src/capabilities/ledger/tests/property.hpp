// SPDX-License-Identifier: Apache-2.0
#pragma once
// A property as a test: a case that breaks it fails the test (rc::check alone only prints).

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>

namespace poa::ledger {

template <class Property> void expect_property(const std::string& what, Property&& property) {
    EXPECT_TRUE(rc::check(what, std::forward<Property>(property))) << what;
}

} // namespace poa::ledger
