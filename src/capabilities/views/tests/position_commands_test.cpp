// SPDX-License-Identifier: Apache-2.0
// Positions as they are read, by one coder and two, and as the State itself corrects them.
#include "positions_house.hpp"

namespace poa::views::test {
namespace {

INSTANTIATE_TEST_SUITE_P(Both, Positions, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

// DOC-12: positions are machine-readable by State and question, each tied to the passage of its phrase.
TEST_P(Positions, DOC_12_AreTiedToThePassageOfTheirPhrase) {
    auto done = take(coding);
    ASSERT_TRUE(done) << said(done);
    EXPECT_EQ(done->added, 4U);
    EXPECT_TRUE(done->not_located.empty());
    const store::KeptPosition yearly = at("state:FRA", "yearly");
    EXPECT_EQ(yearly.document, "fra");
    EXPECT_EQ(yearly.quote, "meet each year");
    EXPECT_EQ(yearly.coder, "Ada");
    EXPECT_FALSE(yearly.anchor.empty());
    const auto entries = record_of("views:positions");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].entry.act, "views.import_positions");
    EXPECT_EQ(fact(entries[0].entry, "cells"), "4");
    EXPECT_EQ(fact(entries[0].entry, "not_located"), "0");
    EXPECT_EQ(fact(entries[0].entry, "file_sha256"), sha256(coding).hex());
    // the same again changes nothing and records nothing
    auto again = take(coding);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->unchanged, 4U);
    EXPECT_EQ(record_of("views:positions").size(), 1U);
    EXPECT_EQ(standing()->matrix.states(), 2U) << "the guild is no State";
}

TEST_P(Positions, ReportAPhraseThatIsNowhereAndRefuseOneThatIsTwice) {
    auto nowhere = take(replace_all(coding, "often enough", "now and then"));
    ASSERT_TRUE(nowhere) << said(nowhere);
    ASSERT_EQ(nowhere->not_located.size(), 1U);
    EXPECT_EQ(nowhere->not_located[0].actor, "KEN");
    EXPECT_EQ(nowhere->not_located[0].quote, "now and then");
    EXPECT_EQ(at("state:KEN", "yearly").document, "");
    const std::int64_t entries = house.journal_size();
    auto twice = take(replace_all(replace_all(coding, "at the port", "group"), R"("code")", R"("c")"));
    EXPECT_EQ(said(twice), "views.quote_twice");
    EXPECT_EQ(house.journal_size(), entries) << "nothing was stored";
    EXPECT_EQ(at("state:FRA", "place").quote, "at the port");
    EXPECT_EQ(said(take(replace_all(coding, "\"KEN\"", "\"KEX\""))), "views.no_such_state");
}

TEST_P(Positions, RestOnPublicPapersOnly) {
    paper("In confidence, groups meet by night.\n", "secret.txt", "state:KEN", Audience::member_states);
    auto done = take(replace_all(coding, "often enough", "meet by night"));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->not_located.size(), 1U);
}

TEST_P(Positions, OfASecondCoderStandBesideTheFirstUntilResolved) {
    ASSERT_TRUE(take(coding));
    auto second = take(replace_all(coding, R"("value": "port")", R"("value": "hill")"), "Grace");
    ASSERT_TRUE(second) << said(second);
    EXPECT_EQ(second->second_readings, 4U);
    ASSERT_EQ(second->disagreeing.size(), 1U);
    EXPECT_EQ(second->disagreeing[0].variable, "place");
    EXPECT_EQ(text_of(*at("state:FRA", "place").answer), "port") << "the first reading stands";
    struct Row {
        ResolvePosition request;
        const char* said;
    };
    const Row rows[] = {
        {{"FRA", "place", "Nobody", "Words"}, "coder views.no_such_reading"},
        {{"FRA", "place", "Nobody", " "}, "coder views.no_such_reading, reason views.reason_required"},
        {{"FRA", "yearly", "Grace", "Words"}, "views.nothing_to_resolve"},
        {{"FRA", "nothing", "Grace", "Words"}, "views.no_such_question"},
        {{"KEN", "place", "Grace", "Words"}, "views.no_such_position"},
        {{"ITA", "place", "Grace", "Words"}, "views.no_such_actor"},
        {{"FRA", "place", "Grace", "The hill is named"}, "done"},
        {{"FRA", "place", "Grace", "Again"}, "views.same_answer"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(run(house.secretariat, row.request, resolve_position)), row.said) << row.request.coder;
    const store::KeptPosition resolved = at("state:FRA", "place");
    EXPECT_EQ(text_of(*resolved.answer), "hill");
    EXPECT_EQ(resolved.origin, store::Origin::resolved);
    const auto entries = record_of("position:FRA:place");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].entry.act, "views.resolve_position");
    EXPECT_EQ(fact(entries[0].entry, "answer"), "\"hill\"");
    EXPECT_EQ(house.public_leaves().find("The hill is named"), std::string::npos) << "typed words are sealed";
    // a later import of the first coder does not undo it
    ASSERT_TRUE(take(coding));
    EXPECT_EQ(text_of(*at("state:FRA", "place").answer), "hill");
}

