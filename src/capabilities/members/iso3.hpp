// SPDX-License-Identifier: Apache-2.0
#pragma once
// The key of a State everywhere in the house: its ISO 3166-1 alpha-3 code.

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string_view>

namespace poa::members {

/// Three capital letters; a value that exists was read by `parse`. That a State has this code is the
/// register's word.
class Iso3 {
  public:
    [[nodiscard]] static constexpr std::optional<Iso3> parse(std::string_view text) {
        if (text.size() != 3) return std::nullopt;
        for (const char c : text)
            if (c < 'A' || c > 'Z') return std::nullopt;
        return Iso3({text[0], text[1], text[2]});
    }
    [[nodiscard]] constexpr std::string_view text() const { return {letters_.data(), letters_.size()}; }
    constexpr auto operator<=>(const Iso3&) const = default;

  private:
    constexpr explicit Iso3(std::array<char, 3> letters) : letters_(letters) {}
    std::array<char, 3> letters_;
};

} // namespace poa::members

template <> struct std::hash<poa::members::Iso3> {
    std::size_t operator()(const poa::members::Iso3& code) const noexcept {
        return std::hash<std::string_view>{}(code.text());
    }
};
