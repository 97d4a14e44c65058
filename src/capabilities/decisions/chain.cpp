// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/chain.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

constexpr std::string_view convened = "first_meeting_convened";
constexpr std::array specs{
    StepSpec{"working_group_agrees", N_("the open-ended working group agrees"), "", true},
    StepSpec{"conference_adopts", N_("the conference adopts"), "founding_conference", true},
    StepSpec{"high_level_meeting_adopts", N_("a high-level meeting adopts"), "", true},
    StepSpec{"general_assembly_adopts", N_("the General Assembly adopts"), "", true},
    StepSpec{"general_assembly_endorses", N_("the General Assembly endorses"), ""},
    StepSpec{"first_committee_affirms", N_("the First Committee affirms"), ""},
    StepSpec{convened, N_("the first meeting is convened"), ""},
    // The mechanism must be there before its review conference can affirm it.
    StepSpec{"review_conference_affirms", N_("the first review conference affirms"), "review_conference",
             false, false},
};

void say(Refusal& problems, std::string code, std::vector<std::pair<std::string, std::string>> facts,
         std::string clause = {}) {
    problems.reasons.push_back(Reason{std::move(code), {}, std::move(facts), std::move(clause)});
}

std::string chain_clause() {
    return charter::spec_of(clause::founding::adoption_chain).number;
}

std::string words_of(std::string_view step) {
    const StepSpec* spec = find_step(step);
    return std::string(spec == nullptr ? step : spec->title);
}

void check_days(const Chain& chain, std::size_t place, const StepAct& act, Day today, Refusal& problems) {
    if (act.day > today) say(problems, "decisions.step_to_come", {{"day", act.day.iso()}});
    if (place > 0 && act.day < chain.steps[place - 1].act->day)
        say(problems, "decisions.step_out_of_order",
            {{"day", act.day.iso()}, {"before", chain.steps[place - 1].act->day.iso()}}, chain_clause());
}

} // namespace

std::span<const StepSpec> step_specs() {
    return specs;
}

const StepSpec* find_step(std::string_view step) {
    const auto found = std::ranges::find(specs, step, &StepSpec::step);
    return found == specs.end() ? nullptr : &*found;
}

std::optional<std::size_t> Chain::waiting() const {
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (!steps[i].act) return i;
    return std::nullopt;
}

bool Chain::is_complete() const {
    return std::ranges::none_of(
        steps, [](const ChainStep& one) { return !one.act && find_step(one.step)->holds_back; });
}

std::vector<std::string> steps_of(const charter::Charter& charter) {
    std::vector<std::string> made;
    const auto& chain = charter[clause::founding::adoption_chain];
    auto take = [&](bool holding) {
        for (const std::string& step : chain)
            if (find_step(step)->holds_back == holding) made.push_back(step);
    };
    take(true);
    if (!made.empty()) made.emplace_back(convened);
    take(false);
    return made;
}

Result<void> may_take(const Chain& chain, const charter::Charter& charter, std::string_view step,
                      const StepAct& act, Day today) {
    Refusal problems{Refusal::Kind::rule, {}};
    const auto place = chain.waiting();
    if (!place) return refuse(Refusal::Kind::rule, "decisions.chain_complete");
    const std::string& waiting = chain.steps[*place].step;
    if (step != waiting)
        say(problems, "decisions.step_not_next",
            {{"step", std::string(step)}, {"waiting", waiting}, {"waiting_words", words_of(waiting)}},
            chain_clause());
    const StepSpec* spec = find_step(step);
    if (spec != nullptr && !spec->body.empty() && !act.proposal)
        say(problems, "decisions.step_decided_here",
            {{"step", std::string(step)},
             {"body", std::string(spec->body)},
             {"body_words", std::string(words_of_body(spec->body))}},
            chain_clause());
    check_days(chain, *place, act, today, problems);
    const RuleApplied rule = rule_for(charter, Matter::founding);
    if (spec != nullptr && spec->establishes && !act.by_consensus && !rule.rule.has_vote())
        say(problems, "decisions.step_by_consensus", {{"step", std::string(step)}}, rule.clause);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return {};
}

Result<void> may_act_in(const Chain* chain, Matter matter) {
    if (chain == nullptr || matter == Matter::founding || chain->is_complete()) return {};
    const std::string& waiting = chain->steps[*chain->waiting()].step;
    Refusal refusal = Refusal::because(Refusal::Kind::rule, "decisions.mechanism_not_active")
                          .with("waiting", waiting)
                          .with("waiting_words", words_of(waiting));
    refusal.reasons.back().clause = chain_clause();
    return refuse(std::move(refusal));
}

} // namespace poa::decisions
