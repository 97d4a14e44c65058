// SPDX-License-Identifier: Apache-2.0
// Versions of surveys as they are kept, on both databases.

#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/store.hpp"
#include "sample_survey.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports {
namespace {

class SurveyStore : public testing::TestWithParam<test::Engine> {
  protected:
    KeptSurvey kept(std::string key, std::int64_t version) {
        KeptSurvey made;
        made.key = std::move(key);
        made.version = version;
        made.content = text_of(testing_surveys::sample_survey());
        made.digest = sha256(made.content);
        made.revision = 1;
        made.made_by = "secretariat";
        made.made_at = {1000};
        return made;
    }
    template <class Act> auto write(Act act) { return database_->write(act); }

    test::TestDatabase database_ = test::make_test_database(GetParam(), migrations());
};
INSTANTIATE_TEST_SUITE_P(Both, SurveyStore, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(SurveyStore, OneVersionAtATimeIsInUse) {
    write([&](storage::Session& session) {
        const auto first = store::add_survey(session, kept("sample", 1));
        const auto second = store::add_survey(session, kept("sample", 2));
        const auto other = store::add_survey(session, kept("other", 1));
        EXPECT_FALSE(store::survey_in_use(session, "sample"));
        store::adopt_survey(session, first, {2000}, "DEC/1");
        store::adopt_survey(session, other, {2500}, "DEC/2");
        store::adopt_survey(session, second, {3000}, "DEC/3");
        const auto used = store::survey_in_use(session, "sample");
        ASSERT_TRUE(used);
        EXPECT_EQ(used->version, 2);
        EXPECT_EQ(used->adopted_at, Instant{3000});
        EXPECT_EQ(used->decision, "DEC/3");
        EXPECT_EQ(store::survey(session, "sample", 1)->stage, SurveyStage::replaced);
        EXPECT_EQ(store::survey_in_use(session, "other")->id, other);
        const auto all = store::surveys(session);
        ASSERT_EQ(all.size(), 3U);
        EXPECT_EQ(all[0].key, "other");
        EXPECT_EQ(all[2].version, 2);
        EXPECT_TRUE(all[2].content.empty());
    });
}

TEST_P(SurveyStore, ADraftIsRevisedByWhoSawItAndNothingElseIs) {
    write([&](storage::Session& session) {
        KeptSurvey draft = kept("sample", 1);
        draft.id = store::add_survey(session, draft);
        draft.content = "{}";
        draft.digest = sha256("{}");
        EXPECT_TRUE(store::revise_survey(session, draft));
        EXPECT_FALSE(store::revise_survey(session, draft)) << "its revision has moved on";
        const auto found = store::survey(session, draft.id);
        EXPECT_EQ(found->content, "{}");
        EXPECT_EQ(found->revision, 2);
        store::adopt_survey(session, draft.id, {2000}, "DEC/1");
        EXPECT_FALSE(store::revise_survey(session, *found)) << "what is in use never changes";
    });
}

} // namespace
} // namespace poa::national_reports
