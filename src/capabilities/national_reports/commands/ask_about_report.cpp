// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/ask_about_report.hpp"

#include "capabilities/national_reports/keeping_asked.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/queries_asked.hpp"

namespace poa::national_reports {
namespace {

constexpr std::string_view command = "national_reports.ask_about_report";

Result<identity::Permit> asking_permit(ledger::Work& work, const identity::Actor& actor) {
    auto permit = may_act(actor, command);
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

} // namespace

const Input<AskAboutReport>& input_of(Of<AskAboutReport>) {
    using A = AskAboutReport;
    static const auto input =
        Input<A>("national_reports.ask_about_report")
            .line("state", &A::state, {.label = N_("State"), .characters_max = 3})
            .number("year", &A::year, {.label = N_("Year"), .least = 2000, .most = 2200})
            .hidden("question", &A::question, {.characters_max = 64})
            .multiline("words", &A::words,
                       {.label = N_("What your State asks about this answer"), .characters_max = 4'000})
            .choice("outcome", &A::outcome,
                    {.label = N_("What is expected of the answer"), .choices = asked_outcomes()});
    return input;
}

Result<AskedQuestion> ask_about_report(ledger::Work& work, const identity::Actor& actor,
                                       const AskAboutReport& request) {
    auto permit = asking_permit(work, actor);
    if (!permit) return refuse(permit.error());
    for (const ReadableRelease& release :
         releases_for(work.session(), actor.reader(), request.state, request.year)) {
        const ReleasedAnswer* answer = answer_in(release, request.question);
        if (answer == nullptr) continue;
        if (permit->on_behalf() == "state:" + release.report.state)
            return refuse(Refusal::Kind::rule, "national_reports.own_report");
        AskedQuestion asked{{},
                            release.report.id,
                            request.question,
                            permit->on_behalf(),
                            request.words,
                            request.outcome,
                            work.now(),
                            actor.person().number,
                            {},
                            {}};
        asked.id = store::add_asked(work.session(), asked);
        ledger::Entry entry = entry_about_asked(command, *permit, actor, release, *answer, asked);
        entry.facts.emplace_back("outcome", asked.outcome);
        entry.sealed = {{"words", asked.words}};
        work.record(entry);
        return asked;
    }
    return refuse(Refusal::Kind::not_found, "national_reports.no_such_released_answer");
}

} // namespace poa::national_reports
