// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/module.hpp"

#include "capabilities/members/pages_drawing.hpp"

namespace poa::members {
namespace {

using web::Visit;

Language language_of(const Visit& visit) {
    return parse_language(visit.in.code()).value_or(Language::en);
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

struct StatesQuery {
    std::string group;
    std::optional<Day> day;
};
const Input<StatesQuery>& states_query() {
    static const auto input = Input<StatesQuery>("members.states")
                                  .line("group", &StatesQuery::group,
                                        {.label = N_("Group"), .required = false, .characters_max = 60})
                                  .day("day", &StatesQuery::day, {.label = N_("As of"), .required = false});
    return input;
}
struct StateQuery {
    std::string state;
};
const Input<StateQuery>& state_query() {
    static const auto input =
        Input<StateQuery>("members.state").hidden("state", &StateQuery::state, {.characters_max = 100});
    return input;
}

StateRow row_of(const State& state, Day day, Language language, std::int64_t held) {
    StateRow row{std::string(state.iso3.text()),
                 state.iso2,
                 state.m49,
                 state.display(language),
                 state.name(language).formal,
                 std::string(name_of(state.status)),
                 {},
                 held,
                 "/states/" + state.slug};
    for (const Membership* membership : state.memberships_at(day)) row.groups.push_back(membership->group);
    return row;
}

Result<StatesPage> load_states(const ModuleLinks& links, const Visit& visit, const StatesQuery& query) {
    auto states = links.states.now();
    Language language = language_of(visit);
    StatesPage page;
    page.day = query.day.value_or(Day::of(links.clock.now()));
    page.group = query.group;
    if (!query.group.empty() && states->group(query.group) == nullptr)
        return refuse(
            Refusal::because(Refusal::Kind::not_found, "members.no_such_group").with("group", query.group));
    auto held = links.held_counts(visit);
    for (const State* state : query.group.empty() ? states->states_on(page.day, language)
                                                  : states->in_group(query.group, page.day, language)) {
        auto found = held.find(state->iso3.text());
        page.rows.push_back(row_of(*state, page.day, language, found == held.end() ? 0 : found->second));
    }
    for (const Group& group : states->groups())
        page.groups.push_back(
            {group.key, group.name(language),
             static_cast<std::int64_t>(states->in_group(group.key, page.day, language).size())});
    TileMap map = states->tile_map(page.day);
    page.columns = map.columns;
    page.tile_rows = map.rows;
    for (const DrawnTile& tile : map.tiles)
        page.tiles.push_back({std::string(tile.iso3.text()), tile.tile.column, tile.tile.row});
    return page;
}

MembershipRow row_of(const Membership& membership, const Register& states, Day day, Language language) {
    const Group* group = states.group(membership.group);
    const Source* source = states.source(membership.source);
    return {membership.group,
            group != nullptr ? group->name(language) : membership.group,
            membership.from,
            membership.from_is_year,
            membership.to,
            membership.role == Membership::Role::observer ? "observer" : "member",
            membership.counts_for_elections,
            membership.at(day),
            source != nullptr ? source->title : membership.source,
            std::string(name_of(membership.certainty)),
            membership.note};
}

std::string region_name(const Register& states, std::string_view code) {
    const Region* region = states.region(code);
    return region != nullptr ? region->name : std::string(code);
}

Result<StatePage> load_state(const ModuleLinks& links, const Visit& visit, const StateQuery& query) {
    auto states = links.states.now();
    const State* state = states->by_slug(query.state);
    if (state == nullptr)
        state = states->by_iso3(upper(query.state)); // "/states/egy", from rooms that know only codes
    if (state == nullptr) return refuse(Refusal::Kind::not_found, "members.no_such_state");
    Language language = language_of(visit);
    Day today = Day::of(links.clock.now());
    StatePage page;
    page.iso3 = std::string(state->iso3.text());
    page.iso2 = state->iso2;
    page.m49 = state->m49;
    page.slug = state->slug;
    page.name = state->display(language);
    page.formal_name = state->name(language).formal;
    page.status = name_of(state->status);
    page.status_from = state->status_from;
    page.status_certainty = name_of(state->status_certainty);
    page.region = region_name(*states, state->region);
    page.subregion = region_name(*states, state->subregion);
    for (web::Language each : web::all_languages) {
        const StateName& name = state->name(*parse_language(web::code_of(each)));
        page.names.push_back({std::string(web::code_of(each)), name.official, name.formal});
    }
    for (const Membership& membership : state->memberships)
        page.memberships.push_back(row_of(membership, *states, today, language));
    page.notes = state->notes;
    page.rows = links.held_of(visit, page.iso3);
    return page;
}

Result<OrganisationsPage> load_organisations(const ModuleLinks& links, const Visit& visit) {
    auto states = links.states.now();
    OrganisationsPage page;
    for (const Organisation& organisation : states->organisations()) {
        OrganisationRow row{organisation.key,
                            organisation.name(language_of(visit)),
                            organisation.abbreviation,
                            std::string(states->organisation_kind(organisation.kind)),
                            {}};
        for (const Mention& mention : organisation.named_in)
            row.named_in.push_back(mention.document + ", " + mention.place);
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace

void add_routes(web::Routes& routes, ModuleLinks links) {
    routes.sentence("members.no_such_group", N_("There is no group “{group}”."));
    routes.sentence("members.no_such_state",
                    N_("There is no State at this address. The list of States has them all."));
    routes.page<StatesPage>(
        "/states", {"members.states", N_("All States, with a map")}, states_query(),
        [links](const Visit& visit, const StatesQuery& query) { return load_states(links, visit, query); },
        draw_states);
    routes.page<StatePage>(
        "/states/{state}", {"members.state", N_("One State and what the record holds of it")}, state_query(),
        [links](const Visit& visit, const StateQuery& query) { return load_state(links, visit, query); },
        draw_state);
    routes.page<OrganisationsPage>(
        "/organisations", {"members.organisations", N_("Organisations and bodies named in the papers")},
        [links](const Visit& visit) { return load_organisations(links, visit); }, draw_organisations);
}

} // namespace poa::members
