// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/reading.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace poa::acquis {
namespace {

namespace json = boost::json;
using Facts = std::vector<std::pair<std::string, std::string>>;

/// A value and where it stands; what is wrong with it is noted and reading goes on.
class Place {
  public:
    Place(const json::value* value, std::string path, Refusal& problems)
        : value_(value), path_(std::move(path)), problems_(&problems) {}

    void problem(std::string code, Facts facts = {}) const {
        problems_->add_field(path_, std::move(code), std::move(facts));
    }
    [[nodiscard]] bool is_given() const { return value_ != nullptr && !value_->is_null(); }
    [[nodiscard]] Place at(std::string_view name) const {
        const json::object* object = value_ != nullptr ? value_->if_object() : nullptr;
        return {object != nullptr ? object->if_contains({name.data(), name.size()}) : nullptr,
                path_.empty() ? std::string(name) : path_ + "." + std::string(name), *problems_};
    }
    /// Says what is no object, and which of its members are not known.
    void only(std::initializer_list<std::string_view> known) const {
        const json::object* object = value_ != nullptr ? value_->if_object() : nullptr;
        if (object == nullptr) return problem("acquis.wrong_kind", {{"expected", "object"}});
        for (const auto& member : *object) {
            const std::string_view name(member.key().data(), member.key().size());
            if (std::ranges::find(known, name) == known.end())
                at(name).problem("acquis.unknown_field", {{"name", std::string(name)}});
        }
    }
    [[nodiscard]] std::string text() const {
        if (!is_given()) return problem("acquis.missing"), std::string();
        const auto* string = value_->if_string();
        if (string == nullptr) return problem("acquis.wrong_kind", {{"expected", "text"}}), std::string();
        const std::string_view text(string->data(), string->size());
        if (trim(text).empty())
            problem("acquis.missing");
        else if (!is_plain_text(text) || trim(text).size() != text.size())
            problem("acquis.not_plain");
        return nfc(text);
    }
    [[nodiscard]] std::string text_if_given() const { return is_given() ? text() : std::string(); }
    [[nodiscard]] std::string key() const {
        std::string made = text();
        if (!made.empty() && (slug(made) != made || made.size() > 64))
            problem("acquis.not_a_key", {{"value", made}});
        return made;
    }
    [[nodiscard]] std::string one_of(std::initializer_list<std::string_view> choices) const {
        std::string made = text();
        if (!made.empty() && std::ranges::find(choices, made) == choices.end())
            problem("acquis.not_a_choice", {{"value", made}});
        return made;
    }
    [[nodiscard]] std::int64_t year() const {
        if (!is_given()) return problem("acquis.missing"), 0;
        const auto* number = value_->if_int64();
        if (number != nullptr && *number >= 1945 && *number <= 2200) return *number;
        return problem("acquis.wrong_kind", {{"expected", "a year"}}), 0;
    }
    [[nodiscard]] bool is_true() const {
        if (!is_given()) return false;
        if (const auto* truth = value_->if_bool()) return *truth;
        return problem("acquis.wrong_kind", {{"expected", "true or false"}}), false;
    }
    template <class F> void each(F&& f) const {
        if (!is_given()) return;
        const json::array* list = value_->if_array();
        if (list == nullptr) return problem("acquis.wrong_kind", {{"expected", "list"}});
        for (std::size_t i = 0; i < list->size(); ++i)
            f(Place(&(*list)[i], path_ + "[" + std::to_string(i) + "]", *problems_));
    }
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> made;
        each([&](const Place& one) { made.push_back(one.key()); });
        return made;
    }
    [[nodiscard]] Words words() const {
        only({"ar", "zh", "en", "fr", "ru", "es"});
        std::map<std::string, std::string, std::less<>> made;
        for (const char* language : {"en", "fr"}) made.emplace(language, at(language).text());
        for (const char* language : {"ar", "zh", "ru", "es"})
            if (at(language).is_given()) made.emplace(language, at(language).text());
        return Words(std::move(made));
    }

  private:
    const json::value* value_;
    std::string path_;
    Refusal* problems_;
};

bool inferred_at(const Place& place) {
    return place.at("certainty").one_of({"checked", "inferred"}) == "inferred";
}

