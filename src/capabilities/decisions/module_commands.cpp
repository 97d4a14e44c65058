// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/appeal_ruling.hpp"
#include "capabilities/decisions/commands/cast_vote.hpp"
#include "capabilities/decisions/commands/close_question.hpp"
#include "capabilities/decisions/commands/correct_vote.hpp"
#include "capabilities/decisions/commands/defer_to_mediation.hpp"
#include "capabilities/decisions/commands/draft_proposal.hpp"
#include "capabilities/decisions/commands/explain_position.hpp"
#include "capabilities/decisions/commands/extend_question.hpp"
#include "capabilities/decisions/commands/join_sponsors.hpp"
#include "capabilities/decisions/commands/leave_sponsors.hpp"
#include "capabilities/decisions/commands/let_lapse.hpp"
#include "capabilities/decisions/commands/lodge_objection.hpp"
#include "capabilities/decisions/commands/open_discussion.hpp"
#include "capabilities/decisions/commands/put_question.hpp"
#include "capabilities/decisions/commands/resume_discussion.hpp"
#include "capabilities/decisions/commands/rule_on_point_of_order.hpp"
#include "capabilities/decisions/commands/share_draft.hpp"
#include "capabilities/decisions/commands/table_proposal.hpp"
#include "capabilities/decisions/commands/take_back_question.hpp"
#include "capabilities/decisions/commands/unshare_draft.hpp"
#include "capabilities/decisions/commands/withdraw_objection.hpp"
#include "capabilities/decisions/commands/withdraw_proposal.hpp"
#include "capabilities/decisions/module_turns.hpp"
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::decisions {
namespace {

using identity::Actor;
using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

/// What a program gets of an act.
struct ActOutcome {
    std::int64_t proposal = 0;
    std::string stage, symbol; ///< of the proposal after the act
    std::int64_t question = 0; ///< the newest; 0: none
    std::string outcome;       ///< of it; empty: open, or taken back
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ActOutcome, (), (proposal, stage, symbol, question, outcome, at))

ActOutcome outcome_of(ledger::Work& work, Id<Proposal> id) {
    const Proposal proposal = store::proposal(work.session(), id).value();
    ActOutcome made{id.number,
                    std::string(name_of(proposal.stage)),
                    proposal.decision_symbol.empty() ? proposal.symbol : proposal.decision_symbol,
                    0,
                    {},
                    work.now()};
    if (auto question = store::newest_question(work.session(), id)) {
        made.question = question->id.number;
        if (question->outcome) made.outcome = charter::name_of(*question->outcome);
    }
    return made;
}

/// The form of an act again, with what was entered and why it was refused.
Screen act_again(const ModuleLinks& links, const Visit& visit, const Entered& entered, Id<Proposal> id,
                 std::string_view command) {
    auto page = reading(links, visit, [&](const Reading& read) { return load_act(read, id, command); });
    if (page) return draw_act(*page, visit, entered);
    ActPage bare;
    bare.command = command;
    bare.proposal = id.number;
    return draw_act(bare, visit, entered);
}

class Commands {
  public:
    Commands(web::Routes& routes, const ModuleLinks& links) : routes_(routes), links_(links) {}

    /// `run(work, actor, mechanism, request)`.
    template <class Request, class Run>
    void add(std::string_view command, std::string_view summary, Of<Request> of, Run run) {
        const std::string name(command);
        routes_.command<Request, ActOutcome>(
            "/decisions/{proposal}/" + name, {"decisions." + name, summary}, input_of(of),
            [links = links_, run](const Visit& visit, const Request& request) -> Result<Done<ActOutcome>> {
                const Mechanism mechanism = links.mechanism();
                auto done = ledger::in_turn(
                    links.database, links.clock, [&](ledger::Work& work) -> Result<ActOutcome> {
                        auto ran = run(work, identity::actor_of(visit), mechanism, request);
                        if (!ran) return refuse(ran.error());
                        return outcome_of(work, request.proposal);
                    });
                if (!done) return refuse(done.error());
                return Done<ActOutcome>{
                    *done, Url::of("decisions", std::to_string(request.proposal.number)), {}};
            },
            [links = links_, name](const Visit& visit, const Entered& entered) {
                return act_again(links, visit, entered, proposal_in(visit), name);
            });
    }

  private:
    web::Routes& routes_;
    const ModuleLinks& links_;
};

void add_draft(web::Routes& routes, const ModuleLinks& links) {
    routes.command<DraftProposal, ActOutcome>(
        "/decisions/draft_proposal", {"decisions.draft_proposal", N_("Draft a proposal")},
        input_of(Of<DraftProposal>{}),
        [links](const Visit& visit, const DraftProposal& request) -> Result<Done<ActOutcome>> {
            const Mechanism mechanism = links.mechanism();
            auto done =
                ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) -> Result<ActOutcome> {
                    auto made = draft_proposal(work, identity::actor_of(visit), mechanism, request);
                    if (!made) return refuse(made.error());
                    return outcome_of(work, made->id);
                });
            if (!done) return refuse(done.error());
            return Done<ActOutcome>{*done, Url::of("decisions", std::to_string(done->proposal)), {}, 201};
        },
        [links](const Visit& visit, const Entered& entered) {
            const auto* name = entered.values != nullptr ? entered.values->find("effect") : nullptr;
            const EffectSpec* effect = name != nullptr ? links.effects.find(name->text) : nullptr;
            if (effect == nullptr) effect = links.effects.find("statement.express");
            DraftFormPage page;
            page.proposer = identity::actor_of(visit).name();
            return draw_draft_form(*effect, page, visit, entered);
        });
}

