// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/anchors.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <unicode/translit.h>

#include <memory>

namespace poa::documents {
namespace {

constexpr std::size_t read_characters_max = 120;

std::string latin(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    require(rules != nullptr, "ICU has Any-Latin");
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    rules->transliterate(wide);
    std::string out;
    wide.toUTF8String(out);
    return out;
}

} // namespace

std::string anchor_words(std::string_view text, std::size_t words_max) {
    std::string all = slug(latin(first_characters(text, read_characters_max)));
    std::size_t end = 0;
    for (std::size_t words = 0; words < words_max && end != std::string::npos; ++words)
        end = all.find('-', end == 0 ? 0 : end + 1);
    return end == std::string::npos ? all : all.substr(0, end);
}

std::string AnchorBook::take(const std::string& wanted) {
    auto [found, fresh] = taken_.try_emplace(wanted, 1);
    if (fresh) return wanted;
    for (;;) {
        std::string next = wanted + "-" + std::to_string(++found->second);
        if (taken_.try_emplace(next, 1).second) return next;
        found = taken_.find(wanted);
    }
}

} // namespace poa::documents
