// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_words.hpp"

#include "base/text.hpp"
#include "capabilities/charter/choices.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace poa::charter {
namespace {

using web::Wording;

std::string label_of(std::span<const Choice> choices, std::string_view value, const Wording& in) {
    auto found = std::ranges::find(choices, value, &Choice::value);
    return std::string(found == choices.end() ? value : in.tr(found->label));
}

/// Labels have commas of their own, so items of a list stand apart by more than a comma.
std::string listed(const std::vector<std::string>& items, const Wording& in) {
    return join(items, in.tr_c("between the items of a list", "; "));
}

/// The title of such a clause says from what to what, so its value says how often.
bool says_how_often(const ClauseSpec& clause) {
    return clause.key.find("every_") != std::string::npos;
}

std::string count_of(std::string_view unit, std::int64_t n, const Wording& in) {
    if (unit == "years") return in.tr_n("{n} year", "{n} years", n);
    if (unit == "months") return in.tr_n("{n} month", "{n} months", n);
    if (unit == "weeks") return in.tr_n("{n} week", "{n} weeks", n);
    if (unit == "days") return in.tr_n("{n} day", "{n} days", n);
    if (unit == "hours") return in.tr_n("{n} hour", "{n} hours", n);
    if (unit == "minutes") return in.tr_n("{n} minute", "{n} minutes", n);
    if (unit == "replies") return in.tr_n("{n} reply", "{n} replies", n);
    if (unit == "words") return in.tr_n("{n} word", "{n} words", n);
    if (unit == "groups") return in.tr_n("{n} group", "{n} groups", n);
    if (unit == "meetings") return in.tr_n("{n} meeting", "{n} meetings", n);
    if (unit == "people") return in.tr_n("{n} person", "{n} people", n);
    if (unit == "United States dollars")
        return in.tr_n("{n} United States dollar", "{n} United States dollars", n);
    return in.number(n);
}

std::string repeated(std::string_view unit, std::int64_t n, const Wording& in) {
    return unit == "months" ? in.tr_n("every {n} month", "every {n} months", n)
                            : in.tr_n("every {n} year", "every {n} years", n);
}

std::string words_of_span(const ClauseSpec& clause, Span span, const Wording& in) {
    const bool is_calendar_year = clause.limits.unit == "year"; // 2025 is no number of years
    const std::string least = std::to_string(span.least), most = std::to_string(span.most);
    if (is_calendar_year)
        return span.least == span.most ? least
                                       : in.tr("{least} to {most}", {{"least", least}, {"most", most}});
    if (span.least == span.most)
        return says_how_often(clause) ? repeated(clause.limits.unit, span.least, in)
                                      : count_of(clause.limits.unit, span.least, in);
    return says_how_often(clause)
               ? in.tr_n("every {least} to {n} year", "every {least} to {n} years", span.most,
                         {{"least", least}})
               : in.tr_n("{least} to {n} year", "{least} to {n} years", span.most, {{"least", least}});
}

std::string_view majority_words(const DecisionRule& rule, const Wording& in) {
    const bool all = rule.base == MajorityBase::membership;
    if (rule.majority == Majority::simple)
        return all ? in.tr("a simple majority of all members")
                   : in.tr("a simple majority of those present and voting");
    return all ? in.tr("two thirds of all members") : in.tr("two thirds of those present and voting");
}

std::string form_words(const DecisionRule& rule, const Wording& in) {
    switch (rule.form) {
    case RuleForm::consensus:
        return std::string(in.tr("consensus"));
    case RuleForm::consensus_then_vote:
        return in.tr("consensus; where it fails, {majority}", {{"majority", majority_words(rule, in)}});
    case RuleForm::vote:
        return in.tr("a vote: {majority}", {{"majority", majority_words(rule, in)}});
    case RuleForm::silence:
        return in.tr_n("silence kept for {n} hour", "silence kept for {n} hours", rule.hours);
    case RuleForm::non_objection:
        return std::string(in.tr("no objection: one is enough to stop it"));
    }
    return {};
}

std::string words_of_rule(const DecisionRule& rule, const Wording& in) {
    std::string made = form_words(rule, in);
    if (rule.has_vote() && rule.quorum_percent > 0)
        made = in.tr("{rule}, with at least {percent} per cent of the members taking part",
                     {{"rule", made}, {"percent", std::to_string(rule.quorum_percent)}});
    return made;
}

std::string words_of_group(const GroupPlan& group, const Wording& in) {
    return in.tr("{title} ({topic}; each year {meetings} of {days})",
                 {{"title", group_title(group, in)},
                  {"topic", label_of(choices::group_topics, group.topic, in)},
                  {"meetings", count_of("meetings", group.meetings_per_year, in)},
                  {"days", count_of("days", group.days, in)}});
}

using Kinds = std::map<std::string, std::vector<std::string>, std::less<>>;

std::vector<std::string> labels_of(std::span<const Choice> choices, const std::vector<std::string>& values,
                                   const Wording& in) {
    std::vector<std::string> made;
    for (const std::string& value : values) made.push_back(label_of(choices, value, in));
    return made;
}

/// "plenary, review conference: attend, speak": kinds of meeting with the same rights stand together.
std::vector<std::string> words_of_kinds(const Kinds& kinds, const Wording& in) {
    std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> same; // rights, kinds
    for (const Choice& kind : choices::meeting_kinds) {
        auto rights = kinds.find(kind.value);
        if (rights == kinds.end() || rights->second.empty()) continue;
        auto place = std::ranges::find(same, rights->second, [](const auto& one) { return one.first; });
        if (place == same.end()) place = same.insert(place, {rights->second, {}});
        place->second.emplace_back(in.tr(kind.label));
    }
    std::vector<std::string> made;
    const std::string_view comma = in.tr_c("between words of a list", ", ");
    for (const auto& [rights, meetings] : same)
        made.push_back(
            in.tr("{meetings}: {rights}", {{"meetings", join(meetings, comma)},
                                           {"rights", join(labels_of(choices::rights, rights, in), comma)}}));
    return made;
}

std::vector<std::string> items_of_rights(const RightsTable& table, const Wording& in) {
    std::vector<std::string> made;
    for (const Choice& participants : choices::participant_classes) {
        auto kinds = table.find(participants.value);
        if (kinds == table.end()) continue;
        const std::vector<std::string> words = words_of_kinds(kinds->second, in);
        if (!words.empty())
            made.push_back(in.tr("{participants} ({rights})", {{"participants", in.tr(participants.label)},
                                                               {"rights", listed(words, in)}}));
    }
    return made;
}

/// What is missing on purpose where a clause says nothing.
std::string words_of_none(const ClauseSpec& clause, const Wording& in) {
    if (clause.path == "mechanism.ends_on") return std::string(in.tr("no end"));
    if (clause.key.ends_with("_max") || clause.key == "sunset_years") return std::string(in.tr("no limit"));
    return std::string(in.tr("none"));
}

using Items = std::vector<std::string>;

struct InItems {
    const ClauseSpec& clause;
    const Wording& in;
    Items operator()(None) const { return {words_of_none(clause, in)}; }
    Items operator()(bool truth) const { return {std::string(truth ? in.tr("yes") : in.tr("no"))}; }
    Items operator()(std::int64_t number) const {
        return {says_how_often(clause) ? repeated(clause.limits.unit, number, in)
                                       : count_of(clause.limits.unit, number, in)};
    }
    Items operator()(const std::string& text) const { return {label_of(clause.limits.choices, text, in)}; }
    Items operator()(const Items& texts) const { return labels_of(clause.limits.choices, texts, in); }
    Items operator()(Day day) const { return {in.day(day)}; }
    Items operator()(Span span) const { return {words_of_span(clause, span, in)}; }
    Items operator()(const DecisionRule& rule) const { return {words_of_rule(rule, in)}; }
    Items operator()(const std::vector<GroupPlan>& groups) const {
        Items made;
        for (const GroupPlan& group : groups) made.push_back(words_of_group(group, in));
        return made;
    }
    Items operator()(const RightsTable& table) const { return items_of_rights(table, in); }
};

constexpr std::array basis_words{
    std::string_view(N_("The source says so.")),
    std::string_view(N_("It follows from what the source says.")),
    std::string_view(N_("Known from elsewhere, not read in the source.")),
    std::string_view(N_("Chosen so that the charter can be run; nobody said it."))};

} // namespace

