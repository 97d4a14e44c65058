// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/live_state.hpp"

#include "base/json.hpp"
#include "capabilities/decisions/store_rulings.hpp"

namespace poa::decisions {
namespace {

std::string_view state_name(const Question& question) {
    if (question.is_open()) return "open";
    return question.outcome ? charter::name_of(*question.outcome) : "taken_back";
}

void write_objections(JsonWriter& json, const LiveState& state, const charter::Tally& tally, Viewer viewer) {
    if (!shows_objectors(state.question->applied, viewer)) return;
    json.key("objections").value(tally.objections);
    json.key("objectors").begin_array();
    for (const Objection& objection : state.objections)
        if (!objection.withdrawn) json.value(objection.state);
    json.end_array();
}

void write_votes(JsonWriter& json, const LiveState& state, const charter::Tally& tally) {
    const Question& question = *state.question;
    json.key("cast").value(static_cast<std::int64_t>(state.votes.size()));
    if (question.roll_call) {
        json.key("votes").begin_object();
        for (const Vote& vote : state.votes)
            json.key_escaped(vote.state).value(name_of(counted(question, vote)));
        json.end_object();
    }
    if (question.is_open() && !question.roll_call) return;
    json.key("in_favour").value(tally.in_favour);
    json.key("against").value(tally.against);
    json.key("abstaining").value(tally.abstaining);
}

} // namespace

std::optional<LiveState> live_state(storage::Session& session, Id<Proposal> id) {
    const auto proposal = store::proposal(session, id);
    if (!proposal) return std::nullopt;
    LiveState state;
    state.stage = proposal->stage;
    state.steps = proposal->revision;
    if (auto appeal = store::open_appeal(session, id)) state.appeal = appeal->id;
    state.heard = store::heard(session, id);
    state.question = store::newest_question(session, id);
    if (!state.question) return state;
    if (state.question->asked == Asked::vote)
        state.votes = store::votes_of(session, state.question->id);
    else
        state.objections = store::objections_of(session, state.question->id);
    return state;
}

std::int64_t revision_of(const LiveState& state, Viewer viewer) {
    std::int64_t revision = state.steps;
    for (const store::Heard& heard : state.heard) {
        revision += heard.hours + heard.voting;
        if (shows_objectors(heard.applied, viewer)) revision += heard.objecting;
    }
    return revision;
}

std::string live_fields(const LiveState& state, Viewer viewer) {
    std::string text;
    JsonWriter json(text);
    json.key("question").value(state.question ? state.question->id.number : 0);
    json.key("appeal").value(state.appeal ? state.appeal->number : 0);
    json.key("stage").value(name_of(state.stage));
    if (!state.question) return text;
    const Question& question = *state.question;
    const charter::Tally tally =
        question.outcome ? question.tally : tally_of(question, state.objections, state.votes);
    json.key("state").value(state_name(question)).key("asked").value(name_of(question.asked));
    json.key("closes");
    if (question.closes)
        json.value(iso(*question.closes));
    else
        json.null();
    json.key("members").value(question.members);
    if (question.asked == Asked::vote)
        write_votes(json, state, tally);
    else
        write_objections(json, state, tally, viewer);
    return text;
}

std::string live_text(const std::string& fields, std::int64_t revision, Instant now) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("revision").value(revision).key("now").value(iso(now, true));
    text.append(",").append(fields);
    json.end_object();
    return text;
}

} // namespace poa::decisions
