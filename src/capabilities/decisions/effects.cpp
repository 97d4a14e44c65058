// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace poa::decisions {

void Effects::add(EffectSpec spec) {
    require(find(spec.name) == nullptr, "an effect is registered once");
    require(spec.input != nullptr && spec.check && spec.apply, "an effect that can be checked and applied");
    specs_.push_back(std::move(spec));
}

const EffectSpec* Effects::find(std::string_view name) const {
    const auto found = std::ranges::find(specs_, name, &EffectSpec::name);
    return found == specs_.end() ? nullptr : &*found;
}

std::string text_of_fields(const InputSpec& input, const InputValues& values) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    for (const FieldSpec& field : input.fields()) {
        const InputValues::Value* value = values.find(field.name);
        if (value == nullptr) continue;
        using Kind = InputValues::Value::Kind;
        if (value->kind == Kind::text) json.key(field.name).value(value->text);
        if (value->kind == Kind::number) json.key(field.name).value(value->number);
        if (value->kind == Kind::truth) json.key(field.name).value(value->truth);
        if (value->kind == Kind::list) {
            json.key(field.name).begin_array();
            for (const std::string& each : value->list) json.value(each);
            json.end_array();
        }
    }
    json.end_object();
    return out;
}

InputValues read_fields(std::string_view text) {
    auto values = InputValues::from_json(text);
    require(values.has_value(), "the fields of an effect as the code writes them");
    return std::move(*values);
}

} // namespace poa::decisions
