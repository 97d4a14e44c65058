// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_surveys_loading.hpp"

#include "capabilities/national_reports/commands/revise_survey.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/keeping_surveys.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/survey_labels.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

std::unexpected<Refusal> no_survey() {
    return refuse(Refusal::Kind::not_found, "national_reports.no_survey");
}

ShownText shown(const SurveyReading& reading, const Texts& texts) {
    const Shown found = texts.in(reading.visit.in.code());
    return {std::string(found.text), std::string(found.language)};
}

std::string_view name_of(SurveyStage stage) {
    switch (stage) {
    case SurveyStage::draft:
        return "draft";
    case SurveyStage::in_use:
        return "in_use";
    case SurveyStage::replaced:
        return "replaced";
    }
    return {};
}

std::int64_t minutes_of_all(const Survey& survey) {
    std::int64_t minutes = 0;
    for (const Section& section : survey.sections) minutes += minutes_of(section);
    return minutes;
}

std::string body_in_words(const SurveyReading& reading, const std::string& body) {
    const auto language = members::parse_language(reading.visit.in.code()).value_or(members::Language::en);
    if (body == "secretariat") return std::string(reading.visit.in.tr("The secretariat"));
    if (body == "operator") return std::string(reading.visit.in.tr("The operator of the platform"));
    if (body.starts_with("state:"))
        return std::string(reading.states.display_name(std::string_view(body).substr(6), language));
    return body;
}

SurveyLine line_of(const SurveyReading& reading, const KeptSurvey& kept, const Survey& survey) {
    SurveyLine line;
    line.key = kept.key;
    line.version = kept.version;
    const ShownText title = shown(reading, survey.title);
    line.title = title.text;
    line.language = title.language;
    line.stage = name_of(kept.stage);
    line.questions = static_cast<std::int64_t>(survey.question_count());
    line.minutes = minutes_of_all(survey);
    line.languages = survey.languages;
    line.made_by = kept.made_by;
    line.made_by_name = body_in_words(reading, kept.made_by);
    line.made = Day::of(kept.made_at);
    if (kept.adopted_at) line.adopted = Day::of(*kept.adopted_at);
    line.decision = kept.decision;
    line.sha256 = kept.digest.hex();
    line.revision = kept.revision;
    line.address = "/surveys/" + kept.key + "/" + std::to_string(kept.version);
    return line;
}

std::vector<ShippedLine> shipped_lines(const SurveyReading& reading) {
    std::vector<ShippedLine> made;
    for (const Survey& survey : shipped_surveys()) {
        const ShownText title = shown(reading, survey.title);
        made.push_back({survey.key, title.text, title.language, shown(reading, survey.about).text,
                        static_cast<std::int64_t>(survey.question_count()), minutes_of_all(survey)});
    }
    return made;
}

std::vector<ShownOption> options_of(const SurveyReading& reading, std::span<const Option> options) {
    std::vector<ShownOption> made;
    for (const Option& option : options) made.push_back({option.key, shown(reading, option.label)});
    return made;
}

void show_condition(const SurveyReading& reading, const Survey& survey, const Condition& condition,
                    ShownQuestion& into) {
    const Question* other = survey.find(condition.question);
    into.shown_if = condition.question;
    into.shown_if_label = shown(reading, other->label);
    for (const Option& option : survey.choices_of(*other))
        if (std::ranges::find(condition.is, option.key) != condition.is.end())
            into.shown_if_values.push_back(shown(reading, option.label));
}

ShownQuestion shown_question(const SurveyReading& reading, const Survey& survey, const Question& question) {
    ShownQuestion made;
    made.key = question.key;
    made.kind = national_reports::name_of(question.kind);
    made.label = shown(reading, question.label);
    made.hint = shown(reading, question.hint);
    made.document = question.source.document;
    made.place = question.source.place;
    made.item = question.item;
    made.options = options_of(reading, survey.choices_of(question));
    for (const Column& column : question.columns)
        made.columns.push_back({column.key, shown(reading, column.label)});
    if (question.shown_if) show_condition(reading, survey, *question.shown_if, made);
    if (question.audience) made.audience = poa::name_of(*question.audience);
    made.purpose = national_reports::name_of(question.purpose);
    made.minutes = minutes_of(question);
    return made;
}

ShownSection shown_section(const SurveyReading& reading, const Survey& survey, const Section& section) {
    ShownSection made;
    made.key = section.key;
    made.pillar = national_reports::name_of(section.pillar);
    made.pillar_title = reading.visit.in.tr(title_of(section.pillar));
    made.level = section.level.empty() ? "national" : section.level;
    made.title = shown(reading, section.title);
    made.about = shown(reading, section.about);
    made.minutes = minutes_of(section);
    for (const Question& question : section.questions)
        made.questions.push_back(shown_question(reading, survey, question));
    return made;
}

std::vector<CrossedSurvey> crossed(const Survey& survey) {
    std::vector<CrossedSurvey> made;
    for (const Crossing& crossing : survey.crosswalk) {
        auto found = std::ranges::find(made, crossing.survey, &CrossedSurvey::key);
        if (found == made.end()) found = made.insert(made.end(), {crossing.survey, 0});
        ++found->questions;
    }
    return made;
}

