// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/import_outside_figures.hpp"

#include "capabilities/national_reports/permissions.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

Result<void> check_states(const OutsideFigures& figures, const members::Register& states) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    std::set<std::string_view> told;
    for (const OutsideValue& each : figures.values)
        if (states.by_iso3(each.state) == nullptr && told.insert(each.state).second)
            problems.add_field("file", "national_reports.no_such_state", {{"value", each.state}});
    if (problems.reasons.empty()) return {};
    return refuse(std::move(problems));
}

} // namespace

const Input<ImportOutsideFigures>& input_of(Of<ImportOutsideFigures>) {
    static const auto input =
        Input<ImportOutsideFigures>("national_reports.import_outside_figures")
            .upload(
                "file", &ImportOutsideFigures::file,
                {.label = N_("File with figures"),
                 .hint = N_("JSON with the indicator, its source (title, address, day, licence) and a value "
                            "for each State and year."),
                 .bytes_max = outside_bytes_max});
    return input;
}

Result<KeptOutside> import_outside_figures(ledger::Work& work, const identity::Actor& actor,
                                           const ImportOutsideFigures& request,
                                           const members::Register& states) {
    auto permit = permissions().check("national_reports.import_outside_figures", actor);
    if (!permit) return refuse(permit.error());
    auto figures = parse_outside_figures(request.file.content);
    if (!figures) return refuse(figures.error());
    if (auto known = check_states(*figures, states); !known) return refuse(known.error());
    const Sha256 digest = sha256(request.file.content);
    for (const KeptOutside& kept : store::outside_sets(work.session()))
        if (kept.digest == digest)
            return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.outside_stands")
                              .with("figures", std::to_string(kept.id.number)));
    KeptOutside kept{{}, std::move(*figures), digest, permit->on_behalf(), actor.person().number, work.now(),
                     {}};
    kept.id = store::add_outside(work.session(), kept);
    ledger::Entry entry;
    entry.act = "national_reports.import_outside_figures";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "outside_figures:" + std::to_string(kept.id.number);
    entry.audience = Audience::everyone;
    entry.person = kept.person;
    entry.facts = {{"indicator", kept.figures.indicator},
                   {"source", kept.figures.source_title},
                   {"address", kept.figures.source_address},
                   {"licence", kept.figures.licence},
                   {"values", std::to_string(kept.figures.values.size())},
                   {"sha256", digest.hex()}};
    work.record(entry);
    return kept;
}

} // namespace poa::national_reports
