// SPDX-License-Identifier: Apache-2.0
#include "tidy/place.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <functional>

namespace poa::tidy {

namespace {

struct Words {
    int line;
    std::vector<std::string> words;
};

/// The words of each line, without comments and empty lines.
std::vector<Words> words_of(std::string_view text) {
    std::vector<Words> all;
    int number = 0;
    for (std::string_view line : lines_of(text)) {
        ++number;
        std::vector<std::string> words;
        for (std::string_view word : split(line.substr(0, line.find('#')), ' '))
            if (!trim(word).empty()) words.emplace_back(trim(word));
        if (!words.empty()) all.push_back({number, std::move(words)});
    }
    return all;
}

/// A name on a way that leads back to itself; empty where there is none.
std::string cycle_in(const std::map<std::string, std::set<std::string>, std::less<>>& table) {
    std::set<std::string> done, open;
    std::function<std::string(const std::string&)> walk = [&](const std::string& name) -> std::string {
        if (done.contains(name)) return {};
        if (!open.insert(name).second) return name;
        if (const auto row = table.find(name); row != table.end())
            for (const std::string& used : row->second)
                if (std::string found = walk(used); !found.empty()) return found;
        open.erase(name);
        done.insert(name);
        return {};
    };
    for (const auto& [name, used] : table)
        if (std::string found = walk(name); !found.empty()) return found;
    return {};
}

} // namespace

std::string_view name_of(Ring ring) {
    switch (ring) {
    case Ring::rules:
        return "rules";
    case Ring::work:
        return "work";
    case Ring::faces:
        return "faces";
    }
    return "rules";
}

Uses read_uses(const File& file, Findings& findings) {
    Uses uses;
    std::map<std::string, int> lines;
    for (const auto& [line, words] : words_of(file.text)) {
        if (words.size() < 2 || (words[0] != "room" && words[0] != "capability") ||
            !words[1].ends_with(':')) {
            findings.push_back(
                {file.path, line, "uses", "write `room NAME: USED...` or `capability NAME: USED...`"});
            continue;
        }
        const std::string name = words[1].substr(0, words[1].size() - 1);
        auto& table = words[0] == "room" ? uses.rooms : uses.capabilities;
        if (!table.emplace(name, std::set<std::string>(words.begin() + 2, words.end())).second)
            findings.push_back(
                {file.path, line, "uses", fmt::format("{} stands here twice: keep one line", name)});
        lines[name] = line;
    }
    for (const auto* table : {&uses.rooms, &uses.capabilities}) {
        for (const auto& [name, used] : *table)
            for (const std::string& other : used)
                if (!table->contains(other))
                    findings.push_back(
                        {file.path, lines[name], "uses",
                         fmt::format("{} uses {}, which has no line: declare it", name, other)});
        if (const std::string name = cycle_in(*table); !name.empty())
            findings.push_back(
                {file.path, lines[name], "uses",
                 fmt::format("{} uses itself on some way: what must flow upward flows as a journal "
                             "entry or as something a manifest registers",
                             name)});
    }
    return uses;
}

Ring Roles::ring_of(std::string_view capability, std::string_view inside) const {
    for (const Role& role : roles)
        if (matches(inside, replace_all(role.pattern, "{capability}", capability))) return role.ring;
    return Ring::rules;
}

Roles read_roles(const File& file, Findings& findings) {
    Roles roles;
    for (const auto& [line, words] : words_of(file.text)) {
        if (words.size() == 2 && words[0] == "library")
            roles.libraries.push_back(words[1]);
        else if (words.size() == 2 && words[1] == "rules")
            roles.roles.push_back({words[0], Ring::rules});
        else if (words.size() == 2 && words[1] == "work")
            roles.roles.push_back({words[0], Ring::work});
        else if (words.size() == 2 && words[1] == "faces")
            roles.roles.push_back({words[0], Ring::faces});
        else
            findings.push_back(
                {file.path, line, "roles", "write `PATTERN rules|work|faces` or `library PATTERN`"});
    }
    return roles;
}

Place place_of(std::string_view path) {
    Place place;
    place.is_test = path.starts_with("tests/") || path.find("/tests/") != std::string_view::npos;
    const std::vector<std::string_view> parts = split(path, '/');
    if (parts.size() < 2) return place;
    if (parts[0] != "src") {
        if (parts[0] == "tools" || parts[0] == "tests" || parts[0] == "bench") place.room = parts[0];
        place.inside = path.substr(parts[0].size() + 1);
        return place;
    }
    if (parts.size() < 3) return place; // src/CMakeLists.txt
    place.room = parts[1];
    place.inside = path.substr(parts[0].size() + parts[1].size() + 2);
    if (place.room == "capabilities" && parts.size() > 3) {
        place.capability = parts[2];
        place.inside.erase(0, parts[2].size() + 1);
    }
    return place;
}

std::vector<Source> sources_of(const Tree& tree) {
    std::vector<Source> sources;
    for (const File& file : tree.files)
        if (const auto ending = ending_of(file.path); ending == ".cpp" || ending == ".hpp")
            sources.push_back({&file, place_of(file.path), read_cpp(file.text)});
    return sources;
}

} // namespace poa::tidy
