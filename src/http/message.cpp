// SPDX-License-Identifier: Apache-2.0
#include "http/message.hpp"

#include "base/text.hpp"

namespace poa::http {

std::string_view name_of(Method method) {
    switch (method) {
    case Method::get:
        return "GET";
    case Method::head:
        return "HEAD";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::del:
        return "DELETE";
    case Method::options:
        return "OPTIONS";
    }
    return "GET";
}

std::optional<Method> parse_method(std::string_view name) {
    for (Method method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del, Method::options})
        if (name_of(method) == name) return method;
    return std::nullopt;
}

std::string_view Headers::get(std::string_view lower_case_name) const {
    for (const auto& [name, value] : fields_)
        if (name == lower_case_name) return value;
    return {};
}

bool Headers::has(std::string_view lower_case_name) const {
    return std::ranges::any_of(fields_, [&](const auto& field) { return field.first == lower_case_name; });
}

void Headers::set(std::string_view lower_case_name, std::string value) {
    auto same = [&](const auto& field) { return field.first == lower_case_name; };
    auto first = std::ranges::find_if(fields_, same);
    if (first == fields_.end()) {
        fields_.emplace_back(std::string(lower_case_name), std::move(value));
        return;
    }
    first->second = std::move(value);
    fields_.erase(std::remove_if(first + 1, fields_.end(), same), fields_.end());
}

std::optional<std::string_view> Fields::get(std::string_view name) const {
    for (const auto& [key, value] : pairs_)
        if (key == name) return value;
    return std::nullopt;
}

std::vector<std::string_view> Fields::all_of(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : pairs_)
        if (key == name) values.push_back(value);
    return values;
}

std::optional<Fields> Fields::parse(std::string_view encoded) {
    Fields fields;
    while (!encoded.empty()) {
        std::size_t end = std::min(encoded.find('&'), encoded.size());
        std::string_view pair = encoded.substr(0, end);
        encoded.remove_prefix(std::min(end + 1, encoded.size()));
        if (pair.empty()) continue;
        std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decode(pair.substr(0, equals), true);
        auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (const auto& [header, value] : headers.all()) {
        if (header != "cookie") continue;
        for (std::string_view pair : split(value, ';')) {
            std::size_t equals = pair.find('=');
            if (equals == std::string_view::npos || trim(pair.substr(0, equals)) != name) continue;
            std::string_view found = trim(pair.substr(equals + 1));
            if (found.size() >= 2 && found.front() == '"' && found.back() == '"')
                found = found.substr(1, found.size() - 2);
            return found;
        }
    }
    return std::nullopt;
}

Answer Answer::text(int status, std::string_view content_type, std::string body) {
    Answer answer;
    answer.status = status;
    answer.headers.add("content-type", std::string(content_type));
    answer.body = std::move(body);
    answer.compressible = true;
    return answer;
}

Answer Answer::redirect(std::string location, int status) {
    Answer answer;
    answer.status = status;
    answer.headers.add("location", std::move(location));
    return answer;
}

Answer Answer::empty(int status) {
    Answer answer;
    answer.status = status;
    return answer;
}

std::string_view Answer::body_text() const {
    if (const auto* text = std::get_if<std::string>(&body)) return *text;
    if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&body); shared && *shared)
        return **shared;
    return {};
}

} // namespace poa::http
