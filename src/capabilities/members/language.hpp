// SPDX-License-Identifier: Apache-2.0
#pragma once
// The six official languages of the United Nations, and in which order a name is looked for.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace poa::members {

enum class Language { ar, zh, en, fr, ru, es };

inline constexpr std::array official_languages{Language::ar, Language::zh, Language::en,
                                               Language::fr, Language::ru, Language::es};

[[nodiscard]] constexpr std::string_view code_of(Language language) {
    constexpr std::array<std::string_view, 6> codes{"ar", "zh", "en", "fr", "ru", "es"};
    return codes[static_cast<std::size_t>(language)];
}

/// Reads "fr", and the first part of "fr-CH" or "zh_Hant"; case does not matter. Nothing for any other
/// language.
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);
/// The same; English where the language is none of the six.
[[nodiscard]] Language language_or_english(std::string_view tag);

/// Where a name is looked for, in this order: the language itself, English, then the others.
[[nodiscard]] std::array<Language, 6> fallback_chain(Language language);

/// A text per language; some may be missing.
template <class T> using PerLanguage = std::array<T, 6>;

template <class T> [[nodiscard]] constexpr T& in(PerLanguage<T>& texts, Language language) {
    return texts[static_cast<std::size_t>(language)];
}
template <class T> [[nodiscard]] constexpr const T& in(const PerLanguage<T>& texts, Language language) {
    return texts[static_cast<std::size_t>(language)];
}

} // namespace poa::members
