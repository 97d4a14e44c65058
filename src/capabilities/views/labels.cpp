// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/labels.hpp"

#include "base/json_value.hpp"
#include "base/reference.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace poa::views {
namespace {

namespace json = boost::json;
using Texts = std::map<std::string, std::string, std::less<>>;

Texts texts_of(const json::value& value) {
    Texts texts;
    if (const json::object* object = value.if_object())
        for (const auto& [language, text] : *object)
            if (text.is_string()) texts.emplace(language, std::string(text.get_string()));
    return texts;
}

std::string_view in(const Texts& texts, std::string_view language) {
    auto found = texts.find(language);
    if (found == texts.end()) found = texts.find("en");
    return found == texts.end() ? std::string_view() : std::string_view(found->second);
}

const json::object* object_in(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value == nullptr ? nullptr : value->if_object();
}

} // namespace

const Labels& Labels::shipped() {
    static const Labels labels = [] {
        auto parsed = parse(reference_file("views_variables.json"));
        require(parsed.has_value(), "shipped labels");
        return std::move(*parsed);
    }();
    return labels;
}

Result<Labels> Labels::parse(std::string_view text) {
    auto parsed = parse_json(text);
    if (!parsed) return refuse(parsed.error());
    const json::object* root = parsed->if_object();
    const json::value* pillars = root == nullptr ? nullptr : root->if_contains("pillars");
    const json::object* questions = root == nullptr ? nullptr : object_in(*root, "variables");
    const json::object* words = root == nullptr ? nullptr : object_in(*root, "values");
    if (pillars == nullptr || !pillars->is_array() || questions == nullptr || words == nullptr)
        return refuse(Refusal::because(Refusal::Kind::bad_input, "views.file_part")
                          .with("part", "pillars, variables, values"));
    Labels labels;
    for (const json::value& each : pillars->get_array())
        if (const json::object* pillar = each.if_object(); pillar != nullptr && pillar->contains("key"))
            labels.pillars_.push_back(
                {std::string(pillar->at("key").as_string()), texts_of(pillar->at("labels"))});
    for (const auto& [key, each] : *questions) {
        const json::object* object = each.if_object();
        if (object == nullptr) continue;
        Question question;
        if (const json::value* pillar = object->if_contains("pillar"); pillar && pillar->is_string())
            question.pillar = pillar->get_string();
        if (const json::value* texts = object->if_contains("labels")) question.labels = texts_of(*texts);
        if (const json::object* accepts = object_in(*object, "accepts"))
            for (const auto& [word, others] : *accepts)
                if (others.is_array())
                    for (const json::value& other : others.get_array())
                        if (other.is_string())
                            question.accepts.emplace_back(word, std::string(other.get_string()));
        labels.questions_.emplace(key, std::move(question));
    }
    for (const auto& [word, each] : *words) labels.words_.emplace(word, texts_of(each));
    return labels;
}

std::string_view Labels::pillar(std::string_view key, std::string_view language) const {
    auto found = std::ranges::find(pillars_, key, &Pillar::key);
    return found == pillars_.end() ? key : in(found->labels, language);
}

std::string_view Labels::pillar_of(const Variable& variable) const {
    auto found = questions_.find(variable.key);
    return found == questions_.end() ? std::string_view() : std::string_view(found->second.pillar);
}

std::string_view Labels::question(const Variable& variable, std::string_view language) const {
    auto found = questions_.find(variable.key);
    std::string_view label;
    if (found != questions_.end()) label = in(found->second.labels, language);
    if (!label.empty()) return label;
    return variable.description.empty() ? std::string_view(variable.key) : variable.description;
}

std::string_view Labels::word(const Variable& variable, std::string_view word,
                              std::string_view language) const {
    auto found = words_.find(variable.key + "." + std::string(word));
    if (found == words_.end()) found = words_.find(word);
    const std::string_view label = found == words_.end() ? std::string_view() : in(found->second, language);
    return label.empty() ? word : label;
}

std::string Labels::answer(const Variable& variable, const Answer& answer, std::string_view language,
                           const Plain& plain) const {
    switch (answer.kind) {
    case AnswerKind::yes_no:
        return std::string(answer.yes ? plain.yes : plain.no);
    case AnswerKind::number:
        return text_of(answer.least);
    case AnswerKind::interval:
        if (answer.least == answer.most) return text_of(answer.least);
        return replace_all(replace_all(std::string(plain.between), "{least}", text_of(answer.least)),
                           "{most}", text_of(answer.most));
    default: {
        std::string joined;
        for (const std::string& each : answer.words) {
            if (!joined.empty()) joined += "; ";
            joined += word(variable, each, language);
        }
        return joined;
    }
    }
}

void Labels::complete(Variable& variable) const {
    if (!variable.accepts.empty()) return;
    auto found = questions_.find(variable.key);
    if (found == questions_.end()) return;
    for (const auto& pair : found->second.accepts)
        if (variable.allows(pair.first) && variable.allows(pair.second)) variable.accepts.push_back(pair);
}

} // namespace poa::views
