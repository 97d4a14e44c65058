// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_pdf.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/enumerator.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

namespace poa::documents {
namespace {

constexpr double cell_gap = 0.5;       ///< of a line's height: wider gaps part cells, if others are narrower
constexpr double gap_ratio = 2.5;      ///< how much wider than the narrowest gap of its line
constexpr double paragraph_gap = 0.30; ///< of a line's height, more than lines of a paragraph have
constexpr double raised_height = 0.9;  ///< of its line's height: a smaller word that stands higher is raised
constexpr double small_print = 0.93;   ///< of the body's height: notes
constexpr double large_print = 1.12;   ///< headings
constexpr std::size_t edge_lines_min = 4; ///< fewer lines tell nothing of where lines end there
constexpr double indent_min = 6;          ///< points
constexpr double same_edge = 8;           ///< points: lines that begin so near have one right edge

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] double height() const { return bottom - top; }
};

struct Word {
    Box box;
    std::string text;
};

struct Line {
    Box box;
    double first_word = 0; ///< width
    std::string text;
    bool is_row = false;    ///< has cells
    bool new_block = false; ///< the converter saw a gap before it
    std::size_t page = 0;
};

double number_in(std::string_view tag, std::string_view name) {
    std::size_t at = tag.find(name);
    double number = 0;
    if (at == std::string_view::npos) return 0;
    const char* begin = tag.data() + at + name.size();
    std::from_chars(begin, tag.data() + tag.size(), number);
    return std::isfinite(number) ? number : 0;
}

Box box_of(std::string_view tag) {
    return {number_in(tag, "xMin=\""), number_in(tag, "yMin=\""), number_in(tag, "xMax=\""),
            number_in(tag, "yMax=\"")};
}

