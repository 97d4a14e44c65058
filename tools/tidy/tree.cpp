// SPDX-License-Identifier: Apache-2.0
#include "tidy/tree.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace poa::tidy {

namespace {

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw MachineFailure(fmt::format("cannot read {}", path.string()));
    return std::move(text).str();
}

/// The plain forms of .gitignore.
class Ignored {
  public:
    explicit Ignored(std::string_view text) {
        for (std::string_view line : lines_of(text)) {
            line = trim(line);
            if (!line.empty() && line.front() != '#') patterns_.emplace_back(line);
        }
    }
    [[nodiscard]] bool has(std::string_view path) const {
        if (path == ".git") return true;
        return std::ranges::any_of(patterns_,
                                   [&](const std::string& pattern) { return names(pattern, path); });
    }

  private:
    static bool names(std::string_view pattern, std::string_view path) {
        if (pattern.ends_with('/')) pattern.remove_suffix(1);
        if (pattern.starts_with('/')) return matches(path, pattern.substr(1));
        return matches(file_name(path), pattern);
    }
    std::vector<std::string> patterns_;
};

} // namespace

const File* Tree::find(std::string_view path) const {
    const auto at = std::ranges::lower_bound(files, path, {}, &File::path);
    return at != files.end() && at->path == path ? &*at : nullptr;
}

bool Tree::has_folder(std::string_view path) const {
    const std::string below = std::string(path) + "/";
    const auto at = std::ranges::lower_bound(files, below, {}, &File::path);
    return at != files.end() && at->path.starts_with(below);
}

Tree read_tree(const std::filesystem::path& top) {
    namespace fs = std::filesystem;
    const fs::path ignore_file = top / ".gitignore";
    const Ignored ignored(fs::exists(ignore_file) ? read_file(ignore_file) : std::string());
    Tree tree;
    for (auto at = fs::recursive_directory_iterator(top); at != fs::recursive_directory_iterator(); ++at) {
        const std::string path = fs::relative(at->path(), top).generic_string();
        if (ignored.has(path)) {
            if (at->is_directory()) at.disable_recursion_pending();
            continue;
        }
        if (!at->is_regular_file()) continue;
        File file{path, read_file(at->path())};
        file.is_text = file.text.find('\0') == std::string::npos && ending_of(path) != ".pdf";
        if (!file.is_text) file.text.clear();
        tree.files.push_back(std::move(file));
    }
    std::ranges::sort(tree.files, {}, &File::path);
    return tree;
}

std::string to_text(const Finding& finding) {
    return fmt::format("{}:{}: [{}] {}", finding.path, finding.line, finding.rule, finding.advice);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    return text.empty() ? std::vector<std::string_view>() : split(text, '\n');
}

bool matches(std::string_view text, std::string_view pattern) {
    // The usual greedy walk: on a mismatch go back to the last star and let it take one character more.
    std::size_t t = 0, p = 0, star = std::string_view::npos, after_star = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            after_star = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++after_star;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool starts = at == 0 || !is_word_character(text[at - 1]) || !is_word_character(word.front());
        const std::size_t end = at + word.size();
        const bool ends =
            end == text.size() || !is_word_character(text[end]) || !is_word_character(word.back());
        if (starts && ends) return at;
    }
    return std::string_view::npos;
}

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view ending_of(std::string_view path) {
    const std::string_view name = file_name(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

} // namespace poa::tidy
