// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_calls.hpp"

#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/commands/record_consultation.hpp"
#include "capabilities/views/commands/submit_views.hpp"
#include "capabilities/views/module_calls_inputs.hpp"
#include "capabilities/views/pages_calls_drawing.hpp"
#include "capabilities/views/pages_calls_loading.hpp"

namespace poa::views {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

Url call_url(const std::string& call) {
    return Url::of("views", "calls", call);
}

// --- pages

/// A page that is one read of the database. What stage a call is in depends on the day, so no page is kept
/// beyond it.
template <class Page, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary, false}, input_of(Of<CallQuery>{}),
        [links, load](const Visit& visit, const CallQuery& query) {
            auto states = links.states.now();
            const Present present{*states, links.clock.now()};
            return links.database.read(
                [&](storage::Session& session) { return load(session, visit, query, present); });
        },
        draw);
}

/// The page before a command, for whom the command would take it from.
template <class Draw>
void add_form(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, std::string_view command, Draw draw) {
    add_read<CallFormPage>(
        routes, links, std::move(pattern), std::move(name), summary,
        [command](storage::Session& session, const Visit& visit, const CallQuery& query,
                  const Present& present) { return load_call_form(session, visit, query, present, command); },
        [draw](const CallFormPage&, const Visit& visit) { return draw(visit, Entered{}); });
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<CallsPage>(
        "/views/calls", {"views.calls", N_("Calls for views"), false},
        [links](const Visit& visit) {
            auto states = links.states.now();
            const Present present{*states, links.clock.now()};
            return links.database.read(
                [&](storage::Session& session) { return load_calls(session, visit, present); });
        },
        draw_calls);
    add_read<CallPage>(routes, links, "/views/calls/{call}", "views.call",
                       N_("One call for views, and what came in"), load_call, draw_call);
    add_read<SubmissionsPage>(routes, links, "/views/calls/{call}/submissions", "views.submissions",
                              N_("What came in under a call, as a list"), load_submissions, draw_submissions);
    add_read<NoReplyPage>(routes, links, "/views/calls/{call}/no-reply", "views.no_reply",
                          N_("The States called of which nothing is on the record"), load_no_reply,
                          draw_no_reply);
}

void add_forms(web::Routes& routes, const ModuleLinks& links) {
    routes.page<CallFormPage>(
        "/views/calls/new", {"views.open_form", N_("Open a call for views"), false},
        [links](const Visit& visit) {
            auto states = links.states.now();
            const Present present{*states, links.clock.now()};
            return links.database.read([&](storage::Session& session) {
                return load_call_form(session, visit, {}, present, "views.open_call");
            });
        },
        [](const CallFormPage&, const Visit& visit) { return draw_open_form(visit, Entered{}); });
    add_form(routes, links, "/views/calls/{call}/extend", "views.extend_form", N_("Extend the deadline"),
             "views.extend_call", draw_extend_form);
    add_form(routes, links, "/views/calls/{call}/close", "views.close_form", N_("Close a call for good"),
             "views.close_call", draw_close_form);
    add_form(routes, links, "/views/calls/{call}/remind", "views.remind_form", N_("Record a reminder"),
             "views.remind_call", draw_remind_form);
    add_form(routes, links, "/views/calls/{call}/submit", "views.submit_form", N_("Submit or enter views"),
             "views.submit_views", draw_submit_form);
    add_form(routes, links, "/views/calls/{call}/consultation", "views.consultation_form",
             N_("Record a consultation"), "views.record_consultation", draw_consultation_form);
    add_form(routes, links, "/views/calls/{call}/submissions/{submission}/withdraw", "views.withdrawal_form",
             N_("Withdraw views"), "views.withdraw_submission", draw_call_withdrawal_form);
}

// --- commands

CallOutcome outcome_of(const Call& call, Instant now) {
    return {call.slug, "/views/calls/" + call.slug, std::string(name_of(stage_of(call, now))),
            present_deadline(call)};
}

SubmissionOutcome outcome_of(const std::string& call, const Submission& submission) {
    return {call,
            submission.number,
            submission.actor,
            submission.document,
            submission.late,
            submission.deadline,
            submission.withdrawn_at.has_value()};
}

/// A text or a file, read before the transaction: it is nearly all of the work. No names are looked for in
/// it: whose it is, is known, and a heading with the name of a State begins no reply of that State.
Result<documents::ImportDocument> prepare(const ModuleLinks& links, const std::string& text,
                                          const Upload& file, const std::string& language,
                                          const std::string& submitted_by) {
    documents::ImportHints hints;
    hints.language = documents::parse_language_code(language);
    hints.submitted_by = submitted_by;
    const bool is_file = !file.content.empty() || !file.filename.empty();
    documents::SourceFile source{is_file ? std::string_view(file.content) : std::string_view(text),
                                 is_file ? file.filename : "views.txt",
                                 is_file ? file.content_type : "text/plain"};
    auto prepared = documents::prepare_import(source, hints, documents::ActorNames{}, &links.files);
    if (prepared) return prepared;
    Refusal refusal = prepared.error();
    for (Reason& reason : refusal.reasons)
        if (reason.field.empty()) reason.field = is_file ? "file" : "text";
    return refuse(std::move(refusal));
}

