// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reference data as types: read from the two JSON texts (data/members.json, data/organisations.json), or
// refused with everything that is wrong in them.

#include "base/refusal.hpp"
#include "capabilities/members/state.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::members {

/// Where a statement of the data comes from.
struct Source {
    std::string title;
    std::string publisher;
    std::string address; ///< a URL, or empty
    std::string note;
};

/// An M49 region or, with a parent, subregion.
struct Region {
    std::string name; ///< English
    std::string parent;
};

struct Group {
    enum class Kind { regional, list };
    std::string key; ///< "weog", "ldc"
    Kind kind = Kind::list;
    std::string abbreviation; ///< or empty
    PerLanguage<std::string> names;

    [[nodiscard]] const std::string& name(Language language) const { return in(names, language); }
};

/// Where a paper names an organisation: document and heading or paragraph.
struct Mention {
    std::string document; ///< symbol or title
    std::string place;
};

struct Organisation {
    std::string key;  ///< "pacific-islands-forum"
    std::string kind; ///< key of Reference::organisation_kinds
    std::string abbreviation;
    PerLanguage<std::string> names; ///< English always; others may be empty
    std::vector<Mention> named_in;

    /// The name in `language`, or where it has none the next of the fallback chain.
    [[nodiscard]] const std::string& name(Language language) const;
};

struct Reference {
    std::vector<State> states;
    std::vector<Group> groups;
    std::vector<Organisation> organisations;
    std::map<std::string, Source, std::less<>> sources;
    std::map<std::string, Region, std::less<>> regions;
    std::map<std::string, std::string, std::less<>> organisation_kinds; ///< key to English description
};

/// The two texts of the reference data.
struct ReferenceTexts {
    std::string_view members;
    std::string_view organisations;
};

/// Refuses (kind bad_input) with all problems at once; the field is the path, "members[12].names.ar.display".
/// Codes: members.missing, members.wrong_kind, members.empty, members.bad_code, members.bad_day,
/// members.unknown_key, members.taken_twice, members.ambiguous_name, members.not_plain; and those of
/// parse_json.
[[nodiscard]] Result<Reference> parse_reference(const ReferenceTexts& texts);

} // namespace poa::members
