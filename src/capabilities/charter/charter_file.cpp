// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/charter_file.hpp"

#include "base/text.hpp"
#include "capabilities/charter/nearest.hpp"
#include "capabilities/charter/schema_check.hpp"
#include "capabilities/charter/yaml_reading.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace poa::charter {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string text(const value& json) {
    return std::string(json.as_string());
}
std::string text_at(const object& members, std::string_view key) {
    const value* found = members.if_contains(key);
    return found != nullptr && found->is_string() ? text(*found) : std::string();
}

/// Problems of one file or of one clause, each with its line.
struct Problems {
    Refusal refusal{Refusal::Kind::bad_input, {}};
    const YamlText* yaml = nullptr; ///< null: a clause alone, without lines

    void add(std::string code, std::string_view pointer, const ClauseSpec* clause,
             std::vector<std::pair<std::string, std::string>> facts) {
        if (yaml != nullptr) facts.emplace_back("line", std::to_string(yaml->line_of(pointer)));
        Reason reason{std::move(code), {}, std::move(facts), {}};
        if (clause != nullptr) {
            reason.field = clause->path;
            reason.clause = clause->number;
        }
        refusal.reasons.push_back(std::move(reason));
    }
};

std::vector<std::string> texts(const value& json) {
    std::vector<std::string> made;
    for (const value& item : json.as_array()) made.push_back(text(item));
    return made;
}

std::vector<GroupPlan> groups(const value& json, const ClauseSpec& clause, std::string_view pointer,
                              Problems& problems) {
    std::vector<GroupPlan> made;
    std::set<std::string> ids;
    for (const value& item : json.as_array()) {
        const object& members = item.as_object();
        GroupPlan group{text_at(members, "id"), text_at(members, "title"), text_at(members, "topic"), 1, 5};
        if (const value* meetings = members.if_contains("meetings_per_year"))
            group.meetings_per_year = meetings->as_int64();
        if (const value* days = members.if_contains("days")) group.days = days->as_int64();
        if (!ids.insert(group.id).second)
            problems.add("charter.group_twice", fmt::format("{}/{}", pointer, made.size()), &clause,
                         {{"id", group.id}});
        made.push_back(std::move(group));
    }
    return made;
}

RightsTable rights(const value& json) {
    RightsTable made;
    for (const auto& participants : json.as_object())
        for (const auto& kind : participants.value().as_object())
            made[std::string(participants.key())][std::string(kind.key())] = texts(kind.value());
    return made;
}

DecisionRule rule(const value& json, const ClauseSpec& clause, std::string_view pointer, Problems& problems) {
    const object& members = json.as_object();
    DecisionRule made;
    made.form = *parse_rule_form(text_at(members, "by"));
    if (text_at(members, "majority") == "two_thirds") made.majority = Majority::two_thirds;
    if (text_at(members, "of") == "membership") made.base = MajorityBase::membership;
    if (const value* quorum = members.if_contains("quorum_percent")) made.quorum_percent = quorum->as_int64();
    if (const value* hours = members.if_contains("hours")) made.hours = hours->as_int64();
    auto wrong = [&](std::string_view part) {
        problems.add("charter.rule_part", pointer, &clause,
                     {{"part", std::string(part)}, {"by", text_at(members, "by")}});
    };
    for (std::string_view part : {"majority", "of", "quorum_percent"})
        if (!made.has_vote() && members.contains(part)) wrong(part);
    for (std::string_view part : {"majority", "of"})
        if (made.has_vote() && !members.contains(part)) wrong(part);
    if ((made.form == RuleForm::silence) != members.contains("hours")) wrong("hours");
    return made;
}

Span span(const value& json, const ClauseSpec& clause, std::string_view pointer, Problems& problems) {
    const Span made{json.as_array()[0].as_int64(), json.as_array()[1].as_int64()};
    if (made.least > made.most)
        problems.add("charter.span_order", pointer, &clause,
                     {{"least", std::to_string(made.least)}, {"most", std::to_string(made.most)}});
    return made;
}

