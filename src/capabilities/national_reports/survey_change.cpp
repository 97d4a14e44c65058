// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/survey_change.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

template <class Labelled> std::string keys_of(const std::vector<Labelled>& list) {
    std::vector<std::string> keys;
    for (const Labelled& one : list) keys.push_back(one.key);
    return join(keys, ", ");
}

std::string words_of(const std::optional<Condition>& condition) {
    return condition ? condition->question + ": " + join(condition->is, ", ") : std::string();
}

class Comparing {
  public:
    Comparing(const Survey& older, const Survey& newer) : older_(older), newer_(newer) {}

    std::vector<SurveyChange> run() {
        texts({}, {}, "title", older_.title, newer_.title);
        texts({}, {}, "about", older_.about, newer_.about);
        line({}, {}, "languages", join(older_.languages, ", "), join(newer_.languages, ", "));
        labelled({}, {}, "levels", older_.levels, newer_.levels);
        for (const Section& section : newer_.sections) compare_section(section);
        for (const Section& section : older_.sections)
            for (const Question& question : section.questions)
                if (newer_.find(question.key) == nullptr)
                    add(SurveyChangeKind::removed, section.key, question.key, shown(question), {});
        return std::move(changes_);
    }

  private:
    static std::string shown(const Question& question) { return std::string(question.label.in("en").text); }

    void add(SurveyChangeKind kind, std::string section, std::string question, std::string before,
             std::string after) {
        changes_.push_back(
            {kind, std::move(question), std::move(section), {}, {}, std::move(before), std::move(after)});
    }
    void line(const std::string& section, const std::string& question, std::string_view what,
              std::string before, std::string after, std::string language = {}) {
        if (before == after) return;
        changes_.push_back({SurveyChangeKind::changed, question, section, std::string(what),
                            std::move(language), std::move(before), std::move(after)});
    }
    static std::string text_in(const Texts& texts, std::string_view language) {
        const auto found = texts.by.find(language);
        return found == texts.by.end() ? std::string() : found->second;
    }
    void texts(const std::string& section, const std::string& question, std::string_view what,
               const Texts& before, const Texts& after) {
        std::set<std::string> languages;
        for (const Texts* one : {&before, &after})
            for (const auto& [language, text] : one->by) languages.insert(language);
        for (const std::string& language : languages)
            line(section, question, what, text_in(before, language), text_in(after, language), language);
    }
    template <class Labelled>
    void labelled(const std::string& section, const std::string& question, std::string_view what,
                  const std::vector<Labelled>& before, const std::vector<Labelled>& after) {
        line(section, question, what, keys_of(before), keys_of(after));
        for (const Labelled& one : after) {
            const auto found = std::ranges::find(before, one.key, &Labelled::key);
            if (found != before.end())
                texts(section, question, std::string(what) + "." + one.key, found->label, one.label);
        }
    }
    void compare_section(const Section& section) {
        if (const Section* before = older_.find_section(section.key)) {
            texts(section.key, {}, "title", before->title, section.title);
            texts(section.key, {}, "about", before->about, section.about);
            line(section.key, {}, "pillar", std::string(name_of(before->pillar)),
                 std::string(name_of(section.pillar)));
            line(section.key, {}, "level", before->level, section.level);
        }
        for (const Question& question : section.questions) {
            if (const Question* before = older_.find(question.key))
                compare_question(section.key, *before, question);
            else
                add(SurveyChangeKind::added, section.key, question.key, {}, shown(question));
        }
    }
    void compare_question(const std::string& section, const Question& before, const Question& after) {
        const std::string& key = after.key;
        line(section, key, "section", older_.section_of(key)->key, section);
        line(section, key, "kind", std::string(name_of(before.kind)), std::string(name_of(after.kind)));
        texts(section, key, "label", before.label, after.label);
        texts(section, key, "hint", before.hint, after.hint);
        line(section, key, "source", std::string(trim(before.source.document + " " + before.source.place)),
             std::string(trim(after.source.document + " " + after.source.place)));
        line(section, key, "item", before.item, after.item);
        labelled(section, key, "options", before.options, after.options);
        labelled(section, key, "columns", before.columns, after.columns);
        line(section, key, "shown_if", words_of(before.shown_if), words_of(after.shown_if));
        line(section, key, "audience", before.audience ? std::string(name_of(*before.audience)) : "",
             after.audience ? std::string(name_of(*after.audience)) : "");
        line(section, key, "purpose", std::string(name_of(before.purpose)),
             std::string(name_of(after.purpose)));
        line(section, key, "minutes", std::to_string(minutes_of(before)), std::to_string(minutes_of(after)));
    }

    const Survey& older_;
    const Survey& newer_;
    std::vector<SurveyChange> changes_;
};

} // namespace

std::string_view name_of(SurveyChangeKind kind) {
    switch (kind) {
    case SurveyChangeKind::added:
        return "added";
    case SurveyChangeKind::removed:
        return "removed";
    case SurveyChangeKind::changed:
        return "changed";
    }
    return {};
}

std::vector<SurveyChange> changes_between(const Survey& older, const Survey& newer) {
    return Comparing(older, newer).run();
}

} // namespace poa::national_reports
