// SPDX-License-Identifier: Apache-2.0
// Routes of needs.
#include "capabilities/national_reports/commands/settle_need.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_needs_drawing.hpp"
#include "capabilities/national_reports/pages_needs_loading.hpp"

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct NeedQuery {
    Id<Need> need;
};
const Input<NeedQuery>& need_query() {
    static const auto input = Input<NeedQuery>("national_reports.need").id("need", &NeedQuery::need);
    return input;
}

/// What a program gets of it.
struct NeedOutcome {
    std::int64_t need = 0;
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(NeedOutcome, (), (need, stage))

void add_sentences(web::Routes& routes) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("no_such_need", N_("There is no such need here."));
    say("need_of_others", N_("Only the State itself says where its need stands."));
    say("need_as_before", N_("That is what your State says already."));
    say("no_such_item", N_("“{value}” is no part of the framework that reports ask about."));
    say("no_such_area", N_("“{value}” is no area that reports ask about."));
    say("no_such_group", N_("There is no group “{value}”."));
}

void add_settling(web::Routes& routes, const ModuleLinks& links) {
    routes.command<SettleNeed, NeedOutcome>(
        "/needs/{need}/settle_need", {"national_reports.settle_need", N_("Say where a need stands")},
        input_of(Of<SettleNeed>{}),
        [links](const Visit& visit, const SettleNeed& request) -> Result<Done<NeedOutcome>> {
            auto settled = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return settle_need(work, identity::actor_of(visit), request);
            });
            if (!settled) return refuse(settled.error());
            return Done<NeedOutcome>{{settled->id.number, std::string(name_of(settled->stage))},
                                     Url::of("needs", std::to_string(settled->id.number))};
        },
        [links](const Visit& visit, const Entered& entered) {
            InputValues values;
            web::add_path(visit, values);
            const auto asked = need_query().parse(values);
            auto page = reading_reports(links, visit, [&](const ReportReading& read) {
                return load_need(read, asked ? asked->need : Id<Need>{});
            });
            NeedPage bare;
            bare.may_settle = true;
            return draw_need(page ? *page : bare, visit, entered);
        });
}

} // namespace

void add_need_routes(web::Routes& routes, const ModuleLinks& links) {
    add_sentences(routes);
    routes.page<NeedsPage>(
        "/needs", {"national_reports.needs", N_("Needs that States name in their reports"), false},
        input_of(Of<NeedsQuery>{}),
        [links](const Visit& visit, const NeedsQuery& query) {
            return reading_reports(links, visit,
                                   [&](const ReportReading& read) { return load_needs(read, query); });
        },
        draw_needs);
    routes.page<NeedPage>(
        "/needs/{need}", {"national_reports.need", N_("One need, as the State reports it"), false},
        need_query(),
        [links](const Visit& visit, const NeedQuery& query) {
            return reading_reports(links, visit,
                                   [&](const ReportReading& read) { return load_need(read, query.need); });
        },
        [](const NeedPage& page, const Visit& visit) { return draw_need(page, visit, {}); });
    add_settling(routes, links);
}

} // namespace poa::national_reports
