// SPDX-License-Identifier: Apache-2.0
// Needs: taken out of releases, shown to whom the State chose, and gone with the release. On both databases.
#include "capabilities/national_reports/commands/settle_need.hpp"
#include "capabilities/national_reports/queries_needs.hpp"
#include "needs_house.hpp"

namespace poa::national_reports::test {
namespace {

TEST(NeedsIn, TakesEachOptionEachRowAndEachTextApart) {
    // REP-11: what a report says is needed is data, not a paragraph.
    const Survey survey = needs_survey();
    Answer areas, rows, words, other;
    areas.chosen = {"diplomacy", "incident_response"};
    areas.note = "For two years.";
    rows.rows = {{"Forensics", "incident RESPONSE", "high", "2028", "North"},
                 {"", "", "", "", ""},
                 {"Radio", "lighthouses", "", "", ""},
                 {"Forensics", "incident RESPONSE", "high", "2028", "North"}};
    words.text = "A translator";
    other.text = "We keep logs.";
    const Sharing states{Audience::member_states, {}, true};
    const std::vector<ReleasedAnswer> release = {
        {"norm-f-needs", areas, states}, {"more", rows, {}}, {"words", words, {}}, {"practice", other, {}}};
    const auto needs = needs_in(survey, release);
    ASSERT_EQ(needs.size(), 5);
    EXPECT_EQ(needs[0], (NeedEntry{"norm-f-needs", "diplomacy", "norm-f", "diplomacy", "", "", "",
                                   "For two years.", states}));
    EXPECT_EQ(needs[1].area, "incident_response");
    EXPECT_EQ(needs[2].area, "incident_response"); // named by its label
    EXPECT_EQ(needs[2].words, "Forensics");
    EXPECT_EQ(needs[2].urgency, "high");
    EXPECT_EQ(needs[2].wanted, "2028");
    EXPECT_EQ(needs[2].note, "North");
    EXPECT_EQ(needs[3].area, "");
    EXPECT_EQ(needs[3].words, "Radio – lighthouses");
    EXPECT_NE(needs[2].entry, needs[3].entry);
    EXPECT_EQ(needs[4].words, "A translator");
}

class Needing : public testing::TestWithParam<Engine> {
  protected:
    Needing() { house.put_in_use(needs_survey(), 1); }

    [[nodiscard]] std::vector<KeptNeed> seen(const Actor& actor, const NeedFilter& filter = {},
                                             std::int64_t before = 0, int count = 50) {
        return house.read([&](storage::Session& session) {
            return needs_for(session, actor.reader(), filter, Id<Need>{before}, count);
        });
    }
    [[nodiscard]] std::string entries(const Actor& actor, const NeedFilter& filter = {}) {
        std::string all;
        for (const KeptNeed& need : seen(actor, filter))
            all += (all.empty() ? "" : " ") + (need.entry.area.empty() ? need.entry.words : need.entry.area);
        return all;
    }
    [[nodiscard]] std::string settle(const Actor& actor, const KeptNeed& need, const char* stage) {
        return said(house.run(actor, settle_need, SettleNeed{need.id, stage, "So we say."}));
    }

