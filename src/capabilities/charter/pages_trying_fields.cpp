// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_trying_fields.hpp"

#include "base/text.hpp"
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/clauses.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "web/html.hpp"

#include <algorithm>
#include <span>

namespace poa::charter {
namespace {

using namespace web::html;
using web::Html;
using web::Visit;

template <class... Parts> auto optgroup(Parts&&... parts) {
    return web::html_inside::element("<optgroup>", "</optgroup>", std::forward<Parts>(parts)...);
}
auto label_is(std::string words) {
    return web::html_inside::named(" label=\"", std::move(words));
}

constexpr std::string_view main_id = "value", problem_id = "value-problem", hint_id = "value-hint";

struct Field {
    const TryingPage& page;
    const ClauseSpec& clause;
    const Visit& visit;

    [[nodiscard]] bool is_wrong() const { return !page.problem.empty(); }
    /// What was typed where it was refused, else the clause's value.
    [[nodiscard]] std::string shown() const {
        if (is_wrong() && !page.parts.any()) return page.typed;
        return std::holds_alternative<None>(page.start) ? std::string() : typed_of(page.start);
    }
    [[nodiscard]] std::string described() const { return std::string(is_wrong() ? problem_id : hint_id); }
};

Html named_number(const Field& field, std::string_view name_is, std::string_view words, std::string value_is,
                  std::int64_t least, std::int64_t most, bool is_main = false) {
    const std::string control = is_main ? std::string(main_id) : "value-" + std::string(name_is);
    return div(css("field"), label(css("form-label"), for_(control), words),
               input(css("form-control"), id(control), name(name_is), type("number"), min(least), max(most),
                     value(value_is), aria_invalid("true", field.is_wrong()),
                     aria_describedby(field.described())));
}

Html named_choice(const Field& field, std::string_view name_is, std::string_view words,
                  std::span<const Choice> choices, std::string_view chosen, bool is_main = false) {
    const std::string control = is_main ? std::string(main_id) : "value-" + std::string(name_is);
    return div(css("field"), label(css("form-label"), for_(control), words),
               select_(css("form-select"), id(control), name(name_is), aria_invalid("true", field.is_wrong()),
                       aria_describedby(field.described()), each(choices, [&](const Choice& choice) {
                           return option(value(choice.value), selected(choice.value == chosen),
                                         field.visit.in.tr(choice.label));
                       })));
}

Html named_line(const Field& field, std::string_view words, std::string_view type_is) {
    return div(css("field"), label(css("form-label"), for_(main_id), words),
               input(css("form-control"), id(main_id), name("value"), type(type_is), dir("auto"),
                     maxlength(static_cast<std::int64_t>(
                                   std::max<std::size_t>(field.clause.limits.characters_max, 20)),
                               type_is == "text"),
                     value(field.shown()), aria_invalid("true", field.is_wrong()),
                     aria_describedby(field.described())));
}

Html ticks(const Field& field, std::string_view words) {
    std::vector<std::string> chosen = field.page.parts.items;
    if (const auto* items = std::get_if<std::vector<std::string>>(&field.page.start);
        items != nullptr && !field.page.parts.any())
        chosen = *items;
    Html items;
    for (const Choice& choice : field.clause.limits.choices) {
        const std::string control = "item-" + std::string(choice.value);
        items +=
            li(input(css("form-check-input"), type("checkbox"), id(control), name("item"),
                     value(choice.value), checked(std::ranges::find(chosen, choice.value) != chosen.end())),
               label(for_(control), field.visit.in.tr(choice.label)));
    }
    return fieldset(css("ticks-frame"), id(main_id), legend(words), ul(css("ticks"), items));
}

Html span_fields(const Field& field, std::string_view words) {
    const auto& in = field.visit.in;
    TypedParts parts = field.page.parts;
    if (const auto* span = std::get_if<Span>(&field.page.start); span != nullptr && !parts.any())
        parts.least = std::to_string(span->least), parts.most = std::to_string(span->most);
    const ClauseLimits& limits = field.clause.limits;
    return fieldset(legend(words),
                    named_number(field, "least", in.tr("From"), parts.least, limits.least, limits.most, true),
                    named_number(field, "most", in.tr("To"), parts.most, limits.least, limits.most));
}

TypedParts rule_parts(const Field& field) {
    TypedParts parts = field.page.parts;
    const auto* rule = std::get_if<DecisionRule>(&field.page.start);
    if (rule == nullptr || parts.any()) return parts;
    parts.by = name_of(rule->form);
    parts.majority = name_of(rule->majority);
    parts.of = name_of(rule->base);
    if (rule->quorum_percent > 0) parts.quorum_percent = std::to_string(rule->quorum_percent);
    if (rule->hours > 0) parts.hours = std::to_string(rule->hours);
    return parts;
}

Html rule_fields(const Field& field, std::string_view words) {
    static constexpr std::array majorities{Choice{"simple", N_("more than half")},
                                           Choice{"two_thirds", N_("two thirds")}};
    static constexpr std::array bases{Choice{"present_and_voting", N_("of those present and voting")},
                                      Choice{"membership", N_("of all members")}};
    const auto& in = field.visit.in;
    const TypedParts parts = rule_parts(field);
    return fieldset(
        legend(words), named_choice(field, "by", in.tr("Decided by"), rule_forms(), parts.by, true),
        named_choice(field, "majority", in.tr("Majority, where there is a vote"), majorities, parts.majority),
        named_choice(field, "of", in.tr("Majority of whom"), bases, parts.of),
        named_number(field, "quorum_percent", in.tr("Quorum in percent, where there is a vote"),
                     parts.quorum_percent, 0, 100),
        named_number(field, "hours", in.tr("Hours, where silence decides"), parts.hours, 1, 8760));
}

TypedParts group_parts(const Field& field) {
    TypedParts parts = field.page.parts;
    const auto* groups = std::get_if<std::vector<GroupPlan>>(&field.page.start);
    if (groups == nullptr || parts.any()) return parts;
    for (const GroupPlan& group : *groups) {
        parts.group.push_back(group.id);
        parts.title.push_back(group.title);
        parts.topic.push_back(group.topic);
        parts.meetings.push_back(std::to_string(group.meetings_per_year));
        parts.days.push_back(std::to_string(group.days));
    }
    return parts;
}

Html group_fields(const Field& field, std::string_view words) {
    const auto& in = field.visit.in;
    const TypedParts parts = group_parts(field);
    Html groups;
    for (std::size_t i = 0; i <= parts.title.size(); ++i) {
        if (i < parts.title.size() && parts.title[i].empty()) continue;
        auto at = [&](const std::vector<std::string>& texts, std::string otherwise) {
            return i < texts.size() ? texts[i] : otherwise;
        };
        const std::string place = std::to_string(i + 1), title_id = "group-title-" + place,
                          topic_id = "group-topic-" + place, meetings_id = "group-meetings-" + place,
                          days_id = "group-days-" + place, topic = at(parts.topic, "all_pillars");
        groups += fieldset(
            css("ticks-frame"),
            legend(i < parts.title.size() ? in.tr("Group {n}", {{"n", place}})
                                          : std::string(in.tr("One more group"))),
            input(type("hidden"), name("group"), value(at(parts.group, {}))),
            div(css("field"), label(css("form-label"), for_(title_id), in.tr("Title; empty: no such group")),
                input(css("form-control"), id(title_id), name("title"), dir("auto"), maxlength(200),
                      value(at(parts.title, {})))),
            div(css("field"), label(css("form-label"), for_(topic_id), in.tr("Topic")),
                select_(css("form-select"), id(topic_id), name("topic"),
                        each(choices::group_topics,
                             [&](const Choice& choice) {
                                 return option(value(choice.value), selected(choice.value == topic),
                                               in.tr(choice.label));
                             }))),
            div(css("field"), label(css("form-label"), for_(meetings_id), in.tr("Meetings in a year")),
                input(css("form-control"), id(meetings_id), name("meetings"), type("number"), min(0), max(12),
                      value(at(parts.meetings, "1")))),
            div(css("field"), label(css("form-label"), for_(days_id), in.tr("Days of a meeting")),
                input(css("form-control"), id(days_id), name("days"), type("number"), min(1), max(60),
                      value(at(parts.days, "5")))));
    }
    return group(h3(id(main_id), words), groups);
}

Html rights_field(const Field& field, std::string_view words) {
    return div(css("field"), label(css("form-label"), for_(main_id), words),
               textarea(css("form-control"), id(main_id), name("value"), rows(8), dir("ltr"),
                        aria_invalid("true", field.is_wrong()), aria_describedby(field.described()),
                        field.shown()));
}

Html control_of(const Field& field, std::string_view words) {
    static constexpr std::array truths{Choice{"yes", N_("yes")}, Choice{"no", N_("no")}};
    const ClauseLimits& limits = field.clause.limits;
    switch (limits.type) {
    case ClauseType::truth:
        return named_choice(field, "value", words, truths, field.shown(), true);
    case ClauseType::whole:
        return named_number(field, "value", words, field.shown(), limits.least, limits.most, true);
    case ClauseType::choice:
        return named_choice(field, "value", words, limits.choices, field.shown(), true);
    case ClauseType::choices:
        return ticks(field, words);
    case ClauseType::day:
        return named_line(field, words, "date");
    case ClauseType::span:
        return span_fields(field, words);
    case ClauseType::rule:
        return rule_fields(field, words);
    case ClauseType::groups:
        return group_fields(field, words);
    case ClauseType::rights:
        return rights_field(field, words);
    case ClauseType::text:
        break;
    }
    return named_line(field, words, "text");
}

std::string hint_of(const ClauseSpec& clause, const Visit& visit) {
    const ClauseLimits& limits = clause.limits;
    if (limits.type != ClauseType::whole && limits.type != ClauseType::span) return {};
    return visit.in.tr("From {least} to {most} ({unit}).", {{"least", std::to_string(limits.least)},
                                                            {"most", std::to_string(limits.most)},
                                                            {"unit", visit.in.tr(limits.unit)}});
}

} // namespace

Html clause_field(const TryingPage& page, const Visit& visit) {
    const ClauseSpec& clause = *find_clause(page.chosen);
    const Field field{page, clause, visit};
    const std::string words = clause.number + " " + std::string(visit.in.tr(clause.title));
    const bool is_none = page.parts.any() || !page.problem.empty() ? page.parts.is_none
                                                                   : std::holds_alternative<None>(page.start);
    return group(
        control_of(field, words), div(css("field-hint form-text"), id(hint_id), hint_of(clause, visit)),
        when(clause.limits.may_be_none,
             [&] {
                 return div(css("field form-check"),
                            label(css("form-label"), for_("none"), visit.in.tr("None: nothing is fixed")),
                            input(css("form-check-input"), type("checkbox"), id("none"), name("none"),
                                  value("1"), checked(is_none)));
             }),
        when(field.is_wrong(),
             [&] { return div(css("field-problem"), id(problem_id), p(bdi(page.problem))); }));
}

Html clause_select(const Visit& visit) {
    Html groups;
    for (const SectionSpec& section : sections()) {
        Html options;
        for (const ClauseSpec& clause : clauses().subspan(section.first, section.count))
            options += option(value(clause.path), clause.number, " ", visit.in.tr(clause.title));
        groups += optgroup(label_is(section.number + " " + std::string(visit.in.tr(section.title))), options);
    }
    return select_(css("form-select"), id("clause"), name("clause"), groups);
}

} // namespace poa::charter
