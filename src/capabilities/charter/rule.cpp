// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/rule.hpp"

#include "base/require.hpp"

#include <array>
#include <utility>

namespace poa::charter {
namespace {

constexpr std::array form_names{std::string_view("consensus"), std::string_view("consensus_then_vote"),
                                std::string_view("vote"), std::string_view("silence"),
                                std::string_view("non_objection")};
constexpr std::array outcome_names{std::string_view("adopted_by_consensus"),
                                   std::string_view("adopted_by_silence"),
                                   std::string_view("adopted_without_objection"),
                                   std::string_view("adopted_by_vote"),
                                   std::string_view("blocked"),
                                   std::string_view("rejected"),
                                   std::string_view("no_quorum")};

bool reaches_majority(const DecisionRule& rule, const Tally& tally) {
    const std::int64_t base =
        rule.base == MajorityBase::membership ? tally.members : tally.in_favour + tally.against;
    if (base == 0) return false;
    return rule.majority == Majority::simple ? tally.in_favour * 2 > base : tally.in_favour * 3 >= base * 2;
}

Outcome vote(const DecisionRule& rule, const Tally& tally) {
    const std::int64_t present = tally.in_favour + tally.against + tally.abstaining;
    if (present * 100 < rule.quorum_percent * tally.members) return Outcome::no_quorum;
    return reaches_majority(rule, tally) ? Outcome::adopted_by_vote : Outcome::rejected;
}

} // namespace

Outcome decide(const DecisionRule& rule, const Tally& tally) {
    require(tally.members >= 0 && tally.in_favour >= 0 && tally.against >= 0 && tally.abstaining >= 0 &&
                tally.objections >= 0 &&
                tally.in_favour + tally.against + tally.abstaining <= tally.members &&
                tally.objections <= tally.members,
            "a tally counts every member at most once");
    switch (rule.form) {
    case RuleForm::consensus:
        return tally.objections == 0 ? Outcome::adopted_by_consensus : Outcome::blocked;
    case RuleForm::silence:
        return tally.objections == 0 ? Outcome::adopted_by_silence : Outcome::blocked;
    case RuleForm::non_objection:
        return tally.objections == 0 ? Outcome::adopted_without_objection : Outcome::blocked;
    case RuleForm::consensus_then_vote:
        return tally.objections == 0 ? Outcome::adopted_by_consensus : vote(rule, tally);
    case RuleForm::vote:
        return vote(rule, tally);
    }
    return Outcome::blocked;
}

std::string_view name_of(RuleForm form) {
    return form_names[static_cast<std::size_t>(form)];
}
std::string_view name_of(Majority majority) {
    return majority == Majority::simple ? "simple" : "two_thirds";
}
std::string_view name_of(MajorityBase base) {
    return base == MajorityBase::membership ? "membership" : "present_and_voting";
}
std::string_view name_of(Outcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}

std::optional<RuleForm> parse_rule_form(std::string_view name) {
    for (std::size_t i = 0; i < form_names.size(); ++i)
        if (form_names[i] == name) return static_cast<RuleForm>(i);
    return std::nullopt;
}

std::optional<Outcome> parse_outcome(std::string_view name) {
    for (std::size_t i = 0; i < outcome_names.size(); ++i)
        if (outcome_names[i] == name) return static_cast<Outcome>(i);
    return std::nullopt;
}

} // namespace poa::charter
