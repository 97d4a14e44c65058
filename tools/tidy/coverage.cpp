// SPDX-License-Identifier: Apache-2.0
#include "tidy/coverage.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace poa::tidy {

namespace {

using std::string_view;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Ids in a line: two or three capitals, '-' or '_', two digits, and nothing of a word around them.
std::vector<std::string> ids_in(string_view line) {
    std::vector<std::string> ids;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!is_upper(line[at]) ||
            (at > 0 && (is_upper(line[at - 1]) || is_digit(line[at - 1]) || line[at - 1] == '-')))
            continue;
        std::size_t end = at;
        while (end < line.size() && is_upper(line[end])) ++end;
        const std::size_t letters = end - at;
        const bool fits = (letters == 2 || letters == 3) && end + 2 < line.size() &&
                          (line[end] == '-' || line[end] == '_') && is_digit(line[end + 1]) &&
                          is_digit(line[end + 2]) && (end + 3 == line.size() || !is_digit(line[end + 3]));
        if (fits) ids.push_back(fmt::format("{}-{}", line.substr(at, letters), line.substr(end + 1, 2)));
        at = end;
    }
    return ids;
}

bool is_comment(string_view line) {
    line = trim(line);
    return line.starts_with("//") || line.starts_with("#") || line.starts_with("*") || line.starts_with("/*");
}

/// What the line that opens a test calls it; empty where no test opens.
std::string test_opened_in(string_view line) {
    const string_view code = trim(line);
    for (const string_view macro : {"TEST(", "TEST_F(", "TEST_P(", "TYPED_TEST(", "TYPED_TEST_P(",
                                    "RC_GTEST_PROP(", "RC_GTEST_FIXTURE_PROP("})
        if (code.starts_with(macro)) {
            const auto names = split(code.substr(macro.size(), code.find(')') - macro.size()), ',');
            return names.size() < 2 ? std::string(trim(names[0]))
                                    : fmt::format("{}.{}", trim(names[0]), trim(names[1]));
        }
    for (const string_view call : {"test(", "it(", "journey(", "await test(", "await t.test("}) {
        if (!code.starts_with(call) || code.size() <= call.size()) continue;
        const char quote = code[call.size()];
        if (quote != '"' && quote != '\'' && quote != '`') continue;
        const string_view title = code.substr(call.size() + 1);
        return std::string(title.substr(0, title.find(quote)));
    }
    return {};
}

bool is_test_source(string_view path) {
    constexpr std::array<string_view, 7> endings = {".cpp", ".mjs", ".js", ".ts", ".http", ".sh", ".py"};
    const bool in_tests = path.starts_with("tests/") || path.find("/tests/") != string_view::npos;
    // The tests of this program speak of rows without showing any.
    return in_tests && !path.starts_with("tools/tidy/") &&
           (std::ranges::find(endings, ending_of(path)) != endings.end() || ending_of(path).empty());
}

/// The name of the test that opens at `at` or, after comments and white space, soon below; empty where none
/// does.
std::string test_below(const std::vector<string_view>& lines, std::size_t at) {
    while (at < lines.size() && is_comment(lines[at])) ++at;
    return at < lines.size() ? test_opened_in(lines[at]) : std::string();
}

} // namespace

std::vector<Row> read_rows(const File& file, Findings& findings) {
    std::vector<Row> rows;
    std::set<std::string> seen;
    int number = 0;
    for (string_view line : lines_of(file.text)) {
        ++number;
        line = trim(line);
        if (line.empty() || line.starts_with('#')) continue;
        const auto ids = ids_in(line.substr(0, line.find(' ')));
        if (ids.size() != 1 || !seen.insert(ids[0]).second)
            findings.push_back(
                {file.path, number, "rows", "write each row once: its id, a blank, what it asks"});
        else
            rows.push_back({ids[0], std::string(trim(line.substr(std::min(ids[0].size(), line.size()))))});
    }
    return rows;
}

std::vector<Claim> claims_in(const File& file) {
    std::vector<Claim> claims;
    const auto lines = lines_of(file.text);
    std::string current = "the whole file";
    std::size_t opened = 0;
    bool any_test = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const std::string opens = test_opened_in(lines[i]); !opens.empty()) {
            current = opens;
            opened = i;
            any_test = true;
            for (const std::string& id : ids_in(lines[i]))
                claims.push_back({id, file.path, static_cast<int>(i + 1), opens});
            continue;
        }
        if (!is_comment(lines[i])) continue;
        std::string test = test_below(lines, i);
        // First comment line of a body: within the three lines below its opening.
        if (test.empty())
            test = any_test && i - opened <= 3                    ? current
                   : !any_test || ending_of(file.path) == ".http" ? "the whole file"
                                                                  : "";
        if (test.empty()) continue;
        for (const std::string& id : ids_in(lines[i]))
            claims.push_back({id, file.path, static_cast<int>(i + 1), test});
    }
    return claims;
}

std::string coverage_page(const Tree& tree, const std::vector<Row>& rows, Findings& findings) {
    std::map<std::string, std::set<std::pair<std::string, std::string>>> shown;
    for (const File& file : tree.files) {
        if (!file.is_text || !is_test_source(file.path)) continue;
        for (const Claim& claim : claims_in(file)) {
            if (std::ranges::find(rows, claim.row, &Row::id) == rows.end())
                findings.push_back(
                    {claim.path, claim.line, "coverage",
                     fmt::format("{} is no row of tools/tidy/rows.txt: correct the id", claim.row)});
            else
                shown[claim.row].emplace(claim.path, claim.test);
        }
    }
    std::string page = "# Requirement rows and the tests that show them\n\n"
                       "Made by `script/tidy coverage` from the tests; do not edit. A row stands here when a "
                       "test names it,\n"
                       "and a test names it only where it would fail without it.\n\n";
    page += fmt::format("Rows shown: {} of {}.\n\n| row | asks | shown by |\n| --- | --- | --- |\n",
                        shown.size(), rows.size());
    for (const Row& row : rows) {
        const auto found = shown.find(row.id);
        if (found == shown.end()) continue;
        std::string tests;
        for (const auto& [path, test] : found->second)
            tests +=
                fmt::format("{}{} (`{}`)", tests.empty() ? "" : "; ", replace_all(test, "|", "\\|"), path);
        page += fmt::format("| {} | {} | {} |\n", row.id, replace_all(row.asks, "|", "\\|"), tests);
    }
    return page;
}

} // namespace poa::tidy
