// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/blocks.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/front_lines.hpp"
#include "capabilities/documents/importing/numbered_lines.hpp"
#include "capabilities/documents/importing/plain_headings.hpp"
#include "capabilities/documents/importing/running_heads.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t emphasised_heading_bytes_max = 240;

bool all_of_sign(std::string_view text, char sign, std::size_t at_least) {
    std::size_t count = 0;
    for (char c : text) {
        if (c == ' ') continue;
        if (c != sign) return false;
        ++count;
    }
    return count >= at_least;
}

/// "---", "***", "* * *": a break, never text.
bool is_rule(std::string_view line) {
    std::string_view tight = trim(line);
    return all_of_sign(tight, '-', 3) || all_of_sign(tight, '*', 3) || all_of_sign(tight, '_', 3) ||
           (tight.size() > 3 && all_of_sign(tight, '=', 4));
}

int hash_level(std::string_view line) {
    int level = 0;
    while (level < 7 && static_cast<std::size_t>(level) < line.size() &&
           line[static_cast<std::size_t>(level)] == '#')
        ++level;
    if (level == 0 || level > 6 || static_cast<std::size_t>(level) == line.size()) return 0;
    char next = line[static_cast<std::size_t>(level)];
    return next == ' ' || next == '\t' ? level : 0;
}

int indent_of(std::string_view line) {
    int indent = 0;
    for (char c : line) {
        if (c == ' ')
            ++indent;
        else if (c == '\t')
            indent += 4;
        else
            break;
    }
    return indent;
}

struct NoteStart {
    std::string number;
    std::size_t length;
};

/// "<sup>12</sup> ", "[^12]: ", "\* ": what begins a footnote.
std::optional<NoteStart> read_note_start(std::string_view line) {
    auto between = [&](std::string_view opener, std::string_view closer) -> std::optional<NoteStart> {
        if (!line.starts_with(opener)) return std::nullopt;
        std::size_t end = line.substr(0, 40).find(closer, opener.size());
        if (end == std::string_view::npos || end == opener.size()) return std::nullopt;
        std::string_view number = trim(line.substr(opener.size(), end - opener.size()));
        if (number.empty() || number.size() > 12) return std::nullopt;
        return NoteStart{std::string(number), end + closer.size()};
    };
    if (auto raised = between("<sup>", "</sup>")) return raised;
    if (auto pandoc = between("[^", "]:")) return pandoc;
    if (line.starts_with("\\* ")) return NoteStart{"*", 3};
    if (line.starts_with("\\*\\* ")) return NoteStart{"**", 5};
    return std::nullopt;
}

/// "  12   See A/65/201.": a footnote under the line of a page without markup.
std::optional<NoteStart> read_plain_note_start(std::string_view line) {
    std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return std::nullopt;
    std::size_t end = begin;
    while (end < line.size() && end - begin < 3 && line[end] >= '0' && line[end] <= '9') ++end;
    if (end == begin && line[begin] == '*') end = begin + 1;
    if (end == begin || end >= line.size() || (line[end] != ' ' && line[end] != '\t')) return std::nullopt;
    return NoteStart{std::string(line.substr(begin, end - begin)), end + 1};
}

/// The text without its emphasis where all of it is emphasised the same way.
std::optional<std::pair<std::string, Block::Emphasis>> whole_emphasis(std::string_view source) {
    std::string_view text = trim(source);
    for (auto [sign, emphasis] :
         {std::pair<std::string_view, Block::Emphasis>{"***", Block::Emphasis::strong},
          {"**", Block::Emphasis::strong},
          {"__", Block::Emphasis::strong},
          {"*", Block::Emphasis::italic},
          {"_", Block::Emphasis::italic}}) {
        if (text.size() <= 2 * sign.size() || !text.starts_with(sign) || !text.ends_with(sign)) continue;
        std::string_view inside = text.substr(sign.size(), text.size() - 2 * sign.size());
        if (inside.find(sign[0]) != std::string_view::npos || inside.front() == ' ' || inside.back() == ' ' ||
            inside.back() == '\\')
            return std::nullopt;
        return std::pair(std::string(inside), emphasis);
    }
    return std::nullopt;
}

class BlockReader {
  public:
    explicit BlockReader(const SourceText& source) : source_(source), heads_(find_running_heads(source)) {}

    Blocks read() {
        for (const SourceLine& line : source_.lines)
            if (hash_level(line.text) > 0) out_.is_markdown = true;
        for (std::size_t i = 0; i < source_.lines.size(); ++i) read_line(i);
        finish();
        return std::move(out_);
    }

