// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/reference.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/members/name_key.hpp"
#include "capabilities/members/reading.hpp"

#include <algorithm>
#include <set>

namespace poa::members {
namespace {

constexpr std::pair<std::string_view, Certainty> certainties[] = {{"unchecked", Certainty::unchecked},
                                                                  {"listed", Certainty::listed}};
constexpr std::pair<std::string_view, Status> statuses[] = {{"member", Status::member},
                                                            {"observer", Status::observer}};
constexpr std::pair<std::string_view, Membership::Role> roles[] = {{"member", Membership::Role::member},
                                                                   {"observer", Membership::Role::observer}};
constexpr std::pair<std::string_view, Membership::End> ends[] = {{"passed", Membership::End::passed},
                                                                 {"scheduled", Membership::End::scheduled}};
constexpr std::pair<std::string_view, Group::Kind> group_kinds[] = {{"list", Group::Kind::list},
                                                                    {"regional", Group::Kind::regional}};

/// A code of a fixed number of letters or digits.
std::string code(const Place& place, std::size_t length, char lowest, char highest) {
    std::string text = place.text();
    const auto fits = [&](char c) { return c >= lowest && c <= highest; };
    if (!text.empty() && (text.size() != length || !std::ranges::all_of(text, fits)))
        place.problem("members.bad_code", {{"value", text}});
    return text;
}

std::string address_part(const Place& place) {
    std::string text = place.text();
    if (!text.empty() && slug(text) != text) place.problem("members.bad_code", {{"value", text}});
    return text;
}

/// A year alone is its 1 January.
void read_from(const Place& place, Membership& membership) {
    if (!place.is_given()) return;
    std::string written = place.text();
    membership.from_is_year = written.size() == 4;
    if (membership.from_is_year) written += "-01-01";
    membership.from = Day::parse(written);
    if (!written.empty() && !membership.from) place.problem("members.bad_day", {{"value", written}});
}

class Reader {
  public:
    Reader(Reference& reference, Refusal& problems) : reference_(reference), problems_(problems) {}

    void read_members(const boost::json::value& document) {
        const Place root(&document, "", problems_);
        root.at("sources").each_member([&](const std::string& key, const Place& place) {
            reference_.sources[key] = {place.at("title").text(), place.at("publisher").text(),
                                       place.at("address").text_if_given(), place.at("note").text_if_given()};
        });
        root.at("regions").each_member([&](const std::string& key, const Place& place) {
            reference_.regions[key] = {place.at("name").text(), place.at("parent").text_if_given()};
        });
        root.at("groups").each([&](const Place& place) { read_group(place); });
        root.at("members").each([&](const Place& place) { read_state(place); });
    }

    void read_organisations(const boost::json::value& document) {
        const Place root(&document, "", problems_);
        root.at("kinds").each_member([&](const std::string& key, const Place& place) {
            reference_.organisation_kinds[key] = place.text();
        });
        root.at("organisations").each([&](const Place& place) { read_organisation(place); });
    }

  private:
    void read_group(const Place& place) {
        Group group;
        group.key = address_part(place.at("key"));
        group.kind = place.at("kind").choice(group_kinds);
        group.abbreviation = place.at("abbreviation").text_if_given();
        for (const Language language : official_languages)
            in(group.names, language) = place.at("names").at(code_of(language)).text();
        once(place.at("key"), "group " + group.key);
        group_keys_.insert(group.key);
        reference_.groups.push_back(std::move(group));
    }

    void read_state(const Place& place) {
        const std::string letters = code(place.at("iso3"), 3, 'A', 'Z');
        const auto iso3 = Iso3::parse(letters);
        if (!iso3) return; // noted by `code`
        State state{*iso3};
        state.iso2 = code(place.at("iso2"), 2, 'A', 'Z');
        state.m49 = code(place.at("m49"), 3, '0', '9');
        state.slug = address_part(place.at("slug"));
        once(place.at("iso3"), "iso3 " + letters);
        once(place.at("iso2"), "iso2 " + state.iso2);
        once(place.at("m49"), "m49 " + state.m49);
        once(place.at("slug"), "slug " + state.slug);
        read_status(place, state);
        read_tile(place.at("tile"), state);
        state.region = place.at("region").key_of(reference_.regions);
        state.subregion = place.at("subregion").key_of(reference_.regions);
        place.at("groups").each([&](const Place& one) { read_membership(one, state); });
        for (const Language language : official_languages)
            in(state.names, language) = read_name(place.at("names").at(code_of(language)));
        place.at("variants").each([&](const Place& one) { state.variants.push_back(one.text()); });
        place.at("notes").each([&](const Place& one) { state.notes.push_back(one.text()); });
        state.keys = name_keys(state);
        check_names(place, state);
        reference_.states.push_back(std::move(state));
    }

