// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/queries_calls.hpp"

#include "capabilities/views/permissions.hpp"

#include <algorithm>
#include <set>

namespace poa::views {

std::vector<std::string> called_states(const Call& call, const members::Register& states, Day day) {
    std::vector<std::string> called;
    for (const members::State* state : states.states_on(day, members::Language::en))
        if (call.called == Called::all_states || state->status == members::Status::member)
            called.emplace_back(state->iso3.text());
    return called;
}

std::vector<std::string> states_without_reply(const std::vector<std::string>& called,
                                              const std::vector<Submission>& submissions) {
    std::set<std::string, std::less<>> replied;
    for (const Submission& submission : submissions)
        if (stands(submission) && submission.kind == SubmitterKind::state &&
            submission.source != Source::consultation)
            replied.insert(submission.actor.substr(submission.actor.find(':') + 1));
    std::vector<std::string> silent;
    std::ranges::copy_if(called, std::back_inserter(silent),
                         [&](const std::string& iso3) { return !replied.contains(iso3); });
    return silent;
}

bool may_see_views(const identity::Reader& reader, const Call& call) {
    return reader.least() <= call.views_audience;
}

bool may_see(const identity::Reader& reader, const Call& call, const Submission& submission) {
    return reader.may_see(call.views_audience, submission.actor);
}

std::string mandate_address(storage::Session& session, const identity::Reader& reader, const Call& call) {
    auto document = documents::find_document_by_symbol(session, call.mandate_symbol);
    if (!document || !documents::may_read(reader, *document)) return {};
    const std::string address = "/documents/" + document->slug;
    auto anchor = paragraph_anchor(call.mandate_paragraph);
    if (!anchor) return address;
    for (const documents::Version& version : documents::versions_of(session, document->id))
        if (version.is_current && documents::find_passage(session, version.id, *anchor))
            return address + "/passages/" + *anchor;
    return address;
}

std::string name_of_actor(const members::Register& states, std::string_view key, members::Language language) {
    if (key.starts_with("state:")) return std::string(states.display_name(key.substr(6), language));
    if (key.starts_with("organisation:"))
        if (const members::Organisation* organisation = states.organisation(key.substr(13)))
            return organisation->name(language);
    return std::string(key);
}

bool is_registered(const members::Register& states, std::string_view key) {
    if (key.starts_with("state:")) return states.by_iso3(key.substr(6)) != nullptr;
    return key.starts_with("organisation:") && states.organisation(key.substr(13)) != nullptr;
}

std::vector<identity::Body> sending_bodies(const identity::Actor& actor) {
    std::vector<identity::Body> bodies;
    for (const identity::Standing& held : actor.standings()) {
        using Kind = identity::Body::Kind;
        bool sends = held.body.kind() == Kind::state || held.body.kind() == Kind::organisation;
        if (sends && permissions().permits("views.submit_views", actor, held.body) &&
            std::ranges::find(bodies, held.body) == bodies.end())
            bodies.push_back(held.body);
    }
    std::ranges::stable_sort(bodies, {}, &identity::Body::kind);
    return bodies;
}

} // namespace poa::views
