// SPDX-License-Identifier: Apache-2.0
// A charter that somebody brings along.
#include "base/text.hpp"
#include "capabilities/charter/tests/charter_pages.hpp"

namespace poa::charter {
namespace {

using namespace poa::charter::test;

// EST-17 EST-18: a proposal from outside is loaded and compared as a shipped charter is.
TEST_F(CharterPages, AProposalFromOutsideIsReadAndCompared) {
    auto outcome = read("charter: lantern-conference\ntitle: {en: What the lantern conference proposed}\n"
                        "kind: own\nbased_on: egypt\n"
                        "plenary:\n  every_months: {value: 36, basis: stated, words: every three years}\n");
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(row(outcome->charter, "plenary.every_months").value, "36");
    EXPECT_EQ(row(outcome->charter, "plenary.every_months").quote, "every three years");
    ASSERT_EQ(outcome->compared.size(), 2U);
    EXPECT_EQ(outcome->compared.back().id, "egypt");
    ASSERT_EQ(outcome->differences.size(), 2U);
    EXPECT_EQ(outcome->differences.front().value, "36");
    EXPECT_EQ(outcome->differences.front().asked_by, std::vector<std::string>{"lantern-conference"});
    EXPECT_EQ(outcome->differences.back().value, "24");
    const std::string html = draw_read_charter(*outcome, "charter: lantern", visit()).body.text();
    EXPECT_NE(html.find("every 36 months"), std::string::npos);
    EXPECT_NE(html.find(">charter: lantern</textarea>"), std::string::npos) << "what was typed is kept";
    EXPECT_EQ(Presets::shipped().find("lantern-conference"), nullptr);
}

TEST_F(CharterPages, EveryProblemOfATextIsSaidAtOnceWithLineAndClause) {
    const std::string text = "charter: odd\ntitle: {en: Odd}\nkind: own\nbased_on: agreed-2025\n"
                             "plenary:\n  every_months: 1\n  evry_months: 12\nmoon: {}\n";
    auto outcome = read(text);
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().reasons.size(), 3U);
    InputValues typed;
    typed.set("text", text);
    web::Routes routes;
    add_sentences(routes);
    const web::Entered entered{&typed, &outcome.error(), &routes.sentences()};
    const std::string html = draw_reading_problems(visit(), entered).body.text();
    for (const char* part : {"3 problems, and nothing was read", ">6</td>", "plenary.every_months", ">7</td>",
                             ">8</td>", "  evry_months: 12", "The clause takes a whole number from 3 to 120"})
        EXPECT_NE(html.find(part), std::string::npos) << part;
    EXPECT_LT(html.find(">6</td>"), html.find(">7</td>")) << "in the order of the text";
}

TEST_F(CharterPages, ADraftIsItsAuthorsOwnWordAndATieIsNoCommonGround) {
    auto outcome =
        read("charter: odd\ntitle: {en: Odd}\nkind: own\nbased_on: egypt\nplenary: {every_months: 36}\n");
    ASSERT_TRUE(outcome.has_value());
    ASSERT_EQ(outcome->differences.size(), 2U);
    EXPECT_EQ(outcome->differences.front().asked_by, std::vector<std::string>{"odd"});
    for (const ComparedValueRow& one : outcome->differences) EXPECT_FALSE(one.is_nearest) << one.value;
    const std::string html = draw_read_charter(*outcome, "", visit()).body.text();
    EXPECT_NE(html.find("This text says so."), std::string::npos);
    EXPECT_EQ(html.find("nobody said it"), std::string::npos);
}

TEST_F(CharterPages, AShippedCharterReadsBackAsItself) {
    auto outcome = read(load_charter_text(links(), "italy").value());
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(outcome->compared.back().id, "agreed-2025");
    for (const ClauseRow& clause : one("italy").rows)
        EXPECT_EQ(clause.value, row(outcome->charter, clause.path).value) << clause.path;
    auto agreed = read(load_charter_text(links(), "agreed-2025").value());
    ASSERT_TRUE(agreed.has_value());
    EXPECT_TRUE(agreed->differences.empty());
}

/// What came with the form, as a browser sends it.
Result<CharterReading> parsed(const std::string& text, std::string file) {
    InputValues values;
    values.set("text", text);
    values.set("file", Upload{"own.yaml", "application/yaml", std::move(file)});
    return input_of(Of<CharterReading>{}).parse(values);
}

// EST-17: as a file, too, and by everybody; so it is small.
TEST_F(CharterPages, ACharterComesTypedOrAsAFileAndNotAsBoth) {
    const std::string text = load_charter_text(links(), "italy").value();
    const auto by_file = read_own_charter(links(), visit(), parsed("", text).value());
    ASSERT_TRUE(by_file.has_value());
    EXPECT_EQ(by_file->charter.title, read(text)->charter.title);
    EXPECT_EQ(read_own_charter(links(), visit(), parsed(text, text).value()).error().reasons.front().code,
              "charter.text_and_file");
    EXPECT_EQ(read_own_charter(links(), visit(), parsed("", "").value()).error().reasons.front().code,
              "input.required");
    EXPECT_TRUE(parsed("", std::string(reading_characters_max, '#')).has_value());
    const auto large = parsed("", std::string(reading_characters_max + 1, '#'));
    ASSERT_FALSE(large.has_value());
    EXPECT_EQ(large.error().reasons.front().code, "input.file_too_large");
}

// DEC-15 QUA-04: rules of procedure are data: another text, and the same program runs other rules.
TEST_F(CharterPages, RulesOfProcedureComeFromTheText) {
    auto outcome = read("charter: voting\ntitle: {en: Voting}\nkind: own\nbased_on: agreed-2025\ndecisions:\n"
                        "  substantive: {by: vote, majority: two_thirds, of: membership}\n");
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(row(outcome->charter, "decisions.substantive").words, "a vote: two thirds of all members");
    auto file =
        read_charter("charter: voting\ntitle: {en: Voting}\nkind: own\nbased_on: agreed-2025\ndecisions:\n"
                     "  substantive: {by: vote, majority: two_thirds, of: membership}\n");
    const Charter charter = *Presets::shipped().assemble(*file);
    const Tally tally{.members = 193, .in_favour = 130, .against = 1, .abstaining = 0, .objections = 1};
    EXPECT_EQ(decide(charter[clause::decisions::substantive], tally), Outcome::adopted_by_vote);
    EXPECT_EQ(decide(Presets::shipped().agreed()[clause::decisions::substantive], tally), Outcome::blocked);
}

} // namespace
} // namespace poa::charter
