// SPDX-License-Identifier: Apache-2.0
// Reading the reference texts: everything that is wrong is said at once, with its path.

#include "base/text.hpp"
#include "capabilities/members/tests/shipped.hpp"

#include <gtest/gtest.h>

namespace poa::members {
namespace {

using test::shipped_members;
using test::shipped_organisations;

/// The codes of the reasons by which the shipped data is refused once `from` was replaced by `to`.
std::set<std::string> codes_after(const std::string& from, const std::string& to) {
    const std::size_t at = shipped_members().find(from);
    EXPECT_NE(at, std::string::npos) << from;
    std::string changed = shipped_members();
    changed.replace(at, from.size(), to);
    const auto read = parse_reference({changed, shipped_organisations()});
    std::set<std::string> codes;
    if (read) return codes;
    EXPECT_EQ(read.error().kind, Refusal::Kind::bad_input);
    for (const Reason& reason : read.error().reasons) codes.insert(reason.code);
    return codes;
}

TEST(Reference, ShippedDataIsRead) {
    EXPECT_TRUE(parse_reference(test::shipped()));
}

TEST(Reference, RefusesWhatCannotBeRight) {
    struct Case {
        const char* from;
        const char* to;
        const char* code;
    };
    const Case cases[] = {
        {R"("iso3": "PER")", R"("iso3": "per")", "members.bad_code"},
        {R"("iso3": "PER")", R"("iso3": "PRU", "iso3": "PER")", "json.repeated_key"},
        {R"("iso2": "PE")", R"("iso2": "PA")", "members.taken_twice"},
        {R"("slug": "peru")", R"("slug": "Peru")", "members.bad_code"},
        {R"("slug": "peru")", R"("sluggish": "peru")", "members.missing"},
        {R"("m49": "604")", R"("m49": 604)", "members.wrong_kind"},
        {R"("status": "observer")", R"("status": "guest")", "members.unknown_key"},
        {R"("status_from": "2011-07-14")", R"("status_from": "2011-02-29")", "members.bad_day"},
        {R"("tile": [13, 14])", R"("tile": [12, 14])", "members.taken_twice"},
        {R"("tile": [13, 14])", R"("tile": [0, 14])", "members.wrong_kind"},
        {R"("tile": [13, 14])", R"("tile": "13, 14")", "members.wrong_kind"},
        {R"("group": "weog")", R"("group": "west")", "members.unknown_key"},
        {R"("to": "2023-12-13")", R"("to": "1970-12-13")", "members.bad_day"},
        {R"("from": "1971")", R"("from": "71")", "members.bad_day"},
        {R"("official": "Türkiye")", R"("official": " ")", "members.empty"},
        {R"("official": "Türkiye")", R"("official": "Türkiye ")", "members.not_plain"},
        {R"("variants": ["Turkey")", R"("variants": ["Peru")", "members.ambiguous_name"},
        {R"("counts_for_elections": true)", R"("counts_for_elections": "yes")", "members.wrong_kind"},
        {R"("groups": [)", R"("groups": {)", "json.malformed"},
    };
    for (const Case& one : cases)
        EXPECT_TRUE(codes_after(one.from, one.to).contains(one.code)) << one.from << " -> " << one.to;
}

TEST(Reference, SaysAllProblemsAtOnceWithTheirPaths) {
    std::string changed = replace_all(shipped_members(), R"("iso2": "AF")", R"("iso2": "af")");
    changed = replace_all(changed, R"("slug": "zimbabwe")", R"("slug": "")");
    const auto read = parse_reference({changed, "{}"});
    ASSERT_FALSE(read);
    std::map<std::string, std::string> problems;
    for (const Reason& reason : read.error().reasons) problems[reason.field] = reason.code;
    const std::map<std::string, std::string> expected{{"members[0].iso2", "members.bad_code"},
                                                      {"members[194].slug", "members.empty"},
                                                      {"kinds", "members.missing"},
                                                      {"organisations", "members.missing"}};
    EXPECT_EQ(problems, expected);
}

TEST(Reference, NamesTheFileThatIsNoJson) {
    const auto read = parse_reference({"{", "["});
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().reasons.size(), 2U);
    EXPECT_EQ(read.error().reasons[0].field, "members.json");
    EXPECT_EQ(read.error().reasons[1].field, "organisations.json");
    EXPECT_TRUE(parse_reference({"null", "[]"}).error().reasons.size() > 2);
}

} // namespace
} // namespace poa::members
