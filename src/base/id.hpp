// SPDX-License-Identifier: Apache-2.0
#pragma once
// A key of one kind of thing: Id<Document> does not convert to Id<Person>.

#include <compare>
#include <cstdint>
#include <functional>

namespace poa {

template <class Of> struct Id {
    std::int64_t number = 0; ///< above zero for everything that is stored
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t n) : number(n) {}
    [[nodiscard]] constexpr bool is_known() const { return number > 0; }
    auto operator<=>(const Id&) const = default;
};

} // namespace poa

template <class Of> struct std::hash<poa::Id<Of>> {
    std::size_t operator()(poa::Id<Of> id) const noexcept { return std::hash<std::int64_t>{}(id.number); }
};
