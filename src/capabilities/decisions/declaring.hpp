// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States declare on paragraphs. Each as it chooses, changed as it chooses; a State that says nothing has
// said nothing.

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::decisions {

enum class PositionKind : std::uint8_t { support, can_live_with, reservation, objection };
[[nodiscard]] std::span<const PositionKind> all_position_kinds();
[[nodiscard]] std::string_view name_of(PositionKind kind);
[[nodiscard]] std::string_view title_of(PositionKind kind); ///< source string
[[nodiscard]] std::optional<PositionKind> parse_position_kind(std::string_view name);

/// Who is told.
enum class Told : std::uint8_t { chair, states, everyone };
[[nodiscard]] std::string_view name_of(Told told);  ///< "chair", "states", "public"
[[nodiscard]] std::string_view title_of(Told told); ///< source string
[[nodiscard]] std::optional<Told> parse_told(std::string_view name);

struct Position {
    std::string paragraph; ///< key; empty: the whole text
    std::string state;     ///< ISO3
    PositionKind kind = PositionKind::support;
    Told told = Told::chair;
    std::string words;        ///< why; may be empty
    std::int64_t version = 0; ///< newest when it was declared
    Sha256 wording;           ///< digest of the paragraph's text then; of the whole text: zeros
    Instant declared;
};

/// How many States declared what.
struct PositionCounts {
    std::array<std::int64_t, 4> by_kind = {};
    void add(PositionKind kind) { ++by_kind[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::int64_t of(PositionKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
    bool operator==(const PositionCounts&) const = default;
};

} // namespace poa::decisions
