// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace poa::tidy {

namespace {

using std::string_view;

constexpr std::size_t line_characters_max = 110;
constexpr std::size_t file_lines_to_look_again = 400;

// clang-format off
// Written in two parts, or this file would find itself.
constexpr std::array<string_view, 4> unfinished_marks = {"TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"};
// clang-format on

/// The whole of a literal: a code of three letters, say.
bool is_quoted(string_view line, std::size_t at, string_view word) {
    const std::size_t end = at + word.size();
    return at > 0 && line[at - 1] == '"' && end < line.size() && line[end] == '"';
}

enum class Kind {
    source, ///< code: all rules
    prose,  ///< Markdown: no SPDX line
    script, ///< no ending, first line #!
    plain,  ///< samples, tables, licences: only UTF-8
};

constexpr std::array<string_view, 15> source_endings = {".cpp", ".hpp",  ".h",    ".js",   ".mjs",
                                                        ".ts",  ".scss", ".css",  ".sql",  ".cmake",
                                                        ".sh",  ".yml",  ".yaml", ".conf", ".service"};

Kind kind_of(const File& file) {
    const string_view ending = ending_of(file.path);
    if (ending == ".md") return Kind::prose;
    if (std::ranges::find(source_endings, ending) != source_endings.end()) return Kind::source;
    if (file_name(file.path) == "CMakeLists.txt") return Kind::source;
    if (ending.empty() && file.text.starts_with("#!")) return Kind::script;
    return Kind::plain;
}

/// Samples that tests read are what they are: of another's making, or wrong on purpose.
bool is_sample(const File& file) {
    return file.path.find("/golden/") != string_view::npos ||
           file.path.find("/samples/") != string_view::npos;
}

class Form {
  public:
    Form(const File& file, Findings& findings) : file_(file), kind_(kind_of(file)), findings_(findings) {}

    void check() {
        if (!is_utf8(file_.text)) say(1, "utf8", "is not UTF-8: convert it");
        if (kind_ == Kind::plain || is_sample(file_)) return;
        const auto lines = lines_of(file_.text);
        if (kind_ != Kind::prose) check_licence(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) check_line(lines[i], static_cast<int>(i + 1));
        if (!file_.text.empty() && !file_.text.ends_with('\n'))
            say(static_cast<int>(lines.size()), "end", "end the last line with a line feed");
        if (kind_ == Kind::source && lines.size() > file_lines_to_look_again)
            say(1, "size", fmt::format("{} lines: is it still one thing?", lines.size()), true);
    }

  private:
    void say(int line, string_view rule, std::string advice, bool warning = false) {
        findings_.push_back({file_.path, line, std::string(rule), std::move(advice), warning});
    }
    void check_licence(const std::vector<string_view>& lines) {
        if (lines.empty()) return;
        const std::size_t at = lines[0].starts_with("#!") ? 1 : 0;
        if (at < lines.size() && lines[at].find("SPDX-License-Identifier: ") != string_view::npos) return;
        say(static_cast<int>(at + 1), "licence",
            "put `SPDX-License-Identifier: Apache-2.0` as a comment on this line");
    }
    void check_line(string_view line, int number) {
        if (line.ends_with('\r')) {
            say(number, "line-end", "ends in CR LF: use LF alone");
            line.remove_suffix(1);
        }
        if (line.find('\t') != string_view::npos)
            say(number, "tab", "holds a tab: use spaces (\\t inside a literal)");
        if (line.ends_with(' ') || line.ends_with('\t'))
            say(number, "blank", "ends in white space: remove it");
        if (length_in_characters(line) > line_characters_max && !is_unbreakable(line))
            say(number, "length",
                fmt::format("has {} characters: break it at {}", length_in_characters(line),
                            line_characters_max));
        for (const string_view mark : unfinished_marks)
            if (const std::size_t at = find_word(line, mark);
                at != string_view::npos && !is_quoted(line, at, mark))
                say(number, "unfinished",
                    fmt::format("{}: finish it, or write an issue and remove the mark", mark));
    }
    /// A row of a table, or a last word (an address) that starts before the limit.
    [[nodiscard]] bool is_unbreakable(string_view line) const {
        if (kind_ == Kind::prose && trim(line).starts_with('|')) return true;
        const std::size_t last = line.rfind(' ');
        const string_view word = line.substr(last == string_view::npos ? 0 : last + 1);
        return word.find("://") != string_view::npos &&
               length_in_characters(line) - word.size() <= line_characters_max;
    }

    const File& file_;
    Kind kind_;
    Findings& findings_;
};

} // namespace

void check_form(const Tree& tree, Findings& findings) {
    for (const File& file : tree.files)
        if (file.is_text) Form(file, findings).check();
}

} // namespace poa::tidy
