// SPDX-License-Identifier: Apache-2.0
// A review from volunteering to what became of it, on both databases.
#include "review_house.hpp"

#include <algorithm>

namespace poa::peer_review::test {
namespace {

class Reviews : public testing::TestWithParam<Engine> {
  protected:
    House house{GetParam()};
    [[nodiscard]] std::string entry() {
        const ledger::Entry newest = house.newest_entry();
        return newest.act + " " + newest.on_behalf + " " + std::string(name_of(newest.audience));
    }
    /// What stands in an entry in clear or sealed, but the person.
    [[nodiscard]] static bool mentions(const ledger::Entry& entry, std::string_view words) {
        return std::ranges::any_of(entry.facts,
                                   [&](const auto& fact) { return fact.second.contains(words); });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Reviews, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Reviews, WhereTheCharterHasNoneNoCommandActs) {
    // REP-26: clause 12.8 says whether there are reviews.
    House none(GetParam(), "agreed-2025");
    const VolunteerReview request{"peer-dialogue", "desk", "", {"norm-f"}, "public"};
    EXPECT_EQ(said(none.run(none.fiji, volunteer_review, request)), "peer_review.none_here@12.8");
    EXPECT_EQ(said(none.run(none.kenya, ask_question, {Id<PeerReview>{1}, "", "Why?"})),
              "peer_review.none_here@12.8");
    EXPECT_EQ(said(none.run(none.kenya, join_reviewers, {Day::parse("2028-01-01"), ""})),
              "peer_review.none_here@12.8");
    House italy(GetParam(), "italy");
    EXPECT_EQ(said(italy.run(italy.fiji, volunteer_review, request)), "done");
}

TEST_P(Reviews, AStateVolunteersAndNobodyElseDoesItForIt) {
    const VolunteerReview request{"peer-dialogue", "desk", "", {"norm-f"}, "public"};
    const Actor delegate = house.appoint(Role::delegate, Body::state("FJI"));
    EXPECT_EQ(said(house.run(delegate, volunteer_review, request)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.nobody, volunteer_review, request)), "identity.not_signed_in");
    house.end_appointments(house.norway);
    EXPECT_EQ(said(house.run(house.norway, volunteer_review, request)), "identity.appointment_over");
    const auto id = house.volunteer("public", "desk");
    EXPECT_EQ(entry(), "peer_review.volunteer_review state:FJI public");
    EXPECT_EQ(house.kept(id).state, "FJI");
    EXPECT_EQ(said(house.run(house.fiji, volunteer_review, request)), "peer_review.review_runs");
}

TEST_P(Reviews, TheSubjectIsPartOfTheFrameworkOrAReleasedReport) {
    const auto volunteer = [&](std::string report, std::vector<std::string> items) {
        return said(house.run(house.fiji, volunteer_review,
                              {"peer-dialogue", "desk", std::move(report), std::move(items), "parties"}));
    };
    EXPECT_EQ(volunteer("", {}), "peer_review.no_subject:items");
    EXPECT_EQ(volunteer("2027/norms-checklist", {"norm-z"}),
              "peer_review.no_such_item:items peer_review.no_such_release:report");
    house.release_report("FJI");
    EXPECT_EQ(volunteer("2027/norms-checklist", {}), "done");
    EXPECT_EQ(entry(), "peer_review.volunteer_review state:FJI own_delegation") << "known to the parties";
}

TEST_P(Reviews, AReviewThatIsForThePartiesIsNobodyElses) {
    const auto id = house.volunteer("parties");
    EXPECT_EQ(said(house.run(house.norway, offer_review, {id, ""})), "peer_review.no_such_review");
    EXPECT_EQ(said(house.run(house.fiji, invite_reviewer, {id, "NOR"})), "done");
    EXPECT_EQ(said(house.run(house.norway, offer_review, {id, ""})), "done");
    EXPECT_EQ(said(house.run(house.kenya, offer_review, {id, ""})), "peer_review.no_such_review");
}

TEST_P(Reviews, ReviewersAreInvitedOrOfferAndTheStateDecides) {
    // REP-26: reviewers are paired across regions; conflicts are declared; no reason is asked for declining.
    const auto id = house.volunteer();
    EXPECT_EQ(said(house.run(house.fiji, fix_reviewers, {id})), "peer_review.no_reviewer");
    EXPECT_EQ(said(house.run(house.samoa, offer_review, {id, ""})), "done");
    EXPECT_EQ(said(house.run(house.samoa, offer_review, {id, ""})), "peer_review.asked_already");
    EXPECT_EQ(said(house.run(house.fiji, settle_offer, {id, "WSM", "accept"})), "done");
    EXPECT_EQ(said(house.run(house.fiji, fix_reviewers, {id})), "peer_review.one_region");
    EXPECT_EQ(said(house.run(house.norway, offer_review, {id, "We sell lanterns."})), "done");
    EXPECT_EQ(house.newest_entry().audience, Audience::own_delegation);
    EXPECT_FALSE(mentions(house.newest_entry(), "lanterns")) << "sealed";
    EXPECT_EQ(said(house.run(house.fiji, settle_offer, {id, "NOR", "decline"})), "done");
    EXPECT_EQ(said(house.run(house.norway, offer_review, {id, ""})), "peer_review.declined_already");
    EXPECT_EQ(said(house.run(house.fiji, settle_offer, {id, "KEN", "accept"})),
              "peer_review.no_such_reviewer");
    EXPECT_EQ(said(house.run(house.fiji, invite_reviewer, {id, "FJI"})), "peer_review.own_state:reviewer");
    EXPECT_EQ(said(house.run(house.fiji, invite_reviewer, {id, "ZZZ"})),
              "peer_review.no_such_state:reviewer");
    EXPECT_EQ(said(house.run(house.fiji, invite_reviewer, {id, "KEN"})), "done");
    EXPECT_EQ(said(house.run(house.fiji, settle_offer, {id, "KEN", "accept"})), "peer_review.no_offer");
    EXPECT_EQ(said(house.run(house.kenya, offer_review, {id, ""})), "done");
    EXPECT_EQ(said(house.run(house.fiji, offer_review, {id, ""})), "peer_review.own_review");
    EXPECT_EQ(said(house.run(house.fiji, fix_reviewers, {id})), "done");
    EXPECT_EQ(entry(), "peer_review.fix_reviewers state:FJI public");
    EXPECT_EQ(fact(house.newest_entry(), "reviewers"), "KEN WSM");
    EXPECT_EQ(said(house.run(house.samoa, step_back, {id})), "done");
    EXPECT_EQ(said(house.run(house.samoa, ask_question, {id, "", "Why?"})), "peer_review.not_a_reviewer");
    EXPECT_EQ(said(house.run(house.norway, step_back, {id})), "peer_review.not_a_reviewer");
}

TEST_P(Reviews, QuestionsPointAtAnItemOrAtAnAnswerTheReviewerMayRead) {
    house.release_report("FJI");
    const auto id = house
                        .run(house.fiji, volunteer_review,
                             {"review-cycle", "desk", "2027/norms-checklist", {"norm-f"}, "member_states"})
                        ->review.id;
    house.agree(id, house.kenya, "KEN");
    ASSERT_EQ(said(house.run(house.fiji, fix_reviewers, {id})), "done");
    const auto ask = [&](const char* about) {
        return said(house.run(house.kenya, ask_question, {id, about, "Who keeps the lanterns?"}));
    };
    EXPECT_EQ(ask("answer:norm-a-lead"), "done");
    EXPECT_EQ(ask("answer:norm-a-contact"), "peer_review.no_such_passage:about") << "kept at home";
    EXPECT_EQ(ask("item:norm-f"), "done");
    EXPECT_EQ(ask("item:norm-z"), "peer_review.no_such_passage:about");
    EXPECT_EQ(said(house.run(house.norway, ask_question, {id, "", "Why?"})), "peer_review.not_a_reviewer");
    EXPECT_EQ(said(house.run(house.fiji, ask_question, {id, "", "Why?"})), "peer_review.not_a_reviewer");
    EXPECT_EQ(said(house.run(house.kenya, note_visit, {id, "Lit."})), "peer_review.desk_only");
}

TEST_P(Reviews, FindingsNameWhatTheyRestOn_ACC_06) {
    const auto id = house.paired();
    const auto question = house.made(house.run(house.kenya, ask_question, {id, "", "Who keeps them?"}));
    (void)house.made(house.run(house.fiji, answer_question, {id, question, "The lamp office.", "public"}));
    const auto find = [&](const char* evidence, const char* text) {
        return said(house.run(house.samoa, add_finding, {id, "item:norm-f", "Lit.", evidence, text}));
    };
    EXPECT_EQ(find("document", "A/99/1"), "peer_review.no_such_document:evidence_text");
    EXPECT_EQ(find("link", "http://lanterns.example"), "peer_review.not_an_address:evidence_text");
    EXPECT_EQ(find("link", "https://lanterns.example"), "done");
    EXPECT_EQ(find("interview", "Keeper of the lamp office"), "done");
    EXPECT_EQ(find("observed", ""), "input.required:evidence_text");
    EXPECT_EQ(said(house.run(house.fiji, add_finding, {id, "item:norm-f", "Lit.", "observed", "Harbour"})),
              "peer_review.not_a_reviewer");
}

TEST_P(Reviews, WhatIsStruckIsGoneWithWhatFollowsFromIt) {
    const auto id = house.paired();
    const auto question = house.made(house.run(house.kenya, ask_question, {id, "", "Who keeps them?"}));
    (void)house.made(house.run(house.fiji, answer_question, {id, question, "The lamp office.", "public"}));
    const auto finding =
        house.made(house.run(house.samoa, add_finding, {id, "item:norm-f", "Dark.", "observed", "Harbour"}));
    (void)house.made(house.run(house.kenya, add_recommendation, {id, finding, "Light them."}));
    EXPECT_EQ(said(house.run(house.kenya, strike_statement, {id, question})),
              "peer_review.no_such_statement");
    EXPECT_EQ(said(house.run(house.kenya, strike_statement, {id, finding})), "done");
    EXPECT_EQ(house.texts_for(house.samoa, id),
              (std::vector<std::string>{"Who keeps them?", "The lamp office."}));
    EXPECT_EQ(said(house.run(house.kenya, hand_over_draft, {id})), "peer_review.empty_draft");
    EXPECT_EQ(house.kept(id).stage, ReviewStage::drafting) << "what was refused changed nothing";
}

TEST_P(Reviews, WhoStepsBackIsReplacedBeforeTheDraftIsHandedOver) {
    const auto id = house.paired();
    const auto question = house.made(house.run(house.kenya, ask_question, {id, "", "Who keeps them?"}));
    (void)house.made(house.run(house.fiji, answer_question, {id, question, "The lamp office.", "public"}));
    (void)house.made(house.run(house.samoa, add_finding, {id, "item:norm-f", "Lit.", "observed", "Harbour"}));
    ASSERT_EQ(said(house.run(house.kenya, step_back, {id})), "done");
    EXPECT_EQ(said(house.run(house.samoa, hand_over_draft, {id})), "peer_review.one_region");
    house.agree(id, house.norway, "NOR");
    EXPECT_EQ(said(house.run(house.samoa, hand_over_draft, {id})), "done");
}

TEST_P(Reviews, NobodyReadsItBeforeTheStateConsentsAndThenAsFarAsItConsents) {
    // REP-26: published only with consent.
    const auto all = house.handed_over();
    EXPECT_TRUE(house.texts_for(house.nobody, all.id).empty());
    EXPECT_TRUE(house.texts_for(house.norway, all.id).empty());
    EXPECT_EQ(house.texts_for(house.fiji, all.id).size(), 5u);
    (void)house.made(house.run(house.fiji, comment_draft, {all.id, all.finding, "A fifth is planned."}));
    EXPECT_EQ(house.finish(all.id, "parties"), "done");
    EXPECT_TRUE(house.texts_for(house.norway, all.id).empty());
    EXPECT_EQ(house.finish(all.id, "member_states"), "done");
    EXPECT_EQ(house.texts_for(house.norway, all.id).size(), 5u) << "all but the note of the visit";
    EXPECT_TRUE(house.texts_for(house.nobody, all.id).empty());
    EXPECT_EQ(house.finish(all.id, "public"), "done");
    EXPECT_EQ(entry(), "peer_review.finish_review state:FJI public");
    EXPECT_EQ(fact(house.newest_entry(), "shown_to"), "public");
    EXPECT_EQ(fact(house.newest_entry(), "sha256"), digest_of(house.statements(all.id)).hex());
    EXPECT_EQ(house.texts_for(house.nobody, all.id),
              (std::vector<std::string>{"Who keeps the lanterns?", "The lamp office.", "Lanterns are kept.",
                                        "Light a fourth one.", "A fifth is planned."}));
    EXPECT_EQ(house.finish(all.id, "parties"), "done");
    EXPECT_EQ(entry(), "peer_review.finish_review state:FJI public") << "what was open is closed openly";
    EXPECT_TRUE(house.texts_for(house.nobody, all.id).empty());
}

TEST_P(Reviews, ConsentIsToWhatWasRead) {
    const auto all = house.handed_over();
    const std::int64_t read = house.kept(all.id).revision;
    (void)house.made(house.run(house.fiji, comment_draft, {all.id, all.finding, "A fifth is planned."}));
    EXPECT_EQ(said(house.run(house.fiji, finish_review, {all.id, read, "public"})),
              "peer_review.changed_since");
    EXPECT_EQ(said(house.run(house.kenya, finish_review, {all.id, read + 1, "public"})),
              "identity.not_permitted");
    EXPECT_EQ(house.kept(all.id).stage, ReviewStage::commenting);
}

TEST_P(Reviews, WhatWasWithdrawnIsGoneAndItsDigestStays) {
    const auto all = house.handed_over();
    ASSERT_EQ(house.finish(all.id, "public"), "done");
    const std::string digest = digest_of(house.statements(all.id)).hex();
    EXPECT_EQ(said(house.run(house.kenya, withdraw_review, {all.id})), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.fiji, withdraw_review, {all.id})), "done");
    EXPECT_EQ(entry(), "peer_review.withdraw_review state:FJI public");
    EXPECT_EQ(fact(house.newest_entry(), "sha256"), digest);
    for (const Actor& actor : {house.nobody, house.norway, house.kenya, house.fiji})
        EXPECT_TRUE(house.texts_for(actor, all.id).empty());
    EXPECT_EQ(house.finish(all.id, "public"), "peer_review.not_at_this_stage");
}

