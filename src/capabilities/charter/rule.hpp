// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a body decides, as data. Sources of the forms: A/78/76 paras. 15, 35, 40 and the replies behind them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace poa::charter {

enum class RuleForm : std::uint8_t {
    consensus,           ///< adopted unless somebody formally objects when it is put
    consensus_then_vote, ///< a vote only where every effort at consensus has failed
    vote,
    silence,       ///< adopted when nobody breaks silence within the hours
    non_objection, ///< one objection stops it, after whatever disclosure and consultation the charter asks
};
enum class Majority : std::uint8_t { simple, two_thirds };
/// Of whom the majority is taken.
enum class MajorityBase : std::uint8_t { present_and_voting, membership };

struct DecisionRule {
    RuleForm form = RuleForm::consensus;
    Majority majority = Majority::simple;                 ///< where there is a vote
    MajorityBase base = MajorityBase::present_and_voting; ///< where there is a vote
    std::int64_t quorum_percent = 0;                      ///< of the membership; 0: none stated
    std::int64_t hours = 0;                               ///< of silence
    bool operator==(const DecisionRule&) const = default;
    [[nodiscard]] bool has_vote() const {
        return form == RuleForm::vote || form == RuleForm::consensus_then_vote;
    }
};

/// What was heard when the question was put. Abstentions are neither for nor against.
struct Tally {
    std::int64_t members = 0; ///< entitled to take part
    std::int64_t in_favour = 0, against = 0, abstaining = 0;
    std::int64_t objections = 0; ///< formal objections to consensus, or silence broken
};

enum class Outcome : std::uint8_t {
    adopted_by_consensus,
    adopted_by_silence,
    adopted_without_objection,
    adopted_by_vote,
    blocked,  ///< an objection stood
    rejected, ///< the vote did not reach its majority
    no_quorum,
};
[[nodiscard]] constexpr bool is_adopted(Outcome outcome) {
    return outcome <= Outcome::adopted_by_vote;
}

/// What the rule makes of it. Needs: no negative figure, and no more voices than members.
[[nodiscard]] Outcome decide(const DecisionRule& rule, const Tally& tally);

[[nodiscard]] std::string_view name_of(RuleForm form);
[[nodiscard]] std::string_view name_of(Majority majority);
[[nodiscard]] std::string_view name_of(MajorityBase base);
[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] std::optional<RuleForm> parse_rule_form(std::string_view name);
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view name);

} // namespace poa::charter
