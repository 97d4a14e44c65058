// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of charter: what it adds to the platform. Only app includes it.

#include "capabilities/charter/charter.hpp"
#include "capabilities/charter/comparing.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "web/routes.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace poa::charter {

/// Where a clause's source can be read on this platform.
struct PassageLink {
    std::string label; ///< as the reader's language has it: "A/78/76, Egypt, para. 14"
    std::string url;   ///< opens the passage with the words marked; empty: the document is not on the record
    /// charter.no_document, charter.no_passage, charter.words_not_there; empty: it stands there.
    std::string problem = {};
};

struct SimulationParts; // behaviour.hpp

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    const members::CurrentRegister& states;
    CurrentCharter& in_force;
    std::string public_url; ///< for feeds and calendars; empty: addresses without host
    /// Rooms above know the documents: symbol or slug, anchor, words to mark.
    std::function<PassageLink(const web::Visit&, const Provenance&)> passage;
    /// And the coded views.
    std::function<HearVoices(const web::Visit&)> voices;
    /// And every room's commands: what plays years through them; empty: years are played by rules alone.
    std::function<SimulationParts()> by_commands = {};
};

void add_routes(web::Routes& routes, ModuleLinks links);
/// The sentences of refusals and of contradictions.
void add_sentences(web::Routes& routes);

// Parts of add_routes, each in a file of its own.
void add_charter_routes(web::Routes& routes, const ModuleLinks& links); ///< list, one charter, comparison
void add_running_routes(web::Routes& routes,
                        const ModuleLinks& links); ///< calendar, burden, trying, simulation
void add_command_routes(web::Routes& routes, const ModuleLinks& links); ///< versions, affirmations, processes

} // namespace poa::charter
