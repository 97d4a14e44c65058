// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/xlsform.hpp"
#include "capabilities/national_reports/xlsform_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::national_reports {
namespace {

/// Every language any text of the survey is in, those it is asked in first.
std::vector<std::string> languages_of(const Survey& survey) {
    std::vector<std::string> made = survey.languages;
    const auto add = [&](const Texts& texts) {
        for (const auto& [language, text] : texts.by)
            if (std::ranges::find(made, language) == made.end()) made.push_back(language);
    };
    add(survey.title), add(survey.about);
    for (const Option& level : survey.levels) add(level.label);
    for (const Section& section : survey.sections) {
        add(section.title), add(section.about);
        for (const Question& question : section.questions) {
            add(question.label), add(question.hint);
            for (const Option& option : question.options) add(option.label);
            for (const Column& column : question.columns) add(column.label);
        }
    }
    return made;
}

/// A sheet whose columns are known by name; rows are added as what stands in which column.
class Writing {
  public:
    Writing(std::string name, std::vector<std::string> columns) {
        sheet_.name = std::move(name);
        sheet_.rows.push_back(std::move(columns));
    }
    void row(const std::map<std::string, std::string, std::less<>>& cells) {
        std::vector<std::string>& row = sheet_.rows.emplace_back();
        for (const std::string& column : sheet_.rows.front()) {
            const auto found = cells.find(column);
            row.push_back(found == cells.end() ? std::string() : found->second);
        }
    }
    [[nodiscard]] Sheet take() && { return std::move(sheet_); }

  private:
    Sheet sheet_;
};

using Cells = std::map<std::string, std::string, std::less<>>;

void put_texts(Cells& cells, std::string_view prefix, const Texts& texts) {
    for (const auto& [language, text] : texts.by)
        cells[std::string(prefix) + "::" + form_language(language)] = text;
}
std::vector<std::string> headed(std::vector<std::string> columns, std::string_view prefix,
                                const std::vector<std::string>& languages) {
    for (const std::string& language : languages)
        columns.push_back(std::string(prefix) + "::" + form_language(language));
    return columns;
}

std::string type_of(const Question& question) {
    switch (question.kind) {
    case QuestionKind::status:
        return "select_one levels";
    case QuestionKind::one_of:
        return "select_one " + question.key;
    case QuestionKind::several_of:
        return "select_multiple " + question.key;
    case QuestionKind::number:
        return "decimal";
    case QuestionKind::day:
        return "date";
    case QuestionKind::table:
        return "begin_repeat";
    case QuestionKind::file:
        return "file";
    case QuestionKind::text:
    case QuestionKind::link:
        return "text";
    }
    return {};
}

void write_question(Writing& out, const Question& question) {
    Cells cells{{"type", type_of(question)},
                {"name", question.key},
                {"source", question.source.document},
                {"source_place", question.source.place},
                {"item", question.item},
                {"purpose", std::string(name_of(question.purpose))}};
    put_texts(cells, "label", question.label);
    put_texts(cells, "hint", question.hint);
    if (question.kind == QuestionKind::link) cells["appearance"] = "url";
    if (question.shown_if) cells["relevant"] = form_condition(*question.shown_if);
    if (question.audience) cells["audience"] = name_of(*question.audience);
    if (question.minutes != 0) cells["minutes"] = std::to_string(question.minutes);
    out.row(cells);
    if (question.kind != QuestionKind::table) return;
    for (const Column& column : question.columns) {
        Cells inside{{"type", "text"}, {"name", column.key}};
        put_texts(inside, "label", column.label);
        out.row(inside);
    }
    out.row({{"type", "end_repeat"}});
}

Sheet survey_sheet(const Survey& survey, const std::vector<std::string>& languages) {
    auto columns = headed(headed({"type", "name"}, "label", languages), "hint", languages);
    for (const char* column : {"relevant", "appearance", "source", "source_place", "item", "purpose",
                               "audience", "minutes", "pillar", "level"})
        columns.emplace_back(column);
    Writing out("survey", std::move(columns));
    for (const Section& section : survey.sections) {
        Cells begin{{"type", "begin_group"},
                    {"name", section.key},
                    {"pillar", std::string(name_of(section.pillar))},
                    {"level", section.level}};
        put_texts(begin, "label", section.title);
        out.row(begin);
        if (!section.about.is_empty()) {
            Cells note{{"type", "note"}, {"name", section.key + "_about"}};
            put_texts(note, "label", section.about);
            out.row(note);
        }
        for (const Question& question : section.questions) write_question(out, question);
        out.row({{"type", "end_group"}});
    }
    return std::move(out).take();
}

Sheet choices_sheet(const Survey& survey, const std::vector<std::string>& languages) {
    Writing out("choices", headed({"list_name", "name"}, "label", languages));
    const auto list = [&](const std::string& name, const std::vector<Option>& options) {
        for (const Option& option : options) {
            Cells cells{{"list_name", name}, {"name", option.key}};
            put_texts(cells, "label", option.label);
            out.row(cells);
        }
    };
    list("levels", survey.levels);
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) list(question.key, question.options);
    return std::move(out).take();
}

Sheet settings_sheet(const Survey& survey, std::int64_t version, const std::vector<std::string>& languages) {
    auto columns = headed({"form_title", "form_id", "version", "default_language", "languages"}, "form_title",
                          languages);
    Writing out("settings", headed(std::move(columns), "about", languages));
    const std::string first = survey.languages.empty() ? "en" : survey.languages.front();
    Cells cells{{"form_title", std::string(survey.title.in(first).text)},
                {"form_id", survey.key},
                {"version", std::to_string(version)},
                {"default_language", form_language(first)},
                {"languages", join(survey.languages, " ")}};
    put_texts(cells, "form_title", survey.title);
    put_texts(cells, "about", survey.about);
    out.row(cells);
    return std::move(out).take();
}

Sheet crosswalk_sheet(const Survey& survey) {
    Writing out("crosswalk", {"question", "survey", "other_question", "other_value", "value"});
    for (const Crossing& crossing : survey.crosswalk) {
        Cells cells{{"question", crossing.question},
                    {"survey", crossing.survey},
                    {"other_question", crossing.other_question}};
        if (crossing.values.empty()) out.row(cells);
        for (const auto& [other, own] : crossing.values) {
            cells["other_value"] = other;
            cells["value"] = own;
            out.row(cells);
        }
    }
    return std::move(out).take();
}

} // namespace

std::vector<Sheet> xlsform_of(const Survey& survey, std::int64_t version) {
    const auto languages = languages_of(survey);
    std::vector<Sheet> made{survey_sheet(survey, languages), choices_sheet(survey, languages),
                            settings_sheet(survey, version, languages)};
    if (!survey.crosswalk.empty()) made.push_back(crosswalk_sheet(survey));
    return made;
}

} // namespace poa::national_reports
