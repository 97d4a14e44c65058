// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/accrediting.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace poa::charter {
namespace {

using enum ApplicationStage;
using Verb = ApplicationVerb;
using Policy = AccreditationPolicy;

constexpr std::array stage_names{std::string_view("submitted"),
                                 std::string_view("circulated"),
                                 std::string_view("under_consultation"),
                                 std::string_view("before_the_body"),
                                 std::string_view("accredited"),
                                 std::string_view("rejected"),
                                 std::string_view("exempt")};
constexpr std::array verb_names{std::string_view("circulate"),        std::string_view("object"),
                                std::string_view("withdraw"),         std::string_view("close_window"),
                                std::string_view("end_consultation"), std::string_view("decide")};
constexpr std::array stage_titles{std::string_view(N_("submitted")),
                                  std::string_view(N_("circulated to States")),
                                  std::string_view(N_("under consultation")),
                                  std::string_view(N_("before the body that decides")),
                                  std::string_view(N_("accredited")),
                                  std::string_view(N_("rejected")),
                                  std::string_view(N_("exempt from accreditation"))};
constexpr std::array verb_titles{
    std::string_view(N_("circulate it")),          std::string_view(N_("object")),
    std::string_view(N_("withdraw an objection")), std::string_view(N_("close the window for objections")),
    std::string_view(N_("end the consultation")),  std::string_view(N_("decide"))};
static_assert(stage_names.size() == stage_titles.size() && verb_names.size() == verb_titles.size());

/// The value with such a name.
template <class Value> std::optional<Value> named(const auto& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

// The conditions of the table.
bool always(const Policy&, const Application&, bool) {
    return true;
}
bool is_exempt(const Policy& policy, const Application& application, bool) {
    return policy.consultative_status_exempt && application.in_consultative_status;
}
bool no_list(const Policy& policy, const Application&, bool) {
    return !policy.list_circulated;
}
bool contested(const Policy&, const Application& application, bool) {
    return !application.objections.empty();
}
bool to_consultation(const Policy& policy, const Application& application, bool) {
    return policy.consultation && !application.objections.empty();
}
bool whole_list(const Policy& policy, const Application&, bool) {
    return policy.every_one_before_the_body;
}
bool to_the_body(const Policy& policy, const Application& application, bool) {
    return policy.every_one_before_the_body ||
           (!application.objections.empty() && !policy.one_objection_excludes());
}
bool body_adopts(const Policy&, const Application&, bool adopted) {
    return adopted;
}

constexpr std::string_view if_contested = N_("an objection stands");
constexpr std::string_view if_whole_list = N_("the body decides on the whole list");
constexpr std::string_view if_body =
    N_("an objection stands and the body decides, or it decides on the whole list");

constexpr std::array table{
    Transition{submitted, Verb::circulate, exempt, N_("in consultative status, which the charter exempts"),
               is_exempt},
    Transition{submitted, Verb::circulate, accredited, N_("no list is circulated: who asks may attend"),
               no_list},
    Transition{submitted, Verb::circulate, circulated, {}, always},
    Transition{circulated, Verb::object, circulated, {}, always},
    Transition{circulated, Verb::withdraw, circulated, {}, always},
    Transition{circulated, Verb::close_window, under_consultation,
               N_("an objection stands and the Chair consults the objecting State"), to_consultation},
    Transition{circulated, Verb::close_window, before_the_body, if_body, to_the_body},
    Transition{circulated, Verb::close_window, rejected, if_contested, contested},
    Transition{circulated, Verb::close_window, accredited, {}, always},
    Transition{under_consultation, Verb::withdraw, under_consultation, if_contested, contested},
    Transition{under_consultation, Verb::withdraw, before_the_body, if_whole_list, whole_list},
    Transition{under_consultation, Verb::withdraw, accredited, {}, always},
    Transition{under_consultation, Verb::end_consultation, before_the_body, if_body, to_the_body},
    Transition{under_consultation, Verb::end_consultation, rejected, {}, always},
    Transition{before_the_body, Verb::withdraw, before_the_body, if_contested, contested},
    Transition{before_the_body, Verb::withdraw, before_the_body, if_whole_list, whole_list},
    Transition{before_the_body, Verb::withdraw, accredited, {}, always},
    Transition{before_the_body, Verb::decide, accredited, N_("the body adopts it"), body_adopts},
    Transition{before_the_body, Verb::decide, rejected, {}, always},
};

template <class Type> std::unexpected<Refusal> refuse_by(Clause<Type> clause, std::string code) {
    Refusal refusal = Refusal::because(Refusal::Kind::rule, std::move(code));
    refusal.reasons.back().clause = spec_of(clause).number;
    return refuse(std::move(refusal));
}
template <class Type>
std::unexpected<Refusal> refuse_by(Clause<Type> clause, std::string code, std::string name, Day day) {
    auto refusal = refuse_by(clause, std::move(code));
    refusal.error().with(std::move(name), day.iso());
    return refusal;
}

bool may(const Application& application, Verb verb) {
    return std::ranges::any_of(
        table, [&](const Transition& row) { return row.from == application.stage && row.verb == verb; });
}

std::unexpected<Refusal> wrong_stage(const Application& application, Verb verb) {
    auto refusal = refuse_by(clause::accreditation::model, "accreditation.wrong_stage");
    refusal.error()
        .with("stage", std::string(name_of(application.stage)))
        .with("verb", std::string(name_of(verb)));
    return refusal;
}

/// Needs: may(application, verb), and what the verb does to the application is done.
Application move_on(const Policy& policy, Application application, Verb verb, Day on, bool adopted = false) {
    const auto* row = std::ranges::find_if(table, [&](const Transition& one) {
        return one.from == application.stage && one.verb == verb && one.holds(policy, application, adopted);
    });
    require(row != table.end(), "the last row of a stage and a verb always holds");
    application.stage = row->to;
    if (is_final(row->to)) application.decided_on = on;
    return application;
}

auto objection_of(Application& application, std::string_view state) {
    return std::ranges::find(application.objections, state, &Objection::state);
}

} // namespace

std::string_view name_of(ApplicationStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}
std::string_view name_of(ApplicationVerb verb) {
    return verb_names[static_cast<std::size_t>(verb)];
}
std::string_view title_of(ApplicationStage stage) {
    return stage_titles[static_cast<std::size_t>(stage)];
}
std::string_view title_of(ApplicationVerb verb) {
    return verb_titles[static_cast<std::size_t>(verb)];
}
std::optional<ApplicationStage> parse_stage(std::string_view name) {
    return named<ApplicationStage>(stage_names, name);
}
std::optional<ApplicationVerb> parse_verb(std::string_view name) {
    return named<ApplicationVerb>(verb_names, name);
}
std::span<const Transition> transitions() {
    return table;
}

AccreditationPolicy AccreditationPolicy::of(const Charter& charter) {
    AccreditationPolicy policy;
    policy.model = charter[clause::accreditation::model];
    policy.admits = policy.model != "none";
    policy.list_circulated = policy.model != "conventional_weapons";
    policy.every_one_before_the_body = policy.model == "ad_hoc_committee";
    policy.consultative_status_exempt = charter[clause::accreditation::consultative_status_exempt];
    policy.window_days = charter[clause::accreditation::window_days];
    policy.disclosed_to = charter[clause::accreditation::disclosed_to];
    policy.grounds = charter[clause::accreditation::grounds];
    policy.validity = charter[clause::accreditation::validity];
    policy.consultation = charter[clause::accreditation::consultation];
    policy.contested = charter[clause::accreditation::contested];
    return policy;
}

Result<Application> circulate(const Policy& policy, Application application, Day on) {
    if (!policy.admits) return refuse_by(clause::accreditation::model, "accreditation.none");
    if (!may(application, Verb::circulate)) return wrong_stage(application, Verb::circulate);
    application.circulated_on = on;
    return move_on(policy, std::move(application), Verb::circulate, on);
}

Result<Application> object(const Policy& policy, Application application, Objection objection) {
    if (!may(application, Verb::object)) return wrong_stage(application, Verb::object);
    const Day first = *application.circulated_on, last = last_day_of_window(policy, first);
    if (objection.lodged < first)
        return refuse_by(clause::accreditation::window_days, "accreditation.not_circulated_yet", "circulated",
                         first);
    if (objection.lodged > last)
        return refuse_by(clause::accreditation::window_days, "accreditation.window_closed", "last", last);
    if (policy.grounds == "mandatory" && objection.grounds.empty())
        return refuse_by(clause::accreditation::grounds, "accreditation.grounds_required");
    if (objection_of(application, objection.state) != application.objections.end())
        return refuse_by(clause::accreditation::model, "accreditation.already_objected");
    const Day on = objection.lodged;
    application.objections.push_back(std::move(objection));
    return move_on(policy, std::move(application), Verb::object, on);
}

Result<Application> close_window(const Policy& policy, Application application, Day on) {
    if (!may(application, Verb::close_window)) return wrong_stage(application, Verb::close_window);
    if (const Day last = last_day_of_window(policy, *application.circulated_on); on <= last)
        return refuse_by(clause::accreditation::window_days, "accreditation.window_open", "last", last);
    return move_on(policy, std::move(application), Verb::close_window, on);
}

Result<Application> withdraw_objection(const Policy& policy, Application application, std::string_view state,
                                       Day on) {
    if (!may(application, Verb::withdraw)) return wrong_stage(application, Verb::withdraw);
    const auto found = objection_of(application, state);
    if (found == application.objections.end())
        return refuse_by(clause::accreditation::model, "accreditation.no_such_objection");
    application.objections.erase(found);
    return move_on(policy, std::move(application), Verb::withdraw, on);
}

Result<Application> end_consultation(const Policy& policy, Application application, Day on) {
    if (!policy.consultation)
        return refuse_by(clause::accreditation::consultation, "accreditation.no_consultation");
    if (!may(application, Verb::end_consultation)) return wrong_stage(application, Verb::end_consultation);
    return move_on(policy, std::move(application), Verb::end_consultation, on);
}

Result<Application> decide_application(const Policy& policy, Application application, const Tally& tally,
                                       Day on) {
    if (!may(application, Verb::decide)) return wrong_stage(application, Verb::decide);
    const bool adopted = is_adopted(decide(policy.contested, tally));
    return move_on(policy, std::move(application), Verb::decide, on, adopted);
}

Day last_day_of_window(const Policy& policy, Day circulated) {
    return Day{static_cast<std::int32_t>(circulated.days + policy.window_days)};
}

std::optional<Day> holds_until(const Policy& policy, Day end_of_session, Day end_of_cycle) {
    if (policy.validity == "permanent") return std::nullopt;
    return policy.validity == "cycle" ? end_of_cycle : end_of_session;
}

bool may_learn_of_objection(const Policy& policy, Asker asker) {
    if (policy.disclosed_to == "public") return true;
    if (policy.disclosed_to == "any_state") return asker != Asker::the_public;
    return policy.disclosed_to == "chair" && asker == Asker::chair;
}

} // namespace poa::charter