TEST_P(Reviews, WhatThePartiesAloneKnowIsInNobodysLedger) {
    const auto all = house.handed_over("parties");
    ASSERT_EQ(house.finish(all.id, "parties"), "done");
    ASSERT_EQ(said(house.run(house.fiji, withdraw_review, {all.id})), "done");
    const auto known = house.read(
        [](storage::Session& session) { return ledger::recent(session, Audience::member_states, 0, 100); });
    for (const ledger::Recorded& each : known)
        EXPECT_FALSE(each.entry.act.starts_with("peer_review.")) << each.entry.act;
}

TEST_P(Reviews, RecommendationsAreAcceptedOrNotedAndFollowed_ACC_05) {
    // ACC-05: what a State accepted, how far it says it is, and what shows it.
    const auto all = house.handed_over();
    (void)house.made(
        house.run(house.fiji, respond_recommendation, {all.id, all.recommendation, "noted", "Oil is dear."}));
    const FollowUp told{
        all.id, all.recommendation, "under_way", "Oil was found.", "link", "https://lanterns.example/oil"};
    EXPECT_EQ(said(house.run(house.fiji, follow_up, told)), "peer_review.not_at_this_stage");
    ASSERT_EQ(house.finish(all.id, "public"), "done");
    EXPECT_EQ(said(house.run(house.fiji, follow_up, told)), "peer_review.not_accepted")
        << "noted binds nobody";
    ASSERT_EQ(said(house.run(house.fiji, withdraw_review, {all.id})), "done");

    const auto again = house.handed_over();
    (void)house.made(
        house.run(house.fiji, respond_recommendation, {again.id, again.recommendation, "accepted", ""}));
    ASSERT_EQ(house.finish(again.id, "public"), "done");
    FollowUp second = told;
    second.review = again.id;
    second.statement = again.recommendation;
    second.evidence_text = "nowhere";
    EXPECT_EQ(said(house.run(house.fiji, follow_up, second)), "peer_review.not_an_address:evidence_text");
    second.evidence_text = told.evidence_text;
    EXPECT_EQ(said(house.run(house.kenya, follow_up, second)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.fiji, follow_up, second)), "done");
    EXPECT_EQ(house.texts_for(house.nobody, again.id).back(), "Oil was found.");
}

