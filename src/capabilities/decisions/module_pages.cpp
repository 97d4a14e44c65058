// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module_turns.hpp"
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::decisions {
namespace {

using web::Visit;

struct ListQuery {
    std::string stage, body;
    std::int64_t before = 0;
};
const Input<ListQuery>& list_query() {
    static const auto input =
        Input<ListQuery>("decisions.list")
            .line("stage", &ListQuery::stage, {.label = N_("Stage"), .required = false, .characters_max = 40})
            .line("body", &ListQuery::body, {.label = N_("Body"), .required = false, .characters_max = 70})
            .number("before", &ListQuery::before,
                    {.label = N_("Older than the proposal with this number"), .required = false, .least = 1});
    return input;
}
struct ProposalQuery {
    Id<Proposal> proposal;
};
const Input<ProposalQuery>& proposal_query() {
    static const auto input = Input<ProposalQuery>("decisions.read").id("proposal", &ProposalQuery::proposal);
    return input;
}
struct EffectQuery {
    std::string effect;
};
const Input<EffectQuery>& effect_query() {
    static const auto input =
        Input<EffectQuery>("decisions.draft_form").hidden("effect", &EffectQuery::effect);
    return input;
}
struct ActQuery {
    Id<Proposal> proposal;
    std::string command;
};
const Input<ActQuery>& act_query() {
    static const auto input = Input<ActQuery>("decisions.act_form")
                                  .id("proposal", &ActQuery::proposal)
                                  .hidden("command", &ActQuery::command);
    return input;
}

/// The stream of what is asked about the proposal, as the reader may see it.
http::Answer live_answer(const ModuleLinks& links, const Visit& visit, const web::Drawing& drawing) {
    auto asked = proposal_query().parse(web::values_of(visit));
    if (!asked) return drawing.refusal(visit, asked.error());
    const identity::Actor& actor = identity::actor_of(visit);
    auto proposal = links.database.read(
        [&](storage::Session& session) { return find_proposal(session, actor, asked->proposal); });
    if (!proposal) return drawing.refusal(visit, proposal.error());
    auto beginning = links.live.listen(proposal->id, viewer_of(actor));
    if (!beginning)
        return drawing.refusal(visit, Refusal::because(Refusal::Kind::not_found, "decisions.no_such"));
    http::Answer answer;
    answer.body = http::EventStream{.channel = beginning->channel, .first = beginning->first};
    return answer;
}

} // namespace

void add_page_routes(web::Routes& routes, const ModuleLinks& links) {
    routes.page<DecisionsPage>(
        "/decisions", {"decisions.list", N_("Proposals and decisions"), true}, list_query(),
        [links](const Visit& visit, const ListQuery& query) -> Result<DecisionsPage> {
            return reading(links, visit, [&](const Reading& read) {
                return load_decisions(read, query.stage, query.body, query.before);
            });
        },
        draw_decisions);
    routes.page<NewProposalPage>(
        "/decisions/new", {"decisions.new", N_("What a proposal may do"), false},
        [links](const Visit& visit) { return reading(links, visit, load_new_proposal); }, draw_new_proposal);
    routes.page<DraftFormPage>(
        "/decisions/new/effects/{effect}", {"decisions.draft_form", N_("The form of a draft"), false},
        effect_query(),
        [links](const Visit& visit, const EffectQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_draft_form(read, query.effect); });
        },
        [links](const DraftFormPage& page, const Visit& visit) {
            return draw_draft_form(*links.effects.find(page.effect), page, visit, {});
        });
    routes.page<DecisionPage>(
        "/decisions/{proposal}", {"decisions.read", N_("A proposal or decision, whole"), false},
        proposal_query(),
        [links](const Visit& visit, const ProposalQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_decision(read, query.proposal); });
        },
        draw_decision);
    routes.page<ActPage>(
        "/decisions/{proposal}/act/{command}",
        {"decisions.act_form", N_("What an act would record, before it is confirmed"), false}, act_query(),
        [links](const Visit& visit, const ActQuery& query) {
            return reading(links, visit, [&](const Reading& read) {
                return load_act(read, query.proposal, query.command);
            });
        },
        [](const ActPage& page, const Visit& visit) { return draw_act(page, visit, {}); });
    routes.raw("/decisions/{proposal}/live",
               {"decisions.live", N_("What is asked about a proposal, pushed as it changes"), false},
               "text/event-stream", [links](const Visit& visit, const web::Drawing& drawing) {
                   return live_answer(links, visit, drawing);
               });
}

} // namespace poa::decisions
