// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_asked.hpp"

namespace poa::national_reports {

std::vector<Choice> asked_outcomes() {
    return {{"clarification", N_("a clarification")},
            {"experience", N_("experience that others may learn from")},
            {"support", N_("whether and what support would help")},
            {"follow_up", N_("what is planned next")}};
}

ledger::Entry entry_about_asked(std::string_view act, const identity::Permit& permit,
                                const identity::Actor& actor, const ReadableRelease& release,
                                const ReleasedAnswer& answer, const AskedQuestion& asked) {
    ledger::Entry entry;
    entry.act = act;
    entry.on_behalf = permit.on_behalf();
    entry.subject = "state:" + release.report.state;
    entry.audience = answer.sharing.audience;
    if (entry.audience == Audience::parties) entry.audience = Audience::own_delegation;
    entry.person = actor.person().number;
    entry.facts = {{"asked", std::to_string(asked.id.number)},
                   {"state", release.report.state},
                   {"year", std::to_string(release.report.year)},
                   {"survey", release.survey->key},
                   {"question", asked.question}};
    return entry;
}

} // namespace poa::national_reports
