// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/effects_goal.hpp"

#include "capabilities/commitments/queries.hpp"
#include "capabilities/decisions/effects_parts.hpp"
#include "capabilities/national_reports/rules.hpp"

namespace poa::commitments {
namespace {

using namespace decisions; // their words: scene, register, reasons

struct SetGoal {
    std::string goal, indicator;
    std::int64_t year = 0, states = 0;
};

const Input<SetGoal>& set_input() {
    static const auto input =
        Input<SetGoal>("goal.set")
            .line("goal", &SetGoal::goal,
                  {.label = N_("Key of the goal"),
                   .hint = N_("Lower-case letters, digits and hyphens; it stays for ever."),
                   .characters_max = 64})
            .line("indicator", &SetGoal::indicator,
                  {.label = N_("Key of the indicator it is measured by"),
                   .hint = N_("As the page on what national reports say has it."),
                   .characters_max = 64})
            .number("year", &SetGoal::year,
                    {.label = N_("Year by which it is to be reached"), .least = 2000, .most = 2200})
            .number("states", &SetGoal::states,
                    {.label = N_("States that are to have it by then"),
                     .hint = N_("0: no number is agreed."),
                     .required = false,
                     .least = 0,
                     .most = 300});
    return input;
}

std::string measure_of(const std::string& indicator, std::int64_t year, std::int64_t states) {
    return indicator + ", " + std::to_string(year) +
           (states > 0 ? ", " + std::to_string(states) : std::string());
}

Result<std::vector<Change>> check_goal(const EffectScene& scene, const SetGoal& request) {
    Objecting objecting;
    if (!is_agreed_key(request.goal)) objecting.say("decisions.bad_key", "goal", {{"key", request.goal}});
    const auto* indicator = national_reports::shipped_indicators().find(request.indicator);
    if (indicator == nullptr)
        objecting.say("national_reports.no_such_indicator", "indicator", {{"indicator", request.indicator}});
    else if (!indicator->is_scale) // what has no steps has no level that States could reach
        objecting.say("commitments.no_measure", "indicator", {{"indicator", request.indicator}});
    if (request.year < today_of(scene).year()) objecting.say("commitments.year_past", "year");
    const auto before = goal_now(scene.session, request.goal);
    return std::move(objecting).or_else(
        {{scene.text.title, before ? measure_of(before->indicator, before->year, before->states) : "",
          measure_of(request.indicator, request.year, request.states)}});
}

Result<Applied> set_goal(ledger::Work& work, const EffectScene& scene, const SetGoal& request,
                         const Adoption& adoption) {
    auto changes = check_goal(scene, request);
    if (!changes) return refuse(changes.error());
    store::add_goal(work.session(), {request.goal, 0, scene.text.title, whole_text(scene),
                                     scene.proposal.language, request.indicator, request.year, request.states,
                                     adoption.proposal.number, adoption.symbol, adoption.at});
    return Applied{"goal:" + request.goal,
                   "/goals/" + request.goal,
                   std::move(*changes),
                   {{"goal", request.goal},
                    {"indicator", request.indicator},
                    {"year", std::to_string(request.year)},
                    {"states", std::to_string(request.states)}}};
}

} // namespace

void add_effects(Effects& effects) {
    effects.add(effect("goal.set", N_("Set a goal"),
                       N_("What States want to reach together by a year, measured by what they report of "
                          "themselves. It binds no State."),
                       Matter::substantive, {"plenary", "review_conference"}, set_input(), check_goal,
                       set_goal));
}

} // namespace poa::commitments
