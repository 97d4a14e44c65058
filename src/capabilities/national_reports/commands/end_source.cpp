// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/end_source.hpp"

#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/permissions.hpp"

namespace poa::national_reports {

const Input<EndSource>& input_of(Of<EndSource>) {
    static const auto input = Input<EndSource>("national_reports.end_source")
                                  .id("source", &EndSource::source)
                                  .line("reason", &EndSource::reason,
                                        {.label = N_("Reason"), .required = false, .characters_max = 300});
    return input;
}

Result<KeptSource> end_source(ledger::Work& work, const identity::Actor& actor, const EndSource& request) {
    if (auto may = may_act(actor, "national_reports.end_source"); !may) return refuse(may.error());
    const auto source = store::source(work.session(), request.source);
    if (!source || source->ended_at)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_source");
    const auto permit = permissions().check("national_reports.end_source", actor,
                                            identity::Body::parse(source->body).value());
    if (!permit) return refuse(permit.error());
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    require(store::end_source(work.session(), source->id, work.now()), "a source that stood a moment ago");
    ledger::Entry entry;
    entry.act = "national_reports.end_source";
    entry.on_behalf = permit->on_behalf();
    entry.subject = source->body;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"year", std::to_string(source->year)}, {"symbol", source->symbol}};
    if (!request.reason.empty()) entry.facts.emplace_back("reason", request.reason);
    work.record(entry);
    return *source;
}

} // namespace poa::national_reports
