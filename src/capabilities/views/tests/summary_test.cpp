// SPDX-License-Identifier: Apache-2.0
#include "sample_questions.hpp"

namespace poa::views::test {
namespace {

std::shared_ptr<const ClaimSet> claims_of(const QuestionSet& questions, std::vector<ClaimText> texts) {
    auto set = std::make_shared<ClaimSet>();
    set->sections = {{"scope", "Scope"}};
    set->claims = ready_claims(texts, set->sections, questions).value();
    return set;
}

ClaimText claim(const char* id, std::vector<ClaimText::Part> parts, const char* published = "") {
    return {id, 1, "scope", published, "A claim", "", std::move(parts)};
}

std::string codes(const Matrix& matrix, const std::vector<std::size_t>& actors) {
    std::string all;
    for (std::size_t actor : actors) all += matrix.actors()[actor].code.substr(0, 1);
    return all;
}

const std::vector<Said> positions = {
    {"AAA", "permanent", "yes", "firm"},        {"AAA", "meetings", "annual", "conditional"},
    {"BBB", "permanent", "yes", "conditional"}, {"BBB", "meetings", "annual", "inferred"},
    {"CCC", "permanent", "yes", "inferred"},    {"DDD", "meetings", "annual", "firm"},
    {"EEE", "permanent", "no", "firm"},         {"guild", "permanent", "yes", "firm"},
};

// DOC-11: strict is firm and conditional, loose is with what was inferred; stakeholders are not counted.
TEST(Summaries, DOC_11_CountStrictlyAndLoosely) {
    const Matrix matrix = sample_matrix(positions);
    struct Row {
        std::vector<ClaimText::Part> parts;
        const char *strict, *loose;
        int whole; ///< hold all of it, however weakly: what a word is chosen by
    };
    const Row rows[] = {
        {{{"", "permanent is yes"}}, "AB", "ABC", 3},
        {{{"", "permanent is no"}}, "E", "E", 1},
        {{{"", "meetings is biennial"}}, "", "", 0},
        // a compound claim: strict holds every part, loose holds any part
        {{{"one", "permanent is yes"}, {"two", "meetings is annual"}}, "A", "ABCD", 2},
        {{{"", "permanent is yes and meetings is annual"}}, "A", "AB", 2},
    };
    for (const Row& row : rows) {
        const auto claims = claims_of(matrix.questions(), {claim("1", row.parts)});
        const ClaimTally counted = tally(claims->claims[0], matrix);
        EXPECT_EQ(codes(matrix, counted.strict_states(matrix)), row.strict) << row.parts[0].formula;
        EXPECT_EQ(codes(matrix, counted.loose_states(matrix)), row.loose) << row.parts[0].formula;
        EXPECT_EQ(counted.count(CountBasis::loose), row.whole) << row.parts[0].formula;
        EXPECT_EQ(counted.strict, static_cast<int>(std::string(row.strict).size()));
        EXPECT_EQ(counted.loose, static_cast<int>(std::string(row.loose).size()));
    }
}

TEST(Summaries, CountAgainOnlyWhatDependsOnACorrection) {
    Matrix matrix = sample_matrix(positions);
    const auto claims = claims_of(matrix.questions(), {claim("1", {{"", "permanent is yes"}}),
                                                       claim("2", {{"", "meetings is annual"}}),
                                                       claim("3", {{"", "topics answered"}})});
    const Summary before(claims, matrix);
    const std::size_t permanent = matrix.questions().find("permanent").value();
    Answer no{AnswerKind::yes_no};
    const Matrix corrected = matrix.with(permanent, 0, no, Strength::firm, {});
    const Summary after = before.after(permanent, corrected);
    EXPECT_EQ(before.of(0).strict, 2);
    EXPECT_EQ(after.of(0).strict, 1);
    EXPECT_FALSE(after.shares(before, 0));
    EXPECT_TRUE(after.shares(before, 1));
    EXPECT_TRUE(after.shares(before, 2));
    EXPECT_EQ(after.dependents(permanent), 1U);
    // and it is what counting everything anew gives
    const Summary anew(claims, corrected);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(anew.of(i).support, after.of(i).support);
    // the old matrix did not change, and what was not corrected is shared
    EXPECT_TRUE(matrix.answer(permanent, 0)->yes);
    EXPECT_EQ(&matrix.column(0), &corrected.column(0));
    const Matrix emptied = corrected.with(permanent, 0, std::nullopt, Strength::none, {});
    EXPECT_EQ(emptied.answer(permanent, 0), nullptr);
}

TEST(Summaries, SayHowAPublishedWordFits) {
    const Matrix matrix = sample_matrix(positions);
    const Bands bands =
        Bands::of(1, CountBasis::strict, 6,
                  {{"many", 4, 6}, {"some", 2, 3}, {"the view was expressed", 1, 1}, {"none", 0, 0}})
            .value();
    struct Row {
        const char* published;
        std::vector<ClaimText::Part> parts;
        const char* fit;
    };
    const Row rows[] = {
        {"some", {{"", "permanent is yes"}}, "fits"},
        {"many", {{"", "permanent is yes"}}, "says_more"},
        {"it was noted", {{"", "permanent is yes"}}, "says_fewer"},
        {"it was noted", {{"", "permanent is no"}}, "fits"},
        {"no quantifier", {{"", "permanent is yes"}}, "no_word"},
        {"many", {{"", "meetings is biennial"}}, "unsupported"},
        {"many", {{"one", "permanent is yes"}, {"two", "meetings is annual"}}, "composite"},
    };
    for (const Row& row : rows) {
        const auto claims = claims_of(matrix.questions(), {claim("1", row.parts, row.published)});
        EXPECT_EQ(name_of(fit_of(claims->claims[0], tally(claims->claims[0], matrix), bands)), row.fit)
            << row.published << ": " << row.parts[0].formula;
    }
}

} // namespace
} // namespace poa::views::test
