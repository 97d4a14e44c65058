// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/commands/affirm_commitment.hpp"
#include "capabilities/charter/commands/end_process.hpp"
#include "capabilities/charter/commands/register_process.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_founding_drawing.hpp"
#include "capabilities/charter/pages_founding_loading.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::charter {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct VersionQuery {
    std::int64_t version = 0;
};
const Input<VersionQuery>& version_query() {
    static const auto input =
        Input<VersionQuery>("charter.version")
            .number("version", &VersionQuery::version, {.label = N_("Version"), .least = 1});
    return input;
}

struct ProcessQuery {
    std::string process;
};
const Input<ProcessQuery>& process_query() {
    static const auto input =
        Input<ProcessQuery>("charter.process").hidden("process", &ProcessQuery::process);
    return input;
}

/// The page before a command.
struct FormPage {
    std::string form;
};
BOOST_DESCRIBE_STRUCT(FormPage, (), (form))

/// For whom the command would take it from.
Result<FormPage> form_for(const Visit& visit, std::string_view command) {
    auto allowed = permit(command, identity::actor_of(visit));
    if (!allowed) return refuse(allowed.error());
    return FormPage{std::string(command)};
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<VersionsPage>(
        "/charters/versions", {"charter.versions", N_("Versions of the charter"), false},
        [links](const Visit& visit) -> Result<VersionsPage> {
            return links.database.read(
                [&](storage::Session& session) { return load_versions(session, visit); });
        },
        draw_versions);
    routes.page<VersionText>(
        "/charters/versions/{version}/text",
        {"charter.version", N_("One version of the charter, whole"), true}, version_query(),
        [links](const Visit&, const VersionQuery& query) {
            return links.database.read(
                [&](storage::Session& session) { return load_version(session, query.version); });
        },
        draw_version);
    routes.page<ProcessesPage>(
        "/charters/processes", {"charter.processes", N_("Processes beside the mechanism"), false},
        [links](const Visit&) -> Result<ProcessesPage> {
            return links.database.read(
                [&](storage::Session& session) { return load_processes(session, links); });
        },
        draw_processes);
    routes.page<AffirmationsPage>(
        "/charters/affirmations", {"charter.affirmations", N_("Affirmations of commitment"), false},
        [links](const Visit& visit) -> Result<AffirmationsPage> {
            return links.database.read(
                [&](storage::Session& session) { return load_affirmations(session, visit, links); });
        },
        draw_affirmations);
}

void add_forms(web::Routes& routes) {
    routes.page<FormPage>(
        "/charters/processes/new", {"charter.register_form", N_("Enter a process"), false},
        [](const Visit& visit) { return form_for(visit, "charter.register_process"); },
        [](const FormPage&, const Visit& visit) { return draw_register_form(visit, Entered{}); });
    routes.page<FormPage>(
        "/charters/processes/{process}/end", {"charter.end_form", N_("Enter the end of a process"), false},
        process_query(),
        [](const Visit& visit, const ProcessQuery&) { return form_for(visit, "charter.end_process"); },
        [](const FormPage&, const Visit& visit) { return draw_end_form(visit, Entered{}); });
    routes.page<FormPage>(
        "/charters/affirmations/new", {"charter.affirm_form", N_("Affirm your State's commitment"), false},
        [](const Visit& visit) { return form_for(visit, "charter.affirm_commitment"); },
        [](const FormPage&, const Visit& visit) { return draw_affirm_form(visit, Entered{}); });
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<AffirmCommitment, AffirmationOutcome>(
        "/charters/affirmations/affirm_commitment",
        {"charter.affirm_commitment", N_("Affirm your State's commitment")}, input_of(Of<AffirmCommitment>{}),
        [links](const Visit& visit, const AffirmCommitment& request) -> Result<Done<AffirmationOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return affirm_commitment(work, identity::actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<AffirmationOutcome>{
                {done->state, done->level}, Url("/charters/affirmations"), {}, 201};
        },
        draw_affirm_form);
    auto process = [&]<class Request>(std::string pattern, web::About about, auto command, auto draw,
                                      int status, Of<Request> of) {
        routes.command<Request, ProcessOutcome>(
            std::move(pattern), std::move(about), input_of(of),
            [links, command, status](const Visit& visit,
                                     const Request& request) -> Result<Done<ProcessOutcome>> {
                auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                    return command(work, identity::actor_of(visit), request);
                });
                if (!done) return refuse(done.error());
                return Done<ProcessOutcome>{{done->key, done->to}, Url("/charters/processes"), {}, status};
            },
            draw);
    };
    process("/charters/processes/register_process", {"charter.register_process", N_("Enter a process")},
            register_process, draw_register_form, 201, Of<RegisterProcess>{});
    process("/charters/processes/{process}/end_process",
            {"charter.end_process", N_("Enter the end of a process")}, end_process, draw_end_form, 200,
            Of<EndProcess>{});
}

} // namespace

void add_command_routes(web::Routes& routes, const ModuleLinks& links) {
    add_pages(routes, links);
    add_forms(routes);
    add_commands(routes, links);
}

} // namespace poa::charter
