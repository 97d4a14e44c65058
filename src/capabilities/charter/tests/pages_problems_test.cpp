// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/charter_file.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_problems.hpp"
#include "web/routes.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

const web::Wording& wording(web::Language language) {
    return web::Wording::in(language);
}

/// What is said of each problem of a charter with these lines.
std::string said_of(const std::string& lines, web::Language language = web::Language::en) {
    auto read = read_charter("charter: mine\ntitle: {en: Mine}\nkind: own\n" + lines);
    std::string made;
    if (read) return "read";
    for (const Reason& reason : read.error().reasons)
        made += (made.empty() ? "" : "\n") + say_problem(reason, wording(language));
    return made;
}

TEST(ProblemsInWords, SayWhatAClauseTakesAsAReaderWouldReadIt) {
    EXPECT_EQ(said_of("plenary:\n  every_months: 1\n"),
              "The clause takes a whole number from 3 to 120 (months).");
    EXPECT_EQ(said_of("mechanism:\n  ends_on: soon\n"), "The clause takes a day, as 2026-07-20, or null.");
    EXPECT_EQ(said_of("review:\n  every_years: 5\n"),
              "The clause takes [least, most], whole numbers from 1 to 20 (years), or null.");
    EXPECT_EQ(
        said_of("decisions:\n  elections: {by: consensus_then_vote, of: membership}\n"),
        "A rule by consensus, and a vote where it fails either needs “majority” and lacks it, or has it "
        "and does not take it.");
    EXPECT_EQ(said_of("plenary: 3\n"), "The section “plenary” is not a map of clauses.");
    EXPECT_EQ(said_of("a: [1\nb: 2\n"), "This is not YAML: a list in [ ] is not closed or lacks a comma.");
}

// The unit and the form of rule are words of other sentences too, so they are translated already.
TEST(ProblemsInWords, AreInTheReadersLanguageToTheLastWord) {
    const std::string units = said_of("plenary:\n  every_months: 1\n", web::Language::fr);
    EXPECT_NE(units.find("mois"), std::string::npos) << units;
    EXPECT_EQ(units.find("months"), std::string::npos) << units;
    const std::string form =
        said_of("decisions:\n  elections: {by: consensus_then_vote, of: membership}\n", web::Language::es);
    EXPECT_NE(form.find(wording(web::Language::es).tr("consensus, and a vote where it fails")),
              std::string::npos)
        << form;
    EXPECT_EQ(form.find("consensus_then_vote"), std::string::npos) << form;
}

TEST(ProblemsInWords, NameEveryMissingPartOfTheHead) {
    auto read = read_charter("plenary:\n  days: 5\n");
    ASSERT_FALSE(read.has_value());
    std::string made;
    for (const Reason& reason : read.error().reasons)
        made += say_problem(reason, wording(web::Language::en)) + "\n";
    for (const char* key : {"charter", "title", "kind"})
        EXPECT_NE(made.find("under “" + std::string(key) + "” is missing or not right. It is "),
                  std::string::npos)
            << made;
}

TEST(ProblemsInWords, StagesAndVerbsOfAnApplicationHaveTitles) {
    const Reason reason{
        "accreditation.wrong_stage", {}, {{"stage", "under_consultation"}, {"verb", "close_window"}}, {}};
    EXPECT_EQ(say_problem(reason, wording(web::Language::en)),
              "The application is at the stage “under consultation”: “close the window for objections” is "
              "not open to it.");
    EXPECT_EQ(parse_stage("exempt"), ApplicationStage::exempt);
    EXPECT_EQ(parse_verb("ponder"), std::nullopt);
}

// Two sentences under one code would leave the {places} of one of them unfilled.
TEST(ProblemsInWords, ACodeHasOneSentence) {
    EXPECT_EQ(said_of("plenary:\n  colour: red\n"), "The section plenary has no clause “colour”.");
    EXPECT_EQ(said_of("weather:\n  colour: red\n"), "There is no section “weather”.");
    const web::Routes routes = [] {
        web::Routes made;
        add_sentences(made);
        return made;
    }();
    EXPECT_FALSE(routes.sentences().all().contains("charter.clause_unknown"))
        << "what is asked for in an address has a code of its own";
}

} // namespace
} // namespace poa::charter
