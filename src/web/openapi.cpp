// SPDX-License-Identifier: Apache-2.0
#include "web/openapi.hpp"

#include "base/text.hpp"

#include <map>
#include <set>

namespace poa::web {
namespace {

/// "{rest...}" is "{rest}" for OpenAPI.
std::string openapi_path(std::string_view pattern) {
    return replace_all(std::string(pattern), "...}", "}");
}

std::set<std::string, std::less<>> names_in_path(std::string_view pattern) {
    std::set<std::string, std::less<>> names;
    std::string path = openapi_path(pattern);
    for (std::size_t at = 0; (at = path.find('{', at)) != std::string::npos; ++at)
        names.insert(path.substr(at + 1, path.find('}', at) - at - 1));
    return names;
}

void write_field_schema(JsonWriter& json, const FieldSpec& field) {
    json.begin_object();
    if (field.many) json.key("type").value("array").key("items").begin_object();
    const FieldRules& rules = field.rules;
    switch (field.kind) {
    case FieldKind::number:
        json.key("type").value("integer");
        if (rules.least != std::numeric_limits<std::int64_t>::min()) json.key("minimum").value(rules.least);
        if (rules.most != std::numeric_limits<std::int64_t>::max()) json.key("maximum").value(rules.most);
        break;
    case FieldKind::tick:
        json.key("type").value("boolean");
        break;
    case FieldKind::day:
        json.key("type").value("string").key("format").value("date");
        break;
    case FieldKind::file:
        json.key("type").value("string").key("contentMediaType").value("application/octet-stream");
        break;
    case FieldKind::fields:
        json.key("type").value("object");
        break;
    case FieldKind::hidden:
        if (rules.least == 1) {
            json.key("type").value("integer").key("minimum").value(1);
            break;
        }
        [[fallthrough]];
    default:
        json.key("type")
            .value("string")
            .key("maxLength")
            .value(static_cast<std::int64_t>(rules.characters_max));
        if (rules.characters_min > 0)
            json.key("minLength").value(static_cast<std::int64_t>(rules.characters_min));
        if (field.kind == FieldKind::email) json.key("format").value("email");
        if (field.kind == FieldKind::password || field.kind == FieldKind::new_password)
            json.key("format").value("password");
        if (!rules.choices.empty()) {
            json.key("enum").begin_array();
            for (const Choice& choice : rules.choices) json.value(choice.value);
            json.end_array();
        }
    }
    if (field.many) json.end_object();
    json.end_object();
}

void write_parameter(JsonWriter& json, std::string_view name, bool in_path, const FieldSpec* field) {
    json.begin_object().key("name").value(name).key("in").value(in_path ? "path" : "query");
    bool needed = in_path || (field != nullptr && field->rules.required);
    json.key("required").value(needed);
    if (field != nullptr && !field->rules.label.empty()) json.key("description").value(field->rules.label);
    json.key("schema");
    if (field != nullptr)
        write_field_schema(json, *field);
    else
        json.begin_object().key("type").value("string").end_object();
    json.end_object();
}

void write_parameters(JsonWriter& json, const Route& route) {
    auto in_path = names_in_path(route.pattern);
    json.key("parameters").begin_array();
    std::set<std::string, std::less<>> written;
    if (route.input != nullptr)
        for (const FieldSpec& field : route.input->fields()) {
            bool is_path = in_path.contains(field.name);
            if (route.is_command && !is_path) continue;
            write_parameter(json, field.name, is_path, &field);
            written.insert(field.name);
        }
    for (const std::string& name : in_path)
        if (!written.contains(name)) write_parameter(json, name, true, nullptr);
    json.end_array();
}

void write_body(JsonWriter& json, const Route& route) {
    auto in_path = names_in_path(route.pattern);
    auto write_schema_of_body = [&](std::string_view type, bool with_files) {
        json.key_escaped(type).begin_object().key("schema").begin_object().key("type").value("object");
        json.key("properties").begin_object();
        for (const FieldSpec& field : route.input->fields()) {
            if (in_path.contains(field.name) || (field.kind == FieldKind::file && !with_files)) continue;
            json.key(field.name);
            write_field_schema(json, field);
        }
        json.end_object().key("required").begin_array();
        for (const FieldSpec& field : route.input->fields())
            if (!in_path.contains(field.name) && field.rules.required &&
                (field.kind != FieldKind::file || with_files))
                json.value(field.name);
        json.end_array().end_object().end_object();
    };
    json.key("requestBody").begin_object().key("required").value(true).key("content").begin_object();
    if (route.input->has_upload()) write_schema_of_body("multipart/form-data", true);
    if (!needs_file(*route.input)) {
        write_schema_of_body("application/json", false);
        write_schema_of_body("application/x-www-form-urlencoded", false);
    }
    json.end_object().end_object();
}

void write_answers(JsonWriter& json, const Route& route) {
    json.key("responses").begin_object().key("200").begin_object();
    json.key("description").value(route.is_command ? "Done." : "The page.");
    json.key("content").begin_object();
    if (!route.answer_type.empty()) json.key_escaped(route.answer_type).begin_object().end_object();
    for (Face face : route.faces) {
        json.key_escaped(media_type_of(face)).begin_object();
        if (face == Face::json) {
            json.key("schema");
            route.write_schema(json);
        } else {
            json.key("schema").begin_object().key("type").value("string").end_object();
        }
        json.end_object();
    }
    json.end_object().end_object();
    if (route.is_command)
        json.key("303").begin_object().key("description").value("Done; the next page.").end_object();
    for (const char* refused : {"4XX", "default"})
        json.key(refused).begin_object().key("$ref").value("#/components/responses/Problem").end_object();
    json.end_object();
}

void write_operation(JsonWriter& json, const Route& route) {
    json.key(ascii_lower(http::name_of(route.method))).begin_object();
    std::string capability = route.about.name.substr(0, route.about.name.find('.'));
    json.key("operationId").value(route.about.name).key("summary").value(route.about.summary);
    json.key("tags").begin_array().value(capability).end_array();
    write_parameters(json, route);
    if (route.is_command) write_body(json, route);
    write_answers(json, route);
    json.key("security").begin_array().begin_object().end_object();
    json.begin_object().key("cookie").begin_array().end_array().end_object();
    json.begin_object().key("bearer").begin_array().end_array().end_object().end_array();
    json.end_object();
}

void write_components(JsonWriter& json) {
    json.key("components")
        .raw(R"({"securitySchemes":{"cookie":{"type":"apiKey","in":"cookie","name":"poa_session"},)"
             R"("bearer":{"type":"http","scheme":"bearer"}},)"
             R"("responses":{"Problem":{"description":"A refusal or failure with every reason (RFC 9457).",)"
             R"("content":)"
             R"({"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}},)"
             R"("schemas":{"Problem":{"type":"object","required":["type","title","status","reasons"],)"
             R"("properties":)"
             R"({"type":{"type":"string"},"title":{"type":"string"},)"
             R"("status":{"type":"integer"},"detail":{"type":"string"},)"
             R"("instance":{"type":"string"},"reasons":{"type":"array",)"
             R"("items":{"type":"object","required":["code","sentence"],)"
             R"("properties":{"code":{"type":"string"},"field":{"type":"string"},)"
             R"("sentence":{"type":"string"},)"
             R"("clause":{"type":"string"},"facts":{"type":"object",)"
             R"("additionalProperties":{"type":"string"}}}}}}}}})");
}

} // namespace

