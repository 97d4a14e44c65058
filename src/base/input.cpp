// SPDX-License-Identifier: Apache-2.0
#include "base/input.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/serialize.hpp>

#include <charconv>
#include <unordered_map>

namespace poa {
namespace {

using Value = InputValues::Value;
namespace js = boost::json;

/// Enough for who mistook one interface for another; an answer of megabytes helps nobody.
constexpr std::size_t unknown_fields_told = 100;

Value value_of(const js::value& json) {
    Value value;
    if (const auto* text = json.if_string()) {
        value.text = std::string(text->data(), text->size());
        return value;
    }
    if (const auto* number = json.if_int64()) {
        value.kind = Value::Kind::number;
        value.number = *number;
        return value;
    }
    if (const auto* truth = json.if_bool()) {
        value.kind = Value::Kind::truth;
        value.truth = *truth;
        return value;
    }
    value.kind = Value::Kind::other;
    if (const auto* array = json.if_array()) {
        for (const js::value& element : *array) {
            const auto* text = element.if_string();
            if (text == nullptr) return value;
            value.list.emplace_back(text->data(), text->size());
        }
        value.kind = Value::Kind::list;
    } else {
        value.text = js::serialize(json);
    }
    return value;
}

bool looks_like_email(std::string_view text) {
    std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == text.npos && text.find_first_of(" \t\r\n<>()[],;:\\\"") == text.npos &&
           text.back() != '.' && text[at + 1] != '.';
}

bool is_choice(const FieldRules& rules, std::string_view text) {
    if (rules.choices.empty()) return true;
    for (const Choice& choice : rules.choices)
        if (choice.value == text) return true;
    return false;
}

bool check_length(const FieldSpec& field, std::string_view text, Refusal& problems) {
    std::size_t length = length_in_characters(text);
    if (length > field.rules.characters_max) {
        problems.add_field(
            field.name, "input.too_long",
            {{"max", std::to_string(field.rules.characters_max)}, {"is", std::to_string(length)}});
        return false;
    }
    if (length < field.rules.characters_min) {
        problems.add_field(field.name, "input.too_short",
                           {{"min", std::to_string(field.rules.characters_min)}});
        return false;
    }
    return true;
}

bool is_missing(const FieldSpec& field, const Value* value, Refusal& problems) {
    bool missing = value == nullptr || (value->kind == Value::Kind::text && trim(value->text).empty()) ||
                   (value->kind == Value::Kind::list && value->list.empty());
    if (missing && field.rules.required) problems.add_field(field.name, "input.required");
    return missing;
}

bool is_password(FieldKind kind) {
    return kind == FieldKind::password || kind == FieldKind::new_password;
}

} // namespace

InputValues InputValues::from_pairs(std::span<const std::pair<std::string, std::string>> pairs) {
    InputValues values;
    // By name, so that the time grows with the number of pairs and not with its square.
    std::unordered_map<std::string_view, std::size_t> places;
    places.reserve(pairs.size());
    for (const auto& [name, text] : pairs) {
        auto [place, is_new] = places.emplace(name, values.values_.size());
        if (is_new) {
            values.values_.emplace_back(name, Value{}).second.text = text;
            continue;
        }
        Value& value = values.values_[place->second].second;
        if (value.kind != Value::Kind::list) value.list.push_back(value.text);
        value.kind = Value::Kind::list;
        value.list.push_back(text);
    }
    return values;
}

Result<InputValues> InputValues::from_json(std::string_view text) {
    auto json = parse_json(text);
    if (!json) return refuse(json.error());
    const js::object* object = json->if_object();
    if (object == nullptr) return refuse(Refusal::Kind::bad_input, "json.not_an_object");
    InputValues values;
    values.typed_ = true;
    for (const auto& member : *object) // no key twice: parse_json has seen to it
        if (!member.value().is_null())
            values.values_.emplace_back(std::string(member.key().data(), member.key().size()),
                                        value_of(member.value()));
    return values;
}

InputValues::Value& InputValues::place(std::string name) {
    for (auto& [known, value] : values_)
        if (known == name) return value;
    return values_.emplace_back(std::move(name), Value{}).second;
}

void InputValues::set(std::string name, std::string text) {
    Value value;
    value.text = std::move(text);
    place(std::move(name)) = std::move(value);
}

void InputValues::set(std::string name, Upload upload) {
    Value value;
    value.kind = Value::Kind::upload;
    value.upload = std::move(upload);
    place(std::move(name)) = std::move(value);
}

const InputValues::Value* InputValues::find(std::string_view name) const {
    for (const auto& [known, value] : values_)
        if (known == name) return &value;
    return nullptr;
}

Result<InputValues> InputValues::inside(std::string_view name) const {
    if (const Value* object = find(name); typed_ && object != nullptr) {
        if (object->kind != Value::Kind::other) return refuse(Refusal::Kind::bad_input, "json.not_an_object");
        return from_json(object->text);
    }
    InputValues inner;
    inner.typed_ = typed_;
    for (const auto& [known, value] : values_)
        if (known.size() > name.size() && known.starts_with(name) && known[name.size()] == '.')
            inner.values_.emplace_back(known.substr(name.size() + 1), value); // names come once
    return inner;
}

bool InputSpec::has_upload() const {
    for (const FieldSpec& field : fields_)
        if (field.kind == FieldKind::file) return true;
    return false;
}

void InputSpec::add(FieldSpec field, Read read) {
    fields_.push_back(std::move(field));
    reads_.push_back(std::move(read));
}

Refusal InputSpec::read_into(void* target, const InputValues& values) const {
    Refusal problems{Refusal::Kind::bad_input, {}};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].kind != FieldKind::fields) {
            reads_[i](target, fields_[i], values.find(fields_[i].name), problems);
        } else if (auto inner = values.inside(fields_[i].name)) {
            InputValues::Value value;
            value.kind = InputValues::Value::Kind::fields;
            value.fields = std::make_shared<const InputValues>(std::move(*inner));
            reads_[i](target, fields_[i], &value, problems);
        } else {
            problems.add_field(fields_[i].name, "input.not_fields");
        }
    }
    if (!values.is_typed()) return problems;
    std::size_t unknown = 0;
    for (const auto& [name, value] : values.all()) {
        bool known = false;
        for (const FieldSpec& field : fields_) known = known || field.name == name;
        if (known) continue;
        if (++unknown > unknown_fields_told) break;
        problems.add_field(name, "input.unknown_field");
    }
    return problems;
}

