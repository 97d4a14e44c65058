// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace poa::tidy {

namespace {

/// A library that one room alone may know.
struct Kept {
    std::string_view pattern, room, instead;
};
constexpr std::array kept = {
    Kept{"boost/asio*", "http", "go through http/server.hpp"},
    Kept{"boost/beast*", "http", "go through http/message.hpp"},
    Kept{"sqlite3.h", "storage", "go through storage/database.hpp"},
    Kept{"libpq-fe.h", "storage", "go through storage/database.hpp"},
};

std::string listed(const std::set<std::string>& names) {
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

class Includes {
  public:
    Includes(const Uses& uses, const Roles& roles, Findings& findings)
        : uses_(uses), roles_(roles), findings_(findings) {}

    void check(const Source& source) {
        for (const Piece& include : source.cpp.includes) {
            check_kept(source, include);
            const std::string_view room = std::string_view(include.text).substr(0, include.text.find('/'));
            if (uses_.rooms.contains(room) && include.text.find('/') != std::string::npos)
                check_room(source, include, std::string(room));
            else if (is_in_rules(source))
                check_library(source, include);
        }
    }

  private:
    void say(const Source& source, const Piece& include, std::string rule, std::string advice) {
        findings_.push_back({source.file->path, include.line, std::move(rule), std::move(advice)});
    }
    [[nodiscard]] bool is_in_rules(const Source& source) const {
        return !source.place.capability.empty() && !source.place.is_test &&
               roles_.ring_of(source.place.capability, source.place.inside) == Ring::rules;
    }
    void check_kept(const Source& source, const Piece& include) {
        const std::string& room = source.place.room;
        if (room == "bench" || room == "tests") return; // load drivers and journeys stand outside the house
        for (const Kept& library : kept)
            if (matches(include.text, library.pattern) && room != library.room)
                say(source, include, "library",
                    fmt::format("{} is known in src/{} only: {}", include.text, library.room,
                                library.instead));
    }
    void check_library(const Source& source, const Piece& include) {
        const std::string_view header = include.text;
        const bool standard = header.find_first_of("./") == std::string_view::npos;
        if (standard || std::ranges::any_of(roles_.libraries, [&](auto& p) { return matches(header, p); }))
            return;
        say(source, include, "ring",
            fmt::format("rules are pure and may not include {}: do it in a work file (commands, queries, "
                        "store), or add "
                        "the library to tools/tidy/roles.txt if it is pure too",
                        header));
    }
    void check_room(const Source& source, const Piece& include, const std::string& target) {
        const std::string& room = source.place.room;
        if (room.empty() || room == "bench" || room == "tests") return;
        if (room == "tools") {
            if (target != "base")
                say(source, include, "layer", fmt::format("a tool may use base only, not {}", include.text));
            return;
        }
        const auto row = uses_.rooms.find(room);
        if (row == uses_.rooms.end()) {
            say(source, include, "layer",
                fmt::format("src/{} is no room of tools/tidy/uses.txt: declare it", room));
        } else if (target != room && !row->second.contains(target)) {
            say(source, include, "layer",
                fmt::format("{} may not include {}; it may use: {}. Move what is needed down, or pass it in "
                            "from above",
                            room, include.text, listed(row->second)));
        } else if (room == "capabilities" && !source.place.capability.empty()) {
            check_ring(source, include, target);
        }
    }
    void check_ring(const Source& source, const Piece& include, const std::string& target) {
        const Place& place = source.place;
        const Ring ring = place.is_test ? Ring::faces : roles_.ring_of(place.capability, place.inside);
        if (target == "capabilities") return check_capability(source, include, ring);
        const Ring needed = target == "base" ? Ring::rules : target == "storage" ? Ring::work : Ring::faces;
        if (ring >= needed) return;
        say(source, include, "ring",
            fmt::format("a {} file may not include {}: {}", name_of(ring), include.text,
                        ring == Ring::rules ? "rules are pure, let a command load and pass the values in"
                                            : "leave pages and requests to pages.cpp and module.cpp"));
    }
    void check_capability(const Source& source, const Piece& include, Ring ring) {
        const Place& place = source.place;
        const std::vector<std::string_view> parts = split(include.text, '/');
        if (parts.size() < 3) return;
        const std::string other(parts[1]);
        const std::string inside = include.text.substr(parts[0].size() + other.size() + 2);
        if (other == place.capability) {
            if (const Ring needed = roles_.ring_of(other, inside); needed > ring)
                say(source, include, "ring",
                    fmt::format("a {} file may not include {}, a {} file: rules know nothing of work, work "
                                "nothing of "
                                "faces (tools/tidy/roles.txt)",
                                name_of(ring), inside, name_of(needed)));
            return;
        }
        // A ring may have a front header of its own: rules.hpp for what is pure, faces.hpp for who is
        // reading, people.hpp for who acts for a body, effects_parts.hpp for what decisions do, which effects
        // alone may reach.
        if (ring == Ring::rules && inside != "rules.hpp")
            say(source, include, "ring",
                fmt::format(
                    "rules may not include {}: include its rules.hpp where it has one, or let a command "
                    "ask {} and pass the answer in",
                    include.text, other));
        const bool is_front = inside == other + ".hpp" || inside == "rules.hpp" ||
                              (inside == "faces.hpp" && ring == Ring::faces) ||
                              (inside == "people.hpp" && ring != Ring::rules) ||
                              (inside == "effects_parts.hpp" && place.inside.starts_with("effects_"));
        if (!is_front)
            say(source, include, "front",
                fmt::format("include only the front header capabilities/{0}/{0}.hpp of another capability "
                            "(rules its rules.hpp, all but rules its people.hpp, pages and modules also its "
                            "faces.hpp, effects its effects_parts.hpp)",
                            other));
        const auto row = uses_.capabilities.find(place.capability);
        if (row == uses_.capabilities.end())
            say(source, include, "uses",
                fmt::format("{} has no line in tools/tidy/uses.txt", place.capability));
        else if (!row->second.contains(other))
            say(source, include, "uses",
                fmt::format(
                    "{} may not use {}; it may use: {}. What must flow upward is read from the journal or "
                    "registered by a manifest",
                    place.capability, other, listed(row->second)));
    }

    const Uses& uses_;
    const Roles& roles_;
    Findings& findings_;
};

} // namespace

void check_includes(const std::vector<Source>& sources, const Uses& uses, const Roles& roles,
                    Findings& findings) {
    Includes includes(uses, roles, findings);
    for (const Source& source : sources) includes.check(source);
}

} // namespace poa::tidy
