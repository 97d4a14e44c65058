// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_calls_loading.hpp"

#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/permissions.hpp"

#include <algorithm>
#include <set>

namespace poa::views {
namespace {

using web::Visit;

constexpr int calls_max = 500;

members::Language language_of(const Visit& visit) {
    return members::language_or_english(visit.in.code());
}

CallListing listing_of(storage::Session& session, const identity::Reader& reader, const Call& call,
                       const CallCounts& counts, Instant now) {
    CallListing row;
    row.slug = call.slug;
    row.title = call.title;
    row.mandate = call.mandate_symbol + ", para. " + call.mandate_paragraph;
    row.mandate_address = mandate_address(session, reader, call);
    row.stage = name_of(stage_of(call, now));
    row.opening = call.opening;
    row.deadline = present_deadline(call);
    row.first_deadline = call.first_deadline;
    if (call.closed_at) row.closed = Day::of(*call.closed_at);
    row.called = name_of(call.called);
    row.stakeholders_invited = call.stakeholders_invited;
    row.stakeholder_words = call.stakeholder_words;
    row.audience = name_of(call.views_audience);
    row.languages = call.languages;
    row.states = counts.states;
    row.late = counts.late;
    row.extra = counts.extra;
    row.consultation = counts.consultation;
    row.stakeholders = counts.stakeholders;
    row.address = "/views/calls/" + call.slug;
    return row;
}

/// Fills in what the reader may know of the document. "a-78-76" with the section "egy" is read there.
void add_document(storage::Session& session, const identity::Reader& reader, const Submission& submission,
                  SubmissionListing& row) {
    auto document = documents::find_document_by_slug(session, submission.document);
    if (!document || !documents::may_read(reader, *document)) return;
    row.document = document->slug;
    row.document_title = document->title;
    row.address = "/documents/" + document->slug;
    if (!submission.section.empty()) row.address += "/sections/" + percent_encode(submission.section, true);
}

class Listing {
  public:
    Listing(storage::Session& session, const Visit& visit, const Call& call, const Present& present)
        : session_(session), actor_(identity::actor_of(visit)), language_(language_of(visit)), call_(call),
          present_(present) {
        for (const Consultation& each : read_consultations(session, call.id)) consultations_.push_back(each);
    }

    /// Those the reader may see, the newest first.
    [[nodiscard]] std::vector<SubmissionListing> rows(const std::vector<Submission>& submissions) {
        std::vector<SubmissionListing> listed;
        for (const Submission& submission : submissions)
            if (may_see(actor_.reader(), call_, submission)) listed.push_back(row_of(submission));
        return listed;
    }
    [[nodiscard]] std::vector<ConsultationListing> consultations() {
        std::vector<ConsultationListing> listed;
        for (const Consultation& each : consultations_) {
            ConsultationListing row{each.number, each.day, each.place, each.held_by, {}, {}};
            for (const std::string& iso3 : each.states)
                row.states.emplace_back(present_.states.display_name(iso3, language_));
            auto document = documents::find_document_by_slug(session_, each.document);
            if (document && documents::may_read(actor_.reader(), *document))
                row.address = "/documents/" + document->slug;
            listed.push_back(std::move(row));
        }
        return listed;
    }

  private:
    [[nodiscard]] SubmissionListing row_of(const Submission& submission) {
        SubmissionListing row;
        row.submission = submission.number;
        row.listed = name_of(listed_as(submission));
        row.actor = submission.actor;
        row.name = name_of_actor(present_.states, submission.actor, language_);
        row.actor_kind = name_of(submission.kind);
        row.source = name_of(submission.source);
        row.channel = submission.channel;
        row.language = submission.language;
        row.received_at = submission.received_at;
        row.day_only = submission.day_only;
        row.late = submission.late;
        row.deadline = submission.deadline;
        row.late_by_present_deadline = lateness_of(call_, submission.received_at).late_by_present;
        row.superseded = submission.superseded;
        if (submission.withdrawn_at) row.withdrawn = Day::of(*submission.withdrawn_at);
        for (const Consultation& each : consultations_)
            if (submission.consultation == each.id) row.consultation = each.number;
        add_document(session_, actor_.reader(), submission, row);
        row.may_withdraw =
            !submission.withdrawn_at && permissions().permits("views.withdraw_submission", actor_,
                                                              identity::Body::parse(submission.actor));
        return row;
    }

