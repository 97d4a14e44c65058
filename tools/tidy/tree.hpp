// SPDX-License-Identifier: Apache-2.0
#pragma once
// The files that are looked at, and what is found in them.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace poa::tidy {

struct File {
    std::string path; ///< from the top of the tree, with '/'
    std::string text; ///< empty for files that are not text
    bool is_text = true;
};

/// All files of a tree, sorted by path. Tests write one down; `read_tree` takes the real one.
struct Tree {
    std::vector<File> files;
    [[nodiscard]] const File* find(std::string_view path) const;
    [[nodiscard]] bool has_folder(std::string_view path) const; ///< anything at or below it
};

/// Reads every file below `top` that .gitignore does not name (its plain forms: /path, /path/, name and
/// *.ending), but not .git. Throws MachineFailure where a file cannot be read.
[[nodiscard]] Tree read_tree(const std::filesystem::path& top);

/// One finding: where, which rule, and what to do instead.
struct Finding {
    std::string path;
    int line = 1; ///< from 1
    std::string rule;
    std::string advice;
    bool warning = false; ///< listed, but does not fail the run
    auto operator<=>(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

/// "path:line: [rule] advice"
[[nodiscard]] std::string to_text(const Finding& finding);

/// The lines of a text without their ends.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
/// `*` stands for any run of characters, '/' included.
[[nodiscard]] bool matches(std::string_view text, std::string_view pattern);
/// Where `word` stands in `text` as a word of its own (letters, digits and '_' are parts of words).
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);
[[nodiscard]] std::string_view file_name(std::string_view path);
[[nodiscard]] std::string_view ending_of(std::string_view path); ///< ".cpp"; empty where there is none

} // namespace poa::tidy
