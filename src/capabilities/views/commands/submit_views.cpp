// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/submit_views.hpp"

#include "base/text.hpp"
#include "capabilities/views/queries_calls.hpp"

#include <algorithm>

namespace poa::views {
namespace {

bool was_called(const Call& call, const std::string& actor, const members::Register& states, Day day) {
    if (kind_of_submitter(actor) != SubmitterKind::state) return false;
    auto called = called_states(call, states, day);
    return std::ranges::find(called, actor.substr(6)) != called.end();
}

void record(ledger::Work& work, const identity::Actor& actor, const AcceptedViews& accepted,
            const Submission& submission, const std::optional<Submission>& before) {
    ledger::Entry entry;
    entry.act = "views.submit_views";
    entry.on_behalf = accepted.on_behalf;
    entry.subject = "views_call:" + accepted.call.slug;
    entry.audience = accepted.call.views_audience;
    entry.person = actor.person().number;
    entry.facts = {{"submission", std::to_string(submission.number)},
                   {"actor", submission.actor},
                   {"actor_kind", std::string(name_of(submission.kind))},
                   {"source", std::string(name_of(submission.source))},
                   {"language", submission.language},
                   {"received", Day::of(submission.received_at).iso()},
                   {"deadline", submission.deadline.iso()},
                   {"late", submission.late ? "yes" : "no"},
                   {"document", submission.document}};
    if (!submission.section.empty()) entry.facts.emplace_back("section", submission.section);
    if (accepted.consultation)
        entry.facts.emplace_back("consultation", std::to_string(accepted.consultation->number));
    if (before) entry.facts.emplace_back("supersedes", std::to_string(before->number));
    work.record(entry);
}

NewDocument document_of(const AcceptedViews& accepted, const SubmitViews& request) {
    const bool of_state = kind_of_submitter(accepted.actor) == SubmitterKind::state;
    std::string title = nfc(trim(request.title));
    if (title.empty()) title = accepted.actor_name + ": " + accepted.call.title;
    return {fmt::format("views-{}-{}", accepted.call.slug,
                        slug(accepted.actor.substr(accepted.actor.find(':') + 1))),
            std::move(title),
            of_state ? "views" : "paper",
            accepted.actor,
            accepted.actor_name,
            Day::of(accepted.received_at),
            accepted.call.views_audience};
}

Source source_of(const AcceptedViews& accepted, const SubmitViews& request) {
    if (accepted.consultation) return Source::consultation;
    if (accepted.entered) return Source::entered;
    return request.has_file ? Source::upload : Source::online;
}

} // namespace

Submission enter_submission(ledger::Work& work, const identity::Actor& actor, const AcceptedViews& accepted,
                            Submission submission, const members::Register& states) {
    Lateness lateness = lateness_of(accepted.call, accepted.received_at);
    submission.call = accepted.call.id;
    submission.actor = accepted.actor;
    submission.kind = kind_of_submitter(accepted.actor);
    submission.was_called = was_called(accepted.call, accepted.actor, states, Day::of(accepted.received_at));
    submission.received_at = accepted.received_at;
    submission.day_only = accepted.day_only;
    submission.deadline = lateness.deadline;
    submission.late = lateness.late;
    if (accepted.consultation) submission.consultation = accepted.consultation->id;
    submission.recorded_at = work.now();
    submission.recorded_by = accepted.on_behalf;
    auto before = find_standing(work.session(), accepted.call.id, accepted.actor);
    if (before) update_superseded(work.session(), before->id);
    submission = insert_submission(work.session(), std::move(submission));
    record(work, actor, accepted, submission, before);
    return submission;
}

Result<Submission> submit_views(ledger::Work& work, const identity::Actor& actor, const SubmitViews& request,
                                const members::Register& states) {
    auto accepted = check_views(work.session(), work.now(), actor, request, states);
    if (!accepted) return refuse(accepted.error());
    require(request.prepared.has_value() == (request.has_text || request.has_file),
            "text and files are prepared before they are submitted");
    Submission submission;
    submission.language = request.language;
    submission.source = source_of(*accepted, request);
    submission.channel = request.channel;
    submission.document = request.document;
    submission.section = request.section;
    submission.own_document = request.prepared.has_value();
    if (request.prepared) {
        documents::By by{accepted->on_behalf, actor.person().number, true};
        auto document = take_in_document(work, by, *request.prepared, document_of(*accepted, request));
        if (!document) return refuse(document.error());
        submission.document = std::move(*document);
    }
    return enter_submission(work, actor, *accepted, std::move(submission), states);
}

} // namespace poa::views
