// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/language.hpp"

#include "base/text.hpp"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace poa::documents {
namespace {

constexpr std::size_t guessed_bytes_max = 20'000;
constexpr std::array<std::string_view, 6> codes = {"ar", "zh", "en", "fr", "ru", "es"};
constexpr std::array<std::string_view, 6> names = {"arabic", "chinese", "english",
                                                   "french", "russian", "spanish"};

struct Scripts {
    int arabic = 0, han = 0, cyrillic = 0, latin = 0;
};

Scripts count_scripts(std::string_view text) {
    Scripts found;
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, length, c);
        if (c < 0) continue;
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(c, &status)) {
        case USCRIPT_ARABIC:
            ++found.arabic;
            break;
        case USCRIPT_HAN:
            ++found.han;
            break;
        case USCRIPT_CYRILLIC:
            ++found.cyrillic;
            break;
        case USCRIPT_LATIN:
            ++found.latin;
            break;
        default:
            break;
        }
    }
    return found;
}

/// How often the small words of a language stand in the text, as words of their own.
int count_words(std::string_view lower, std::span<const std::string_view> words) {
    int count = 0;
    for (std::string_view word : words) {
        std::string spaced = " " + std::string(word) + " ";
        for (std::size_t at = lower.find(spaced); at != std::string_view::npos;
             at = lower.find(spaced, at + 1))
            ++count;
    }
    return count;
}

Language guess_latin(std::string_view text) {
    static constexpr std::string_view english[] = {"the",  "of",  "and", "to",  "in",
                                                   "that", "for", "is",  "with"};
    static constexpr std::string_view french[] = {"le", "la",  "les",  "des",  "du",
                                                  "et", "une", "pour", "dans", "est"};
    static constexpr std::string_view spanish[] = {"el",  "los",  "las", "del", "y",
                                                   "una", "para", "en",  "que", "por"};
    std::string lower = " " + ascii_lower(text) + " ";
    for (char& c : lower)
        if (c == '\n' || c == '\t' || c == ',' || c == '.') c = ' ';
    int en = count_words(lower, english), fr = count_words(lower, french), es = count_words(lower, spanish);
    if (fr > en && fr > es) return Language::french;
    if (es > en && es > fr) return Language::spanish;
    return Language::english;
}

} // namespace

std::string_view code_of(Language language) {
    return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> parse_language_code(std::string_view code) {
    for (Language language : all_languages)
        if (same_ignoring_case(code_of(language), code)) return language;
    return std::nullopt;
}

std::optional<Language> parse_language_name(std::string_view name) {
    for (Language language : all_languages)
        if (same_ignoring_case(names[static_cast<std::size_t>(language)], name)) return language;
    return std::nullopt;
}

Language guess_language(std::string_view text) {
    text = text.substr(0, guessed_bytes_max);
    Scripts scripts = count_scripts(text);
    int most = std::max({scripts.arabic, scripts.han, scripts.cyrillic, scripts.latin});
    if (most == 0) return Language::english;
    // A Chinese character says as much as several letters, so Latin names in a Chinese text do not outweigh
    // it.
    if (scripts.han * 3 >= most) return Language::chinese;
    if (scripts.arabic == most) return Language::arabic;
    if (scripts.cyrillic == most) return Language::russian;
    return guess_latin(text);
}

} // namespace poa::documents
