// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_survey.hpp"

#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/survey_file.hpp"

#include <numeric>

namespace poa::app {
namespace {

using national_reports::Question;
using national_reports::QuestionKind;
using national_reports::Survey;

national_reports::Texts words(const char* text) {
    return {{{"en", text}}};
}

Question question(const char* key, QuestionKind kind, const char* label) {
    Question made;
    made.key = key;
    made.kind = kind;
    made.label = words(label);
    made.audience = Audience::everyone;
    return made;
}

/// Two questions: what is played is that reports come, not what they say.
const std::string& survey_text() {
    static const std::string text = [] {
        Survey survey;
        survey.key = simulated_survey_key;
        survey.title = words("Simulated survey");
        survey.languages = {"en"};
        survey.levels = {
            {"none", words("None")}, {"developing", words("Developing")}, {"in-place", words("In place")}};
        survey.sections = {{"policy",
                            words("Policy"),
                            {},
                            national_reports::Pillar::general,
                            "",
                            {question("policy", QuestionKind::status, "Is there a policy?"),
                             question("steps", QuestionKind::text, "Which steps were taken?")}}};
        return national_reports::text_of(survey);
    }();
    return text;
}

} // namespace

void SimulatedSurvey::go_on(const charter::World& world) {
    const Clock& clock = world.clock();
    if (stage_ == Stage::none) draft(clock);
    if (stage_ == Stage::drafted) table(clock);
    if (stage_ == Stage::tabled) put(clock);
    if (stage_ == Stage::asked && *put_.closes <= clock.now()) {
        room_.close_due(clock);
        conclude(clock, room_.newest(put_));
    }
}

void SimulatedSurvey::draft(const Clock& clock) {
    national_reports::DraftSurvey request;
    request.file = {"survey.json", "application/json", survey_text()};
    const auto drafted = platform_.work(clock, [&](ledger::Work& unit) {
        return national_reports::draft_survey(unit, platform_.secretariat(), request);
    });
    version_ = std::to_string(drafted.survey.version);
    digest_ = drafted.survey.digest.hex();
    stage_ = Stage::drafted;
}

void SimulatedSurvey::table(const Clock& clock) {
    decisions::DraftProposal request;
    request.title = "Simulated survey";
    request.body = "plenary";
    request.effect = "survey_template.adopt";
    request.effect_fields.set("survey", simulated_survey_key);
    request.effect_fields.set("version", version_);
    request.effect_fields.set("sha256", digest_);
    request.language = "en";
    request.text = "The simulated survey is adopted.";
    auto tabled = room_.table(clock, platform_.head_of(0), request);
    if (tabled) {
        put_ = *tabled;
        room_.open_discussion(clock, put_);
        stage_ = Stage::tabled;
    } else if (says(tabled.error(), "decisions.charter_has_none")) {
        stage_ = Stage::impossible; // States report in no form that a survey is
    }
    // Else it is too late for the next session: another day.
}

void SimulatedSurvey::put(const Clock& clock) {
    auto asked = room_.ask(clock, put_, "by_rule");
    if (!asked) return; // a question on the charter is open: another day
    stage_ = Stage::asked;
    if (asked->asked == decisions::Asked::vote) {
        HeardStates heard;
        heard.in_favour.resize(ground_.wish().states.size());
        std::iota(heard.in_favour.begin(), heard.in_favour.end(), std::size_t{0});
        room_.vote(clock, put_, heard);
    }
    if (put_.closes) return;
    const auto ended = room_.close(clock, put_);
    require(ended.has_value(), "a survey that nobody touched can be adopted");
    conclude(clock, *ended);
}

void SimulatedSurvey::conclude(const Clock&, const decisions::Question& ended) {
    require(ended.outcome && charter::is_adopted(*ended.outcome), "nobody objects to the simulated survey");
    stage_ = Stage::in_use;
}

} // namespace poa::app
