// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/effects_survey.hpp"

#include "capabilities/decisions/effects_parts.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/national_reports/survey_change.hpp"
#include "capabilities/national_reports/survey_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace poa::national_reports {
namespace {

using namespace decisions; // their words: scene, register, reasons

namespace clause = charter::clause;

struct AdoptSurvey {
    std::string survey; ///< "framework-survey"
    std::int64_t version = 0;
    std::string sha256; ///< of the draft that was read
};

const Input<AdoptSurvey>& adopt_input() {
    static const auto input =
        Input<AdoptSurvey>("survey_template.adopt")
            .line("survey", &AdoptSurvey::survey, {.label = N_("Key of the survey"), .characters_max = 64})
            .number("version", &AdoptSurvey::version, {.label = N_("Version: a draft"), .least = 1})
            .line("sha256", &AdoptSurvey::sha256,
                  {.label = N_("Digest of the draft (SHA-256)"),
                   .hint = N_("It stands on the draft's page. A draft that was changed since then is not "
                              "adopted."),
                   .characters_max = 64});
    return input;
}

/// Reports come by a survey only where the charter has one (A/78/76 para. 38).
void check_charter(const EffectScene& scene, Objecting& objecting) {
    constexpr std::array<std::string_view, 3> forms{"national_survey", "own_form", "checklist"};
    const auto& instruments = scene.in_force.charter[clause::reporting::instruments];
    const bool has_one = std::ranges::any_of(
        instruments, [&](const std::string& one) { return std::ranges::find(forms, one) != forms.end(); });
    if (!has_one)
        objecting.say("decisions.charter_has_none", {}, {}, number_of(clause::reporting::instruments));
}

std::string count_of(std::size_t added, std::size_t removed, std::size_t changed) {
    return "+" + std::to_string(added) + " −" + std::to_string(removed) + " ~" + std::to_string(changed);
}

/// Questions that come, go and change against the version in use.
Change change_of(const Survey& draft, const std::optional<KeptSurvey>& used) {
    if (!used) return {N_("Questions"), "", std::to_string(draft.question_count())};
    const Survey before = parse_survey(used->content).value();
    std::size_t added = 0, removed = 0;
    std::vector<std::string> changed;
    for (const SurveyChange& one : changes_between(before, draft)) {
        if (one.kind == SurveyChangeKind::added) ++added;
        if (one.kind == SurveyChangeKind::removed) ++removed;
        if (one.kind == SurveyChangeKind::changed && !one.question.empty()) changed.push_back(one.question);
    }
    const auto repeated = std::ranges::unique(changed);
    changed.erase(repeated.begin(), repeated.end());
    return {N_("Questions"), std::to_string(before.question_count()),
            std::to_string(draft.question_count()) + " (" + count_of(added, removed, changed.size()) + ")"};
}

std::vector<Change> changes_of(storage::Session& session, const Survey& draft, const KeptSurvey& kept) {
    const auto used = store::survey_in_use(session, kept.key);
    return {{N_("Survey template in use"), used ? used->key + " " + std::to_string(used->version) : "",
             kept.key + " " + std::to_string(kept.version)},
            change_of(draft, used)};
}

Result<std::vector<Change>> check_adoption(const EffectScene& scene, const AdoptSurvey& request) {
    Objecting objecting;
    check_charter(scene, objecting);
    const auto kept = store::survey(scene.session, request.survey, request.version);
    if (!kept) {
        objecting.say("national_reports.no_such_draft", "survey",
                      {{"survey", request.survey}, {"version", std::to_string(request.version)}});
        return std::move(objecting).or_else({});
    }
    if (kept->stage != SurveyStage::draft) objecting.say("national_reports.survey_not_draft", "version");
    if (kept->digest.hex() != request.sha256)
        objecting.say("national_reports.survey_other_digest", "sha256", {{"sha256", kept->digest.hex()}});
    const auto draft = parse_survey(kept->content);
    if (!draft) {
        for (const Reason& reason : draft.error().reasons) objecting.say(reason);
        return std::move(objecting).or_else({});
    }
    return std::move(objecting).or_else(changes_of(scene.session, *draft, *kept));
}

Result<Applied> adopt(ledger::Work& work, const EffectScene& scene, const AdoptSurvey& request,
                      const Adoption& adoption) {
    auto changes = check_adoption(scene, request);
    if (!changes) return refuse(changes.error());
    const auto kept = store::survey(work.session(), request.survey, request.version);
    store::adopt_survey(work.session(), kept->id, adoption.at, adoption.symbol);
    Applied made = applied(work,
                           {AgreedKind::survey_template, kept->key, scene.text.title, whole_text(scene),
                            in_language(scene, {{"survey", kept->key},
                                                {"version", std::to_string(kept->version)},
                                                {"sha256", kept->digest.hex()}})},
                           std::move(*changes), adoption);
    made.facts.emplace_back("survey", kept->key);
    made.facts.emplace_back("version", std::to_string(kept->version));
    made.facts.emplace_back("sha256", kept->digest.hex());
    return made;
}

} // namespace

void add_effects(Effects& effects) {
    effects.add(effect("survey_template.adopt", N_("Adopt a survey template"),
                       N_("The draft that is named, and no other text, becomes what States are asked."),
                       Matter::substantive, {"plenary", "review_conference"}, adopt_input(), check_adoption,
                       adopt));
}

} // namespace poa::national_reports
