// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_sources_loading.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/store_sources.hpp"

namespace poa::national_reports {
namespace {

std::string name_of_body(const ReportReading& reading, const identity::Body& body) {
    const auto language = members::parse_language(reading.visit.in.code()).value_or(members::Language::en);
    const auto states = reading.states.now();
    if (body.kind() == identity::Body::Kind::state)
        return std::string(states->display_name(body.code(), language));
    const members::Organisation* organisation = states->organisation(body.code());
    return organisation != nullptr ? organisation->name(language) : std::string(body.code());
}

SourceRow row_of(const ReportReading& reading, const KeptSource& source) {
    const identity::Body body = identity::Body::parse(source.body).value();
    SourceRow row;
    row.source = source.id.number;
    row.body = source.body;
    row.name = name_of_body(reading, body);
    row.year = source.year;
    row.symbol = source.symbol;
    row.address = "/documents/" + source.document;
    row.registered_by = source.registered_by;
    for (const SourcePassage& passage : source.passages)
        row.passages.push_back({passage.item, passage.anchor,
                                row.address + "/passages/" + percent_encode(passage.anchor, true)});
    row.may_end = permissions().permits("national_reports.end_source", reading.actor, body);
    return row;
}

} // namespace

std::vector<SourceRow> load_source_rows(const ReportReading& reading, std::int64_t year,
                                        std::string_view body) {
    std::vector<SourceRow> rows;
    for (const KeptSource& source : store::sources(reading.session, year, body))
        rows.push_back(row_of(reading, source));
    return rows;
}

SourcesPage load_sources(const ReportReading& reading, std::int64_t year) {
    return {year, may_act(reading.actor, "national_reports.register_source").has_value(),
            load_source_rows(reading, year)};
}

} // namespace poa::national_reports
