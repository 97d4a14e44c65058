// SPDX-License-Identifier: Apache-2.0
// Practices and lessons of reports in the library, with the State's consent. On both databases.
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/national_reports/commands/offer_practice.hpp"
#include "needs_house.hpp"

namespace poa::national_reports::test {
namespace {

class Offering : public testing::TestWithParam<Engine> {
  protected:
    Offering() {
        house.put_in_use(needs_survey(), 1);
        reporting.emplace(house);
        reporting->say("practice", R"("We drill twice a year.")");
        reporting->say("lesson", R"("Begin with the hospitals.")");
        reporting->say("words", R"("A translator")");
        reporting->share("practice", "public");
    }
    [[nodiscard]] std::string offer(const Actor& actor, const char* question, const char* title = "Drills",
                                    const char* choice = "offer") {
        return said(house.run(actor, offer_practice,
                              OfferPractice{reporting->report.id, question, choice, title, "en"}));
    }
    [[nodiscard]] std::vector<acquis::Note> library() {
        return house.read([](storage::Session& session) {
            return acquis::store::notes_of_kind(session, acquis::NoteKind::practice);
        });
    }

    House house{GetParam()};
    std::optional<Reporting> reporting;
};
INSTANTIATE_TEST_SUITE_P(Both, Offering, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Offering, APracticeStandsInTheLibraryWithTheReleaseAndGoesWithIt) {
    // REP-19 REP-21: practices and lessons of a report feed the library where the State consents.
    EXPECT_EQ(offer(house.editor, "practice"), "identity.not_permitted");
    EXPECT_EQ(offer(house.approver, "practice"), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.offer_practice");
    EXPECT_EQ(house.newest_entry().audience, Audience::own_delegation);
    EXPECT_TRUE(library().empty()); // nothing before it is released
    reporting->release();
    ASSERT_EQ(library().size(), 1);
    const acquis::Note note = library()[0];
    EXPECT_EQ(note.author, "state:XXA");
    EXPECT_EQ(note.newest.title, "Drills");
    EXPECT_NE(note.newest.fields.find("We drill twice a year."), std::string::npos);
    EXPECT_EQ(note.origin, "/reports/XXA/2027");

    // The lesson follows later, at once: a release that everybody may read has to have it first.
    reporting->share("lesson", "public");
    EXPECT_EQ(offer(house.head, "lesson", "Hospitals first"), "done");
    EXPECT_EQ(library().size(), 1);
    reporting->release();
    EXPECT_EQ(library().size(), 2);
    EXPECT_EQ(offer(house.head, "lesson", "", "keep"), "done");
    EXPECT_EQ(library().size(), 1);

    // A revision is a further version of the same practice.
    reporting->say("practice", R"("We drill every month.")");
    reporting->release();
    ASSERT_EQ(library().size(), 1);
    EXPECT_EQ(library()[0].id, note.id);
    EXPECT_EQ(library()[0].newest.revision, 2);

    reporting->withdraw();
    EXPECT_TRUE(library().empty());
}

TEST_P(Offering, NothingComesThereThatIsNotForEverybody) {
    EXPECT_EQ(offer(house.head, "lesson"), "national_reports.practice_not_public");
    EXPECT_EQ(offer(house.head, "words"), "national_reports.not_a_practice");
    EXPECT_EQ(offer(house.head, "nothing"), "national_reports.no_such_question");
    EXPECT_EQ(offer(house.head, "practice", ""), "national_reports.title_needed:title");
    EXPECT_EQ(offer(house.foreign, "practice"), "national_reports.no_such_report");
    EXPECT_EQ(offer(house.head, "practice"), "done");
    reporting->release();
    EXPECT_EQ(library().size(), 1);
    // Once it is shared with fewer, the next release takes it out.
    reporting->share("practice", "member_states");
    reporting->release();
    EXPECT_TRUE(library().empty());
}

TEST_P(Offering, APracticeThatTheStateWithdrewStaysWithdrawn) {
    EXPECT_EQ(offer(house.head, "practice"), "done");
    reporting->release();
    const acquis::Note note = library().at(0);
    house.work([&](ledger::Work& work) {
        acquis::drop_practice(work, note.id, 1);
        return true;
    });
    reporting->say("words", R"("An interpreter")");
    reporting->release();
    EXPECT_TRUE(library().empty());
    EXPECT_EQ(offer(house.head, "practice"), "done"); // offered anew
    EXPECT_EQ(library().size(), 1);
}

} // namespace
} // namespace poa::national_reports::test
