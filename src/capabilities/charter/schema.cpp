// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/schema.hpp"

#include "base/json.hpp"
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/clauses.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace poa::charter {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

array names_of(std::span<const Choice> choices) {
    array made;
    for (const Choice& choice : choices) made.emplace_back(choice.value);
    return made;
}

object text_schema(std::int64_t characters_max) {
    return {{"type", "string"}, {"minLength", 1}, {"maxLength", characters_max}};
}
object whole_schema(std::int64_t least, std::int64_t most) {
    return {{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}
object list_schema(object item, std::int64_t most) {
    return {{"type", "array"}, {"items", std::move(item)}, {"maxItems", most}};
}
object day_schema() {
    return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
}
object closed(object properties, array required) {
    object made{{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty()) made["required"] = std::move(required);
    return made;
}

object reference_to(std::string_view definition) {
    return {{"$ref", "#/definitions/" + std::string(definition)}};
}

object rule_schema() {
    object made =
        closed({{"by", {{"enum", {"consensus", "consensus_then_vote", "vote", "silence", "non_objection"}}}},
                {"majority", {{"enum", {"simple", "two_thirds"}}}},
                {"of", {{"enum", {"present_and_voting", "membership"}}}},
                {"quorum_percent", whole_schema(0, 100)},
                {"hours", whole_schema(1, 2160)}},
               {"by"});
    return made;
}

object groups_schema() {
    return list_schema(closed({{"id", {{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]{0,39}$"}}},
                               {"title", text_schema(200)},
                               {"topic", {{"enum", names_of(choices::group_topics)}}},
                               {"meetings_per_year", whole_schema(1, 52)},
                               {"days", whole_schema(1, 60)}},
                              {"id", "title", "topic"}),
                       30);
}

object rights_schema() {
    object classes;
    for (const Choice& participants : choices::participant_classes)
        classes[participants.value] = reference_to("rights_by_meeting");
    return closed(classes, {});
}

object rights_by_meeting_schema() {
    object kinds;
    for (const Choice& kind : choices::meeting_kinds) kinds[kind.value] = reference_to("rights_list");
    return closed(kinds, {});
}

object rights_list_schema() {
    return {{"type", "array"}, {"items", {{"enum", names_of(choices::rights)}}}, {"uniqueItems", true}};
}

object plain_schema(const ClauseLimits& limits) {
    switch (limits.type) {
    case ClauseType::truth:
        return {{"type", "boolean"}};
    case ClauseType::whole:
        return whole_schema(limits.least, limits.most);
    case ClauseType::text:
        return text_schema(static_cast<std::int64_t>(limits.characters_max));
    case ClauseType::choice:
        return {{"enum", names_of(limits.choices)}};
    case ClauseType::choices:
        return {{"type", "array"}, {"items", {{"enum", names_of(limits.choices)}}}, {"uniqueItems", true}};
    case ClauseType::day:
        return day_schema();
    case ClauseType::span: {
        object pair = list_schema(whole_schema(limits.least, limits.most), 2);
        pair["minItems"] = 2;
        return pair;
    }
    case ClauseType::rule:
        return reference_to("rule");
    case ClauseType::groups:
        return reference_to("groups");
    case ClauseType::rights:
        return reference_to("rights");
    }
    return {};
}

/// With "none": the plain form unless it is null. "if" rather than "anyOf", so that a problem names what is
/// wrong instead of saying that nothing fits.
object value_schema(const ClauseLimits& limits) {
    if (!limits.may_be_none) return plain_schema(limits);
    return {{"if", {{"not", {{"type", "null"}}}}}, {"then", plain_schema(limits)}};
}

bool take_the_same(const ClauseLimits& a, const ClauseLimits& b) {
    return a.type == b.type && a.may_be_none == b.may_be_none && a.least == b.least && a.most == b.most &&
           a.characters_max == b.characters_max && a.choices.data() == b.choices.data() &&
           a.choices.size() == b.choices.size();
}

/// What clauses take is defined once, under the path of the first clause that takes it.
const ClauseSpec& first_that_takes(const ClauseLimits& limits) {
    return *std::ranges::find_if(
        clauses(), [&](const ClauseSpec& clause) { return take_the_same(clause.limits, limits); });
}

/// A clause is its value, or an object with "value" and where it comes from.
object clause_schema(const ClauseSpec& clause) {
    const object value = reference_to(first_that_takes(clause.limits).path);
    return {{"title", clause.title},
            {"$comment",
             "clause " + clause.number +
                 (clause.limits.unit.empty() ? std::string() : ", in " + std::string(clause.limits.unit))},
            {"if", reference_to("has_value")},
            {"then", {{"allOf", {reference_to("with_source")}}, {"properties", {{"value", value}}}}},
            {"else", value}};
}

object definitions() {
    object made{
        {"has_value", {{"type", "object"}, {"required", {"value"}}}},
        {"with_source", closed({{"value", object()},
                                {"basis", {{"enum", {"stated", "inferred", "background", "assumed"}}}},
                                {"source", reference_to("line")},
                                {"passage", reference_to("line")},
                                {"words", reference_to("line")},
                                {"note", text_schema(1000)}},
                               {"value"})},
        {"line", text_schema(200)},
        {"rule", rule_schema()},
        {"groups", groups_schema()},
        {"rights", rights_schema()},
        {"rights_by_meeting", rights_by_meeting_schema()},
        {"rights_list", rights_list_schema()}};
    for (const ClauseSpec& clause : clauses())
        if (&first_that_takes(clause.limits) == &clause) made[clause.path] = value_schema(clause.limits);
    return made;
}

object sections_schema() {
    object made;
    for (const SectionSpec& section : sections()) {
        object properties;
        for (std::size_t i = section.first; i < section.first + section.count; ++i)
            properties[clauses()[i].key] = clause_schema(clauses()[i]);
        object one = closed(std::move(properties), {});
        one["title"] = section.title;
        made[section.key] = std::move(one);
    }
    return made;
}

object head_schema() {
    return {{"charter", {{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]{0,59}$"}}},
            {"title",
             {{"type", "object"},
              {"additionalProperties", false},
              {"required", {"en"}},
              {"properties",
               {{"ar", text_schema(200)},
                {"zh", text_schema(200)},
                {"en", text_schema(200)},
                {"fr", text_schema(200)},
                {"ru", text_schema(200)},
                {"es", text_schema(200)}}}}},
            {"kind", {{"enum", {"agreed", "proposal", "continuation", "precedent", "own"}}}},
            {"of",
             {{"type", "array"},
              {"items", {{"type", "string"}, {"pattern", "^[A-Z]{2,8}$"}}},
              {"uniqueItems", true}}},
            {"based_on", {{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]{0,59}$"}}},
            {"source", text_schema(200)},
            {"about", text_schema(2000)}};
}

void write(std::string& out, const value& json, std::size_t depth);

template <class Items, class Each>
void write_all(std::string& out, const Items& items, char open, char close, std::size_t depth, Each each) {
    out += open;
    bool first = true;
    for (const auto& item : items) {
        out += first ? "\n" : ",\n";
        first = false;
        out.append((depth + 1) * 2, ' ');
        each(item);
    }
    if (!first) {
        out += '\n';
        out.append(depth * 2, ' ');
    }
    out += close;
}

bool is_flat(const array& items) {
    for (const value& item : items)
        if (item.is_structured()) return false;
    return true;
}

void write(std::string& out, const value& json, std::size_t depth) {
    if (const object* members = json.if_object()) {
        write_all(out, *members, '{', '}', depth, [&](const auto& member) {
            append_json_string(out, member.key());
            out += ": ";
            write(out, member.value(), depth + 1);
        });
    } else if (const array* items = json.if_array(); items != nullptr && !is_flat(*items)) {
        write_all(out, *items, '[', ']', depth, [&](const value& item) { write(out, item, depth + 1); });
    } else {
        out += boost::json::serialize(json);
    }
}

} // namespace

value schema() {
    object properties = head_schema();
    for (auto& [key, section] : sections_schema()) properties[key] = section;
    object made{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "Charter of a mechanism"},
                {"type", "object"},
                {"additionalProperties", false},
                {"required", {"charter", "title", "kind"}},
                {"properties", std::move(properties)},
                {"definitions", definitions()}};
    return made;
}

std::string schema_text() {
    std::string out;
    write(out, schema(), 0);
    out += '\n';
    return out;
}

} // namespace poa::charter
