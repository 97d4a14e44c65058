// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/store.hpp"

namespace poa::charter::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query newest{"charter.newest", "SELECT COALESCE(MAX(version), 0) FROM charter_version"};
constexpr Query version_at_query{
    "charter.version_at", "SELECT COALESCE(MAX(CASE WHEN since <= $1 THEN version END), MIN(version), 0) "
                          "FROM charter_version"};
constexpr Query digest_query{"charter.newest_digest",
                             "SELECT digest FROM charter_version ORDER BY version DESC LIMIT 1"};
constexpr Query all_versions{
    "charter.versions", "SELECT version, text, digest, since, reason FROM charter_version ORDER BY version"};
constexpr Query one_version{
    "charter.version", "SELECT version, text, digest, since, reason FROM charter_version WHERE version = $1"};
constexpr Query add_one{
    "charter.add_version",
    "INSERT INTO charter_version (version, text, digest, since, reason) VALUES ($1, $2, $3, $4, $5)"};
constexpr Query all_affirmations{
    "charter.affirmations",
    "SELECT state, level, statement, affirmed_at FROM charter_affirmation ORDER BY state"};
constexpr Query affirm{
    "charter.affirm",
    "INSERT INTO charter_affirmation (state, level, statement, affirmed_at) VALUES ($1, $2, $3, $4)"};
constexpr Query all_processes{
    "charter.processes",
    "SELECT key, title, mandate, part, from_day, to_day FROM charter_process ORDER BY from_day, key"};
constexpr Query register_one{
    "charter.add_process",
    "INSERT INTO charter_process (key, title, mandate, part, from_day, to_day, recorded_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Query end_one{"charter.end_process", "UPDATE charter_process SET to_day = $2 WHERE key = $1"};

KeptVersion read_version(const Row& row) {
    return KeptVersion{row.integer(0), row.string(1), row.digest(2), row.instant(3), row.string(4)};
}

Process read_process(const Row& row) {
    const auto part = parse_process_part(row.text(3));
    require(part.has_value(), "a part the table's check knows");
    return Process{row.string(0), row.string(1), row.string(2),
                   *part,         row.day(4),    row.maybe(5, [](const Row& r, int c) { return r.day(c); })};
}

} // namespace

std::int64_t newest_version(Session& session) {
    return session.number(newest).value_or(0);
}

std::int64_t version_at(Session& session, Instant moment) {
    return session.number(version_at_query, moment).value_or(0);
}

std::optional<Sha256> newest_digest(Session& session) {
    return session.one(digest_query, [](const Row& row) { return row.digest(0); });
}

std::vector<KeptVersion> versions(Session& session) {
    return session.all(all_versions, read_version);
}

std::optional<KeptVersion> version(Session& session, std::int64_t number) {
    return session.one(one_version, read_version, number);
}

void add_version(Session& session, const KeptVersion& version) {
    session.execute(add_one, version.version, version.text, version.digest, version.since, version.reason);
}

std::vector<Affirmation> affirmations(Session& session) {
    return session.all(all_affirmations, [](const Row& row) {
        return Affirmation{row.string(0), row.string(1), row.string(2), row.instant(3)};
    });
}

void add_affirmation(Session& session, const Affirmation& affirmation) {
    session.execute(affirm, affirmation.state, affirmation.level, affirmation.statement, affirmation.at);
}

std::vector<Process> processes(Session& session) {
    return session.all(all_processes, read_process);
}

void add_process(Session& session, const Process& process, Instant now) {
    session.execute(register_one, process.key, process.title, process.mandate, name_of(process.part),
                    process.from, process.to, now);
}

void end_process(Session& session, std::string_view key, Day last) {
    session.execute(end_one, key, last);
}

} // namespace poa::charter::store
