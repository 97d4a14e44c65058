// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::tidy {

namespace {

using std::string_view;

bool is_outside_the_house(const Place& place) {
    return place.room == "bench" || place.room == "tests";
}

// g++ 12 destroys temporaries of a co_await expression twice (docs/design/0001-house.md), so coroutines stay
// where a reader expects them.
void check_coroutines(const Source& source, Findings& findings) {
    if (source.file->path.starts_with("src/http/transport")) return;
    for (std::size_t i = 0; i < source.cpp.code.size(); ++i)
        for (const string_view word : {"co_await", "co_return", "co_yield"})
            if (find_word(source.cpp.code[i], word) != string_view::npos)
                findings.push_back(
                    {source.file->path, static_cast<int>(i + 1), "coroutine",
                     fmt::format("{} belongs in src/http/transport* only: write a plain function; "
                                 "handlers run on worker threads and may block",
                                 word)});
}

void check_clock(const Source& source, Findings& findings) {
    const Place& place = source.place;
    if (is_outside_the_house(place) || place.is_test || place.room == "http") return;
    if (place.room == "base" && place.inside == "time.cpp") return;
    for (std::size_t i = 0; i < source.cpp.code.size(); ++i)
        for (const string_view call : {"std::time(", "system_clock::now", "time(nullptr)", "gettimeofday("})
            if (find_word(source.cpp.code[i], call) != string_view::npos) {
                findings.push_back(
                    {source.file->path, static_cast<int>(i + 1), "clock",
                     "the clock is an argument: take work.now(), or a const Clock& (base/time.hpp)"});
                break;
            }
}

bool is_sql(string_view literal) {
    const string_view text = trim(literal);
    return std::ranges::any_of(std::array{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "CREATE"},
                               [&](string_view verb) {
                                   return text.starts_with(verb) && text.size() > verb.size() + 1 &&
                                          (text[verb.size()] == ' ' || text[verb.size()] == '\n' ||
                                           text.substr(verb.size(), 2) == "\\n");
                               });
}

bool may_hold_sql(const Place& place) {
    if (is_outside_the_house(place) || place.is_test || place.room == "storage") return true;
    const string_view name = file_name(place.inside);
    return !place.capability.empty() && (name.starts_with("store") || name.starts_with("queries"));
}

void check_sql(const Source& source, Findings& findings) {
    if (may_hold_sql(source.place)) return;
    for (const Piece& literal : source.cpp.literals)
        if (is_sql(literal.text))
            findings.push_back(
                {source.file->path, literal.line, "sql",
                 "SQL stands in store*.cpp and queries*.cpp of a capability, in src/storage and in .sql "
                 "files: move the statement there and call it by name"});
}

constexpr std::array<string_view, 16> event_attributes = {
    "onclick",    "onload",      "onsubmit",  "onchange", "oninput",    "onerror",
    "onfocus",    "onblur",      "onkeydown", "onkeyup",  "onkeypress", "onmouseover",
    "onmouseout", "onmousedown", "onmouseup", "ontoggle"};

/// The attribute or element in `markup` that the policy would block; empty where there is none.
string_view forbidden_in_markup(string_view markup, bool is_fragment) {
    for (const string_view name : event_attributes)
        if (const auto at = find_word(markup, name); at != string_view::npos)
            if ((is_fragment && markup == name) || trim(markup.substr(at + name.size())).starts_with('='))
                return name;
    if (markup.find(" style=") != string_view::npos || (is_fragment && markup == "style")) return "style";
    if (markup.find("<style") != string_view::npos) return "<style>";
    if (markup.find("<script>") != string_view::npos) return "<script> without src";
    if (markup.find("javascript:") != string_view::npos) return "javascript:";
    return {};
}

void check_markup(const Source& source, Findings& findings) {
    const Place& place = source.place;
    const bool draws =
        place.room == "web" || place.room == "app" || file_name(place.inside).starts_with("pages");
    if (!draws || place.is_test) return;
    for (const Piece& literal : source.cpp.literals)
        if (const string_view found = forbidden_in_markup(literal.text, true); !found.empty())
            findings.push_back(
                {source.file->path, literal.line, "markup",
                 fmt::format("{} is blocked by the Content-Security-Policy: use a class of the style sheet, "
                             "or a script of src/web/assets that listens",
                             found)});
}

} // namespace

void check_words(const std::vector<Source>& sources, Findings& findings) {
    for (const Source& source : sources) {
        check_coroutines(source, findings);
        check_clock(source, findings);
        check_sql(source, findings);
        check_markup(source, findings);
    }
}

void check_assets(const Tree& tree, Findings& findings) {
    for (const File& file : tree.files) {
        const string_view ending = ending_of(file.path);
        if (!file.path.starts_with("src/") || (ending != ".html" && ending != ".svg") ||
            file.path.find("/tests/") != file.path.npos)
            continue;
        int number = 0;
        for (const string_view line : lines_of(file.text)) {
            ++number;
            if (const string_view found = forbidden_in_markup(line, false); !found.empty())
                findings.push_back(
                    {file.path, number, "markup",
                     fmt::format(
                         "{} is blocked by the Content-Security-Policy: use a class of the style sheet, "
                         "or a script of src/web/assets that listens",
                         found)});
        }
    }
}

} // namespace poa::tidy
