// SPDX-License-Identifier: Apache-2.0
#include "app/charter_verbs.hpp"
#include "app/file_bytes.hpp"
#include "base/json.hpp"
#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/schema.hpp"
#include "capabilities/members/members.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace poa::app {
namespace {

bool names_a_file(std::string_view name) {
    return name.ends_with(".yaml") || name.ends_with(".yml") || name.find('/') != std::string_view::npos;
}

Refusal with_file(Refusal refusal, const std::string& file) {
    for (Reason& reason : refusal.reasons) reason.facts.emplace_back("file", file);
    return refusal;
}

Result<charter::CharterFile> read_file(const std::string& path) {
    auto text = bytes_in(path);
    if (!text)
        return refuse(Refusal::because(Refusal::Kind::not_found, "charter.no_file").with("file", path));
    auto file = charter::read_charter(std::move(*text));
    if (!file) return refuse(with_file(file.error(), path));
    return file;
}

Refusal no_such_preset(const std::string& id) {
    return Refusal::because(Refusal::Kind::not_found, "charter.no_such_preset")
        .with("id", id)
        .with("known", join(charter::Presets::shipped().ids(), ", "));
}

std::string_view fact(const Reason& reason, std::string_view name) {
    for (const auto& [key, value] : reason.facts)
        if (key == name) return value;
    return {};
}

} // namespace

Result<charter::Charter> load_charter(const std::string& name_or_file,
                                      const std::vector<std::string>& beside) {
    const charter::Presets& shipped = charter::Presets::shipped();
    if (!names_a_file(name_or_file)) {
        const charter::Charter* found = shipped.find(name_or_file);
        return found != nullptr ? Result<charter::Charter>(*found) : refuse(no_such_preset(name_or_file));
    }
    auto file = read_file(name_or_file);
    if (!file) return std::unexpected(file.error());
    std::vector<charter::CharterFile> others;
    const std::string& base = file->head.based_on;
    // What is shipped needs no other file; reading them all for each would cost the square of their number.
    if (!base.empty() && std::ranges::find(shipped.ids(), base) == shipped.ids().end())
        for (const std::string& other : beside)
            if (names_a_file(other) && other != name_or_file)
                if (auto read = read_file(other)) others.push_back(std::move(*read));
    auto whole = shipped.assemble(*file, others);
    if (!whole) return refuse(with_file(whole.error(), name_or_file));
    return whole;
}

std::vector<std::string> states_in_turn() {
    const auto reference =
        members::parse_reference({reference_file("members.json"), reference_file("organisations.json")});
    require(reference.has_value(), "the shipped reference data can be read");
    std::vector<std::string> codes;
    for (const members::State& state : reference->states)
        if (state.status == members::Status::member) codes.emplace_back(state.iso3.text());
    std::ranges::sort(codes);
    return codes;
}

const web::Sentences& charter_sentences() {
    static const web::Routes routes = [] {
        web::Routes made;
        charter::add_sentences(made);
        return made;
    }();
    return routes.sentences();
}

void print_charter_problems(const Refusal& refusal) {
    const web::Wording& english = web::Wording::in(web::Language::en);
    for (const Reason& reason : refusal.reasons) {
        std::string place(fact(reason, "file"));
        if (const auto line = fact(reason, "line"); !line.empty()) place += fmt::format(":{}", line);
        if (!reason.clause.empty()) place += fmt::format(" clause {} ({})", reason.clause, reason.field);
        std::cerr << place << (place.empty() ? "" : ": ") << charter_sentences().say(reason, english) << "\n";
    }
}

int print_charter_schema() {
    std::cout << charter::schema_text();
    return 0;
}

int list_charters(const CharterWish& wish) {
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    for (const charter::Charter* shipped : charter::Presets::shipped().all()) {
        const charter::Charter& one = *shipped;
        std::size_t own = 0;
        for (std::size_t i = 0; i < charter::clause_count; ++i) own += one.speaks_of(i) ? 1 : 0;
        out.begin_object().key("id").value(one.id()).key("kind").value(name_of(one.head().kind));
        out.key("title").value(one.head().title_in("en")).key("based_on").value(one.head().based_on);
        out.key("of").begin_array();
        for (const std::string& author : one.head().of) out.value(author);
        out.end_array().key("own_clauses").value(static_cast<std::int64_t>(own));
        out.key("clauses").value(static_cast<std::int64_t>(charter::clause_count)).end_object();
        if (wish.format == "text")
            std::cout << fmt::format("{:<26} {} (speaks of {} of {} clauses)\n", one.id(),
                                     one.head().title_in("en"), own, charter::clause_count);
    }
    out.end_array();
    if (wish.format == "json") std::cout << json << "\n";
    return 0;
}

} // namespace poa::app
