// SPDX-License-Identifier: Apache-2.0
// Who could live with what, on small tables.
#include "convergence_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::views {
namespace {

using namespace convergence_tables;

struct Case {
    std::string name;
    Variable variable;
    std::vector<Row> rows;
    std::size_t answered, pairs, compatible;
    std::string largest, cleavage, alone, change;
};

const std::vector<Case>& cases() {
    const Variable yes_no = question(AnswerKind::yes_no), interval = question(AnswerKind::interval),
                   several = question(AnswerKind::several_of), number = question(AnswerKind::number),
                   free = question(AnswerKind::free);
    static const std::vector<Case> all = {
        {"nobody is there", yes_no, {}, 0, 0, 0, "none", "none", "", "none"},
        {"nobody answered", yes_no, {{"AUS", ""}, {"BEL", ""}}, 0, 0, 0, "none", "none", "", "none"},
        {"unspecified is silence",
         frequency(),
         {{"AUS", "unspecified"}},
         0,
         0,
         0,
         "none",
         "none",
         "",
         "none"},
        {"only a stakeholder answered",
         yes_no,
         {{"AUS", ""}, {"cpi", "yes"}},
         0,
         0,
         0,
         "none",
         "none",
         "",
         "none"},
        {"one State", yes_no, {{"AUS", "no"}}, 1, 0, 0, "no: AUS", "none", "", "no, 1 of 1 already: = 0"},
        {"all equal",
         yes_no,
         {{"AUS", "yes"}, {"BEL", "yes"}, {"CHE", "yes"}},
         3,
         3,
         3,
         "yes: AUS BEL CHE",
         "none",
         "",
         "yes, 3 of 2 already: = 0"},
        {"two against each other",
         yes_no,
         {{"AUS", "no"}, {"BEL", "yes"}},
         2,
         1,
         0,
         "yes: BEL",
         "yes: BEL | no: AUS",
         "AUS BEL",
         "yes, 1 of 2 already: AUS +1 = 1"},
        {"a tie is met where the least firm would move",
         yes_no,
         {{"AUS", "yes", "I"}, {"BEL", "yes", "F"}, {"CHE", "no", "F"}, {"DEU", "no", "C"}},
         4,
         6,
         2,
         "yes: AUS BEL",
         "yes: AUS BEL | no: CHE DEU",
         "",
         "no, 2 of 3 already: AUS +1 = 1"},
        {"who is as near could move instead",
         yes_no,
         {{"AUS", "yes"}, {"BEL", "yes"}, {"CHE", "no", "C"}, {"DEU", "no", "C"}, {"EGY", ""}},
         4,
         6,
         2,
         "yes: AUS BEL",
         "yes: AUS BEL | no: CHE DEU",
         "",
         "yes, 2 of 3 already: CHE +1 = 1; or DEU"},
        {"who accepts either lives with annual, but annual not with either",
         frequency(),
         {{"AUS", "annual"},
          {"BEL", "annual_or_biennial"},
          {"CHE", "annual"},
          {"EGY", "biennial"},
          {"SLV", "biennial"},
          {"UKR", "annual_or_twice_a_year"}},
         6,
         15,
         8,
         "annual: AUS BEL CHE UKR",
         "annual: AUS CHE UKR | biennial: EGY SLV | between: BEL",
         "",
         "annual, 4 of 4 already: = 0"},
        {"two flexible ones meet at what neither names first",
         frequency(),
         {{"BEL", "annual_or_biennial"}, {"UKR", "annual_or_twice_a_year"}, {"NOR", "other"}},
         3,
         3,
         0,
         "annual: BEL UKR",
         "annual: BEL UKR | other: NOR",
         "BEL UKR NOR",
         "annual, 2 of 2 already: = 0"},
        {"three who stand alone are no cleavage",
         frequency(),
         {{"AUS", "annual"}, {"EGY", "biennial", "C"}, {"NOR", "other", "I"}},
         3,
         3,
         0,
         "annual: AUS",
         "none",
         "AUS EGY NOR",
         "annual, 1 of 2 already: NOR +1 = 1"},
        {"intervals that touch at a point",
         interval,
         {{"AUS", "3 to 4"}, {"CHE", "4 to 6"}},
         2,
         1,
         1,
         "4: AUS CHE",
         "none",
         "",
         "4, 2 of 2 already: = 0"},
        {"intervals that share a range",
         interval,
         {{"AUS", "3 to 5"}, {"CHE", "4 to 6"}, {"EGY", "9"}},
         3,
         3,
         1,
         "4 to 5: AUS CHE",
         "4 to 5: AUS CHE | 9: EGY",
         "EGY",
         "4 to 5, 2 of 2 already: = 0"},
        {"one between two sides",
         interval,
         {{"BEL", "4"}, {"FRA", "4"}, {"CHE", "4 to 6"}, {"EGY", "6"}},
         4,
         6,
         4,
         "4: BEL FRA CHE",
         "4: BEL FRA | 6: EGY | between: CHE",
         "",
         "4, 3 of 3 already: = 0"},
        {"the smallest extension, to the end of an interval",
         interval,
         {{"AUS", "1"}, {"BEL", "2 to 3"}, {"CHE", "5 to 6"}, {"DEU", "9"}, {"EGY", "5"}},
         5,
         10,
         1,
         "5: CHE EGY",
         "5: CHE EGY | 1: AUS",
         "AUS BEL DEU",
         "5, 2 of 3 already: BEL +2 = 2"},
        {"numbers far apart",
         number,
         {{"AUS", "1"}, {"BEL", "2.5"}, {"CHE", "7"}},
         3,
         3,
         0,
         "1: AUS",
         "none",
         "AUS BEL CHE",
         "1, 1 of 2 already: BEL +1.5 = 1.5"},
        {"equal numbers",
         number,
         {{"AUS", "3"}, {"BEL", "3"}},
         2,
         1,
         1,
         "3: AUS BEL",
         "none",
         "",
         "3, 2 of 2 already: = 0"},
        {"the word most share",
         several,
         {{"AUS", "norms; law"}, {"BEL", "law; threats"}, {"CHE", "law"}, {"EGY", "treaty"}},
         4,
         6,
         3,
         "law: AUS BEL CHE",
         "law: AUS BEL CHE | treaty: EGY",
         "EGY",
         "law, 3 of 3 already: = 0"},
        {"a word added",
         several,
         {{"AUS", "norms; law"}, {"BEL", "law"}, {"CHE", "threats", "C"}, {"EGY", "treaty"}},
         4,
         6,
         1,
         "law: AUS BEL",
         "law: AUS BEL | threats: CHE",
         "CHE EGY",
         "law, 2 of 3 already: CHE +1 = 1"},
        {"empty sets share nothing, but a word can be added",
         several,
         {{"AUS", "{}"}, {"BEL", "{}", "I"}, {"CHE", "law"}},
         3,
         3,
         0,
         "law: CHE",
         "none",
         "AUS BEL CHE",
         "law, 1 of 2 already: BEL +1 = 1"},
        {"nothing but empty sets",
         several,
         {{"AUS", "{}"}, {"BEL", "{}"}},
         2,
         1,
         0,
         "none",
         "none",
         "AUS BEL",
         "none"},
        {"free words are the same or not",
         free,
         {{"AUS", "by note"}, {"BEL", "by letter"}, {"CHE", "by letter"}},
         3,
         3,
         1,
         "by letter: BEL CHE",
         "by letter: BEL CHE | by note: AUS",
         "AUS",
         "by letter, 2 of 2 already: = 0"},
    };
    return all;
}

TEST(Convergence, small_tables) {
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        const Matrix matrix = matrix_of(each.variable, each.rows);
        const Convergence found = convergence_of(matrix, 0);
        EXPECT_EQ(found.answered, each.answered);
        EXPECT_EQ(found.answered + found.silent, matrix.states());
        EXPECT_EQ(found.agreement.pairs, each.pairs);
        EXPECT_EQ(found.agreement.compatible, each.compatible);
        EXPECT_EQ(found.agreement.share().has_value(), each.pairs > 0);
        EXPECT_EQ(shown_largest(matrix, found), each.largest);
        EXPECT_EQ(shown_cleavage(matrix, found), each.cleavage);
        EXPECT_EQ(codes(matrix, found.alone), each.alone);
        EXPECT_EQ(shown_change(matrix, found), each.change);
    }
}

