// SPDX-License-Identifier: Apache-2.0
// What States say beside a decision: dissociation from a wording, and the right of reply; and mediation that
// ends on its day.
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Hall;
using test::said;

class Statements : public testing::TestWithParam<Engine> {
  protected:
    std::string say(const Actor& actor, const Proposal& about, const char* kind, const char* paragraph,
                    std::string text, std::int64_t version = 0) {
        return said(hall.work([&](ledger::Work& unit) {
            return explain_position(unit, actor, hall.mechanism(),
                                    {about.id, kind, paragraph, Id<TextVersion>{version}, std::move(text)});
        }));
    }
    void rewrite(const Proposal& proposal, std::int64_t version, const char* paragraph, const char* text) {
        auto done = hall.work([&](ledger::Work& unit) {
            return rewrite_paragraph(unit, hall.chair, {proposal.id, version, paragraph, text});
        });
        ASSERT_EQ(said(done), "done");
    }
    Proposal discussed(const DraftProposal& request = Hall::statement()) {
        const Proposal proposal = hall.tabled(request);
        auto done =
            hall.work([&](ledger::Work& unit) { return open_discussion(unit, hall.chair, {proposal.id}); });
        EXPECT_EQ(said(done), "done");
        return hall.now(proposal.id);
    }
    Hall hall{GetParam()};
    Actor kenya = hall.delegate("KEN"), chile = hall.delegate("CHL");
};
INSTANTIATE_TEST_SUITE_P(Both, Statements, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Statements, ADissociationIsFromTheWordingThatTheStateRead) {
    const Proposal proposal = discussed();
    EXPECT_EQ(say(kenya, proposal, "dissociation", "p2", ""), "input.required:version");
    EXPECT_EQ(say(kenya, proposal, "dissociation", "p2", "", 1), "done");
    EXPECT_EQ(say(kenya, proposal, "dissociation", "p2", "", 1), "decisions.dissociated_already");
    rewrite(proposal, 1, "p1", "Another first paragraph.");
    EXPECT_EQ(say(chile, proposal, "dissociation", "p2", "", 1), "done") << "p2 reads as it did in version 1";
    rewrite(proposal, 2, "p2", "Another second paragraph.");
    EXPECT_EQ(say(kenya, proposal, "dissociation", "p2", "", 1), "decisions.text_changed");
    EXPECT_EQ(say(kenya, proposal, "dissociation", "p2", "", 3), "done") << "of the wording that is new";
    hall.read([&](storage::Session& session) {
        const auto statements = store::statements_of(session, proposal.id);
        ASSERT_EQ(statements.size(), 3u);
        EXPECT_EQ(statements[0].text_version, 1);
        EXPECT_EQ(statements[0].wording, sha256("The second paragraph."));
        EXPECT_EQ(statements[2].wording, sha256("Another second paragraph."));
    });
}

TEST_P(Statements, AnObserverStateTakesPartInNoDecisionAndDissociatesFromNone) {
    const Proposal proposal = discussed();
    const Actor observer = hall.delegate("VAT");
    EXPECT_EQ(say(observer, proposal, "dissociation", "p2", "", 1), "decisions.only_members_dissociate");
    EXPECT_EQ(say(observer, proposal, "before", "", "We listen."), "done");
}

TEST_P(Statements, RepliesAreTwoOnAnItemAndTheSecondIsShorter) {
    DraftProposal request = Hall::statement();
    request.agenda_item = "5";
    const Proposal first = discussed(request), second = discussed(request);
    request.agenda_item = "6";
    const Proposal elsewhere = discussed(request);
    auto words = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "word ";
        return text;
    };
    EXPECT_EQ(say(kenya, first, "reply", "", words(1001)), "decisions.reply_too_long:text");
    EXPECT_EQ(say(kenya, first, "reply", "", words(1000)), "done");
    EXPECT_EQ(say(kenya, second, "reply", "", words(501)), "decisions.reply_too_long:text");
    EXPECT_EQ(say(kenya, second, "reply", "", words(500)), "done");
    EXPECT_EQ(say(kenya, first, "reply", "", "Once more."), "decisions.replies_used");
    EXPECT_EQ(say(kenya, elsewhere, "reply", "", "On another item."), "done");
    EXPECT_EQ(say(chile, first, "reply", "", "Another State."), "done");
}

// DEC-18: mediation ends on the day that was named, at the latest.
TEST_P(Statements, DEC_18_WhatIsInMediationComesBackOnItsDay) {
    Hall mediating(GetParam(),
                   charter::Presets::shipped().agreed().with(charter::clause::contacts::mediation.index,
                                                             std::string("mediation_support"), "test"));
    const Proposal proposal = mediating.tabled();
    for (auto done : {said(mediating.work([&](ledger::Work& unit) {
                          return open_discussion(unit, mediating.chair, {proposal.id});
                      })),
                      said(mediating.work([&](ledger::Work& unit) {
                          return defer_to_mediation(unit, mediating.chair, mediating.mechanism(),
                                                    {proposal.id, Day::parse("2027-01-15"), "Two States"});
                      }))})
        ASSERT_EQ(done, "done");
    auto due = [&] {
        return mediating.work([&](ledger::Work& unit) {
            const auto found = store::due_back(unit.session(), Day::of(unit.now()));
            return found.size() == 1 && resume_when_due(unit, found.front());
        });
    };
    mediating.clock.set(parse_instant("2027-01-14T23:59:59Z").value());
    EXPECT_FALSE(due());
    EXPECT_FALSE(mediating.work([&](ledger::Work& unit) { return resume_when_due(unit, proposal.id); }));
    mediating.clock.advance_seconds(1);
    EXPECT_TRUE(due());
    EXPECT_FALSE(due()) << "once";
    EXPECT_EQ(mediating.now(proposal.id).stage, Stage::under_discussion);
    EXPECT_NE(mediating.newest_leaf().find("decisions.resume_discussion"), std::string::npos);
    EXPECT_NE(mediating.newest_leaf().find("\"on_behalf\":\"platform\""), std::string::npos);
}

} // namespace
} // namespace poa::decisions