ClauseValue day(const value& json, const ClauseSpec& clause, std::string_view pointer, Problems& problems) {
    if (auto found = Day::parse(json.as_string())) return *found;
    problems.add("charter.impossible_day", pointer, &clause, {{"text", text(json)}});
    return None{};
}

/// From JSON that keeps to the schema.
ClauseValue convert(const ClauseSpec& clause, const value& json, std::string_view pointer,
                    Problems& problems) {
    if (json.is_null()) return None{};
    switch (clause.limits.type) {
    case ClauseType::truth:
        return json.as_bool();
    case ClauseType::whole:
        return json.as_int64();
    case ClauseType::text:
    case ClauseType::choice:
        return text(json);
    case ClauseType::choices:
        return texts(json);
    case ClauseType::day:
        return day(json, clause, pointer, problems);
    case ClauseType::span:
        return span(json, clause, pointer, problems);
    case ClauseType::rule:
        return rule(json, clause, pointer, problems);
    case ClauseType::groups:
        return groups(json, clause, pointer, problems);
    case ClauseType::rights:
        return rights(json);
    }
    return None{};
}

/// The clause that a pointer lies in: "/plenary/days/value" -> plenary.days.
const ClauseSpec* clause_at(std::string_view pointer) {
    const auto parts = split(pointer, '/');
    return parts.size() < 3 ? nullptr : find_clause(fmt::format("{}.{}", parts[1], parts[2]));
}

struct HeadKey {
    std::string_view key;
    std::string_view takes; ///< source string
};
constexpr std::array head_keys{
    HeadKey{"charter",
            N_("a short name of lower-case letters, digits and hyphens that begins with a letter")},
    HeadKey{"title",
            N_("titles by language (ar, zh, en, fr, ru, es) of at most 200 characters, English among "
               "them")},
    HeadKey{"kind", N_("one of: agreed, proposal, continuation, precedent, own")},
    HeadKey{"of", N_("a list of codes of two to eight capital letters, each once")},
    HeadKey{"based_on", N_("the short name of another charter")},
    HeadKey{"source", N_("a text of at most 200 characters")},
    HeadKey{"about", N_("a text of at most 2,000 characters")},
};

const HeadKey* find_head_key(std::string_view key) {
    const auto found = std::ranges::find(head_keys, key, &HeadKey::key);
    return found == head_keys.end() ? nullptr : found;
}

void find_unknown_keys(const object& whole, Problems& problems) {
    for (const auto& [key, section] : whole) {
        const std::string pointer = "/" + pointer_part(key);
        if (find_head_key(key) != nullptr) continue;
        auto known = std::ranges::find(sections(), std::string_view(key), &SectionSpec::key);
        if (known == sections().end()) {
            std::vector<std::string_view> names;
            for (const HeadKey& one : head_keys) names.push_back(one.key);
            for (const SectionSpec& one : sections()) names.push_back(one.key);
            const std::string meant(nearest(key, names));
            problems.add(meant.empty() ? "charter.no_such_section" : "charter.unknown_section", pointer,
                         nullptr, {{"key", std::string(key)}, {"nearest", meant}});
            continue;
        }
        if (!section.is_object()) continue; // the schema says it
        for (const auto& [name, entry] : section.as_object()) {
            static_cast<void>(entry);
            if (find_clause(fmt::format("{}.{}", std::string_view(key), std::string_view(name))) != nullptr)
                continue;
            std::vector<std::string_view> names;
            for (const ClauseSpec& clause : clauses())
                if (clause.section == std::string_view(key)) names.push_back(clause.key);
            const std::string meant(nearest(name, names));
            problems.add(meant.empty() ? "charter.no_such_clause" : "charter.unknown_clause",
                         pointer + "/" + pointer_part(name), nullptr,
                         {{"section", std::string(key)}, {"key", std::string(name)}, {"nearest", meant}});
        }
    }
}

/// The last word between single quotes: the checker names the key there.
std::string quoted_in(std::string_view problem) {
    const auto end = problem.rfind('\'');
    if (end == std::string_view::npos || end == 0) return {};
    const auto begin = problem.rfind('\'', end - 1);
    return begin == std::string_view::npos ? std::string()
                                           : std::string(problem.substr(begin + 1, end - begin - 1));
}

