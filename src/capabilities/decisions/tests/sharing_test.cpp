// SPDX-License-Identifier: Apache-2.0
// A draft before it is tabled: who sees it, what the sender must have seen of it, and what its marks must be.
#include "capabilities/decisions/commands/revise_draft.hpp"
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Body;
using test::Hall;
using test::Role;
using test::said;

class Sharing : public testing::TestWithParam<Engine> {
  protected:
    std::string share(const Actor& actor, const Proposal& draft, const char* state) {
        return said(hall.work([&](ledger::Work& unit) {
            return share_draft(unit, actor, hall.mechanism(), {draft.id, state});
        }));
    }
    std::string unshare(const Actor& actor, const Proposal& draft, const char* state) {
        return said(hall.work([&](ledger::Work& unit) {
            return unshare_draft(unit, actor, {draft.id, state});
        }));
    }
    std::string join(const Actor& actor, const Proposal& draft) {
        return said(hall.work(
            [&](ledger::Work& unit) { return join_sponsors(unit, actor, hall.mechanism(), {draft.id}); }));
    }
    std::string sees(const Actor& actor, const Proposal& draft) {
        return hall.read(
            [&](storage::Session& session) { return said(find_proposal(session, actor, draft.id)); });
    }
    std::size_t listed(const Actor& actor, const char* state) {
        return hall.read([&](storage::Session& session) {
            return store::proposals_for(session, {actor.on_behalf(), {state}, {}, {}, 0}, 51).size();
        });
    }
    Hall hall{GetParam()};
    Actor kenya = hall.delegate("KEN"), france = hall.delegate("FRA");
    Proposal draft = *hall.draft(hall.author, Hall::statement());
};
INSTANTIATE_TEST_SUITE_P(Both, Sharing, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Sharing, TheInvitedStateReadsItAndJoins) {
    EXPECT_EQ(sees(kenya, draft), "decisions.no_such");
    EXPECT_EQ(share(hall.author, draft, "KEN"), "done");
    EXPECT_NE(hall.newest_leaf().find("restricted"), std::string::npos) << "its author's business";
    EXPECT_EQ(sees(kenya, draft), "done");
    EXPECT_EQ(listed(kenya, "KEN"), 1u);
    for (const Actor& other : {france, hall.chair, Actor::visitor(), hall.delegate("VAT")})
        EXPECT_EQ(sees(other, draft), "decisions.no_such") << "nobody else";
    EXPECT_EQ(listed(france, "FRA"), 0u);
    EXPECT_EQ(join(kenya, draft), "done");
    EXPECT_EQ(unshare(hall.author, draft, "KEN"), "decisions.sponsors_it");
    ASSERT_EQ(said(hall.work([&](ledger::Work& unit) { return leave_sponsors(unit, kenya, {draft.id}); })),
              "done");
    EXPECT_EQ(unshare(hall.author, draft, "KEN"), "done");
    EXPECT_EQ(sees(kenya, draft), "decisions.no_such");
    EXPECT_EQ(join(kenya, draft), "decisions.no_such");
    EXPECT_EQ(share(hall.author, draft, "KEN"), "done") << "and again";
}

// Reading is all: the draft stays its author's.
TEST_P(Sharing, TheInvitedStateDoesNothingElse) {
    ASSERT_EQ(share(hall.author, draft, "KEN"), "done");
    EXPECT_EQ(said(hall.table(kenya, draft)), "identity.not_permitted");
    EXPECT_EQ(share(kenya, draft, "FRA"), "identity.not_permitted");
    EXPECT_EQ(unshare(kenya, draft, "KEN"), "identity.not_permitted");
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return revise_draft(unit, kenya, {draft.id, 1, "Another text."});
              })),
              "identity.not_permitted");
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) { return withdraw_proposal(unit, kenya, {draft.id}); })),
              "identity.not_permitted");
}

