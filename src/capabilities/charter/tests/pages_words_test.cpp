// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/charter_file.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "capabilities/charter/presets.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <set>

namespace poa::charter {
namespace {

const web::Wording& english() {
    return web::Wording::in(web::Language::en);
}

struct Said {
    const char* clause;
    const char* json;
    const char* words;
};

const Said said[] = {
    {"plenary.every_months", "24", "every 24 months"},
    {"plenary.every_months", "12", "every 12 months"},
    {"plenary.also_accepted_months", "12", "12 months"},
    {"plenary.also_accepted_months", "null", "none"},
    {"plenary.days", "5", "5 days"},
    {"plenary.place", "\"new_york\"", "New York"},
    {"review.held", "true", "yes"},
    {"review.every_years", "[4, 4]", "every 4 years"},
    {"review.every_years", "[4, 6]", "every 4 to 6 years"},
    {"review.every_years", "null", "none"},
    {"programme_of_work.years", "[2, 3]", "2 to 3 years"},
    {"founding.conference_years", "[2025, 2026]", "2025 to 2026"},
    {"founding.conference_years", "[2025, 2025]", "2025"},
    {"founding.first_plenary", "\"2026-07-20\"", "20 July 2026"},
    {"mechanism.ends_on", "null", "no end"},
    {"groups.at_once_max", "null", "no limit"},
    {"groups.at_once_max", "1", "1 group"},
    {"groups.sunset_years", "null", "no limit"},
    {"groups.membership", "\"tandem\"", "each State joins with a State of another region"},
    {"mechanism.pillars", "[\"threats\", \"norms\"]", "threats; norms, rules and principles"},
    {"budget.room_per_day", "12500", "12,500 United States dollars"},
    {"decisions.substantive", "{\"by\": \"consensus\"}", "consensus"},
    {"decisions.substantive",
     "{\"by\": \"consensus_then_vote\", \"majority\": \"two_thirds\", \"of\": \"present_and_voting\"}",
     "consensus; where it fails, two thirds of those present and voting"},
    {"decisions.substantive",
     "{\"by\": \"vote\", \"majority\": \"simple\", \"of\": \"membership\", \"quorum_percent\": 50}",
     "a vote: a simple majority of all members, with at least 50 per cent of the members taking part"},
    {"decisions.substantive", "{\"by\": \"silence\", \"hours\": 72}", "silence kept for 72 hours"},
    {"decisions.substantive", "{\"by\": \"non_objection\"}", "no objection: one is enough to stop it"},
    {"groups.list",
     "[{\"id\": \"a\", \"title\": \"Norms\", \"topic\": \"norms\", \"meetings_per_year\": 1, \"days\": 3}]",
     "Norms (norms, rules and principles; each year 1 meeting of 3 days)"},
    {"groups.list", "[]", "none"},
    {"decisions.correction_hours", "1", "1 hour"},
    {"decisions.least_minutes_open", "15", "15 minutes"},
    {"participants.rights",
     "{\"experts\": {\"group\": [\"attend\"]}, \"member_states\": {\"review\": [\"attend\", \"speak\"], "
     "\"plenary\": [\"attend\", \"speak\"]}}",
     "Member States (plenary, review conference: attend, speak); invited experts (working group: attend)"},
};

TEST(PagesWords, AreWhatPeopleReadOfAValue) {
    for (const Said& one : said) {
        SCOPED_TRACE(std::string(one.clause) + " " + one.json);
        const ClauseSpec* clause = find_clause(one.clause);
        ASSERT_NE(clause, nullptr);
        auto value = read_clause(*clause, boost::json::parse(one.json));
        ASSERT_TRUE(value.has_value());
        EXPECT_EQ(words_of(*clause, *value, english()), one.words);
    }
}

TEST(PagesWords, AreTheReadersLanguages) {
    const ClauseSpec& clause = spec_of(clause::mechanism::ends_on);
    const std::string french =
        words_of(clause, *Day::parse("2026-07-20"), web::Wording::in(web::Language::fr));
    EXPECT_EQ(french, "20 juillet 2026");
}

TEST(PagesWords, NoWordOfAFileIsShownAsItIsWrittenThere) {
    for (const Charter* charter : Presets::shipped().all())
        for (const ClauseSpec& clause : clauses()) {
            const std::string words = words_of(clause, charter->entry(clause.index).value, english());
            EXPECT_FALSE(words.empty()) << charter->id() << " " << clause.path;
            EXPECT_EQ(words.find('_'), std::string::npos)
                << charter->id() << " " << clause.path << ": " << words;
            EXPECT_EQ(words.find('{'), std::string::npos)
                << charter->id() << " " << clause.path << ": " << words;
        }
}

TEST(PagesWords, EveryBasisHasASentenceOfItsOwn) {
    std::set<std::string_view> sentences;
    for (Basis basis : {Basis::stated, Basis::inferred, Basis::background, Basis::assumed})
        sentences.insert(words_of(basis));
    EXPECT_EQ(sentences.size(), 4U);
}

// Whoever reads the agreed mechanism in another language reads its groups' titles in it; anybody else's stay
// as they were written.
TEST(ClausesInWords, KnowTheTitlesOfTheAgreedGroups) {
    std::vector<std::string_view> titles;
    for (const GroupPlan& group : Presets::shipped().agreed()[clause::groups::list])
        titles.push_back(group.title);
    EXPECT_TRUE(std::ranges::equal(titles, agreed_group_titles()));
    const web::Wording& french = web::Wording::in(web::Language::fr);
    EXPECT_EQ(group_title({"own", "Reports", "reporting"}, french), "Reports") << "a source string of pages";
}

} // namespace
} // namespace poa::charter