bool has_file(const Upload& file) {
    return !file.content.empty() || !file.filename.empty();
}

Result<Done<SubmissionOutcome>> run_submission(const ModuleLinks& links, const Visit& visit,
                                               const ViewsAsked& asked) {
    const identity::Actor& actor = identity::actor_of(visit);
    auto states = links.states.now();
    SubmitViews request;
    request.call = asked.call;
    request.actor = asked.actor;
    request.language = asked.language;
    request.title = asked.title;
    request.has_text = !trim(asked.text).empty();
    request.has_file = has_file(asked.file);
    request.document = asked.document;
    request.section = asked.section;
    request.received = asked.received;
    request.channel = asked.channel;
    request.consultation = asked.consultation;
    auto accepted = links.database.read([&](storage::Session& session) {
        return check_views(session, links.clock.now(), actor, request, *states);
    });
    if (!accepted) return refuse(accepted.error());
    if (request.has_text || request.has_file) {
        auto prepared = prepare(links, asked.text, asked.file, asked.language, accepted->actor);
        if (!prepared) return refuse(prepared.error());
        request.prepared = std::move(*prepared);
    }
    auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return submit_views(work, actor, request, *states);
    });
    if (!done) return refuse(done.error());
    return Done<SubmissionOutcome>{outcome_of(asked.call, *done), call_url(asked.call), {}, 201};
}

Result<Done<ConsultationOutcome>> run_consultation(const ModuleLinks& links, const Visit& visit,
                                                   const ConsultationAsked& asked) {
    const identity::Actor& actor = identity::actor_of(visit);
    auto states = links.states.now();
    RecordConsultation request{asked.call,           asked.day,
                               asked.place,          asked.held_by,
                               asked.states,         asked.views_of,
                               asked.language,       !trim(asked.text).empty(),
                               has_file(asked.file), {},
                               asked.document};
    auto checked = links.database.read([&](storage::Session& session) {
        return check_consultation(session, links.clock.now(), actor, request, *states);
    });
    if (!checked) return refuse(checked.error());
    if (request.has_text || request.has_file) {
        auto prepared = prepare(links, asked.text, asked.file, asked.language, {});
        if (!prepared) return refuse(prepared.error());
        request.prepared = std::move(*prepared);
    }
    auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return record_consultation(work, actor, request, *states);
    });
    if (!done) return refuse(done.error());
    ConsultationOutcome outcome{asked.call, done->consultation.number, done->consultation.document, {}};
    for (const Submission& entry : done->entries) outcome.entries.push_back(entry.number);
    return Done<ConsultationOutcome>{std::move(outcome), call_url(asked.call), {}, 201};
}

void add_call_commands(web::Routes& routes, const ModuleLinks& links) {
    // Each changes the call itself and answers with it.
    auto changes_call = [&]<class Request>(std::string pattern, web::About about, auto command, auto draw,
                                           int status, Of<Request> of) {
        routes.command<Request, CallOutcome>(
            std::move(pattern), std::move(about), input_of(of),
            [links, command, status](const Visit& visit,
                                     const Request& request) -> Result<Done<CallOutcome>> {
                auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                    return command(work, identity::actor_of(visit), request);
                });
                if (!done) return refuse(done.error());
                return Done<CallOutcome>{
                    outcome_of(*done, links.clock.now()), call_url(done->slug), {}, status};
            },
            draw);
    };
    changes_call("/views/calls/open_call", {"views.open_call", N_("Open a call for views")}, open_call,
                 draw_open_form, 201, Of<OpenCall>{});
    changes_call("/views/calls/{call}/extend_call", {"views.extend_call", N_("Extend the deadline")},
                 extend_call, draw_extend_form, 200, Of<ExtendCall>{});
    changes_call("/views/calls/{call}/close_call", {"views.close_call", N_("Close a call for good")},
                 close_call, draw_close_form, 200, Of<CloseCall>{});
    routes.command<RemindCall, ReminderOutcome>(
        "/views/calls/{call}/remind_call", {"views.remind_call", N_("Record a reminder")},
        input_of(Of<RemindCall>{}),
        [links](const Visit& visit, const RemindCall& request) -> Result<Done<ReminderOutcome>> {
            auto states = links.states.now();
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return remind_call(work, identity::actor_of(visit), request, *states);
            });
            if (!done) return refuse(done.error());
            return Done<ReminderOutcome>{
                {request.call, done->day, done->reminded}, call_url(request.call), {}, 201};
        },
        draw_remind_form);
}