std::string unescaped(std::string_view text) {
    std::string out(text);
    for (auto [from, to] : {std::pair{"&lt;", "<"},
                            {"&gt;", ">"},
                            {"&quot;", "\""},
                            {"&apos;", "'"},
                            {"&#39;", "'"},
                            {"&amp;", "&"}})
        out = replace_all(std::move(out), from, to);
    // Signs of the fonts that Word takes its bullets from.
    for (const char* bullet : {"\uF0B7", "\uF0A7", "\uF0D8", "\uF02D"})
        if (out == bullet) return "•";
    return out;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Hebrew or Arabic script, by the first character.
bool begins_from_right(std::string_view text) {
    auto first = text.empty() ? 0U : static_cast<unsigned char>(text[0]);
    return (first >= 0xD6 && first <= 0xDD) || text.starts_with("\xEF\xBA") || text.starts_with("\xEF\xBB");
}

/// A line out of its words: cells parted by tabs, raised numbers as references.
class LineMaker {
  public:
    explicit LineMaker(std::vector<Word> words) : words_(std::move(words)) {}

    Line make(const Box& box) {
        Line line;
        line.box = box;
        for (const Word& word : words_) height_ = std::max(height_, word.box.height());
        narrowest_ = narrowest_gap();
        for (std::size_t i = 0; i < words_.size(); ++i) put(line, i);
        line.first_word = words_.front().box.right - words_.front().box.left;
        return line;
    }

  private:
    [[nodiscard]] double gap_before(std::size_t i) const {
        return words_[i].box.left - words_[i - 1].box.right;
    }

    [[nodiscard]] double narrowest_gap() const {
        double narrowest = 0;
        for (std::size_t i = 1; i < words_.size(); ++i)
            if (!is_raised(i) && (narrowest == 0 || gap_before(i) < narrowest)) narrowest = gap_before(i);
        return std::max(narrowest, 0.0);
    }

    [[nodiscard]] bool is_raised(std::size_t i) const {
        const Word& word = words_[i];
        const Box& other = words_[i == 0 ? words_.size() - 1 : i - 1].box;
        return words_.size() > 1 && is_number(word.text) && word.box.height() < raised_height * height_ &&
               word.box.bottom < other.bottom - 0.2 * height_;
    }

    void put(Line& line, std::size_t i) {
        bool raised = is_raised(i);
        if (i > 0 && !raised) {
            double gap = gap_before(i);
            bool alone = words_.size() == 2;
            bool cell = gap > cell_gap * height_ && (alone || gap > gap_ratio * narrowest_);
            line.text += cell ? "\t" : " ";
            line.is_row |= cell;
        }
        line.text += raised ? "<sup>" + words_[i].text + "</sup>" : words_[i].text;
    }

    std::vector<Word> words_;
    double height_ = 0, narrowest_ = 0;
};

/// Walks over the tags; the converter writes one a line.
class PlacedReader {
  public:
    std::optional<std::vector<Line>> read(std::string_view placed) {
        bool seen = false;
        for (std::string_view raw : split(placed, '\n')) {
            std::string_view tag = trim(raw);
            if (tag.starts_with("<page")) {
                seen = true;
                ++page_;
            } else if (tag.starts_with("<block")) {
                new_block_ = true;
            } else if (tag.starts_with("<line")) {
                box_ = box_of(tag);
            } else if (tag.starts_with("<word")) {
                read_word(tag);
            } else if (tag.starts_with("</line")) {
                finish_line();
            }
        }
        if (!seen || from_right_ * 10 > words_read_) return std::nullopt;
        return std::move(lines_);
    }

  private:
    void read_word(std::string_view tag) {
        std::size_t open = tag.find('>'), close = tag.rfind("</word>");
        if (open == std::string_view::npos || close == std::string_view::npos || close <= open + 1) return;
        words_.push_back({box_of(tag.substr(0, open)), unescaped(tag.substr(open + 1, close - open - 1))});
        ++words_read_;
        from_right_ += begins_from_right(words_.back().text) ? 1 : 0;
    }

    void finish_line() {
        if (words_.empty()) return;
        Line line = LineMaker(std::move(words_)).make(box_);
        words_.clear();
        line.page = page_;
        line.new_block = std::exchange(new_block_, false);
        if (lines_.empty() || !is_beside(lines_.back(), line)) return lines_.push_back(std::move(line));
        Line& before = lines_.back();
        before.text += "\t" + line.text;
        before.is_row = true;
        before.box.right = line.box.right;
        before.box.bottom = std::max(before.box.bottom, line.box.bottom);
    }

    /// On the same height and further right: a cell, or a text after its number.
    static bool is_beside(const Line& left, const Line& right) {
        if (left.page != right.page || right.box.left < left.box.right) return false;
        double shared = std::min(left.box.bottom, right.box.bottom) - std::max(left.box.top, right.box.top);
        return shared > 0.7 * std::min(left.box.height(), right.box.height());
    }

    std::vector<Line> lines_;
    std::vector<Word> words_;
    Box box_;
    bool new_block_ = true;
    std::size_t page_ = 0, words_read_ = 0, from_right_ = 0;
};

/// The height of most letters.
double body_height(const std::vector<Line>& lines) {
    std::map<long, std::size_t> letters;
    for (const Line& line : lines) letters[std::lround(line.box.height() * 4)] += line.text.size();
    auto most = std::max_element(letters.begin(), letters.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : static_cast<double>(most->first) / 4;
}

class ParagraphWriter {
  public:
    explicit ParagraphWriter(const std::vector<Line>& lines) : lines_(lines), body_(body_height(lines)) {
        for (const Line& line : lines_) {
            Edge& edge = edges_[edge_of(line)];
            edge.right = std::max(edge.right, line.box.right);
            ++edge.lines;
        }
        for (const auto& [left, edge] : edges_)
            if (edge.lines > body_edge_.lines) body_edge_ = edge;
    }

    std::string write() {
        for (std::size_t i = 0; i < lines_.size(); ++i) put(i);
        if (!lines_.empty()) out_ += "\n\f";
        return std::move(out_);
    }

  private:
    /// Of the lines that begin at about the same place.
    struct Edge {
        double right = 0;
        std::size_t lines = 0;
    };

    [[nodiscard]] static long edge_of(const Line& line) { return std::lround(line.box.left / same_edge); }

    void put(std::size_t i) {
        const Line& line = lines_[i];
        if (i > 0) out_ += between(i);
        if (out_at_paragraph()) begin_ = i;
        if (begins_note(i))
            out_ += "<sup>" + line.text.substr(0, line.text.find_first_of(" \t")) + "</sup> " +
                    line.text.substr(line.text.find_first_of(" \t") + 1);
        else if (out_.ends_with(' ') && out_.size() > 2 && out_[out_.size() - 2] == '-' &&
                 !line.text.empty() && line.text[0] >= 'a' && line.text[0] <= 'z')
            out_.pop_back(), out_ += line.text; // a word broken at its hyphen keeps it
        else
            out_ += line.text;
    }

    /// "12 See A/65/201." in small print at the beginning of a paragraph.
    [[nodiscard]] bool begins_note(std::size_t i) const {
        const Line& line = lines_[i];
        std::size_t end = line.text.find_first_of(" \t");
        return end != std::string::npos && end + 1 < line.text.size() && out_at_paragraph() &&
               line.box.height() < small_print * body_ && is_number(line.text.substr(0, end));
    }
    [[nodiscard]] bool out_at_paragraph() const { return out_.empty() || out_.back() == '\n'; }

    [[nodiscard]] std::string between(std::size_t i) const {
        const Line &before = lines_[i - 1], &line = lines_[i];
        if (before.page != line.page) return "\n" + std::string(line.page - before.page, '\f');
        if (is_table_row(before) && is_table_row(line)) return "\n";
        return is_apart(before, line) || is_set_otherwise(i) ? "\n\n" : " ";
    }

    /// Indented after two lines at the edge, with the next line at the edge again: the first line of a
    /// paragraph. Further out than the second line of a paragraph: the end of a hanging one.
    [[nodiscard]] bool is_set_otherwise(std::size_t i) const {
        return is_first_line(i) ||
               (i > begin_ + 1 && lines_[i].box.left < lines_[i - 1].box.left - indent_min);
    }
    [[nodiscard]] bool is_first_line(std::size_t i) const {
        double edge = lines_[i - 1].box.left;
        bool indented = lines_[i].box.left > edge + indent_min;
        return indented && i > begin_ + 1 && i + 1 < lines_.size() && lines_[i + 1].page == lines_[i].page &&
               std::abs(lines_[i + 1].box.left - edge) < 1;
    }

    static bool is_table_row(const Line& line) {
        auto enumerator = read_enumerator(line.text);
        if (!enumerator) enumerator = read_heading_enumerator(line.text);
        std::size_t from = enumerator ? enumerator->length : 0;
        return line.is_row && line.text.find('\t', from) != std::string::npos;
    }

    /// "(e) ..." after "...;": whatever the lines' ends tell.
    static bool begins_item(const Line& before, const Line& line) {
        auto enumerator = read_enumerator(line.text);
        if (!enumerator || enumerator->dotted) return false;
        for (std::string_view end : {".", ";", ":", ".”", ".)", "</sup>", " and", " or"})
            if (before.text.ends_with(end)) return true;
        return false;
    }

    [[nodiscard]] bool is_apart(const Line& before, const Line& line) const {
        if (is_table_row(before) || is_table_row(line) || begins_item(before, line)) return true;
        double height = std::min(before.box.height(), line.box.height());
        if (line.box.top < before.box.top) return true; // the next column
        if (std::abs(before.box.height() - line.box.height()) > 0.15 * height && !line_has_raised(before) &&
            !line_has_raised(line))
            return true;
        double gap = line.box.top - before.box.bottom;
        if (gap > (line.new_block ? paragraph_gap : 2 * paragraph_gap) * height) return true;
        if (before.box.height() > large_print * body_) return false; // a heading of several lines
        return ended_early(before, line);
    }

    static bool line_has_raised(const Line& line) { return line.text.find("<sup>") != std::string::npos; }

    /// The first word of the next line would have had room: the line was ended by its writer.
    [[nodiscard]] bool ended_early(const Line& before, const Line& line) const {
        double space = 0.3 * before.box.height();
        const Edge& own = edges_.at(edge_of(before));
        double right = own.lines >= edge_lines_min || before.box.left > body_edge_.right
                           ? own.right
                           : std::max(own.right, body_edge_.right);
        return before.box.right + space + line.first_word < right - space;
    }

    const std::vector<Line>& lines_;
    double body_;
    std::size_t begin_ = 0; ///< the line the paragraph at hand begins with
    std::map<long, Edge> edges_;
    Edge body_edge_; ///< of the place where most lines begin
    std::string out_;
};

/// U+200E, U+200F, U+202A to U+202E.
bool is_direction_sign(std::string_view text) {
    if (text.size() < 3 || !text.starts_with("\xE2\x80")) return false;
    auto last = static_cast<unsigned char>(text[2]);
    return last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE);
}

/// Bytes of Arabic or Persian digits at the beginning.
std::size_t digits_length(std::string_view text) {
    std::size_t at = 0;
    for (; at + 1 < text.size(); at += 2) {
        auto first = static_cast<unsigned char>(text[at]), second = static_cast<unsigned char>(text[at + 1]);
        bool digit = (first == 0xD9 && second >= 0xA0 && second <= 0xA9) ||
                     (first == 0xDB && second >= 0xB0 && second <= 0xB9);
        if (!digit) break;
    }
    return at;
}

/// "- 17 text" of a line read from the right is "17 - text".
std::string with_number_first(std::string_view line) {
    std::string_view tight = trim(line);
    if (!tight.starts_with('-')) return std::string(line);
    std::string_view after = trim(tight.substr(1));
    std::size_t digits = digits_length(after);
    if (digits == 0) return std::string(line);
    return std::string(after.substr(0, digits)) + " - " + std::string(trim(after.substr(digits)));
}

} // namespace

std::string without_direction_signs(std::string_view text) {
    std::string plain, out;
    for (std::size_t i = 0; i < text.size();) {
        if (is_direction_sign(text.substr(i, 3)))
            i += 3;
        else
            plain += text[i++];
    }
    for (std::string_view line : split(plain, '\n')) out += with_number_first(line) + "\n";
    out.pop_back();
    return out;
}

std::optional<std::string> text_of_placed_words(std::string_view placed) {
    auto lines = PlacedReader().read(placed);
    if (!lines) return std::nullopt;
    return ParagraphWriter(*lines).write();
}

} // namespace poa::documents
