// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/inline_text.hpp"

#include "base/text.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t address_bytes_max = 2'000;
constexpr std::size_t link_text_bytes_max = 2'000;
constexpr std::size_t open_marks_max = 64;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_punctuation(char c) {
    return std::ispunct(static_cast<unsigned char>(c)) != 0;
}
bool is_web_address(std::string_view address) {
    return (address.starts_with("https://") || address.starts_with("http://")) &&
           address.size() <= address_bytes_max && address.size() > 10 &&
           address.find_first_of(" \t\n\"<>\\^`{|}\x1f") == std::string_view::npos;
}

/// One walk over the source. Emphasis that never closes is taken back to plain asterisks at the end.
class InlineReader {
  public:
    InlineReader(std::string_view source, bool keep_breaks) : source_(source), keep_breaks_(keep_breaks) {}

    InlineText read() {
        while (at_ < source_.size()) step();
        while (!out_.text.empty() && is_space(out_.text.back())) out_.text.pop_back();
        put_back_unclosed();
        std::erase_if(out_.marks, [&](const Mark& m) {
            return m.end > out_.text.size() || (m.begin == m.end && m.kind != Mark::Kind::note);
        });
        sort_marks();
        return std::move(out_);
    }

  private:
    struct Open {
        Mark::Kind kind;
        std::string closer; ///< "**", "*", "</i>" ...
        std::size_t begin;
    };

    void step() {
        char c = source_[at_];
        if (c == '\\' && at_ + 1 < source_.size() && is_punctuation(source_[at_ + 1]))
            return take(source_[at_ + 1], 2);
        if (is_space(c) || (c == '\\' && rest().starts_with("\\\n"))) return space();
        if (c == join_sign) return join();
        if (c == '*' || c == '_') return emphasis();
        if (c == '<') return tag();
        if (c == '[') return bracket();
        if (c == '&') return reference();
        take(c, 1);
    }

    [[nodiscard]] std::string_view rest() const { return source_.substr(at_); }

    void take(char c, std::size_t length) {
        out_.text += c;
        at_ += length;
    }

    void join() {
        out_.joined.push_back(static_cast<std::uint32_t>(out_.text.size()));
        advance(1);
    }

    void space() {
        std::size_t begin = at_;
        bool line_end = false;
        if (source_[at_] == '\\') ++at_;
        while (at_ < source_.size() && is_space(source_[at_])) line_end |= source_[at_++] == '\n';
        std::string_view run = source_.substr(begin, at_ - begin);
        bool hard = line_end && (run.starts_with("  ") || run.starts_with("\\\n"));
        if (out_.text.empty() || is_space(out_.text.back())) return;
        out_.text += keep_breaks_ && hard ? '\n' : ' ';
    }

    void emphasis() {
        char c = source_[at_];
        std::size_t length = 1;
        while (at_ + length < source_.size() && source_[at_ + length] == c) ++length;
        char before = at_ == 0 ? ' ' : source_[at_ - 1];
        char after = at_ + length < source_.size() ? source_[at_ + length] : ' ';
        bool inside_word = c == '_' && std::isalnum(static_cast<unsigned char>(before)) &&
                           std::isalnum(static_cast<unsigned char>(after));
        if (length > 3 || inside_word || open_.size() > open_marks_max) return literal(length);
        std::string closer(length, c);
        if (!is_space(before) && close(closer)) return advance(length);
        if (is_space(after)) return literal(length);
        open(length == 2 ? Mark::Kind::strong : Mark::Kind::emphasis, closer);
        if (length == 3) open_.push_back({Mark::Kind::strong, closer, out_.text.size()});
        advance(length);
    }

    void literal(std::size_t length) {
        out_.text.append(source_.substr(at_, length));
        at_ += length;
    }
    void advance(std::size_t length) { at_ += length; }
    void open(Mark::Kind kind, std::string closer) {
        open_.push_back({kind, std::move(closer), out_.text.size()});
    }

