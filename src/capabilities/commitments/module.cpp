// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/module.hpp"

#include "capabilities/commitments/commands/publish_commitment.hpp"
#include "capabilities/commitments/commands/reaffirm_commitment.hpp"
#include "capabilities/commitments/commands/report_commitment.hpp"
#include "capabilities/commitments/pages_drawing.hpp"
#include "capabilities/commitments/pages_loading.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::commitments {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct CommitmentQuery {
    Id<Commitment> commitment;
};
const Input<CommitmentQuery>& commitment_query() {
    static const auto input =
        Input<CommitmentQuery>("commitments.commitment").id("commitment", &CommitmentQuery::commitment);
    return input;
}
struct NewQuery {
    std::string item;
    std::int64_t need = 0;
};
const Input<NewQuery>& new_query() {
    static const auto input =
        Input<NewQuery>("commitments.publish_commitment_form")
            .line("item", &NewQuery::item,
                  {.label = N_("Part of the framework"), .required = false, .characters_max = 64})
            .number("need", &NewQuery::need, {.label = N_("Need"), .required = false, .least = 0});
    return input;
}
struct GoalQuery {
    std::string goal;
};
const Input<GoalQuery>& goal_query() {
    static const auto input =
        Input<GoalQuery>("commitments.goal").hidden("goal", &GoalQuery::goal, {.characters_max = 64});
    return input;
}
struct TrailQuery {
    std::string kind, id;
};
const Input<TrailQuery>& trail_query() {
    static const auto input = Input<TrailQuery>("commitments.trail")
                                  .hidden("kind", &TrailQuery::kind, {.characters_max = 20})
                                  .hidden("id", &TrailQuery::id, {.characters_max = 64});
    return input;
}

/// What a program gets of an act on a commitment.
struct CommitmentOutcome {
    std::int64_t commitment = 0, revision = 0;
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(CommitmentOutcome, (), (commitment, revision, stage))

/// What `load(Reading)` gives, from one snapshot.
template <class Load> auto reading(const ModuleLinks& links, const Visit& visit, Load&& load) {
    const auto states = links.states.now();
    return links.database.read([&](storage::Session& session) {
        return load(
            Reading{session, *states, identity::actor_of(visit), visit, links.clock.now(), links.framework});
    });
}

template <class Request, class Run> auto doing(const ModuleLinks& links, Run run, int status) {
    return [links, run, status](const Visit& visit,
                                const Request& request) -> Result<Done<CommitmentOutcome>> {
        auto made = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
            return run(work, identity::actor_of(visit), request);
        });
        if (!made) return refuse(made.error());
        return Done<CommitmentOutcome>{{made->id.number, made->revision, std::string(name_of(made->stage))},
                                       Url::of("commitments", std::to_string(made->id.number)),
                                       {},
                                       status};
    };
}

/// The page at hand again with what was entered; a bare one where there is none.
auto commitment_again(const ModuleLinks& links, std::string command) {
    return [links, command](const Visit& visit, const Entered& entered) {
        InputValues values;
        web::add_path(visit, values);
        const auto asked = commitment_query().parse(values);
        auto page = reading(links, visit, [&](const Reading& read) {
            return load_commitment(read, asked ? asked->commitment : Id<Commitment>{});
        });
        return draw_commitment(page ? *page : CommitmentPage{}, visit, entered, command);
    };
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<PublishCommitment, CommitmentOutcome>(
        "/commitments/publish_commitment", {"commitments.publish_commitment", N_("Publish a commitment")},
        input_of(Of<PublishCommitment>{}), doing<PublishCommitment>(links, publish_commitment, 201),
        [links](const Visit& visit, const Entered& entered) {
            auto page =
                reading(links, visit, [](const Reading& read) { return load_new_commitment(read, "", 0); });
            return draw_new_commitment(page ? *page : NewCommitmentPage{}, visit, entered);
        });
    routes.command<ReportCommitment, CommitmentOutcome>(
        "/commitments/{commitment}/report_commitment",
        {"commitments.report_commitment", N_("Say where a commitment stands")},
        input_of(Of<ReportCommitment>{}), doing<ReportCommitment>(links, report_commitment, 200),
        commitment_again(links, "report_commitment"));
    routes.command<ReaffirmCommitment, CommitmentOutcome>(
        "/commitments/{commitment}/reaffirm_commitment",
        {"commitments.reaffirm_commitment", N_("Reaffirm a commitment publicly")},
        input_of(Of<ReaffirmCommitment>{}), doing<ReaffirmCommitment>(links, reaffirm_commitment, 200),
        commitment_again(links, "reaffirm_commitment"));
}

