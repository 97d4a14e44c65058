// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/begin_chain.hpp"
#include "capabilities/decisions/commands/record_external_step.hpp"
#include "capabilities/decisions/module_turns.hpp"
#include "capabilities/decisions/pages_activity_drawing.hpp"
#include "capabilities/decisions/pages_activity_loading.hpp"
#include "capabilities/decisions/pages_agreed_drawing.hpp"
#include "capabilities/decisions/pages_agreed_loading.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::decisions {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct DayQuery {
    std::optional<Day> day;
};
struct KindQuery {
    std::string kind;
    std::optional<Day> day;
};
struct ItemQuery {
    std::string kind, key;
    std::optional<Day> day;
};

FieldRules day_rules() {
    return {.label = N_("As it stood on"), .required = false};
}
const Input<DayQuery>& day_query() {
    static const auto input = Input<DayQuery>("decisions.agreed").day("day", &DayQuery::day, day_rules());
    return input;
}
const Input<KindQuery>& kind_query() {
    static const auto input = Input<KindQuery>("decisions.agreed_kind")
                                  .hidden("kind", &KindQuery::kind)
                                  .day("day", &KindQuery::day, day_rules());
    return input;
}
const Input<ItemQuery>& item_query() {
    static const auto input = Input<ItemQuery>("decisions.agreed_item")
                                  .hidden("kind", &ItemQuery::kind)
                                  .hidden("key", &ItemQuery::key)
                                  .day("day", &ItemQuery::day, day_rules());
    return input;
}

// Without a day they tell of today, so answers do not stay the same while the journal stands.
void add_register(web::Routes& routes, const ModuleLinks& links) {
    routes.page<AgreedPage>(
        "/agreed", {"decisions.agreed", N_("Everything that is agreed, as it stands on a day"), false},
        day_query(),
        [links](const Visit& visit, const DayQuery& query) -> Result<AgreedPage> {
            return reading(links, visit, [&](const Reading& read) { return load_agreed(read, query.day); });
        },
        draw_agreed);
    routes.page<AgreedKindPage>(
        "/agreed/{kind}", {"decisions.agreed_kind", N_("What is agreed of one kind"), false}, kind_query(),
        [links](const Visit& visit, const KindQuery& query) {
            return reading(links, visit, [&](const Reading& read) {
                return load_agreed_kind(read, query.kind, query.day);
            });
        },
        draw_agreed_kind);
    routes.page<AgreedItemPage>(
        "/agreed/{kind}/{key}",
        {"decisions.agreed_item", N_("What was agreed, with all its versions"), false}, item_query(),
        [links](const Visit& visit, const ItemQuery& query) {
            return reading(links, visit, [&](const Reading& read) {
                return load_agreed_item(read, query.kind, query.key, query.day);
            });
        },
        draw_agreed_item);
    routes.sentence("decisions.no_such_kind", N_("Nothing agreed is of this kind: {kind}."));
}

void add_activity(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ActivityPage>(
        "/activity", {"decisions.activity", N_("What was done in a year, made from the record"), false},
        input_of(Of<ActivityQuery>{}),
        [links](const Visit& visit, const ActivityQuery& query) -> Result<ActivityPage> {
            return reading(links, visit, [&](const Reading& read) { return load_activity(read, query); });
        },
        draw_activity);
}

void add_founding(web::Routes& routes, const ModuleLinks& links) {
    routes.page<FoundingPage>(
        "/decisions/founding",
        {"decisions.founding", N_("The chain of acts that founds the mechanism, and where it stands")},
        [links](const Visit& visit) -> Result<FoundingPage> { return reading(links, visit, load_founding); },
        draw_founding);
    routes.page<BeginChainPage>(
        "/decisions/founding/begin",
        {"decisions.begin_chain_form", N_("The form that opens the record of the chain"), false},
        [links](const Visit& visit) { return reading(links, visit, load_begin_chain); },
        [](const BeginChainPage& page, const Visit& visit) { return draw_begin_chain(page, visit, {}); });
    routes.page<RecordStepPage>(
        "/decisions/founding/step",
        {"decisions.record_external_step_form", N_("The form for the step of a body outside"), false},
        [links](const Visit& visit) { return reading(links, visit, load_record_step); },
        [](const RecordStepPage& page, const Visit& visit) { return draw_record_step(page, visit, {}); });
}

/// What a program gets of an act on the chain.
struct ChainOutcome {
    std::int64_t charter_version = 0;
    bool is_active = false;
    std::string waiting; ///< the step that is waited for now; empty: all have been taken
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ChainOutcome, (), (charter_version, is_active, waiting, at))

ChainOutcome outcome_of(const Chain& chain, Instant now) {
    ChainOutcome made{chain.charter_version, chain.is_complete(), {}, now};
    if (const auto waiting = chain.waiting()) made.waiting = chain.steps[*waiting].step;
    return made;
}

/// `run(work, actor, request)`; then the page of the founding.
template <class Request, class Run>
Result<Done<ChainOutcome>> act(const ModuleLinks& links, const Visit& visit, const Request& request,
                               int status, Run run) {
    auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) -> Result<ChainOutcome> {
        auto chain = run(work, identity::actor_of(visit), request);
        if (!chain) return refuse(chain.error());
        return outcome_of(*chain, work.now());
    });
    if (!done) return refuse(done.error());
    return Done<ChainOutcome>{*done, Url("/decisions/founding"), {}, status};
}

/// The form again; without what it would show beside, where that cannot be read.
template <class Page, class Load> Page page_again(const ModuleLinks& links, const Visit& visit, Load load) {
    auto page = reading(links, visit, load);
    return page ? std::move(*page) : Page{};
}

void add_chain_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<BeginChain, ChainOutcome>(
        "/decisions/founding/begin_chain",
        {"decisions.begin_chain", N_("Open the record of the chain of founding acts")},
        input_of(Of<BeginChain>{}),
        [links](const Visit& visit, const BeginChain& request) {
            return act(links, visit, request, 201, begin_chain);
        },
        [links](const Visit& visit, const Entered& entered) {
            return draw_begin_chain(page_again<BeginChainPage>(links, visit, load_begin_chain), visit,
                                    entered);
        });
    routes.command<RecordExternalStep, ChainOutcome>(
        "/decisions/founding/record_external_step",
        {"decisions.record_external_step", N_("Enter the founding step of a body outside")},
        input_of(Of<RecordExternalStep>{}),
        [links](const Visit& visit, const RecordExternalStep& request) {
            return act(links, visit, request, 200, record_external_step);
        },
        [links](const Visit& visit, const Entered& entered) {
            return draw_record_step(page_again<RecordStepPage>(links, visit, load_record_step), visit,
                                    entered);
        });
}

} // namespace

void add_agreed_routes(web::Routes& routes, const ModuleLinks& links) {
    add_register(routes, links);
    add_activity(routes, links);
    add_founding(routes, links);
    add_chain_commands(routes, links);
}

} // namespace poa::decisions