    /// Closes the innermost mark of that closer; marks opened inside it and not closed become text again
    /// later.
    bool close(const std::string& closer) {
        auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.closer == closer; });
        if (found == open_.rend()) return false;
        auto at = static_cast<std::size_t>(std::distance(found, open_.rend())) - 1;
        std::vector<Open> inner(open_.begin() + static_cast<std::ptrdiff_t>(at) + 1, open_.end());
        for (Open& lost : inner) unclosed_.push_back(std::move(lost));
        std::size_t last = at;
        std::size_t first = closer.size() == 3 && at > 0 && open_[at - 1].closer == closer ? at - 1 : at;
        for (std::size_t i = first; i <= last; ++i) add_mark(open_[i].kind, open_[i].begin);
        open_.resize(first);
        return true;
    }

    void add_mark(Mark::Kind kind, std::size_t begin, std::string target = {}) {
        out_.marks.push_back({kind,
                              static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(out_.text.size()),
                              std::move(target),
                              {}});
    }

    void tag() {
        static constexpr std::pair<std::string_view, Mark::Kind> pairs[] = {{"i", Mark::Kind::emphasis},
                                                                            {"em", Mark::Kind::emphasis},
                                                                            {"b", Mark::Kind::strong},
                                                                            {"strong", Mark::Kind::strong}};
        std::size_t end = rest().substr(0, address_bytes_max).find('>');
        if (end == std::string_view::npos) return take('<', 1);
        std::string_view inside = rest().substr(1, end - 1);
        if (is_web_address(inside)) return address(inside, end + 1);
        if (inside == "sup" && note_reference("<sup>", "</sup>")) return;
        if (inside == "br" || inside == "br/" || inside == "br /") return break_tag(end + 1);
        for (auto [name, kind] : pairs) {
            if (inside == name) return open_tag(kind, name, end + 1);
            if (inside.starts_with('/') && inside.substr(1) == name)
                return close("</" + std::string(name) + ">") ? advance(end + 1) : take('<', 1);
        }
        if (inside.starts_with("a href=\"") && inside.ends_with('"')) return anchor(inside, end + 1);
        if (inside == "sup" || inside == "/sup" || inside == "/a" || inside == "u" || inside == "/u" ||
            inside == "sub" || inside == "/sub")
            return advance(end + 1);
        take('<', 1);
    }

    void open_tag(Mark::Kind kind, std::string_view name, std::size_t length) {
        if (open_.size() <= open_marks_max) open(kind, "</" + std::string(name) + ">");
        advance(length);
    }

    void break_tag(std::size_t length) {
        at_ += length;
        if (!out_.text.empty() && !is_space(out_.text.back())) out_.text += keep_breaks_ ? '\n' : ' ';
    }

    void address(std::string_view target, std::size_t length) {
        std::size_t begin = out_.text.size();
        out_.text += target;
        add_mark(Mark::Kind::link, begin, std::string(target));
        at_ += length;
    }

    /// "<sup>12</sup>" or "[^12]": a reference without text of its own.
    bool note_reference(std::string_view opener, std::string_view closer) {
        std::string_view body = rest().substr(opener.size(), 24);
        std::size_t end = body.find(closer);
        if (end == 0 || end == std::string_view::npos) return false;
        std::string_view number = trim(body.substr(0, end));
        bool plain = !number.empty() && std::all_of(number.begin(), number.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) || c == '*' || c == '-';
        });
        // "1st" with a raised "st" is no reference.
        if (!plain ||
            (opener == "<sup>" && !std::isdigit(static_cast<unsigned char>(number[0])) && number.size() > 1))
            return false;
        Mark mark{Mark::Kind::note,
                  static_cast<std::uint32_t>(out_.text.size()),
                  static_cast<std::uint32_t>(out_.text.size()),
                  std::string(number),
                  {}};
        out_.marks.push_back(std::move(mark));
        at_ += opener.size() + end + closer.size();
        return true;
    }

    /// `<a href="...">text</a>`
    void anchor(std::string_view inside, std::size_t length) {
        std::string_view body = rest().substr(length, link_text_bytes_max);
        std::size_t end = body.find("</a>");
        if (end == std::string_view::npos) return advance(length);
        std::string target(inside.substr(8, inside.size() - 9));
        std::size_t begin = out_.text.size();
        append_inner(body.substr(0, end));
        finish_link(begin, std::move(target));
        at_ += length + end + 4;
    }

    /// `[text](address)`, `[^1]`, or just a bracket.
    void bracket() {
        if (rest().starts_with("[^") && note_reference("[^", "]")) return;
        std::size_t middle = rest().substr(1, link_text_bytes_max).find_first_of("[]");
        if (middle == std::string_view::npos || !rest().substr(++middle).starts_with("]("))
            return take('[', 1);
        std::string_view after = rest().substr(middle + 2, address_bytes_max);
        std::size_t end = after.find(')');
        if (end == std::string_view::npos) return take('[', 1);
        std::string_view target = after.substr(0, end);
        target = target.substr(0, target.find(' ')); // a title after the address is of no use here
        std::size_t begin = out_.text.size();
        append_inner(rest().substr(1, middle - 1));
        finish_link(begin, std::string(target));
        at_ += middle + 2 + end + 1;
    }

    void append_inner(std::string_view source) {
        InlineText inner = read_inline(source);
        auto shift = static_cast<std::uint32_t>(out_.text.size());
        for (Mark& mark : inner.marks) {
            mark.begin += shift;
            mark.end += shift;
            out_.marks.push_back(std::move(mark));
        }
        out_.text += inner.text;
    }

    void finish_link(std::size_t begin, std::string target) {
        if (is_web_address(target)) return add_mark(Mark::Kind::link, begin, std::move(target));
        // "#" is what a converter leaves of a link to a document by its symbol.
        if (!target.empty() && target != "#")
            out_.dropped_links.push_back(std::move(target));
        else if (std::string_view(out_.text).substr(begin).find('/') == std::string_view::npos)
            out_.dropped_links.push_back("#");
    }

    void reference() {
        static constexpr std::pair<std::string_view, std::string_view> known[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}};
        for (auto [name, text] : known)
            if (rest().starts_with(name)) {
                out_.text += text;
                return advance(name.size());
            }
        take('&', 1);
    }

    /// Asterisks that opened nothing are put back where they stood, last first so that places stay right.
    void put_back_unclosed() {
        for (Open& open : open_) unclosed_.push_back(std::move(open));
        if (unclosed_.empty()) return;
        std::erase_if(unclosed_, [](const Open& o) { return o.closer.starts_with('<'); });
        std::stable_sort(unclosed_.begin(), unclosed_.end(),
                         [](const Open& a, const Open& b) { return a.begin < b.begin; });
        std::string text;
        std::size_t taken = 0;
        std::vector<std::pair<std::size_t, std::size_t>> shifts; // place in the old text, bytes put in
        for (std::size_t i = 0; i < unclosed_.size(); ++i) {
            const Open& open = unclosed_[i];
            if (open.closer.size() == 3 && i > 0 && unclosed_[i - 1].begin == open.begin) continue;
            std::size_t begin = std::min(open.begin, out_.text.size());
            text.append(out_.text, taken, begin - taken);
            text += open.closer;
            taken = begin;
            shifts.emplace_back(begin, open.closer.size());
        }
        text.append(out_.text, taken, std::string::npos);
        out_.text = std::move(text);
        shift_marks(shifts);
    }

    void shift_marks(const std::vector<std::pair<std::size_t, std::size_t>>& shifts) {
        std::vector<std::size_t> sums;
        std::size_t sum = 0;
        for (auto [at, bytes] : shifts) sums.push_back(sum += bytes);
        auto moved = [&](std::uint32_t at, bool strictly_before) {
            auto less = [&](const std::pair<std::size_t, std::size_t>& s) {
                return strictly_before ? s.first < at : s.first <= at;
            };
            auto count = static_cast<std::size_t>(std::partition_point(shifts.begin(), shifts.end(), less) -
                                                  shifts.begin());
            return static_cast<std::uint32_t>(at + (count == 0 ? 0 : sums[count - 1]));
        };
        for (std::uint32_t& at : out_.joined) at = moved(at, false);
        for (Mark& mark : out_.marks) {
            bool point = mark.begin == mark.end;
            mark.begin = moved(mark.begin, false);
            mark.end = point ? mark.begin : moved(mark.end, true);
        }
    }

    void sort_marks() {
        std::stable_sort(out_.marks.begin(), out_.marks.end(), [](const Mark& a, const Mark& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
    }

    std::string_view source_;
    bool keep_breaks_;
    std::size_t at_ = 0;
    InlineText out_;
    std::vector<Open> open_;
    std::vector<Open> unclosed_;
};

/// Whether one of `found` holds the place `at` strictly inside.
bool lies_inside(const std::vector<FoundSymbol>& found, std::size_t at) {
    auto next =
        std::partition_point(found.begin(), found.end(), [&](const FoundSymbol& f) { return f.end <= at; });
    return next != found.end() && next->begin < at;
}

bool crosses(const Mark& mark, const std::vector<FoundSymbol>& found) {
    auto around = [&](std::size_t at) {
        auto next = std::partition_point(found.begin(), found.end(),
                                         [&](const FoundSymbol& f) { return f.end <= at; });
        return next != found.end() && next->begin <= mark.begin && next->end >= mark.end;
    };
    return (lies_inside(found, mark.begin) || lies_inside(found, mark.end)) && !around(mark.begin);
}

} // namespace

InlineText read_inline(std::string_view source, bool keep_breaks) {
    return InlineReader(source, keep_breaks).read();
}

void mark_symbols(InlineText& inline_text) {
    std::vector<FoundSymbol> found = find_symbols(inline_text.text);
    std::erase_if(inline_text.marks, [&](const Mark& mark) { return crosses(mark, found); });
    for (FoundSymbol& f : found)
        inline_text.marks.push_back({Mark::Kind::symbol,
                                     static_cast<std::uint32_t>(f.begin),
                                     static_cast<std::uint32_t>(f.end),
                                     f.symbol.text(),
                                     {}});
    std::stable_sort(inline_text.marks.begin(), inline_text.marks.end(), [](const Mark& a, const Mark& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
}

} // namespace poa::documents