    storage::Session& session_;
    const identity::Actor& actor_;
    members::Language language_;
    const Call& call_;
    const Present& present_;
    std::vector<Consultation> consultations_;
};

/// Of each State called, what stands of it.
struct Replies {
    std::set<std::string, std::less<>> called, replied, late, consulted;

    Replies(const std::vector<std::string>& all, const std::vector<Submission>& submissions)
        : called(all.begin(), all.end()) {
        for (const Submission& submission : submissions) {
            if (!stands(submission) || submission.kind != SubmitterKind::state) continue;
            const std::string iso3 = submission.actor.substr(6);
            if (submission.source == Source::consultation) {
                consulted.insert(iso3);
            } else {
                replied.insert(iso3);
                if (submission.late) late.insert(iso3);
            }
        }
    }
};

/// Regional groups first, as States are counted in them when seats are filled, so that each is counted once;
/// then the lists of least developed, landlocked and small island developing States.
std::vector<CoverageRow> coverage_of(const members::Register& states, const Replies& replies, Day day,
                                     members::Language language) {
    std::vector<CoverageRow> rows;
    for (const members::Group& group : states.groups()) {
        const bool regional = group.kind == members::Group::Kind::regional;
        auto in_it = regional ? states.electing_in(group.key, day, language)
                              : states.in_group(group.key, day, language);
        CoverageRow row{group.key, group.name(language), 0, 0, 0, 0};
        for (const members::State* state : in_it) {
            std::string_view iso3 = state->iso3.text();
            if (!replies.called.contains(iso3)) continue;
            ++row.called;
            row.replied += replies.replied.contains(iso3) ? 1 : 0;
            row.late += replies.late.contains(iso3) ? 1 : 0;
            row.consultation += replies.consulted.contains(iso3) ? 1 : 0;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_tiles(const members::Register& states, const Replies& replies, Day day, members::Language language,
               CallPage& page) {
    members::TileMap map = states.tile_map(day);
    page.tile_columns = map.columns;
    page.tile_rows = map.rows;
    for (const members::DrawnTile& tile : map.tiles) {
        const members::State* state = states.by_iso3(tile.iso3.text());
        page.tiles.push_back({std::string(tile.iso3.text()), state->display(language),
                              "/states/" + state->slug, tile.tile.column, tile.tile.row,
                              replies.called.contains(tile.iso3.text()),
                              replies.replied.contains(tile.iso3.text())});
    }
}

CallOffers offers_to(const identity::Actor& actor, const Call& call, Instant now) {
    const auto& table = permissions();
    const CallStage stage = stage_of(call, now);
    const bool takes = takes_views(call, now).has_value();
    CallOffers offers;
    offers.extend = stage != CallStage::closed && table.permits("views.extend_call", actor);
    offers.close = stage == CallStage::past_deadline && table.permits("views.close_call", actor);
    offers.remind = takes && table.permits("views.remind_call", actor);
    offers.consult = takes && table.permits("views.record_consultation", actor);
    offers.enter = takes && table.permits("views.submit_views", actor);
    offers.submit = takes && !sending_bodies(actor).empty();
    return offers;
}

void add_history(storage::Session& session, const Call& call, CallPage& page) {
    for (const Extension& each : call.extensions)
        page.extensions.push_back(
            {each.from, each.to, each.reason, each.after_deadline, each.decided_at, each.decided_by});
    for (const Reminder& each : read_reminders(session, call.id))
        page.reminders.push_back({each.day, each.channel, each.text,
                                  static_cast<std::int64_t>(each.reminded.size()), each.recorded_by});
}

Result<Call> call_of(storage::Session& session, const CallQuery& query) {
    auto call = find_call(session, query.call);
    if (!call) return refuse(Refusal::Kind::not_found, "views.no_such_call");
    return std::move(*call);
}

} // namespace

const Input<CallQuery>& input_of(Of<CallQuery>) {
    static const auto input =
        Input<CallQuery>("views.call")
            .hidden("call", &CallQuery::call, {.label = N_("Call for views"), .characters_max = 200})
            .number("submission", &CallQuery::submission,
                    {.label = N_("Submission"), .required = false, .least = 0});
    return input;
}

Result<CallsPage> load_calls(storage::Session& session, const Visit& visit, const Present& present) {
    const identity::Actor& actor = identity::actor_of(visit);
    auto counts = count_standing(session);
    CallsPage page;
    page.may_open = permissions().permits("views.open_call", actor);
    for (const Call& call : read_calls(session, calls_max))
        page.rows.push_back(listing_of(session, actor.reader(), call, counts[call.id.number], present.now));
    return page;
}

Result<CallPage> load_call(storage::Session& session, const Visit& visit, const CallQuery& query,
                           const Present& present) {
    auto call = call_of(session, query);
    if (!call) return refuse(call.error());
    const identity::Actor& actor = identity::actor_of(visit);
    const Day today = Day::of(present.now);
    auto submissions = read_submissions(session, call->id);
    auto called = called_states(*call, present.states, today);
    CallPage page;
    page.call =
        listing_of(session, actor.reader(), *call, count_standing(session)[call->id.number], present.now);
    page.questions = call->questions;
    page.announcement = call->announcement;
    page.reminder_days = call->reminder_days;
    add_history(session, *call, page);
    page.states_called = static_cast<std::int64_t>(called.size());
    page.without_reply = static_cast<std::int64_t>(states_without_reply(called, submissions).size());
    page.shows_submissions = may_see_views(actor.reader(), *call);
    Listing listing(session, visit, *call, present);
    page.submissions = listing.rows(submissions);
    page.offers = offers_to(actor, *call, present.now);
    if (!page.shows_submissions) return page;
    Replies replies(called, submissions);
    page.consultations = listing.consultations();
    page.coverage = coverage_of(present.states, replies, today, language_of(visit));
    add_tiles(present.states, replies, today, language_of(visit), page);
    return page;
}

Result<SubmissionsPage> load_submissions(storage::Session& session, const Visit& visit,
                                         const CallQuery& query, const Present& present) {
    auto call = call_of(session, query);
    if (!call) return refuse(call.error());
    return SubmissionsPage{call->slug, call->title,
                           Listing(session, visit, *call, present).rows(read_submissions(session, call->id))};
}

Result<NoReplyPage> load_no_reply(storage::Session& session, const Visit& visit, const CallQuery& query,
                                  const Present& present) {
    auto call = call_of(session, query);
    if (!call) return refuse(call.error());
    if (!may_see_views(identity::actor_of(visit).reader(), *call))
        return refuse(visit.is_anonymous() ? Refusal::Kind::not_signed_in : Refusal::Kind::not_permitted,
                      "views.for_member_states");
    NoReplyPage page{call->slug, call->title, {}};
    const auto language = language_of(visit);
    auto silent = states_without_reply(called_states(*call, present.states, Day::of(present.now)),
                                       read_submissions(session, call->id));
    std::set<std::string, std::less<>> wanted(silent.begin(), silent.end());
    for (const members::State* state : present.states.states(language))
        if (wanted.contains(state->iso3.text()))
            page.rows.push_back(
                {std::string(state->iso3.text()), state->display(language), "/states/" + state->slug});
    return page;
}

Result<CallFormPage> load_call_form(storage::Session& session, const Visit& visit, const CallQuery& query,
                                    const Present& present, std::string_view command) {
    const identity::Actor& actor = identity::actor_of(visit);
    auto bodies = sending_bodies(actor);
    auto permit = permissions().check(command, actor);
    const bool for_own = command == "views.submit_views" || command == "views.withdraw_submission";
    if (!permit && !(for_own && !bodies.empty())) return refuse(permit.error());
    if (command == "views.open_call") return CallFormPage{};
    auto call = call_of(session, query);
    if (!call) return refuse(call.error());
    if (command == "views.withdraw_submission") {
        auto submission = find_submission(session, call->id, query.submission);
        if (!submission || !may_see(actor.reader(), *call, *submission))
            return refuse(Refusal::Kind::not_found, "views.no_such_submission");
        auto own = permissions().check(command, actor, identity::Body::parse(submission->actor));
        if (!own) return refuse(own.error());
    }
    CallFormPage page{call->slug,
                      call->title,
                      std::string(name_of(stage_of(*call, present.now))),
                      present_deadline(*call),
                      call->languages,
                      {}};
    for (const identity::Body& body : bodies) page.bodies.push_back(body.text());
    return page;
}

} // namespace poa::views
