// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

constexpr AgreedKind kind = AgreedKind::recommendation;

struct AdoptRecommendation {
    std::string key, form, measures;
};
struct ReviseRecommendation {
    std::string key, part;
};
struct ConfirmRecommendations {
    std::string keys; ///< one a line
};
struct RetireRecommendation {
    std::string key, reason;
};

const Input<AdoptRecommendation>& adopt_input() {
    static const auto input =
        Input<AdoptRecommendation>("recommendation.adopt")
            .line("key", &AdoptRecommendation::key,
                  {.label = N_("Key of the recommendation"),
                   .hint = N_("Lower-case letters, digits and hyphens; it stays for ever."),
                   .characters_max = 64})
            .choice("form", &AdoptRecommendation::form,
                    {.label = N_("Form"),
                     .hint = N_("The text of a declaratory one is not negotiated again; its measures are."),
                     .choices = {{"practical", N_("practical")}, {"declaratory", N_("declaratory")}}})
            .multiline("measures", &AdoptRecommendation::measures,
                       {.label = N_("Measures that put it into practice"),
                        .required = false,
                        .characters_max = 10'000});
    return input;
}
const Input<ReviseRecommendation>& revise_input() {
    static const auto input =
        Input<ReviseRecommendation>("recommendation.revise")
            .line("key", &ReviseRecommendation::key,
                  {.label = N_("Key of the recommendation"), .characters_max = 64})
            .choice("part", &ReviseRecommendation::part,
                    {.label = N_("What the text that is put takes the place of"),
                     .choices = {{"measures", N_("its measures")}, {"text", N_("its text")}}});
    return input;
}
const Input<ConfirmRecommendations>& confirm_input() {
    static const auto input = Input<ConfirmRecommendations>("recommendation.confirm")
                                  .multiline("keys", &ConfirmRecommendations::keys,
                                             {.label = N_("Keys of the recommendations"),
                                              .hint = N_("One a line."),
                                              .characters_max = 10'000});
    return input;
}
const Input<RetireRecommendation>& retire_input() {
    static const auto input = Input<RetireRecommendation>("recommendation.retire")
                                  .line("key", &RetireRecommendation::key,
                                        {.label = N_("Key of the recommendation"), .characters_max = 64})
                                  .multiline("reason", &RetireRecommendation::reason,
                                             {.label = N_("Why it is retired"), .characters_max = 2'000});
    return input;
}

/// From a group's work, or tabled in time (A/78/76: adopted on the basis of what was done between sessions).
void check_origin(const EffectScene& scene, Objecting& objecting) {
    if (scene.proposal.proposer.starts_with("group:") || !scene.proposal.meeting) return;
    const Day tabled = Day::of(scene.proposal.tabled.value_or(scene.now));
    const Day deadline = tabling_deadline(scene.in_force.charter, *scene.proposal.meeting);
    if (tabled > deadline)
        objecting.say("decisions.neither_group_nor_in_time", {},
                      {{"meeting", scene.proposal.meeting->iso()}, {"deadline", deadline.iso()}},
                      number_of(charter::clause::languages::documents_weeks));
}

bool is_lapsed(const EffectScene& scene, const AgreedVersion& present) {
    return has_lapsed(scene.in_force.charter, present, today_of(scene));
}

/// One that holds and has not lapsed.
std::optional<AgreedVersion> check_holds(const EffectScene& scene, const std::string& key, const char* field,
                                         Objecting& objecting) {
    auto present = check_agreed(scene, kind, key, field, objecting);
    if (!present || !is_lapsed(scene, *present)) return present;
    objecting.say("decisions.recommendation_lapsed", field,
                  {{"key", key}, {"last", holds_until(scene.in_force.charter, *present)->iso()}},
                  number_of(charter::clause::decisions::confirmed_every_months));
    return std::nullopt;
}

Result<std::vector<Change>> check_adopt(const EffectScene& scene, const AdoptRecommendation& request) {
    Objecting objecting;
    check_origin(scene, objecting);
    const auto before = agreed_now(scene, kind, request.key);
    // One that lapsed may be adopted again.
    if (!before || !is_lapsed(scene, *before)) check_new_key(scene, kind, request.key, "key", objecting);
    std::vector<Change> lines{{scene.text.title, "", whole_text(scene)}};
    if (!request.measures.empty()) lines.push_back({N_("Measures"), "", request.measures});
    return std::move(objecting).or_else(std::move(lines));
}

ToAgree make_adopted(const EffectScene& scene, const AdoptRecommendation& request, const Adoption& adoption) {
    return {kind, request.key, scene.text.title, whole_text(scene),
            in_language(scene, {{"form", request.form},
                                {"measures", request.measures},
                                {"confirmed", Day::of(adoption.at).iso()}})};
}

Result<std::vector<Change>> check_revise(const EffectScene& scene, const ReviseRecommendation& request) {
    Objecting objecting;
    check_origin(scene, objecting);
    const auto present = check_holds(scene, request.key, "key", objecting);
    std::vector<Change> lines;
    if (present) {
        const bool measures = request.part == "measures";
        if (!measures && present->at("form") == "declaratory")
            objecting.say("decisions.declaratory_locked", "part", {{"key", request.key}});
        lines.push_back({measures ? std::string(N_("Measures")) : present->title,
                         measures ? std::string(present->at("measures")) : present->text, whole_text(scene)});
        if (lines.back().before == lines.back().after) objecting.say("decisions.nothing_changes", "part");
    }
    return std::move(objecting).or_else(std::move(lines));
}

/// Taken up again in a plenary, it counts as confirmed.
ToAgree make_revised(const EffectScene& scene, const ReviseRecommendation& request,
                     const Adoption& adoption) {
    AgreedVersion present = *agreed_now(scene, kind, request.key);
    if (request.part == "measures")
        present.attributes.insert_or_assign("measures", whole_text(scene));
    else
        present.text = whole_text(scene);
    present.attributes.insert_or_assign("confirmed", Day::of(adoption.at).iso());
    return {kind, present.key, present.title, present.text, std::move(present.attributes)};
}

std::vector<std::string> keys_of(const ConfirmRecommendations& request) {
    std::vector<std::string> keys;
    for (std::string_view line : split(request.keys, '\n'))
        if (!trim(line).empty() && std::ranges::find(keys, trim(line)) == keys.end())
            keys.emplace_back(trim(line));
    return keys;
}

Result<std::vector<Change>> check_confirm(const EffectScene& scene, const ConfirmRecommendations& request) {
    Objecting objecting;
    std::vector<Change> lines;
    for (const std::string& key : keys_of(request)) {
        const auto present = check_holds(scene, key, "keys", objecting);
        if (present)
            lines.push_back({present->title, std::string(present->at("confirmed")), today_of(scene).iso()});
    }
    return std::move(objecting).or_else(std::move(lines));
}

Result<Applied> apply_confirm(ledger::Work& work, const EffectScene& scene,
                              const ConfirmRecommendations& request, const Adoption& adoption) {
    auto lines = check_confirm(scene, request);
    if (!lines) return refuse(lines.error());
    for (const std::string& key : keys_of(request)) {
        AgreedVersion present = *agreed_now(scene, kind, key);
        present.attributes.insert_or_assign("confirmed", Day::of(adoption.at).iso());
        agree(work, {kind, key, present.title, present.text, std::move(present.attributes)}, adoption);
    }
    return Applied{"agreed:recommendation",
                   "/agreed/recommendation",
                   std::move(*lines),
                   {{"confirmed", join(keys_of(request), " ")}}};
}

Result<std::vector<Change>> check_retire(const EffectScene& scene, const RetireRecommendation& request) {
    Objecting objecting;
    const auto present = check_agreed(scene, kind, request.key, "key", objecting);
    return std::move(objecting).or_else({{present ? present->title : "", present ? present->text : "", ""}});
}

Result<Applied> apply_retire(ledger::Work& work, const EffectScene& scene,
                             const RetireRecommendation& request, const Adoption& adoption) {
    auto lines = check_retire(scene, request);
    if (!lines) return refuse(lines.error());
    end_agreed(work, kind, request.key, adoption);
    return Applied{subject_of(kind, request.key),
                   url_of(kind, request.key),
                   std::move(*lines),
                   {{"reason", request.reason}}};
}

} // namespace

void add_recommendation_effects(Effects& effects) {
    const std::vector<std::string_view> bodies{"plenary", "review_conference"};
    effects.add(agreeing("recommendation.adopt", N_("Adopt a recommendation"),
                         N_("The text that is put becomes a recommendation to States."), Matter::substantive,
                         bodies, adopt_input(), check_adopt, make_adopted));
    effects.add(agreeing("recommendation.revise", N_("Revise a recommendation"),
                         N_("The text that is put takes the place of its text or of its measures."),
                         Matter::substantive, bodies, revise_input(), check_revise, make_revised));
    effects.add(effect("recommendation.confirm", N_("Confirm recommendations"),
                       N_("They hold on, where the charter lets those lapse that nobody confirms."),
                       Matter::substantive, bodies, confirm_input(), check_confirm, apply_confirm));
    effects.add(effect("recommendation.retire", N_("Retire a recommendation"),
                       N_("It holds no more; its text and history stay."), Matter::substantive, bodies,
                       retire_input(), check_retire, apply_retire));
}

} // namespace poa::decisions