namespace reading {

std::optional<InputValues> fields(const FieldSpec&, const Value* value, Refusal&) {
    if (value == nullptr || !value->fields) return std::nullopt;
    return *value->fields;
}

std::optional<std::string> text(const FieldSpec& field, const Value* value, Refusal& problems) {
    if (is_missing(field, value, problems)) return std::nullopt;
    if (value->kind != Value::Kind::text || !is_plain_text(value->text) ||
        (field.kind != FieldKind::text && value->text.find_first_of("\r\n") != std::string::npos)) {
        problems.add_field(field.name, "input.not_text");
        return std::nullopt;
    }
    // A password is taken as it was typed, but in one normal form, so that two keyboards give the same bytes.
    std::string taken = nfc(is_password(field.kind) ? std::string_view(value->text) : trim(value->text));
    if (field.kind == FieldKind::text) taken = replace_all(std::move(taken), "\r\n", "\n");
    if (!check_length(field, taken, problems)) return std::nullopt;
    if (field.kind == FieldKind::email && !looks_like_email(taken)) {
        problems.add_field(field.name, "input.not_email");
        return std::nullopt;
    }
    if (!is_choice(field.rules, taken)) {
        problems.add_field(field.name, "input.not_a_choice");
        return std::nullopt;
    }
    return taken;
}

std::optional<std::int64_t> number(const FieldSpec& field, const Value* value, Refusal& problems) {
    if (is_missing(field, value, problems)) return std::nullopt;
    std::int64_t found = value->number;
    if (value->kind == Value::Kind::text) {
        std::string_view digits = trim(value->text);
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), found);
        if (error != std::errc{} || end != digits.data() + digits.size()) {
            problems.add_field(field.name, "input.not_a_number");
            return std::nullopt;
        }
    } else if (value->kind != Value::Kind::number) {
        problems.add_field(field.name, "input.not_a_number");
        return std::nullopt;
    }
    if (found < field.rules.least) {
        problems.add_field(field.name, "input.too_small", {{"least", std::to_string(field.rules.least)}});
        return std::nullopt;
    }
    if (found > field.rules.most) {
        problems.add_field(field.name, "input.too_large", {{"most", std::to_string(field.rules.most)}});
        return std::nullopt;
    }
    return found;
}

