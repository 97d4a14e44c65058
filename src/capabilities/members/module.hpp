// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of members: what it adds to the platform. Only app includes it.

#include "capabilities/members/members.hpp"
#include "capabilities/members/pages.hpp"
#include "web/routes.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace poa::members {

struct ModuleLinks {
    const Clock& clock;
    const CurrentRegister& states;
    /// What the record holds of a State that this visitor may see, newest first; rooms above know.
    std::function<std::vector<HeldItem>(const web::Visit&, std::string_view iso3)> held_of;
    /// For each State (ISO3) of which the record holds something this visitor may see: how many things.
    std::function<std::map<std::string, std::int64_t, std::less<>>(const web::Visit&)> held_counts;
};

void add_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::members
