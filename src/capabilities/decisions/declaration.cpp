// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/declaration.hpp"

#include "base/input.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

constexpr std::array elements{
    DeclarationElement{"commitment", N_("Commitment to the framework of responsible State behaviour")},
    DeclarationElement{"threats", N_("Existing and potential threats")},
    DeclarationElement{"mechanism", N_("A permanent mechanism")},
    DeclarationElement{"further_development", N_("Further development of the framework")},
    DeclarationElement{"focus_areas", N_("Areas of focus")},
    DeclarationElement{"stakeholders", N_("Engagement of stakeholders")},
    DeclarationElement{"modalities", N_("Scope and modalities")},
    DeclarationElement{"capacity_building", N_("Value and principles of capacity-building")},
    DeclarationElement{"programme_of_work", N_("Future programme of work and priorities")},
};

} // namespace

std::span<const DeclarationElement> declaration_elements() {
    return elements;
}

std::vector<std::string_view> missing_elements(const ElementPlaces& places) {
    std::vector<std::string_view> missing;
    for (const DeclarationElement& element : elements) {
        const auto found = std::ranges::find(places, element.name, [](const auto& p) { return p.first; });
        if (found == places.end() || trim(found->second).empty()) missing.push_back(element.name);
    }
    return missing;
}

std::vector<std::string_view> unfound_elements(const ElementPlaces& places,
                                               std::span<const std::string> paragraphs) {
    std::vector<std::string_view> unfound;
    for (const auto& [name, place] : places) {
        const std::string_view begins = trim(place);
        if (!begins.empty() && std::ranges::none_of(paragraphs, [&](const std::string& paragraph) {
                return std::string_view(trim(paragraph)).starts_with(begins);
            }))
            unfound.push_back(name);
    }
    return unfound;
}

} // namespace poa::decisions
