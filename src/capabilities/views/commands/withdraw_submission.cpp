// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/withdraw_submission.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/queries_calls.hpp"

namespace poa::views {
namespace {

constexpr std::string_view command = "views.withdraw_submission";

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Call& call, const Submission& submission, const std::string& reason) {
    ledger::Entry entry;
    entry.act = "views.withdraw_submission";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "views_call:" + call.slug;
    entry.audience = call.views_audience;
    entry.person = actor.person().number;
    entry.facts = {{"submission", std::to_string(submission.number)},
                   {"actor", submission.actor},
                   {"source", std::string(name_of(submission.source))},
                   {"late", submission.late ? "yes" : "no"},
                   {"document", submission.document}};
    entry.sealed = {{"reason", reason}};
    work.record(entry);
}

/// The document may be withdrawn already by the secretariat: then there is nothing to do.
Result<void> withdraw_document_of(ledger::Work& work, const documents::By& by, const Submission& submission,
                                  const std::string& reason) {
    if (!submission.own_document) return {};
    auto document = documents::find_document_by_slug(work.session(), submission.document);
    if (!document || document->withdrawn_at) return {};
    return documents::withdraw_document(work, by, {submission.document, reason});
}

} // namespace

Result<Submission> withdraw_submission(ledger::Work& work, const identity::Actor& actor,
                                       const WithdrawSubmission& request) {
    if (sending_bodies(actor).empty()) return refuse(permissions().check(command, actor).error());
    auto call = find_call(work.session(), request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    auto submission = find_submission(work.session(), call->id, request.submission);
    if (!submission || !may_see(actor.reader(), *call, *submission))
        return refuse(Refusal::Kind::not_found, "views.no_such_submission");
    auto permit = permissions().check(command, actor, identity::Body::parse(submission->actor));
    if (!permit) return refuse(permit.error());
    const std::string reason = nfc(trim(request.reason));
    if (reason.empty()) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("reason", "input.required");
        return refuse(std::move(problems));
    }
    if (submission->withdrawn_at)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.already_withdrawn")
                          .with("day", Day::of(*submission->withdrawn_at).iso()));
    update_withdrawn(work.session(), submission->id, work.now());
    documents::By by{permit->on_behalf(), actor.person().number, true};
    if (auto done = withdraw_document_of(work, by, *submission, reason); !done) return refuse(done.error());
    record(work, actor, *permit, *call, *submission, reason);
    submission->withdrawn_at = work.now();
    return std::move(*submission);
}

} // namespace poa::views
