// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/clauses.hpp"
#include "capabilities/charter/schema.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>
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

/// Every object in it that has one of these keys, as text.
void collect(const boost::json::value& json, std::string_view key, std::vector<std::string>& found) {
    if (const auto* members = json.if_object()) {
        if (members->contains(key)) found.push_back(boost::json::serialize(json));
        for (const auto& member : *members) collect(member.value(), key, found);
    } else if (const auto* items = json.if_array()) {
        for (const auto& item : *items) collect(item, key, found);
    }
}

// It is read anew at every start of the program: what many clauses take stands in it once.
TEST(CharterSchema, SaysOnceWhatManyClausesTake) {
    std::vector<std::string> choices;
    collect(schema(), "enum", choices);
    ASSERT_GT(choices.size(), 20u);
    std::ranges::sort(choices);
    const auto twice = std::ranges::adjacent_find(choices);
    EXPECT_EQ(twice, choices.end()) << *twice;
    EXPECT_LT(schema_text().size(), clause_count * 1000);
}

} // namespace
} // namespace poa::charter
