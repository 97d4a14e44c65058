// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/decisions/agreed.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace poa::decisions {
namespace {

std::unique_ptr<icu::BreakIterator> sentence_breaks() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    require(U_SUCCESS(status) != 0 && made != nullptr, "sentence breaks of the Unicode data");
    return made;
}

/// One space for every run of white space, none at the ends.
std::string tidied(std::string_view text) {
    std::string made;
    for (char c : trim(text)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) made += c;
        if (space && !made.ends_with(' ')) made += ' ';
    }
    return made;
}

/// What empty lines divide, each tidied: a line that merely ends is no end of a sentence.
std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> made(1);
    for (std::string_view line : split(text, '\n')) {
        const std::string words = tidied(line);
        if (words.empty() && !made.back().empty()) made.emplace_back();
        if (!words.empty()) made.back() += (made.back().empty() ? "" : " ") + words;
    }
    return made;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string made;
    text.toUTF8String(made);
    return made;
}

} // namespace

std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> made;
    const auto breaks = sentence_breaks();
    for (const std::string& paragraph : paragraphs_of(text)) {
        const auto words = icu::UnicodeString::fromUTF8(paragraph);
        breaks->setText(words);
        for (int32_t from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
             from = to, to = breaks->next())
            if (std::string sentence = tidied(utf8(words.tempSubStringBetween(from, to))); !sentence.empty())
                made.push_back(std::move(sentence));
    }
    return made;
}

std::vector<std::string> dropped_sentences(std::string_view present, std::string_view next) {
    std::vector<std::string> left = sentences_of(next);
    std::vector<std::string> dropped;
    for (std::string& sentence : sentences_of(present)) {
        const auto found = std::ranges::find(left, sentence);
        if (found == left.end())
            dropped.push_back(std::move(sentence));
        else
            left.erase(found);
    }
    return dropped;
}

} // namespace poa::decisions
