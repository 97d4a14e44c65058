// SPDX-License-Identifier: Apache-2.0
#include "app/reference.hpp"

#include "app/verbs.hpp"
#include "app/wiring.hpp"
#include "base/json.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/commitments/permissions.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/documents/permissions.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/permissions.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/notices/permissions.hpp"
#include "capabilities/peer_review/permissions.hpp"
#include "capabilities/views/permissions.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace poa::app {
namespace {

constexpr std::string_view made_by = "Made by `poa reference` from the program's own tables; do not edit.\n";

std::string_view words_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::line:
        return "one line";
    case FieldKind::text:
        return "text";
    case FieldKind::email:
        return "e-mail address";
    case FieldKind::password:
        return "password";
    case FieldKind::new_password:
        return "new password";
    case FieldKind::day:
        return "day, such as 2023-04-18";
    case FieldKind::number:
        return "whole number";
    case FieldKind::choice:
        return "one of the choices";
    case FieldKind::tick:
        return "true or false";
    case FieldKind::hidden:
        return "key";
    case FieldKind::file:
        return "file";
    case FieldKind::fields:
        return "object with fields of its own";
    }
    return "";
}

/// Broken at blanks, as all text here.
std::string wrapped(std::string_view text) {
    constexpr std::size_t characters_max = 105;
    std::string out;
    std::size_t line = 0;
    for (std::string_view word : split(text, ' ')) {
        bool breaks = line > 0 && line + 1 + word.size() > characters_max;
        if (line > 0) out += breaks ? '\n' : ' ';
        line = breaks || line == 0 ? word.size() : line + 1 + word.size();
        out += word;
    }
    return out;
}

bool is_in_path(const web::Route* route, const FieldSpec& field) {
    return route != nullptr && route->pattern.find("{" + field.name + "}") != std::string::npos;
}

bool is_number(const FieldSpec& field) {
    return field.kind == FieldKind::number || (field.kind == FieldKind::hidden && field.rules.least == 1);
}

std::string limits_of(const FieldSpec& field) {
    const FieldRules& rules = field.rules;
    std::vector<std::string> limits;
    if (!rules.choices.empty()) {
        std::vector<std::string> values;
        for (const Choice& choice : rules.choices) values.push_back(fmt::format("`{}`", choice.value));
        limits.push_back(join(values, ", "));
    } else if (field.kind == FieldKind::file) {
        limits.push_back(fmt::format("at most {} bytes", rules.bytes_max));
    } else if (is_number(field)) {
        if (rules.least != std::numeric_limits<std::int64_t>::min())
            limits.push_back(fmt::format("at least {}", rules.least));
        if (rules.most != std::numeric_limits<std::int64_t>::max())
            limits.push_back(fmt::format("at most {}", rules.most));
    } else if (field.kind != FieldKind::day && field.kind != FieldKind::tick &&
               field.kind != FieldKind::fields) {
        limits.push_back(fmt::format("at most {} characters", rules.characters_max));
    }
    if (!rules.hint.empty()) limits.emplace_back(rules.hint);
    return replace_all(join(limits, "; "), "|", "\\|");
}

std::string fields_table(const InputSpec& input, const web::Route* route) {
    if (input.fields().empty()) return "It takes no fields.\n";
    std::string table = "| field | what | needed | limits |\n| --- | --- | --- | --- |\n";
    for (const FieldSpec& field : input.fields())
        table += fmt::format(
            "| `{}` | {}{}{} | {} | {} |\n", field.name,
            field.rules.label.empty() ? "" : std::string(field.rules.label) + ": ",
            is_number(field) ? "whole number" : words_of(field.kind), field.many ? ", several" : "",
            is_in_path(route, field) ? "in the address" : (field.rules.required ? "yes" : "no"),
            limits_of(field));
    return table;
}

std::string sample_of(const FieldSpec& field) {
    if (!field.rules.choices.empty()) return std::string(field.rules.choices.back().value);
    if (field.kind == FieldKind::email) return "delegate@example.org";
    if (field.kind == FieldKind::day) return "2030-01-31";
    if (field.name == "body") return "state:FRA";
    if (field.kind == FieldKind::password || field.kind == FieldKind::new_password)
        return "seven quiet rivers meet";
    if (field.kind == FieldKind::file) return "@paper.txt";
    return field.name == "document" ? "a-99-1" : "Sample " + field.name;
}

/// In the address, or left out, or part of what is sent.
bool is_sent(const FieldSpec& field, const web::Route& route, const CommandWords& words) {
    if (is_in_path(&route, field)) return false;
    return field.rules.required || std::ranges::find(words.shown, field.name) != words.shown.end();
}

std::string json_sample(const InputSpec& input, const web::Route& route, const CommandWords& words) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    for (const FieldSpec& field : input.fields()) {
        if (!is_sent(field, route, words)) continue;
        json.key(field.name);
        if (field.kind == FieldKind::fields)
            json.raw(R"({"strategy":"in_place"})");
        else if (field.many)
            json.begin_array().value(sample_of(field)).end_array();
        else if (is_number(field))
            json.value(7);
        else
            json.value(sample_of(field));
    }
    json.end_object();
    return out.size() > 80 ? replace_all(out, ",\"", ",\n       \"") : out;
}

std::string request_sample(const InputSpec& input, const web::Route& route, const CommandWords& words) {
    std::string address = "https://poa.example" + replace_all(route.pattern, "{document}", "a-99-1");
    std::string text = "```sh\ncurl -X POST " + address +
                       " \\\n  -H 'Accept: application/json' \\\n"
                       "  -H \"Authorization: Bearer $TOKEN\"";
    if (!input.has_upload())
        return text + " \\\n  -H 'Content-Type: application/json' \\\n  -d '" +
               json_sample(input, route, words) + "'\n```\n";
    for (const FieldSpec& field : input.fields())
        if (is_sent(field, route, words)) text += " \\\n  -F '" + field.name + "=" + sample_of(field) + "'";
    return text + "\n```\n";
}

