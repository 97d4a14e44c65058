// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/checking_views.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/queries_calls.hpp"
#include "capabilities/views/word_count.hpp"

#include <algorithm>

namespace poa::views {
namespace {

constexpr std::string_view command = "views.submit_views";

/// In whose name views are sent, where the sender may.
struct Sender {
    std::string actor; ///< empty: not said, or not known
    std::string on_behalf;
    bool entered = false;
};

Result<Sender> sender_of(const identity::Actor& actor, const std::string& asked) {
    auto entering = permissions().check(command, actor);
    if (entering) return Sender{asked, entering->on_behalf(), true};
    auto bodies = sending_bodies(actor);
    if (bodies.empty()) return refuse(entering.error());
    if (asked.empty()) {
        std::string only = bodies.size() == 1 ? bodies.front().text() : std::string();
        return Sender{only, only, false};
    }
    auto body = identity::Body::parse(asked);
    if (!body) return Sender{{}, {}, false};
    auto permit = permissions().check(command, actor, body);
    if (!permit) return refuse(permit.error());
    return Sender{body->text(), permit->on_behalf(), false};
}

class Checking {
  public:
    Checking(storage::Session& session, Instant now, const SubmitViews& request,
             const members::Register& states, AcceptedViews& accepted)
        : session_(session), now_(now), request_(request), states_(states), accepted_(accepted) {}

    [[nodiscard]] Refusal problems() {
        check_actor();
        check_language();
        check_content();
        if (accepted_.entered)
            check_entered();
        else
            check_not_entered();
        return std::move(problems_);
    }

  private:
    void say(const char* field, const char* code,
             std::vector<std::pair<std::string, std::string>> facts = {}) {
        problems_.add_field(field, code, std::move(facts));
    }
    void check_actor() {
        if (accepted_.actor.empty())
            say("actor", request_.actor.empty() ? "input.required" : "views.actor_unknown");
        else if (!is_registered(states_, accepted_.actor))
            say("actor", "views.actor_unknown");
    }
    void check_language() {
        const auto& accepted = accepted_.call.languages;
        if (request_.language.empty())
            say("language", "input.required");
        else if (std::ranges::find(accepted, request_.language) == accepted.end())
            say("language", "views.language_not_accepted", {{"languages", join(accepted, ", ")}});
    }
    void check_content() {
        const bool named = !request_.document.empty();
        const int given = int(request_.has_text) + int(request_.has_file) + int(named);
        if (given == 0) say("text", "views.nothing_to_submit");
        if (given > 1)
            say(request_.has_text && request_.has_file ? "file" : "document", "views.more_than_one");
        check_length();
        if (!accepted_.entered) return;
        add_document_problems(session_, accepted_.call, request_.document, request_.section, problems_,
                              accepted_.actor);
    }
    void check_length() {
        const std::int64_t most = accepted_.call.stakeholder_words;
        if (most == 0 || !request_.prepared || accepted_.actor.empty() ||
            kind_of_submitter(accepted_.actor) != SubmitterKind::stakeholder)
            return;
        std::int64_t words = 0;
        for (const documents::Passage& passage : request_.prepared->parsed.passages)
            words += count_words(passage.text);
        if (words > most)
            say(request_.has_file ? "file" : "text", "views.too_many_words",
                {{"words", std::to_string(words)}, {"most", std::to_string(most)}});
    }
    void check_not_entered() {
        if (!request_.document.empty()) say("document", "views.for_secretariat");
        if (!request_.section.empty()) say("section", "views.for_secretariat");
        if (request_.received) say("received", "views.for_secretariat");
        if (!request_.channel.empty()) say("channel", "views.for_secretariat");
        if (request_.consultation != 0) say("consultation", "views.for_secretariat");
    }
    void check_entered() {
        const Day today = Day::of(now_);
        Day received = request_.received.value_or(today);
        if (request_.consultation != 0) check_consultation(received);
        if (received > today)
            say("received", "views.day_to_come");
        else if (received < accepted_.call.opening)
            say("received", "views.received_before_opening", {{"opening", accepted_.call.opening.iso()}});
        // Which hour it came is not known: the deadline that held at the end of the day is the kinder one.
        accepted_.received_at = std::min(now_, last_moment_of(received));
        accepted_.day_only = true;
        if (request_.consultation != 0) return;
        if (request_.channel.empty())
            say("channel", "input.required");
        else if (std::ranges::find(channels(), request_.channel) == channels().end())
            say("channel", "input.not_a_choice", {{"value", request_.channel}});
    }
    void check_consultation(Day& received) {
        for (const Consultation& each : read_consultations(session_, accepted_.call.id))
            if (each.number == request_.consultation) accepted_.consultation = each;
        if (!accepted_.consultation) return say("consultation", "views.no_such_consultation");
        received = accepted_.consultation->day;
        if (accepted_.actor.empty()) return;
        if (kind_of_submitter(accepted_.actor) != SubmitterKind::state)
            return say("actor", "views.consultation_of_state");
        const auto& took_part = accepted_.consultation->states;
        if (std::ranges::find(took_part, accepted_.actor.substr(6)) == took_part.end())
            say("actor", "views.did_not_take_part");
        auto standing = find_standing(session_, accepted_.call.id, accepted_.actor);
        if (standing && standing->source != Source::consultation) say("actor", "views.state_has_submitted");
    }

