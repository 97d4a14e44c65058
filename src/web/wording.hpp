// SPDX-License-Identifier: Apache-2.0
#pragma once
// The interface's words in the six official languages: gettext catalogues (po/), embedded in the program.

#include "base/time.hpp"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// Marks a source string for translators where it is declared; it is translated where it is shown.
#ifndef N_
#define N_(text) text
#endif

namespace poa::web {

enum class Language { en, fr, ar, zh, ru, es };
inline constexpr Language all_languages[] = {Language::ar, Language::zh, Language::en,
                                             Language::fr, Language::ru, Language::es};

[[nodiscard]] std::string_view code_of(Language language);     ///< "en"
[[nodiscard]] std::string_view own_name_of(Language language); ///< "English", "Français" ...
[[nodiscard]] bool is_right_to_left(Language language);
[[nodiscard]] std::optional<Language>
parse_language(std::string_view code); ///< "fr", also "fr-CA", "zh-Hans"
/// "rtl" for languages (any tag) that are written from right to left, else "ltr".
[[nodiscard]] std::string_view direction_of(std::string_view language_tag);

using Fill = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The words of one language. One object a language for the whole process; any thread.
class Wording {
  public:
    [[nodiscard]] static const Wording& in(Language language);

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::string_view code() const { return code_of(language_); }
    /// The translation of a source string; the source string where there is none.
    [[nodiscard]] std::string_view tr(const char* text) const;
    [[nodiscard]] std::string_view tr(std::string_view text) const; ///< of a table's source string
    [[nodiscard]] std::string_view tr_c(const char* context, const char* text) const;
    /// With {names} filled in: tr("{count} passages", {{"count", "3"}}).
    [[nodiscard]] std::string tr(const char* text, Fill values) const;
    /// Plural forms as the language has them; {n} is filled with `n`.
    [[nodiscard]] std::string tr_n(const char* one, const char* many, std::int64_t n, Fill values = {}) const;

    [[nodiscard]] std::string day(Day day) const;                ///< "18 April 2023"
    [[nodiscard]] std::string moment(Instant instant) const;     ///< "18 April 2023, 14:05 UTC"
    [[nodiscard]] std::string number(std::int64_t number) const; ///< with the language's grouping

  private:
    explicit Wording(Language language);
    Language language_;
    struct Inside;
    std::shared_ptr<const Inside> inside_;
};

/// Puts values in place of {names}; a name that is not given stays as it is.
[[nodiscard]] std::string fill(std::string_view text,
                               std::span<const std::pair<std::string_view, std::string_view>> values);

} // namespace poa::web
