// SPDX-License-Identifier: Apache-2.0
#pragma once
// United Nations document symbols: "A/78/76", "A/RES/77/37", "A/C.1/77/L.73", "A/AC.292/2025/CRP.1",
// "S/RES/1540(2004)".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

/// A symbol that is well formed. Equal symbols have equal text.
class Symbol {
  public:
    /// Reads one symbol and nothing else; letters in any case, spaces around it and before "(year)" allowed.
    [[nodiscard]] static std::optional<Symbol> parse(std::string_view text);
    /// Reads what `slug` gives, also with a file ending: "a-78-76", "a-78-76.txt", "a-c-1-77-l-73".
    [[nodiscard]] static std::optional<Symbol> from_slug(std::string_view slug);

    [[nodiscard]] const std::string& text() const { return text_; } ///< canonical
    [[nodiscard]] std::string slug() const;                         ///< for addresses: "a-78-76"
    auto operator<=>(const Symbol&) const = default;

  private:
    explicit Symbol(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A symbol as it stands in running text: bytes [begin, end).
struct FoundSymbol {
    Symbol symbol;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const FoundSymbol&) const = default;
};

/// All symbols in well-formed UTF-8, in order, not overlapping. "77/37" counts only after "resolution(s)" or
/// "decision(s)", also in a list ("resolutions 70/237, 76/19 and 77/37"), and is read as one of the General
/// Assembly
/// ("A/RES/77/37", "A/DEC/75/564"), or of the Economic and Social Council where a year stands first
/// ("1996/31"). Nothing inside a web address is a symbol. Linear in the length of the text.
[[nodiscard]] std::vector<FoundSymbol> find_symbols(std::string_view text);

} // namespace poa::documents
