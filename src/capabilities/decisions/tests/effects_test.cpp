// SPDX-License-Identifier: Apache-2.0
// Every effect: what it takes, what it refuses with its clause, and that only adoption reaches the register.
#include "capabilities/decisions/tests/effects_house.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace poa::decisions {
namespace {

using namespace testing_effects;
namespace clause = charter::clause;
using poa::test::Engine;

class EffectsOn : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, EffectsOn, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

struct Row {
    const char* what;
    Put put;
    const char* said;
};
void expect_rows(House& house, const std::vector<Row>& rows) {
    for (const Row& row : rows) EXPECT_EQ(house.check(row.put), row.said) << row.what;
}

/// All that issue and charter ask of the mechanism's decisions.
TEST(Effects, EveryEffectIsRegisteredWithItsMatter) {
    Effects effects;
    add_effects(effects);
    const std::map<std::string, Matter> expected{
        {"charter.amend", Matter::charter},
        {"recommendation.adopt", Matter::substantive},
        {"recommendation.revise", Matter::substantive},
        {"recommendation.confirm", Matter::substantive},
        {"recommendation.retire", Matter::substantive},
        {"group.create", Matter::creation_of_groups},
        {"priority.choose", Matter::creation_of_groups},
        {"group.extend", Matter::creation_of_groups},
        {"group.end", Matter::creation_of_groups},
        {"programme_of_work.adopt", Matter::substantive},
        {"capacity_areas.endorse", Matter::substantive},
        {"fund.adopt_terms", Matter::substantive},
        {"label.adopt", Matter::substantive},
        {"office.elect", Matter::elections},
        {"office.extend", Matter::elections},
        {"organisation.accredit", Matter::accreditation},
        {"organisation.exclude", Matter::accreditation},
        {"outcome.adopt", Matter::substantive},
        {"outcome.transmit", Matter::substantive},
        {"founding.adopt_declaration", Matter::founding},
        {"founding.affirm_declaration", Matter::substantive},
        {"statement.express", Matter::substantive},
        {"procedure.decide", Matter::procedural},
    };
    std::map<std::string, Matter> found;
    for (const EffectSpec& effect : effects.all()) {
        found.emplace(effect.name, effect.matter);
        EXPECT_FALSE(effect.title.empty() || effect.about.empty()) << effect.name;
        EXPECT_EQ(effect.input->name(), effect.name);
    }
    EXPECT_EQ(found, expected);
}

/// Files of the product under src that hold the words, by name.
std::set<std::string> files_with(std::string_view words) {
    std::set<std::string> found;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(POA_SOURCE_DIR) + "/src")) {
        const std::string path = entry.path().string();
        const bool source = path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".sql");
        if (!source || path.find("/tests/") != std::string::npos) continue;
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        if (text.str().find(words) != std::string::npos) found.insert(entry.path().filename().string());
    }
    return found;
}

// Nobody, the secretariat included, has another way: the writers are reached from effects alone.
TEST(Effects, NothingButEffectsReachesTheWriters) {
    for (const char* header : {"decisions/effects_agreeing.hpp\"", "decisions/effects_parts.hpp\""}) {
        const auto includers = files_with(header);
        EXPECT_FALSE(includers.empty());
        for (const std::string& file : includers) EXPECT_TRUE(file.starts_with("effects_")) << file;
    }
    EXPECT_EQ(files_with("decisions/store_agreeing.hpp\""),
              (std::set<std::string>{"effects_agreeing.cpp", "store_agreeing.cpp"}));
    EXPECT_EQ(files_with("INTO decisions_agreed"), std::set<std::string>{"store_agreeing.cpp"});
    EXPECT_EQ(files_with("UPDATE decisions_agreed"), std::set<std::string>{});
    EXPECT_EQ(files_with("DELETE FROM decisions_agreed"), std::set<std::string>{});
    EXPECT_EQ(files_with("UPDATE decisions_chain"), std::set<std::string>{});
    EXPECT_EQ(files_with("DELETE FROM decisions_chain"), std::set<std::string>{});
    EXPECT_EQ(files_with("bring_into_force("),
              (std::set<std::string>{"in_force_next.hpp", "in_force_next.cpp", "effects_charter.cpp"}));
}

Put amend(std::string clauses, std::string body = "plenary", std::string base = "1") {
    return {"charter.amend", {{"base_version", base}, {"clauses", std::move(clauses)}}, std::move(body)};
}

