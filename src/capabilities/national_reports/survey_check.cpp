// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/survey_check.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace poa::national_reports {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

class Checking {
  public:
    Checking(const Survey& survey, Refusal& problems) : survey_(survey), problems_(problems) {}

    void run() {
        check_head();
        check_options(survey_.levels, "/levels", survey_.key);
        if (survey_.sections.empty()) say("empty", "/sections", survey_.key);
        if (const std::size_t count = survey_.question_count(); count > survey_questions_max)
            say("too_many", "/sections", survey_.key, many(count, survey_questions_max));
        for (std::size_t i = 0; i < survey_.sections.size(); ++i)
            check_section(survey_.sections[i], "/sections/" + std::to_string(i));
        for (std::size_t i = 0; i < survey_.crosswalk.size(); ++i)
            check_crossing(survey_.crosswalk[i], "/crosswalk/" + std::to_string(i));
    }

  private:
    void say(std::string_view code, std::string at, std::string key, Facts facts = {}) {
        Facts all{{"at", std::move(at)}, {"key", std::move(key)}};
        all.insert(all.end(), std::make_move_iterator(facts.begin()), std::make_move_iterator(facts.end()));
        problems_.reasons.push_back(
            Reason{"national_reports.survey_" + std::string(code), {}, std::move(all), {}});
    }
    static Facts many(std::size_t count, std::size_t most) {
        return {{"count", std::to_string(count)}, {"most", std::to_string(most)}};
    }

    void check_head() {
        check_key(survey_.key, "/key");
        if (survey_.languages.empty()) say("no_languages", "/languages", survey_.key);
        for (std::size_t i = 0; i < survey_.languages.size(); ++i) {
            const std::string& language = survey_.languages[i];
            const std::string at = "/languages/" + std::to_string(i);
            check_language(language, at, survey_.key);
            if (std::ranges::count(survey_.languages, language) > 1) say("repeated_key", at, language);
        }
        check_texts(survey_.title, "/title", survey_.key, true);
        check_texts(survey_.about, "/about", survey_.key, false);
    }

    void check_key(const std::string& key, const std::string& at) {
        if (!is_survey_key(key)) say("bad_key", at, key);
    }
    void check_language(const std::string& language, const std::string& at, const std::string& key) {
        if (std::ranges::find(survey_languages, language) == survey_languages.end())
            say("unknown_language", at, key, {{"language", language}});
    }

    /// A label must be there in every language of the survey; what may be left out, in all of them or none.
    void check_texts(const Texts& texts, const std::string& at, const std::string& key, bool needed) {
        for (const auto& [language, text] : texts.by) {
            check_language(language, at + "/" + language, key);
            if (!is_plain_text(text))
                say("not_plain", at + "/" + language, key);
            else if (length_in_characters(text) > survey_label_characters_max)
                say("too_long", at + "/" + language, key,
                    {{"most", std::to_string(survey_label_characters_max)}});
        }
        if (!needed && texts.is_empty()) return;
        for (const std::string& language : survey_.languages)
            if (!texts.has(language)) say("language_missing", at, key, {{"language", language}});
    }

