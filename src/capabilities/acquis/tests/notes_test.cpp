// SPDX-License-Identifier: Apache-2.0
// Notes on the framework, on both databases: who may write which, what they must say, and that what a State
// says stays the State's.
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/commands/add_note.hpp"
#include "capabilities/acquis/commands/withdraw_note.hpp"
#include "capabilities/acquis/store_notes.hpp"
#include "capabilities/acquis/tests/house.hpp"

namespace poa::acquis {
namespace {

using namespace test;
using poa::test::Engine;

class Notes : public testing::TestWithParam<Engine> {
  protected:
    House house{GetParam()};
    Actor secretariat = house.appoint(Role::secretariat, Body::secretariat());
    Actor chair = house.appoint(Role::chair, Body::chair());
    Actor fiji = house.appoint(Role::delegate, Body::state("FJI"));
    Actor palau = house.appoint(Role::delegate, Body::state("PLW"));
    Actor institute = house.appoint(Role::representative, Body::organisation("sample-institute"));

    Result<Note> add(const Actor& actor, std::string kind, std::string about, const Fields& fields) {
        return house.write([&](ledger::Work& work) {
            return add_note(
                work, actor,
                {std::move(kind), std::move(about), "A title", "en", InputValues::from_pairs(fields)});
        });
    }
    Result<Note> revise(const Actor& actor, const Note& note, const Fields& fields,
                        std::int64_t revision = 0) {
        return house.write([&](ledger::Work& work) {
            return revise_note(work, actor,
                               {note.id, Id<NoteRevision>{revision > 0 ? revision : note.newest.revision},
                                "A title", "en", InputValues::from_pairs(fields)});
        });
    }
    Result<Note> withdraw(const Actor& actor, const Note& note) {
        return house.write([&](ledger::Work& work) {
            return withdraw_note(work, actor, {note.id, Id<NoteRevision>{note.newest.revision}});
        });
    }
    std::vector<Note> about(const char* subject) {
        return house.read([&](storage::Session& session) { return store::notes_about(session, subject); });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Notes, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

const Fields text{{"text", "Words."}};
Fields with(Fields fields, const Fields& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

TEST(NoteKinds, HaveInputsOfTheirOwn) {
    for (const NoteKindSpec& spec : all_note_kinds()) {
        EXPECT_EQ(find_note_kind(spec.name), &spec);
        EXPECT_EQ(spec.input->name(), "acquis.note." + std::string(spec.name));
        EXPECT_FALSE(spec.authors.empty() || spec.subjects.empty() || spec.title.empty() || spec.add.empty());
    }
    EXPECT_EQ(find_note_kind("nothing"), nullptr);
}

// FW-12: guidance is attached to a norm. FW-44: standards are linked to norms.
TEST_P(Notes, FW_12_FW_44_GuidanceAndStandardsAreAttachedToANorm) {
    ASSERT_TRUE(add(secretariat, "guidance", "item:norm-f", with(text, {{"level", "national"}})));
    ASSERT_TRUE(add(chair, "standard", "item:norm-f",
                    with(text, {{"publisher", "Sample body"}, {"address", "https://example.org"}})));
    const auto found = about("item:norm-f");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(fields_of(found[0].kind, found[0].newest.fields).level, "national");
    EXPECT_EQ(fields_of(found[1].kind, found[1].newest.fields).publisher, "Sample body");
    EXPECT_EQ(said(add(fiji, "guidance", "item:norm-f", text)), "acquis.not_for_you");
    EXPECT_EQ(said(add(secretariat, "guidance", "item:norm-z", text)), "acquis.no_such_subject");
    EXPECT_EQ(said(add(secretariat, "guidance", "framework", text)), "acquis.not_about_that");
    EXPECT_EQ(said(add(secretariat, "wish", "item:norm-f", text)), "acquis.no_such_kind");
    EXPECT_EQ(said(add(secretariat, "standard", "item:nothing",
                       {{"publisher", "x"}, {"text", "x"}, {"address", "javascript:1"}})),
              "acquis.no_such_subject; acquis.bad_address")
        << "all at once";
}

// FW-28: stakeholders help to clarify, and who says it is shown.
TEST_P(Notes, FW_28_StakeholdersClarifyInTheirOwnName) {
    auto made = add(institute, "clarification", "item:norm-c", text);
    ASSERT_TRUE(made.has_value()) << codes_of(made.error());
    EXPECT_EQ(made->author, "organisation:sample-institute");
    EXPECT_EQ(author_type_of(made->author), AuthorType::organisation);
    EXPECT_NE(house.newest_leaf().find("acquis.add_note"), std::string::npos);
    EXPECT_EQ(said(add(institute, "gap", "framework", text)), "acquis.not_for_you");
    EXPECT_EQ(said(add(Actor::visitor(), "clarification", "item:norm-c", text)), "identity.not_signed_in");
    EXPECT_EQ(said(add(house.appoint(Role::report_editor, Body::state("FJI")), "clarification", "item:norm-c",
                       text)),
              "identity.not_permitted");
}

// FW-15, FW-16: a gap has evidence and a kind of answer, then a decision that is one.
TEST_P(Notes, FW_15_FW_16_AGapHasEvidenceAKindOfAnswerAndADecision) {
    EXPECT_EQ(said(add(fiji, "gap", "item:norm-i", with(text, {{"response", "none_yet"}}))), "input.required")
        << "no evidence";
    EXPECT_EQ(said(add(fiji, "gap", "item:norm-i", with(text, {{"evidence", "A/78/76"}}))), "input.required")
        << "no kind of answer";
    const Fields fields = with(text, {{"evidence", "A/78/76"}});
    auto gap = add(fiji, "gap", "item:norm-i", with(fields, {{"response", "none_yet"}}));
    ASSERT_TRUE(gap.has_value()) << codes_of(gap.error());
    EXPECT_EQ(said(revise(chair, *gap, with(fields, {{"response", "none_yet"}, {"answer", "Do it."}}))),
              "acquis.answer_first");
    EXPECT_EQ(said(revise(chair, *gap,
                          with(fields, {{"response", "recommendation"}, {"decision", "POA/2027/DEC.9"}}))),
              "acquis.no_such_decision");
    auto answered = revise(chair, *gap, with(fields, {{"response", "recommendation"}, {"answer", "Do it."}}));
    ASSERT_TRUE(answered.has_value()) << codes_of(answered.error());
    EXPECT_EQ(answered->newest.by_body, "chair");
    EXPECT_EQ(answered->author, "state:FJI");
    house.write([](ledger::Work& work) {
        work.session().execute(
            {"test.decision",
             "INSERT INTO decisions_proposal (symbol, decision_symbol, stage, proposer, title, agenda_item, "
             "body, "
             "effect, effect_fields, matter, language, evidence, drafted_at, drafted_by, revision) VALUES "
             "('L', "
             "'POA/2027/DEC.9', 'adopted', 'chair', '', '', '', '', '{}', '', 'en', '', 0, 1, 1)"});
    });
    EXPECT_EQ(said(revise(secretariat, *answered,
                          with(fields, {{"response", "recommendation"}, {"decision", "POA/2027/DEC.9"}}))),
              "done");
    const auto history =
        house.read([&](storage::Session& session) { return store::note_history(session, gap->id); });
    EXPECT_EQ(history.size(), 3u) << "what it said before stays";
}

// FW-30: what makes the framework known, with how many it reached. FW-46: projects of several. SEC-08: who
// keeps a tool.
TEST_P(Notes, FW_30_FW_46_SEC_08_AwarenessProjectsAndTools) {
    const Fields held = with(text, {{"day", "2027-03-01"}});
    EXPECT_EQ(said(add(fiji, "awareness", "framework", with(held, {{"reached", "-3"}}))), "input.too_small");
    auto course = add(institute, "awareness", "pillar:norms", with(held, {{"reached", "120"}}));
    ASSERT_TRUE(course.has_value()) << codes_of(course.error());
    EXPECT_EQ(fields_of(course->kind, course->newest.fields).reached, 120);
    EXPECT_EQ(said(add(fiji, "awareness", "framework", held)), "done") << "nobody need count";

    const Fields project = with(text, {{"status", "under_way"}});
    EXPECT_EQ(said(add(fiji, "cooperation", "item:norm-h", with(project, {{"partners", "Fiji"}}))),
              "acquis.one_partner");
    EXPECT_EQ(said(add(fiji, "cooperation", "item:norm-h", with(project, {{"partners", "Fiji\nPalau"}}))),
              "done");

    const Fields checklist = with(text, {{"category", "checklist"}, {"publisher", "Sample Institute"}});
    EXPECT_EQ(said(add(institute, "tool", "framework", checklist)), "done");
    EXPECT_EQ(said(add(fiji, "tool", "framework", checklist)), "acquis.not_for_you");
    EXPECT_EQ(said(add(institute, "tool", "framework", with(text, {{"category", "checklist"}}))),
              "input.required")
        << "somebody keeps it";
}

// FW-33: a guide from national approaches names the source of each.
TEST_P(Notes, FW_33_AGuideNamesTheSourceOfEachState) {
    const auto guide = [&](const char* states) {
        return said(
            add(secretariat, "guide", "topic:emerging-technologies", with(text, {{"states", states}})));
    };
    EXPECT_EQ(guide("FJI: Lantern Act, 2031\nPLW: https://example.org/lanterns"), "done");
    EXPECT_EQ(guide("FJI: Lantern Act\nPalau has one too\nPLW:"),
              "acquis.state_without_source; acquis.state_without_source");
    EXPECT_EQ(guide(""), "input.required");
}

// FW-45: open questions with a status.
TEST_P(Notes, FW_45_AnOpenQuestionHasAStatusAndIsAnsweredWithAnAnswer) {
    auto question = add(fiji, "open_question", "framework", with(text, {{"status", "open"}}));
    ASSERT_TRUE(question.has_value()) << codes_of(question.error());
    EXPECT_EQ(said(revise(chair, *question, with(text, {{"status", "solved"}}))), "input.not_a_choice");
    EXPECT_EQ(said(revise(chair, *question, with(text, {{"status", "answered"}}))), "acquis.answer_missing");
    auto answered = revise(chair, *question, with(text, {{"status", "answered"}, {"answer", "Yes."}}));
    ASSERT_TRUE(answered.has_value());
    EXPECT_EQ(said(revise(palau, *answered, with(text, {{"status", "open"}}))), "acquis.not_your_note");
    EXPECT_EQ(said(revise(fiji, *question, with(text, {{"status", "open"}}))), "acquis.note_changed");
}

// FW-27: what a State considers critical infrastructure is told freely, by the State alone.
TEST_P(Notes, FW_27_AStateTellsWhatItConsidersCriticalInfrastructure) {
    auto told = add(fiji, "infrastructure", "item:norm-g", with(text, {{"topics", "health-care\nenergy"}}));
    ASSERT_TRUE(told.has_value()) << codes_of(told.error());
    EXPECT_EQ(said(add(secretariat, "infrastructure", "item:norm-g", text)), "acquis.not_for_you");
    EXPECT_EQ(said(revise(secretariat, *told, text)), "acquis.not_your_note");
    EXPECT_EQ(said(withdraw(palau, *told)), "acquis.not_your_note");
    EXPECT_EQ(said(add(fiji, "infrastructure", "item:norm-g", with(text, {{"topics", "castles"}}))),
              "acquis.unknown_topic");
    ASSERT_EQ(said(withdraw(fiji, *told)), "done");
    EXPECT_TRUE(about("item:norm-g").empty());
    EXPECT_EQ(said(withdraw(fiji, *told)), "acquis.note_withdrawn");
    EXPECT_EQ(said(revise(fiji, *told, text)), "acquis.note_withdrawn");
}

TEST_P(Notes, APracticeNeedsTheConsentOfItsStateAndASource) {
    EXPECT_EQ(said(add(fiji, "practice", "item:norm-g", with(text, {{"source", "A law"}}))),
              "acquis.consent_needed");
    EXPECT_EQ(said(add(fiji, "practice", "item:norm-g", with(text, {{"consent", "true"}}))),
              "input.required");
    EXPECT_EQ(
        said(add(fiji, "practice", "item:norm-g", with(text, {{"source", "A law"}, {"consent", "true"}}))),
        "done");
    EXPECT_EQ(said(add(secretariat, "practice", "item:norm-g",
                       with(text, {{"source", "A law"}, {"consent", "true"}}))),
              "acquis.not_for_you");
}

// FW-29: roles by category and pillar. FW-35, FW-36: what is beside or outside, with the reason.
// FW-13: an exchange is planned, held and concluded.
TEST_P(Notes, FW_13_FW_29_FW_35_FW_36_RolesMarksAndExchanges) {
    EXPECT_EQ(said(add(institute, "role", "pillar:norms", with(text, {{"category", "academia"}}))), "done");
    EXPECT_EQ(said(add(institute, "role", "pillar:nothing", with(text, {{"category", "academia"}}))),
              "acquis.no_such_subject");
    EXPECT_EQ(said(add(secretariat, "adjacent", "framework", {{"scope", "out_of_scope"}})), "input.required")
        << "the reason is missing";
    EXPECT_EQ(said(add(secretariat, "adjacent", "topic:crime-and-terrorism",
                       with(text, {{"scope", "adjacent"}, {"publisher", "Sample body"}}))),
              "done");
    EXPECT_EQ(said(add(chair, "exchange", "item:norm-g", text)), "input.required") << "no day";
    auto planned = add(chair, "exchange", "item:norm-g", with(text, {{"day", "2027-06-01"}}));
    ASSERT_TRUE(planned.has_value()) << codes_of(planned.error());
    auto held = revise(chair, *planned, with(text, {{"day", "2027-06-01"}, {"conclusions", "Go on."}}));
    ASSERT_TRUE(held.has_value());
    EXPECT_EQ(fields_of(held->kind, held->newest.fields).conclusions, "Go on.");
}

// FW-09: a recommendation corresponds to norms. FW-34: emergency plans. FW-38: a State adapts it.
TEST_P(Notes, FW_09_FW_34_FW_38_ARecommendationBelongsToNormsAndIsAdapted) {
    ASSERT_EQ(house.adopt({"recommendation.adopt", {{"key", "drills"}, {"form", "practical"}}}), "done");
    const Fields plans{{"category", "emergency_plans"}, {"level", "national"}};
    EXPECT_EQ(said(add(chair, "classification", "recommendation:drills", plans)),
              "acquis.action_without_norm");
    EXPECT_EQ(said(add(chair, "classification", "recommendation:drills", with(plans, {{"items", "norm-z"}}))),
              "acquis.unknown_item");
    EXPECT_EQ(said(add(chair, "classification", "recommendation:drills", with(plans, {{"items", "norm-g"}}))),
              "done");
    EXPECT_EQ(
        said(add(chair, "classification", "recommendation:nothing", with(plans, {{"items", "norm-g"}}))),
        "acquis.no_such_subject");
    EXPECT_EQ(said(add(fiji, "adaptation", "recommendation:drills", text)), "done");
    EXPECT_EQ(said(add(chair, "adaptation", "recommendation:drills", text)), "acquis.not_for_you");
}

} // namespace
} // namespace poa::acquis
