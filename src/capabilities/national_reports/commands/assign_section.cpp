// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/assign_section.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool fills_in(const identity::PersonOfBody& person) {
    using identity::Role;
    constexpr Role filling[] = {Role::report_editor, Role::report_approver, Role::head_of_delegation,
                                Role::delegate};
    return std::ranges::find_first_of(person.roles, filling) != person.roles.end();
}

} // namespace

std::vector<identity::PersonOfBody> people_to_ask(storage::Session& session, const identity::Actor& actor,
                                                  std::string_view state, Day today) {
    auto people = identity::people_of(session, actor, identity::Body::state(state), today);
    if (!people || !actor.acts_for_state(state)) return {};
    std::erase_if(*people, [](const identity::PersonOfBody& person) { return !fills_in(person); });
    return std::move(*people);
}

const Input<AssignSection>& input_of(Of<AssignSection>) {
    static const auto input =
        Input<AssignSection>("national_reports.assign_section")
            .id("report", &AssignSection::report)
            .hidden("section", &AssignSection::section)
            .line("ministry", &AssignSection::ministry,
                  {.label = N_("Ministry or office"), .required = false, .characters_max = 200})
            .number("person", &AssignSection::person,
                    {.label = N_("Who answers for this section"), .required = false, .least = 0})
            .day("due", &AssignSection::due, {.label = N_("Due"), .required = false});
    return input;
}

Result<KeptReport> assign_section(ledger::Work& work, const identity::Actor& actor,
                                  const AssignSection& request) {
    auto on = act_on_report(work, actor, "national_reports.assign_section", request.report);
    if (!on) return refuse(on.error());
    if (on->survey->find_section(request.section) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    const auto people = people_to_ask(work.session(), actor, on->report.state, Day::of(work.now()));
    const Id<identity::Person> asked{request.person};
    if (request.person != 0 &&
        std::ranges::find(people, asked, &identity::PersonOfBody::id) == people.end()) {
        Refusal problem{Refusal::Kind::bad_input, {}};
        problem.add_field("person", "national_reports.not_of_delegation");
        return refuse(std::move(problem));
    }
    SectionTask task;
    task.section = request.section;
    task.ministry = request.ministry;
    task.person = request.person;
    task.due = request.due;
    task.set_at = work.now();
    store::put_task(work.session(), on->report.id, task);
    ledger::Entry entry = entry_of("national_reports.assign_section", *on);
    entry.facts.emplace_back("section", request.section);
    entry.facts.emplace_back("ministry", request.ministry);
    entry.facts.emplace_back("person", std::to_string(request.person));
    entry.facts.emplace_back("due", request.due ? request.due->iso() : "");
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
