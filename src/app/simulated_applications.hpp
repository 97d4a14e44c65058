// SPDX-License-Identifier: Apache-2.0
#pragma once
// One application for accreditation as it will go, drawn when it is circulated.

#include "app/simulated_put.hpp"
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/behaviour.hpp"

#include <string>
#include <vector>

namespace poa::app {

/// What a State will do about it.
struct PlayedObjection {
    std::size_t state = 0; ///< place in the wish's States
    Day lodged;
    bool is_lodged = false;
    bool is_withdrawn_later = false;
};

struct Applicant {
    charter::Application application;
    std::string organisation; ///< key
    std::string body;         ///< whose next session decides where a body does
    charter::Random voices;   ///< its own stream, as where rules alone are applied
    std::vector<PlayedObjection> objections = {};
    Put put = {};
    bool was_extended = false; ///< its question, for consultations
};

/// The objections that will be lodged against it, drawn as where rules alone are applied.
[[nodiscard]] std::vector<PlayedObjection> objections_drawn(const charter::Ground& ground,
                                                            const charter::AccreditationPolicy& policy,
                                                            charter::Random& voices, Day circulated);

} // namespace poa::app
