// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "call_house.hpp"
#include "capabilities/views/commands/code_position.hpp"
#include "capabilities/views/commands/correct_position.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/commands/keep_bands.hpp"
#include "capabilities/views/commands/keep_claims.hpp"
#include "capabilities/views/commands/resolve_position.hpp"
#include "capabilities/views/commands/withdraw_position.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/standing.hpp"

namespace poa::views::test {
namespace {

const std::string coding = R"({
"meta": {"source": "A sample", "coder": "Ada"},
"actors": {"FRA": {"name": "France", "kind": "State", "original_language": "French",
                   "date": "14 April 2023"},
           "KEN": {"name": "Kenya", "kind": "State"},
           "guild": {"name": "Guild of Lamplighters", "kind": "stakeholder"}},
"variables": {"yearly": {"group": "core", "type": "bool", "allowed": [],
                         "description": "Each year"},
              "place": {"group": "core", "type": "enum", "allowed": ["port", "hill", "unspecified"],
                        "description": ""}},
"positions": {"FRA": {"yearly": {"value": true, "strength": "F", "locator": "The sample",
                               "anchor": "meet each year"},
                      "place": {"value": "port", "strength": "C", "locator": "", "anchor": "at the port"}},
              "KEN": {"yearly": {"value": true, "strength": "I", "locator": "", "anchor": "often enough"}},
              "guild": {"yearly": {"value": true, "strength": "F", "locator": "", "anchor": "every year"}}}
})";

class Positions : public testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        paper("The sample group should meet each year. It could meet at the port.\n\nThe group is small.\n",
              "fra.txt", "state:FRA");
        paper("Groups should meet often enough.\n", "ken.txt", "state:KEN");
        paper("Lamps are lit every year.\n", "guild.txt", "");
    }
    void paper(const std::string& text, const char* file, const std::string& by_whom,
               Audience audience = Audience::everyone) {
        documents::ImportHints hints;
        hints.language = documents::Language::english;
        hints.file_name = file;
        auto made = documents::prepare_import({text, file, "text/plain"}, hints, {}, nullptr);
        ASSERT_TRUE(made);
        made->parsed.submitted_by = by_whom;
        made->audience = audience;
        auto done = house.work([&](ledger::Work& work) {
            return documents::import_document(work, {"secretariat", 1, true}, *made);
        });
        ASSERT_TRUE(done) << said(done);
    }
    Result<ImportedPositions> take(const std::string& text, const std::string& coder = {}) {
        auto file = parse_positions(text);
        if (!file) return refuse(file.error());
        ImportPositions request{std::move(*file), coder, sha256(text)};
        return house.work([&](ledger::Work& work) {
            return import_positions(work, house.secretariat, shipped_register(), request);
        });
    }
    std::shared_ptr<const Standing> standing() {
        return house.read([&](storage::Session& session) { return current.of(session); });
    }
    store::KeptPosition at(const char* actor, const char* question) {
        return house.read([&](storage::Session& session) {
            return store::position(session, standing_questions(session), actor, question).value();
        });
    }
    static store::KeptPosition at_in(storage::Session& session, const char* actor, const char* question) {
        return store::position(session, standing_questions(session), actor, question).value();
    }
    static const QuestionSet& standing_questions(storage::Session& session) {
        static std::shared_ptr<const QuestionSet> kept;
        kept = store::questions(session)->questions;
        return *kept;
    }
    std::vector<ledger::Recorded> record_of(const std::string& subject) {
        return house.read([&](storage::Session& session) {
            return ledger::record_of(session, subject, Audience::own_delegation, 0, 100);
        });
    }
    template <class Request, class Command>
    auto run(const identity::Actor& actor, const Request& request, Command command) {
        return house.work([&](ledger::Work& work) { return command(work, actor, request); });
    }

    CallHouse house{GetParam()};
    CurrentStanding current;
};
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

TEST_P(Positions, OtherQuestionsMakeTheNextVersionOfTheSet) {
    ASSERT_TRUE(take(coding));
    auto next = take(replace_all(coding, R"("hill")", R"("hilltop")"));
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->new_question_set);
    EXPECT_EQ(next->question_set, 2);
    EXPECT_EQ(standing()->questions().at(1).allowed[1], "hilltop");
}

