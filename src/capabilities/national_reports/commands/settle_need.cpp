// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/settle_need.hpp"

#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/queries_needs.hpp"

namespace poa::national_reports {
namespace {

/// In the name of the State whose need it is; of a need the actor may not see nothing is told.
Result<std::pair<KeptNeed, identity::Permit>> own_need(ledger::Work& work, const identity::Actor& actor,
                                                       Id<Need> id) {
    if (auto may = may_act(actor, "national_reports.settle_need"); !may) return refuse(may.error());
    auto need = need_for(work.session(), actor.reader(), id);
    if (!need) return refuse(Refusal::Kind::not_found, "national_reports.no_such_need");
    auto permit =
        permissions().check("national_reports.settle_need", actor, identity::Body::state(need->state));
    if (!permit) return refuse(Refusal::Kind::not_permitted, "national_reports.need_of_others");
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return std::pair{std::move(*need), std::move(*permit)};
}

ledger::Entry entry_about(const KeptNeed& need, const identity::Permit& permit,
                          const identity::Actor& actor) {
    ledger::Entry entry;
    entry.act = "national_reports.settle_need";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "state:" + need.state;
    // A need that nobody else sees is settled without anybody else learning of it.
    const bool is_public = need.entry.sharing.audience == Audience::everyone;
    entry.audience = is_public ? Audience::everyone : Audience::own_delegation;
    entry.person = actor.person().number;
    entry.facts = {{"need", std::to_string(need.id.number)},
                   {"state", need.state},
                   {"year", std::to_string(need.year)},
                   {"question", need.entry.question},
                   {"stage", std::string(name_of(need.stage))}};
    if (!need.said.empty()) entry.sealed = {{"said", need.said}};
    return entry;
}

} // namespace

const Input<SettleNeed>& input_of(Of<SettleNeed>) {
    static const auto input =
        Input<SettleNeed>("national_reports.settle_need")
            .id("need", &SettleNeed::need)
            .choice("stage", &SettleNeed::stage,
                    {.label = N_("Where it stands, in your State’s own judgement"),
                     .choices = {{"open", N_("Open")},
                                 {"met", N_("Met")},
                                 {"withdrawn", N_("Withdrawn: nobody else sees it any more")}}})
            .multiline("said", &SettleNeed::said,
                       {.label = N_("What your State says about it"),
                        .hint = N_("For everybody who sees the need."),
                        .required = false,
                        .characters_max = 4'000});
    return input;
}

Result<KeptNeed> settle_need(ledger::Work& work, const identity::Actor& actor, const SettleNeed& request) {
    auto own = own_need(work, actor, request.need);
    if (!own) return refuse(own.error());
    auto& [need, permit] = *own;
    const NeedStage stage = parse_need_stage(request.stage).value();
    if (stage == need.stage && request.said == need.said)
        return refuse(Refusal::Kind::rule, "national_reports.need_as_before");
    need.stage = stage;
    need.said = request.said;
    store::settle_need(work.session(), need.id, need.stage, need.said, work.now());
    work.record(entry_about(need, permit, actor));
    return std::move(need);
}

} // namespace poa::national_reports
