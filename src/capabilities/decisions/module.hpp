// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of decisions: what it adds to the platform. Only app includes it.

#include "capabilities/decisions/effects_checked.hpp"
#include "capabilities/decisions/live.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

namespace poa::decisions {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    charter::CurrentCharter& in_force;
    const members::CurrentRegister& states;
    const Effects& effects; ///< complete when the first request comes
    Live& live;
    std::shared_ptr<KeptChecks> kept = std::make_shared<KeptChecks>();
    [[nodiscard]] Mechanism mechanism() const { return {in_force, states, effects, kept.get()}; }
};

void add_routes(web::Routes& routes, ModuleLinks links);

// Parts of add_routes, each in a file of its own.
void add_page_routes(web::Routes& routes, const ModuleLinks& links);
void add_command_routes(web::Routes& routes, const ModuleLinks& links);
void add_text_routes(web::Routes& routes, const ModuleLinks& links);
void add_agreed_routes(web::Routes& routes, const ModuleLinks& links);
void add_sentences(web::Routes& routes);

} // namespace poa::decisions