void add_commitment_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<CommitmentsPage>(
        "/commitments", {"commitments.list", N_("What States undertake of their own free will"), false},
        input_of(Of<CommitmentsQuery>{}),
        [links](const Visit& visit, const CommitmentsQuery& query) {
            return reading(links, visit, [&](const Reading& read) { return load_commitments(read, query); });
        },
        draw_commitments);
    routes.page<CommitmentPage>(
        "/commitments/{commitment}",
        {"commitments.commitment", N_("One commitment with every step its State told of it"), false},
        commitment_query(),
        [links](const Visit& visit, const CommitmentQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_commitment(read, query.commitment); });
        },
        [](const CommitmentPage& page, const Visit& visit) { return draw_commitment(page, visit, {}, ""); });
    routes.page<NewCommitmentPage>(
        "/commitments/new", {"commitments.publish_commitment_form", N_("Publish a commitment"), false},
        new_query(),
        [links](const Visit& visit, const NewQuery& query) {
            return reading(links, visit, [&](const Reading& read) {
                return load_new_commitment(read, query.item, query.need);
            });
        },
        [](const NewCommitmentPage& page, const Visit& visit) {
            return draw_new_commitment(page, visit, {});
        });
}

void add_goal_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<GoalsPage>(
        "/goals", {"commitments.goals", N_("Goals that decisions set"), false},
        [links](const Visit& visit) -> Result<GoalsPage> { return reading(links, visit, load_goals); },
        draw_goals);
    routes.page<GoalPage>(
        "/goals/{goal}", {"commitments.goal", N_("A goal, and what reports say of it by year"), false},
        goal_query(),
        [links](const Visit& visit, const GoalQuery& query) {
            return reading(links, visit, [&](const Reading& read) { return load_goal(read, query.goal); });
        },
        draw_goal);
    routes.page<TrailPage>(
        "/trail/{kind}/{id}",
        {"commitments.trail", N_("From a report's answer to what came of it, along links that are there"),
         false},
        trail_query(),
        [links](const Visit& visit, const TrailQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_trail(read, query.kind, query.id); });
        },
        draw_trail);
}

void add_sentences(web::Routes& routes) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("commitments." + std::string(code), sentence);
    };
    say("no_such_commitment", N_("There is no such commitment."));
    say("no_such_goal", N_("There is no such goal."));
    say("no_such_trail", N_("There is nothing here that a trail could begin with."));
    say("no_such_item", N_("The framework has no part “{value}”."));
    say("no_such_state", N_("“{value}” is no State's three letters."));
    say("no_such_need", N_("That is no need of your State that everybody may read."));
    say("day_past", N_("That day has passed."));
    say("of_others", N_("Only the State itself says what it undertakes and where it stands."));
    say("is_withdrawn", N_("The commitment is withdrawn; nothing is added to it. Publish another one."));
    say("changed_meanwhile", N_("Somebody else added a step meanwhile. Look again."));
    say("evidence_needed", N_("Name at least one thing that shows that it is done."));
    say("words_needed", N_("Say what is undertaken instead."));
    say("not_evidence",
        N_("“{value}” is neither an address that begins with https:// or http://, nor a document here, nor a "
           "report of your State."));
    say("no_measure", N_("The indicator “{indicator}” has no steps, so no goal can be measured by it."));
    say("year_past", N_("That year has passed."));
}

} // namespace

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_commitment_pages(routes, links);
    add_goal_pages(routes, links);
    add_commands(routes, links);
}

} // namespace poa::commitments
