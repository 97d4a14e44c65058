// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct AdoptProgramme {
    std::int64_t first_year = 0, last_year = 0;
};
struct AdoptTerms { ///< of a fund, a label: the text that is put is its terms
    std::string key;
};
struct EndorseAreas {
    std::vector<std::string> areas;
};
struct TextOnly {};

const Input<AdoptProgramme>& programme_input() {
    static const auto input = Input<AdoptProgramme>("programme_of_work.adopt")
                                  .number("first_year", &AdoptProgramme::first_year,
                                          {.label = N_("First year"), .least = 2020, .most = 2200})
                                  .number("last_year", &AdoptProgramme::last_year,
                                          {.label = N_("Last year"), .least = 2020, .most = 2200});
    return input;
}
Input<AdoptTerms> terms(std::string name) {
    return Input<AdoptTerms>(std::move(name))
        .line("key", &AdoptTerms::key,
              {.label = N_("Key"),
               .hint = N_("Lower-case letters, digits and hyphens; it stays for ever. One that is there "
                          "already gets a further version."),
               .characters_max = 64});
}
const Input<EndorseAreas>& areas_input() {
    static const auto input =
        Input<EndorseAreas>("capacity_areas.endorse")
            .several("areas", &EndorseAreas::areas,
                     {.label = N_("Areas of capacity-building"),
                      .choices = {{"policy_and_law", N_("policy, strategy and law")},
                                  {"incident_response", N_("incident response")},
                                  {"critical_infrastructure", N_("critical infrastructure")},
                                  {"diplomacy", N_("diplomacy and international law")},
                                  {"technical_skills", N_("technical skills")},
                                  {"standards", N_("standards")},
                                  {"cybercrime", N_("cybercrime")},
                                  {"norms_implementation", N_("putting norms into practice")}}});
    return input;
}

// programme of work

std::string_view adopter_of(const EffectScene& scene) {
    const std::string& adopter = scene.in_force.charter[clause::programme_of_work::adopted_by];
    return adopter == "declaration" ? std::string_view("founding_conference") : std::string_view(adopter);
}

std::string years_of(const AdoptProgramme& request) {
    return std::to_string(request.first_year) + "-" + std::to_string(request.last_year);
}

void check_overlap(const EffectScene& scene, const AdoptProgramme& request, Objecting& objecting) {
    for (const AgreedVersion& there : store::agreed_now(scene.session, AgreedKind::programme_of_work)) {
        const auto first = there.day_at("first"), last = there.day_at("last");
        if (first && last && first->year() <= request.last_year && last->year() >= request.first_year &&
            there.key != years_of(request))
            objecting.say("decisions.programme_overlaps", "first_year", {{"key", there.key}});
    }
}

Result<std::vector<Change>> check_programme(const EffectScene& scene, const AdoptProgramme& request) {
    Objecting objecting;
    check_body(scene, adopter_of(scene) == scene.proposal.body,
               number_of(clause::programme_of_work::adopted_by), objecting);
    const charter::Span& years = scene.in_force.charter[clause::programme_of_work::years];
    const std::int64_t count = request.last_year - request.first_year + 1;
    if (count < years.least || count > years.most)
        objecting.say("decisions.programme_years", "last_year",
                      {{"years", std::to_string(count)},
                       {"least", std::to_string(years.least)},
                       {"most", std::to_string(years.most)}},
                      number_of(clause::programme_of_work::years));
    check_overlap(scene, request, objecting);
    const auto before = agreed_now(scene, AgreedKind::programme_of_work, years_of(request));
    return std::move(objecting).or_else({{scene.text.title, before ? before->text : "", whole_text(scene)}});
}

ToAgree make_programme(const EffectScene& scene, const AdoptProgramme& request, const Adoption&) {
    return {AgreedKind::programme_of_work, years_of(request), scene.text.title, whole_text(scene),
            in_language(scene, {{"first", std::to_string(request.first_year) + "-01-01"},
                                {"last", std::to_string(request.last_year) + "-12-31"}})};
}

// terms: fund, label

/// What the charter must have for terms of a kind to be adopted.
struct TermsOf {
    AgreedKind kind;
    bool (*provided)(const charter::Charter&);
    std::string (*number)();
};

bool has_fund(const charter::Charter& charter) {
    return charter[clause::capacity::fund] != "none";
}
bool has_labels(const charter::Charter& charter) {
    return charter[clause::capacity::labels];
}
constexpr TermsOf fund{AgreedKind::fund, has_fund, [] { return number_of(clause::capacity::fund); }};
constexpr TermsOf label{AgreedKind::label, has_labels, [] { return number_of(clause::capacity::labels); }};

