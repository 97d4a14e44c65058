// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/wording.hpp"

#include "base/require.hpp"
#include "capabilities/documents/rules.hpp"

#include <cstdint>

namespace poa::decisions {
namespace {

// Kept texts have no carriage return (plain_paragraph), and the cutting of words takes it for a blank: put
// around each sign of a script without blanks, it makes a word of it.
constexpr char cut = '\r';

/// Of signs written without blanks: Han, kana, bopomofo, and their punctuation (three bytes in UTF-8: U+2E80
/// to U+9FFF, U+F900 to U+FAFF, U+FE30 to U+FE4F, U+FF00 to U+FFEF).
bool is_sign(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
    };
    const unsigned first = byte(0);
    if (first < 0xE2 || first > 0xEF) return false;
    const std::uint32_t sign = ((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    return (sign >= 0x2E80 && sign <= 0x9FFF) || (sign >= 0xF900 && sign <= 0xFAFF) ||
           (sign >= 0xFE30 && sign <= 0xFE4F) || (sign >= 0xFF00 && sign <= 0xFFEF);
}

std::string with_cuts(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        if (!is_sign(text, at)) {
            out += text[at++];
            continue;
        }
        if (!out.empty() && out.back() != cut && out.back() != ' ' && out.back() != '\n') out += cut;
        out += text.substr(at, 3);
        out += cut;
        at += 3;
    }
    return out;
}

std::string without_cuts(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != cut) out += c;
    return out;
}

std::vector<Word> words_in(std::string_view marked, const std::vector<documents::WordSpan>& spans) {
    std::vector<Word> words;
    words.reserve(spans.size());
    for (const documents::WordSpan& span : spans)
        words.push_back({without_cuts(marked.substr(span.begin, span.word_end - span.begin)),
                         without_cuts(marked.substr(span.word_end, span.end - span.word_end))});
    return words;
}

/// The word that begins at that byte, or the end.
std::size_t word_at(const std::vector<documents::WordSpan>& spans, std::uint32_t byte, std::size_t from) {
    while (from < spans.size() && spans[from].begin < byte) ++from;
    return from;
}

bool stands_close(const Word& word) {
    return word.word.size() >= 3 && is_sign(word.word, word.word.size() - 3);
}

} // namespace

std::vector<Word> words_of(std::string_view text) {
    const std::string marked = with_cuts(text);
    return words_in(marked, documents::cut_words(marked));
}

WordDifference difference(std::string_view left, std::string_view right) {
    const std::string marked_left = with_cuts(left), marked_right = with_cuts(right);
    const auto left_spans = documents::cut_words(marked_left),
               right_spans = documents::cut_words(marked_right);
    WordDifference found{words_in(marked_left, left_spans), words_in(marked_right, right_spans), {}};
    std::size_t at = 0, other = 0; // words of both that are done
    bool equal_before = true;
    for (const documents::DiffRun& run : documents::diff_words(marked_left, marked_right)) {
        const std::size_t end = word_at(left_spans, run.left_end, at);
        const std::size_t other_end = word_at(right_spans, run.right_end, other);
        const bool equal = run.kind == documents::DiffRun::Kind::equal;
        if (!equal && equal_before) found.hunks.push_back({at, at, other, other});
        if (!equal) found.hunks.back().end = end, found.hunks.back().other_end = other_end;
        equal_before = equal;
        at = end;
        other = other_end;
    }
    require(at == left_spans.size() && other == right_spans.size(), "runs that cover both texts");
    return found;
}

std::string text_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t at = begin; at < end; ++at) {
        out += words[at].word;
        if (at + 1 == end) break;
        if (!words[at].gap.empty())
            out += words[at].gap;
        else if (!stands_close(words[at]) && !is_sign(words[at + 1].word, 0))
            out += ' ';
    }
    return out;
}

} // namespace poa::decisions
