// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/acts.hpp"

#include "base/input.hpp"
#include "capabilities/decisions/permissions.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

using identity::Body;

template <Verb verb> bool stage_allows(const AtHand& at) {
    return at.appeal == nullptr && next(at.proposal.stage, verb).has_value();
}
bool is_open(const Question* question) {
    return question != nullptr && question->is_open();
}
bool may_be_sponsored(const AtHand& at) {
    return !at.proposal.ended;
}
bool by_objection(const AtHand& at) {
    return is_open(at.question) && at.question->asked != Asked::vote;
}
bool by_vote(const AtHand& at) {
    return is_open(at.asked()) && at.asked()->asked == Asked::vote;
}
bool was_vote(const AtHand& at) {
    return at.asked() != nullptr && at.asked()->asked == Asked::vote;
}
bool has_end(const AtHand& at) {
    return is_open(at.question) && at.question->closes.has_value();
}
bool has_question(const AtHand& at) {
    return is_open(at.asked());
}
bool may_be_taken_back(const AtHand& at) {
    return at.appeal == nullptr && is_open(at.question);
}
bool is_tabled(const AtHand& at) {
    return !at.proposal.symbol.empty() && at.proposal.stage != Stage::withdrawn;
}
bool may_resume(const AtHand& at) {
    return at.proposal.stage == Stage::blocked || at.proposal.stage == Stage::in_mediation;
}
bool is_draft(const AtHand& at) {
    return at.proposal.stage == Stage::draft;
}
bool may_be_ruled_on(const AtHand& at) {
    return is_tabled(at) && !at.proposal.ended && at.appeal == nullptr;
}
bool may_be_appealed(const AtHand& at) {
    return !at.proposal.ended && at.ruling != nullptr && !at.ruling->question;
}

constexpr std::string_view public_record =
    N_("The act, your body and the moment go on the public record; your name does not.");

constexpr std::array acts{
    OfferedAct{"table_proposal", ActFor::proposer, N_("Table the proposal"),
               N_("It gets its symbol, every reader sees it, and its text changes only by amendments."),
               stage_allows<Verb::table>},
    OfferedAct{
        "lodge_objection", ActFor::state, N_("Object"),
        N_("Your State's objection is recorded. While it stands, nothing is adopted. Who reads of it is "
           "said on the page of the question."),
        by_objection},
    OfferedAct{"withdraw_objection", ActFor::state, N_("Withdraw the objection"),
               N_("Your State's objection does not stand any more; that it stood stays on the record."),
               by_objection},
    OfferedAct{
        "cast_vote", ActFor::state, N_("Vote"),
        N_("Your State's vote is recorded. It counts once, whoever of your delegation casts it; the head "
           "of the delegation may correct it."),
        by_vote},
    OfferedAct{"correct_vote", ActFor::state, N_("Correct the vote"),
               N_("Both votes stay on the record. The correction counts only while the vote is open."),
               was_vote},
    OfferedAct{"explain_position", ActFor::state, N_("Explain your position"), public_record, is_tabled},
    OfferedAct{
        "appeal_ruling", ActFor::state, N_("Appeal against the Chair's ruling"),
        N_("Your State's appeal is put to the vote at once. Until the vote has ended nothing else on the "
           "proposal is put or declared; a majority of those present and voting overrules the Chair."),
        may_be_appealed},
    OfferedAct{"share_draft", ActFor::proposer, N_("Share the draft with a State"),
               N_("That State's delegation can read the draft and sponsor it. Nobody else sees it."),
               is_draft},
    OfferedAct{"unshare_draft", ActFor::proposer, N_("Share the draft with a State no longer"),
               N_("That State's delegation does not see the draft any more."), is_draft},
    OfferedAct{"join_sponsors", ActFor::state, N_("Sponsor it"), public_record, may_be_sponsored},
    OfferedAct{"leave_sponsors", ActFor::state, N_("Sponsor it no longer"), public_record, may_be_sponsored},
    OfferedAct{"open_discussion", ActFor::chair, N_("Open the discussion"), public_record,
               stage_allows<Verb::discuss>},
    OfferedAct{
        "put_question", ActFor::chair, N_("Put it to the body"),
        N_("The text, the rule of the charter and the States that take part are frozen. Every screen that "
           "shows the proposal shows the question."),
        stage_allows<Verb::put>},
    OfferedAct{
        "close_question", ActFor::chair, N_("Declare the outcome"),
        N_("What the rule makes of what was heard. If it is adopted, its effect holds from this moment."),
        has_question},
    OfferedAct{"extend_question", ActFor::chair, N_("Give more time"), public_record, has_end},
    OfferedAct{"take_back_question", ActFor::chair, N_("Take the question back"), public_record,
               may_be_taken_back},
    OfferedAct{"rule_on_point_of_order", ActFor::chair, N_("Rule on a point of order"),
               N_("Your ruling stands at once. Any State may appeal; then all States vote on it."),
               may_be_ruled_on},
    OfferedAct{"defer_to_mediation", ActFor::chair, N_("Set it aside for mediation"), public_record,
               stage_allows<Verb::defer>},
    OfferedAct{"resume_discussion", ActFor::chair, N_("Resume the discussion"), public_record, may_resume},
    OfferedAct{"let_lapse", ActFor::chair, N_("Let it lapse"), public_record, stage_allows<Verb::lapse>},
    OfferedAct{"withdraw_proposal", ActFor::proposer, N_("Withdraw the proposal"), public_record,
               stage_allows<Verb::withdraw>},
};

std::optional<Body> body_for(const OfferedAct& act, const identity::Actor& actor, const Proposal& proposal) {
    if (act.whose == ActFor::chair) return std::nullopt;
    if (act.whose == ActFor::proposer) {
        const bool chairs = proposal.proposer == "chair" || proposal.proposer.starts_with("group:");
        return chairs ? Body::chair() : Body::parse(proposal.proposer);
    }
    return delegation_of(actor);
}

} // namespace

std::span<const OfferedAct> offered_acts() {
    return acts;
}

const OfferedAct* find_act(std::string_view command) {
    const auto found = std::ranges::find(acts, command, &OfferedAct::command);
    return found == acts.end() ? nullptr : &*found;
}

Result<identity::Permit> permit_for(const OfferedAct& act, const identity::Actor& actor,
                                    const Proposal& proposal) {
    return permissions().check("decisions." + std::string(act.command), actor,
                               body_for(act, actor, proposal));
}

} // namespace poa::decisions