Result<std::vector<Change>> check_terms(const TermsOf& of, const EffectScene& scene,
                                        const AdoptTerms& request) {
    Objecting objecting;
    if (!of.provided(scene.in_force.charter))
        objecting.say("decisions.charter_has_none", {}, {}, of.number());
    if (!is_agreed_key(request.key)) objecting.say("decisions.bad_key", "key", {{"key", request.key}});
    const auto before = agreed_now(scene, of.kind, request.key);
    if (before && before->text == whole_text(scene)) objecting.say("decisions.nothing_changes", "key");
    return std::move(objecting).or_else({{scene.text.title, before ? before->text : "", whole_text(scene)}});
}

EffectSpec adopting_terms(std::string name, std::string_view title, std::string_view about,
                          const Input<AdoptTerms>& input, const TermsOf& of) {
    return agreeing(
        std::move(name), title, about, Matter::substantive, {"plenary", "review_conference"}, input,
        [of](const EffectScene& scene, const AdoptTerms& request) { return check_terms(of, scene, request); },
        [of](const EffectScene& scene, const AdoptTerms& request, const Adoption&) {
            return ToAgree{of.kind, request.key, scene.text.title, whole_text(scene), in_language(scene, {})};
        });
}

// areas of capacity-building

constexpr std::string_view areas_key = "areas";

Result<std::vector<Change>> check_areas(const EffectScene& scene, const EndorseAreas& request) {
    Objecting objecting;
    const auto& scope = scene.in_force.charter[clause::capacity::areas];
    for (const std::string& area : request.areas)
        if (std::ranges::find(scope, area) == scope.end())
            objecting.say("decisions.area_out_of_scope", "areas", {{"area", area}},
                          number_of(clause::capacity::areas));
    const auto before = agreed_now(scene, AgreedKind::capacity_areas, areas_key);
    return std::move(objecting).or_else(
        {{N_("Areas of capacity-building"), before ? std::string(before->at("areas")) : "",
          join(request.areas, "\n")}});
}

ToAgree make_areas(const EffectScene& scene, const EndorseAreas& request, const Adoption&) {
    return {AgreedKind::capacity_areas, std::string(areas_key), scene.text.title, whole_text(scene),
            in_language(scene, {{"areas", join(request.areas, "\n")}})};
}

// a text and nothing else

Result<std::vector<Change>> check_text(const EffectScene& scene, const TextOnly&) {
    Objecting objecting;
    if (scene.text.paragraphs.empty()) objecting.say("decisions.no_text");
    return std::move(objecting).or_else({{scene.text.title, "", whole_text(scene)}});
}

/// The decision is its own record: nothing beside it is kept.
Result<Applied> apply_text(ledger::Work&, const EffectScene& scene, const TextOnly& request,
                           const Adoption& adoption) {
    auto lines = check_text(scene, request);
    if (!lines) return refuse(lines.error());
    const std::string number = std::to_string(adoption.proposal.number);
    return Applied{"proposal:" + number, "/decisions/" + number, std::move(*lines), {}};
}

void add_terms(Effects& effects) {
    static const auto fund_input = terms("fund.adopt_terms");
    static const auto label_input = terms("label.adopt");
    effects.add(adopting_terms("fund.adopt_terms", N_("Adopt the terms of reference of a fund"),
                               N_("The text that is put becomes the fund's terms of reference."), fund_input,
                               fund));
    effects.add(adopting_terms("label.adopt", N_("Adopt a label for activities"),
                               N_("The text that is put says what an activity must be to carry it."),
                               label_input, label));
}

void add_plain(Effects& effects) {
    static const Input<TextOnly> statement("statement.express"), procedure("procedure.decide");
    effects.add(effect("statement.express", N_("Express a common position"),
                       N_("The text that is put is what the body says. Nothing else follows."),
                       Matter::substantive, {}, statement, check_text, apply_text));
    effects.add(effect("procedure.decide", N_("Decide a matter of procedure"),
                       N_("The text that is put is what the body decides for its own work."),
                       Matter::procedural, {}, procedure, check_text, apply_text));
}

} // namespace

void add_work_effects(Effects& effects) {
    effects.add(agreeing("programme_of_work.adopt", N_("Adopt a programme of work"),
                         N_("For as many years as the charter gives it."), Matter::substantive, {},
                         programme_input(), check_programme, make_programme));
    effects.add(agreeing("capacity_areas.endorse", N_("Endorse areas of capacity-building"),
                         N_("Within the scope the charter gives."), Matter::substantive,
                         {"plenary", "review_conference"}, areas_input(), check_areas, make_areas));
    add_terms(effects);
    add_plain(effects);
}

} // namespace poa::decisions
