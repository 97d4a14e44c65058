// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/end_outside_figures.hpp"

#include "capabilities/national_reports/permissions.hpp"

namespace poa::national_reports {

const Input<EndOutsideFigures>& input_of(Of<EndOutsideFigures>) {
    static const auto input =
        Input<EndOutsideFigures>("national_reports.end_outside_figures")
            .id("figures", &EndOutsideFigures::figures)
            .line("reason", &EndOutsideFigures::reason, {.label = N_("Reason"), .characters_max = 300});
    return input;
}

Result<KeptOutside> end_outside_figures(ledger::Work& work, const identity::Actor& actor,
                                        const EndOutsideFigures& request) {
    auto permit = permissions().check("national_reports.end_outside_figures", actor);
    if (!permit) return refuse(permit.error());
    const auto kept = store::outside(work.session(), request.figures);
    if (!kept || !store::end_outside(work.session(), request.figures, work.now()))
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_outside_figures");
    ledger::Entry entry;
    entry.act = "national_reports.end_outside_figures";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "outside_figures:" + std::to_string(kept->id.number);
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"indicator", kept->figures.indicator}, {"reason", request.reason}};
    work.record(entry);
    return *kept;
}

} // namespace poa::national_reports
