// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/contradictions.hpp"

#include "base/json_value.hpp"
#include "base/reference.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <optional>

namespace poa::views {
namespace {

namespace json = boost::json;

std::unexpected<Refusal> no_part(std::string part) {
    return refuse(
        Refusal::because(Refusal::Kind::bad_input, "views.file_part").with("part", std::move(part)));
}

const json::array* array_in(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value == nullptr ? nullptr : value->if_array();
}

std::string text_in(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

Contradiction::Texts texts_in(const json::object& object, std::string_view key) {
    Contradiction::Texts texts;
    const json::value* value = object.if_contains(key);
    if (const json::object* by_language = value == nullptr ? nullptr : value->if_object())
        for (const auto& [language, text] : *by_language)
            if (text.is_string()) texts.emplace(language, std::string(text.get_string()));
    return texts;
}

std::optional<std::vector<std::string>> words_of(const json::array& array) {
    std::vector<std::string> words;
    for (const json::value& each : array) {
        if (!each.is_string()) return std::nullopt;
        words.emplace_back(each.get_string());
    }
    return words;
}

Result<AskedQuestion> asked_of(const json::value& value) {
    const json::object* object = value.if_object();
    AskedQuestion asked{object == nullptr ? std::string() : text_in(*object, "question"), {}, {}};
    if (asked.question.empty()) return no_part("question");
    if (const json::array* answers = array_in(*object, "answers")) {
        auto words = words_of(*answers);
        if (!words) return no_part(asked.question + ": answers");
        asked.answers = std::move(*words);
    }
    if (const json::array* against = array_in(*object, "against"))
        for (const json::value& pair : *against) {
            auto words = pair.is_array() ? words_of(pair.get_array()) : std::nullopt;
            if (!words || words->size() != 2) return no_part(asked.question + ": against");
            asked.against.emplace_back((*words)[0], (*words)[1]);
        }
    return asked;
}

Result<std::vector<AskedQuestion>> all_asked(const json::object& object, std::string_view key) {
    const json::array* questions = array_in(object, key);
    if (questions == nullptr) return no_part(std::string(key));
    std::vector<AskedQuestion> all;
    for (const json::value& each : *questions) {
        auto asked = asked_of(each);
        if (!asked) return refuse(asked.error());
        all.push_back(std::move(*asked));
    }
    return all;
}

Result<Contradiction> contradiction_of(const json::value& value) {
    const json::object* object = value.if_object();
    if (object == nullptr || text_in(*object, "id").empty()) return no_part("id");
    Contradiction one{text_in(*object, "id"), texts_in(*object, "title"), texts_in(*object, "note"), {}};
    if (!one.titles.contains("en")) return no_part(one.id + ": title");
    if (!one.notes.empty() && !one.notes.contains("en")) return no_part(one.id + ": note");
    auto questions = all_asked(*object, "questions");
    if (!questions) return refuse(questions.error());
    if (questions->empty() && one.notes.empty()) return no_part(one.id + ": note");
    one.questions = std::move(*questions);
    return one;
}

TextIn in(const Contradiction::Texts& texts, std::string_view language) {
    auto found = texts.find(language);
    if (found == texts.end()) found = texts.find("en");
    return found == texts.end() ? TextIn{} : TextIn{found->second, found->first};
}

} // namespace

TextIn Contradiction::title(std::string_view language) const {
    return in(titles, language);
}

TextIn Contradiction::note(std::string_view language) const {
    return in(notes, language);
}

const Contradictions& Contradictions::shipped() {
    static const Contradictions shipped = [] {
        auto parsed = parse(reference_file("views_contradictions.json"));
        require(parsed.has_value(), "shipped contradictions");
        return std::move(*parsed);
    }();
    return shipped;
}

Result<Contradictions> Contradictions::parse(std::string_view text) {
    auto parsed = parse_json(text);
    if (!parsed) return refuse(parsed.error());
    const json::object* root = parsed->if_object();
    const json::array* listed = root == nullptr ? nullptr : array_in(*root, "contradictions");
    if (listed == nullptr) return no_part("contradictions");
    Contradictions made;
    for (const json::value& each : *listed) {
        auto one = contradiction_of(each);
        if (!one) return refuse(one.error());
        if (made.find(one->id) != nullptr) return no_part(one->id + ": id");
        made.all_.push_back(std::move(*one));
    }
    auto law = all_asked(*root, "international_law");
    if (!law) return refuse(law.error());
    made.international_law_ = std::move(*law);
    return made;
}

const Contradiction* Contradictions::find(std::string_view id) const {
    auto found =
        std::ranges::find_if(all_, [&](const Contradiction& one) { return same_ignoring_case(one.id, id); });
    return found == all_.end() ? nullptr : &*found;
}

} // namespace poa::views