    House house{GetParam()};
    Actor nobody = Actor::visitor();
};
INSTANTIATE_TEST_SUITE_P(Both, Needing, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Needing, EachIsSeenByWhomTheStateChoseAndGoesWithTheRelease) {
    // REP-11: the answers of a release feed the list of needs, each for whom its answer is.
    Reporting reporting(house);
    reporting.say("norm-f-needs", R"(["diplomacy","incident_response"])");
    reporting.say("words", R"("A translator")");
    reporting.say("more", R"({"rows":[["Forensics","","","",""]]})");
    reporting.share("norm-f-needs", "public");
    reporting.share("words", "parties", "state:XXB");
    EXPECT_EQ(entries(house.editor), ""); // nothing before it is released
    reporting.release();
    const Actor third = house.appoint(Role::head_of_delegation, Body::state("XXC"));
    EXPECT_EQ(entries(nobody), "incident_response diplomacy");
    EXPECT_EQ(entries(third), "incident_response diplomacy");
    EXPECT_EQ(entries(house.foreign), "A translator incident_response diplomacy");
    EXPECT_EQ(entries(house.editor), "A translator Forensics incident_response diplomacy");

    // A revision takes one away and shows another to more.
    reporting.say("norm-f-needs", R"(["diplomacy"])");
    reporting.share("words", "member_states");
    reporting.release();
    EXPECT_EQ(entries(nobody), "diplomacy");
    EXPECT_EQ(entries(third), "A translator diplomacy");

    reporting.withdraw();
    EXPECT_EQ(entries(nobody), "");
    EXPECT_EQ(entries(house.editor), "");
}

TEST_P(Needing, ANewerReportSaysWhatIsNeededNow) {
    Reporting first(house);
    first.say("norm-f-needs", R"(["diplomacy"])");
    first.share("norm-f-needs", "public");
    first.release();
    Reporting second(house, 2028);
    second.say("norm-f-needs", R"(["incident_response"])");
    second.share("norm-f-needs", "public");
    EXPECT_EQ(entries(nobody), "diplomacy");
    second.release();
    EXPECT_EQ(entries(nobody), "incident_response");
    NeedFilter of_year;
    of_year.year = 2027;
    EXPECT_EQ(entries(nobody, of_year), "diplomacy");
    second.withdraw();
    EXPECT_EQ(entries(nobody), "diplomacy");
}

TEST_P(Needing, ListsAreNarrowedAndTurnedInTheDatabase) {
    Reporting reporting(house);
    reporting.say("norm-f-needs", R"(["diplomacy","incident_response"])");
    reporting.say("words", R"("A translator")");
    reporting.share("norm-f-needs", "public");
    reporting.share("words", "public");
    reporting.release();
    NeedFilter filter;
    filter.item = "norm-f";
    EXPECT_EQ(entries(nobody, filter), "incident_response diplomacy");
    filter.area = "diplomacy";
    EXPECT_EQ(entries(nobody, filter), "diplomacy");
    filter = {};
    filter.states = {"XXB", "XXA"};
    EXPECT_EQ(seen(nobody, filter).size(), 3);
    filter.states = std::vector<std::string>{};
    EXPECT_EQ(seen(nobody, filter).size(), 0);
    filter = {};
    const auto first = seen(nobody, filter, 0, 2);
    ASSERT_EQ(first.size(), 2);
    const auto rest = seen(nobody, filter, first.back().id.number, 2);
    ASSERT_EQ(rest.size(), 1);
    EXPECT_EQ(rest[0].entry.area, "diplomacy");
    const auto tallies =
        house.read([&](storage::Session& session) { return tally_needs(session, nobody.reader(), {}); });
    ASSERT_EQ(tallies.size(), 3);
    EXPECT_EQ(tallies[1].area, "diplomacy");
    EXPECT_EQ(tallies[1].needs, 1);
}

TEST_P(Needing, TheStateAloneSaysWhereItStands) {
    Reporting reporting(house);
    reporting.say("norm-f-needs", R"(["diplomacy"])");
    reporting.say("words", R"("A translator")");
    reporting.share("norm-f-needs", "public");
    reporting.release();
    const auto needs = seen(house.editor);
    ASSERT_EQ(needs.size(), 2);
    const KeptNeed secret = needs[0], open = needs[1];
    EXPECT_EQ(settle(nobody, open, "met"), "identity.not_signed_in");
    EXPECT_EQ(settle(house.editor, open, "met"), "identity.not_permitted");
    EXPECT_EQ(settle(house.foreign, open, "met"), "national_reports.need_of_others");
    EXPECT_EQ(settle(house.foreign, secret, "met"), "national_reports.no_such_need");
    EXPECT_EQ(settle(house.approver, open, "met"), "done");
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.settle_need");
    EXPECT_EQ(entry.audience, Audience::everyone);
    EXPECT_EQ(fact(entry, "stage"), "met");
    EXPECT_EQ(fact(entry, "said"), "(none)"); // sealed
    EXPECT_EQ(seen(nobody).at(0).said, "So we say.");
    EXPECT_EQ(settle(house.approver, open, "met"), "national_reports.need_as_before");
    EXPECT_EQ(settle(house.head, secret, "met"), "done");
    EXPECT_EQ(house.newest_entry().audience, Audience::own_delegation);
    // Withdrawn: for the own delegation alone.
    EXPECT_EQ(settle(house.head, open, "withdrawn"), "done");
    EXPECT_EQ(entries(nobody), "");
    EXPECT_EQ(settle(house.foreign, open, "met"), "national_reports.no_such_need");
    EXPECT_EQ(entries(house.editor), "A translator diplomacy");
    // What the State said of it stays when the report is released again.
    reporting.say("words", R"("An interpreter")");
    reporting.release();
    EXPECT_EQ(entries(nobody), "");
    house.end_appointments(house.head);
    EXPECT_EQ(settle(house.head, open, "open"), "identity.appointment_over");
}

} // namespace
} // namespace poa::national_reports::test
