// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/assembling.hpp"
#include "capabilities/charter/presets.hpp"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace poa::charter {
namespace {

constexpr std::string_view head = "charter: mine\ntitle: {en: Mine}\nkind: own\nbased_on: agreed-2025\n";

/// "code clause line" of every problem, sorted.
std::vector<std::string> problems(const std::string& sections) {
    auto read = read_charter(std::string(head) + sections);
    std::vector<std::string> made;
    if (read) return made;
    for (const Reason& reason : read.error().reasons) {
        std::string line;
        for (const auto& [name, value] : reason.facts)
            if (name == "line") line = value;
        made.push_back(reason.code + " " + (reason.clause.empty() ? "-" : reason.clause) + " line " + line);
    }
    std::ranges::sort(made);
    return made;
}

using List = std::vector<std::string>;

TEST(CharterFiles, SayWhatIsWrongAtItsClauseAndLine) {
    EXPECT_EQ(problems("plenary:\n  every_months: 12\n"), List{});
    EXPECT_EQ(problems("plenary:\n  every_months: 1\n"), List{"charter.value 4.1 line 6"});
    EXPECT_EQ(problems("plenary:\n  every_months: annual\n"), List{"charter.value 4.1 line 6"})
        << "wrong unit";
    EXPECT_EQ(problems("plenary:\n  every_months: 12.5\n"), List{"charter.value 4.1 line 6"});
    EXPECT_EQ(problems("plenary:\n  every_months: null\n"), List{"charter.value 4.1 line 6"});
    EXPECT_EQ(problems("plenary:\n  every_months: {value: 1, passage: egy/para-14}\n"),
              List{"charter.value 4.1 line 6"});
    EXPECT_EQ(problems("plenary:\n  place: paris\n"), List{"charter.value 4.5 line 6"});
    EXPECT_EQ(problems("plenary:\n  every_month: 12\n"), List{"charter.unknown_clause - line 6"});
    EXPECT_EQ(problems("plenery:\n  every_months: 12\n"), List{"charter.unknown_section - line 5"});
    EXPECT_EQ(problems("founding:\n  first_plenary: 2026-02-30\n"),
              List{"charter.impossible_day 2.10 line 6"});
    EXPECT_EQ(problems("founding:\n  first_plenary: soon\n"), List{"charter.value 2.10 line 6"});
    EXPECT_EQ(problems("review:\n  every_years: [6, 4]\n"), List{"charter.span_order 5.2 line 6"});
    EXPECT_EQ(problems("review:\n  every_years: [4]\n"), List{"charter.value 5.2 line 6"});
    EXPECT_EQ(problems("decisions:\n  elections: {by: vote}\n").size(), 2u) << "majority and of are missing";
    EXPECT_EQ(problems("decisions:\n  elections: {by: silence}\n"), List{"charter.rule_part 8.5 line 6"});
    EXPECT_EQ(problems("decisions:\n  elections: {by: consensus, hours: 72}\n"),
              List{"charter.rule_part 8.5 line 6"});
    EXPECT_EQ(
        problems("groups:\n  list:\n    - {id: a, title: A, topic: norms}\n    - {id: a, title: B, topic: "
                 "threats}\n"),
        List{"charter.group_twice 6.1 line 8"});
}

TEST(CharterFiles, SayAllProblemsAtOnce) {
    EXPECT_EQ(problems("plenary:\n  every_months: 1\n  days: 0\n  colour: red\nreview:\n  held: maybe\n"),
              (List{"charter.no_such_clause - line 8", "charter.value 4.1 line 6", "charter.value 4.4 line 7",
                    "charter.value 5.1 line 10"}));
}

// What the schema finds and what only reading the values finds, as one list from the top of the file.
TEST(CharterFiles, SayAllProblemsInTheOrderOfTheirLines) {
    auto read = read_charter("charter: mine\ntitle: {en: Mine}\nkind: royal\nbased_on: agreed-2025\n"
                             "review:\n  every_years: [6, 4]\n  days: 0\nfounding:\n"
                             "  first_plenary: 2026-02-30\nplenary:\n  every_months: 1\ndecisions:\n"
                             "  elections: {by: consensus, hours: 72}\n");
    ASSERT_FALSE(read.has_value());
    std::vector<std::string> found;
    for (const Reason& reason : read.error().reasons)
        for (const auto& [name, value] : reason.facts)
            if (name == "line") found.push_back(value + " " + reason.code);
    EXPECT_EQ(found, (List{"3 charter.head", "6 charter.span_order", "7 charter.value",
                           "9 charter.impossible_day", "11 charter.value", "13 charter.rule_part"}));
}

TEST(CharterFiles, NameWhatWasMeant) {
    auto read = read_charter(std::string(head) + "plenary:\n  evry_months: 12\n");
    ASSERT_FALSE(read.has_value());
    const auto& facts = read.error().reasons.front().facts;
    EXPECT_NE(std::ranges::find(facts, std::pair<std::string, std::string>("nearest", "every_months")),
              facts.end());
}

TEST(CharterFiles, NeedAHead) {
    for (std::string_view text :
         {"plenary:\n  days: 5\n", "charter: X\ntitle: {en: T}\nkind: own\n",
          "charter: x\ntitle: {fr: T}\nkind: own\n", "charter: x\ntitle: T\nkind: own\n",
          "charter: x\ntitle: {en: T}\nkind: royal\n"}) {
        auto read = read_charter(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().reasons.front().code, "charter.head") << text;
    }
    EXPECT_EQ(read_charter("- a\n").error().reasons.front().code, "charter.not_a_map");
}

TEST(CharterFiles, KeepTheWordsOfTheirSource) {
    auto read =
        read_charter(std::string(head) +
                     "source: A/78/76\nplenary:\n  every_months: {value: 24, passage: egy/para-14, words: "
                     "biennial, note: Read as every two years.}\n  days: 5\n");
    ASSERT_TRUE(read.has_value());
    const ClauseEntry& frequency = read->entries.at(clause::plenary::every_months.index);
    EXPECT_EQ(std::get<std::int64_t>(frequency.value), 24);
    EXPECT_EQ(frequency.provenance,
              (Provenance{Basis::stated, "A/78/76", "egy/para-14", "biennial", "Read as every two years."}));
    EXPECT_EQ(frequency.line, 7);
    EXPECT_EQ(read->entries.at(clause::plenary::days.index).provenance, Provenance{})
        << "a bare value is assumed, and nobody's word";
}

CharterFile file(std::string_view id, std::string_view base, std::string_view sections = {}) {
    std::string text = "charter: " + std::string(id) + "\ntitle: {en: T}\nkind: own\n";
    if (!base.empty()) text += "based_on: " + std::string(base) + "\n";
    auto read = read_charter(text + std::string(sections));
    EXPECT_TRUE(read.has_value());
    return *read;
}

TEST(Assembling, TakesWhatAFileDoesNotSayFromItsBase) {
    const CharterFile mine = file("mine", "agreed-2025", "plenary:\n  every_months: 24\n");
    auto whole = Presets::shipped().assemble(mine);
    ASSERT_TRUE(whole.has_value());
    EXPECT_EQ((*whole)[clause::plenary::every_months], 24);
    EXPECT_FALSE(whole->is_inherited(clause::plenary::every_months.index));
    EXPECT_EQ((*whole)[clause::plenary::days], 5);
    EXPECT_TRUE(whole->is_inherited(clause::plenary::days.index));
    EXPECT_EQ(whole->entry(clause::plenary::days).said_by, "agreed-2025");
    EXPECT_EQ(whole->find(clause::mechanism::ends_on), nullptr);
}

// A paper speaks of some participants at some meetings; all others keep the rights they have in the base.
TEST(Assembling, RightsAreMergedRightByRight) {
    auto whole = Presets::shipped().assemble(file(
        "mine", "agreed-2025", "participants:\n  rights:\n    accredited: {group: [attend], plenary: []}\n"));
    ASSERT_TRUE(whole.has_value());
    const RightsTable &mine = (*whole)[clause::participants::rights],
                      &base = Presets::shipped().agreed()[clause::participants::rights];
    EXPECT_EQ(mine.at("accredited").at("group"), std::vector<std::string>{"attend"});
    EXPECT_TRUE(mine.at("accredited").at("plenary").empty()) << "taken away";
    EXPECT_EQ(mine.at("accredited").at("review"), base.at("accredited").at("review"));
    EXPECT_EQ(mine.at("member_states"), base.at("member_states"));
    EXPECT_EQ(whole->entry(clause::participants::rights).own_rights,
              (std::vector<std::string>{"accredited/group", "accredited/plenary"}));
}

TEST(Assembling, RefusesWhatCannotBeWhole) {
    const std::vector<CharterFile> others{file("a", "b"), file("b", "c"), file("c", "a")};
    auto cycle = Presets::shipped().assemble(others[0], others);
    ASSERT_FALSE(cycle.has_value());
    EXPECT_EQ(cycle.error().reasons.front().code, "charter.cycle");
    const auto& facts = cycle.error().reasons.front().facts;
    EXPECT_NE(std::ranges::find(facts, std::pair<std::string, std::string>("chain", "a > b > c > a")),
              facts.end());
    EXPECT_NE(std::ranges::find(facts, std::pair<std::string, std::string>("line", "4")), facts.end());
    EXPECT_EQ(Presets::shipped().assemble(file("x", "nobody")).error().reasons.front().code,
              "charter.unknown_base");
    EXPECT_EQ(Presets::shipped().assemble(file("x", "x")).error().reasons.front().code, "charter.cycle");
    auto bare = Presets::shipped().assemble(file("bare", "", "plenary:\n  days: 5\n"));
    ASSERT_FALSE(bare.has_value());
    EXPECT_EQ(bare.error().reasons.size(), clause_count - 1) << "every missing clause is named";
}

TEST(Clauses, AreReadOneByOne) {
    const ClauseSpec& days = spec_of(clause::plenary::days);
    EXPECT_EQ(days.number, "4.4");
    EXPECT_EQ(find_clause("4.4"), &days);
    EXPECT_EQ(find_clause("plenary.days"), &days);
    EXPECT_EQ(find_clause("4.99"), nullptr);
    EXPECT_EQ(std::get<std::int64_t>(*read_clause(days, 7)), 7);
    EXPECT_EQ(read_clause(days, 0).error().reasons.front().code, "charter.value");
    EXPECT_EQ(read_clause(days, "seven").error().reasons.front().code, "charter.value");
}

} // namespace
} // namespace poa::charter
