// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/word_count.hpp"

#include "base/require.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

namespace poa::views {

std::int64_t count_words(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require(U_SUCCESS(status) != 0, "ICU finds words");
    const icu::UnicodeString characters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    words->setText(characters);
    std::int64_t count = 0;
    words->first();
    while (words->next() != icu::BreakIterator::DONE) count += words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    return count;
}

} // namespace poa::views