Instrument read_instrument(const Place& place) {
    place.only({"key", "symbol", "kind", "body", "year", "adoption", "part", "route", "endorsed_by", "titles",
                "certainty", "note"});
    Instrument made;
    made.key = place.at("key").key();
    made.symbol = place.at("symbol").text();
    made.kind = place.at("kind").one_of({"report", "resolution", "decision", "declaration"});
    made.body = place.at("body").text();
    made.year = place.at("year").year();
    made.adoption =
        parse_adoption(place.at("adoption").one_of({"consensus", "without_a_vote", "vote", "not_known"}))
            .value_or(Adoption::not_known);
    made.is_of_framework = place.at("part").one_of({"framework", "context"}) == "framework";
    if (place.at("route").is_given())
        made.route = place.at("route").one_of({"report_endorsed", "review_conference"});
    made.endorsed_by = place.at("endorsed_by").text_if_given();
    made.titles = place.at("titles").words();
    made.is_inferred = inferred_at(place);
    made.note = place.at("note").text_if_given();
    return made;
}

Topic read_topic(const Place& place) {
    place.only({"key", "names", "under"});
    Topic made{place.at("key").key(), place.at("names").words(), {}};
    if (place.at("under").is_given()) made.under = place.at("under").key();
    return made;
}

SourcePlace read_source(const Place& place) {
    place.only({"instrument", "paragraph"});
    return {place.at("instrument").key(), place.at("paragraph").text()};
}

Item read_item(const Place& place) {
    place.only({"key", "kind", "designation", "levels", "titles", "summaries", "source", "also", "certainty",
                "topics", "links", "fixed"});
    Item made;
    made.key = place.at("key").key();
    const std::string kind = place.at("kind").text();
    if (auto known = parse_item_kind(kind))
        made.kind = *known;
    else if (!kind.empty())
        place.at("kind").problem("acquis.not_a_choice", {{"value", kind}});
    made.designation = place.at("designation").text_if_given();
    place.at("levels").each([&](const Place& level) {
        made.levels.push_back(level.one_of({"national", "regional", "global"}));
    });
    if (made.levels.empty()) place.at("levels").problem("acquis.missing");
    made.titles = place.at("titles").words();
    made.summaries = place.at("summaries").words();
    made.source = read_source(place.at("source"));
    place.at("also").each([&](const Place& one) { made.also.push_back(read_source(one)); });
    made.is_inferred = inferred_at(place);
    made.topics = place.at("topics").keys();
    made.links = place.at("links").keys();
    made.is_fixed = place.at("fixed").is_true();
    return made;
}

ChecklistEntry read_entry(const Place& place) {
    place.only({"key", "item", "level", "titles", "certainty"});
    ChecklistEntry made;
    made.key = place.at("key").key();
    made.item = place.at("item").key();
    made.level = place.at("level").one_of({"national", "regional", "global"});
    made.titles = place.at("titles").words();
    made.is_inferred = inferred_at(place);
    return made;
}

/// A key stands once in its list.
template <class One, class Read> void read_list(const Place& list, std::vector<One>& into, Read read) {
    std::set<std::string> taken;
    list.each([&](const Place& place) {
        One one = read(place);
        if (!one.key.empty() && !taken.insert(one.key).second)
            place.at("key").problem("acquis.taken_twice", {{"value", one.key}});
        into.push_back(std::move(one));
    });
}

} // namespace

Result<Registration> parse_registration(std::string_view text) {
    auto document = parse_json(text);
    if (!document) return refuse(document.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    const Place root(&*document, {}, problems);
    root.only({"$schema", "title", "note", "certainty", "checklist_note", "instruments", "topics", "items",
               "checklists", "removals", "remove"});
    Registration made;
    made.title = root.at("title").text();
    made.note = root.at("note").text_if_given();
    made.checklist_note = root.at("checklist_note").text_if_given();
    read_list(root.at("instruments"), made.instruments, read_instrument);
    read_list(root.at("topics"), made.topics, read_topic);
    read_list(root.at("items"), made.items, read_item);
    read_list(root.at("checklists"), made.checklists, read_entry);
    for (const char* name : {"removals", "remove"})
        for (std::string& key : root.at(name).keys()) made.removals.push_back(std::move(key));
    if (problems.reasons.empty() && made.instruments.empty() && made.topics.empty() && made.items.empty() &&
        made.checklists.empty() && made.removals.empty())
        root.problem("acquis.registers_nothing");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return made;
}

} // namespace poa::acquis
