// SPDX-License-Identifier: Apache-2.0
#include "sample_questions.hpp"

namespace poa::views::test {
namespace {

TEST(Bands, GiveEachCountOneWord) {
    const Bands bands =
        Bands::of(3, CountBasis::loose, 10, {{"many", 6, 10}, {"some", 2, 5}, {"one", 1, 1}, {"none", 0, 0}})
            .value();
    struct Row {
        int count;
        const char* word;
    };
    for (const Row& row : {Row{0, "none"}, Row{1, "one"}, Row{2, "some"}, Row{5, "some"}, Row{6, "many"},
                           Row{10, "many"}, Row{11, "many"}})
        EXPECT_EQ(bands.word(row.count), row.word) << row.count;
    EXPECT_EQ(bands.band("some")->most, 5);
    EXPECT_EQ(bands.band("several"), nullptr);
}

TEST(Bands, AreRefusedWithAGapOrAnOverlap) {
    struct Row {
        std::vector<Band> bands;
        const char* said;
    };
    const Row rows[] = {
        {{}, "views.band_none 0"},
        {{{"many", 6, 10}, {"some", 0, 4}}, "views.band_gap 5"},
        {{{"many", 6, 9}, {"some", 0, 5}}, "views.band_gap 10"},
        {{{"many", 6, 10}, {"some", 1, 5}}, "views.band_gap 0"},
        {{{"many", 6, 10}, {"some", 0, 6}}, "views.band_overlap 6"},
        {{{"many", 6, 10}, {"many", 0, 5}}, "views.band_word_twice 0"},
        {{{"many", 6, 10}, {"", 0, 5}}, "views.band_word_empty 0"},
        {{{"many", 10, 6}, {"some", 0, 10}}, "views.band_order 10"},
        {{{"many", 6, 9}, {"some", 0, 6}}, "views.band_gap 10, views.band_overlap 6"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(Bands::of(1, CountBasis::strict, 10, row.bands), "least"), row.said);
}

std::string written(const std::vector<Band>& bands) {
    std::string all;
    for (const Band& band : bands)
        all += fmt::format("{}{} {}-{}", all.empty() ? "" : ", ", band.word, band.least, band.most);
    return all;
}

TEST(Bands, AreFittedToExamples) {
    const std::vector<std::string> words = {"many", "several", "some", "none"};
    struct Row {
        std::vector<WordExample> examples;
        const char* bands;
        int fitting;
    };
    const Row rows[] = {
        // clear: any line between them would do; the words share all counts without gap
        {{{"a", "many", 9}, {"b", "several", 5}, {"c", "some", 2}},
         "many 6-10, several 3-5, some 1-2, none 0-0",
         3},
        // one "several" lies among the "many": the line is drawn where fewest are wrong
        {{{"a", "many", 9}, {"b", "many", 8}, {"c", "several", 9}, {"d", "several", 4}, {"e", "some", 1}},
         "many 5-10, several 2-4, some 1-1, none 0-0",
         4},
        // a word without example is left out
        {{{"a", "many", 7}, {"b", "some", 3}, {"x", "perhaps", 5}}, "many 4-10, some 1-3, none 0-0", 2},
    };
    for (const Row& row : rows) {
        const Refitted fitted = refit(words, 10, row.examples);
        EXPECT_EQ(fitted.fitting, row.fitting) << written(fitted.bands);
        EXPECT_TRUE(Bands::of(1, CountBasis::strict, 10, fitted.bands))
            << "they fit together: " << written(fitted.bands);
        EXPECT_EQ(fitted.bands.size(), row.fitting == 2 ? 3U : 4U);
    }
    EXPECT_EQ(refit(words, 10, rows[2].examples).left_out, std::vector<std::string>{"several"});
}

TEST(Bands, SayWhichWordsTheyCannotSeparate) {
    const Refitted fitted =
        refit({"many", "several", "some", "none"}, 10,
              {{"a", "many", 3}, {"b", "several", 9}, {"c", "several", 4}, {"d", "some", 1}});
    ASSERT_EQ(fitted.inseparable.size(), 1U);
    EXPECT_EQ(fitted.inseparable[0].more, "many");
    EXPECT_EQ(fitted.inseparable[0].fewer, "several");
    EXPECT_EQ(fitted.inseparable[0].wrong, 1);
    EXPECT_EQ(fitted.inseparable[0].both, 3);
    EXPECT_TRUE(
        refit({"many", "some", "none"}, 10, {{"a", "many", 6}, {"b", "some", 2}}).inseparable.empty());
}

} // namespace
} // namespace poa::views::test
