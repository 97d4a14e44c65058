// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the routes of reports read and write: one snapshot a page, one transaction an act.

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

/// What `act(work)` gives, from one transaction; an error rolls back. Of two that make the same thing at the
/// same instant the second is run again, and then is told of the first.
template <class Act> auto in_one_turn(const ModuleLinks& links, Act&& act) {
    const Instant received = links.clock.now();
    auto body = [&](storage::Session& session) {
        ledger::Work work(session, received);
        return act(work);
    };
    try {
        return links.database.write(body);
    } catch (const storage::DatabaseError& failure) {
        if (failure.kind() != storage::DatabaseError::Kind::unique) throw;
    }
    return links.database.write(body);
}

} // namespace poa::national_reports
