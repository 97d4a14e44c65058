// SPDX-License-Identifier: Apache-2.0
// The report on a year's activities, made from the record.
#include "capabilities/decisions/pages_activity_drawing.hpp"
#include "capabilities/decisions/pages_activity_loading.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::decisions {
namespace {

using test::Actor;
using test::Hall;

class Activity : public testing::Test {
  protected:
    ActivityPage page(Hall& hall, std::int64_t year = 0) {
        return hall.read([&](storage::Session& session) {
            const Mechanism mechanism = hall.mechanism();
            const Actor reader = Actor::visitor();
            return load_activity({session, mechanism, reader, visit, hall.clock.now()}, {year});
        });
    }
    static std::vector<std::string> lines(const ActivityPage& page) {
        std::vector<std::string> made;
        for (const ActivityRow& row : page.rows)
            if (row.kind != "meeting") made.push_back(row.kind + " " + row.title + " " + row.symbol);
        return made;
    }
    static std::int64_t number(const ActivityPage& page, std::string_view kind) {
        return std::ranges::find(page.counts, kind, &ActivityCount::kind)->number;
    }

    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                     std::make_shared<web::Visitor>()};
};

// MTG-41: a report of the Chair on activities carried out the previous year (A/78/76, Italy).
TEST_F(Activity, MTG_41_TellsOfThePreviousYearWhatTheRecordHas) {
    Hall hall(poa::test::Engine::sqlite, *charter::Presets::shipped().find("italy"));
    const Proposal first = hall.tabled(Hall::procedure());
    ASSERT_TRUE(hall.close(hall.put(first).value()).has_value());
    DraftProposal other = Hall::procedure();
    other.title = "The list of speakers is opened";
    const Proposal second = hall.tabled(other);
    const Question question = hall.put(second).value();
    ASSERT_EQ(hall.object(hall.delegate("KEN"), question, "Not now."), "done");
    ASSERT_TRUE(hall.close(question).has_value());
    hall.clock.set(parse_instant("2027-02-01T12:00:00Z").value());

    const ActivityPage made = page(hall);
    EXPECT_EQ(made.year, 2026);
    EXPECT_TRUE(made.is_over);
    EXPECT_TRUE(made.is_asked_for);
    EXPECT_EQ(made.clause, charter::spec_of(charter::clause::chair::activity_report).number);
    ASSERT_TRUE(made.presented_at.has_value());
    EXPECT_EQ(made.presented_at->year(), 2027);
    const std::vector<std::string> expected = {
        "charter Version 1 ",
        "tabled The list of speakers is closed POA/2026/L.1",
        "adopted The list of speakers is closed POA/2026/1",
        "tabled The list of speakers is opened POA/2026/L.2",
        "not_adopted The list of speakers is opened POA/2026/L.2",
    };
    EXPECT_EQ(lines(made), expected);
    EXPECT_EQ(number(made, "adopted"), 1);
    EXPECT_EQ(number(made, "not_adopted"), 1);
    EXPECT_GT(number(made, "meeting"), 0);
    EXPECT_TRUE(lines(page(hall, 2027)).empty());
    EXPECT_FALSE(page(hall, 2027).is_over);
    const std::string html = draw_activity(made, visit).body.text();
    EXPECT_NE(html.find("asks the Chair to report each year"), std::string::npos);
    EXPECT_NE(html.find("as the calendar of the charter plans them"), std::string::npos);
}

TEST_F(Activity, IsThereWhateverTheCharterAsksAndSaysWhetherItIsOwed) {
    Hall hall;
    const ActivityPage made = page(hall, 2026);
    EXPECT_FALSE(made.is_asked_for);
    EXPECT_FALSE(made.is_over) << "December has not ended";
    for (const ActivityRow& row : made.rows) EXPECT_LE(row.day, Day::of(hall.clock.now())) << row.title;
    EXPECT_EQ(draw_activity(made, visit).body.text().find("asks the Chair"), std::string::npos);
}

TEST_F(Activity, KeepsDraftsToThemselves) {
    Hall hall;
    ASSERT_TRUE(hall.draft(hall.author, Hall::procedure()).has_value());
    for (const ActivityRow& row : page(hall, 2026).rows) EXPECT_NE(row.kind, "tabled");
    EXPECT_EQ(number(page(hall, 2026), "tabled"), 0);
}

} // namespace
} // namespace poa::decisions
