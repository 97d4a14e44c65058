// SPDX-License-Identifier: Apache-2.0
// The pages that run a charter: calendar, burden, changed clauses, simulation.
#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/charter/charter_text.hpp"
#include "capabilities/charter/pages_burden_drawing.hpp"
#include "capabilities/charter/pages_burden_loading.hpp"
#include "capabilities/charter/pages_calendar_drawing.hpp"
#include "capabilities/charter/pages_calendar_loading.hpp"
#include "capabilities/charter/pages_simulation_drawing.hpp"
#include "capabilities/charter/pages_simulation_loading.hpp"
#include "capabilities/charter/pages_trying_drawing.hpp"
#include "capabilities/charter/pages_trying_loading.hpp"
#include "capabilities/charter/store.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace poa::charter {
namespace {

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), charter::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

class RunningPages : public testing::Test {
  protected:
    RunningPages() {
        database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return members::load_reference(
                unit, {reference_file("members.json"), reference_file("organisations.json")});
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
    }
    template <class Load> auto loaded(Load load, web::Face face = web::Face::html) {
        return database->read([&](storage::Session& session) {
            auto current = states.now();
            const web::Visit visit = visit_as(face);
            return load(Running{session, in_force, *current, Day::parse("2026-05-01").value(), visit});
        });
    }
    web::Visit visit_as(web::Face face = web::Face::html, web::Language language = web::Language::en) {
        return {request, path, web::Wording::in(language), face, std::make_shared<web::Visitor>()};
    }
    Result<CalendarPage> calendar(const CalendarQuery& query, web::Face face = web::Face::html) {
        return loaded([&](const Running& at) { return load_calendar(at, query); }, face);
    }
    Result<TryingPage> trying(const TryingQuery& query, web::Face face = web::Face::html) {
        return loaded([&](const Running& at) { return load_trying(at, query); }, face);
    }
    Result<BurdenPage> burden(const BurdenQuery& query, web::Face face = web::Face::html) {
        return loaded([&](const Running& at) { return load_burden(at, query); }, face);
    }
    Result<SimulationPage> simulation(const SimulationQuery& query, web::Face face = web::Face::html) {
        return loaded([&](const Running& at) { return load_simulation(at, query); }, face);
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database =
        poa::test::make_test_database(poa::test::Engine::sqlite, all_migrations());
    members::CurrentRegister states;
    CurrentCharter in_force;
    http::Request request;
    http::Parameters path;
};

template <class Page> const BeforeAfterRow& row_of(const Page& page, std::string_view key) {
    return *std::ranges::find(page.rows, key, &BeforeAfterRow::key);
}

// MTG-57, QUA-15: the meetings of years to come are published with their days, and each names its clause.
TEST_F(RunningPages, ACalendarOfYearsIsPublishedWithTheClauseOfEachMeeting) {
    const auto page = calendar({.charter = "agreed-2025", .from = 2026, .years = 10});
    ASSERT_TRUE(page);
    std::set<int> years_with_plenary;
    for (const CalendarRow& row : page->rows) {
        EXPECT_TRUE(find_clause(row.clause) != nullptr) << row.key;
        if (row.kind == "plenary" || row.kind == "review_conference")
            years_with_plenary.insert(row.first.year());
    }
    EXPECT_EQ(years_with_plenary.size(), 10U);
    const std::string html = draw_calendar(*page, visit_as()).body.text();
    for (const CalendarRow& row : page->rows)
        if (row.is_meeting) {
            EXPECT_NE(html.find("id=\"" + row.key + "\""), std::string::npos) << row.key;
        }
    EXPECT_NE(html.find("/charters/agreed-2025#c-4-1"), std::string::npos);
    EXPECT_NE(html.find("<svg class=\"plot\""), std::string::npos);
}

TEST_F(RunningPages, ADelegationSeesItsOwnReportsAndNoOthers) {
    const auto all = calendar({.charter = "egypt", .from = 2026, .years = 10});
    const auto own = calendar({.charter = "egypt", .from = 2026, .years = 10, .state = "nzl"});
    ASSERT_TRUE(all);
    ASSERT_TRUE(own);
    auto reports = [](const CalendarPage& page) {
        std::set<std::string> of;
        for (const CalendarRow& row : page.rows)
            if (row.kind == "report_due") of.insert(row.of);
        return of;
    };
    EXPECT_EQ(reports(*own), (std::set<std::string>{"NZL"}));
    EXPECT_GT(reports(*all).size(), 100U);
    EXPECT_EQ(own->state_name, "New Zealand");
}

TEST_F(RunningPages, ACodeOfNoMemberStateIsRefusedToEverybody) {
    for (const web::Face face : {web::Face::html, web::Face::json}) {
        const auto refused = calendar({.charter = "egypt", .from = 2026, .state = "XYZ"}, face);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reasons.front().code, "charter.no_such_state");
    }
}

