// SPDX-License-Identifier: Apache-2.0
#pragma once
// All States, groups and organisations as they stand in the database, in memory and unchanging: made once and
// shared by all threads. What it gives out lives as long as the register.

#include "base/bytes.hpp"
#include "capabilities/members/reference.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace poa::members {

using States = std::vector<const State*>;

class Register {
  public:
    Register() = default; ///< empty: nothing was loaded yet
    /// `digest` names the texts it was made of (`digest_of`).
    Register(Reference reference, const Sha256& digest);
    Register(const Register&) = delete;
    Register& operator=(const Register&) = delete;

    [[nodiscard]] const Sha256& digest() const { return digest_; }

    /// In the alphabetical order of that language.
    [[nodiscard]] const States& states(Language language) const { return in(in_order_, language); }
    /// Those that are members or observers on that day, in the same order.
    [[nodiscard]] States states_on(Day day, Language language) const;

    /// nullptr where there is none. Codes in capitals, as they are written; the slug as in addresses.
    [[nodiscard]] const State* by_iso3(std::string_view code) const { return find(by_code_, code, 3); }
    [[nodiscard]] const State* by_iso2(std::string_view code) const { return find(by_code_, code, 2); }
    [[nodiscard]] const State* by_m49(std::string_view code) const { return find(by_m49_, code, 3); }
    [[nodiscard]] const State* by_slug(std::string_view slug) const;
    /// The State of that name in any of the six languages: short, formal or M49 name or a common variant,
    /// without regard to case, accents, punctuation and a leading "the" (name_key.hpp). nullptr where there
    /// is none.
    [[nodiscard]] const State* named(std::string_view name) const;
    /// The name to show of the State with that ISO3 code; the code itself where there is no such State.
    [[nodiscard]] std::string_view display_name(std::string_view iso3, Language language) const;

    /// States one of whose names begins with `text`, or has a word that does; those whose name begins first,
    /// in alphabetical order; at most `count`. An ISO code alone finds its State. Nothing for an empty text.
    [[nodiscard]] States search(std::string_view text, Language language, std::size_t count) const;

    [[nodiscard]] std::span<const Group> groups() const { return reference_.groups; }
    [[nodiscard]] const Group* group(std::string_view key) const;
    /// The States in that group on that day, in alphabetical order.
    [[nodiscard]] States in_group(std::string_view key, Day day, Language language) const;
    /// Of a regional group: those counted in it when seats are filled. Every Member State is in exactly one.
    [[nodiscard]] States electing_in(std::string_view key, Day day, Language language) const;

    [[nodiscard]] std::span<const Organisation> organisations() const { return reference_.organisations; }
    [[nodiscard]] const Organisation* organisation(std::string_view key) const;
    /// By name in any language it has, or abbreviation; compared as State names are.
    [[nodiscard]] const Organisation* organisation_named(std::string_view name) const;

    /// nullptr where there is none.
    [[nodiscard]] const Source* source(std::string_view key) const;
    [[nodiscard]] const Region* region(std::string_view m49) const;
    [[nodiscard]] std::string_view organisation_kind(std::string_view key) const; ///< English, or empty

    /// The tiles of the States that are members or observers on that day.
    [[nodiscard]] TileMap tile_map(Day day) const;

  private:
    template <class T> using Index = std::unordered_map<std::string_view, const T*>;

    static const State* find(const Index<State>& index, std::string_view code, std::size_t length);
    void index_states();
    void index_names(const State& state);
    void index_organisations();
    void put_in_order(Language language);

    Reference reference_;
    Sha256 digest_;
    PerLanguage<States> in_order_;
    Index<State> by_code_; ///< ISO2 and ISO3
    Index<State> by_m49_;
    Index<State> by_slug_;
    std::unordered_map<std::string, const State*> by_name_;
    std::unordered_map<std::string, const Organisation*> organisation_by_name_;
    /// Names and the rests of names from each word on, sorted.
    struct Beginning {
        std::string key;
        const State* state = nullptr;
        bool is_whole = false;
    };
    std::vector<Beginning> beginnings_;
};

/// The digest under which a pair of texts is known.
[[nodiscard]] Sha256 digest_of(const Sha256& members, const Sha256& organisations);

} // namespace poa::members
