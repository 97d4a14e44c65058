// SPDX-License-Identifier: Apache-2.0
#include "web/routes.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace poa::web {
namespace {

constexpr std::uint64_t form_bytes_max = 256 * 1024;

http::Answer text_answer(int status, std::string_view type, std::string body) {
    http::Answer answer = http::Answer::text(status, type, std::move(body));
    answer.compressible = true;
    return answer;
}

} // namespace

const Input<NoQuery>& no_query() {
    static const Input<NoQuery> none("none");
    return none;
}

void add_path(const Visit& visit, InputValues& values) {
    for (const auto& [name, value] : visit.path.all()) values.set(name, value);
}

bool needs_file(const InputSpec& input) {
    return std::ranges::any_of(input.fields(), [](const FieldSpec& field) {
        return field.kind == FieldKind::file && field.rules.required;
    });
}

InputValues values_of(const Visit& visit) {
    InputValues values = InputValues::from_pairs(visit.request.query.all());
    add_path(visit, values);
    return values;
}

std::string_view media_type_of(Face face) {
    switch (face) {
    case Face::html:
        return "text/html";
    case Face::json:
        return "application/json";
    case Face::csv:
        return "text/csv";
    case Face::atom:
        return "application/atom+xml";
    }
    return "text/html";
}

void Routes::raw(std::string pattern, About about, std::string answer_type,
                 std::function<http::Answer(const Visit&, const Drawing&)> answer) {
    Route route = begin(http::Method::get, std::move(pattern), std::move(about), nullptr);
    route.answer_type = std::move(answer_type);
    route.answer = std::move(answer);
    add(std::move(route));
}

void Routes::add(Route route) {
    for (const Route& known : routes_)
        require(known.about.name != route.about.name, "route names are unique");
    require(!route.about.files_from_all || route.body_bytes_max <= open_body_bytes_max,
            "what everybody may send is small");
    routes_.push_back(std::move(route));
}

Route Routes::begin(http::Method method, std::string pattern, About about, const InputSpec* input) {
    Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.about = std::move(about);
    route.input = input;
    return route;
}

http::Answer Routes::finish_json(std::string json, int status) {
    return text_answer(status, "application/json", std::move(json));
}
http::Answer Routes::finish_atom(std::string atom) {
    return text_answer(200, "application/atom+xml; charset=utf-8", std::move(atom));
}
http::Answer Routes::csv_answer(std::string csv) {
    return text_answer(200, "text/csv; charset=utf-8", std::move(csv));
}

bool Routes::is_about_nothing(const Refusal& refusal) {
    return refusal.kind == Refusal::Kind::not_found &&
           std::ranges::all_of(refusal.reasons, [](const Reason& reason) { return reason.field.empty(); });
}

std::uint64_t Routes::body_limit(const InputSpec& input) {
    std::uint64_t limit = form_bytes_max;
    for (const FieldSpec& field : input.fields()) limit += field.rules.bytes_max;
    return limit;
}

} // namespace poa::web
