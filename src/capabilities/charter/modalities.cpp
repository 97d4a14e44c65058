// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/modalities.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace poa::charter {
namespace {

constexpr std::array kind_names{std::string_view("agreed"), std::string_view("proposal"),
                                std::string_view("continuation"), std::string_view("precedent"),
                                std::string_view("own")};
constexpr std::array basis_names{std::string_view("stated"), std::string_view("inferred"),
                                 std::string_view("background"), std::string_view("assumed")};

std::string text_of_rule(const DecisionRule& rule) {
    std::string made(name_of(rule.form));
    if (rule.has_vote()) made += fmt::format(", {} of {}", name_of(rule.majority), name_of(rule.base));
    if (rule.has_vote() && rule.quorum_percent > 0) made += fmt::format(", quorum {} %", rule.quorum_percent);
    if (rule.form == RuleForm::silence) made += fmt::format(", {} hours", rule.hours);
    return made;
}

std::string text_of_groups(const std::vector<GroupPlan>& groups) {
    std::vector<std::string> made;
    for (const GroupPlan& group : groups)
        made.push_back(fmt::format("{} ({} x {} days)", group.title, group.meetings_per_year, group.days));
    return fmt::format("{}", fmt::join(made, "; "));
}

std::string text_of_rights(const RightsTable& table) {
    std::vector<std::string> made;
    for (const auto& [participants, kinds] : table)
        for (const auto& [kind, rights] : kinds)
            made.push_back(fmt::format("{} at {}: {}", participants, kind, fmt::join(rights, " ")));
    return fmt::format("{}", fmt::join(made, "; "));
}

struct AsText {
    std::string operator()(None) const { return "none"; }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& texts) const {
        return fmt::format("{}", fmt::join(texts, ", "));
    }
    std::string operator()(Day day) const { return day.iso(); }
    std::string operator()(Span span) const {
        return span.least == span.most ? std::to_string(span.least)
                                       : fmt::format("{} to {}", span.least, span.most);
    }
    std::string operator()(const DecisionRule& rule) const { return text_of_rule(rule); }
    std::string operator()(const std::vector<GroupPlan>& groups) const { return text_of_groups(groups); }
    std::string operator()(const RightsTable& table) const { return text_of_rights(table); }
};

} // namespace

std::string_view name_of(CharterKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<CharterKind> parse_charter_kind(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<CharterKind>(i);
    return std::nullopt;
}

std::string_view name_of(Basis basis) {
    return basis_names[static_cast<std::size_t>(basis)];
}

std::string text_of(const ClauseValue& value) {
    return std::visit(AsText{}, value);
}

std::string_view CharterHead::title_in(std::string_view language) const {
    std::string_view english;
    for (const auto& [code, title] : titles) {
        if (code == language) return title;
        if (code == "en") english = title;
    }
    return english;
}

bool Charter::speaks_of(std::size_t index) const {
    if (is_inherited(index)) return false;
    if (head_.kind == CharterKind::own) return true;
    const Basis basis = entries_.at(index).provenance.basis;
    return basis == Basis::stated || basis == Basis::inferred;
}

Charter Charter::with(std::size_t index, ClauseValue value, std::string said_by) const {
    Charter changed = *this;
    changed.entries_.at(index) = ClauseEntry{std::move(value), Provenance{}, std::move(said_by), 0};
    return changed;
}

} // namespace poa::charter