/// The problem lies in the clause's value, not in what stands beside it about its source.
bool is_of_value(const std::vector<std::string_view>& parts, const SchemaProblem& one) {
    if (parts.size() > 3)
        return parts[3] != "basis" && parts[3] != "source" && parts[3] != "passage" && parts[3] != "words" &&
               parts[3] != "note";
    // The clause itself, with a "value" and a key nobody knows.
    return one.problem.find("additionalProperties") == std::string::npos;
}

void add_schema_problems(const value& json, Problems& problems) {
    for (const SchemaProblem& one : schema_problems(json)) {
        const auto parts = split(one.pointer, '/');
        if (const ClauseSpec* clause = clause_at(one.pointer);
            clause != nullptr && !is_of_value(parts, one)) {
            problems.add("charter.provenance", one.pointer, clause,
                         {{"part", parts.size() > 3 ? std::string(parts[3]) : quoted_in(one.problem)},
                          {"problem", one.problem},
                          {"at", one.pointer}});
        } else if (clause != nullptr) {
            problems.add("charter.value", one.pointer, clause,
                         {{"takes", what_it_takes(*clause)}, {"problem", one.problem}, {"at", one.pointer}});
        } else if (const HeadKey* head =
                       find_head_key(parts.size() >= 2 ? parts[1] : quoted_in(one.problem))) {
            // At the top, what is missing is named in the problem.
            problems.add("charter.head", one.pointer, nullptr,
                         {{"key", std::string(head->key)},
                          {"takes", std::string(head->takes)},
                          {"problem", one.problem}});
        } else if (one.problem.find("additionalProperties") == std::string::npos) {
            // Unknown keys are named, with what was meant, by find_unknown_keys. A section that is no map:
            problems.add("charter.not_a_section", one.pointer, nullptr,
                         {{"key", parts.size() >= 2 ? std::string(parts[1]) : std::string()},
                          {"problem", one.problem}});
        }
    }
}

Refusal by_line(Refusal refusal) {
    auto line = [](const Reason& reason) {
        for (const auto& [name, value] : reason.facts)
            if (name == "line") return std::stoll(value);
        return 0LL;
    };
    std::ranges::stable_sort(refusal.reasons, {}, line);
    return refusal;
}

CharterHead read_head(const object& whole) {
    CharterHead head;
    head.id = text_at(whole, "charter");
    for (const auto& [language, title] : whole.at("title").as_object())
        head.titles.emplace_back(language, text(title));
    head.kind = *parse_charter_kind(text_at(whole, "kind"));
    if (const value* of = whole.if_contains("of")) head.of = texts(*of);
    head.based_on = text_at(whole, "based_on");
    head.source = text_at(whole, "source");
    head.about = text_at(whole, "about");
    return head;
}

Provenance read_provenance(const value& entry, const CharterHead& head) {
    Provenance made;
    const object* members = entry.if_object();
    if (members == nullptr || !members->contains("value")) return made;
    made.passage = text_at(*members, "passage");
    made.document = text_at(*members, "source");
    const std::string basis = text_at(*members, "basis");
    if (basis == "stated" || (basis.empty() && !made.passage.empty())) made.basis = Basis::stated;
    if (basis == "inferred") made.basis = Basis::inferred;
    if (basis == "background") made.basis = Basis::background;
    if (made.document.empty() && made.basis != Basis::assumed) made.document = head.source;
    made.words = text_at(*members, "words");
    made.note = text_at(*members, "note");
    return made;
}

const value& value_of(const value& entry) {
    const object* members = entry.if_object();
    const value* found = members == nullptr ? nullptr : members->if_contains("value");
    return found == nullptr ? entry : *found;
}

std::string pointer_to(const ClauseSpec& clause) {
    return "/" + clause.section + "/" + clause.key;
}