/// Versions of one survey that the reader may read, newest first.
std::vector<KeptSurvey> readable(const SurveyReading& reading, std::string_view key) {
    auto all = store::surveys(reading.session);
    std::erase_if(all, [&](const KeptSurvey& one) {
        return (!key.empty() && one.key != key) || !may_read(reading.actor, one);
    });
    std::ranges::stable_sort(all, [](const KeptSurvey& a, const KeptSurvey& b) {
        return a.key != b.key ? a.key < b.key : a.version > b.version;
    });
    return all;
}

} // namespace

SurveysPage load_surveys(const SurveyReading& reading) {
    SurveysPage page;
    for (const KeptSurvey& kept : readable(reading, {}))
        page.rows.push_back(line_of(reading, kept, *survey_of(reading.session, kept.id)));
    page.shipped = shipped_lines(reading);
    page.may_draft = permit_for_surveys(reading.actor, "national_reports.draft_survey").has_value();
    return page;
}

Result<KeptSurvey> load_kept_survey(const SurveyReading& reading, std::string_view key,
                                    std::int64_t version) {
    auto kept = store::survey(reading.session, key, version);
    if (!kept || !may_read(reading.actor, *kept)) return no_survey();
    return std::move(*kept);
}

Result<SurveyPage> load_survey(const SurveyReading& reading, std::string_view key, std::int64_t version) {
    const auto kept = load_kept_survey(reading, key, version);
    if (!kept) return refuse(kept.error());
    const auto survey = survey_of(reading.session, kept->id);
    SurveyPage page;
    page.line = line_of(reading, *kept, *survey);
    page.about = shown(reading, survey->about);
    for (const Section& section : survey->sections)
        page.sections.push_back(shown_section(reading, *survey, section));
    page.crosswalk = crossed(*survey);
    for (const KeptSurvey& one : readable(reading, key)) page.versions.push_back(one.version);
    page.may_revise = may_revise(reading.actor, *kept);
    return page;
}

Result<SurveyComparisonPage> load_survey_comparison(const SurveyReading& reading, std::string_view key,
                                                    std::int64_t from, std::int64_t to) {
    const auto versions = readable(reading, key);
    if (versions.empty()) return no_survey();
    if (to == 0) to = versions.front().version;
    if (from == 0) from = std::max<std::int64_t>(to - 1, 1);
    const auto find = [&](std::int64_t version) {
        return std::ranges::find(versions, version, &KeptSurvey::version);
    };
    const auto older = find(from), newer = find(to);
    if (older == versions.end() || newer == versions.end()) return no_survey();
    const auto before = survey_of(reading.session, older->id), after = survey_of(reading.session, newer->id);
    SurveyComparisonPage page{line_of(reading, *older, *before), line_of(reading, *newer, *after), {}};
    for (SurveyChange& one : changes_between(*before, *after))
        page.rows.push_back({std::string(national_reports::name_of(one.kind)), std::move(one.section),
                             std::move(one.question), std::move(one.what), std::move(one.language),
                             std::move(one.before), std::move(one.after)});
    return page;
}

Result<SurveyEditorPage> load_survey_editor(const SurveyReading& reading, std::string_view key,
                                            std::int64_t version, std::string_view section,
                                            std::string_view language) {
    auto permit = permit_for_surveys(reading.actor, "national_reports.revise_survey");
    if (!permit) return refuse(permit.error());
    const auto kept = load_kept_survey(reading, key, version);
    if (!kept) return refuse(kept.error());
    if (auto seen = draft_seen(reading.session, *permit, key, version, kept->revision); !seen)
        return refuse(seen.error());
    Survey survey = *survey_of(reading.session, kept->id);
    SurveyEditorPage page;
    page.line = line_of(reading, *kept, survey);
    page.section = section;
    page.language = language.empty() ? survey.languages.front() : std::string(language);
    if (!section.empty() && survey.find_section(section) == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_section")
                          .with("section", std::string(section)));
    for (const LabelRef& label : labels_of(survey, section)) {
        const auto found = label.texts->by.find(page.language);
        page.texts.push_back({label.name, std::string(label.texts->in("en").text),
                              found == label.texts->by.end() ? std::string() : found->second,
                              label.may_be_empty});
    }
    const auto missing = [&](std::string_view of) {
        return std::ranges::count_if(labels_of(survey, of), [&](const LabelRef& label) {
            const bool needed = !label.may_be_empty || !label.texts->is_empty();
            return needed && !label.texts->has(page.language);
        });
    };
    page.sections.push_back({"", std::string(reading.visit.in.tr("The survey itself")), missing("")});
    for (const Section& one : survey.sections)
        page.sections.push_back({one.key, shown(reading, one.title).text, missing(one.key)});
    return page;
}

Result<DraftSurveyPage> load_draft_survey(const SurveyReading& reading) {
    auto permit = permit_for_surveys(reading.actor, "national_reports.draft_survey");
    if (!permit) return refuse(permit.error());
    return DraftSurveyPage{shipped_lines(reading)};
}

} // namespace poa::national_reports