    storage::Session& session_;
    Instant now_;
    const SubmitViews& request_;
    const members::Register& states_;
    AcceptedViews& accepted_;
    Refusal problems_{Refusal::Kind::bad_input, {}};
};

std::string free_slug(storage::Session& session, const std::string& wanted) {
    std::string tried = wanted;
    for (int number = 2; documents::find_document_by_slug(session, tried); ++number)
        tried = fmt::format("{}-{}", wanted, number);
    return tried;
}

bool has_section(storage::Session& session, const documents::Document& document, std::string_view section) {
    auto versions = documents::versions_of(session, document.id);
    return std::ranges::any_of(versions, [&](const documents::Version& version) {
        return version.is_current && documents::find_passage(session, version.id, section);
    });
}

} // namespace

Result<AcceptedViews> check_views(storage::Session& session, Instant now, const identity::Actor& actor,
                                  const SubmitViews& request, const members::Register& states) {
    auto sender = sender_of(actor, request.actor);
    if (!sender) return refuse(sender.error());
    auto call = find_call(session, request.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    if (auto taken = takes_views(*call, now); !taken) return refuse(taken.error());
    if (!sender->actor.empty() && kind_of_submitter(sender->actor) == SubmitterKind::stakeholder &&
        !call->stakeholders_invited)
        return refuse(Refusal::Kind::rule, "views.stakeholders_not_invited");
    AcceptedViews accepted;
    accepted.call = std::move(*call);
    accepted.actor = sender->actor;
    accepted.on_behalf = sender->on_behalf;
    accepted.entered = sender->entered;
    accepted.received_at = now;
    Refusal problems = Checking(session, now, request, states, accepted).problems();
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    accepted.actor_name =
        name_of_actor(states, accepted.actor, members::language_or_english(request.language));
    return accepted;
}

Result<std::string> take_in_document(ledger::Work& work, const documents::By& by,
                                     documents::ImportDocument prepared, const NewDocument& described) {
    prepared.slug = free_slug(work.session(), described.slug);
    // A symbol at the head of somebody's paper must not make it a version of the document of that symbol.
    prepared.parsed.symbol.reset();
    prepared.parsed.title = described.title;
    prepared.parsed.kind = described.kind;
    prepared.parsed.submitted_by = described.submitted_by;
    prepared.parsed.submitted_by_name = described.submitted_by_name;
    if (!prepared.parsed.date) prepared.parsed.date = described.day;
    prepared.audience = described.audience;
    prepared.part_of.clear();
    auto done = documents::import_document(work, by, prepared);
    if (!done) return refuse(done.error());
    return done->slug;
}

void add_document_problems(storage::Session& session, const Call& call, const std::string& slug,
                           const std::string& section, Refusal& problems, const std::string& actor) {
    if (slug.empty()) {
        if (!section.empty()) problems.add_field("section", "views.section_without_document");
        return;
    }
    auto document = documents::find_document_by_slug(session, slug);
    if (!document) return problems.add_field("document", "views.no_such_document");
    if (document->withdrawn_at) problems.add_field("document", "views.document_withdrawn");
    // A section of a joint paper may be anybody's; a whole paper is its sender's.
    if (section.empty() && !actor.empty() && document->submitted_by.starts_with("state:") &&
        document->submitted_by != actor)
        problems.add_field("document", "views.document_of_another",
                           {{"submitted_by", document->submitted_by}});
    if (document->audience < call.views_audience)
        problems.add_field("document", "views.document_narrower",
                           {{"audience", std::string(name_of(document->audience))}});
    if (!section.empty() && !has_section(session, *document, section))
        problems.add_field("section", "views.no_such_section");
}

} // namespace poa::views
