// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/commitment.hpp"

#include "base/input.hpp"
#include "base/text.hpp"

namespace poa::commitments {

std::string_view name_of(Stage stage) {
    constexpr std::array<std::string_view, 5> names{"planned", "under_way", "done", "changed", "withdrawn"};
    return names[static_cast<std::size_t>(stage)];
}

std::string_view title_of(Stage stage) {
    constexpr std::array<std::string_view, 5> titles{N_("Planned"), N_("Under way"), N_("Done"),
                                                     N_("Changed"), N_("Withdrawn")};
    return titles[static_cast<std::size_t>(stage)];
}

std::optional<Stage> parse_stage(std::string_view name) {
    for (Stage stage : all_stages)
        if (name_of(stage) == name) return stage;
    return std::nullopt;
}

std::string_view name_of(StepKind kind) {
    constexpr std::array<std::string_view, 3> names{"published", "reported", "reaffirmed"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<std::string> evidence_in(std::string_view typed) {
    std::vector<std::string> addresses;
    for (std::string_view line : split(typed, '\n'))
        if (!trim(line).empty()) addresses.emplace_back(trim(line));
    return addresses;
}

bool is_evidence(std::string_view address, std::string_view state) {
    if (address.find(' ') != std::string_view::npos) return false;
    return address.starts_with("https://") || address.starts_with("http://") ||
           address.starts_with("/documents/") || address.starts_with("/reports/" + std::string(state) + "/");
}

} // namespace poa::commitments