TEST(Convergence, distribution_has_each_answer_by_strength_and_stakeholders_apart) {
    const Matrix matrix = matrix_of(frequency(), {{"EGY", "biennial", "C"},
                                                  {"AUS", "annual", "I"},
                                                  {"BEL", "annual"},
                                                  {"cpi", "annual"},
                                                  {"CHE", "annual", "C"},
                                                  {"ms", "twice_a_year"},
                                                  {"NOR", "unspecified"},
                                                  {"SLV", "biennial", "I"}});
    const Convergence found = convergence_of(matrix, 0);
    EXPECT_EQ(shown_distribution(matrix, found),
              "annual[BEL/CHE/AUS/apart cpi] biennial[/EGY/SLV] twice_a_year[///apart ms]");
    EXPECT_EQ(found.answered, 5U);
    EXPECT_EQ(found.silent, 1U);
}

TEST(Convergence, distribution_of_sets_has_each_word_and_of_intervals_each_interval) {
    const Matrix sets = matrix_of(question(AnswerKind::several_of),
                                  {{"AUS", "norms; law"}, {"BEL", "law", "C"}, {"CHE", "law; norms"}});
    EXPECT_EQ(shown_distribution(sets, convergence_of(sets, 0)), "law[AUS CHE/BEL/] norms[AUS CHE//]");
    const Matrix years = matrix_of(question(AnswerKind::interval),
                                   {{"AUS", "3 to 4"}, {"BEL", "4"}, {"CHE", "3 to 4", "C"}, {"DEU", "2"}});
    EXPECT_EQ(shown_distribution(years, convergence_of(years, 0)), "3 to 4[AUS/CHE/] 2[DEU//] 4[BEL//]");
}

