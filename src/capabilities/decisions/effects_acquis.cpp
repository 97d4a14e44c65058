// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct AddItem {
    std::string item, kind, source;
};
struct ReviseItem {
    std::string item;
};

const Input<AddItem>& add_input() {
    static const auto input =
        Input<AddItem>("acquis.add_item")
            .line("item", &AddItem::item,
                  {.label = N_("Key of the item"),
                   .hint = N_("Lower-case letters, digits and hyphens; it stays for ever."),
                   .characters_max = 64})
            .choice("kind", &AddItem::kind,
                    {.label = N_("Kind"),
                     .choices = {{"norm", N_("norm, rule or principle")},
                                 {"international_law", N_("understanding of international law")},
                                 {"confidence_building", N_("confidence-building measure")},
                                 {"capacity_principle", N_("principle of capacity-building")},
                                 {"institution", N_("institutional arrangement")},
                                 {"legally_binding_option", N_("option of a legally binding instrument, "
                                                               "to be studied")}}})
            .line("source", &AddItem::source,
                  {.label = N_("Document and paragraph it comes from"), .required = false});
    return input;
}
const Input<ReviseItem>& revise_input() {
    static const auto input =
        Input<ReviseItem>("acquis.revise_item")
            .line("item", &ReviseItem::item, {.label = N_("Key of the item"), .characters_max = 64});
    return input;
}

/// Who may touch the framework, and how (A/78/76: nothing without consensus).
void check_forum(const EffectScene& scene, Objecting& objecting) {
    const auto& forums = scene.in_force.charter[clause::framework::updated_by];
    check_body(scene, std::ranges::find(forums, scene.proposal.body) != forums.end(),
               number_of(clause::framework::updated_by), objecting);
    if (scene.in_force.charter[clause::decisions::framework].has_vote())
        objecting.say("decisions.framework_by_consensus", {}, {}, number_of(clause::decisions::framework));
}

Result<std::vector<Change>> check_add(const EffectScene& scene, const AddItem& request) {
    Objecting objecting;
    check_forum(scene, objecting);
    check_new_key(scene, AgreedKind::acquis_item, request.item, "item", objecting);
    if (request.kind == "legally_binding_option" &&
        scene.in_force.charter[clause::framework::binding_track] == "none")
        objecting.say("decisions.no_binding_track", "kind", {}, number_of(clause::framework::binding_track));
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

ToAgree make_added(const EffectScene& scene, const AddItem& request, const Adoption&) {
    return {AgreedKind::acquis_item, request.item, scene.text.title, whole_text(scene),
            in_language(scene, {{"kind", request.kind}, {"source", request.source}})};
}

void check_not_lowered(const AgreedVersion& present, const std::string& next, Objecting& objecting) {
    for (const std::string& sentence : dropped_sentences(present.text, next))
        objecting.say("decisions.acquis_lowered", "item", {{"item", present.key}, {"sentence", sentence}});
}

Result<std::vector<Change>> check_revise(const EffectScene& scene, const ReviseItem& request) {
    Objecting objecting;
    check_forum(scene, objecting);
    const std::string next = whole_text(scene);
    const auto present = check_agreed(scene, AgreedKind::acquis_item, request.item, "item", objecting);
    if (present) {
        if (present->at("language") != scene.proposal.language)
            objecting.say("decisions.other_language", "item",
                          {{"language", std::string(present->at("language"))}});
        else
            check_not_lowered(*present, next, objecting);
        if (present->text == next) objecting.say("decisions.nothing_changes", "item");
    }
    return std::move(objecting).or_else(
        {{present ? present->title : "", present ? present->text : "", next}});
}

ToAgree make_revised(const EffectScene& scene, const ReviseItem& request, const Adoption&) {
    const AgreedVersion present = *agreed_now(scene, AgreedKind::acquis_item, request.item);
    return {AgreedKind::acquis_item, present.key, present.title, whole_text(scene), present.attributes};
}

} // namespace

// There is none that takes an item away: the framework is built on, never taken from.
void add_acquis_effects(Effects& effects) {
    effects.add(agreeing("acquis.add_item", N_("Add an item to the framework"),
                         N_("The text that is put becomes an agreed item of the framework."),
                         Matter::framework, {"plenary", "review_conference"}, add_input(), check_add,
                         make_added));
    effects.add(agreeing(
        "acquis.revise_item", N_("Develop an item of the framework"),
        N_("The text that is put takes the place of the item's; its present sentences stay."),
        Matter::framework, {"plenary", "review_conference"}, revise_input(), check_revise, make_revised));
}

} // namespace poa::decisions