TEST_F(RunningPages, NoChairIsSaidToBeOfARegionalGroup) {
    const auto page = calendar({.charter = "agreed-2025", .from = 2026, .years = 10});
    ASSERT_TRUE(page);
    std::size_t terms = 0;
    for (const CalendarRow& row : page->rows)
        if (row.kind == "chair_begins" || row.kind == "chair_ends") {
            ++terms;
            EXPECT_EQ(row.of + row.of_title, "") << row.key;
        }
    EXPECT_GT(terms, 0U);
}

TEST_F(RunningPages, OnlyTheFeedOfTheCharterInForceIsConfirmed) {
    clock.set(parse_instant("2031-07-21T12:00:00Z").value()); // the date guard is past
    database->write([&](storage::Session& session) {
        ledger::Work unit(session, clock.now());
        auto done = found_mechanism(unit, identity::Actor::operator_(), Presets::shipped().agreed());
        EXPECT_TRUE(done) << done.error().reasons.front().code;
        return done;
    });
    auto is_confirmed = [&](const char* charter) {
        const auto text = loaded([&](const Running& at) {
            return load_calendar_ical(at, {.charter = charter, .from = 2032}, clock.now());
        });
        return text && text->find("STATUS:CONFIRMED") != std::string::npos;
    };
    EXPECT_TRUE(is_confirmed("in-force"));
    EXPECT_FALSE(is_confirmed("agreed-2025"));
}

TEST_F(RunningPages, WhatHasNoPlaceStandsFirstWithItsReasonAndClauses) {
    const Charter tight = Presets::shipped().agreed().with(clause::other_meetings::weeks_between_min.index,
                                                           std::int64_t{26}, "agreed-2025");
    // Nobody can found a mechanism with it, for it contradicts itself; an older program may have.
    database->write([&](storage::Session& session) {
        ledger::Work unit(session, clock.now());
        EXPECT_TRUE(found_mechanism(unit, identity::Actor::operator_(), tight)
                        .error()
                        .has("contradiction.meetings_without_place"));
        const std::string text = write_charter(tight);
        store::add_version(session, {1, text, sha256(text), clock.now(), "founding"});
        return Result<void>();
    });
    const auto page = calendar({.charter = "in-force", .from = 2026});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->version, 1);
    ASSERT_FALSE(page->unplaced.empty());
    const UnplacedRow& row = page->unplaced.front();
    EXPECT_EQ(row.code, "calendar.weeks_between");
    EXPECT_NE(row.reason.find("26 weeks away"), std::string::npos) << row.reason;
    const std::string html = draw_calendar(*page, visit_as()).body.text();
    EXPECT_LT(html.find(row.reason), html.find("id=\"y-2026\""));
    EXPECT_NE(html.find("href=\"/charters/in-force#c-7-11\""), std::string::npos);
}

TEST_F(RunningPages, AFeedHoldsWhatConcernsOneDelegation) {
    const auto text = loaded([&](const Running& at) {
        return load_calendar_ical(at, {.charter = "egypt", .from = 2026, .years = 10, .state = "NZL"},
                                  parse_instant("2026-05-01T00:00:00Z").value());
    });
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("DTSTAMP:20260501T000000Z"), std::string::npos);
    EXPECT_NE(text->find("NZL"), std::string::npos);
    EXPECT_EQ(text->find("report-EGY"), std::string::npos);
}

TEST_F(RunningPages, NoCharterInForceIsSaid) {
    const auto page = calendar({.charter = "in-force"});
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().reasons.front().code, "charter.none_in_force");
}

