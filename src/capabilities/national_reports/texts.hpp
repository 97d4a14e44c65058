// SPDX-License-Identifier: Apache-2.0
#pragma once
// One text in several languages.

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace poa::national_reports {

/// A text as it can be shown, and in which language it is.
struct Shown {
    std::string_view text;
    std::string_view language;
};

/// By language code: "ar", "zh", "en", "fr", "ru", "es".
struct Texts {
    std::map<std::string, std::string, std::less<>> by;

    /// In the language asked for; else in English; else in any there is; else empty.
    [[nodiscard]] Shown in(std::string_view language) const;
    [[nodiscard]] bool has(std::string_view language) const;
    [[nodiscard]] bool is_empty() const { return by.empty(); }
    bool operator==(const Texts&) const = default;
};

} // namespace poa::national_reports
