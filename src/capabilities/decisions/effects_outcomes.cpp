// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/declaration.hpp"
#include "capabilities/decisions/effects_parts.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_chain.hpp"

#include <array>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct AdoptOutcome {
    std::string key, form;
};
struct Transmit {
    std::string outcome;
};
struct AdoptDeclaration {
    std::string key;
    std::string commitment, threats, mechanism, further_development, focus_areas, stakeholders, modalities,
        capacity_building, programme_of_work;
};
struct Affirm {
    std::string key;
};

/// In the order of declaration_elements().
constexpr std::array element_fields{
    &AdoptDeclaration::commitment,        &AdoptDeclaration::threats,
    &AdoptDeclaration::mechanism,         &AdoptDeclaration::further_development,
    &AdoptDeclaration::focus_areas,       &AdoptDeclaration::stakeholders,
    &AdoptDeclaration::modalities,        &AdoptDeclaration::capacity_building,
    &AdoptDeclaration::programme_of_work,
};

FieldRules key_rules() {
    return {.label = N_("Key"),
            .hint = N_("Lower-case letters, digits and hyphens; it stays for ever."),
            .characters_max = 64};
}

const Input<AdoptOutcome>& outcome_input() {
    static const auto input =
        Input<AdoptOutcome>("outcome.adopt")
            .line("key", &AdoptOutcome::key, key_rules())
            .choice("form", &AdoptOutcome::form,
                    {.label = N_("Form"),
                     .choices = {{"report", N_("report")}, {"declaration", N_("declaration")}}});
    return input;
}
const Input<Transmit>& transmit_input() {
    static const auto input =
        Input<Transmit>("outcome.transmit")
            .line("outcome", &Transmit::outcome,
                  {.label = N_("Key of the adopted report or declaration"), .characters_max = 64});
    return input;
}
const Input<AdoptDeclaration>& declaration_input() {
    static const auto input = [] {
        Input<AdoptDeclaration> made("founding.adopt_declaration");
        made.line("key", &AdoptDeclaration::key, key_rules());
        for (std::size_t i = 0; i < element_fields.size(); ++i)
            made.line(std::string(declaration_elements()[i].name), element_fields[i],
                      {.label = declaration_elements()[i].title,
                       .hint = N_("Heading or first words of the paragraph in which it stands."),
                       .required = false,
                       .characters_max = 300});
        return made;
    }();
    return input;
}
const Input<Affirm>& affirm_input() {
    static const auto input =
        Input<Affirm>("founding.affirm_declaration").line("key", &Affirm::key, key_rules());
    return input;
}

// outcomes