TEST_P(Positions, OutliveANewVersionOfTheQuestions) {
    ASSERT_TRUE(take(coding));
    ASSERT_TRUE(take(replace_all(coding, R"("value": "port")", R"("value": "hill")"), "Grace"));
    ASSERT_TRUE(run(house.france, CorrectPosition{"FRA", "yearly", "no", "firm", "", ""}, correct_position));
    ASSERT_TRUE(run(house.kenya, WithdrawPosition{"KEN", "yearly", ""}, withdraw_position));
    // another wording makes the next version; own words, and what others read, go along
    auto reworded = take(replace_all(coding, "Each year", "Every year"));
    ASSERT_TRUE(reworded) << said(reworded);
    EXPECT_EQ(reworded->question_set, 2);
    EXPECT_EQ(reworded->own_word.size(), 2U);
    EXPECT_FALSE(at("state:FRA", "yearly").answer->yes);
    EXPECT_EQ(at("state:FRA", "yearly").origin, store::Origin::own_word);
    EXPECT_FALSE(at("state:KEN", "yearly").answer);
    const auto readings = house.read([&](storage::Session& session) {
        const PositionId place = at_in(session, "state:FRA", "place").id;
        return store::readings_of(session, standing_questions(session).at(1), place);
    });
    EXPECT_EQ(readings.size(), 2U);
    // a question changed under a State's own word stops the import, whole
    auto changed = take(replace_all(coding, R"("yearly")", R"("weekly")"));
    EXPECT_EQ(said(changed), "views.own_word_lost, views.own_word_lost");
    EXPECT_EQ(standing()->questions().version(), 2);
}

TEST_P(Positions, ThatTheFileNoLongerHasStandAndAreNamed) {
    ASSERT_TRUE(take(coding));
    auto less = take(replace_all(
        coding,
        R"("KEN": {"yearly": {"value": true, "strength": "I", "locator": "", "anchor": "often enough"}},)",
        ""));
    ASSERT_TRUE(less) << said(less);
    ASSERT_EQ(less->no_longer.size(), 1U);
    EXPECT_EQ(less->no_longer[0].actor, "state:KEN");
    EXPECT_TRUE(at("state:KEN", "yearly").answer->yes);
}

TEST_P(Positions, NeedActorsThatCanBeToldApart) {
    struct Row {
        const char *from, *to, *said;
    };
    const Row rows[] = {
        {"\"guild\"", "\"ITA\"", "views.actor_code"},
        {"\"guild\"", "\"fra\"", "views.actor_code"},
        {"\"guild\"", "\"Guild-1\"", "done"},
        {"\"guild\"", "\"guild_1\"", "views.actor_code"}, // its key is that of Guild-1
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(take(replace_all(coding, row.from, row.to))), row.said) << row.to;
}

TEST_P(Positions, DoNotLetTheSummaryVanishWithAQuestion) {
    ASSERT_TRUE(take(coding));
    const std::string claims = R"({"sections":[{"key":"a","title":"A"}],"claims":[
        {"id":"1","section":"a","claim":"each year","parts":[{"name":"","formula":"yearly is yes"}]}]})";
    ASSERT_TRUE(run(house.secretariat, claims, keep_claims));
    EXPECT_EQ(said(take(replace_all(coding, R"("yearly")", R"("weekly")"))),
              "claims formula.unknown_variable");
    EXPECT_EQ(standing()->claims->claims.size(), 1U);
}

// DOC-11: claims and bands are versioned data, refused whole where one is wrong.
TEST_P(Positions, DOC_11_AreCountedByClaimsAndWordsThatAreData) {
    const std::string claims = R"({"title":"Sample","sections":[{"key":"a","title":"A"}],"claims":[
        {"id":"1","section":"a","published_quantifier":"many","claim":"each year",
         "parts":[{"name":"","formula":"yearly is yes"}]}]})";
    const std::string bands = R"({"basis":"loose","states":2,"bands":[{"word":"many","least":2,"most":2},
        {"word":"some","least":1,"most":1},{"word":"none","least":0,"most":0}]})";
    struct Row {
        std::string text;
        bool is_claims;
        const char* said;
    };
    EXPECT_EQ(said(run(house.secretariat, claims, keep_claims)), "views.no_questions");
    ASSERT_TRUE(take(coding));
    const Row rows[] = {
        {replace_all(claims, "yearly is", "weekly is"), true, "claims formula.unknown_variable"},
        {replace_all(bands, R"("least":2)", R"("least":1)"), false, "bands views.band_overlap"},
        {replace_all(bands, R"("least":1)", R"("least":2)"), false, "bands views.band_order"},
        {replace_all(bands, "some", "zillions"), false, "bands views.word_unknown"},
        {replace_all(bands, R"("least":1)", R"("least":1.5)"), false, "views.file_part"},
        {claims, true, "done"},
        {bands, false, "done"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(row.is_claims ? run(house.secretariat, row.text, keep_claims)
                                     : run(house.secretariat, row.text, keep_bands))
                      .substr(0, std::string(row.said).size()),
                  row.said)
            << row.text;
    EXPECT_EQ(record_of("views:claims").size(), 1U);
    EXPECT_EQ(fact(record_of("views:bands")[0].entry, "version"), "1");
    const auto now = standing();
    ASSERT_EQ(now->claims->claims.size(), 1U);
    EXPECT_EQ(now->summary.of(0).strict, 1);
    EXPECT_EQ(now->summary.of(0).loose, 2);
    EXPECT_EQ(now->bands->word(now->summary.of(0).count(now->bands->basis())), "many");
    EXPECT_TRUE(run(house.secretariat, claims, keep_claims)->unchanged);
    EXPECT_EQ(said(run(house.kenya, bands, keep_bands)), "identity.not_permitted");
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
