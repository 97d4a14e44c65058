// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/acts.hpp"
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
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "web/html.hpp"

#include <array>
#include <utility>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

const InputSpec& spec_of(std::string_view command) {
    const std::array<std::pair<std::string_view, const InputSpec*>, 21> specs{{
        {"table_proposal", &input_of(Of<TableProposal>{})},
        {"withdraw_proposal", &input_of(Of<WithdrawProposal>{})},
        {"join_sponsors", &input_of(Of<JoinSponsors>{})},
        {"leave_sponsors", &input_of(Of<LeaveSponsors>{})},
        {"open_discussion", &input_of(Of<OpenDiscussion>{})},
        {"put_question", &input_of(Of<PutQuestion>{})},
        {"close_question", &input_of(Of<CloseQuestion>{})},
        {"extend_question", &input_of(Of<ExtendQuestion>{})},
        {"take_back_question", &input_of(Of<TakeBackQuestion>{})},
        {"defer_to_mediation", &input_of(Of<DeferToMediation>{})},
        {"resume_discussion", &input_of(Of<ResumeDiscussion>{})},
        {"let_lapse", &input_of(Of<LetLapse>{})},
        {"lodge_objection", &input_of(Of<LodgeObjection>{})},
        {"withdraw_objection", &input_of(Of<WithdrawObjection>{})},
        {"cast_vote", &input_of(Of<CastVote>{})},
        {"correct_vote", &input_of(Of<CorrectVote>{})},
        {"explain_position", &input_of(Of<ExplainPosition>{})},
        {"rule_on_point_of_order", &input_of(Of<RuleOnPointOfOrder>{})},
        {"appeal_ruling", &input_of(Of<AppealRuling>{})},
        {"share_draft", &input_of(Of<ShareDraft>{})},
        {"unshare_draft", &input_of(Of<UnshareDraft>{})},
    }};
    for (const auto& [name, spec] : specs)
        if (name == command) return *spec;
    require(false, "an offered act with a declared input");
    return *specs.front().second;
}

InputValues values_of(const ActPage& page) {
    InputValues values;
    values.set("revision", std::to_string(page.revision));
    values.set("version", std::to_string(page.version));
    if (page.ruling > 0) values.set("ruling", std::to_string(page.ruling));
    if (page.question > 0) values.set("question", std::to_string(page.question));
    return values;
}

Html recorded(const ActPage& page, const OfferedAct& act, const Visit& visit) {
    const auto& in = visit.in;
    Html rows = group(dt(in.tr("For")), dd(bdi(page.on_behalf_name)), dt(in.tr("On")),
                      dd(a(href(Url::of("decisions", std::to_string(page.proposal))), bdi(page.title))));
    if (!page.symbol.empty()) rows += group(dt(in.tr("Symbol")), dd(bdi(page.symbol)));
    if (!page.clause.empty()) rows += group(dt(in.tr("Clause of the charter")), dd(page.clause));
    return section(css("notice"), h2(in.tr("What will be recorded")), dl(css("facts"), rows),
                   p(in.tr(act.recorded)));
}

Html text_of(const ActPage& page, const Visit& visit) {
    if (page.command != "explain_position" || page.text.empty()) return {};
    Html rows;
    for (const ParagraphRow& row : page.text) rows += group(dt(row.key), dd(dir("auto"), row.text));
    return details(summary(visit.in.tr("Paragraphs and their keys")), dl(css("facts"), rows));
}

/// Where the text that the sender saw is no more: what changed.
Html changed_since(const ActPage& page, const Visit& visit, const web::Entered& entered) {
    if (entered.problems == nullptr) return {};
    const Url text = Url::of("decisions", std::to_string(page.proposal), "text");
    Html links;
    for (const Reason& reason : entered.problems->reasons) {
        if (reason.code == "decisions.text_changed")
            links += p(a(href(text.below("compare")
                                  .with("from", reason.facts.at(0).second)
                                  .with("to", reason.facts.at(1).second)),
                         visit.in.tr("What changed in the text")));
        if (reason.code == "decisions.draft_reads_otherwise" || reason.code == "decisions.draft_brackets" ||
            reason.code == "decisions.draft_reference")
            links += p(a(href(text), visit.in.tr("The draft as it reads now")));
    }
    return links;
}

/// What was entered; with the version that is there now for who was told that it is another.
InputValues entered_again(const ActPage& page, const web::Entered& entered) {
    InputValues values = *entered.values;
    if (entered.problems != nullptr && entered.problems->kind == Refusal::Kind::conflict)
        for (const Reason& reason : entered.problems->reasons)
            if (reason.code == "decisions.text_changed" || reason.code == "decisions.draft_reads_otherwise")
                values.set("version", std::to_string(page.version));
    return values;
}

} // namespace

Screen draw_act(const ActPage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const OfferedAct* act = find_act(page.command);
    require(act != nullptr, "an act that is offered");
    const InputValues start = values_of(page);
    web::Entered again = entered;
    InputValues values;
    if (entered.values != nullptr) {
        values = entered_again(page, entered);
        again.values = &values;
    }
    const Url target = Url::of("decisions", std::to_string(page.proposal), page.command);
    Screen screen;
    screen.title = in.tr(act->title);
    screen.section = "decisions";
    screen.crumbs = {{std::string(in.tr("Decisions")), Url("/decisions")},
                     {page.symbol.empty() ? page.title : page.symbol,
                      Url::of("decisions", std::to_string(page.proposal))}};
    screen.form_page = Url::of("decisions", std::to_string(page.proposal), "act", page.command);
    screen.body = group(
        h1(css("page-title"), in.tr(act->title)), recorded(page, *act, visit), text_of(page, visit),
        changed_since(page, visit, entered),
        web::form_for(spec_of(page.command), target, visit, again,
                      {.submit = in.tr("Confirm: {act}", {{"act", in.tr(act->title)}}), .start = &start}),
        p(a(href(Url::of("decisions", std::to_string(page.proposal))), in.tr("Back, without doing it"))));
    return screen;
}

Screen draw_draft_form(const EffectSpec& effect, const DraftFormPage& page, const Visit& visit,
                       const web::Entered& entered) {
    const auto& in = visit.in;
    InputValues start;
    start.set("effect", effect.name);
    start.set("body", std::string("plenary"));
    start.set("effect_fields.base_version", std::to_string(page.charter_version));
    start.set("language", std::string(in.code()));
    Screen screen;
    screen.title = in.tr(effect.title);
    screen.section = "decisions";
    screen.crumbs = {{std::string(in.tr("Decisions")), Url("/decisions")},
                     {std::string(in.tr("Draft a proposal")), Url("/decisions/new")}};
    screen.form_page = Url::of("decisions", "new", "effects", effect.name);
    screen.body =
        group(h1(css("page-title"), in.tr(effect.title)), p(css("page-lead"), in.tr(effect.about)),
              p(in.tr("Proposed by {name}. The draft is seen by your delegation alone until it is tabled.",
                      {{"name", page.proposer}})),
              web::form_for(input_of(Of<DraftProposal>{}), Url("/decisions/draft_proposal"), visit, entered,
                            {.submit = in.tr("Keep the draft"), .start = &start, .inside = effect.input}));
    return screen;
}

} // namespace poa::decisions
