// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/survey_file.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/national_reports/survey_check.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <initializer_list>

namespace poa::national_reports {
namespace {

namespace json = boost::json;

// writing

void write(JsonWriter& out, std::string_view name, std::string_view text) {
    if (!text.empty()) out.key(name).value(text);
}
void write(JsonWriter& out, std::string_view name, const Texts& texts) {
    if (texts.is_empty()) return;
    out.key(name).begin_object();
    for (const auto& [language, text] : texts.by) out.key_escaped(language).value(text);
    out.end_object();
}
void write(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
    out.key(name).begin_array();
    for (const std::string& text : texts) out.value(text);
    out.end_array();
}

template <class Labelled>
void write_labelled(JsonWriter& out, std::string_view name, const std::vector<Labelled>& list) {
    if (list.empty()) return;
    out.key(name).begin_array();
    for (const Labelled& one : list) {
        out.begin_object().key("key").value(one.key);
        write(out, "label", one.label);
        out.end_object();
    }
    out.end_array();
}

void write(JsonWriter& out, const Question& question) {
    out.begin_object().key("key").value(question.key).key("kind").value(name_of(question.kind));
    write(out, "label", question.label);
    write(out, "hint", question.hint);
    if (question.source != Source{}) {
        out.key("source").begin_object();
        write(out, "document", question.source.document);
        write(out, "place", question.source.place);
        out.end_object();
    }
    write(out, "item", question.item);
    write_labelled(out, "options", question.options);
    write_labelled(out, "columns", question.columns);
    if (question.shown_if) {
        out.key("shown_if").begin_object().key("question").value(question.shown_if->question);
        write(out, "is", question.shown_if->is);
        out.end_object();
    }
    if (question.audience) out.key("audience").value(name_of(*question.audience));
    write(out, "purpose", name_of(question.purpose));
    if (question.minutes != 0) out.key("minutes").value(question.minutes);
    out.end_object();
}

void write(JsonWriter& out, const Section& section) {
    out.begin_object().key("key").value(section.key);
    write(out, "title", section.title);
    write(out, "about", section.about);
    out.key("pillar").value(name_of(section.pillar));
    write(out, "level", section.level);
    out.key("questions").begin_array();
    for (const Question& question : section.questions) write(out, question);
    out.end_array().end_object();
}

void write(JsonWriter& out, const Crossing& crossing) {
    out.begin_object().key("question").value(crossing.question).key("survey").value(crossing.survey);
    out.key("other_question").value(crossing.other_question);
    if (!crossing.values.empty()) {
        out.key("values").begin_object();
        for (const auto& [other, own] : crossing.values) out.key_escaped(other).value(own);
        out.end_object();
    }
    out.end_object();
}

// reading

/// Reads members of one object after the other and remembers where it stands.
class Reading {
  public:
    explicit Reading(Refusal& problems) : problems_(problems) {}

    Survey survey(const json::value& value) {
        Survey made;
        const json::object* from = object(value, "");
        if (from == nullptr) return made;
        only(*from, "", {"$schema", "key", "title", "about", "languages", "levels", "sections", "crosswalk"});
        made.key = text(*from, "", "key");
        made.title = texts(*from, "", "title");
        made.about = texts(*from, "", "about");
        made.languages = list_of_texts(*from, "", "languages");
        made.levels = labelled<Option>(*from, "", "levels");
        each(*from, "", "sections", [&](const json::value& one, const std::string& at) {
            made.sections.push_back(section(one, at));
        });
        each(*from, "", "crosswalk", [&](const json::value& one, const std::string& at) {
            made.crosswalk.push_back(crossing(one, at));
        });
        return made;
    }

