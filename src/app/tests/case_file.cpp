// SPDX-License-Identifier: Apache-2.0
#include "case_file.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace poa::app::test {
namespace {

enum class Part { comments, head, body, expected_head, expected_body };

[[noreturn]] void cannot_read(int line, const char* what) {
    throw std::runtime_error(fmt::format("line {}: {}", line, what));
}

void take_request_line(RequestCase& made, std::string_view line, int number) {
    std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) cannot_read(number, "a request line is METHOD TARGET");
    made.method = line.substr(0, blank);
    made.target = line.substr(blank + 1);
}

void take(RequestCase& made, Part& part, std::string_view line, int number) {
    if (line == "---") {
        if (part == Part::expected_head && made.status == 0) cannot_read(number, "a status is missing");
        part = part < Part::expected_head ? Part::expected_head : Part::expected_body;
    } else if (part == Part::comments) {
        if (line.empty() || line.starts_with('#')) return;
        take_request_line(made, line, number);
        part = Part::head;
    } else if (part == Part::head) {
        if (line.empty())
            part = Part::body;
        else
            made.headers.emplace_back(line);
    } else if (part == Part::body) {
        made.body += (made.body.empty() ? "" : "\n") + std::string(line);
    } else if (line.empty()) {
        return;
    } else if (part == Part::expected_body) {
        made.expected_fragments.emplace_back(line);
    } else if (made.status == 0) {
        made.status = std::atoi(std::string(line).c_str());
    } else {
        made.expected_headers.emplace_back(line);
    }
}

std::string with_names(std::string text, const Names& names) {
    for (std::size_t at = 0; (at = text.find("@{", at)) != std::string::npos;) {
        std::size_t end = text.find('}', at);
        auto found = names.find(text.substr(at + 2, end - at - 2));
        if (end == std::string::npos || found == names.end())
            throw std::runtime_error("an unknown name in: " + text);
        text.replace(at, end + 1 - at, found->second);
        at += found->second.size();
    }
    return text;
}

std::string with_bytes(std::string text) {
    text = replace_all(std::move(text), "\\r\\n\n", "\r\n");
    text = replace_all(std::move(text), "\\r\\n", "\r\n");
    for (std::size_t at = 0; (at = text.find("\\x", at)) != std::string::npos; ++at)
        text.replace(at, 4, 1, static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)));
    return text;
}

/// A pattern as literal texts with holes between them; a hole has a name or none.
struct Pieces {
    std::vector<std::string> literals = {""};
    std::vector<std::string> holes;
};

Pieces pieces_of(const std::string& pattern, const Names& names) {
    Pieces pieces;
    auto hole = [&](std::string name) {
        pieces.holes.push_back(std::move(name));
        pieces.literals.emplace_back();
    };
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern.compare(at, 3, "***") == 0) {
            hole("");
            at += 3;
        } else if (std::size_t end = pattern.find('}', at);
                   pattern.compare(at, 2, "@{") == 0 && end != std::string::npos) {
            std::string name = pattern.substr(at + 2, end - at - 2);
            if (auto found = names.find(name); found != names.end())
                pieces.literals.back() += found->second;
            else
                hole(name);
            at = end + 1;
        } else {
            pieces.literals.back() += pattern[at++];
        }
    }
    return pieces;
}

} // namespace

std::vector<RequestCase> read_cases(const std::string& text) {
    std::vector<RequestCase> cases;
    Part part = Part::comments;
    int number = 0;
    for (const auto& line : split(text, '\n')) {
        ++number;
        if (line.starts_with("### ")) {
            cases.push_back({});
            cases.back().title = line.substr(4);
            cases.back().line = number;
            part = Part::comments;
        } else if (!cases.empty()) {
            take(cases.back(), part, line, number);
        }
    }
    for (RequestCase& each : cases) {
        if (each.status == 0) cannot_read(each.line, "a case without a status");
        while (each.body.ends_with('\n')) each.body.pop_back();
    }
    return cases;
}

std::string bytes_of(const RequestCase& request, const Names& names) {
    std::string body = with_bytes(with_names(request.body, names));
    std::string bytes =
        with_bytes(request.method + " " + with_names(request.target, names)) + " HTTP/1.1\r\n";
    bool has_host = false, has_length = false;
    for (const std::string& header : request.headers) {
        has_host = has_host || ascii_lower(header).starts_with("host:");
        has_length = has_length || ascii_lower(header).starts_with("content-length:");
        bytes += with_bytes(with_names(header, names)) + "\r\n";
    }
    if (!has_host) bytes += "Host: poa.example\r\n";
    if (!has_length && (!body.empty() || request.method == "POST"))
        bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return bytes + "Connection: close\r\n\r\n" + body;
}

bool matches(const std::string& pattern, const std::string& text, bool whole, Names& names) {
    Pieces pieces = pieces_of(pattern, names);
    const auto& literals = pieces.literals;
    std::size_t at = whole ? 0 : text.find(literals.front());
    if (at == std::string::npos || text.compare(at, literals.front().size(), literals.front()) != 0)
        return false;
    at += literals.front().size();
    for (std::size_t i = 0; i < pieces.holes.size(); ++i) {
        const std::string& next = literals[i + 1];
        bool to_the_end = whole && i + 1 == pieces.holes.size();
        if (to_the_end && text.size() < at + next.size()) return false;
        std::size_t found = to_the_end ? text.size() - next.size() : text.find(next, at);
        if (found == std::string::npos || text.compare(found, next.size(), next) != 0) return false;
        if (!pieces.holes[i].empty()) names[pieces.holes[i]] = text.substr(at, found - at);
        at = found + next.size();
    }
    return !whole || at == text.size();
}

} // namespace poa::app::test
