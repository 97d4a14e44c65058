// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/declaring.hpp"

#include "base/input.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

constexpr std::array kinds{PositionKind::support, PositionKind::can_live_with, PositionKind::reservation,
                           PositionKind::objection};
constexpr std::array<std::string_view, 4> kind_names{"support", "can_live_with", "reservation", "objection"};
constexpr std::array<std::string_view, 4> kind_titles{N_("Support"), N_("Can live with it"),
                                                      N_("Reservation"), N_("Objection")};
constexpr std::array<std::string_view, 3> told_names{"chair", "states", "public"};
constexpr std::array<std::string_view, 3> told_titles{N_("The Chair alone"), N_("All States"),
                                                      N_("The public")};

template <class E> std::optional<E> parse(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

} // namespace

std::span<const PositionKind> all_position_kinds() {
    return kinds;
}
std::string_view name_of(PositionKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::string_view title_of(PositionKind kind) {
    return kind_titles[static_cast<std::size_t>(kind)];
}
std::optional<PositionKind> parse_position_kind(std::string_view name) {
    return parse<PositionKind>(kind_names, name);
}
std::string_view name_of(Told told) {
    return told_names[static_cast<std::size_t>(told)];
}
std::string_view title_of(Told told) {
    return told_titles[static_cast<std::size_t>(told)];
}
std::optional<Told> parse_told(std::string_view name) {
    return parse<Told>(told_names, name);
}

} // namespace poa::decisions
