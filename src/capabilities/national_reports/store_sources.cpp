// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store_sources.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

#define POA_SOURCE_COLUMNS "id, body, year, document, symbol, passages, registered_by, person, at, ended_at"

constexpr Query add_query{"national_reports.add_source",
                          "INSERT INTO national_reports_source (body, year, document, symbol, passages, "
                          "registered_by, person, at, ended_at) "
                          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL) RETURNING id"};
constexpr Query find_query{"national_reports.source",
                           "SELECT " POA_SOURCE_COLUMNS " FROM national_reports_source WHERE id = $1"};
constexpr Query end_query{
    "national_reports.end_source",
    "UPDATE national_reports_source SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL"};
constexpr Query list_query{"national_reports.sources",
                           "SELECT " POA_SOURCE_COLUMNS " FROM national_reports_source "
                           "WHERE ended_at IS NULL AND ($1 = 0 OR year = $1) AND ($2 = '' OR body = $2) "
                           "ORDER BY year DESC, body, symbol, id"};

KeptSource read_source(const Row& row) {
    KeptSource source;
    source.id = Id<SourceReport>{row.integer(0)};
    source.body = row.string(1);
    source.year = row.integer(2);
    source.document = row.string(3);
    source.symbol = row.string(4);
    Refusal problems{Refusal::Kind::bad_input, {}};
    source.passages = read_source_passages(row.text(5), {}, problems);
    require(problems.reasons.empty(), "passages as they were written");
    source.registered_by = row.string(6);
    source.person = row.integer(7);
    source.at = row.instant(8);
    source.ended_at = row.maybe(9, [](const Row& r, int c) { return r.instant(c); });
    return source;
}

} // namespace

Id<SourceReport> add_source(Session& session, const KeptSource& source) {
    const auto id = session.number(add_query, source.body, source.year, source.document, source.symbol,
                                   text_of(source.passages), source.registered_by, source.person, source.at);
    require(id.has_value(), "the number of a new row");
    return Id<SourceReport>{*id};
}

std::optional<KeptSource> source(Session& session, Id<SourceReport> id) {
    return session.one(find_query, read_source, id);
}

bool end_source(Session& session, Id<SourceReport> id, Instant at) {
    return session.execute(end_query, id, at) == 1;
}

std::vector<KeptSource> sources(Session& session, std::int64_t year, std::string_view body) {
    return session.all(list_query, read_source, year, body);
}

} // namespace poa::national_reports::store
