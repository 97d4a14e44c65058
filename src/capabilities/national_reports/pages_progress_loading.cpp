// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_progress_loading.hpp"

#include "capabilities/identity/faces.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

constexpr std::int64_t years_shown = 12;

FieldRules year_rules() {
    return {.label = N_("Year"), .required = false, .least = 2000, .most = 2200};
}

/// Fills what is told of answers that are not counted.
template <class Row> void tell_uncounted(std::int64_t uncounted, Row& row) {
    row.some_uncounted = uncounted > 0;
    row.uncounted = told_uncounted(uncounted).value_or(0);
}

/// States that reported, by year.
std::map<std::int64_t, std::set<std::string>> reporters(std::span<const ReceivedReport> received) {
    std::map<std::int64_t, std::set<std::string>> by_year;
    for (const ReceivedReport& report : received) by_year[report.year].insert(report.state);
    return by_year;
}

void add_years(const AddingUp& at, std::span<const ReceivedReport> received, ProgressPage& page) {
    const auto by_year = reporters(received);
    const bool has_charter = at.charter.of(at.session) != nullptr;
    for (std::int64_t year = page.year - years_shown + 1; year <= page.year; ++year) {
        const auto found = by_year.find(year);
        YearCoverage row{
            year, found == by_year.end() ? 0 : static_cast<std::int64_t>(found->second.size()), {}, {}};
        if (has_charter) {
            const ReportingYear turns = turns_of(at, year, received);
            row.due = turns.due();
            row.due_states = turns.due_and_received();
        }
        page.years.push_back(row);
    }
}

void add_groups(const AddingUp& at, const std::set<std::string>& reported, ProgressPage& page) {
    const Day day = at.today;
    for (const members::Group& group : at.states.groups()) {
        const bool is_regional = group.kind == members::Group::Kind::regional;
        GroupCoverage row{group.key, at.name_of_group(group.key), 0, 0, is_regional};
        for (const members::State* state : is_regional ? at.states.electing_in(group.key, day, at.language())
                                                       : at.states.in_group(group.key, day, at.language())) {
            ++row.members;
            row.states += reported.contains(std::string(state->iso3.text()));
        }
        if (is_regional) page.members += row.members;
        page.groups.push_back(std::move(row));
    }
    page.states = static_cast<std::int64_t>(reported.size());
}

void add_tiles(const AddingUp& at, const std::set<std::string>& reported, ProgressPage& page) {
    const members::TileMap map = at.states.tile_map(at.today);
    page.tile_columns = map.columns;
    page.tile_rows = map.rows;
    for (const members::DrawnTile& tile : map.tiles) {
        const std::string code(tile.iso3.text());
        const bool has = reported.contains(code);
        const members::State* state = at.states.by_iso3(code);
        page.tiles.push_back({code, state->display(at.language()),
                              has ? report_address(code, page.year) : "/states/" + state->slug,
                              tile.tile.column, tile.tile.row, has});
    }
}

std::optional<std::int64_t> states_at(const Indicator& indicator, const YearOfIndicator& year) {
    if (!indicator.is_scale) return std::nullopt;
    return year.counting(indicator);
}

void add_year(const AddingUp& at, const Indicator& indicator, const YearOfIndicator& year,
              IndicatorPage& page) {
    IndicatorYear row{year.year, year.world.answered, states_at(indicator, year), year.levels_apart, 0,
                      false};
    tell_uncounted(year.world.uncounted, row);
    page.years.push_back(row);
    for (std::size_t i = 0; i < indicator.levels.size(); ++i) {
        const ValueCount& level = year.world.values.at(i);
        page.rows.push_back({year.year, level.value, shown(at, indicator.levels[i].label), level.count(),
                             level.is_whole, level.states});
    }
}

void add_groups(const AddingUp& at, const YearOfIndicator& year, IndicatorPage& page) {
    for (const GroupCount& group : year.groups) {
        IndicatorGroup row{group.group, at.name_of_group(group.group), group.answered, {}, 0, false};
        for (const IndicatorLevelName& level : page.levels) {
            const auto found = std::ranges::find(group.values, level.level, &ValueCount::value);
            row.levels.push_back(found == group.values.end() ? 0 : found->count());
        }
        tell_uncounted(group.uncounted, row);
        page.groups.push_back(std::move(row));
    }
}

} // namespace

std::string AddingUp::name_of_group(std::string_view key) const {
    if (key.empty()) return std::string(visit.in.tr("In no regional group"));
    const members::Group* group = states.group(key);
    return group == nullptr ? std::string(key) : group->name(language());
}

