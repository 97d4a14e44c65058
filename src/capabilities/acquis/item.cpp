// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/item.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::acquis {
namespace {

struct KindRow {
    ItemKind kind;
    std::string_view name, title;
    Pillar pillar;
};
constexpr std::array kind_rows{
    KindRow{ItemKind::norm, "norm", N_("Voluntary norm"), Pillar::norms},
    KindRow{ItemKind::international_law, "international_law", N_("International law"),
            Pillar::international_law},
    KindRow{ItemKind::confidence_building, "confidence_building", N_("Confidence-building measure"),
            Pillar::confidence_building},
    KindRow{ItemKind::capacity_principle, "capacity_principle", N_("Principle of capacity-building"),
            Pillar::capacity_building},
    KindRow{ItemKind::threat, "threat", N_("Threat, as context"), Pillar::threats},
    KindRow{ItemKind::institution, "institution", N_("Institutional arrangement"), Pillar::institutions},
    KindRow{ItemKind::legally_binding_option, "legally_binding_option",
            N_("Option of a binding instrument, to be studied"), Pillar::international_law},
};
struct PillarRow {
    Pillar pillar;
    std::string_view name, title;
};
constexpr std::array pillar_rows{
    PillarRow{Pillar::threats, "threats", N_("Threats, as context")},
    PillarRow{Pillar::norms, "norms", N_("Norms, rules and principles")},
    PillarRow{Pillar::international_law, "international_law", N_("International law")},
    PillarRow{Pillar::confidence_building, "confidence_building", N_("Confidence-building")},
    PillarRow{Pillar::capacity_building, "capacity_building", N_("Capacity-building")},
    PillarRow{Pillar::institutions, "institutions", N_("Institutional dialogue")},
};
constexpr std::array<std::string_view, 4> adoption_names{"consensus", "without_a_vote", "vote", "not_known"};

constexpr auto kinds = [] {
    std::array<ItemKind, kind_rows.size()> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = kind_rows[i].kind;
    return made;
}();
constexpr auto pillars = [] {
    std::array<Pillar, pillar_rows.size()> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = pillar_rows[i].pillar;
    return made;
}();

} // namespace

std::span<const ItemKind> all_item_kinds() {
    return kinds;
}
std::string_view name_of(ItemKind kind) {
    return kind_rows[static_cast<std::size_t>(kind)].name;
}
std::string_view title_of(ItemKind kind) {
    return kind_rows[static_cast<std::size_t>(kind)].title;
}
std::optional<ItemKind> parse_item_kind(std::string_view name) {
    const auto found = std::ranges::find(kind_rows, name, &KindRow::name);
    return found == kind_rows.end() ? std::nullopt : std::optional(found->kind);
}

Pillar pillar_of(ItemKind kind) {
    return kind_rows[static_cast<std::size_t>(kind)].pillar;
}
std::span<const Pillar> all_pillars() {
    return pillars;
}
std::string_view name_of(Pillar pillar) {
    return pillar_rows[static_cast<std::size_t>(pillar)].name;
}
std::string_view title_of(Pillar pillar) {
    return pillar_rows[static_cast<std::size_t>(pillar)].title;
}
std::optional<Pillar> parse_pillar(std::string_view name) {
    const auto found = std::ranges::find(pillar_rows, name, &PillarRow::name);
    return found == pillar_rows.end() ? std::nullopt : std::optional(found->pillar);
}

bool is_level(std::string_view text) {
    return std::ranges::find(all_levels, text) != std::end(all_levels);
}

std::string_view name_of(Adoption adoption) {
    return adoption_names[static_cast<std::size_t>(adoption)];
}
std::optional<Adoption> parse_adoption(std::string_view name) {
    const auto found = std::ranges::find(adoption_names, name);
    if (found == adoption_names.end()) return std::nullopt;
    return static_cast<Adoption>(found - adoption_names.begin());
}

} // namespace poa::acquis