// INC-01: meeting days, words to read and hours of every charter, for a delegation of one person as well.
TEST_F(RunningPages, EveryCharterHasItsBurdenForTheSmallestMission) {
    const auto page = burden({});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->people, 1);
    ASSERT_EQ(page->rows.size(), Presets::shipped().ids().size());
    for (const BurdenRow& row : page->rows) {
        EXPECT_GT(row.meeting_days, 0) << row.charter;
        EXPECT_GT(row.words, 0) << row.charter;
        const double parts = row.hours_in_meetings + row.hours_reading + row.hours_on_statements +
                             row.hours_on_reports + row.hours_on_checks_and_lists;
        EXPECT_NEAR(parts, row.hours, 0.01) << row.charter;
    }
    EXPECT_TRUE(std::ranges::is_sorted(page->rows, {}, &BurdenRow::charter));
    const std::string html = draw_burden(*page, visit_as()).body.text();
    for (const BurdenRow& row : page->rows)
        EXPECT_NE(html.find("href=\"" + row.address + "\""), std::string::npos);
}

// SEC-11, SEC-13: what each charter costs the mechanism, beside the others, in the same table.
TEST_F(RunningPages, EveryCharterHasItsCostBesideTheOthers) {
    const auto page = burden({.people = "30"});
    ASSERT_TRUE(page);
    std::set<std::string> costs;
    for (const BurdenRow& row : page->rows) {
        EXPECT_NEAR(row.mechanism_cost, row.interpretation + row.translation + row.rooms + row.secretariat,
                    0.01);
        costs.insert(rounded(row.mechanism_cost, visit_as()));
    }
    EXPECT_GT(costs.size(), 5U);
    const std::string html = draw_burden(*page, visit_as()).body.text();
    for (const std::string& cost : costs) EXPECT_NE(html.find(cost), std::string::npos) << cost;
}

TEST_F(RunningPages, AnAssumptionThatIsChangedChangesTheHours) {
    const auto as_it_is = burden({}), slower = burden({.figures = {{"words_read_per_hour", "4500"}}});
    ASSERT_TRUE(slower);
    EXPECT_NEAR(slower->rows.front().hours_reading, as_it_is->rows.front().hours_reading * 2, 0.01);
    EXPECT_EQ(changed_count(slower->assumptions), 1);
}

TEST_F(RunningPages, AnAssumptionThatCannotBeTakenIsKeptAsTyped) {
    const BurdenQuery query{.figures = {{"words_read_per_hour", "many"}}};
    const auto page = burden(query);
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->rows.empty());
    const std::string html = draw_burden(*page, visit_as()).body.text();
    EXPECT_NE(html.find("value=\"many\""), std::string::npos);
    EXPECT_NE(html.find("href=\"#figure-words_read_per_hour\""), std::string::npos);
    const auto refused = burden(query, web::Face::json);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().field, "words_read_per_hour");
}

TEST_F(RunningPages, AChangedClauseChangesCalendarAndBurden) {
    const auto page = trying({.charter = "agreed-2025", .clause = {"plenary.every_months"}, .value = {"24"}});
    ASSERT_TRUE(page);
    ASSERT_TRUE(page->is_tried);
    EXPECT_EQ(page->changes.front().value, "24");
    EXPECT_LT(row_of(*page, "plenary").after, row_of(*page, "plenary").before);
    EXPECT_LT(row_of(*page, "meeting_days").after, row_of(*page, "meeting_days").before);
    const std::string html = draw_trying(*page, visit_as()).body.text();
    EXPECT_NE(html.find("Take it back"), std::string::npos);
}

TEST_F(RunningPages, ChangingNothingChangesNothing) {
    const Charter& agreed = Presets::shipped().agreed();
    for (const ClauseSpec& clause : clauses()) {
        const auto page = trying({.charter = "agreed-2025",
                                  .clause = {clause.path},
                                  .value = {typed_of(agreed.entry(clause.index).value)}});
        ASSERT_TRUE(page) << clause.path;
        ASSERT_TRUE(page->is_tried) << clause.path << ": " << page->changes.front().problem;
        EXPECT_EQ(page->changes.front().before, page->changes.front().after) << clause.path;
        EXPECT_TRUE(page->findings.empty()) << clause.path;
        for (const BeforeAfterRow& row : page->rows) EXPECT_EQ(row.before, row.after) << clause.path;
    }
}