std::string openapi_of(const Routes& routes, std::string_view title, std::string_view version,
                       std::string_view server_url) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("openapi").value("3.1.0").key("info").begin_object();
    json.key("title").value(title).key("version").value(version);
    json.key("description")
        .value("Every page and every command of the platform. Pages answer HTML, JSON or, for lists, "
               "CSV at the same address: ask with Accept or with ?format=.");
    json.key("license")
        .begin_object()
        .key("name")
        .value("Apache-2.0")
        .key("identifier")
        .value("Apache-2.0")
        .end_object();
    json.end_object()
        .key("servers")
        .begin_array()
        .begin_object()
        .key("url")
        .value(server_url)
        .end_object()
        .end_array();
    std::map<std::string, std::vector<const Route*>> paths;
    std::set<std::string> capabilities;
    for (const Route& route : routes.all()) {
        paths[openapi_path(route.pattern)].push_back(&route);
        capabilities.insert(route.about.name.substr(0, route.about.name.find('.')));
    }
    json.key("tags").begin_array();
    for (const std::string& capability : capabilities)
        json.begin_object()
            .key("name")
            .value(capability)
            .key("description")
            .value("Of the capability " + capability + ".")
            .end_object();
    json.end_array().key("paths").begin_object();
    for (const auto& [path, there] : paths) {
        json.key_escaped(path).begin_object();
        for (const Route* route : there) write_operation(json, *route);
        json.end_object();
    }
    json.end_object();
    write_components(json);
    json.end_object();
    return out;
}

} // namespace poa::web
