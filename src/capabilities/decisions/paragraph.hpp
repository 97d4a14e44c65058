// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text in paragraphs. A key stays with its paragraph for ever; its place is a text that sorts, so that
// putting in and moving change no other paragraph; its number is where it stands now.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// A paragraph of a version of the text.
struct Paragraph {
    std::string key; ///< "p7"
    std::string text;
    bool agreed = false; ///< ad referendum
    std::string place;   ///< sorts by bytes
    bool operator==(const Paragraph&) const = default;
};
/// One version, in the order of its places.
using Text = std::vector<Paragraph>;

[[nodiscard]] std::string key_of(std::int64_t number);                         ///< 7: "p7"
[[nodiscard]] std::optional<std::int64_t> number_in_key(std::string_view key); ///< "p7": 7
/// Where it stands from 0; nothing where it does not stand in this version.
[[nodiscard]] std::optional<std::size_t> find(const Text& text, std::string_view key);

/// As it is kept: NFC, one blank between words, no blank at the ends; line breaks within it stay, empty lines
/// do not.
[[nodiscard]] std::string plain_paragraph(std::string_view typed);
/// What empty lines divide, each as it is kept; nothing empty.
[[nodiscard]] std::vector<std::string> cut_paragraphs(std::string_view typed);
/// A first version: keys p1, p2 ... in order.
[[nodiscard]] Text first_text(std::string_view typed);

/// A place between two others; `low` empty: before all, `high` empty: after all. Needs: low < high.
[[nodiscard]] std::string place_between(std::string_view low, std::string_view high);
/// `count` places in order, far from each other.
[[nodiscard]] std::vector<std::string> spread_places(std::size_t count);

} // namespace poa::decisions
