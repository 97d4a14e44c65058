// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace poa::tidy {

namespace {

using std::string_view;

bool has_literal(const Source& source, string_view text) {
    return std::ranges::any_of(source.cpp.literals,
                               [&](const Piece& literal) { return literal.text == text; });
}

bool mentions(const File& file, string_view word) {
    return find_word(file.text, word) != string_view::npos;
}

class Capabilities {
  public:
    Capabilities(const Tree& tree, const std::vector<Source>& sources, Findings& findings)
        : tree_(tree), sources_(sources), findings_(findings) {}

    void check() {
        std::set<std::string> names;
        for (const Source& source : sources_)
            if (!source.place.capability.empty()) names.insert(source.place.capability);
        for (const std::string& name : names)
            if (const std::string readme = fmt::format("src/capabilities/{}/README.md", name);
                !tree_.find(readme))
                say(readme, "readme", "write half a page: words, stages, who may, tables, pages");
        for (const Source& source : sources_) {
            const Place& place = source.place;
            if (!place.is_test && place.inside.starts_with("commands/") && place.inside.ends_with(".cpp"))
                check_command(source, place.capability,
                              file_name(place.inside).substr(0, file_name(place.inside).size() - 4));
        }
        check_migrations();
    }

  private:
    void say(std::string path, string_view rule, std::string advice) {
        findings_.push_back({std::move(path), 1, std::string(rule), std::move(advice)});
    }
    /// One name in five places: file, permission, route and journal entry, page of the manual, and a test.
    void check_command(const Source& source, const std::string& capability, string_view verb) {
        const std::string name = fmt::format("{}.{}", capability, verb);
        const auto in_capability = [&](auto&& wanted) {
            return std::ranges::any_of(sources_, [&](const Source& other) {
                return other.place.capability == capability && wanted(other);
            });
        };
        if (!in_capability([&](const Source& other) {
                return !other.place.is_test && other.place.inside.starts_with("permissions") &&
                       has_literal(other, name);
            }))
            say(source.file->path, "five-places",
                fmt::format("no row for \"{}\" in src/capabilities/{}/permissions.cpp: say who may do it",
                            name, capability));
        if (!in_capability([&](const Source& other) {
                return !other.place.is_test && !other.place.inside.starts_with("permissions") &&
                       has_literal(other, name);
            }))
            say(source.file->path, "five-places",
                fmt::format("\"{}\" is written nowhere else in the capability: name the journal entry and "
                            "the route so",
                            name));
        if (tree_.has_folder("docs/reference/commands") &&
            !tree_.find(fmt::format("docs/reference/commands/{}.md", name)))
            say(source.file->path, "five-places",
                fmt::format("docs/reference/commands/{}.md is missing: generate the reference pages", name));
        const bool tested = std::ranges::any_of(tree_.files, [&](const File& file) {
            const bool is_test =
                file.path.starts_with("tests/") || file.path.find("/tests/") != std::string::npos;
            return is_test && (mentions(file, name) || mentions(file, verb));
        });
        if (!tested) say(source.file->path, "five-places", fmt::format("no test names {}: write one", name));
    }
    void check_migrations() {
        std::map<std::string, std::set<std::pair<int, string_view>>> folders;
        for (const File& file : tree_.files) {
            const std::size_t at = file.path.rfind("/migrations/");
            if (!file.path.starts_with("src/") || at == std::string::npos || !file.path.ends_with(".sql"))
                continue;
            const string_view name = file_name(file.path);
            int number = 0;
            const auto [end, error] =
                std::from_chars(name.data(), name.data() + std::min<std::size_t>(4, name.size()), number);
            if (error != std::errc() || end != name.data() + 4 || name.size() < 6 || name[4] != '_')
                say(file.path, "migration", "name it NNNN_words.sql");
            else
                folders[file.path.substr(0, at)].emplace(number, file.path);
        }
        for (const auto& [folder, files] : folders) {
            int expected = 1;
            for (const auto& [number, path] : files) {
                if (number != expected)
                    say(std::string(path), "migration",
                        fmt::format("number {:04} expected: migrations count from 0001 without gaps",
                                    expected));
                expected = number + 1;
            }
        }
    }

    const Tree& tree_;
    const std::vector<Source>& sources_;
    Findings& findings_;
};

} // namespace

void check_capabilities(const Tree& tree, const std::vector<Source>& sources, Findings& findings) {
    Capabilities(tree, sources, findings).check();
}

Findings check_all(const Tree& tree) {
    Findings findings;
    const File* uses = tree.find("tools/tidy/uses.txt");
    const File* roles = tree.find("tools/tidy/roles.txt");
    if (!uses || !roles) {
        findings.push_back(
            {"tools/tidy", 1, "uses", "uses.txt and roles.txt are missing: run this at the top of the tree"});
        return findings;
    }
    const auto sources = sources_of(tree);
    check_includes(sources, read_uses(*uses, findings), read_roles(*roles, findings), findings);
    check_words(sources, findings);
    check_assets(tree, findings);
    check_form(tree, findings);
    check_names(tree, sources, findings);
    check_capabilities(tree, sources, findings);
    std::ranges::sort(findings);
    return findings;
}

} // namespace poa::tidy