const Input<ProgressQuery>& input_of(Of<ProgressQuery>) {
    static const auto input =
        Input<ProgressQuery>("national_reports.progress").number("year", &ProgressQuery::year, year_rules());
    return input;
}
const Input<IndicatorQuery>& input_of(Of<IndicatorQuery>) {
    static const auto input = Input<IndicatorQuery>("national_reports.indicator")
                                  .hidden("indicator", &IndicatorQuery::indicator, {.label = N_("Indicator")})
                                  .number("year", &IndicatorQuery::year, year_rules());
    return input;
}

std::string report_address(std::string_view iso3, std::int64_t year) {
    return "/reports/" + std::string(iso3) + "/" + std::to_string(year);
}

std::string shown(const AddingUp& at, const Texts& texts) {
    return std::string(texts.in(at.visit.in.code()).text);
}

std::int64_t year_of(const AddingUp& at, std::int64_t asked) {
    if (asked != 0) return asked;
    const std::int64_t now = at.today.year();
    return last_year_reported(at.session, now).value_or(now);
}

ReportingYear turns_of(const AddingUp& at, std::int64_t year, std::span<const ReceivedReport> received) {
    const auto states = states_in_turn(at.states, at.today);
    const auto in_force = at.charter.of(at.session);
    if (in_force != nullptr) return reporting_year(in_force->charter, year, states, received);
    ReportingYear made{year, year, {}};
    for (const std::string& state : states) made.states.push_back({state, {}, false, {}, 0});
    for (StateTurn& turn : made.states)
        turn.received = std::ranges::any_of(received, [&](const ReceivedReport& report) {
            return report.state == turn.state && report.year == year;
        });
    return made;
}

YearOfIndicator one_year(const AddingUp& at, const Indicator& indicator, std::int64_t year) {
    const auto series =
        series_of(indicator, rows_of(at.session, indicator, {year, year}), groups_on(at.states, at.today),
                  seen_by(identity::actor_of(at.visit).reader()));
    return series.empty() ? nothing_of(indicator, year) : series.front();
}

ProgressRow progress_row(const AddingUp& at, const Indicator& indicator, std::int64_t year) {
    const YearOfIndicator found = one_year(at, indicator, year);
    ProgressRow row{indicator.key,
                    shown(at, indicator.title),
                    std::string(name_of(indicator.purpose)),
                    std::string(name_of(indicator.pillar)),
                    "/reports/progress/" + indicator.key + "?year=" + std::to_string(year),
                    found.world.answered,
                    states_at(indicator, found),
                    found.levels_apart,
                    0,
                    false};
    tell_uncounted(found.world.uncounted, row);
    return row;
}

Result<ProgressPage> load_progress(const AddingUp& at, const ProgressQuery& query) {
    ProgressPage page;
    page.year = year_of(at, query.year);
    page.catalogue = shipped_indicators().version;
    const auto received = received_reports(at.session, {page.year - years_shown - 24, page.year});
    const auto by_year = reporters(received);
    const auto found = by_year.find(page.year);
    const std::set<std::string> reported = found == by_year.end() ? std::set<std::string>() : found->second;
    add_years(at, received, page);
    add_groups(at, reported, page);
    add_tiles(at, reported, page);
    for (const Indicator& indicator : shipped_indicators().indicators)
        page.rows.push_back(progress_row(at, indicator, page.year));
    return page;
}

Result<IndicatorPage> load_indicator(const AddingUp& at, const IndicatorQuery& query) {
    const Indicator* indicator = shipped_indicators().find(query.indicator);
    if (indicator == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_indicator")
                          .with("indicator", query.indicator));
    IndicatorPage page;
    page.indicator = indicator->key;
    page.title = shown(at, indicator->title);
    page.about = shown(at, indicator->about);
    page.purpose = name_of(indicator->purpose);
    page.pillar = name_of(indicator->pillar);
    page.item = indicator->item;
    page.catalogue = shipped_indicators().version;
    page.is_scale = indicator->is_scale;
    for (const IndicatorLevel& level : indicator->levels)
        page.levels.push_back({level.key, shown(at, level.label), level.counts});
    const auto series =
        series_of(*indicator, rows_of(at.session, *indicator, {}), groups_on(at.states, at.today),
                  seen_by(identity::actor_of(at.visit).reader()));
    page.year = query.year != 0 ? query.year : series.empty() ? at.today.year() : series.back().year;
    for (const YearOfIndicator& year : series) {
        add_year(at, *indicator, year, page);
        if (year.year == page.year) add_groups(at, year, page);
    }
    return page;
}

} // namespace poa::national_reports