TEST_F(RunningPages, EveryClauseHasItsField) {
    for (const ClauseSpec& clause : clauses()) {
        const auto page = trying({.charter = "agreed-2025", .clause = {clause.path}});
        ASSERT_TRUE(page) << clause.path;
        EXPECT_EQ(page->chosen, clause.path);
        const std::string html = draw_trying(*page, visit_as()).body.text();
        EXPECT_NE(html.find("id=\"value\""), std::string::npos) << clause.path;
    }
}

TEST_F(RunningPages, AValueThatCannotBeTakenIsKeptWithTheProblemAtItsField) {
    const TryingQuery query{.charter = "agreed-2025", .clause = {"plenary.every_months"}, .value = {"4000"}};
    const auto page = trying(query);
    ASSERT_TRUE(page);
    EXPECT_FALSE(page->is_tried);
    const std::string html = draw_trying(*page, visit_as()).body.text();
    EXPECT_NE(html.find("value=\"4000\""), std::string::npos);
    EXPECT_NE(html.find("id=\"value-problem\""), std::string::npos);
    const auto refused = trying(query, web::Face::json);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().field, "value");
}

TEST_F(RunningPages, AContradictionThatAChangeMakesIsSaid) {
    const auto page = trying({.charter = "agreed-2025",
                              .clause = {"groups.at_once_max", "groups.parallel"},
                              .value = {"0", "no"}});
    ASSERT_TRUE(page);
    ASSERT_TRUE(page->is_tried);
    EXPECT_TRUE(std::ranges::any_of(page->findings, &FindingRow::is_new));
}

TEST_F(RunningPages, PartsOfAFormBecomeOneValue) {
    TryingQuery query{.charter = "agreed-2025", .clause = {"decisions.substantive"}};
    query.parts.by = "consensus_then_vote";
    query.parts.majority = "two_thirds";
    query.parts.of = "present_and_voting";
    const auto rule = trying(query);
    ASSERT_TRUE(rule);
    ASSERT_TRUE(rule->is_tried) << rule->changes.front().problem;
    EXPECT_NE(rule->changes.front().value.find("two_thirds"), std::string::npos);

    TryingQuery groups{.charter = "agreed-2025", .clause = {"groups.list"}};
    groups.parts.group = {"", ""};
    groups.parts.title = {"Health care", ""};
    groups.parts.topic = {"health_care", "all_pillars"};
    groups.parts.meetings = {"3", "1"};
    groups.parts.days = {"3", "5"};
    const auto list = trying(groups);
    ASSERT_TRUE(list);
    ASSERT_TRUE(list->is_tried) << list->changes.front().problem;
    // Groups end after five years unless they are extended.
    EXPECT_EQ(row_of(*list, "group_meeting").after, 15);
}

TEST_F(RunningPages, ASimulationIsTheSameForTheSameSeed) {
    const SimulationQuery query{.charter = "agreed-2025", .years = 3, .runs = 5, .seed = 7};
    const auto one = simulation(query), other = simulation(query);
    ASSERT_TRUE(one);
    ASSERT_EQ(one->rows.size(), other->rows.size());
    ASSERT_FALSE(one->rows.empty());
    for (std::size_t i = 0; i < one->rows.size(); ++i) EXPECT_EQ(one->rows[i].mean, other->rows[i].mean);
    for (const PlayedRow& row : one->behaviours) EXPECT_FALSE(row.through_commands);
    const std::string html = draw_simulation(*one, visit_as()).body.text();
    EXPECT_NE(html.find("no command is run"), std::string::npos);
    EXPECT_NE(html.find("does not send checks to points of contact yet"), std::string::npos);
    EXPECT_NE(html.find("does not record who attends meetings yet"), std::string::npos);
    EXPECT_EQ(html.find("How it is played"), std::string::npos) << "nothing here plays commands";
}

TEST_F(RunningPages, ASimulationTooLargeForAPageNamesTheCommand) {
    const SimulationQuery query{.charter = "egypt", .years = 20, .runs = 1000, .seed = 3};
    const auto page = simulation(query);
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->rows.empty());
    EXPECT_NE(draw_simulation(*page, visit_as())
                  .body.text()
                  .find("poa charter simulate egypt --first-year 2026 --years 20 --runs 1000 --seed 3"),
              std::string::npos);
    const auto refused = simulation(query, web::Face::json);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.front().code, "charter.simulation_too_large");
}

} // namespace
} // namespace poa::charter
