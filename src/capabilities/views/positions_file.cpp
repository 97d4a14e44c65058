// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/positions_file.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <set>

namespace poa::views {
namespace {

namespace json = boost::json;

struct Problems {
    Refusal refusal{Refusal::Kind::bad_input, {}};
    void add(std::string code, std::vector<std::pair<std::string, std::string>> facts) {
        refusal.reasons.push_back(Reason{std::move(code), {}, std::move(facts), {}});
    }
    void part(std::string name) { add("views.file_part", {{"part", std::move(name)}}); }
    void cell(Reason reason, std::string_view actor, std::string_view variable) {
        std::erase_if(reason.facts, [](const auto& fact) { return fact.first == "variable"; });
        reason.facts.emplace_back("actor", std::string(actor));
        reason.facts.emplace_back("variable", std::string(variable));
        refusal.reasons.push_back(std::move(reason));
    }
    void cell(const char* code, std::string_view actor, std::string_view variable, std::string answer = {}) {
        cell(Reason{code, {}, {{"answer", std::move(answer)}}, {}}, actor, variable);
    }
};

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? nfc(value->get_string()) : std::string();
}

const json::object* object_at(const json::object& object, std::string_view key, Problems& problems) {
    const json::value* value = object.if_contains(key);
    if (value != nullptr && value->is_object()) return &value->get_object();
    problems.part(std::string(key));
    return nullptr;
}

std::vector<std::string> words_at(const json::object& object, std::string_view key) {
    std::vector<std::string> words;
    const json::value* value = object.if_contains(key);
    if (value == nullptr || !value->is_array()) return words;
    for (const json::value& each : value->get_array())
        if (each.is_string()) words.push_back(nfc(each.get_string()));
    return words;
}

std::optional<Variable> variable_of(std::string_view key, const json::value& value, Problems& problems) {
    const json::object* object = value.if_object();
    auto kind = object == nullptr ? std::nullopt : parse_answer_kind(text_at(*object, "type"));
    if (object != nullptr && !kind) kind = parse_answer_kind(text_at(*object, "kind"));
    if (!kind) {
        problems.part("variables." + std::string(key) + ".type");
        return std::nullopt;
    }
    Variable variable{std::string(key),
                      text_at(*object, "group"),
                      *kind,
                      words_at(*object, "allowed"),
                      text_at(*object, "description"),
                      {}};
    if (const json::value* accepts = object->if_contains("accepts");
        accepts != nullptr && accepts->is_object())
        for (const auto& [word, others] : accepts->get_object())
            if (others.is_array())
                for (const json::value& other : others.get_array())
                    if (other.is_string())
                        variable.accepts.emplace_back(word, std::string(other.get_string()));
    return variable;
}

/// What a person may have typed, of a length a page can show.
bool is_plain(std::string_view text) {
    return is_plain_text(text) && length_in_characters(text) <= 2000;
}

std::optional<CodedActor> actor_of(std::string_view code, const json::value& value, Problems& problems) {
    const json::object* object = value.if_object();
    const std::string kind = object == nullptr ? std::string() : ascii_lower(text_at(*object, "kind"));
    if (kind != "state" && kind != "stakeholder") {
        problems.add("views.actor_kind", {{"actor", std::string(code)}});
        return std::nullopt;
    }
    return CodedActor{std::string(code), kind == "state" ? ActorKind::state : ActorKind::stakeholder,
                      text_at(*object, "name"), text_at(*object, "original_language"),
                      text_at(*object, "date")};
}

std::optional<CodedCell> cell_of(std::string_view actor, std::string_view key, const json::value& value,
                                 const QuestionSet& questions, Problems& problems) {
    auto place = questions.find(key);
    if (!place) {
        problems.cell("views.variable_unknown", actor, key);
        return std::nullopt;
    }
    const json::object* object = value.if_object();
    const json::value* answer = object == nullptr ? nullptr : object->if_contains("value");
    if (answer == nullptr) {
        problems.cell("views.answer_empty", actor, key);
        return std::nullopt;
    }
    auto read = read_answer(questions.at(*place), *answer);
    if (!read)
        for (Reason& reason : read.error().reasons) problems.cell(std::move(reason), actor, key);
    const std::string strength_name = text_at(*object, "strength");
    auto strength = parse_strength(strength_name);
    if (!strength) problems.cell("views.strength_unknown", actor, key, strength_name);
    const std::string quote = text_at(*object, "anchor");
    if (trim(quote).empty()) problems.cell("views.quote_missing", actor, key);
    for (const char* part : {"anchor", "locator", "note"})
        if (!is_plain(text_at(*object, part))) problems.cell("views.text_not_plain", actor, key, part);
    if (!read || !strength || quote.empty()) return std::nullopt;
    return CodedCell{
        std::string(actor),      *place, std::move(*read), *strength, quote, text_at(*object, "locator"),
        text_at(*object, "note")};
}

/// It stands in addresses: letters, digits, hyphen and underscore.
bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= 60 && std::ranges::all_of(code, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

void read_variables(const json::object& root, PositionsFile& file, Problems& problems) {
    const json::object* variables = object_at(root, "variables", problems);
    if (variables == nullptr) return;
    for (const auto& [key, value] : *variables)
        if (auto variable = variable_of(key, value, problems)) file.variables.push_back(std::move(*variable));
}

void read_actors(const json::object& root, PositionsFile& file, Problems& problems) {
    const json::object* actors = object_at(root, "actors", problems);
    if (actors == nullptr) return;
    std::set<std::string> codes;
    std::set<std::string> names;
    for (const auto& [code, value] : *actors) {
        auto actor = actor_of(code, value, problems);
        if (!actor) continue;
        if (!is_plain(actor->name) || !is_code(actor->code))
            problems.add("views.actor_code", {{"actor", actor->code}});
        // Two codes of one name are one actor coded twice.
        if (!codes.insert(actor->code).second || (!actor->name.empty() && !names.insert(actor->name).second))
            problems.add("views.actor_twice", {{"actor", actor->code}, {"name", actor->name}});
        file.actors.push_back(std::move(*actor));
    }
}

void read_cells(const json::object& root, const QuestionSet& questions, PositionsFile& file,
                Problems& problems) {
    const json::object* positions = object_at(root, "positions", problems);
    if (positions == nullptr) return;
    for (const auto& [actor, cells] : *positions) {
        if (std::ranges::find(file.actors, std::string_view(actor), &CodedActor::code) == file.actors.end())
            problems.add("views.actor_unknown", {{"actor", std::string(actor)}});
        if (!cells.is_object()) {
            problems.part("positions." + std::string(actor));
            continue;
        }
        for (const auto& [key, value] : cells.get_object())
            if (auto cell = cell_of(actor, key, value, questions, problems))
                file.cells.push_back(std::move(*cell));
    }
}

} // namespace

Result<json::value> parse_json_with_lines(std::string_view text) {
    auto parsed = parse_json(text);
    if (parsed) return parsed;
    for (Reason& reason : parsed.error().reasons)
        for (const auto& [name, value] : reason.facts)
            if (name == "at") {
                const std::size_t byte = std::strtoull(value.c_str(), nullptr, 10);
                reason.facts.emplace_back("line", std::to_string(line_of(text, byte)));
                break;
            }
    return parsed;
}

std::size_t line_of(std::string_view text, std::size_t byte) {
    byte = std::min(byte, text.size());
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(byte), '\n'));
}

Result<PositionsFile> parse_positions(std::string_view text) {
    auto parsed = parse_json_with_lines(text);
    if (!parsed) return refuse(parsed.error());
    Problems problems;
    if (!parsed->is_object()) {
        problems.part("{");
        return refuse(std::move(problems.refusal));
    }
    const json::object& root = parsed->get_object();
    PositionsFile file;
    if (const json::value* meta = root.if_contains("meta"); meta != nullptr && meta->is_object()) {
        file.title = text_at(meta->get_object(), "source");
        file.coder = text_at(meta->get_object(), "coder");
        if (!is_plain(file.title) || !is_plain(file.coder)) problems.part("meta");
    }
    read_variables(root, file, problems);
    read_actors(root, file, problems);
    auto questions = QuestionSet::of("views", 1, file.variables);
    if (!questions)
        for (Reason& reason : questions.error().reasons)
            problems.refusal.reasons.push_back(std::move(reason));
    else if (!file.variables.empty()) // without questions every cell would be a problem of its own
        read_cells(root, *questions, file, problems);
    if (!problems.refusal.reasons.empty()) return refuse(std::move(problems.refusal));
    return file;
}

} // namespace poa::views
