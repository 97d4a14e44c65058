// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/acts_reviews.hpp"
#include "capabilities/peer_review/commands.hpp"
#include "capabilities/peer_review/module_turns.hpp"
#include "capabilities/peer_review/pages_drawing.hpp"

#include <boost/describe/class.hpp>

#include <charconv>

namespace poa::peer_review {
namespace {

using web::Done;
using web::Entered;
using web::Screen;
using web::Visit;

/// What a program gets of an act on a review.
struct ReviewOutcome {
    std::int64_t review = 0, revision = 0, statement = 0;
    std::string state, stage;
};
BOOST_DESCRIBE_STRUCT(ReviewOutcome, (), (review, revision, statement, state, stage))

struct VolunteerOutcome {
    std::string state;
    Day until;
    bool left = false;
};
BOOST_DESCRIBE_STRUCT(VolunteerOutcome, (), (state, until, left))

ReviewOutcome outcome_of(const Acted& acted) {
    const Review& review = acted.review;
    return {review.id.number, review.revision, acted.statement.number, review.state,
            std::string(name_of(review.stage))};
}

std::string entered_text(const Entered& entered, std::string_view name) {
    const auto* value = entered.values != nullptr ? entered.values->find(name) : nullptr;
    return value != nullptr ? value->text : std::string();
}

std::int64_t number_in(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The form again with what was entered; a bare one where the review is not the visitor's to see.
Screen act_again(const ModuleLinks& links, const Visit& visit, const Entered& entered,
                 std::string_view command) {
    InputValues path;
    web::add_path(visit, path);
    const auto* named = path.find("review");
    const Id<PeerReview> review{named != nullptr ? number_in(named->text) : 0};
    ReviewActPage page;
    page.command = command;
    page.reviewer = entered_text(entered, "reviewer");
    page.statement = number_in(entered_text(entered, "statement"));
    page.head.review = review.number;
    auto loaded = reading_reviews(
        links, visit, [&](const ReviewReading& read) { return load_review_act(read, review, page); });
    return draw_review_act(loaded ? *loaded : page, visit, entered);
}

template <class Request> web::Url after_act(const Acted& acted, const Request&) {
    auto url = review_url(acted.review.id.number);
    if (!acted.statement.is_known()) return url;
    return std::move(url).at("statement-" + std::to_string(acted.statement.number));
}

class Commands {
  public:
    Commands(web::Routes& routes, const ModuleLinks& links) : routes_(routes), links_(links) {}

    template <class Request, class Run> void add(std::string_view command, Of<Request> of, Run run) {
        const std::string name(command);
        routes_.command<Request, ReviewOutcome>(
            "/reviews/{review}/" + name, {"peer_review." + name, find_review_act(command)->title},
            input_of(of),
            [links = links_, run](const Visit& visit, const Request& request) -> Result<Done<ReviewOutcome>> {
                auto acted = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                    return run(work, links.ground, identity::actor_of(visit), request);
                });
                if (!acted) return refuse(acted.error());
                return Done<ReviewOutcome>{outcome_of(*acted), after_act(*acted, request)};
            },
            [links = links_, name](const Visit& visit, const Entered& entered) {
                return act_again(links, visit, entered, name);
            });
    }

  private:
    web::Routes& routes_;
    const ModuleLinks& links_;
};

void add_volunteer(web::Routes& routes, const ModuleLinks& links) {
    routes.command<VolunteerReview, ReviewOutcome>(
        "/reviews/volunteer_review", {"peer_review.volunteer_review", N_("Volunteer for a review by peers")},
        input_of(Of<VolunteerReview>{}),
        [links](const Visit& visit, const VolunteerReview& request) -> Result<Done<ReviewOutcome>> {
            auto acted = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return volunteer_review(work, links.ground, identity::actor_of(visit), request);
            });
            if (!acted) return refuse(acted.error());
            return Done<ReviewOutcome>{outcome_of(*acted), review_url(acted->review.id.number), {}, 201};
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = reading_reviews(links, visit, load_volunteer);
            return draw_volunteer(page ? *page : VolunteerPage{}, visit, entered);
        });
}

template <class Request, class Run>
void add_desk(web::Routes& routes, const ModuleLinks& links, std::string_view command, web::About about,
              Of<Request> of, Run run) {
    routes.command<Request, VolunteerOutcome>(
        "/my-reviews/" + std::string(command), std::move(about), input_of(of),
        [links, run](const Visit& visit, const Request& request) -> Result<Done<VolunteerOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return run(work, links.ground, identity::actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<VolunteerOutcome>{{done->state, done->until, done->left_at.has_value()},
                                          web::Url("/my-reviews")};
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = reading_reviews(links, visit, load_my_reviews);
            return draw_my_reviews(page ? *page : MyReviewsPage{}, visit, entered);
        });
}

} // namespace

void add_review_commands(web::Routes& routes, const ModuleLinks& links) {
    add_volunteer(routes, links);
    add_desk(routes, links, "join_reviewers",
             {"peer_review.join_reviewers", N_("Say that a State would review others")}, Of<JoinReviewers>{},
             join_reviewers);
    add_desk(routes, links, "leave_reviewers",
             {"peer_review.leave_reviewers", N_("Say that a State would review others no more")},
             Of<LeaveReviewers>{}, leave_reviewers);
    Commands commands(routes, links);
    commands.add("invite_reviewer", Of<InviteReviewer>{}, invite_reviewer);
    commands.add("offer_review", Of<OfferReview>{}, offer_review);
    commands.add("settle_offer", Of<SettleOffer>{}, settle_offer);
    commands.add("step_back", Of<StepBack>{}, step_back);
    commands.add("fix_reviewers", Of<FixReviewers>{}, fix_reviewers);
    commands.add("ask_question", Of<AskQuestion>{}, ask_question);
    commands.add("answer_question", Of<AnswerQuestion>{}, answer_question);
    commands.add("note_visit", Of<NoteVisit>{}, note_visit);
    commands.add("add_finding", Of<AddFinding>{}, add_finding);
    commands.add("add_recommendation", Of<AddRecommendation>{}, add_recommendation);
    commands.add("strike_statement", Of<StrikeStatement>{}, strike_statement);
    commands.add("hand_over_draft", Of<HandOverDraft>{}, hand_over_draft);
    commands.add("comment_draft", Of<CommentDraft>{}, comment_draft);
    commands.add("respond_recommendation", Of<RespondRecommendation>{}, respond_recommendation);
    commands.add("finish_review", Of<FinishReview>{}, finish_review);
    commands.add("withdraw_review", Of<WithdrawReview>{}, withdraw_review);
    commands.add("follow_up", Of<FollowUp>{}, follow_up);
    commands.add("contribute_statement", Of<ContributeStatement>{}, contribute_statement);
    commands.add("take_back_contribution", Of<TakeBackContribution>{}, take_back_contribution);
}

} // namespace poa::peer_review