  private:
    void read_line(std::size_t i) {
        const SourceLine& line = source_.lines[i];
        if (line.page != page_) under_note_rule_ = false;
        page_ = line.page;
        std::string_view tight = trim(line.text);
        if (in_fence_) return read_fenced(line, tight);
        if (tight.empty() || tight == "\u00A0") return finish();
        if (heads_[i]) return leave_over(line, "running_head");
        // What a converter sets between two lists.
        if (tight == "&nbsp;") return finish(), rows_.clear(), leave_over(line, "unknown_markup");
        if (tight.starts_with("```")) return open_fence(line);
        if (is_rule(tight)) return read_rule(line, tight);
        if (int level = hash_level(tight); level > 0 && indent_of(line.text) < 4)
            return add_heading(line, tight, level);
        if (is_table_line(i)) return add_to(line, Block::Kind::table, line.text);
        if (tight.starts_with("> ") || tight == ">")
            return add_to(line, Block::Kind::quotation, trim(tight.substr(1)));
        if (auto note = read_note_start(tight)) return open_note(line, *note, tight);
        if (under_note_rule_)
            if (auto note = read_plain_note_start(line.text)) return open_note(line, *note, line.text);
        if (begins_item(tight, line)) return open_item(line, tight);
        add_text(line);
    }

    void leave_over(const SourceLine& line, std::string reason) {
        out_.left_over.push_back({line.number, std::string(trim(line.text)), std::move(reason)});
    }

    // A fence that never closes would swallow the rest: then it holds the rest, and nothing is lost.
    void open_fence(const SourceLine& line) {
        finish();
        in_fence_ = true;
        leave_over(line, "fence");
    }

    void read_fenced(const SourceLine& line, std::string_view tight) {
        if (tight.starts_with("```")) {
            in_fence_ = false;
            leave_over(line, "fence");
            return finish();
        }
        if (tight.empty() && !open_) return;
        add_to(line, Block::Kind::preformatted, line.text);
    }

    void read_rule(const SourceLine& line, std::string_view tight) {
        bool underline = tight.find(' ') == std::string_view::npos && (tight[0] == '=' || tight[0] == '-') &&
                         tight.size() >= 3;
        if (open_ && underline && current_.kind == Block::Kind::text &&
            current_.lines.front().first == current_.lines.back().last) {
            current_.kind = Block::Kind::heading;
            current_.hash_level = tight[0] == '=' ? 1 : 2;
            out_.is_markdown = true;
        }
        finish();
        under_note_rule_ = tight[0] == '_' && line.page > 0;
    }

    void add_heading(const SourceLine& line, std::string_view tight, int level) {
        finish();
        start(line, Block::Kind::heading);
        current_.hash_level = level;
        std::string_view text = trim(tight.substr(static_cast<std::size_t>(level)));
        while (text.ends_with('#')) text.remove_suffix(1);
        current_.source = std::string(trim(text));
        if (auto whole = whole_emphasis(current_.source)) {
            current_.source = std::move(whole->first);
            current_.emphasis = whole->second;
        }
        finish();
    }

    /// A tab between two texts, or a row of a pipe table; a row with one empty cell only beside another row.
    /// A number and a tab before a text are a row only in a table.
    [[nodiscard]] bool is_table_line(std::size_t i) const {
        std::string_view line = source_.lines[i].text, tight = trim(line);
        bool in_table = open_ && current_.kind == Block::Kind::table;
        if (tight.find('\t') != std::string_view::npos) return in_table || !is_tab_after_enumerator(tight);
        if (tight.starts_with('|') && tight.ends_with('|') && tight.size() > 2) return true;
        if (!line.starts_with('\t') && !line.ends_with('\t')) return false;
        if (in_table) return true;
        std::string_view next = i + 1 < source_.lines.size() ? trim(source_.lines[i + 1].text) : "";
        return next.find('\t') != std::string_view::npos && !is_tab_after_enumerator(next);
    }

    [[nodiscard]] bool begins_item(std::string_view tight, const SourceLine& line) const {
        auto enumerator = read_enumerator(tight);
        if (!enumerator) return false;
        if (!open_) return true;
        bool in_item = current_.kind == Block::Kind::item;
        if (!in_item && current_.kind != Block::Kind::text) return false;
        // Inside a paragraph a line may begin with a number by chance, but not with a bullet or a bracketed
        // letter.
        if (enumerator->kind == Enumerator::Kind::number)
            return (in_item && tight.starts_with('-')) ||
                   continues_numbers(*enumerator, tight, line, in_item);
        if (!enumerator->dotted) return true;
        return in_item && (current_.enumerator->dotted || indent_of(line.text) > current_.indent + 1);
    }