    template <class Labelled> // Option or Column
    void check_options(const std::vector<Labelled>& options, const std::string& at, const std::string& of) {
        if (options.size() > survey_options_max)
            say("too_many", at, of, many(options.size(), survey_options_max));
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const std::string place = at + "/" + std::to_string(i);
            if (!is_survey_value(options[i].key)) say("bad_key", place + "/key", options[i].key);
            if (!seen.insert(options[i].key).second) say("repeated_key", place + "/key", options[i].key);
            check_texts(options[i].label, place + "/label", options[i].key, true);
        }
    }

    void check_section(const Section& section, const std::string& at) {
        check_key(section.key, at + "/key");
        if (!sections_.insert(section.key).second) say("repeated_key", at + "/key", section.key);
        check_texts(section.title, at + "/title", section.key, true);
        check_texts(section.about, at + "/about", section.key, false);
        if (!section.level.empty() && section.level != "national" && section.level != "regional")
            say("bad_level", at + "/level", section.key, {{"value", section.level}});
        if (section.questions.empty()) say("empty", at + "/questions", section.key);
        for (std::size_t i = 0; i < section.questions.size(); ++i)
            check_question(section, section.questions[i], at + "/questions/" + std::to_string(i));
    }

    void check_question(const Section& section, const Question& question, const std::string& at) {
        check_key(question.key, at + "/key");
        if (survey_.find(question.key) != &question) say("repeated_key", at + "/key", question.key);
        check_texts(question.label, at + "/label", question.key, true);
        check_texts(question.hint, at + "/hint", question.key, false);
        if (!question.item.empty()) check_key(question.item, at + "/item");
        check_source(section, question, at);
        check_parts(question, at);
        if (question.minutes < 0 || question.minutes > survey_minutes_max)
            say("bad_minutes", at + "/minutes", question.key, {{"most", std::to_string(survey_minutes_max)}});
        // Whom an answer may be shown to is the State's to say; contacts are no audience of reports.
        if (question.audience == Audience::contacts)
            say("bad_audience", at + "/audience", question.key, {{"value", "contacts"}});
        if (question.shown_if) check_condition(question, *question.shown_if, at + "/shown_if");
        before_.insert(question.key);
    }

    void check_source(const Section& section, const Question& question, const std::string& at) {
        if (section.pillar != Pillar::general && question.source.document.empty())
            say("source_missing", at + "/source", question.key);
        for (const std::string* text : {&question.source.document, &question.source.place})
            if (!is_plain_text(*text) || length_in_characters(*text) > 200)
                say("too_long", at + "/source", question.key, {{"most", "200"}});
    }

    void check_parts(const Question& question, const std::string& at) {
        const bool closed =
            question.kind == QuestionKind::one_of || question.kind == QuestionKind::several_of;
        const Facts kind{{"kind", std::string(name_of(question.kind))}};
        if (closed && question.options.size() < 2) say("options_missing", at + "/options", question.key);
        if (!closed && !question.options.empty())
            say("not_of_kind", at + "/options", question.key, {{"member", "options"}, kind.front()});
        if (question.kind == QuestionKind::table && question.columns.empty())
            say("columns_missing", at + "/columns", question.key);
        if (question.kind != QuestionKind::table && !question.columns.empty())
            say("not_of_kind", at + "/columns", question.key, {{"member", "columns"}, kind.front()});
        if (question.kind == QuestionKind::status && survey_.levels.size() < 2)
            say("no_levels", at + "/kind", question.key);
        check_options(question.options, at + "/options", question.key);
        check_options(question.columns, at + "/columns", question.key);
    }

    void check_condition(const Question& question, const Condition& condition, const std::string& at) {
        const Question* other = survey_.find(condition.question);
        const Facts named{{"question", condition.question}};
        if (other == nullptr) return say("condition_unknown", at, question.key, named);
        if (!before_.contains(condition.question)) return say("condition_later", at, question.key, named);
        const auto choices = survey_.choices_of(*other);
        if (choices.empty() || condition.is.empty())
            return say("condition_not_closed", at, question.key, named);
        for (std::size_t i = 0; i < condition.is.size(); ++i)
            if (std::ranges::find(choices, condition.is[i], &Option::key) == choices.end())
                say("condition_value", at + "/is/" + std::to_string(i), question.key,
                    {{"value", condition.is[i]}, named.front()});
    }

    void check_crossing(const Crossing& crossing, const std::string& at) {
        check_key(crossing.survey, at + "/survey");
        check_key(crossing.other_question, at + "/other_question");
        const Question* question = survey_.find(crossing.question);
        if (question == nullptr)
            return say("crossing_unknown", at + "/question", survey_.key, {{"question", crossing.question}});
        const auto choices = survey_.choices_of(*question);
        std::set<std::string_view> seen;
        for (const auto& [other, own] : crossing.values) {
            if (!seen.insert(other).second) say("repeated_key", at + "/values", other);
            if (std::ranges::find(choices, own, &Option::key) == choices.end())
                say("crossing_value", at + "/values/" + other, crossing.question, {{"value", own}});
        }
    }

    const Survey& survey_;
    Refusal& problems_;
    std::set<std::string, std::less<>> sections_, before_;
};

} // namespace

bool is_survey_value(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (text.empty() || text.size() > 64 || !letter(text.front())) return false;
    return std::ranges::all_of(text, [&](char c) { return letter(c) || c == '-' || c == '_'; });
}

bool is_survey_key(std::string_view text) {
    return is_survey_value(text) && (text.front() < '0' || text.front() > '9');
}

void check_survey(const Survey& survey, Refusal& problems) {
    Checking(survey, problems).run();
}

} // namespace poa::national_reports
