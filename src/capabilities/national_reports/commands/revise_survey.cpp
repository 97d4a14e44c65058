// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/revise_survey.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/survey_check.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/survey_labels.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view command = "national_reports.revise_survey";

/// One text; nothing typed in it takes it away.
void put_text(const LabelRef& label, const std::string& language, std::string_view written,
              const Survey& survey, Refusal& problems) {
    std::string text = nfc(trim(written));
    const std::string field = "texts." + label.name;
    const bool declared = std::ranges::find(survey.languages, language) != survey.languages.end();
    if (text.empty() && declared && !label.may_be_empty) problems.add_field(field, "input.required");
    if (!is_plain_text(text)) problems.add_field(field, "input.not_text");
    if (length_in_characters(text) > survey_label_characters_max)
        problems.add_field(field, "input.too_long", {{"max", std::to_string(survey_label_characters_max)}});
    if (text.empty())
        label.texts->by.erase(language);
    else
        label.texts->by[language] = std::move(text);
}

void put_texts(Survey& survey, const ReviseSurvey& request, Refusal& problems) {
    const auto labels = labels_of(survey, request.section);
    if (labels.empty())
        problems.add_field("section", "national_reports.no_such_section", {{"section", request.section}});
    for (const auto& [name, value] : request.texts.all()) {
        const auto label = std::ranges::find(labels, name, &LabelRef::name);
        if (label == labels.end())
            problems.add_field("texts." + name, "national_reports.no_such_text", {{"name", name}});
        else
            put_text(*label, request.language, value.text, survey, problems);
    }
}

Result<Survey> with_texts(const KeptSurvey& kept, const ReviseSurvey& request) {
    Survey made = parse_survey(kept.content).value();
    Refusal problems{Refusal::Kind::bad_input, {}};
    put_texts(made, request, problems);
    if (!request.languages.empty()) made.languages = request.languages;
    if (problems.reasons.empty()) check_survey(made, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return made;
}

} // namespace

const Input<ReviseSurvey>& input_of(Of<ReviseSurvey>) {
    static const auto input =
        Input<ReviseSurvey>("national_reports.revise_survey")
            .hidden("key", &ReviseSurvey::key)
            .number("version", &ReviseSurvey::version, {.label = N_("Version"), .least = 1})
            .number("revision", &ReviseSurvey::revision, {.label = N_("Revision seen"), .least = 1})
            .line("section", &ReviseSurvey::section,
                  {.label = N_("Section"), .required = false, .characters_max = 64})
            .choice("language", &ReviseSurvey::language,
                    {.label = N_("Language of the texts"), .required = false, .choices = language_choices()})
            .fields("texts", &ReviseSurvey::texts, {.label = N_("Texts")})
            .several("languages", &ReviseSurvey::languages,
                     {.label = N_("Languages in which the survey is complete"),
                      .required = false,
                      .choices = language_choices()});
    return input;
}

const std::vector<Choice>& language_choices() {
    static const std::vector<Choice> all = {{"en", "English"}, {"fr", "Français"}, {"es", "Español"},
                                            {"ar", "العربية"}, {"ru", "Русский"},  {"zh", "中文"}};
    return all;
}

Result<DraftedSurvey> revise_survey(ledger::Work& work, const identity::Actor& actor,
                                    const ReviseSurvey& request) {
    auto permit = permit_for_surveys(actor, command);
    if (!permit) return refuse(permit.error());
    auto kept = draft_seen(work.session(), *permit, request.key, request.version, request.revision);
    if (!kept) return refuse(kept.error());
    auto survey = with_texts(*kept, request);
    if (!survey) return refuse(survey.error());
    auto revised = keep_draft(work, actor, *permit, std::move(*kept), *survey, command);
    if (!revised) return refuse(revised.error());
    return DraftedSurvey{std::move(*revised), {}};
}

} // namespace poa::national_reports
