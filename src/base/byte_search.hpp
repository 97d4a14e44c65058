// SPDX-License-Identifier: Apache-2.0
#pragma once
// The next byte of some kind in a text, looked for in blocks: most text has nothing to escape, and is passed
// over many times faster than byte by byte.

#include <cstddef>
#include <experimental/simd>
#include <string_view>

namespace poa {

/// Where the first byte from `start` on is for which `is` holds; the text's size where there is none. `is` is
/// asked of one unsigned char and of a block of them, so it is a generic lambda of comparisons joined by ||:
/// `[](auto c) { return c == u8'<' || c == u8'>'; }`.
template <class Is> [[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t start, Is is) {
    namespace simd = std::experimental;
    using Block = simd::native_simd<unsigned char>;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t i = start;
    for (; i + Block::size() <= text.size(); i += Block::size()) {
        auto found = is(Block(bytes + i, simd::element_aligned));
        if (simd::any_of(found)) return i + static_cast<std::size_t>(simd::find_first_set(found));
    }
    while (i < text.size() && !is(bytes[i])) ++i;
    return i;
}

} // namespace poa
