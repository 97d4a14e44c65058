// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_needs_loading.hpp"

#include "capabilities/national_reports/indicator.hpp"
#include "capabilities/national_reports/permissions.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::national_reports {
namespace {

constexpr int needs_shown = 50;

/// Areas as the indicator of priorities has them: those that all shipped surveys ask for.
const std::vector<IndicatorLevel>& known_areas() {
    return shipped_indicators().find("capacity-priorities")->levels;
}

members::Language language_of(const ReportReading& reading) {
    return members::language_or_english(reading.visit.in.code());
}

/// Items of the framework that a question on needs is asked for.
std::vector<NeedChoice> known_items(std::string_view language) {
    std::vector<NeedChoice> items;
    for (const Indicator& indicator : shipped_indicators().indicators)
        if (!indicator.item.empty() && indicator.key == indicator.item)
            items.push_back({indicator.item, std::string(indicator.title.in(language).text)});
    return items;
}

void add_choices(const ReportReading& reading, const members::Register& states, NeedsPage& page) {
    page.items = known_items(reading.visit.in.code());
    for (const IndicatorLevel& area : known_areas())
        page.areas.push_back({area.key, std::string(area.label.in(reading.visit.in.code()).text)});
    for (const members::Group& group : states.groups())
        page.groups.push_back({group.key, group.name(language_of(reading))});
}

bool is_among(const std::vector<NeedChoice>& choices, const std::string& key) {
    return key.empty() || std::ranges::find(choices, key, &NeedChoice::key) != choices.end();
}

Result<void> check(const members::Register& states, const NeedsPage& page) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto object = [&](const char* field, const char* code, const std::string& value) {
        problems.add_field(field, code, {{"value", value}});
    };
    if (!is_among(page.items, page.item)) object("item", "national_reports.no_such_item", page.item);
    if (!is_among(page.areas, page.area)) object("area", "national_reports.no_such_area", page.area);
    if (!is_among(page.groups, page.group)) object("group", "national_reports.no_such_group", page.group);
    if (!page.state.empty() && states.by_iso3(page.state) == nullptr)
        object("state", "national_reports.no_such_state", page.state);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return {};
}

NeedFilter filter_of(const ReportReading& reading, const members::Register& states, const NeedsPage& page) {
    NeedFilter filter{page.item, page.area, {}, parse_need_stage(page.stage), page.year};
    if (!page.group.empty()) {
        filter.states.emplace();
        for (const members::State* state :
             states.in_group(page.group, Day::of(reading.now), language_of(reading)))
            if (page.state.empty() || page.state == state->iso3.text())
                filter.states->emplace_back(state->iso3.text());
    } else if (!page.state.empty()) {
        filter.states = {page.state};
    }
    return filter;
}

void add_areas(const ReportReading& reading, const std::vector<NeedTally>& tallies, NeedsPage& page) {
    for (const IndicatorLevel& area : known_areas()) {
        NeedAreaRow row{area.key, area_title(area.key, reading.visit.in.code()), 0, {}};
        for (const NeedTally& tally : tallies)
            if (tally.area == area.key) row.seen.push_back(tally.state);
        row.states = static_cast<std::int64_t>(row.seen.size());
        if (row.states > 0) page.by_area.push_back(std::move(row));
    }
    // Most States first: it orders areas, and no State.
    std::ranges::stable_sort(page.by_area, std::greater{}, &NeedAreaRow::states);
}

void add_tiles(const ReportReading& reading, const members::Register& states,
               const std::vector<NeedTally>& tallies, NeedsPage& page) {
    std::set<std::string, std::less<>> named;
    for (const NeedTally& tally : tallies) named.insert(tally.state);
    page.states = static_cast<std::int64_t>(named.size());
    const members::TileMap map = states.tile_map(Day::of(reading.now));
    page.tile_columns = map.columns;
    page.tile_rows = map.rows;
    for (const members::DrawnTile& tile : map.tiles) {
        const members::State* state = states.by_iso3(tile.iso3.text());
        const bool names = named.contains(tile.iso3.text());
        const std::string code(tile.iso3.text());
        page.tiles.push_back({code, state->display(language_of(reading)),
                              names ? "/needs?state=" + code : "/states/" + state->slug, tile.tile.column,
                              tile.tile.row, names});
    }
}

} // namespace

