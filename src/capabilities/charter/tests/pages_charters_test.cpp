// SPDX-License-Identifier: Apache-2.0
// The list of charters, one charter, charters side by side, and one that somebody brings along.
#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_charters_loading.hpp"
#include "capabilities/charter/pages_comparing_drawing.hpp"
#include "capabilities/charter/pages_comparing_loading.hpp"
#include "capabilities/charter/pages_reading.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::charter {
namespace {

using poa::test::Engine;

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), charter::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

class CharterPages : public testing::Test {
  protected:
    template <class Act> auto work(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
    }
    CharterPages() {
        work([](ledger::Work& work) {
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
    }
    void found(std::string_view id) {
        auto done = work([&](ledger::Work& unit) {
            return found_mechanism(unit, identity::Actor::operator_(), *Presets::shipped().find(id));
        });
        ASSERT_TRUE(done.has_value());
    }
    /// The passages as they would be opened, and views that twelve months suit best.
    ModuleLinks links() {
        ModuleLinks made{*database, clock, states, in_force, "", {}, {}};
        made.passage = [](const web::Visit&, const Provenance& from) {
            return PassageLink{from.document + ", " + from.passage,
                               from.passage.empty() ? "" : "/documents/x/passages/" + from.passage};
        };
        made.voices = [](const web::Visit&) -> HearVoices {
            return [](std::string_view question, std::string_view answer) -> std::optional<Voices> {
                if (question != "plenary_frequency") return std::nullopt;
                return answer == "annual" ? Voices{{"FRA", "BEL"}, {"EGY"}} : Voices{{"EGY"}, {"BEL", "FRA"}};
            };
        };
        return made;
    }
    web::Visit visit(web::Face face = web::Face::html, web::Language language = web::Language::en) {
        return {request, path, web::Wording::in(language), face, std::make_shared<web::Visitor>()};
    }
    CharterPage one(const std::string& id) { return load_charter(links(), visit(), {id}).value(); }
    ComparisonPage compared(ComparisonQuery query, web::Face face = web::Face::json) {
        return load_comparison(links(), visit(face), query).value();
    }
    Result<ReadingOutcome> read(const std::string& text) {
        return read_own_charter(links(), visit(), CharterReading{text});
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database = poa::test::make_test_database(Engine::sqlite, all_migrations());
    members::CurrentRegister states;
    CurrentCharter in_force;
    http::Request request;
    http::Parameters path;
};

const ClauseRow& row(const CharterPage& page, std::string_view clause) {
    return *std::ranges::find(page.rows, clause, &ClauseRow::path);
}

std::vector<ComparedValueRow> rows(const Comparison& page, std::string_view clause) {
    std::vector<ComparedValueRow> made;
    for (const ComparedValueRow& one : page.rows)
        if (one.path == clause) made.push_back(one);
    return made;
}

bool holds(const std::vector<std::string>& ids, std::string_view id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// By value: who asks for it, or of whom it is known.
std::map<std::string, std::vector<std::string>> asked(const Comparison& page, std::string_view clause) {
    std::map<std::string, std::vector<std::string>> made;
    for (const ComparedValueRow& one : rows(page, clause)) {
        made[one.value] = one.asked_by;
        made[one.value].insert(made[one.value].end(), one.known_of.begin(), one.known_of.end());
    }
    return made;
}

TEST_F(CharterPages, ListsEveryShippedCharterWithWhosePaperItIs) {
    const ChartersPage page = load_charters(links(), visit()).value();
    EXPECT_FALSE(page.in_force.has_value());
    EXPECT_EQ(page.rows.size(), Presets::shipped().ids().size());
    const auto egypt = std::ranges::find(page.rows, "egypt", &CharterRow::id);
    ASSERT_NE(egypt, page.rows.end());
    EXPECT_EQ(egypt->authors.front().name, "Egypt");
    EXPECT_EQ(egypt->authors.front().address, "/states/egypt");
    std::int64_t said = 0;
    for (const ClauseRow& clause : one("egypt").rows)
        said += clause.said_by == "egypt" && (clause.basis == "stated" || clause.basis == "inferred") ? 1 : 0;
    EXPECT_EQ(egypt->clauses, said);
    EXPECT_GT(said, 20);
    EXPECT_EQ(page.rows.front().kind, "agreed");
    const std::string html = draw_charters(page, visit()).body.text();
    EXPECT_NE(html.find("No charter is in force."), std::string::npos);
}

TEST_F(CharterPages, StandInAlphabeticalOrderOfTheReadersLanguage) {
    auto place = [&](web::Language language, std::string_view id) {
        const auto page = load_charters(links(), visit(web::Face::html, language)).value();
        return std::ranges::find(page.rows, id, &CharterRow::id) - page.rows.begin();
    };
    EXPECT_LT(place(web::Language::en, "egypt"), place(web::Language::en, "germany"));
    EXPECT_LT(place(web::Language::en, "united-states"), place(web::Language::en, "ukraine"))
        << "by the title: Proposal of the United States";
    // "La proposition de l'Allemagne", "... de l'Égypte", "... de l'Italie": an accent does not put it last.
    EXPECT_LT(place(web::Language::fr, "germany"), place(web::Language::fr, "egypt"));
    EXPECT_LT(place(web::Language::fr, "egypt"), place(web::Language::fr, "italy"));
}

TEST_F(CharterPages, TheOneInForceComesFirstAndHasAPage) {
    found("italy");
    const ChartersPage page = load_charters(links(), visit()).value();
    ASSERT_TRUE(page.in_force.has_value());
    EXPECT_EQ(page.in_force->version, 1);
    EXPECT_EQ(page.in_force->reason, "founding");
    EXPECT_EQ(page.in_force->charter, "italy");
    EXPECT_EQ(row(one("in-force"), "groups.membership").value, "tandem");
    EXPECT_NE(load_charter_text(links(), "in-force").value().find("charter: italy"), std::string::npos);
    EXPECT_EQ(load_charter_text(links(), "egypt").value().substr(0, 10), "# SPDX-Lic");
}

TEST_F(CharterPages, RefusesACharterThereIsNot) {
    EXPECT_TRUE(load_charter(links(), visit(), {"atlantis"}).error().has("charter.no_such_preset"));
    EXPECT_TRUE(load_charter(links(), visit(), {"in-force"}).error().has("charter.none_in_force"));
    EXPECT_EQ(load_charter_text(links(), "atlantis").error().kind, Refusal::Kind::not_found);
}

// EST-14: a clause leads to the passage of the views it was read in.
TEST_F(CharterPages, EveryClauseNamesWhereItComesFrom) {
    const CharterPage egypt = one("egypt");
    EXPECT_EQ(egypt.rows.size(), clause_count);
    const ClauseRow& months = row(egypt, "plenary.every_months");
    EXPECT_EQ(months.basis, "stated");
    EXPECT_EQ(months.document, "A/78/76");
    EXPECT_TRUE(months.address.starts_with("/documents/x/passages/egy/"));
    EXPECT_FALSE(months.quote.empty());
    for (const char* id : {"egypt", "italy", "germany", "united-states"})
        for (const ClauseRow& clause : one(id).rows)
            EXPECT_EQ(clause.address.empty(), clause.passage.empty()) << id << " " << clause.path;
    const std::string html = draw_charter(egypt, visit()).body.text();
    EXPECT_NE(html.find("id=\"c-" + months.number.substr(0, 1) + "-"), std::string::npos);
    EXPECT_NE(html.find("href=\"" + months.address), std::string::npos);
}

TEST_F(CharterPages, WhatAPaperDoesNotSayIsNotPutInItsMouth) {
    const CharterPage egypt = one("egypt");
    ASSERT_EQ(egypt.bases.size(), 1U);
    EXPECT_EQ(egypt.bases.front().id, "agreed-2025");
    std::size_t inherited = 0;
    for (const ClauseRow& clause : egypt.rows) {
        inherited += clause.is_inherited ? 1 : 0;
        EXPECT_EQ(clause.is_inherited, clause.said_by != "egypt") << clause.path;
    }
    EXPECT_GT(inherited, 10U);
    CharterPage alone = egypt;
    std::erase_if(alone.rows, [](const ClauseRow& clause) { return !clause.is_inherited; });
    const std::string html = draw_charter(alone, visit()).body.text();
    EXPECT_NE(html.find("Not said by this paper; taken from:"), std::string::npos);
    EXPECT_EQ(html.find("The source says so."), std::string::npos);
    EXPECT_NE(html.find("It is no text of whoever wrote the paper"), std::string::npos);
}

// DEC-17: what can be amended is listed, clause by clause, with what each takes and by which rule.
TEST_F(CharterPages, ListsWhatMayBeAmendedAndHow) {
    const CharterPage page = one("agreed-2025");
    for (const ClauseRow& clause : page.rows) EXPECT_FALSE(clause.takes.empty()) << clause.path;
    EXPECT_EQ(row(page, "plenary.every_months").takes, "a whole number from 3 to 120 (months)");
    EXPECT_EQ(page.amending.rule, row(page, "decisions.charter").words);
    EXPECT_EQ(page.amending.rule_clause, row(page, "decisions.charter").number);
    EXPECT_NE(draw_charter(page, visit()).body.text().find("Rule for changes:"), std::string::npos);
}

TEST_F(CharterPages, ContradictionsLinkTheirClauses) {
    const Charter& agreed = Presets::shipped().agreed();
    auto outcome = read("charter: odd\ntitle: {en: Odd}\nkind: own\nbased_on: agreed-2025\n"
                        "plenary: {every_months: 60}\nreview: {every_years: [4, 4]}\n");
    ASSERT_TRUE(outcome.has_value());
    ASSERT_FALSE(outcome->charter.contradictions.empty());
    const ContradictionRow& first = outcome->charter.contradictions.front();
    EXPECT_FALSE(first.sentence.empty());
    EXPECT_EQ(first.sentence.find('{'), std::string::npos) << first.sentence;
    const std::string html = draw_read_charter(*outcome, "", visit()).body.text();
    EXPECT_NE(html.find("href=\"#" + clause_anchor(first.clauses.front()) + "\""), std::string::npos);
    EXPECT_EQ(agreed[clause::plenary::every_months], 12) << "reading changes no shipped charter";
}

TEST_F(CharterPages, SideBySideSayWhoAsksAcceptsAndIsSilent) {
    const ComparisonPage page = compared({.charters = "egypt, france germany", .differing = "no"});
    ASSERT_EQ(page.charters.size(), 3U);
    EXPECT_EQ(page.shared + page.differing, static_cast<std::int64_t>(clause_count));
    const auto months = rows(page, "plenary.every_months");
    ASSERT_EQ(months.size(), 2U);
    EXPECT_EQ(asked(page, "plenary.every_months").at("24"), std::vector<std::string>{"egypt"});
    for (const ComparedValueRow& one : months) {
        EXPECT_EQ(one.is_most_voiced, one.value == "12");
        if (one.is_most_voiced) {
            EXPECT_EQ(one.states_can, (std::vector<std::string>{"FRA", "BEL"}));
            EXPECT_EQ(one.names_can, (std::vector<std::string>{"Belgium", "France"})) << "by name";
        }
    }
    EXPECT_EQ(std::ranges::count_if(months, &ComparedValueRow::is_nearest), 1);
    const std::string html = draw_comparison(page, visit()).body.text();
    EXPECT_NE(html.find("Nearest common ground of these charters"), std::string::npos);
    EXPECT_NE(html.find("href=\"/charters/egypt#c-"), std::string::npos);
}

TEST_F(CharterPages, WhatWasChosenToMakeACharterRunIsAskedForByNobody) {
    const ComparisonPage page = compared({.charters = "agreed-2025,egypt", .differing = "no"});
    for (const ComparedValueRow& one : page.rows)
        for (const std::string& id : one.asked_by) {
            const Charter& charter = *Presets::shipped().find(id);
            const Provenance& from = charter.entry(find_clause(one.path)->index).provenance;
            EXPECT_TRUE(from.basis == Basis::stated || from.basis == Basis::inferred) << one.path;
        }
    EXPECT_TRUE(
        std::ranges::any_of(page.rows, [](const auto& one) { return holds(one.assumed_by, "agreed-2025"); }));
}

TEST_F(CharterPages, SideBySideCanBeFilteredAndPeopleGetOneSectionOfMany) {
    std::string all;
    for (const std::string& id : Presets::shipped().ids()) all += id + ",";
    const ComparisonPage people = compared({.charters = all}, web::Face::html);
    EXPECT_TRUE(people.only_differing) << "more than two";
    EXPECT_FALSE(people.section.empty());
    for (const ComparedValueRow& one : people.rows) {
        EXPECT_EQ(one.section, people.section);
        EXPECT_FALSE(one.is_shared);
    }
    const ComparisonPage programs = compared({.charters = all});
    EXPECT_TRUE(programs.section.empty());
    EXPECT_GT(programs.rows.size(), people.rows.size());
    const ComparisonPage two = compared({.charters = "egypt,france", .said = true}, web::Face::html);
    EXPECT_FALSE(two.only_differing);
    EXPECT_TRUE(two.section.empty());
    for (const ComparedValueRow& one : two.rows) {
        bool said = false;
        for (const ComparedValueRow& same : rows(two, one.path)) said = said || !same.asked_by.empty();
        EXPECT_TRUE(said) << one.path;
    }
    EXPECT_TRUE(
        load_comparison(links(), visit(), {.section = "nowhere"}).error().has("charter.no_such_section"));
    EXPECT_TRUE(load_comparison(links(), visit(web::Face::json), {.charters = "atlantis"})
                    .error()
                    .has("charter.no_such_preset"));
    EXPECT_EQ(compared({.charters = "atlantis,egypt"}, web::Face::html).unknown,
              std::vector<std::string>{"atlantis"});
}

/// Who asks for which value in the page of all shipped charters.
struct Asking {
    const char* row;
    const char* clause;
    std::map<std::string, std::vector<std::string>> values; ///< value: charters that must be among its askers
};

// CON-14 CON-20 CON-21 CON-25 CON-30 CON-31: the charters hold the different values, and the page
// shows who asks for which.
TEST_F(CharterPages, ContradictionsBetweenPapersAreDifferentValuesOfTheirCharters) {
    const std::vector<Asking> table = {
        {"CON-14",
         "framework.updated_by",
         {{"plenary, review_conference", {"belgium", "france"}},
          {"review_conference", {"egypt"}},
          {"general_assembly, review_conference", {"australia"}},
          {"plenary", {"germany"}}}},
        {"CON-20",
         "capacity.delivery",
         {{"platform", {"japan", "multistakeholder-paper"}},
          {"programmes", {"egypt"}},
          {"programmes_on_mandate", {"united-states"}},
          {"matching_hub", {"netherlands", "canada"}}}},
        {"CON-21",
         "capacity.areas",
         {{"norms_implementation", {"united-states"}},
          {"critical_infrastructure, incident_response, policy_and_law", {"netherlands"}},
          {"policy_and_law, critical_infrastructure, incident_response, norms_implementation", {"japan"}}}},
        {"CON-25",
         "groups.membership",
         {{"open", {"czechia", "belgium", "france", "latvia"}},
          {"regionally_balanced", {"germany"}},
          {"tandem", {"italy"}}}},
        {"CON-30", "mechanism.threats", {{"content_too", {"working-group-continued"}}}},
        {"CON-31",
         "mechanism.scope",
         {{"first_committee_only", {"belgium", "france", "latvia", "united-states"}},
          {"adjacent_synergies", {"netherlands", "multistakeholder-paper"}}}},
    };
    const ComparisonPage page = compared({.charters = join(Presets::shipped().ids(), ",")});
    for (const Asking& one : table) {
        const auto there = asked(page, one.clause);
        for (const auto& [value, ids] : one.values) {
            ASSERT_TRUE(there.contains(value)) << one.row << " " << value;
            for (const std::string& id : ids) EXPECT_TRUE(holds(there.at(value), id)) << one.row << " " << id;
        }
        EXPECT_GE(there.size(), 2U) << one.row;
    }
}

// CON-32: most ask for a mechanism without end; one whose mandate is renewed, or ends on a day, can be had
// too.
TEST_F(CharterPages, PermanenceIsAClauseAndAnEndIsOptional) {
    const ComparisonPage page = compared({.charters = join(Presets::shipped().ids(), ",")});
    EXPECT_TRUE(holds(asked(page, "mechanism.permanent").at("yes"), "egypt"));
    EXPECT_TRUE(holds(asked(page, "mechanism.permanent").at("yes"), "canada"));
    for (const ComparedValueRow& one : rows(page, "mechanism.permanent"))
        if (one.value == "no") {
            EXPECT_TRUE(holds(one.assumed_by, "working-group-continued"));
            EXPECT_TRUE(one.asked_by.empty()) << "neither reply names a term";
        }
    EXPECT_EQ(rows(page, "mechanism.permanent").size(), 2U);
    auto ending = read("charter: ending\ntitle: {en: Ending}\nkind: own\nbased_on: agreed-2025\n"
                       "mechanism: {permanent: false, ends_on: 2035-12-31}\n");
    ASSERT_TRUE(ending.has_value());
    EXPECT_EQ(row(ending->charter, "mechanism.ends_on").words, "31 December 2035");
    EXPECT_EQ(row(one("agreed-2025"), "mechanism.ends_on").words, "no end");
}

// EST-22: mechanisms on other matters stand beside the proposals, with what each says.
TEST_F(CharterPages, APrecedentIsComparedAsAProposalIs) {
    const ComparisonPage page =
        compared({.charters = "small-arms-programme,agreed-2025,canada", .differing = "no"});
    EXPECT_EQ(asked(page, "mechanism.reports_to").at("general_assembly"),
              std::vector<std::string>{"small-arms-programme"});
    EXPECT_TRUE(holds(asked(page, "mechanism.reports_to").at("first_committee"), "canada"));
    EXPECT_GT(page.differing, 0);
}

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

// QUA-01 QUA-06: the agreed mechanism has no end and needs no renewal; it stands under the First Committee.
TEST_F(CharterPages, TheAgreedMechanismIsPermanentAndUnderTheFirstCommittee) {
    const CharterPage page = one("agreed-2025");
    EXPECT_EQ(row(page, "mechanism.ends_on").value, "none");
    EXPECT_EQ(row(page, "mechanism.ends_on").words, "no end");
    EXPECT_EQ(row(page, "mechanism.permanent").value, "yes");
    EXPECT_EQ(row(page, "mechanism.reports_to").value, "first_committee");
    EXPECT_EQ(row(page, "mechanism.reports_to").basis, "stated");
}

} // namespace
} // namespace poa::charter
