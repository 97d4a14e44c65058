// SPDX-License-Identifier: Apache-2.0
// What everybody may read: who reported, and releases.
#include "capabilities/national_reports/pages_reports_loading.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/pages_evidence.hpp"
#include "capabilities/national_reports/pages_sources_loading.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

members::Language language_of(const web::Visit& visit) {
    return members::parse_language(visit.in.code()).value_or(members::Language::en);
}

std::string address_of(std::string_view state, std::int64_t year) {
    return "/reports/" + std::string(state) + "/" + std::to_string(year);
}

void add_rows(const ReportReading& reading, const members::Register& states, ReportsPage& page) {
    const auto reports = store::released_reports(reading.session, page.year, page.year);
    const auto sources = load_source_rows(reading, page.year);
    for (const members::State* state : states.states(language_of(reading.visit))) {
        ReportingRow row;
        row.state = state->iso3.text();
        row.name = state->display(language_of(reading.visit));
        for (const KeptReport& report : reports) {
            if (report.state != row.state) continue;
            const auto survey = survey_of(reading.session, report.survey);
            row.reported = true;
            row.survey = survey->key;
            row.survey_title = survey->title.in(reading.visit.in.code()).text;
            row.day = Day::of(report.submitted_at.value_or(report.opened_at));
            row.address = address_of(row.state, page.year);
        }
        for (const SourceRow& source : sources)
            if (source.body == "state:" + row.state)
                row.by_document += (row.by_document.empty() ? "" : "; ") + source.symbol;
        if (row.address.empty() && !row.by_document.empty()) row.address = address_of(row.state, page.year);
        page.rows.push_back(std::move(row));
    }
}

void add_tiles(const ReportReading& reading, const members::Register& states, ReportsPage& page) {
    const members::TileMap map = states.tile_map(Day::of(reading.now));
    page.tile_columns = map.columns;
    page.tile_rows = map.rows;
    for (const members::DrawnTile& tile : map.tiles) {
        const std::string iso3(tile.iso3.text());
        const auto row = std::ranges::find(page.rows, iso3, &ReportingRow::state);
        if (row == page.rows.end()) continue;
        page.tiles.push_back({iso3, row->name, address_of(iso3, page.year), tile.tile.column, tile.tile.row,
                              row->reported, !row->by_document.empty()});
    }
}

ReleasedRow row_of(const ReadableRelease& release, const ReleasedAnswer& released,
                   std::string_view language) {
    ReleasedRow row;
    const Section* section = release.survey->section_of(released.question);
    const Question* question = release.survey->find(released.question);
    require(section != nullptr && question != nullptr, "a release of questions of its survey");
    row.survey = release.survey->key;
    row.section = section->key;
    row.section_title = section->title.in(language).text;
    row.question = released.question;
    const Shown label = question->label.in(language);
    row.label = label.text;
    row.language = label.language;
    row.answer = join(words_of(*release.survey, *question, released.answer, language), "\n");
    row.files = evidence_rows(released.answer, address_of(release.report.state, release.report.year));
    row.note = released.answer.note;
    row.audience = text_of(released.sharing);
    return row;
}

} // namespace

ReportsPage load_reports(const ReportReading& reading, std::int64_t year) {
    ReportsPage page;
    page.year = year != 0 ? year : Day::of(reading.now).year();
    page.may_fill_in = may_act(reading.actor, "national_reports.save_answers").has_value();
    const auto states = reading.states.now();
    add_rows(reading, *states, page);
    add_tiles(reading, *states, page);
    return page;
}

Result<ReleasePage> load_release(const ReportReading& reading, std::string_view state, std::int64_t year,
                                 std::string_view survey) {
    const auto states = reading.states.now();
    const auto releases = releases_for(reading.session, reading.actor.reader(), state, year, survey);
    if (releases.empty() && states->by_iso3(state) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_state_or_year");
    ReleasePage page;
    page.state = state;
    page.name = states->display_name(state, language_of(reading.visit));
    page.year = year;
    page.sources = load_source_rows(reading, year, "state:" + page.state);
    for (const ReadableRelease& release : releases) {
        const auto version = store::survey(reading.session, release.report.survey)->version;
        page.releases.push_back(
            {release.survey->key, std::string(release.survey->title.in(reading.visit.in.code()).text),
             version, release.release.number, Day::of(release.release.at), release.release.digest.hex()});
        for (const ReleasedAnswer& answer : release.answers)
            page.rows.push_back(row_of(release, answer, reading.visit.in.code()));
    }
    return page;
}

} // namespace poa::national_reports
