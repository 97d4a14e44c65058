// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/open_call.hpp"

#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/store_calls.hpp"

#include <algorithm>

namespace poa::views {
namespace {

std::vector<std::string> in_official_order(const std::vector<std::string>& asked) {
    std::vector<std::string> ordered;
    for (const std::string& code : official_language_codes())
        if (std::ranges::find(asked, code) != asked.end()) ordered.push_back(code);
    for (const std::string& code : asked) // what is none of the six is kept, to be refused by its name
        if (std::ranges::find(ordered, code) == ordered.end()) ordered.push_back(code);
    return ordered;
}

Call call_of(const OpenCall& request, Refusal& problems) {
    Call call;
    call.title = nfc(trim(request.title));
    call.mandate_symbol = std::string(trim(request.mandate_symbol));
    if (auto symbol = documents::Symbol::parse(request.mandate_symbol))
        call.mandate_symbol = symbol->text();
    else if (!call.mandate_symbol.empty())
        problems.add_field("mandate_symbol", "documents.malformed_symbol");
    call.mandate_paragraph = std::string(trim(request.mandate_paragraph));
    call.questions = nfc(trim(request.questions));
    if (auto called = parse_called(request.called))
        call.called = *called;
    else
        problems.add_field("called", "input.not_a_choice", {{"value", request.called}});
    call.stakeholders_invited = request.stakeholders_invited;
    call.stakeholder_words = request.stakeholder_words;
    call.languages = in_official_order(request.languages);
    call.views_audience = request.audience;
    if (request.audience < Audience::member_states)
        problems.add_field("audience", "views.audience_too_narrow");
    if (request.opening) call.opening = *request.opening;
    if (request.deadline) call.first_deadline = *request.deadline;
    call.announcement = nfc(trim(request.announcement));
    if (auto days = read_days(request.reminder_days))
        call.reminder_days = std::move(*days);
    else
        problems.add_field("reminder_days", "views.malformed_days");
    return call;
}

std::string free_slug(storage::Session& session, const Call& call) {
    const std::string wanted = slug(call.mandate_symbol + " para " + call.mandate_paragraph);
    std::string tried = wanted;
    for (int number = 2; find_call(session, tried); ++number) tried = fmt::format("{}-{}", wanted, number);
    return tried;
}

ledger::Entry entry_of(const Call& call) {
    ledger::Entry entry;
    entry.act = "views.open_call";
    entry.subject = "views_call:" + call.slug;
    entry.audience = Audience::everyone;
    entry.clause = call.mandate_symbol + ", para. " + call.mandate_paragraph;
    entry.facts = {{"title", call.title},
                   {"symbol", call.mandate_symbol},
                   {"paragraph", call.mandate_paragraph},
                   {"called", std::string(name_of(call.called))},
                   {"stakeholders_invited", call.stakeholders_invited ? "yes" : "no"},
                   {"languages", join(call.languages, " ")},
                   {"audience", std::string(name_of(call.views_audience))},
                   {"opening", call.opening.iso()},
                   {"deadline", call.first_deadline.iso()}};
    if (!call.questions.empty()) entry.sealed = {{"questions", call.questions}};
    return entry;
}

} // namespace

Result<Call> open_call(ledger::Work& work, const identity::Actor& actor, const OpenCall& request) {
    auto permit = permissions().check("views.open_call", actor);
    if (!permit) return refuse(permit.error());
    Refusal malformed{Refusal::Kind::bad_input, {}};
    Call call = call_of(request, malformed);
    Refusal problems = problems_of_opening(call, request.opening.has_value(), request.deadline.has_value(),
                                           Day::of(work.now()));
    problems.reasons.insert(problems.reasons.end(), malformed.reasons.begin(), malformed.reasons.end());
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    call.slug = free_slug(work.session(), call);
    call.opened_at = work.now();
    call.opened_by = permit->on_behalf();
    call.id = insert_call(work.session(), call);
    call.revision = 1;
    ledger::Entry entry = entry_of(call);
    entry.on_behalf = permit->on_behalf();
    entry.person = actor.person().number;
    work.record(entry);
    return call;
}

} // namespace poa::views
