// SPDX-License-Identifier: Apache-2.0
#include "http/target.hpp"

#include "base/text.hpp"

namespace poa::http {
namespace {

/// Length of "http://" or "https://" in front, or 0.
std::size_t scheme_length(std::string_view raw) {
    for (std::string_view scheme : {"http://", "https://"})
        if (same_ignoring_case(raw.substr(0, scheme.size()), scheme)) return scheme.size();
    return 0;
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

bool add_segment(std::string_view encoded, Request& request) {
    auto segment = percent_decode(encoded);
    if (!segment || segment->empty() || *segment == "." || *segment == ".." ||
        has_control_character(*segment))
        return false;
    request.path += '/';
    request.path += *segment;
    request.segments.push_back(std::move(*segment));
    return true;
}

/// `path` begins with '/'.
bool read_path(std::string_view path, Request& request) {
    path.remove_prefix(1);
    while (!path.empty()) {
        std::size_t end = path.find('/');
        if (!add_segment(path.substr(0, end), request)) return false;
        if (end == std::string_view::npos) return true;
        path.remove_prefix(end + 1);
    }
    request.path += '/';
    return true;
}

} // namespace

std::string_view authority_of(std::string_view raw) {
    std::size_t scheme = scheme_length(raw);
    if (scheme == 0) return {};
    raw.remove_prefix(scheme);
    return raw.substr(0, raw.find_first_of("/?#"));
}

bool read_target(std::string_view raw, Request& request) {
    request.path.clear();
    request.segments.clear();
    request.query = {};
    if (raw == "*") {
        request.target = request.path = "*";
        return request.method == Method::options;
    }
    if (std::size_t scheme = scheme_length(raw)) {
        std::string_view authority = authority_of(raw);
        if (authority.empty() || authority.find('@') != std::string_view::npos) return false;
        request.headers.set("host", std::string(authority));
        raw.remove_prefix(scheme + authority.size());
        request.target = raw.starts_with('/') ? std::string(raw) : '/' + std::string(raw);
    } else {
        request.target = raw;
    }
    std::string_view target = request.target;
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos) return false;
    std::size_t question = target.find('?');
    if (!read_path(target.substr(0, question), request)) return false;
    if (question == std::string_view::npos) return true;
    auto query = Fields::parse(target.substr(question + 1));
    if (!query) return false;
    request.query = std::move(*query);
    return true;
}

} // namespace poa::http