    void read_status(const Place& place, State& state) {
        state.status = place.at("status").choice(statuses);
        state.status_from = place.at("status_from").day();
        state.status_source = place.at("status_source").key_of(reference_.sources);
        state.status_certainty = place.at("status_certainty").choice(certainties);
        state.status_note = place.at("status_note").text_if_given();
    }

    void read_tile(const Place& place, State& state) {
        std::vector<int> numbers;
        place.each([&](const Place& one) { numbers.push_back(one.whole_number()); });
        if (numbers.size() != 2 || numbers[0] < 1 || numbers[1] < 1)
            return place.problem("members.wrong_kind", {{"expected", "column and row from 1"}});
        state.tile = {numbers[0], numbers[1]};
        once(place, "tile " + std::to_string(numbers[0]) + "," + std::to_string(numbers[1]));
    }

    void read_membership(const Place& place, State& state) {
        Membership one;
        one.group = place.at("group").key_of(group_keys_);
        read_from(place.at("from"), one);
        if (place.at("to").is_given()) {
            one.to = place.at("to").day();
            one.end = place.at("end").choice(ends);
            if (one.from && *one.to <= *one.from)
                place.at("to").problem("members.bad_day", {{"value", one.to->iso()}});
        }
        if (place.at("role").is_given()) one.role = place.at("role").choice(roles);
        one.counts_for_elections = place.at("counts_for_elections").truth_if_given();
        one.source = place.at("source").key_of(reference_.sources);
        one.certainty = place.at("certainty").choice(certainties);
        one.note = place.at("note").text_if_given();
        state.memberships.push_back(std::move(one));
    }

    StateName read_name(const Place& place) {
        return {place.at("official").text(), place.at("display").text(),
                place.at("sort").text(),     place.at("formal").text(),
                place.at("m49").text(),      place.at("source").key_of(reference_.sources)};
    }

    void read_organisation(const Place& place) {
        Organisation one;
        one.key = address_part(place.at("key"));
        one.kind = place.at("kind").key_of(reference_.organisation_kinds);
        one.abbreviation = place.at("abbreviation").text_if_given();
        for (const Language language : official_languages) {
            const Place name = place.at("names").at(code_of(language));
            in(one.names, language) = language == Language::en ? name.text() : name.text_if_given();
        }
        place.at("named_in").each([&](const Place& mention) {
            one.named_in.push_back({mention.at("document").text(), mention.at("place").text()});
        });
        once(place.at("key"), "organisation " + one.key);
        reference_.organisations.push_back(std::move(one));
    }

    /// What is unique must not come twice.
    void once(const Place& place, const std::string& what) {
        const auto [first, is_new] = taken_.emplace(what, place.path());
        if (!is_new) place.problem("members.taken_twice", {{"value", what}, {"first", first->second}});
    }

    /// A name must find one State: the importer and the search rely on it.
    void check_names(const Place& place, const State& state) {
        for (const std::string& key : state.keys) {
            const auto [owner, is_new] = name_owners_.emplace(key, state.iso3);
            if (!is_new && owner->second != state.iso3)
                place.problem("members.ambiguous_name",
                              {{"value", key}, {"first", std::string(owner->second.text())}});
        }
    }

    Reference& reference_;
    Refusal& problems_;
    std::set<std::string, std::less<>> group_keys_;
    std::map<std::string, std::string> taken_;
    std::map<std::string, Iso3> name_owners_;
};

/// The document; nothing where it is no JSON, with its problems (the file's name as field) added to
/// `problems`.
std::optional<boost::json::value> parse_document(std::string_view text, const char* file, Refusal& problems) {
    auto document = parse_json(text);
    if (document) return std::move(*document);
    for (Reason& reason : document.error().reasons) {
        reason.field = file;
        problems.reasons.push_back(std::move(reason));
    }
    return std::nullopt;
}

} // namespace

const std::string& Organisation::name(Language language) const {
    for (const Language next : fallback_chain(language))
        if (!in(names, next).empty()) return in(names, next);
    return key;
}

Result<Reference> parse_reference(const ReferenceTexts& texts) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto members = parse_document(texts.members, "members.json", problems);
    const auto organisations = parse_document(texts.organisations, "organisations.json", problems);
    Reference reference;
    Reader reader(reference, problems);
    if (members) reader.read_members(*members);
    if (organisations) reader.read_organisations(*organisations);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return reference;
}

} // namespace poa::members