void add_submission_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<ViewsAsked, SubmissionOutcome>(
        "/views/calls/{call}/submit_views", {"views.submit_views", N_("Submit or enter views")},
        input_of(Of<ViewsAsked>{}),
        [links](const Visit& visit, const ViewsAsked& asked) { return run_submission(links, visit, asked); },
        draw_submit_form);
    routes.command<ConsultationAsked, ConsultationOutcome>(
        "/views/calls/{call}/record_consultation", {"views.record_consultation", N_("Record a consultation")},
        input_of(Of<ConsultationAsked>{}),
        [links](const Visit& visit, const ConsultationAsked& asked) {
            return run_consultation(links, visit, asked);
        },
        draw_consultation_form);
    routes.command<WithdrawSubmission, SubmissionOutcome>(
        "/views/calls/{call}/submissions/{submission}/withdraw_submission",
        {"views.withdraw_submission", N_("Withdraw views")}, input_of(Of<WithdrawSubmission>{}),
        [links](const Visit& visit, const WithdrawSubmission& request) -> Result<Done<SubmissionOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return withdraw_submission(work, identity::actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<SubmissionOutcome>{outcome_of(request.call, *done), call_url(request.call)};
        },
        draw_call_withdrawal_form);
}

void add_call_sentences(web::Routes& routes) {
    routes.sentence("views.no_such_call", N_("There is no such call for views."));
    routes.sentence("views.no_such_submission",
                    N_("There is no such submission under this call that you may read."));
    routes.sentence("views.call_closed",
                    N_("This call was closed for good on {closed}. Nothing more is taken."));
    routes.sentence("views.not_open_yet", N_("This call opens on {opening}. Nothing is taken before."));
    routes.sentence("views.deadline_runs",
                    N_("The deadline, {deadline}, has not passed. States rely on it until its end."));
    routes.sentence("views.nobody_to_remind", N_("All States called have submitted."));
    routes.sentence("views.stakeholders_not_invited",
                    N_("This call is addressed to States. Stakeholders were not invited."));
    routes.sentence("views.already_withdrawn", N_("It was withdrawn on {day} already."));
    routes.sentence("views.for_member_states", N_("What came in under this call is for Member States."));
    routes.sentence("views.stale",
                    N_("Somebody changed the call in the meantime. Look at it and try again."));
    routes.sentence("views.day_past", N_("This day has passed."));
    routes.sentence("views.day_to_come", N_("This day is still to come."));
    routes.sentence("views.deadline_before_opening",
                    N_("The deadline cannot lie before the opening day, {opening}."));
    routes.sentence("views.deadline_not_later", N_("The new deadline must be later than {deadline}."));
    routes.sentence("views.reminder_outside",
                    N_("{day} does not lie between the opening day and the deadline."));
    routes.sentence("views.malformed_days", N_("Write days as 2027-02-01, with commas between."));
    routes.sentence("views.malformed_paragraph", N_("Write the paragraph as 3 or 3 (a)."));
    routes.sentence("views.language_unknown", N_("{code} is none of the six official languages."));
    routes.sentence("views.audience_too_narrow",
                    N_("What comes in under a call is public or for Member States."));
    routes.sentence("views.actor_unknown", N_("There is no such State or organisation in the register."));
    routes.sentence("views.state_unknown", N_("There is no State with the code {code} in the register."));
    routes.sentence("views.language_not_accepted", N_("This call takes views in: {languages}."));
    routes.sentence("views.nothing_to_submit", N_("Give a text, a file or a document on the record."));
    routes.sentence("views.more_than_one", N_("Give only one: a text, a file or a document on the record."));
    routes.sentence("views.for_secretariat", N_("Only the secretariat fills this in."));
    routes.sentence("views.no_such_document", N_("There is no document at this address."));
    routes.sentence("views.too_many_words",
                    N_("The paper has {words} words; this call takes at most {most} from stakeholders."));
    routes.sentence("views.document_of_another",
                    N_("This document was submitted by another: {submitted_by}."));
    routes.sentence("views.document_withdrawn", N_("This document was withdrawn."));
    routes.sentence("views.document_narrower",
                    N_("This document is for fewer readers than what comes in under this call."));
    routes.sentence("views.section_without_document", N_("Name the document this is a section of."));
    routes.sentence("views.no_such_section", N_("The document has no such section."));
    routes.sentence("views.received_before_opening", N_("The call opened on {opening} only."));
    routes.sentence("views.no_such_consultation", N_("There is no consultation of this number."));
    routes.sentence("views.consultation_of_state", N_("Only views of States are gathered in consultations."));
    routes.sentence("views.did_not_take_part", N_("This State is not among those that took part."));
    routes.sentence("views.state_has_submitted",
                    N_("This State has submitted views of its own: they speak for it."));
}

} // namespace

void add_call_routes(web::Routes& routes, ModuleLinks links) {
    add_call_sentences(routes);
    add_pages(routes, links);
    add_forms(routes, links);
    add_call_commands(routes, links);
    add_submission_commands(routes, links);
}

} // namespace poa::views