std::string who_may(std::string_view command) {
    for (const members::CommandGrant& grant : members::permissions())
        if (grant.command == command) return "- operator\n";
    const auto* row = identity::permissions().row(command);
    if (row == nullptr) row = documents::permissions().row(command);
    if (row == nullptr) row = views::permissions().row(command);
    if (row == nullptr) row = charter::permissions().row(command);
    if (row == nullptr) row = decisions::permissions().row(command);
    if (row == nullptr) row = national_reports::permissions().row(command);
    if (row == nullptr) row = peer_review::permissions().row(command);
    if (row == nullptr) row = acquis::permissions().row(command);
    if (row == nullptr) row = notices::permissions().row(command);
    if (row == nullptr) row = commitments::permissions().row(command);
    require(row != nullptr, "a command has a row in a permission table");
    std::string lines;
    for (const identity::Grant& grant : row->grants) {
        std::string_view words = grant.role == identity::Role::visitor  ? "everybody, signed in or not"
                                 : grant.role == identity::Role::person ? "whoever is signed in"
                                                                        : identity::name_of(grant.role);
        lines += fmt::format("- {}{}\n", words, grant.own_body ? ", for the own body" : "");
    }
    return lines;
}

std::string refusals_of(const CommandWords& words, const web::Routes& routes) {
    std::string table = "| reason | sentence |\n| --- | --- |\n";
    const auto& sentences = routes.sentences().all();
    for (std::string_view code : words.refusals) {
        auto found = sentences.find(std::string(code));
        require(found != sentences.end(), "a refusal named in the reference has a sentence");
        table += fmt::format("| `{}` | {} |\n", code, found->second);
    }
    return words.refusals.empty() ? "None of its own.\n" : table;
}

std::string command_page(const CommandWords& words, const InputSpec* input, const web::Route* route,
                         const web::Routes& routes) {
    std::string page = fmt::format("# {}\n\n{}\n", words.command, made_by);
    if (route != nullptr)
        page += wrapped(fmt::format("{}. `POST {}`, also by the form on the page.", route->about.summary,
                                    route->pattern)) +
                "\n";
    else
        page += "By the command line only; no address leads here.\n";
    page += "\n## Who may\n\n" + who_may(words.command);
    if (input != nullptr) page += "\n## Fields\n\n" + fields_table(*input, route);
    page +=
        "\n## What it records\n\n" + wrapped(fmt::format("`{}`. {}", words.command, words.records)) + "\n";
    page += "\n## Refusals\n\nBesides problems of fields, sign-in and permission:\n\n" +
            refusals_of(words, routes);
    if (route != nullptr) page += "\n## Example\n\n" + request_sample(*input, *route, words);
    return page;
}

std::string routes_page(const web::Routes& routes) {
    std::string page = fmt::format("# Routes\n\n{}\n", made_by);
    page += "Every address, what it is for and in which forms it answers. `/openapi.json` says the same to "
            "programs.\n\n| address | name | what | answers |\n| --- | --- | --- | --- |\n";
    std::vector<std::string> lines;
    for (const web::Route& route : routes.all()) {
        std::vector<std::string> types;
        for (web::Face face : route.faces) types.emplace_back(web::media_type_of(face));
        if (!route.answer_type.empty()) types.push_back(route.answer_type);
        std::string name =
            route.is_command ? fmt::format("[{0}](commands/{0}.md)", route.about.name) : route.about.name;
        lines.push_back(fmt::format("| `{} {}` | {} | {} | {} |\n", route.is_command ? "POST" : "GET",
                                    route.pattern, name, route.about.summary, join(types, ", ")));
    }
    for (const std::string& line : lines) page += line;
    page += "\n## What pages take in the query\n";
    for (const web::Route& route : routes.all())
        if (!route.is_command && route.input != nullptr && !route.input->fields().empty())
            page += fmt::format("\n### {}\n\n`{}`\n\n{}", route.about.name, route.pattern,
                                fields_table(*route.input, &route));
    return page;
}

const InputSpec* declared(std::string_view command, const web::Route* route) {
    if (route != nullptr) return route->input;
    for (const InputSpec* input : identity::commands())
        if (input->name() == command) return input;
    return nullptr;
}

} // namespace

std::map<std::string, std::string> reference_pages(const web::Routes& routes) {
    std::map<std::string, std::string> pages = {{"routes.md", routes_page(routes)}};
    for (const CommandWords& words : command_words()) {
        const web::Route* route = nullptr;
        for (const web::Route& each : routes.all())
            if (each.is_command && each.about.name == words.command) route = &each;
        pages[fmt::format("commands/{}.md", words.command)] =
            command_page(words, declared(words.command, route), route, routes);
    }
    for (const web::Route& route : routes.all())
        require(!route.is_command || pages.contains("commands/" + route.about.name + ".md"),
                "a command has words in reference_words_TOPIC.cpp");
    return pages;
}

int write_reference(const Settings& settings, const std::filesystem::path& to) {
    Platform platform(settings);
    std::filesystem::create_directories(to / "commands");
    auto pages = reference_pages(platform.routes());
    for (const auto& [path, text] : pages) {
        std::ofstream out(to / path, std::ios::binary);
        out << text;
        if (!out.flush()) throw MachineFailure(fmt::format("{} cannot be written", (to / path).string()));
    }
    std::cout << pages.size() << " pages written to " << to.string() << "\n";
    return 0;
}

} // namespace poa::app
