// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace poa::tidy {

namespace {

using std::string_view;

constexpr std::array<string_view, 14> empty_words = {
    "manager",   "managers", "helper", "helpers", "util",  "utils", "utility",
    "utilities", "common",   "data",   "info",    "infos", "misc",  "miscellaneous"};

bool says_nothing(string_view word) {
    return std::ranges::find(empty_words, ascii_lower(word)) != empty_words.end();
}

/// "feed_manager-v2.cpp" -> feed, manager, v2, cpp; "FeedManager" -> Feed, Manager.
std::vector<std::string> words_of_name(string_view name) {
    std::vector<std::string> words(1);
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        if (!std::isalnum(letter)) {
            words.emplace_back();
            continue;
        }
        const bool hump = std::isupper(letter) && !words.back().empty() &&
                          !std::isupper(static_cast<unsigned char>(words.back().back()));
        if (hump) words.emplace_back();
        words.back() += c;
    }
    return words;
}

/// The first word of a name that says nothing; empty where all do.
std::string empty_word_in(string_view name) {
    for (const std::string& word : words_of_name(name))
        if (says_nothing(word)) return word;
    return {};
}

void check_path(const File& file, Findings& findings) {
    const std::vector<string_view> parts = split(file.path, '/');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 0 && parts.size() > 1 && parts[i] == "data") continue; // reference data, named so on purpose
        if (const std::string word = empty_word_in(parts[i]); !word.empty())
            findings.push_back(
                {file.path, 1, "name",
                 fmt::format("`{}` says nothing: name the file or folder after what it holds", word)});
    }
}

/// The name that a type or namespace is given in this line of code; empty where there is none.
string_view name_given_in(string_view code) {
    for (const string_view keyword : {"class", "struct", "enum", "concept", "namespace", "using"}) {
        const std::size_t at = find_word(code, keyword);
        if (at == string_view::npos) continue;
        string_view rest = trim(code.substr(at + keyword.size()));
        for (const string_view more : {"class ", "struct "})
            if (rest.starts_with(more)) rest = trim(rest.substr(more.size()));
        const std::size_t end = rest.find_first_of(keyword == "namespace" ? " ;{=" : " ;:{=<(,>&*");
        if (keyword == "using" && rest.find('=') == string_view::npos) continue;
        if (keyword == "namespace" && rest.find("std::") != string_view::npos) continue;
        return rest.substr(0, end);
    }
    return {};
}

} // namespace

void check_names(const Tree& tree, const std::vector<Source>& sources, Findings& findings) {
    for (const File& file : tree.files) check_path(file, findings);
    for (const Source& source : sources)
        for (std::size_t i = 0; i < source.cpp.code.size(); ++i)
            if (const std::string word = empty_word_in(name_given_in(source.cpp.code[i])); !word.empty())
                findings.push_back(
                    {source.file->path, static_cast<int>(i + 1), "name",
                     fmt::format("`{}` says nothing: name the type after what it is (docs/glossary.md)",
                                 word)});
}

} // namespace poa::tidy
