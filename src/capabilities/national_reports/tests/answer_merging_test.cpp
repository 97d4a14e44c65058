// SPDX-License-Identifier: Apache-2.0
// Two sides of an answer: what is brought together, and what stands beside.
#include "capabilities/national_reports/merging.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

Answer chosen(std::vector<std::string> keys) {
    Answer answer;
    answer.chosen = std::move(keys);
    return answer;
}
Answer text(std::string words, std::string note = {}) {
    Answer answer;
    answer.text = std::move(words);
    answer.note = std::move(note);
    return answer;
}

struct Case {
    const char* question;
    Answer base, ours, theirs;
    std::optional<Answer> merged; ///< nothing: they collide
};

std::vector<Case> cases() {
    return {
        {"about", text("one two"), text("one two"), text("one three"), text("one three")},
        {"about", text("one two"), text("one three"), text("one two"), text("one three")},
        {"about", text("one two"), text("one three"), text("one three"), text("one three")},
        {"about", text("one two three four"), text("ONE two three four"), text("one two three FOUR"),
         text("ONE two three FOUR")},
        {"about", text("First part.\n\nSecond part."), text("First piece.\n\nSecond part."),
         text("First part.\n\nSecond piece."), text("First piece.\n\nSecond piece.")},
        {"about", text("one two"), text("one three"), text("one four"), {}},
        {"about", text("", "a b c"), text("new", "a b c"), text("", "a b d"), text("new", "a b d")},
        {"about", text("one", "a"), text("two", "a"), text("three", "b"), {}},
        {"bodies", chosen({"cert"}), chosen({"cert", "police"}), chosen({"ministry"}),
         chosen({"ministry", "police"})},
        {"bodies", chosen({"cert", "police"}), chosen({"police"}), chosen({"cert"}), chosen({})},
        {"point", chosen({}), chosen({"yes"}), chosen({"no"}), {}},
        {"point", chosen({"yes"}), chosen({"no"}), chosen({"no"}), chosen({"no"})},
        {"strategy", chosen({"none"}), chosen({"developing"}), chosen({"in_place"}), {}},
        {"staff", text("1"), text("2"), text("3"), {}},
        {"page",
         text("https://a.example/x y"),
         text("https://a.example/z y"),
         text("https://a.example/x w"),
         {}},
    };
}

TEST(Merging, BringsTogetherWhatDoesNotCollide) {
    const Survey survey = sample_survey();
    for (const Case& each : cases()) {
        const MergedAnswer made = merge(*survey.find(each.question), each.base, each.ours, each.theirs);
        EXPECT_EQ(made.collides, !each.merged) << each.question << " " << text_of(each.theirs);
        EXPECT_EQ(text_of(made.answer), text_of(each.merged.value_or(each.ours))) << each.question;
    }
}

TEST(Merging, IsTheSameWhicheverSideIsOurs) {
    const Survey survey = sample_survey();
    for (const Case& each : cases()) {
        const MergedAnswer made = merge(*survey.find(each.question), each.base, each.theirs, each.ours);
        EXPECT_EQ(made.collides, !each.merged);
        EXPECT_EQ(text_of(made.answer), text_of(each.merged.value_or(each.theirs)));
    }
}

TEST(Merging, OfDaysAndRowsChangedTwiceCollides) {
    const Survey survey = sample_survey();
    Answer base, ours, theirs;
    ours.day = Day::parse("2020-01-01");
    theirs.day = Day::parse("2021-01-01");
    EXPECT_TRUE(merge(*survey.find("since"), base, ours, theirs).collides);
    ours = theirs = base;
    ours.rows = {{"a", "1"}};
    theirs.rows = {{"b", "2"}};
    EXPECT_TRUE(merge(*survey.find("laws"), base, ours, theirs).collides);
    EXPECT_FALSE(merge(*survey.find("laws"), base, ours, base).collides);
}

} // namespace
} // namespace poa::national_reports::test
