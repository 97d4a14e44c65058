// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/comparing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

bool holds_all(const std::vector<std::string>& own, const std::vector<std::string>& other) {
    return std::ranges::all_of(
        other, [&](const std::string& one) { return std::ranges::find(own, one) != own.end(); });
}

/// Of two values of the same kind.
bool fits(const ClauseValue& own, const ClauseValue& other) {
    if (own == other) return true;
    const auto* own_span = std::get_if<Span>(&own);
    const auto* other_span = std::get_if<Span>(&other);
    if (own_span != nullptr && other_span != nullptr)
        return own_span->least <= other_span->least && other_span->most <= own_span->most;
    const auto* own_list = std::get_if<std::vector<std::string>>(&own);
    const auto* other_list = std::get_if<std::vector<std::string>>(&other);
    return own_list != nullptr && other_list != nullptr && !other_list->empty() &&
           holds_all(*own_list, *other_list);
}

ValueStand& stand_of(std::vector<ValueStand>& values, const ClauseValue& value) {
    auto found = std::ranges::find(values, value, &ValueStand::value);
    if (found == values.end()) found = values.insert(values.end(), ValueStand{value, {}, {}, {}, {}});
    return *found;
}

/// A row of the value for each charter, those that papers say first.
void add_values(ComparedClause& compared, std::span<const Charter* const> charters) {
    for (std::size_t place = 0; place < charters.size(); ++place)
        if (charters[place]->speaks_of(compared.clause))
            stand_of(compared.values, charters[place]->entry(compared.clause).value).say.push_back(place);
    for (std::size_t place = 0; place < charters.size(); ++place) {
        if (charters[place]->speaks_of(compared.clause)) continue;
        compared.silent.push_back(place);
        ValueStand& stand = stand_of(compared.values, charters[place]->entry(compared.clause).value);
        (charters[place]->is_inherited(compared.clause) ? stand.inherit : stand.chosen).push_back(place);
    }
}

ComparedClause compare_clause(std::span<const Charter* const> charters, const ClauseSpec& clause) {
    ComparedClause compared{clause.index, {}, {}};
    add_values(compared, charters);
    for (ValueStand& stand : compared.values)
        for (std::size_t place = 0; place < charters.size(); ++place)
            if (charters[place]->speaks_of(clause.index) &&
                charters[place]->entry(clause.index).value != stand.value &&
                can_live_with(*charters[place], clause, stand.value))
                stand.accept.push_back(place);
    return compared;
}

struct KnownAnswer {
    std::string_view question, value, answer;
};
// The words of the coding (data of views) for values that are written otherwise there.
constexpr std::array known_answers{
    KnownAnswer{"plenary_frequency", "12", "annual"},
    KnownAnswer{"plenary_frequency", "24", "biennial"},
    KnownAnswer{"plenary_frequency", "6", "twice_a_year"},
    KnownAnswer{"plenary_location", "united_nations", "un_unspecified"},
    KnownAnswer{"plenary_location", "decided_each_year", "decided_by_first_committee"},
    KnownAnswer{"wg_created_by", "mechanism_by_consensus", "poa_by_consensus"},
    KnownAnswer{"oewg_forum_for_elaboration", "working_group_only", "exclusive"},
    KnownAnswer{"oewg_forum_for_elaboration", "working_group_first", "primary"},
    KnownAnswer{"oewg_forum_for_elaboration", "working_group_among_others", "including"},
    KnownAnswer{"binding_instrument", "none", "opposes"},
    KnownAnswer{"binding_instrument", "study", "open"},
    KnownAnswer{"binding_instrument", "negotiate", "supports"},
    KnownAnswer{"trust_fund", "voluntary_fund", "fund"},
    KnownAnswer{"trust_fund", "funding_mechanism", "mechanism"},
    KnownAnswer{"poc_directory", "administered", "administered_by_poa"},
    KnownAnswer{"secretariat", "unoda", "UNODA"},
    KnownAnswer{"recommendations_rolling", "without_review_date", "recommendations_only"},
    KnownAnswer{"peer_review", "voluntary", "yes"},
    KnownAnswer{"peer_review", "regular", "yes"},
    KnownAnswer{"peer_review", "none", "no"},
    KnownAnswer{"stakeholder_objection_transparency", "public", "public_justification"},
    KnownAnswer{"stakeholder_objection_transparency", "any_state", "transparent_general"},
    KnownAnswer{"stakeholder_objection_transparency", "chair", "voluntary_to_chair"},
    KnownAnswer{"wg_hybrid", "hybrid", "yes"},
    KnownAnswer{"wg_hybrid", "virtual", "yes"},
    KnownAnswer{"wg_hybrid", "in_person", "no"},
    KnownAnswer{"mediation_dispute_settlement", "mediation_support", "mediation_support"},
    KnownAnswer{"mediation_dispute_settlement", "peaceful_settlement", "peaceful_settlement"},
    KnownAnswer{"mediation_dispute_settlement", "convention_clause", "convention_clause"},
    KnownAnswer{"regional_orgs_role", "participate", "participate"},
    KnownAnswer{"regional_orgs_role", "coordinate", "coordinate"},
    KnownAnswer{"regional_orgs_role", "avoid_duplication", "avoid_duplication"},
    KnownAnswer{"regional_orgs_role", "limited", "limited"},
    KnownAnswer{"wg_balance_rule", "tandem", "tandem"},
    KnownAnswer{"wg_balance_rule", "regionally_balanced", "regionally_balanced"},
    KnownAnswer{"wg_balance_rule", "open", "none"},
    KnownAnswer{"chair_basis", "fixed_term", "fixed_term"},
    KnownAnswer{"chair_basis", "per_session", "per_session"},
    KnownAnswer{"international_law_workstream", "dedicated_workstream", "dedicated_workstream"},
    KnownAnswer{"international_law_workstream", "workstream_topic", "workstream_topic"},
    KnownAnswer{"international_law_workstream", "discussion", "discussion"},
    KnownAnswer{"political_declaration", "political_declaration", "political_declaration"},
    KnownAnswer{"political_declaration", "founding_document", "founding_document"},
    KnownAnswer{"plenary_location", "new_york", "new_york"},
    KnownAnswer{"wg_created_by", "plenary", "plenary"},
    KnownAnswer{"wg_created_by", "member_states", "member_states"},
    KnownAnswer{"poc_directory", "integral", "integral"},
    KnownAnswer{"poc_directory", "synergy", "synergy"},
    KnownAnswer{"recommendations_rolling", "regularly_updated", "regularly_updated"},
    KnownAnswer{"budget", "existing_resources", "existing_resources"},
    KnownAnswer{"budget", "sufficient_resources", "sufficient_resources"},
    KnownAnswer{"budget", "voluntary", "voluntary"},
    KnownAnswer{"threat_exchange", "technical", "technical"},
    KnownAnswer{"threat_exchange", "information", "information"},
    KnownAnswer{"threat_exchange", "discussion", "discussion"},
};