// DEC-14, DEC-17: clauses are amended one by one, each version on the record; which may be is known.
TEST_P(EffectsOn, DEC_14_DEC_17_TheCharterIsAmendedClauseByClause) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    expect_rows(
        house,
        {{"a figure", amend("plenary.every_months = 24"), "would change"},
         {"by number, as a charter file has it", amend("10.1 = [2, 4]\n\n5.4 = geneva"), "would change"},
         {"not a line", amend("plenary.every_months 24"), "decisions.amendment_line"},
         {"no such clause", amend("plenary.nothing = 24"), "decisions.amends_no_clause"},
         {"a value it does not take", amend("plenary.every_months = 1"), "charter.value 4.1"},
         {"what it says already", amend("plenary.every_months = 12"), "decisions.clause_same 4.1"},
         {"twice", amend("4.1 = 24\nplenary.every_months = 18"), "decisions.amended_twice 4.1"},
         {"of the founding", amend("founding.instrument = convention"), "decisions.clause_not_amendable 2.8"},
         {"all reasons at once", amend("nothing\nplenary.every_months = 12"),
          "decisions.amendment_line; decisions.clause_same 4.1"},
         {"a version to come", amend("plenary.every_months = 24", "plenary", "7"),
          "decisions.no_such_version"}});
    EXPECT_EQ(house.changes(amend("plenary.every_months = 24")),
              (std::vector<Change>{{"4.1 Months from one plenary to the next", "12", "24"}}));
}

// FW-24: not the framework alone, the mechanism's own actions are brought up to date, by a decision on
// record.
TEST_P(EffectsOn, FW_24_AnAmendmentMakesTheNextVersionByItsDecision) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    ASSERT_EQ(house.adopt(amend("plenary.every_months = 24")), "done");
    EXPECT_EQ(house.last.subject, "charter:2");
    house.database->read([](storage::Session& session) {
        const auto in_force = charter::read_in_force(session);
        EXPECT_EQ(in_force->version, 2);
        EXPECT_EQ(in_force->charter[clause::plenary::every_months], 24);
        EXPECT_EQ(in_force->reason, "DEC/1");
        EXPECT_EQ(in_force->charter.entry(clause::plenary::every_months).provenance.document, "DEC/1");
        EXPECT_EQ(in_force->charter[clause::plenary::days], 5) << "everything else stays";
    });
    EXPECT_EQ(house.check(amend("plenary.every_months = 18")), "decisions.clause_changed_meanwhile 4.1")
        << "written against version 1";
    EXPECT_EQ(house.check(amend("plenary.days = 10")), "would change") << "another clause stands";
    EXPECT_EQ(house.check(amend("plenary.every_months = 18", "plenary", "2")), "would change");
}

TEST_P(EffectsOn, AnAmendmentThatContradictsIsRefusedAndWhereItMayBeTaken) {
    House house(GetParam(), agreed_with({{clause::review::charter_changes_only_here.index, true}}));
    EXPECT_EQ(house.check(amend("plenary.every_months = 24")), "decisions.only_at_review 5.9");
    EXPECT_EQ(house.check(amend("plenary.every_months = 24", "review_conference")), "would change");
    const std::string said = house.check(amend("groups.at_once_max = 1", "review_conference"));
    EXPECT_TRUE(said.starts_with("contradiction.")) << said;
    EXPECT_NE(house.adopt(amend("groups.at_once_max = 1", "review_conference")), "done");
    house.database->read(
        [](storage::Session& session) { EXPECT_EQ(charter::read_in_force(session)->version, 1); });
}

// A/78/76, Germany; A/78/76, Switzerland: the review conference may adapt the structure and the content of
// the programme. Where the charter keeps it to that, no plenary makes a version of it; the review conference
// does.
TEST_P(EffectsOn, MTG_12_TheReviewConferenceAdaptsTheCharterAndNoPlenary) {
    House house(GetParam(), agreed_with({{clause::review::charter_changes_only_here.index, true}}));
    const auto version = [&] {
        return house.database->read(
            [](storage::Session& session) { return charter::read_in_force(session)->version; });
    };
    EXPECT_EQ(house.adopt(amend("review.charter_changes_only_here = false")), "decisions.only_at_review 5.9");
    EXPECT_EQ(version(), 1);
    ASSERT_EQ(house.adopt(amend("plenary.every_months = 24", "review_conference")), "done");
    EXPECT_EQ(version(), 2);
    EXPECT_EQ(house.adopt(amend("plenary.days = 10", "plenary", "2")), "decisions.only_at_review 5.9");
    EXPECT_EQ(version(), 2);
}

} // namespace
} // namespace poa::decisions