const Input<NeedsQuery>& input_of(Of<NeedsQuery>) {
    static const auto input =
        Input<NeedsQuery>("national_reports.needs")
            .line("item", &NeedsQuery::item, {.label = N_("Part of the framework"), .required = false})
            .line("area", &NeedsQuery::area, {.label = N_("Area"), .required = false})
            .line("group", &NeedsQuery::group, {.label = N_("Group"), .required = false})
            .choice("stage", &NeedsQuery::stage,
                    {.label = N_("Stage"),
                     .required = false,
                     .choices = {{"open", N_("Open")}, {"met", N_("Met")}, {"withdrawn", N_("Withdrawn")}}})
            .line("state", &NeedsQuery::state, {.label = N_("State"), .required = false, .characters_max = 3})
            .number("year", &NeedsQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200})
            .number("before", &NeedsQuery::before,
                    {.label = N_("Entered before number"), .required = false, .least = 0});
    return input;
}

std::string item_title(std::string_view item, std::string_view language) {
    const Indicator* indicator = shipped_indicators().find(item);
    return std::string(indicator == nullptr ? item : indicator->title.in(language).text);
}

std::string area_title(std::string_view area, std::string_view language) {
    for (const IndicatorLevel& known : known_areas())
        if (known.key == area) return std::string(known.label.in(language).text);
    return std::string(area);
}

NeedRow row_of(const ReportReading& reading, const members::Register& states, const KeptNeed& need) {
    const std::string_view language = reading.visit.in.code();
    const NeedEntry& entry = need.entry;
    NeedRow row;
    row.need = need.id.number;
    row.year = need.year;
    row.state = need.state;
    row.name = states.display_name(need.state, language_of(reading));
    row.item = entry.item;
    row.item_title = entry.item.empty() ? std::string() : item_title(entry.item, language);
    row.area = entry.area;
    row.area_title = area_title(entry.area, language);
    row.question = entry.question;
    const auto report = store::report(reading.session, need.report);
    const auto survey = survey_of(reading.session, report->survey);
    if (const Question* question = survey->find(entry.question)) {
        const Shown label = question->label.in(language);
        row.label = label.text;
        row.language = label.language;
        for (const Option& option : survey->choices_of(*question))
            if (option.key == entry.entry) row.area_title = option.label.in(language).text;
    }
    row.words = entry.words;
    row.urgency = entry.urgency;
    row.wanted = entry.wanted;
    row.note = entry.note;
    row.stage = name_of(need.stage);
    row.said = need.said;
    row.audience = name_of(entry.sharing.audience);
    row.since = Day::of(need.since);
    row.address = "/needs/" + std::to_string(row.need);
    row.report = "/reports/" + row.state + "/" + std::to_string(row.year);
    return row;
}

Result<NeedsPage> load_needs(const ReportReading& reading, const NeedsQuery& query) {
    const auto states = reading.states.now();
    NeedsPage page;
    page.item = query.item;
    page.area = query.area;
    page.group = query.group;
    page.stage = query.stage;
    page.state = query.state;
    page.year = query.year;
    add_choices(reading, *states, page);
    if (auto checked = check(*states, page); !checked) return refuse(checked.error());
    const NeedFilter filter = filter_of(reading, *states, page);
    const auto tallies = tally_needs(reading.session, reading.actor.reader(), filter);
    add_tiles(reading, *states, tallies, page);
    add_areas(reading, tallies, page);
    const auto found =
        needs_for(reading.session, reading.actor.reader(), filter, Id<Need>{query.before}, needs_shown + 1);
    for (const KeptNeed& need : found) {
        if (page.rows.size() == needs_shown) {
            page.next = page.rows.back().need;
            break;
        }
        page.rows.push_back(row_of(reading, *states, need));
    }
    return page;
}

Result<NeedPage> load_need(const ReportReading& reading, Id<Need> id) {
    const auto need = need_for(reading.session, reading.actor.reader(), id);
    if (!need) return refuse(Refusal::Kind::not_found, "national_reports.no_such_need");
    NeedPage page{row_of(reading, *reading.states.now(), *need), false};
    page.may_settle =
        permissions()
            .check("national_reports.settle_need", reading.actor, identity::Body::state(need->state))
            .has_value();
    return page;
}

} // namespace poa::national_reports