TEST_P(Positions, AreReadByACoderOneByOne) {
    ASSERT_TRUE(take(coding));
    struct Row {
        CodePosition request;
        const char *said, *stands;
    };
    const Row rows[] = {
        {{"KEN", "place", "Ada", "shore", "firm", "Groups", ""}, "answer views.answer_not_allowed", ""},
        {{"KEN", "place", "Ada", "shore", "loud", "Groups", ""},
         "answer views.answer_not_allowed, strength views.strength_unknown",
         ""},
        {{"KEN", "place", " ", "hill", "firm", "Groups", ""}, "coder views.coder_required", ""},
        {{"KEN", "place", "Ada", "hill", "firm", "no such words", ""}, "quote views.quote_nowhere", ""},
        {{"KEN", "place", "Ada", "hill", "firm", "Groups", ""}, "done", "hill"},
        {{"KEN", "place", "Grace", "port", "firm", "Groups", ""}, "done", "hill"},
        {{"KEN", "place", "Ada", "port", "conditional", "Groups", ""}, "done", "port"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(said(run(house.secretariat, row.request, code_position)), row.said) << row.request.answer;
        if (*row.stands != '\0') {
            EXPECT_EQ(text_of(*at("state:KEN", "place").answer), row.stands);
        }
    }
    const auto entries = record_of("position:KEN:place");
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(fact(entries[0].entry, "stands"), "position");
    EXPECT_EQ(fact(entries[1].entry, "stands"), "beside");
    EXPECT_EQ(said(run(house.kenya, rows[4].request, code_position)), "identity.not_permitted");
}

// A State may correct or withdraw the reading of its own reply; its word stands.
TEST_P(Positions, AreCorrectedByTheStateItselfForGood) {
    ASSERT_TRUE(take(coding));
    const auto before = standing();
    struct Row {
        const identity::Actor* actor;
        CorrectPosition request;
        const char* said;
    };
    const Row rows[] = {
        {&house.kenya, {"FRA", "yearly", "no", "firm", "", ""}, "identity.not_permitted"},
        {&house.secretariat, {"FRA", "yearly", "no", "firm", "", ""}, "identity.not_permitted"},
        {&house.institute, {"guild", "yearly", "no", "firm", "", ""}, "views.not_a_state"},
        {&house.france,
         {"FRA", "yearly", "maybe", "firm", "nowhere at all", ""},
         "answer views.answer_kind, quote views.quote_nowhere"},
        {&house.france, {"FRA", "yearly", "no", "firm", "", ""}, "done"},
        {&house.france, {"FRA", "yearly", "no", "firm", "", ""}, "views.same_answer"},
        {&house.france, {"FRA", "yearly", "no", "conditional", "", "", "1"}, "views.stale"},
        {&house.france, {"fra", "yearly", "no", "conditional", "The group is small", "", "2"}, "done"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(run(*row.actor, row.request, correct_position)), row.said) << row.request.answer;
    const store::KeptPosition corrected = at("state:FRA", "yearly");
    EXPECT_EQ(corrected.origin, store::Origin::own_word);
    EXPECT_EQ(corrected.quote, "The group is small");
    const auto entries = record_of("position:FRA:yearly");
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].entry.on_behalf, "state:FRA");
    EXPECT_EQ(fact(entries[0].entry, "answer"), "false");
    // neither coder nor import bring the old reading back
    auto again = take(coding);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->own_word.size(), 1U);
    EXPECT_FALSE(at("state:FRA", "yearly").answer->yes);
    EXPECT_EQ(
        said(run(house.secretariat, ResolvePosition{"FRA", "yearly", "Ada", "Words"}, resolve_position)),
        "views.own_word_stands");
    // what is in memory follows, and shares what was not touched
    const auto after = standing();
    const std::size_t france = after->matrix.find_code("FRA").value();
    EXPECT_FALSE(after->matrix.answer(0, france)->yes);
    EXPECT_TRUE(before->matrix.answer(0, france)->yes);
    EXPECT_EQ(&before->matrix.column(1), &after->matrix.column(1));
}

TEST_P(Positions, AreWithdrawnByTheStateItself) {
    ASSERT_TRUE(take(coding));
    (void)standing();
    struct Row {
        const identity::Actor* actor;
        WithdrawPosition request;
        const char* said;
    };
    const Row rows[] = {
        {&house.kenya, {"FRA", "yearly", ""}, "identity.not_permitted"},
        {&house.kenya, {"KEN", "place", ""}, "views.no_such_position"},
        {&house.kenya, {"KEN", "yearly", "It was misread in the capital"}, "done"},
        {&house.kenya, {"KEN", "yearly", ""}, "views.same_answer"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(run(*row.actor, row.request, withdraw_position)), row.said) << row.request.actor;
    EXPECT_FALSE(at("state:KEN", "yearly").answer);
    const auto now = standing();
    EXPECT_EQ(now->matrix.answer(0, now->matrix.find_code("KEN").value()), nullptr);
    const auto entries = record_of("position:KEN:yearly");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].entry.act, "views.withdraw_position");
    EXPECT_EQ(house.public_leaves().find("misread"), std::string::npos);
    ASSERT_TRUE(take(coding));
    EXPECT_FALSE(at("state:KEN", "yearly").answer) << "no import brings it back";
}

TEST(PositionPermissions, AreAsWrittenHere) {
    std::string written;
    for (const identity::PermissionTable::Row& row : permissions().rows()) {
        if (row.command.find("position") == std::string_view::npos &&
            row.command.find("keep") == std::string_view::npos)
            continue;
        written += std::string(row.command) + ":";
        for (const identity::Grant& grant : row.grants)
            written += std::string(grant.own_body ? " own " : " ") + std::string(name_of(grant.role));
        written += "\n";
    }
    EXPECT_EQ(written, "views.import_positions: secretariat operator\n"
                       "views.keep_claims: secretariat operator\n"
                       "views.keep_bands: secretariat operator\n"
                       "views.code_position: secretariat operator\n"
                       "views.resolve_position: secretariat\n"
                       "views.correct_position: own head_of_delegation own delegate\n"
                       "views.withdraw_position: own head_of_delegation own delegate\n");
}

} // namespace
} // namespace poa::views::test