  private:
    void say(std::string_view code, std::string at, std::string name, std::string value) {
        problems_.reasons.push_back(Reason{"national_reports.survey_" + std::string(code),
                                           {},
                                           {{"at", std::move(at)}, {std::move(name), std::move(value)}},
                                           {}});
    }
    const json::object* object(const json::value& value, const std::string& at) {
        const json::object* found = value.if_object();
        if (found == nullptr) say("shape", at, "expected", "object");
        return found;
    }
    void only(const json::object& from, const std::string& at,
              std::initializer_list<std::string_view> names) {
        for (const auto& member : from)
            if (std::ranges::find(names, std::string_view(member.key())) == names.end())
                say("unknown_member", at, "name", std::string(member.key()));
    }
    std::string text_in(const json::value& value, const std::string& at) {
        if (const json::string* found = value.if_string()) return nfc(trim(*found));
        say("shape", at, "expected", "text");
        return {};
    }
    std::string text(const json::object& from, const std::string& at, std::string_view name) {
        const json::value* found = from.if_contains(name);
        return found == nullptr ? std::string() : text_in(*found, at + "/" + std::string(name));
    }
    Texts texts(const json::object& from, const std::string& at, std::string_view name) {
        Texts made;
        const json::value* found = from.if_contains(name);
        if (found == nullptr) return made;
        const std::string place = at + "/" + std::string(name);
        if (const json::object* all = object(*found, place))
            for (const auto& member : *all) {
                std::string one = text_in(member.value(), place + "/" + std::string(member.key()));
                if (!one.empty()) made.by.emplace(std::string(member.key()), std::move(one));
            }
        return made;
    }
    template <class Each>
    void each(const json::object& from, const std::string& at, std::string_view name, Each read) {
        const json::value* found = from.if_contains(name);
        if (found == nullptr) return;
        const std::string place = at + "/" + std::string(name);
        const json::array* all = found->if_array();
        if (all == nullptr) return say("shape", place, "expected", "list");
        for (std::size_t i = 0; i < all->size(); ++i) read((*all)[i], place + "/" + std::to_string(i));
    }
    std::vector<std::string> list_of_texts(const json::object& from, const std::string& at,
                                           std::string_view name) {
        std::vector<std::string> made;
        each(from, at, name,
             [&](const json::value& one, const std::string& place) { made.push_back(text_in(one, place)); });
        return made;
    }
    template <class Labelled>
    std::vector<Labelled> labelled(const json::object& from, const std::string& at, std::string_view name) {
        std::vector<Labelled> made;
        each(from, at, name, [&](const json::value& one, const std::string& place) {
            const json::object* inside = object(one, place);
            if (inside == nullptr) return;
            only(*inside, place, {"key", "label"});
            made.push_back({text(*inside, place, "key"), texts(*inside, place, "label")});
        });
        return made;
    }
    /// What `parse` makes of a word; what it cannot be is said.
    template <class Value, class Parse>
    Value word(const json::object& from, const std::string& at, std::string_view name, Value otherwise,
               Parse parse) {
        const std::string given = text(from, at, name);
        if (given.empty()) return otherwise;
        if (auto found = parse(given)) return *found;
        say("unknown_value", at + "/" + std::string(name), "value", given);
        return otherwise;
    }

    Section section(const json::value& value, const std::string& at) {
        Section made;
        const json::object* from = object(value, at);
        if (from == nullptr) return made;
        only(*from, at, {"key", "title", "about", "pillar", "level", "questions"});
        made.key = text(*from, at, "key");
        made.title = texts(*from, at, "title");
        made.about = texts(*from, at, "about");
        made.pillar = word(*from, at, "pillar", Pillar::general, parse_pillar);
        made.level = text(*from, at, "level");
        each(*from, at, "questions", [&](const json::value& one, const std::string& place) {
            made.questions.push_back(question(one, place));
        });
        return made;
    }