TEST_P(Sharing, SaysWhatIsWrong) {
    EXPECT_EQ(share(france, draft, "KEN"), "decisions.no_such");
    EXPECT_EQ(share(hall.author, draft, "QQQ"), "decisions.no_member_state:state");
    EXPECT_EQ(share(hall.author, draft, "VAT"), "decisions.no_member_state:state") << "an observer State";
    EXPECT_EQ(share(hall.author, draft, "FJI"), "decisions.own_state:state");
    EXPECT_EQ(unshare(hall.author, draft, "KEN"), "decisions.not_shared");
    ASSERT_EQ(share(hall.author, draft, "KEN"), "done");
    EXPECT_EQ(share(hall.author, draft, "KEN"), "decisions.shared_already");
    ASSERT_EQ(said(hall.table(hall.author, draft)), "done");
    EXPECT_EQ(share(hall.author, draft, "FRA"), "decisions.tabled_already");
}

// REG-05, DEC-16: a regional organisation asks a State to sponsor its draft, and that State alone reads it.
TEST_P(Sharing, AnOrganisationFindsItsSponsorHere) {
    const Actor union_ = hall.appoint(Role::representative, *Body::parse("organisation:european-union"));
    auto made = hall.draft(union_, Hall::statement());
    ASSERT_EQ(said(made), "done");
    EXPECT_EQ(join(kenya, *made), "decisions.no_such") << "nobody guesses a number";
    EXPECT_NE(said(hall.table(union_, *made)).find("decisions.sponsor_needed"), std::string::npos);
    ASSERT_EQ(share(union_, *made, "KEN"), "done");
    ASSERT_EQ(join(kenya, *made), "done");
    EXPECT_EQ(said(hall.table(union_, *made)), "done");
}

TEST_P(Sharing, WhoTablesHasSeenTheDraftAsItReads) {
    auto revise = [&](std::int64_t version, const char* text) {
        return said(hall.work([&](ledger::Work& unit) {
            return revise_draft(unit, hall.author, {draft.id, version, text});
        }));
    };
    auto table = [&](std::int64_t version) {
        return said(hall.work([&](ledger::Work& unit) {
            return table_proposal(unit, hall.author, hall.mechanism(),
                                  {draft.id, Id<Revision>{draft.revision}, Id<TextVersion>{version}});
        }));
    };
    const std::int64_t seen =
        hall.read([&](storage::Session& session) { return store::text_head(session, draft.id)->revision; });
    ASSERT_EQ(revise(seen, "A colleague wrote this meanwhile."), "done");
    EXPECT_EQ(table(seen), "decisions.draft_reads_otherwise");
    EXPECT_EQ(table(seen + 1), "done");
}

TEST_P(Sharing, MarksThatLeadNowhereAreRefusedAtTablingWithEveryPlace) {
    DraftProposal request = Hall::statement();
    request.text = "An [open bracket.\n\nA good paragraph, see {p1}.\n\nSee {p9} and {p8}.\n\nA closed] one.";
    const Proposal broken = *hall.draft(hall.author, request);
    auto tabled = hall.table(hall.author, broken);
    ASSERT_EQ(said(tabled), "decisions.draft_brackets decisions.draft_reference decisions.draft_reference "
                            "decisions.draft_brackets");
    std::string places;
    for (const Reason& reason : tabled.error().reasons)
        for (const auto& [name, value] : reason.facts)
            if (name == "number") places += value;
    EXPECT_EQ(places, "1334");
}

TEST_P(Sharing, WhoPutsAQuestionHasSeenTheTextAsItReads) {
    const Proposal proposal = hall.tabled();
    const Id<TextVersion> seen = hall.newest(proposal.id);
    ASSERT_EQ(
        said(hall.work([&](ledger::Work& unit) { return open_discussion(unit, hall.chair, {proposal.id}); })),
        "done");
    ASSERT_EQ(
        said(hall.work([&](ledger::Work& unit) {
            return rewrite_paragraph(unit, hall.chair, {proposal.id, 1, "p1", "Another first paragraph."});
        })),
        "done");
    auto put = [&](Id<TextVersion> version) {
        return hall.work([&](ledger::Work& unit) {
            return put_question(unit, hall.chair, hall.mechanism(), {proposal.id, version, "by_rule", false});
        });
    };
    auto stale = put(seen);
    EXPECT_EQ(said(stale), "decisions.text_changed");
    EXPECT_EQ(stale.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(said(put(Id<TextVersion>{99})), "decisions.no_such_version:version");
    auto done = put(hall.newest(proposal.id));
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(done->text_version, 2);
}

} // namespace
} // namespace poa::decisions
