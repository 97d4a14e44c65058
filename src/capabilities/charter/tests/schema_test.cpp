// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/schema.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace poa::charter {
namespace {

TEST(CharterSchema, TheFileInTheTreeIsTheOneOfTheProgram) {
    std::ifstream file(std::string(POA_SOURCE_DIR) + "/charters/charter.schema.json");
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(text.str(), schema_text())
        << "write it anew: poa charter schema > charters/charter.schema.json";
}

} // namespace
} // namespace poa::charter
