// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/record_consultation.hpp"

#include "base/text.hpp"
#include "capabilities/views/commands/submit_views.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/queries_calls.hpp"

#include <algorithm>

namespace poa::views {
namespace {

void add_state_problems(storage::Session& session, const Call& call, const RecordConsultation& request,
                        const members::Register& states, Refusal& problems) {
    const auto took_part = read_words(request.states);
    if (took_part.empty()) problems.add_field("states", "input.required");
    for (const std::string& iso3 : took_part)
        if (states.by_iso3(iso3) == nullptr)
            problems.add_field("states", "views.state_unknown", {{"code", iso3}});
    for (const std::string& iso3 : read_words(request.views_of)) {
        if (std::ranges::find(took_part, iso3) == took_part.end()) {
            problems.add_field("views_of", "views.did_not_take_part", {{"code", iso3}});
            continue;
        }
        auto standing = find_standing(session, call.id, "state:" + iso3);
        if (standing && standing->source != Source::consultation)
            problems.add_field("views_of", "views.state_has_submitted", {{"code", iso3}});
    }
}

void add_day_problems(const Call& call, const RecordConsultation& request, Day today, Refusal& problems) {
    if (!request.day)
        problems.add_field("day", "input.required");
    else if (*request.day > today)
        problems.add_field("day", "views.day_to_come");
    else if (*request.day < call.opening)
        problems.add_field("day", "views.received_before_opening", {{"opening", call.opening.iso()}});
}

void add_record_problems(storage::Session& session, const Call& call, const RecordConsultation& request,
                         Refusal& problems) {
    const int given = int(request.has_text) + int(request.has_file) + int(!request.document.empty());
    if (given == 0) problems.add_field("text", "views.nothing_to_submit");
    if (given > 1)
        problems.add_field(request.has_text && request.has_file ? "file" : "document", "views.more_than_one");
    if (!documents::parse_language_code(request.language))
        problems.add_field("language", request.language.empty() ? "input.required" : "views.language_unknown",
                           {{"code", request.language}});
    add_document_problems(session, call, request.document, {}, problems);
}

std::string slug_of(const Call& call, Day day) {
    return fmt::format("consultation-{}-{}", call.slug, day.iso());
}

Result<std::string> record_document(ledger::Work& work, const identity::Actor& actor,
                                    const identity::Permit& permit, const Call& call,
                                    const RecordConsultation& request) {
    if (!request.prepared) return request.document;
    NewDocument described{slug_of(call, *request.day),
                          fmt::format("{}: {}", call.title, request.day->iso()),
                          "note",
                          {},
                          nfc(trim(request.held_by)),
                          *request.day,
                          call.views_audience};
    return take_in_document(work, {permit.on_behalf(), actor.person().number, true}, *request.prepared,
                            described);
}

void record(ledger::Work& work, const identity::Actor& actor, const Call& call,
            const Consultation& consultation) {
    ledger::Entry entry;
    entry.act = "views.record_consultation";
    entry.on_behalf = consultation.recorded_by;
    entry.subject = "views_call:" + call.slug;
    entry.audience = call.views_audience;
    entry.person = actor.person().number;
    entry.facts = {{"consultation", std::to_string(consultation.number)},
                   {"day", consultation.day.iso()},
                   {"states", join(consultation.states, " ")},
                   {"document", consultation.document}};
    entry.sealed = {{"place", consultation.place}, {"held_by", consultation.held_by}};
    work.record(entry);
}

Submission enter_one(ledger::Work& work, const identity::Actor& actor, const Call& call,
                     const Consultation& consultation, const std::string& iso3, const std::string& language,
                     const members::Register& states) {
    AcceptedViews accepted;
    accepted.call = call;
    accepted.actor = "state:" + iso3;
    accepted.on_behalf = consultation.recorded_by;
    accepted.entered = true;
    accepted.consultation = consultation;
    accepted.received_at = std::min(work.now(), last_moment_of(consultation.day));
    accepted.day_only = true;
    Submission entry;
    entry.language = language;
    entry.source = Source::consultation;
    entry.document = consultation.document;
    entry.own_document = false; // it is the record of all who took part
    return enter_submission(work, actor, accepted, std::move(entry), states);
}

} // namespace

Result<Call> check_consultation(storage::Session& session, Instant now, const identity::Actor& actor,
                                const RecordConsultation& request, const members::Register& states) {
    auto permit = permissions().check("views.record_consultation", actor);
    if (!permit) return refuse(permit.error());
    auto call = find_call(session, request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    if (auto taken = takes_views(*call, now); !taken) return refuse(taken.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    add_day_problems(*call, request, Day::of(now), problems);
    if (trim(request.place).empty()) problems.add_field("place", "input.required");
    if (trim(request.held_by).empty()) problems.add_field("held_by", "input.required");
    add_state_problems(session, *call, request, states, problems);
    add_record_problems(session, *call, request, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return std::move(*call);
}

Result<RecordedConsultation> record_consultation(ledger::Work& work, const identity::Actor& actor,
                                                 const RecordConsultation& request,
                                                 const members::Register& states) {
    auto call = check_consultation(work.session(), work.now(), actor, request, states);
    if (!call) return refuse(call.error());
    auto permit = permissions().check("views.record_consultation", actor);
    if (!permit) return refuse(permit.error());
    auto document = record_document(work, actor, *permit, *call, request);
    if (!document) return refuse(document.error());
    Consultation consultation;
    consultation.call = call->id;
    consultation.day = *request.day;
    consultation.place = nfc(trim(request.place));
    consultation.held_by = nfc(trim(request.held_by));
    consultation.states = read_words(request.states);
    consultation.document = std::move(*document);
    consultation.recorded_at = work.now();
    consultation.recorded_by = permit->on_behalf();
    RecordedConsultation done;
    done.consultation = insert_consultation(work.session(), std::move(consultation));
    record(work, actor, *call, done.consultation);
    for (const std::string& iso3 : read_words(request.views_of))
        done.entries.push_back(
            enter_one(work, actor, *call, done.consultation, iso3, request.language, states));
    return done;
}

} // namespace poa::views
