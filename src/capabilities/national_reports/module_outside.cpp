// SPDX-License-Identifier: Apache-2.0
// Figures of others.
#include "capabilities/national_reports/module_outside.hpp"

#include "capabilities/national_reports/commands/end_outside_figures.hpp"
#include "capabilities/national_reports/commands/import_outside_figures.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_outside_drawing.hpp"
#include "capabilities/national_reports/permissions.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct OutsideQuery {
    Id<OutsideSet> figures;
};
const Input<OutsideQuery>& outside_query() {
    static const auto input =
        Input<OutsideQuery>("national_reports.outside").id("figures", &OutsideQuery::figures);
    return input;
}
struct OutsideOutcome {
    std::int64_t figures = 0;
    std::string indicator, sha256;
};
BOOST_DESCRIBE_STRUCT(OutsideOutcome, (), (figures, indicator, sha256))

OutsideHead head_of(const KeptOutside& kept) {
    const OutsideFigures& figures = kept.figures;
    return {kept.id.number,  figures.indicator,    figures.title,
            figures.unit,    figures.source_title, figures.source_address,
            figures.licence, figures.source_day,   kept.digest.hex()};
}

OutsideSetsPage load_sets(const ReportReading& read) {
    OutsideSetsPage page;
    page.may_import = permissions().check("national_reports.import_outside_figures", read.actor).has_value();
    for (const KeptOutside& kept : store::outside_sets(read.session)) page.rows.push_back(head_of(kept));
    return page;
}

Result<OutsideFiguresPage> load_figures(const ReportReading& read, Id<OutsideSet> id) {
    const auto kept = store::outside(read.session, id);
    if (!kept || kept->ended_at)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_outside_figures");
    const auto language = members::parse_language(read.visit.in.code()).value_or(members::Language::en);
    const auto states = read.states.now();
    OutsideFiguresPage page;
    page.head = head_of(*kept);
    page.may_end = permissions().check("national_reports.end_outside_figures", read.actor).has_value();
    for (const members::State* state : states->states(language))
        for (const OutsideValue& each : kept->figures.values)
            if (each.state == state->iso3.text())
                page.rows.push_back({each.state, std::string(state->display(language)), each.year, each.value,
                                     kept->figures.unit, kept->figures.source_title, kept->figures.licence});
    return page;
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<OutsideSetsPage>(
        "/outside-figures",
        {"national_reports.outside_sets", N_("Figures of others, with their sources"), false},
        [links](const Visit& visit) -> Result<OutsideSetsPage> {
            return reading_reports(links, visit, load_sets);
        },
        [](const OutsideSetsPage& page, const Visit& visit) { return draw_outside_sets(page, visit, {}); });
    routes.page<OutsideFiguresPage>(
        "/outside-figures/{figures}",
        {"national_reports.outside", N_("Figures of one source, by the alphabet of States"), false},
        outside_query(),
        [links](const Visit& visit, const OutsideQuery& query) {
            return reading_reports(
                links, visit, [&](const ReportReading& read) { return load_figures(read, query.figures); });
        },
        [](const OutsideFiguresPage& page, const Visit& visit) {
            return draw_outside_figures(page, visit, {});
        });
}

web::Screen figures_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    const auto asked = outside_query().parse(web::values_of(visit));
    OutsideFiguresPage bare;
    if (!asked) return draw_outside_figures(bare, visit, entered);
    auto page = reading_reports(
        links, visit, [&](const ReportReading& read) { return load_figures(read, asked->figures); });
    return draw_outside_figures(page ? *page : bare, visit, entered);
}

} // namespace

void add_outside_routes(web::Routes& routes, const ModuleLinks& links) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("outside_missing", N_("“{at}” is missing. Figures are taken with their source alone."));
    say("outside_shape", N_("The file is not of the expected form at “{at}”."));
    say("outside_twice", N_("“{at}” is a second value of that State for that year."));
    say("outside_stands", N_("That very file stands here already."));
    say("no_such_outside_figures", N_("There are no such figures."));
    add_pages(routes, links);
    routes.command<ImportOutsideFigures, OutsideOutcome>(
        "/outside-figures/import_outside_figures",
        {"national_reports.import_outside_figures", N_("Bring in figures of others with their source")},
        input_of(Of<ImportOutsideFigures>{}),
        [links](const Visit& visit, const ImportOutsideFigures& request) -> Result<Done<OutsideOutcome>> {
            auto kept = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return import_outside_figures(work, identity::actor_of(visit), request, *links.states.now());
            });
            if (!kept) return refuse(kept.error());
            return Done<OutsideOutcome>{{kept->id.number, kept->figures.indicator, kept->digest.hex()},
                                        Url::of("outside-figures", std::to_string(kept->id.number)),
                                        {},
                                        201};
        },
        [links](const Visit& visit, const Entered& entered) {
            return draw_outside_sets(reading_reports(links, visit, load_sets), visit, entered);
        });
    routes.command<EndOutsideFigures, OutsideOutcome>(
        "/outside-figures/{figures}/end_outside_figures",
        {"national_reports.end_outside_figures", N_("Show figures of others no more")},
        input_of(Of<EndOutsideFigures>{}),
        [links](const Visit& visit, const EndOutsideFigures& request) -> Result<Done<OutsideOutcome>> {
            auto ended = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return end_outside_figures(work, identity::actor_of(visit), request);
            });
            if (!ended) return refuse(ended.error());
            return Done<OutsideOutcome>{{ended->id.number, ended->figures.indicator, ended->digest.hex()},
                                        Url("/outside-figures")};
        },
        [links](const Visit& visit, const Entered& entered) { return figures_again(links, visit, entered); });
}

} // namespace poa::national_reports
