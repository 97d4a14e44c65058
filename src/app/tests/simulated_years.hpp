// SPDX-License-Identifier: Apache-2.0
#pragma once
// Years that tests play through the platform's own commands.

#include "app/simulating_commands.hpp"
#include "base/reference.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/members/reference.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace poa::app::test {

/// Member States of the shipped register: what the commands ask is who is entitled there.
[[nodiscard]] inline const std::vector<std::string>& member_states() {
    static const std::vector<std::string> all = [] {
        auto read =
            members::parse_reference({reference_file("members.json"), reference_file("organisations.json")});
        std::vector<std::string> codes;
        for (const members::State& state : read->states)
            if (state.status == members::Status::member) codes.emplace_back(state.iso3.text());
        std::ranges::sort(codes);
        return codes;
    }();
    return all;
}

/// From 2027; nobody is in the directory, for who leaves a post is told elsewhere.
[[nodiscard]] inline charter::SimulationWish wish(int years, int runs) {
    charter::SimulationWish made;
    made.first_year = 2027;
    made.years = years;
    made.runs = runs;
    made.states = member_states();
    made.conduct.in_directory = 0;
    return made;
}

[[nodiscard]] inline const charter::Charter& agreed() {
    return charter::Presets::shipped().agreed();
}
/// The agreed mechanism with other clauses.
[[nodiscard]] inline charter::Charter with(const std::string& clauses) {
    auto file = charter::read_charter(
        "charter: lanterns\ntitle: {en: Lanterns}\nkind: own\nbased_on: agreed-2025\n" + clauses);
    return charter::Presets::shipped().assemble(file.value()).value();
}

[[nodiscard]] inline charter::Simulation played(const charter::Charter& charter,
                                                const charter::SimulationWish& asked) {
    return charter::simulate(charter, asked, parts_through_commands()).value();
}
[[nodiscard]] inline double mean(const charter::Simulation& made, std::string_view figure) {
    return made.find(figure)->mean;
}

} // namespace poa::app::test
