// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_query{"national_reports.add_release",
                          "INSERT INTO national_reports_release (report, number, digest, at, approved_by, "
                          "withdrawn_at) VALUES ($1, $2, $3, $4, $5, NULL)"};
constexpr Query add_answer_query{
    "national_reports.add_released",
    "INSERT INTO national_reports_released (report, number, question, ordinal, answer, audience, counted, "
    "parties) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Query withdraw_query{
    "national_reports.withdraw_release",
    "UPDATE national_reports_release SET withdrawn_at = $3 WHERE report = $1 AND number = $2 "
    "AND withdrawn_at IS NULL"};
constexpr Query releases_query{"national_reports.releases",
                               "SELECT number, digest, at, approved_by, withdrawn_at "
                               "FROM national_reports_release WHERE report = $1 ORDER BY number"};
constexpr Query released_query{
    "national_reports.released",
    "SELECT a.question, a.answer, a.audience, a.counted, a.parties FROM national_reports_released a "
    "JOIN national_reports_release f ON f.report = a.report AND f.number = a.number "
    "WHERE a.report = $1 AND a.number = $2 AND f.withdrawn_at IS NULL ORDER BY a.ordinal"};

ReleasedAnswer read_released(const Row& row) {
    auto answer = parse_answer(row.text(1));
    require(answer.has_value(), "an answer as it was released");
    ReleasedAnswer released{row.string(0), std::move(*answer), {}};
    released.sharing.audience = static_cast<Audience>(row.integer(2));
    released.sharing.counted = row.truth(3);
    if (!row.text(4).empty())
        for (std::string_view party : split(row.text(4), ',')) released.sharing.parties.emplace_back(party);
    return released;
}

} // namespace

void add_release(Session& session, Id<NationalReport> report, const KeptRelease& release,
                 std::span<const ReleasedAnswer> answers) {
    session.execute(add_query, report, release.number, release.digest, release.at, release.approved_by);
    std::int64_t ordinal = 0;
    for (const ReleasedAnswer& each : answers)
        session.execute(add_answer_query, report, release.number, each.question, ++ordinal,
                        text_of(each.answer), each.sharing.audience, each.sharing.counted,
                        join(each.sharing.parties, ","));
}

void withdraw_release(Session& session, Id<NationalReport> report, std::int64_t number, Instant at) {
    session.execute(withdraw_query, report, number, at);
}

std::vector<KeptRelease> releases(Session& session, Id<NationalReport> report) {
    return session.all(
        releases_query,
        [](const Row& row) {
            return KeptRelease{row.integer(0), row.digest(1), row.instant(2), row.integer(3),
                               row.maybe(4, [](const Row& r, int c) { return r.instant(c); })};
        },
        report);
}

std::vector<ReleasedAnswer> released(Session& session, Id<NationalReport> report, std::int64_t number) {
    return session.all(released_query, read_released, report, number);
}

} // namespace poa::national_reports::store
