// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_trying_values.hpp"

#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/charter/charter_file.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace poa::charter {
namespace {

namespace json = boost::json;

std::optional<std::int64_t> whole_of(std::string_view text) {
    text = trim(text);
    std::int64_t made = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), made);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return made;
}

/// A number where it is one; else the text, which no clause takes in its place.
json::value whole_or_text(std::string_view text) {
    if (auto whole = whole_of(text)) return *whole;
    return json::string(trim(text));
}

json::object json_of(const DecisionRule& rule) {
    json::object made{{"by", name_of(rule.form)}};
    if (rule.has_vote()) {
        made["majority"] = name_of(rule.majority);
        made["of"] = name_of(rule.base);
        if (rule.quorum_percent > 0) made["quorum_percent"] = rule.quorum_percent;
    }
    if (rule.form == RuleForm::silence) made["hours"] = rule.hours;
    return made;
}

json::array json_of(const std::vector<GroupPlan>& groups) {
    json::array made;
    for (const GroupPlan& group : groups)
        made.push_back(json::object{{"id", group.id},
                                    {"title", group.title},
                                    {"topic", group.topic},
                                    {"meetings_per_year", group.meetings_per_year},
                                    {"days", group.days}});
    return made;
}

json::object json_of(const RightsTable& table) {
    json::object made;
    for (const auto& [participants, kinds] : table) {
        json::object inner;
        for (const auto& [kind, rights] : kinds) inner[kind] = json::array(rights.begin(), rights.end());
        made[participants] = std::move(inner);
    }
    return made;
}

json::array listed(std::string_view typed) {
    json::array made;
    for (std::string_view item : split(typed, ','))
        if (!trim(item).empty()) made.emplace_back(json::string(trim(item)));
    return made;
}

json::value span_of(std::string_view typed) {
    std::size_t between = typed.find(" to ");
    if (between == std::string_view::npos) return json::array{whole_or_text(typed), whole_or_text(typed)};
    return json::array{whole_or_text(typed.substr(0, between)), whole_or_text(typed.substr(between + 4))};
}

json::value with_parts(std::string_view typed) {
    if (auto made = parse_json(typed)) return *made;
    return json::string(typed);
}

json::value truth_of(std::string_view typed) {
    if (typed == "yes" || typed == "true") return true;
    if (typed == "no" || typed == "false") return false;
    return json::string(typed);
}

json::value json_of_typed(const ClauseSpec& clause, std::string_view typed) {
    if (typed == "none" && clause.limits.may_be_none) return nullptr;
    switch (clause.limits.type) {
    case ClauseType::truth:
        return truth_of(typed);
    case ClauseType::whole:
        return whole_or_text(typed);
    case ClauseType::choices:
        return listed(typed);
    case ClauseType::span:
        return span_of(typed);
    case ClauseType::rule:
        return typed.starts_with('{') ? with_parts(typed) : json::object{{"by", typed}};
    case ClauseType::groups:
    case ClauseType::rights:
        return with_parts(typed);
    default:
        return json::string(typed);
    }
}

/// An id that no group before has: from the title's letters.
std::string new_group_id(std::string_view title, std::size_t place) {
    std::string made;
    for (char letter : ascii_lower(title))
        if (letter >= 'a' && letter <= 'z')
            made += letter;
        else if (!made.empty() && made.back() != '-')
            made += '-';
    made = made.substr(0, 30);
    while (!made.empty() && made.back() == '-') made.pop_back();
    return (made.empty() ? "group" : made) + "-" + std::to_string(place + 1);
}

std::string at(const std::vector<std::string>& texts, std::size_t place) {
    return place < texts.size() ? texts[place] : std::string();
}

/// A group whose title was emptied is left out.
json::array groups_of(const TypedParts& parts) {
    json::array made;
    for (std::size_t i = 0; i < parts.title.size(); ++i) {
        if (trim(parts.title[i]).empty()) continue;
        const std::string id = at(parts.group, i);
        made.push_back(json::object{{"id", id.empty() ? new_group_id(parts.title[i], i) : id},
                                    {"title", parts.title[i]},
                                    {"topic", at(parts.topic, i)},
                                    {"meetings_per_year", whole_or_text(at(parts.meetings, i))},
                                    {"days", whole_or_text(at(parts.days, i))}});
    }
    return made;
}

json::object rule_of(const TypedParts& parts) {
    json::object made{{"by", parts.by}};
    const auto form = parse_rule_form(parts.by);
    if (form == RuleForm::vote || form == RuleForm::consensus_then_vote) {
        made["majority"] = parts.majority;
        made["of"] = parts.of;
        if (!parts.quorum_percent.empty() && parts.quorum_percent != "0")
            made["quorum_percent"] = whole_or_text(parts.quorum_percent);
    }
    if (form == RuleForm::silence) made["hours"] = whole_or_text(parts.hours);
    return made;
}

} // namespace

std::string typed_of(const ClauseValue& value) {
    if (const auto* rule = std::get_if<DecisionRule>(&value))
        return rule->has_vote() || rule->form == RuleForm::silence ? json::serialize(json_of(*rule))
                                                                   : std::string(name_of(rule->form));
    if (const auto* groups = std::get_if<std::vector<GroupPlan>>(&value))
        return json::serialize(json_of(*groups));
    if (const auto* rights = std::get_if<RightsTable>(&value)) return json::serialize(json_of(*rights));
    return text_of(value);
}

Result<ClauseValue> parse_typed(const ClauseSpec& clause, std::string_view typed) {
    return read_clause(clause, json_of_typed(clause, trim(typed)));
}

std::string typed_of(const ClauseSpec& clause, const TypedParts& parts) {
    if (parts.is_none && clause.limits.may_be_none) return "none";
    switch (clause.limits.type) {
    case ClauseType::choices:
        return join(parts.items, ", ");
    case ClauseType::span:
        return parts.least == parts.most ? parts.least : parts.least + " to " + parts.most;
    case ClauseType::rule:
        return json::serialize(rule_of(parts));
    case ClauseType::groups:
        return json::serialize(groups_of(parts));
    default:
        return {};
    }
}

} // namespace poa::charter
