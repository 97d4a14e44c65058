// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_query{
    "national_reports.add_evidence",
    "INSERT INTO national_reports_evidence (report, digest, name, content_type, bytes, at, person) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (report, digest) DO NOTHING"};
constexpr Query find_query{"national_reports.evidence",
                           "SELECT digest, name, content_type, bytes FROM national_reports_evidence "
                           "WHERE report = $1 AND digest = $2"};
constexpr Query bytes_query{
    "national_reports.evidence_bytes",
    "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM national_reports_evidence WHERE report = $1"};

} // namespace

void add_evidence(Session& session, Id<NationalReport> report, const AnswerFile& file, Instant at,
                  std::int64_t person) {
    session.execute(add_query, report, file.digest, file.name, file.content_type, file.bytes, at, person);
}

std::optional<AnswerFile> evidence(Session& session, Id<NationalReport> report, const Sha256& digest) {
    return session.one(
        find_query,
        [](const Row& row) {
            return AnswerFile{row.digest(0), row.string(1), row.string(2), row.integer(3)};
        },
        report, digest);
}

std::int64_t evidence_bytes(Session& session, Id<NationalReport> report) {
    return session.number(bytes_query, report).value_or(0);
}

} // namespace poa::national_reports::store