void add_for_proposers(Commands& commands) {
    commands.add("table_proposal", N_("Table a proposal"), Of<TableProposal>{}, table_proposal);
    commands.add("withdraw_proposal", N_("Withdraw a proposal"), Of<WithdrawProposal>{},
                 plain(withdraw_proposal));
    commands.add("join_sponsors", N_("Sponsor a proposal"), Of<JoinSponsors>{}, join_sponsors);
    commands.add("leave_sponsors", N_("Sponsor a proposal no longer"), Of<LeaveSponsors>{},
                 plain(leave_sponsors));
    commands.add("share_draft", N_("Share a draft with a State"), Of<ShareDraft>{}, share_draft);
    commands.add("unshare_draft", N_("Share a draft with a State no longer"), Of<UnshareDraft>{},
                 plain(unshare_draft));
}

void add_for_states(Commands& commands) {
    commands.add("lodge_objection", N_("Object to a question"), Of<LodgeObjection>{}, plain(lodge_objection));
    commands.add("withdraw_objection", N_("Withdraw an objection"), Of<WithdrawObjection>{},
                 plain(withdraw_objection));
    commands.add("cast_vote", N_("Vote"), Of<CastVote>{}, plain(cast_vote));
    commands.add("correct_vote", N_("Correct a vote"), Of<CorrectVote>{}, plain(correct_vote));
    commands.add("explain_position", N_("Explain a position"), Of<ExplainPosition>{}, explain_position);
    commands.add("appeal_ruling", N_("Appeal against a ruling of the Chair"), Of<AppealRuling>{},
                 appeal_ruling);
}

void add_for_chair(Commands& commands) {
    commands.add("open_discussion", N_("Open the discussion of a proposal"), Of<OpenDiscussion>{},
                 plain(open_discussion));
    commands.add("put_question", N_("Put a proposal to its body"), Of<PutQuestion>{}, put_question);
    commands.add("close_question", N_("Declare the outcome of a question"), Of<CloseQuestion>{},
                 close_question);
    commands.add("extend_question", N_("Give more time before a question closes"), Of<ExtendQuestion>{},
                 plain(extend_question));
    commands.add("take_back_question", N_("Take a question back without a result"), Of<TakeBackQuestion>{},
                 plain(take_back_question));
    commands.add("defer_to_mediation", N_("Set a proposal aside for mediation"), Of<DeferToMediation>{},
                 defer_to_mediation);
    commands.add("resume_discussion", N_("Resume the discussion of a proposal"), Of<ResumeDiscussion>{},
                 plain(resume_discussion));
    commands.add("let_lapse", N_("Let a proposal lapse"), Of<LetLapse>{}, plain(let_lapse));
    commands.add("rule_on_point_of_order", N_("Rule on a point of order"), Of<RuleOnPointOfOrder>{},
                 rule_on_point_of_order);
}

} // namespace

void add_command_routes(web::Routes& routes, const ModuleLinks& links) {
    add_draft(routes, links);
    Commands commands(routes, links);
    add_for_proposers(commands);
    add_for_states(commands);
    add_for_chair(commands);
}

} // namespace poa::decisions
