// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of States and organisations. All of it is public.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::members {

struct StateRow {
    std::string iso3;
    std::string iso2;
    std::string m49;
    std::string name; ///< in the language asked for
    std::string formal_name;
    std::string status;              ///< "member" or "observer"
    std::vector<std::string> groups; ///< keys, as they hold on the day
    std::int64_t held = 0;           ///< things the record holds of it that this reader may see
    std::string address;             ///< "/states/egy"
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (iso3, iso2, m49, name, formal_name, status, groups, held, address))

struct GroupRow {
    std::string key;
    std::string name;
    std::int64_t states = 0;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (key, name, states))

struct TileRow {
    std::string iso3;
    std::int64_t column = 0;
    std::int64_t row = 0;
};
BOOST_DESCRIBE_STRUCT(TileRow, (), (iso3, column, row))

/// /states
struct StatesPage {
    Day day;                    ///< memberships are shown as of this day
    std::string group;          ///< key of the group shown; empty: all
    std::vector<StateRow> rows; ///< in the alphabetical order of the language
    std::vector<GroupRow> groups;
    std::vector<TileRow> tiles;
    std::int64_t columns = 0;
    std::int64_t tile_rows = 0;
};
BOOST_DESCRIBE_STRUCT(StatesPage, (), (day, group, rows, groups, tiles, columns, tile_rows))

struct NameRow {
    std::string language;
    std::string short_name;
    std::string formal_name;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (language, short_name, formal_name))

struct MembershipRow {
    std::string key;
    std::string name;
    std::optional<Day> from;
    bool from_is_year = false;
    std::optional<Day> to;
    std::string role; ///< "member" or "observer"
    bool counts_for_elections = false;
    bool holds = false; ///< on the day of the page
    std::string source;
    std::string certainty; ///< "listed" or "unchecked"
    std::string note;
};
BOOST_DESCRIBE_STRUCT(MembershipRow, (),
                      (key, name, from, from_is_year, to, role, counts_for_elections, holds, source,
                       certainty, note))

/// One thing the record holds of a State: a reply, a document, an act.
struct HeldItem {
    std::string kind; ///< "document", "reply", "act"
    std::string title;
    std::string address; ///< same-site
    std::optional<Day> date;
    std::string where; ///< "A/78/76", "ledger entry 12"
};
BOOST_DESCRIBE_STRUCT(HeldItem, (), (kind, title, address, date, where))

/// /states/{state}
struct StatePage {
    std::string iso3, iso2, m49, slug;
    std::string name, formal_name;
    std::string status;
    Day status_from;
    std::string status_certainty;
    std::string region, subregion; ///< M49, in English
    std::vector<NameRow> names;
    std::vector<MembershipRow> memberships;
    std::vector<std::string> notes;
    std::vector<HeldItem> rows; ///< what the record holds of it
};
BOOST_DESCRIBE_STRUCT(StatePage, (),
                      (iso3, iso2, m49, slug, name, formal_name, status, status_from, status_certainty,
                       region, subregion, names, memberships, notes, rows))

struct OrganisationRow {
    std::string key;
    std::string name;
    std::string abbreviation;
    std::string kind;
    std::vector<std::string> named_in; ///< "A/78/76, para. 20"
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (key, name, abbreviation, kind, named_in))

/// /organisations
struct OrganisationsPage {
    std::vector<OrganisationRow> rows;
};
BOOST_DESCRIBE_STRUCT(OrganisationsPage, (), (rows))

} // namespace poa::members
