// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/analyser.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/documents/searching/stems.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace poa::documents {
namespace {

constexpr std::size_t token_bytes_max = 120;
constexpr std::string_view inner_dot = "·"; ///< stands for punctuation inside a token
constexpr std::string_view pairs_begin = "§pairs";

bool is_token_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string token_text(std::string_view text) {
    std::string out;
    for (char c : ascii_lower(text)) {
        if (is_token_byte(c))
            out += c;
        else if (!out.empty() && !out.ends_with(inner_dot))
            out += inner_dot;
    }
    while (out.ends_with(inner_dot)) out.resize(out.size() - inner_dot.size());
    return out.substr(0, token_bytes_max);
}

icu::BreakIterator& word_breaks(Language language) {
    thread_local std::array<std::unique_ptr<icu::BreakIterator>, 6> iterators;
    auto& iterator = iterators[static_cast<std::size_t>(language)];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createWordInstance(
            icu::Locale(std::string(code_of(language)).c_str()), status));
        require(U_SUCCESS(status) && iterator != nullptr, "ICU breaks words");
    }
    return *iterator;
}

/// Analyses one text.
class TextAnalyser {
  public:
    TextAnalyser(std::string_view text, Language language) : text_(text), language_(language) {}

    Analysed run() {
        for (const FoundSymbol& found : find_symbols(text_)) {
            words_between(done_, found.begin);
            out_.words.push_back({symbol_token(found.symbol),
                                  static_cast<std::uint32_t>(found.begin),
                                  static_cast<std::uint32_t>(found.end),
                                  {}});
            done_ = found.end;
        }
        words_between(done_, text_.size());
        return std::move(out_);
    }

  private:
    void words_between(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        std::string_view part = text_.substr(begin, end - begin);
        UErrorCode status = U_ZERO_ERROR;
        UText wide = UTEXT_INITIALIZER;
        utext_openUTF8(&wide, part.data(), static_cast<int64_t>(part.size()), &status);
        icu::BreakIterator& breaks = word_breaks(language_);
        breaks.setText(&wide, status);
        require(U_SUCCESS(status), "ICU reads the text");
        run_begin_ = run_end_ = begin;
        int32_t from = breaks.first();
        for (int32_t to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
            int32_t kind = breaks.getRuleStatus();
            if (kind < UBRK_WORD_NONE_LIMIT) continue;
            add_segment(begin + static_cast<std::size_t>(from), begin + static_cast<std::size_t>(to),
                        kind >= UBRK_WORD_KANA);
        }
        finish_run();
        utext_close(&wide);
    }

    void add_segment(std::size_t begin, std::size_t end, bool ideographic) {
        if (ideographic) {
            if (begin != run_end_ || run_begin_ == run_end_) {
                finish_run();
                run_begin_ = begin;
            }
            run_end_ = end;
            return add_word(begin, end);
        }
        // "l'école", "d’un": the article is a word of its own; "State's" loses its ending.
        std::string_view word = text_.substr(begin, end - begin);
        std::size_t sign = word.find('\''), length = 1;
        if (sign == std::string_view::npos) sign = word.find("’"), length = 3;
        if (sign == std::string_view::npos) return add_word(begin, end);
        if (language_ == Language::french || language_ == Language::spanish) {
            add_word(begin, begin + sign);
            return add_word(begin + sign + length, end);
        }
        std::string_view ending = word.substr(sign + length);
        bool possessive = ending == "s" || ending == "S";
        add_word(begin, possessive ? begin + sign : end);
    }

    void add_word(std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        std::string folded = fold_case(text_.substr(begin, end - begin));
        std::string token = token_text(stem(folded, language_));
        if (token.empty()) token = token_text(folded);
        if (token.empty()) return;
        out_.words.push_back({std::move(token), static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end), strip_marks(folded)});
    }

    /// Pairs of neighbouring characters of a run of ideographs.
    void finish_run() {
        std::size_t previous = run_begin_;
        for (std::size_t at = run_begin_; at < run_end_;) {
            std::size_t next = at;
            U8_FWD_1_UNSAFE(text_.data(), next);
            if (at != run_begin_) {
                out_.pairs.push_back(
                    {std::string(inner_dot) + fold_case(text_.substr(previous, next - previous)),
                     static_cast<std::uint32_t>(previous),
                     static_cast<std::uint32_t>(next),
                     {}});
            }
            previous = at;
            at = next;
        }
        run_begin_ = run_end_;
    }

    std::string_view text_;
    Language language_;
    Analysed out_;
    std::size_t done_ = 0;
    std::size_t run_begin_ = 0;
    std::size_t run_end_ = 0;
};

} // namespace

Analysed analyse(std::string_view text, Language language) {
    return TextAnalyser(text, language).run();
}

std::string index_text(const Analysed& analysed) {
    std::string out;
    auto append = [&](std::string_view token) {
        if (!out.empty()) out += ' ';
        out += token;
    };
    for (const Token& token : analysed.words) append(token.text);
    if (!analysed.pairs.empty()) append(pairs_begin);
    for (const Token& token : analysed.pairs) append(token.text);
    return out;
}

std::string symbol_token(const Symbol& symbol) {
    return token_text(symbol.text());
}

std::string facet_token(std::string_view kind, std::string_view value) {
    std::string out = "§";
    for (std::string_view part : {kind, value})
        for (char c : ascii_lower(part))
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
}

} // namespace poa::documents
