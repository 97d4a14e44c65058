// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/register.hpp"

#include "base/require.hpp"
#include "capabilities/members/name_key.hpp"

#include <unicode/coll.h>
#include <unicode/sortkey.h>

#include <algorithm>
#include <memory>

namespace poa::members {
namespace {

/// The order of a dictionary in that language; of the keys it gives, the smaller stands first.
std::vector<std::uint8_t> sort_key(const icu::Collator& collator, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::CollationKey key;
    collator.getCollationKey(icu::UnicodeString::fromUTF8(text), key, status);
    require(U_SUCCESS(status) != 0, "a name can be sorted");
    int32_t count = 0;
    const uint8_t* bytes = key.getByteArray(count);
    return {bytes, bytes + count};
}

bool is_letter_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

template <class T> const T* found_by_key(const std::vector<T>& list, std::string_view key) {
    for (const T& one : list)
        if (one.key == key) return &one;
    return nullptr;
}

} // namespace

Sha256 digest_of(const Sha256& members, const Sha256& organisations) {
    return sha256({Bytes(members.bytes), Bytes(organisations.bytes)});
}

Register::Register(Reference reference, const Sha256& digest)
    : reference_(std::move(reference)), digest_(digest) {
    index_states();
    index_organisations();
    for (const Language language : official_languages) put_in_order(language);
}

void Register::index_states() {
    for (const State& state : reference_.states) {
        by_code_.emplace(state.iso3.text(), &state);
        by_code_.emplace(state.iso2, &state);
        by_m49_.emplace(state.m49, &state);
        by_slug_.emplace(state.slug, &state);
        index_names(state);
    }
    std::ranges::sort(beginnings_, {}, &Beginning::key);
}

void Register::index_names(const State& state) {
    for (const std::string& key : state.keys) {
        by_name_.emplace(key, &state);
        beginnings_.push_back({key, &state, true});
        for (std::size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1))
            beginnings_.push_back({key.substr(space + 1), &state, false});
    }
}

void Register::index_organisations() {
    for (const Organisation& one : reference_.organisations) {
        if (!one.abbreviation.empty()) organisation_by_name_.emplace(name_key(one.abbreviation), &one);
        for (const std::string& name : one.names)
            if (!name.empty()) organisation_by_name_.emplace(name_key(name), &one);
    }
}

void Register::put_in_order(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale(std::string(code_of(language)).c_str()), status));
    require(U_SUCCESS(status) != 0 && collator, "ICU sorts the six languages");
    std::vector<std::pair<std::vector<std::uint8_t>, const State*>> keyed;
    keyed.reserve(reference_.states.size());
    for (const State& state : reference_.states)
        keyed.emplace_back(sort_key(*collator, state.name(language).sort), &state);
    std::ranges::sort(keyed, [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second->iso3) < std::tie(b.first, b.second->iso3);
    });
    for (const auto& [key, state] : keyed) in(in_order_, language).push_back(state);
}

const State* Register::find(const Index<State>& index, std::string_view code, std::size_t length) {
    const auto found = code.size() == length ? index.find(code) : index.end();
    return found == index.end() ? nullptr : found->second;
}

const State* Register::by_slug(std::string_view slug) const {
    const auto found = by_slug_.find(slug);
    return found == by_slug_.end() ? nullptr : found->second;
}

const State* Register::named(std::string_view name) const {
    const auto found = by_name_.find(name_key(name));
    return found == by_name_.end() ? nullptr : found->second;
}

std::string_view Register::display_name(std::string_view iso3, Language language) const {
    const State* state = by_iso3(iso3);
    return state ? std::string_view(state->display(language)) : iso3;
}

States Register::states_on(Day day, Language language) const {
    States found;
    std::ranges::copy_if(states(language), std::back_inserter(found),
                         [&](const State* one) { return one->at(day); });
    return found;
}

States Register::search(std::string_view text, Language language, std::size_t count) const {
    if (is_letter_code(text))
        if (const State* state = find(by_code_, text, text.size())) return {state};
    const std::string key = name_key(text);
    if (key.empty()) return {};
    enum Rank { shown_name, any_name, word };
    std::unordered_map<const State*, Rank> ranks;
    for (auto at = std::ranges::lower_bound(beginnings_, key, {}, &Beginning::key);
         at != beginnings_.end() && at->key.starts_with(key); ++at) {
        Rank& rank = ranks.try_emplace(at->state, word).first->second;
        if (at->is_whole) rank = any_name;
    }
    for (auto& [state, rank] : ranks)
        if (name_key(state->display(language)).starts_with(key)) rank = shown_name;
    States found;
    for (const Rank rank : {shown_name, any_name, word})
        for (const State* state : states(language))
            if (const auto hit = ranks.find(state); hit != ranks.end() && hit->second == rank)
                found.push_back(state);
    if (found.size() > count) found.resize(count);
    return found;
}

const Group* Register::group(std::string_view key) const {
    return found_by_key(reference_.groups, key);
}

States Register::in_group(std::string_view key, Day day, Language language) const {
    States found;
    for (const State* state : states(language))
        if (state->membership(key, day)) found.push_back(state);
    return found;
}

States Register::electing_in(std::string_view key, Day day, Language language) const {
    States found;
    for (const State* state : states(language))
        if (const Membership* one = state->electoral_group(day); one && one->group == key)
            found.push_back(state);
    return found;
}

const Organisation* Register::organisation(std::string_view key) const {
    return found_by_key(reference_.organisations, key);
}

const Organisation* Register::organisation_named(std::string_view name) const {
    const auto found = organisation_by_name_.find(name_key(name));
    return found == organisation_by_name_.end() ? nullptr : found->second;
}

const Source* Register::source(std::string_view key) const {
    const auto found = reference_.sources.find(key);
    return found == reference_.sources.end() ? nullptr : &found->second;
}

const Region* Register::region(std::string_view m49) const {
    const auto found = reference_.regions.find(m49);
    return found == reference_.regions.end() ? nullptr : &found->second;
}

std::string_view Register::organisation_kind(std::string_view key) const {
    const auto found = reference_.organisation_kinds.find(key);
    return found == reference_.organisation_kinds.end() ? std::string_view() : found->second;
}

TileMap Register::tile_map(Day day) const {
    std::vector<TilePlace> places;
    for (const State* state : states_on(day, Language::en)) places.push_back({state->iso3, state->tile});
    return lay_out(places);
}

} // namespace poa::members
