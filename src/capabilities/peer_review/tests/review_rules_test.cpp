// SPDX-License-Identifier: Apache-2.0
// Stages as a table, who reads what, and what a team needs.
#include "capabilities/peer_review/review.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace poa::peer_review {
namespace {

std::string next(ReviewStage stage, ReviewVerb verb, ReviewScope scope = ReviewScope::visit) {
    const auto stage_after = after(stage, verb, scope);
    return stage_after ? std::string(name_of(*stage_after)) : stage_after.error().reasons.front().code;
}

Statement statement(StatementKind kind, std::int64_t id, std::int64_t parent = 0,
                    Audience audience = Audience::everyone) {
    Statement made;
    made.id = Id<ReviewStatement>{id};
    made.parent = Id<ReviewStatement>{parent};
    made.kind = kind;
    made.author = "state:XXB";
    made.text = "Lanterns " + std::to_string(id);
    made.audience = audience;
    return made;
}

const Sight reviewed{true, false, false, {"state:XXA"}, Audience::member_states};
const Sight reviewer{false, true, true, {"state:XXB"}, Audience::member_states};
const Sight other_state{false, false, false, {"state:XXC"}, Audience::member_states};
const Sight anybody{};

Review review_at(ReviewStage stage, Audience known_to = Audience::everyone,
                 Audience shown_to = Audience::parties) {
    Review made;
    made.state = "XXA";
    made.stage = stage;
    made.known_to = known_to;
    made.shown_to = shown_to;
    return made;
}

TEST(ReviewStages, TheTableSaysWhatComesNext) {
    // REP-26: the stages of a review by peers, from volunteering to the end.
    EXPECT_EQ(next(ReviewStage::volunteered, ReviewVerb::pair), "paired");
    EXPECT_EQ(next(ReviewStage::paired, ReviewVerb::ask), "questions");
    EXPECT_EQ(next(ReviewStage::questions, ReviewVerb::answer), "answers");
    EXPECT_EQ(next(ReviewStage::answers, ReviewVerb::ask), "answers");
    EXPECT_EQ(next(ReviewStage::answers, ReviewVerb::visit), "visit");
    EXPECT_EQ(next(ReviewStage::answers, ReviewVerb::draft), "drafting");
    EXPECT_EQ(next(ReviewStage::visit, ReviewVerb::draft), "drafting");
    EXPECT_EQ(next(ReviewStage::drafting, ReviewVerb::hand_over), "commenting");
    EXPECT_EQ(next(ReviewStage::commenting, ReviewVerb::finish), "finished");
    EXPECT_EQ(next(ReviewStage::finished, ReviewVerb::finish), "finished") << "consent may change";
    EXPECT_EQ(next(ReviewStage::volunteered, ReviewVerb::ask), "peer_review.not_at_this_stage");
    EXPECT_EQ(next(ReviewStage::drafting, ReviewVerb::finish), "peer_review.not_at_this_stage");
    EXPECT_EQ(next(ReviewStage::commenting, ReviewVerb::draft), "peer_review.not_at_this_stage");
    EXPECT_EQ(next(ReviewStage::answers, ReviewVerb::visit, ReviewScope::desk), "peer_review.desk_only");
}

TEST(ReviewStages, TheStateMayWithdrawAtAnyStageAndNothingFollows) {
    for (ReviewStage stage : all_review_stages()) {
        const bool over = stage == ReviewStage::withdrawn;
        EXPECT_EQ(next(stage, ReviewVerb::withdraw), over ? "peer_review.not_at_this_stage" : "withdrawn");
    }
    for (const ReviewStep& step : review_steps()) EXPECT_NE(step.from, ReviewStage::withdrawn);
}

TEST(ReviewStages, NoStepStandsTwiceAndEveryStageIsReached) {
    std::set<std::pair<ReviewStage, ReviewVerb>> seen;
    std::set<ReviewStage> reached{ReviewStage::volunteered};
    for (const ReviewStep& step : review_steps()) {
        EXPECT_TRUE(seen.emplace(step.from, step.verb).second) << name_of(step.from) << name_of(step.verb);
        reached.insert(step.to);
    }
    EXPECT_EQ(reached.size(), all_review_stages().size());
}

TEST(ReviewTeam, OneReviewerIsOfAnotherRegion) {
    const auto code = [](std::vector<std::string> regions) {
        const auto team = check_team("weog", regions);
        return team ? std::string("fits") : team.error().reasons.front().code;
    };
    EXPECT_EQ(code({}), "peer_review.no_reviewer");
    EXPECT_EQ(code({"weog", "weog"}), "peer_review.one_region");
    EXPECT_EQ(code({"weog", ""}), "peer_review.one_region") << "in no group is not in another one";
    EXPECT_EQ(code({"weog", "african-group"}), "fits");
}

TEST(ReviewSight, WhatIsKnownIsWhatTheStateChose) {
    const auto known = [](Audience to, const Sight& sight) {
        return may_know(review_at(ReviewStage::questions, to), sight);
    };
    EXPECT_TRUE(known(Audience::everyone, anybody));
    EXPECT_FALSE(known(Audience::member_states, anybody));
    EXPECT_TRUE(known(Audience::member_states, other_state));
    EXPECT_FALSE(known(Audience::parties, other_state));
    EXPECT_TRUE(known(Audience::parties, reviewed));
    EXPECT_TRUE(known(Audience::parties, reviewer));
    EXPECT_TRUE(may_know(review_at(ReviewStage::finished, Audience::parties, Audience::everyone), anybody));
}

TEST(ReviewSight, NothingLeavesThePartiesWithoutConsent) {
    // REP-26: published only with consent: every kind, every stage, every reader who is no party.
    using enum StatementKind;
    for (ReviewStage stage : all_review_stages())
        for (StatementKind kind : {question, answer, visit_note, finding, recommendation, comment, response,
                                   StatementKind::follow_up})
            for (const Sight& sight : {anybody, other_state})
                EXPECT_FALSE(may_read(review_at(stage), statement(kind, 1), sight))
                    << name_of(stage) << " " << name_of(kind);
}

TEST(ReviewSight, ConsentOpensTheFinishedReviewAsFarAsItGoes) {
    using enum StatementKind;
    const Review to_states = review_at(ReviewStage::finished, Audience::everyone, Audience::member_states);
    const Review to_all = review_at(ReviewStage::finished, Audience::everyone, Audience::everyone);
    for (StatementKind kind : {finding, recommendation, comment, response, StatementKind::follow_up}) {
        EXPECT_TRUE(may_read(to_states, statement(kind, 1), other_state));
        EXPECT_FALSE(may_read(to_states, statement(kind, 1), anybody));
        EXPECT_TRUE(may_read(to_all, statement(kind, 1), anybody));
    }
    EXPECT_FALSE(may_read(to_all, statement(visit_note, 1), anybody)) << "never";
    EXPECT_FALSE(may_read(to_all, statement(answer, 1, 0, Audience::parties), anybody));
    EXPECT_FALSE(may_read(to_all, statement(answer, 1, 0, Audience::member_states), anybody));
    EXPECT_TRUE(may_read(to_all, statement(answer, 1, 0, Audience::member_states), other_state));
    EXPECT_FALSE(may_read(to_states, statement(answer, 1, 0, Audience::everyone), anybody))
        << "an answer's audience never widens the State's consent";
}

TEST(ReviewSight, AQuestionIsShownOnlyWithAnAnswerThatIs) {
    using enum StatementKind;
    const Review open = review_at(ReviewStage::finished, Audience::everyone, Audience::everyone);
    const std::vector<Statement> said = {statement(question, 1), statement(question, 2),
                                         statement(answer, 3, 2, Audience::everyone), statement(question, 4),
                                         statement(answer, 5, 4, Audience::parties)};
    std::vector<std::int64_t> read;
    for (const Statement& each : readable(open, said, anybody)) read.push_back(each.id.number);
    EXPECT_EQ(read, (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(readable(open, said, reviewer).size(), 5u);
}

TEST(ReviewSight, ADraftIsTheReviewersUntilItIsHandedOver) {
    using enum StatementKind;
    const Statement found = statement(finding, 1);
    EXPECT_FALSE(may_read(review_at(ReviewStage::drafting), found, reviewed));
    EXPECT_TRUE(may_read(review_at(ReviewStage::drafting), found, reviewer));
    EXPECT_TRUE(may_read(review_at(ReviewStage::commenting), found, reviewed));
    Statement struck = found;
    struck.struck = true;
    EXPECT_FALSE(may_read(review_at(ReviewStage::commenting), struck, reviewed));
}

TEST(ReviewSight, WhatWasWithdrawnIsGoneForAll) {
    const Review gone = review_at(ReviewStage::withdrawn, Audience::everyone, Audience::everyone);
    for (const Sight& sight : {reviewed, reviewer, other_state, anybody}) {
        EXPECT_TRUE(may_know(gone, sight));
        EXPECT_FALSE(may_read(gone, statement(StatementKind::finding, 1), sight));
        EXPECT_FALSE(may_read(gone, statement(StatementKind::contribution, 1), sight));
    }
}

TEST(ReviewSight, AnOrganisationsWordsGoToWhomItChose_REP_29) {
    Statement words = statement(StatementKind::contribution, 1, 0, Audience::parties);
    words.author = "organisation:sample-institute";
    const Review on = review_at(ReviewStage::questions);
    const Sight own{false, false, false, {"organisation:sample-institute"}, Audience::everyone};
    EXPECT_TRUE(may_read(on, words, own));
    EXPECT_TRUE(may_read(on, words, reviewed));
    EXPECT_FALSE(may_read(on, words, anybody));
    words.audience = Audience::everyone;
    EXPECT_TRUE(may_read(on, words, anybody));
}

TEST(ReviewDigest, ItChangesWithEveryWordAndLeavesOutWhatWasStruck) {
    std::vector<Statement> said = {statement(StatementKind::finding, 1),
                                   statement(StatementKind::comment, 2)};
    const Sha256 before = digest_of(said);
    said.push_back(statement(StatementKind::finding, 3));
    EXPECT_NE(digest_of(said), before);
    said.back().struck = true;
    EXPECT_EQ(digest_of(said), before);
    said.front().evidence_text = "Elsewhere";
    EXPECT_NE(digest_of(said), before);
}

} // namespace
} // namespace poa::peer_review
