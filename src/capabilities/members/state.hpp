// SPDX-License-Identifier: Apache-2.0
#pragma once
// A State of the register: its codes, its names in six languages, and the groupings it is in, each from a day
// to a day and with its source. Values come from `parse_reference` (reference.hpp) and are valid by
// construction.

#include "base/time.hpp"
#include "capabilities/members/iso3.hpp"
#include "capabilities/members/language.hpp"
#include "capabilities/members/tile_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::members {

enum class Status { member, observer };
[[nodiscard]] constexpr std::string_view name_of(Status status) {
    return status == Status::member ? "member" : "observer";
}

/// How sure a statement of the data is: as in the named list, or public knowledge not checked against it.
enum class Certainty { listed, unchecked };
[[nodiscard]] constexpr std::string_view name_of(Certainty certainty) {
    return certainty == Certainty::listed ? "listed" : "unchecked";
}

/// A name as the United Nations write it. `official` has the article of the source in parentheses ("Bahamas
/// (the)"), `display` is the same without it and what pages show, `formal` is the long form, `m49` the one of
/// M49.
struct StateName {
    std::string official;
    std::string display;
    std::string sort;
    std::string formal;
    std::string m49;
    std::string source; ///< key of a Source
};

/// Being in a grouping, from a day to a day.
struct Membership {
    enum class Role { member, observer };
    enum class End { open, passed, scheduled };

    std::string group;         ///< key of a Group
    std::optional<Day> from;   ///< first day; nothing: not recorded, counts from Status on
    bool from_is_year = false; ///< only the year is known; `from` is its 1 January
    std::optional<Day> to;     ///< the first day on which it no longer holds
    End end = End::open;       ///< `scheduled`: decided for `to`, and may still be changed
    Role role = Role::member;
    /// In regional groups: whether the State is counted in this one when seats are filled. A State that takes
    /// part in two groups is counted in one of them.
    bool counts_for_elections = false;
    std::string source;
    Certainty certainty = Certainty::unchecked;
    std::string note;

    /// Whether it holds on `day`; the first day is in, the last is out.
    [[nodiscard]] bool at(Day day) const { return (!from || *from <= day) && (!to || day < *to); }
};

struct State {
    Iso3 iso3;
    std::string iso2;
    std::string m49;
    std::string slug; ///< its place in addresses; does not change when the name does
    Status status = Status::member;
    Day status_from; ///< day of admission, or since when it is an observer
    Certainty status_certainty = Certainty::unchecked;
    std::string status_source;
    std::string status_note;
    std::string region;    ///< M49 code
    std::string subregion; ///< M49 code
    Tile tile;
    std::vector<Membership> memberships;
    PerLanguage<StateName> names;
    std::vector<std::string> variants; ///< found by these too, never shown by them
    std::vector<std::string> notes;
    std::vector<std::string> keys; ///< name_keys of it: by what it is found

    [[nodiscard]] const StateName& name(Language language) const { return in(names, language); }
    /// The name to show.
    [[nodiscard]] const std::string& display(Language language) const { return name(language).display; }

    /// Whether it is a member or observer of the United Nations on that day.
    [[nodiscard]] bool at(Day day) const { return status_from <= day; }
    /// The membership of that group that holds on that day; nullptr where there is none.
    [[nodiscard]] const Membership* membership(std::string_view group, Day day) const;
    /// All memberships that hold on that day, in the order of the data.
    [[nodiscard]] std::vector<const Membership*> memberships_at(Day day) const;
    /// The regional group it is counted in when seats are filled; nullptr for observer States.
    [[nodiscard]] const Membership* electoral_group(Day day) const;
};

} // namespace poa::members
