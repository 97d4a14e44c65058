// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_founding_loading.hpp"

#include "capabilities/charter/store.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

std::string title_of(const Process* process, const Charter& charter) {
    return process == nullptr ? charter[clause::mechanism::name] : process->title;
}

const Process* find_process(const std::vector<Process>& processes, std::string_view key) {
    auto found = std::ranges::find(processes, key, &Process::key);
    return found == processes.end() ? nullptr : &*found;
}

Day founded_on(const CharterInForce& in_force) {
    const Day* guard = in_force.charter.find(clause::founding::no_act_before);
    return guard != nullptr ? *guard : Day::of(in_force.since);
}

void add_charter(ProcessesPage& page, const CharterInForce& in_force, const std::vector<Process>& processes,
                 Day today) {
    const Charter& charter = in_force.charter;
    page.single_track = charter[clause::mechanism::single_track];
    page.clause = spec_of(clause::mechanism::single_track).number;
    for (const ParallelTracks& found : parallel_tracks(charter, founded_on(in_force), processes))
        page.parallel.push_back({title_of(find_process(processes, found.first), charter),
                                 title_of(find_process(processes, found.second), charter), found.from,
                                 found.to});
    if (auto may = may_act(charter, today, processes); !may) {
        page.waits = may.error().reasons.front().code;
        page.waits_for = may.error().reasons.front().facts.front().second;
    }
}

} // namespace

VersionsPage load_versions(storage::Session& session, const web::Visit& visit) {
    VersionsPage page;
    for (const auto& one : all_versions(session))
        page.rows.push_back({one->version, one->charter.id(),
                             std::string(one->charter.head().title_in(visit.in.code())), Day::of(one->since),
                             one->reason, sha256(one->text).hex()});
    std::ranges::reverse(page.rows);
    return page;
}

Result<VersionText> load_version(storage::Session& session, std::int64_t version) {
    auto kept = store::version(session, version);
    if (!kept) return refuse(Refusal::Kind::not_found, "charter.no_such_version");
    return VersionText{kept->version, std::move(kept->text)};
}

ProcessesPage load_processes(storage::Session& session, const ModuleLinks& links) {
    ProcessesPage page;
    const auto processes = store::processes(session);
    for (const Process& one : processes)
        page.rows.push_back(
            {one.key, one.title, one.mandate, std::string(name_of(one.part)), one.from, one.to});
    if (auto in_force = links.in_force.of(session))
        add_charter(page, *in_force, processes, Day::of(links.clock.now()));
    return page;
}

AffirmationsPage load_affirmations(storage::Session& session, const web::Visit& visit,
                                   const ModuleLinks& links) {
    AffirmationsPage page;
    if (auto in_force = links.in_force.of(session)) {
        page.asked = in_force->charter[clause::review::first_affirms];
        page.clause = spec_of(clause::review::first_affirms).number;
    }
    const auto states = links.states.now();
    const auto language = members::parse_language(visit.in.code()).value_or(members::Language::en);
    const auto affirmed = store::affirmations(session);
    for (const auto* state : states->states(language)) {
        auto one = std::ranges::find(affirmed, state->iso3.text(), &Affirmation::state);
        if (one == affirmed.end()) continue;
        page.rows.push_back({one->state, std::string(states->display_name(one->state, language)), one->level,
                             one->statement, Day::of(one->at)});
    }
    return page;
}

} // namespace poa::charter