std::optional<Day> day(const FieldSpec& field, const Value* value, Refusal& problems) {
    if (is_missing(field, value, problems)) return std::nullopt;
    auto found = value->kind == Value::Kind::text ? Day::parse(trim(value->text)) : std::nullopt;
    if (!found) problems.add_field(field.name, "input.not_a_day");
    return found;
}

bool truth(const FieldSpec& field, const Value* value, Refusal& problems) {
    if (value == nullptr) return false;
    if (value->kind == Value::Kind::truth) return value->truth;
    if (value->kind == Value::Kind::text) {
        if (value->text == "1" || value->text == "on" || value->text == "true" || value->text == "yes")
            return true;
        if (value->text.empty() || value->text == "0" || value->text == "false" || value->text == "no")
            return false;
    }
    problems.add_field(field.name, "input.not_a_truth");
    return false;
}

std::optional<std::vector<std::string>> texts(const FieldSpec& field, const Value* value, Refusal& problems) {
    if (is_missing(field, value, problems)) return std::nullopt;
    std::vector<std::string> found;
    if (value->kind == Value::Kind::text)
        found.push_back(value->text);
    else if (value->kind == Value::Kind::list)
        found = value->list;
    else
        problems.add_field(field.name, "input.not_text");
    for (std::string& each : found) {
        if (!is_plain_text(each)) {
            problems.add_field(field.name, "input.not_text");
            return std::nullopt;
        }
        each = nfc(trim(each));
        if (!check_length(field, each, problems)) return std::nullopt;
        if (!is_choice(field.rules, each)) {
            problems.add_field(field.name, "input.not_a_choice", {{"value", each}});
            return std::nullopt;
        }
    }
    return found;
}

std::optional<Upload> upload(const FieldSpec& field, const Value* value, Refusal& problems) {
    bool missing = value == nullptr || (value->kind == Value::Kind::upload &&
                                        value->upload.filename.empty() && value->upload.content.empty());
    if (missing) {
        if (field.rules.required) problems.add_field(field.name, "input.required");
        return std::nullopt;
    }
    if (value->kind != Value::Kind::upload) {
        problems.add_field(field.name, "input.not_a_file");
        return std::nullopt;
    }
    if (value->upload.content.size() > field.rules.bytes_max) {
        problems.add_field(field.name, "input.file_too_large",
                           {{"max", std::to_string(field.rules.bytes_max)}});
        return std::nullopt;
    }
    return value->upload;
}

} // namespace reading

const std::vector<Choice>& audience_choices() {
    static const std::vector<Choice> choices = {
        {"own_delegation", N_("Own delegation")},
        {"parties", N_("Parties to the matter")},
        {"contacts", N_("Points of contact")},
        {"member_states", N_("Member States")},
        {"public", N_("Public")},
    };
    return choices;
}

} // namespace poa
