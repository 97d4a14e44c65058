// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of reports read: one snapshot a page. How they write: ledger::in_turn.

#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/module.hpp"
#include "capabilities/national_reports/pages_reports_loading.hpp"

namespace poa::national_reports {

/// What `load(ReportReading)` gives, from one snapshot.
template <class Load> auto reading_reports(const ModuleLinks& links, const web::Visit& visit, Load&& load) {
    return links.database.read([&](storage::Session& session) {
        return load(
            ReportReading{session, links.states, identity::actor_of(visit), visit, links.clock.now()});
    });
}

} // namespace poa::national_reports