/// Of the clauses that keep to the schema, so that what only conversion finds is said beside what the schema
/// finds elsewhere.
std::map<std::size_t, ClauseValue> convert_all(const object& whole, Problems& problems) {
    std::set<std::string, std::less<>> wrong;
    for (const Reason& reason : problems.refusal.reasons) wrong.insert(reason.field);
    std::map<std::size_t, ClauseValue> made;
    for (const ClauseSpec& clause : clauses()) {
        const value* section = whole.if_contains(clause.section);
        if (section == nullptr || !section->is_object() || wrong.contains(clause.path)) continue;
        if (const value* entry = section->as_object().if_contains(clause.key))
            made.emplace(clause.index, convert(clause, value_of(*entry), pointer_to(clause), problems));
    }
    return made;
}

} // namespace

Result<CharterFile> read_charter(std::string_view text) {
    auto yaml = read_yaml(text);
    if (!yaml) return std::unexpected(yaml.error());
    Problems problems{.yaml = &*yaml};
    if (!yaml->json.is_object()) {
        problems.add("charter.not_a_map", "", nullptr, {});
        return refuse(std::move(problems.refusal));
    }
    const object& whole = yaml->json.as_object();
    find_unknown_keys(whole, problems);
    add_schema_problems(yaml->json, problems);
    auto values = convert_all(whole, problems);
    if (!problems.refusal.reasons.empty()) return refuse(by_line(std::move(problems.refusal)));

    CharterFile file{read_head(whole), whole.contains("based_on") ? yaml->line_of("/based_on") : 0, {}};
    for (auto& [index, value] : values) {
        const ClauseSpec& clause = clauses()[index];
        const auto& entry = whole.at(clause.section).as_object().at(clause.key);
        file.entries.emplace(index, ClauseEntry{std::move(value), read_provenance(entry, file.head),
                                                file.head.id, yaml->line_of(pointer_to(clause))});
    }
    return file;
}

Result<ClauseValue> read_clause(const ClauseSpec& clause, const value& json) {
    Problems problems;
    // The whole schema, around this one clause: the head is of no matter here.
    object section{{clause.key, json}};
    object whole{{"charter", "draft"}, {"title", {{"en", "draft"}}}, {"kind", "own"}};
    whole[clause.section] = std::move(section);
    add_schema_problems(whole, problems);
    if (!problems.refusal.reasons.empty()) return refuse(std::move(problems.refusal));
    ClauseValue made = convert(clause, value_of(json), {}, problems);
    if (!problems.refusal.reasons.empty()) return refuse(std::move(problems.refusal));
    return made;
}

std::string what_it_takes(const ClauseSpec& clause) {
    const ClauseLimits& limits = clause.limits;
    std::vector<std::string_view> names;
    for (const Choice& choice : limits.choices) names.push_back(choice.value);
    std::string made;
    switch (limits.type) {
    case ClauseType::truth:
        made = "true or false";
        break;
    case ClauseType::whole:
        made = fmt::format("a whole number from {} to {} ({})", limits.least, limits.most, limits.unit);
        break;
    case ClauseType::text:
        made = fmt::format("a text of at most {} characters", limits.characters_max);
        break;
    case ClauseType::choice:
        made = fmt::format("one of: {}", fmt::join(names, ", "));
        break;
    case ClauseType::choices:
        made = fmt::format("a list of any of: {}", fmt::join(names, ", "));
        break;
    case ClauseType::day:
        made = "a day, as 2026-07-20";
        break;
    case ClauseType::span:
        made = fmt::format("[least, most], whole numbers from {} to {} ({})", limits.least, limits.most,
                           limits.unit);
        break;
    case ClauseType::rule:
        made = "{by: consensus, consensus_then_vote, vote, silence or non_objection}, with majority and of "
               "for a "
               "vote, hours for silence";
        break;
    case ClauseType::groups:
        made = "a list of {id, title, topic, meetings_per_year, days}";
        break;
    case ClauseType::rights:
        made = "{class of participants: {kind of meeting: [rights]}}";
        break;
    }
    if (limits.may_be_none) made += ", or null";
    return made;
}

} // namespace poa::charter
