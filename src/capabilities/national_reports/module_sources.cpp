// SPDX-License-Identifier: Apache-2.0
// Documents that stand as reports.
#include "capabilities/national_reports/commands/end_source.hpp"
#include "capabilities/national_reports/commands/register_source.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_sources_drawing.hpp"
#include "capabilities/national_reports/pages_sources_loading.hpp"

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct SourcesQuery {
    std::int64_t year = 0;
};
const Input<SourcesQuery>& sources_query() {
    static const auto input =
        Input<SourcesQuery>("national_reports.sources")
            .number("year", &SourcesQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200});
    return input;
}
struct SourceQuery {
    Id<SourceReport> source;
};
const Input<SourceQuery>& source_query() {
    static const auto input =
        Input<SourceQuery>("national_reports.source_end").id("source", &SourceQuery::source);
    return input;
}
struct SourceFormPage {
    std::int64_t source = 0;
};
BOOST_DESCRIBE_STRUCT(SourceFormPage, (), (source))

struct SourceOutcome {
    std::int64_t source = 0, year = 0, passages = 0;
    std::string body, symbol;
};
BOOST_DESCRIBE_STRUCT(SourceOutcome, (), (source, year, passages, body, symbol))

SourceOutcome outcome_of(const KeptSource& source) {
    return {source.id.number, source.year, std::ssize(source.passages), source.body, source.symbol};
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<SourcesPage>(
        "/report-sources", {"national_reports.sources", N_("Documents that stand as reports"), false},
        sources_query(),
        [links](const Visit& visit, const SourcesQuery& query) -> Result<SourcesPage> {
            return reading_reports(links, visit,
                                   [&](const ReportReading& read) { return load_sources(read, query.year); });
        },
        draw_sources);
    routes.page<SourceFormPage>(
        "/report-sources/new",
        {"national_reports.source_form", N_("The form to register a document as a report"), false},
        [](const Visit& visit) -> Result<SourceFormPage> {
            if (auto may = may_act(identity::actor_of(visit), "national_reports.register_source"); !may)
                return refuse(may.error());
            return SourceFormPage{};
        },
        [](const SourceFormPage&, const Visit& visit) { return draw_source_form(visit, {}); });
    routes.page<SourceFormPage>(
        "/report-sources/{source}/end",
        {"national_reports.source_end", N_("The form to end that a document stands as a report"), false},
        source_query(),
        [](const Visit& visit, const SourceQuery& query) -> Result<SourceFormPage> {
            if (auto may = may_act(identity::actor_of(visit), "national_reports.end_source"); !may)
                return refuse(may.error());
            return SourceFormPage{query.source.number};
        },
        [](const SourceFormPage& page, const Visit& visit) {
            return draw_source_end(page.source, visit, {});
        });
}

std::int64_t source_in(const Visit& visit) {
    auto asked = source_query().parse(web::values_of(visit));
    return asked ? asked->source.number : 0;
}

} // namespace

void add_source_routes(web::Routes& routes, const ModuleLinks& links) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("no_such_body", N_("“{value}” is no State or organisation that is known here."));
    say("no_such_public_document", N_("No document “{symbol}” is on the record for everybody."));
    say("no_such_item", N_("The framework has no “{item}”."));
    say("no_such_passage", N_("The document has no passage “{anchor}”."));
    say("source_line", N_("“{line}” is not of the form “norm-f: 13 (f)”."));
    say("too_many_lines", N_("At most {max} lines."));
    say("source_stands", N_("The document stands as that report already."));
    say("no_such_source", N_("There is no such document that stands as a report."));
    add_pages(routes, links);
    routes.command<RegisterSource, SourceOutcome>(
        "/report-sources/register_source",
        {"national_reports.register_source", N_("Register a document as a report")},
        input_of(Of<RegisterSource>{}),
        [links](const Visit& visit, const RegisterSource& request) -> Result<Done<SourceOutcome>> {
            auto made = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return register_source(work, identity::actor_of(visit), request, *links.states.now());
            });
            if (!made) return refuse(made.error());
            return Done<SourceOutcome>{outcome_of(*made), Url("/report-sources"), {}, 201};
        },
        draw_source_form);
    routes.command<EndSource, SourceOutcome>(
        "/report-sources/{source}/end_source",
        {"national_reports.end_source", N_("A document stands as a report no more")},
        input_of(Of<EndSource>{}),
        [links](const Visit& visit, const EndSource& request) -> Result<Done<SourceOutcome>> {
            auto ended = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return end_source(work, identity::actor_of(visit), request);
            });
            if (!ended) return refuse(ended.error());
            return Done<SourceOutcome>{outcome_of(*ended), Url("/report-sources")};
        },
        [](const Visit& visit, const Entered& entered) {
            return draw_source_end(source_in(visit), visit, entered);
        });
}

} // namespace poa::national_reports