/// A consensus rule is the answer "consensus" or "yes", as the question has it; a vote on a contested
/// application is "yes" to the question whether there is one.
std::optional<std::string> answer_of_rule(std::string_view question, const DecisionRule& rule) {
    const bool consensus = rule.form == RuleForm::consensus || rule.form == RuleForm::non_objection;
    if (question == "stakeholder_vote_on_objection") return rule.has_vote() ? "yes" : "no";
    if (question == "consensus_for_framework_update" || question == "conference_consensus")
        return consensus ? "yes" : "no";
    if (question == "wg_creation_rule" && consensus) return "consensus";
    return std::nullopt;
}

} // namespace

bool can_live_with(const Charter& charter, const ClauseSpec& clause, const ClauseValue& other) {
    if (fits(charter.entry(clause.index).value, other)) return true;
    if (clause.index != clause::plenary::every_months.index) return false;
    const ClauseEntry& also = charter.entry(clause::plenary::also_accepted_months);
    return also.said_by == charter.id() && also.value == other;
}

const ValueStand* ComparedClause::nearest() const {
    auto behind = [](const ValueStand& stand) { return stand.say.size() + stand.accept.size(); };
    const auto most = std::ranges::max_element(values, {}, behind);
    if (behind(*most) == 0 || std::ranges::count(values, behind(*most), behind) > 1) return nullptr;
    return &*most;
}

std::vector<ComparedClause> compare(std::span<const Charter* const> charters) {
    require(!charters.empty(), "charters to compare");
    std::vector<ComparedClause> made;
    for (const ClauseSpec& clause : clauses()) made.push_back(compare_clause(charters, clause));
    return made;
}

std::optional<std::string> answer_for(const ClauseSpec& clause, const ClauseValue& value) {
    if (clause.question.empty()) return std::nullopt;
    if (const auto* rule = std::get_if<DecisionRule>(&value)) return answer_of_rule(clause.question, *rule);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
    if (const auto* span = std::get_if<Span>(&value)) {
        // Years of a conference are an answer in words there, not an interval.
        if (clause.index == clause::founding::conference_years.index) return std::nullopt;
        return fmt::format("{} to {}", span->least, span->most);
    }
    if (clause.index == clause::chair::term_months.index)
        return fmt::format("{}", static_cast<double>(std::get<std::int64_t>(value)) / 12);
    const std::string text = text_of(value);
    for (const KnownAnswer& known : known_answers)
        if (known.question == clause.question && known.value == text) return std::string(known.answer);
    return std::nullopt;
}

std::optional<VoicedValue> most_voiced(const ComparedClause& compared, const HearVoices& hear) {
    const ClauseSpec& clause = clauses()[compared.clause];
    std::optional<VoicedValue> best;
    for (std::size_t i = 0; i < compared.values.size(); ++i) {
        const auto answer = answer_for(clause, compared.values[i].value);
        if (!answer) continue;
        auto voices = hear(clause.question, *answer);
        if (!voices) continue;
        if (!best || voices->can_live_with.size() > best->voices.can_live_with.size())
            best = VoicedValue{i, std::move(*voices)};
    }
    return best;
}

} // namespace poa::charter