    Question question(const json::value& value, const std::string& at) {
        Question made;
        const json::object* from = object(value, at);
        if (from == nullptr) return made;
        only(*from, at,
             {"key", "kind", "label", "hint", "source", "item", "options", "columns", "shown_if", "audience",
              "purpose", "minutes"});
        made.key = text(*from, at, "key");
        made.kind = word(*from, at, "kind", QuestionKind::text, parse_question_kind);
        made.label = texts(*from, at, "label");
        made.hint = texts(*from, at, "hint");
        made.item = text(*from, at, "item");
        made.options = labelled<Option>(*from, at, "options");
        made.columns = labelled<Column>(*from, at, "columns");
        made.purpose = word(*from, at, "purpose", Purpose::none, parse_purpose);
        made.audience = word(*from, at, "audience", std::optional<Audience>(),
                             [](std::string_view name) -> std::optional<std::optional<Audience>> {
                                 if (auto found = parse_audience(name)) return found;
                                 return std::nullopt;
                             });
        read_source(*from, at, made.source);
        read_condition(*from, at, made.shown_if);
        read_minutes(*from, at, made.minutes);
        return made;
    }
    void read_source(const json::object& from, const std::string& at, Source& into) {
        const json::value* found = from.if_contains("source");
        const json::object* inside = found == nullptr ? nullptr : object(*found, at + "/source");
        if (inside == nullptr) return;
        only(*inside, at + "/source", {"document", "place"});
        into = {text(*inside, at + "/source", "document"), text(*inside, at + "/source", "place")};
    }
    void read_condition(const json::object& from, const std::string& at, std::optional<Condition>& into) {
        const json::value* found = from.if_contains("shown_if");
        const json::object* inside = found == nullptr ? nullptr : object(*found, at + "/shown_if");
        if (inside == nullptr) return;
        only(*inside, at + "/shown_if", {"question", "is"});
        into = Condition{text(*inside, at + "/shown_if", "question"),
                         list_of_texts(*inside, at + "/shown_if", "is")};
    }
    void read_minutes(const json::object& from, const std::string& at, std::int64_t& into) {
        const json::value* found = from.if_contains("minutes");
        if (found == nullptr) return;
        if (const std::int64_t* number = found->if_int64())
            into = *number;
        else
            say("shape", at + "/minutes", "expected", "number");
    }

    Crossing crossing(const json::value& value, const std::string& at) {
        Crossing made;
        const json::object* from = object(value, at);
        if (from == nullptr) return made;
        only(*from, at, {"question", "survey", "other_question", "values"});
        made.question = text(*from, at, "question");
        made.survey = text(*from, at, "survey");
        made.other_question = text(*from, at, "other_question");
        const json::value* values = from->if_contains("values");
        const json::object* inside = values == nullptr ? nullptr : object(*values, at + "/values");
        if (inside == nullptr) return made;
        for (const auto& member : *inside)
            made.values.emplace_back(std::string(member.key()),
                                     text_in(member.value(), at + "/values/" + std::string(member.key())));
        return made;
    }

    Refusal& problems_;
};

} // namespace

std::string text_of(const Survey& survey) {
    std::string made;
    JsonWriter out(made);
    out.begin_object().key("key").value(survey.key);
    write(out, "title", survey.title);
    write(out, "about", survey.about);
    write(out, "languages", survey.languages);
    write_labelled(out, "levels", survey.levels);
    out.key("sections").begin_array();
    for (const Section& section : survey.sections) write(out, section);
    out.end_array();
    if (!survey.crosswalk.empty()) {
        out.key("crosswalk").begin_array();
        for (const Crossing& crossing : survey.crosswalk) write(out, crossing);
        out.end_array();
    }
    out.end_object();
    return made;
}

Sha256 digest_of(const Survey& survey) {
    return sha256(text_of(survey));
}

Survey read_survey(std::string_view text, Refusal& problems) {
    auto value = parse_json(text);
    if (!value) {
        problems.reasons.insert(problems.reasons.end(), value.error().reasons.begin(),
                                value.error().reasons.end());
        return {};
    }
    const std::size_t before = problems.reasons.size();
    Survey made = Reading(problems).survey(*value);
    // Of a text of another shape nothing more can be said that helps.
    if (value->is_object() || problems.reasons.size() == before) check_survey(made, problems);
    return made;
}

Result<Survey> parse_survey(std::string_view text) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    Survey made = read_survey(text, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return made;
}

} // namespace poa::national_reports
