// SPDX-License-Identifier: Apache-2.0
#pragma once
// The six official languages of the United Nations: what a text is written in.

#include <array>
#include <optional>
#include <string_view>

namespace poa::documents {

enum class Language { arabic = 0, chinese = 1, english = 2, french = 3, russian = 4, spanish = 5 };

inline constexpr std::array all_languages = {Language::arabic, Language::chinese, Language::english,
                                             Language::french, Language::russian, Language::spanish};

/// "ar", "zh", "en", "fr", "ru", "es" (ISO 639-1).
[[nodiscard]] std::string_view code_of(Language language);
/// Reads what `code_of` gives, in any case.
[[nodiscard]] std::optional<Language> parse_language_code(std::string_view code);
/// Reads the name as official documents print it: "English", "French", "Russian" ..., in any case.
[[nodiscard]] std::optional<Language> parse_language_name(std::string_view name);

/// What `text` is most likely written in, by its script and its commonest small words; English where nothing
/// tells. Reads at most the first 20,000 bytes.
[[nodiscard]] Language guess_language(std::string_view text);

} // namespace poa::documents