Result<std::vector<Change>> check_outcome(const EffectScene& scene, const AdoptOutcome& request) {
    Objecting objecting;
    check_new_key(scene, AgreedKind::outcome, request.key, "key", objecting);
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

ToAgree make_outcome(const EffectScene& scene, const AdoptOutcome& request, const Adoption&) {
    return {AgreedKind::outcome, request.key, scene.text.title, whole_text(scene),
            in_language(scene, {{"form", request.form}, {"body", scene.proposal.body}})};
}

Result<std::vector<Change>> check_transmit(const EffectScene& scene, const Transmit& request) {
    Objecting objecting;
    const std::string& to = scene.in_force.charter[clause::mechanism::reports_to];
    if (to == "own_conference")
        objecting.say("decisions.charter_has_none", {}, {}, number_of(clause::mechanism::reports_to));
    const auto outcome = check_agreed(scene, AgreedKind::outcome, request.outcome, "outcome", objecting);
    if (agreed_now(scene, AgreedKind::transmission, request.outcome))
        objecting.say("decisions.agreed_already", "outcome", {{"key", request.outcome}});
    return std::move(objecting).or_else({{outcome ? outcome->title : "", "", to}});
}

ToAgree make_transmission(const EffectScene& scene, const Transmit& request, const Adoption&) {
    const auto outcome = *agreed_now(scene, AgreedKind::outcome, request.outcome);
    return {AgreedKind::transmission, request.outcome, outcome.title, whole_text(scene),
            in_language(scene, {{"to", scene.in_force.charter[clause::mechanism::reports_to]},
                                {"outcome_version", std::to_string(outcome.version)}})};
}

// the founding instrument, a step of the chain

/// How the step stands to be taken by this proposal.
StepAct act_of(const EffectScene& scene, std::string symbol) {
    StepAct act{std::move(symbol), today_of(scene), true, {}, scene.proposal.id};
    const auto question = store::newest_question(scene.session, scene.proposal.id);
    act.by_consensus = !question || question->asked != Asked::vote;
    return act;
}

void check_step(const EffectScene& scene, std::string_view step, Objecting& objecting) {
    const auto chain = store::founding_chain(scene.session);
    if (!chain)
        return objecting.say("decisions.no_chain", {}, {}, number_of(clause::founding::adoption_chain));
    auto may = may_take(*chain, scene.in_force.charter, step, act_of(scene, {}), today_of(scene));
    if (may) return;
    for (Reason& reason : may.error().reasons) objecting.say(std::move(reason));
}

void take_waiting_step(ledger::Work& work, const EffectScene& scene, const Adoption& adoption) {
    const auto chain = store::founding_chain(work.session());
    store::take_step(work.session(), *chain->waiting(), act_of(scene, adoption.symbol), adoption.at);
}

void check_elements(const EffectScene& scene, const AdoptDeclaration& request, Objecting& objecting) {
    ElementPlaces places;
    for (std::size_t i = 0; i < element_fields.size(); ++i)
        places.emplace_back(declaration_elements()[i].name, request.*element_fields[i]);
    for (std::string_view name : missing_elements(places))
        objecting.say("decisions.element_missing", std::string(name), {{"element", std::string(name)}});
    for (std::string_view name : unfound_elements(places, scene.text.paragraphs))
        objecting.say("decisions.element_not_in_text", std::string(name), {{"element", std::string(name)}});
}

Result<std::vector<Change>> check_declaration(const EffectScene& scene, const AdoptDeclaration& request) {
    Objecting objecting;
    check_new_key(scene, AgreedKind::outcome, request.key, "key", objecting);
    check_elements(scene, request, objecting);
    check_step(scene, "conference_adopts", objecting);
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

Result<Applied> apply_declaration(ledger::Work& work, const EffectScene& scene,
                                  const AdoptDeclaration& request, const Adoption& adoption) {
    auto lines = check_declaration(scene, request);
    if (!lines) return refuse(lines.error());
    take_waiting_step(work, scene, adoption);
    ToAgree declaration{
        AgreedKind::outcome, request.key, scene.text.title, whole_text(scene),
        in_language(scene, {{"form", "founding_declaration"}, {"body", scene.proposal.body}})};
    return applied(work, std::move(declaration), std::move(*lines), adoption);
}

Result<std::vector<Change>> check_affirm(const EffectScene& scene, const Affirm& request) {
    Objecting objecting;
    check_new_key(scene, AgreedKind::outcome, request.key, "key", objecting);
    check_step(scene, "review_conference_affirms", objecting);
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

Result<Applied> apply_affirm(ledger::Work& work, const EffectScene& scene, const Affirm& request,
                             const Adoption& adoption) {
    auto lines = check_affirm(scene, request);
    if (!lines) return refuse(lines.error());
    take_waiting_step(work, scene, adoption);
    ToAgree affirmation{AgreedKind::outcome, request.key, scene.text.title, whole_text(scene),
                        in_language(scene, {{"form", "affirmation"}, {"body", scene.proposal.body}})};
    return applied(work, std::move(affirmation), std::move(*lines), adoption);
}

} // namespace

void add_outcome_effects(Effects& effects) {
    const std::vector<std::string_view> bodies{"plenary", "review_conference"};
    effects.add(agreeing("outcome.adopt", N_("Adopt a report or a declaration"),
                         N_("The text that is put becomes an outcome of the body."), Matter::substantive, {},
                         outcome_input(), check_outcome, make_outcome));
    effects.add(agreeing("outcome.transmit", N_("Transmit an outcome to the General Assembly"),
                         N_("The text that is put goes with it."), Matter::substantive, bodies,
                         transmit_input(), check_transmit, make_transmission));
    effects.add(effect("founding.adopt_declaration", N_("Adopt the founding declaration"),
                       N_("The conference's step in the chain that founds the mechanism."), Matter::founding,
                       {"founding_conference"}, declaration_input(), check_declaration, apply_declaration));
    effects.add(effect("founding.affirm_declaration", N_("Affirm the founding declaration"),
                       N_("The review conference's step in the chain that founds the mechanism."),
                       Matter::substantive, {"review_conference"}, affirm_input(), check_affirm,
                       apply_affirm));
}

} // namespace poa::decisions