std::vector<std::string> items_of(const ClauseSpec& clause, const ClauseValue& value, const Wording& in) {
    Items items = std::visit(InItems{clause, in}, value);
    if (items.empty()) items.emplace_back(in.tr("none"));
    return items;
}

std::string words_of(const ClauseSpec& clause, const ClauseValue& value, const Wording& in) {
    return listed(items_of(clause, value, in), in);
}

std::string_view words_of(Basis basis) {
    return basis_words[static_cast<std::size_t>(basis)];
}

std::span<const std::string_view> agreed_group_titles() {
    // Of charters/agreed-2025.yaml.
    static constexpr std::array titles{std::string_view(N_("Thematic group on all pillars")),
                                       std::string_view(N_("Thematic group on capacity-building"))};
    return titles;
}

std::string_view group_title(const GroupPlan& group, const Wording& in) {
    const auto found = std::ranges::find(agreed_group_titles(), group.title);
    return found == agreed_group_titles().end() ? std::string_view(group.title) : in.tr(*found);
}

std::string_view kind_words(std::string_view kind, const Wording& in) {
    if (kind == "agreed") return in.tr("Agreed");
    if (kind == "proposal") return in.tr("Proposals");
    if (kind == "continuation") return in.tr("Existing processes going on");
    if (kind == "precedent") return in.tr("Precedents on other matters");
    return in.tr("Drafts of one's own");
}

std::span<const Choice> rule_forms() {
    static constexpr std::array forms{
        Choice{"consensus", N_("consensus")},
        Choice{"consensus_then_vote", N_("consensus, and a vote where it fails")},
        Choice{"vote", N_("vote")},
        Choice{"silence", N_("silence")},
        Choice{"non_objection", N_("no objection")},
    };
    return forms;
}

} // namespace poa::charter
