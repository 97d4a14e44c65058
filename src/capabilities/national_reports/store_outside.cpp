// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store_outside.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

#define POA_OUTSIDE_COLUMNS                                                                                  \
    "id, indicator, title, unit, source_title, source_address, source_day, licence, digest, imported_by, "   \
    "person, at, ended_at"

constexpr Query add_query{
    "national_reports.add_outside",
    "INSERT INTO national_reports_outside (indicator, title, unit, source_title, source_address, "
    "source_day, licence, digest, imported_by, person, at, ended_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL) RETURNING id"};
constexpr Query add_value_query{
    "national_reports.add_outside_value",
    "INSERT INTO national_reports_outside_value (data, state, year, value) VALUES ($1, $2, $3, $4)"};
constexpr Query find_query{"national_reports.outside",
                           "SELECT " POA_OUTSIDE_COLUMNS " FROM national_reports_outside WHERE id = $1"};
constexpr Query values_query{"national_reports.outside_values",
                             "SELECT state, year, value FROM national_reports_outside_value "
                             "WHERE data = $1 ORDER BY state, year"};
constexpr Query list_query{"national_reports.outside_sets",
                           "SELECT " POA_OUTSIDE_COLUMNS " FROM national_reports_outside "
                           "WHERE ended_at IS NULL ORDER BY id DESC"};
constexpr Query end_query{
    "national_reports.end_outside",
    "UPDATE national_reports_outside SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL"};

KeptOutside read_kept(const Row& row) {
    KeptOutside kept;
    kept.id = Id<OutsideSet>{row.integer(0)};
    kept.figures = {row.string(1), row.string(2), row.string(3), row.string(4),
                    row.string(5), row.string(7), row.day(6),    {}};
    kept.digest = row.digest(8);
    kept.imported_by = row.string(9);
    kept.person = row.integer(10);
    kept.at = row.instant(11);
    kept.ended_at = row.maybe(12, [](const Row& r, int c) { return r.instant(c); });
    return kept;
}

} // namespace

Id<OutsideSet> add_outside(Session& session, const KeptOutside& kept) {
    const OutsideFigures& figures = kept.figures;
    const auto id = session.number(add_query, figures.indicator, figures.title, figures.unit,
                                   figures.source_title, figures.source_address, figures.source_day,
                                   figures.licence, kept.digest, kept.imported_by, kept.person, kept.at);
    require(id.has_value(), "the number of a new row");
    for (const OutsideValue& each : figures.values)
        session.execute(add_value_query, *id, each.state, each.year, each.value);
    return Id<OutsideSet>{*id};
}

std::optional<KeptOutside> outside(Session& session, Id<OutsideSet> id) {
    auto kept = session.one(find_query, read_kept, id);
    if (!kept) return kept;
    kept->figures.values = session.all(
        values_query,
        [](const Row& row) {
            return OutsideValue{row.string(0), row.integer(1), row.string(2)};
        },
        id);
    return kept;
}

std::vector<KeptOutside> outside_sets(Session& session) {
    return session.all(list_query, read_kept);
}

bool end_outside(Session& session, Id<OutsideSet> id, Instant at) {
    return session.execute(end_query, id, at) == 1;
}

} // namespace poa::national_reports::store