TEST_P(Reviews, AccreditedOrganisationsContributeInTheirOwnName_REP_29) {
    const auto id = house.volunteer();
    const Actor institute = house.appoint(Role::representative, Body::organisation("sample-institute"));
    const ContributeStatement words{id, "item:norm-f", "We lit two lanterns.", "", "public"};
    EXPECT_EQ(said(house.run(institute, contribute_statement, words)), "peer_review.not_accredited");
    house.accredit("sample-institute");
    const auto made = house.run(institute, contribute_statement, words);
    ASSERT_EQ(said(made), "done");
    EXPECT_EQ(entry(), "peer_review.contribute_statement organisation:sample-institute own_delegation");
    EXPECT_EQ(house.statements(id).front().author, "organisation:sample-institute");
    EXPECT_EQ(house.texts_for(house.nobody, id), (std::vector<std::string>{"We lit two lanterns."}));
    EXPECT_EQ(said(house.run(house.kenya, contribute_statement, words)), "identity.not_permitted");
    const Actor other = house.appoint(Role::representative, Body::organisation("other-institute"));
    EXPECT_EQ(said(house.run(other, take_back_contribution, {id, made->statement})),
              "peer_review.no_such_statement");
    EXPECT_EQ(said(house.run(institute, take_back_contribution, {id, made->statement})), "done");
    EXPECT_TRUE(house.texts_for(house.nobody, id).empty());

    House italy(GetParam(), "italy");
    const auto there = italy.volunteer();
    italy.accredit("sample-institute");
    const Actor guest = italy.appoint(Role::representative, Body::organisation("sample-institute"));
    EXPECT_EQ(said(italy.run(guest, contribute_statement, {there, "", "Lit.", "", "public"})),
              "peer_review.no_contributions@3.1");
}

TEST_P(Reviews, WhoWouldReviewIsForMemberStates) {
    const auto until = Day::parse("2028-01-01");
    EXPECT_EQ(said(house.run(house.kenya, join_reviewers, {Day::parse("2020-01-01"), ""})),
              "peer_review.day_past:until");
    EXPECT_EQ(said(house.run(house.kenya, leave_reviewers, LeaveReviewers{})),
              "peer_review.not_among_reviewers");
    EXPECT_EQ(said(house.run(house.kenya, join_reviewers, {until, "Lanterns"})), "done");
    EXPECT_EQ(entry(), "peer_review.join_reviewers state:KEN member_states");
    EXPECT_EQ(said(house.run(house.kenya, leave_reviewers, LeaveReviewers{})), "done");
    EXPECT_EQ(said(house.run(house.kenya, leave_reviewers, LeaveReviewers{})),
              "peer_review.not_among_reviewers");
}

} // namespace
} // namespace poa::peer_review::test