    [[nodiscard]] bool continues_numbers(const Enumerator& enumerator, std::string_view tight,
                                         const SourceLine& line, bool in_item) const {
        if (in_item && enumerator.number.find('.') != std::string::npos) return true;
        bool next = in_item && rows_.is_next(ordinal_of(enumerator), indent_of(line.text), current_.indent);
        return next || begins_numbered_line(current_.source, enumerator, tight, rows_.last());
    }

    void open_item(const SourceLine& line, std::string_view tight) {
        finish();
        start(line, Block::Kind::item);
        current_.enumerator = read_enumerator(tight);
        current_.indent = indent_of(line.text);
        std::size_t length = std::min(current_.enumerator->length, tight.size());
        current_.printed = printed_part(tight.substr(0, length));
        current_.source = std::string(tight.substr(length));
        keep_line_end(line);
        if (current_.enumerator->kind == Enumerator::Kind::number)
            rows_.take(ordinal_of(*current_.enumerator), current_.indent);
    }

    void open_note(const SourceLine& line, const NoteStart& note, std::string_view text) {
        finish();
        start(line, Block::Kind::footnote);
        current_.note_number = note.number;
        std::string_view words = trim(text.substr(note.length));
        while (words.starts_with("\u00A0")) words = trim(words.substr(2)); // a converter's, after the number
        current_.source = std::string(words);
    }

    void add_to(const SourceLine& line, Block::Kind kind, std::string_view text) {
        if (!open_ || current_.kind != kind) {
            finish();
            start(line, kind);
            current_.source = std::string(text);
            return;
        }
        append_line(line, text);
    }

    void add_text(const SourceLine& line) {
        if (!open_ || current_.kind == Block::Kind::table || current_.kind == Block::Kind::preformatted) {
            finish();
            start(line, Block::Kind::text);
            current_.indent = indent_of(line.text);
            current_.source = std::string(trim(line.text));
        } else {
            append_line(line, trim(line.text));
        }
        keep_line_end(line);
    }

    /// Two spaces at the end of a line are a hard break; trimming took them away.
    void keep_line_end(const SourceLine& line) {
        if (!line.text.ends_with("  ")) return;
        current_.source += "  ";
        current_.breaks_kept = true;
    }

    void append_line(const SourceLine& line, std::string_view text) {
        bool hyphen = current_.source.size() > 1 && current_.source.ends_with('-') && !text.empty() &&
                      text[0] >= 'a' && text[0] <= 'z' && current_.kind != Block::Kind::preformatted &&
                      current_.kind != Block::Kind::table;
        if (!hyphen) current_.source += '\n';
        current_.source += text;
        current_.lines.back().last = line.number;
    }

    void start(const SourceLine& line, Block::Kind kind) {
        current_ = Block{};
        current_.kind = kind;
        current_.page = line.page;
        current_.lines.push_back({line.number, line.number});
        open_ = true;
    }

    void finish() {
        if (!open_) return;
        open_ = false;
        if (current_.kind == Block::Kind::text) look_for_emphasis();
        out_.blocks.push_back(std::move(current_));
    }

    void look_for_emphasis() {
        auto whole = whole_emphasis(current_.source);
        if (!whole) return;
        current_.source = std::move(whole->first);
        current_.emphasis = whole->second;
        char last = current_.source.empty() ? '.' : current_.source.back();
        bool sentence = last == '.' || last == ';' || last == ',';
        if (current_.source.size() <= emphasised_heading_bytes_max && !sentence)
            current_.kind = Block::Kind::heading;
    }

    const SourceText& source_;
    std::vector<bool> heads_;
    Blocks out_;
    Block current_;
    bool open_ = false;
    bool in_fence_ = false;
    bool under_note_rule_ = false;
    std::uint32_t page_ = 0;
    NumberRows rows_;
};

} // namespace

Blocks read_blocks(const SourceText& source) {
    Blocks read = BlockReader(source).read();
    take_initials_back(read.blocks);
    split_front_block(read.blocks);
    if (!read.is_markdown) find_plain_headings(read.blocks);
    return read;
}

} // namespace poa::documents