TEST(Convergence, over_some_actors_only_in_any_order) {
    const Matrix matrix =
        matrix_of(question(AnswerKind::yes_no),
                  {{"AUS", "yes"}, {"BEL", "no"}, {"cpi", "no"}, {"CHE", "no"}, {"DEU", ""}});
    const Convergence found = convergence_of(matrix, 0, std::vector<std::size_t>{4, 2, 1, 0, 1});
    EXPECT_EQ(found.answered, 2U);
    EXPECT_EQ(found.silent, 1U);
    EXPECT_EQ(found.agreement.pairs, 1U);
    EXPECT_EQ(shown_distribution(matrix, found), "yes[AUS//] no[BEL///apart cpi]");
    EXPECT_EQ(convergence_of(matrix, 0, std::vector<std::size_t>{}).answered, 0U);
    EXPECT_THROW((void)convergence_of(matrix, 0, std::vector<std::size_t>{5}), std::logic_error);
}

TEST(Convergence, an_answer_no_longer_given_is_not_counted) {
    const Matrix before = matrix_of(question(AnswerKind::yes_no), {{"AUS", "yes"}, {"BEL", "no"}});
    const Matrix after =
        before.with(0, 1, answer_of(question(AnswerKind::yes_no), "yes"), Strength::firm, {});
    EXPECT_EQ(shown_distribution(after, convergence_of(after, 0)), "yes[AUS BEL//]");
}

} // namespace
} // namespace poa::views
