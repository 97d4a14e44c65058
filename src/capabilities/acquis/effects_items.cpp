// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/effects_items.hpp"

#include "capabilities/acquis/queries.hpp"
#include "capabilities/decisions/effects_parts.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

using namespace decisions; // their words: scene, register, reasons

namespace clause = charter::clause;

struct AddItem {
    std::string item, kind, level, source;
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
            .choice("level", &AddItem::level,
                    {.label = N_("Level"),
                     .required = false,
                     .choices = {{"national", N_("national")},
                                 {"regional", N_("regional")},
                                 {"global", N_("global")}}})
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
    if (is_reserved_key(request.item)) objecting.say("acquis.reserved_key", "item", {{"key", request.item}});
    // What was registered is of the framework as much as what was decided.
    const Framework framework = framework_now(scene.session);
    if (const FrameworkItem* there = framework.item(request.item);
        there != nullptr && there->agreed_text().empty())
        objecting.say("decisions.agreed_already", "item", {{"key", request.item}});
    if (request.kind == "legally_binding_option" &&
        scene.in_force.charter[clause::framework::binding_track] == "none")
        objecting.say("decisions.no_binding_track", "kind", {}, number_of(clause::framework::binding_track));
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

ToAgree make_added(const EffectScene& scene, const AddItem& request, const decisions::Adoption&) {
    return {
        AgreedKind::acquis_item, request.item, scene.text.title, whole_text(scene),
        in_language(scene, {{"kind", request.kind}, {"level", request.level}, {"source", request.source}})};
}

/// The item as it would be developed: what a decision made of it, else what was registered, of which the
/// record has no wording of its own.
std::optional<AgreedVersion> present_of(const EffectScene& scene, const std::string& key,
                                        Objecting& objecting) {
    if (auto agreed = agreed_now(scene, AgreedKind::acquis_item, key)) return agreed;
    const Framework framework = framework_now(scene.session);
    const FrameworkItem* there = framework.item(key);
    if (there == nullptr) {
        objecting.say("decisions.no_such_agreed", "item", {{"key", key}});
        return std::nullopt;
    }
    const Item& item = there->item();
    if (item.is_fixed) objecting.say("acquis.item_is_fixed", "item", {{"key", key}});
    const Instrument* source = framework.instrument(item.source.instrument);
    AgreedVersion made;
    made.kind = AgreedKind::acquis_item;
    made.key = key;
    made.title = item.titles.in(scene.proposal.language).text;
    made.attributes = {{"kind", std::string(name_of(item.kind))},
                       {"source", source == nullptr ? "" : source->symbol + ", " + item.source.paragraph},
                       {"language", scene.proposal.language}};
    return made;
}

void check_not_lowered(const AgreedVersion& present, const std::string& next, Objecting& objecting) {
    for (const std::string& sentence : dropped_sentences(present.text, next))
        objecting.say("decisions.acquis_lowered", "item", {{"item", present.key}, {"sentence", sentence}});
}

Result<std::vector<Change>> check_revise(const EffectScene& scene, const ReviseItem& request) {
    Objecting objecting;
    check_forum(scene, objecting);
    const std::string next = whole_text(scene);
    const auto present = present_of(scene, request.item, objecting);
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

ToAgree make_revised(const EffectScene& scene, const ReviseItem& request, const decisions::Adoption&) {
    Objecting nothing;
    const AgreedVersion present = present_of(scene, request.item, nothing).value();
    return {AgreedKind::acquis_item, present.key, present.title, whole_text(scene), present.attributes};
}

} // namespace

// There is none that takes an item away: the framework is built on, never taken from.
void add_effects(Effects& effects) {
    effects.add(agreeing("acquis.add_item", N_("Add an item to the framework"),
                         N_("The text that is put becomes an agreed item of the framework."),
                         Matter::framework, {"plenary", "review_conference"}, add_input(), check_add,
                         make_added));
    effects.add(agreeing(
        "acquis.revise_item", N_("Develop an item of the framework"),
        N_("The text that is put takes the place of the text decided before, whose sentences stay; of an "
           "item from an instrument it is the first, beside what the instrument says."),
        Matter::framework, {"plenary", "review_conference"}, revise_input(), check_revise, make_revised));
}

} // namespace poa::acquis
