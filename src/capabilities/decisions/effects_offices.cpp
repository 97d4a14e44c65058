// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"
#include "capabilities/decisions/planned.hpp"
#include "capabilities/members/members.hpp"

#include <algorithm>
#include <memory>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct Elect {
    std::string office, group, state, name;
    std::int64_t seat = 1;
    std::optional<Day> first;
};
struct Accredit {
    std::string organisation, name;
};
struct Exclude {
    std::string organisation, grounds;
};

const Input<Elect>& elect_input() {
    static const auto input =
        Input<Elect>("office.elect")
            .choice("office", &Elect::office,
                    {.label = N_("Office"),
                     .choices = {{"chair", N_("Chair")},
                                 {"co_facilitator", N_("Co-facilitator of a working group")}}})
            .line("group", &Elect::group,
                  {.label = N_("Key of the group"),
                   .hint = N_("Of a co-facilitator only."),
                   .required = false,
                   .characters_max = 40})
            .number("seat", &Elect::seat,
                    {.label = N_("Seat"),
                     .hint = N_("Of a co-facilitator: 1 for the first, 2 for the second, and so on."),
                     .required = false,
                     .least = 1,
                     .most = 6})
            .line("state", &Elect::state,
                  {.label = N_("State"), .hint = N_("Its code of three letters."), .characters_max = 3})
            .line("name", &Elect::name, {.label = N_("Name of the person")})
            .day("first", &Elect::first, {.label = N_("First day in office")});
    return input;
}
const Input<Accredit>& accredit_input() {
    static const auto input = Input<Accredit>("organisation.accredit")
                                  .line("organisation", &Accredit::organisation,
                                        {.label = N_("Key of the organisation"), .characters_max = 64})
                                  .line("name", &Accredit::name, {.label = N_("Name of the organisation")});
    return input;
}
const Input<Exclude>& exclude_input() {
    static const auto input =
        Input<Exclude>("organisation.exclude")
            .line("organisation", &Exclude::organisation,
                  {.label = N_("Key of the organisation"), .characters_max = 64})
            .multiline("grounds", &Exclude::grounds,
                       {.label = N_("Grounds"), .required = false, .characters_max = 2'000});
    return input;
}

// offices

std::string key_of(const Elect& request) {
    if (request.office == "chair") return "chair";
    return "co-facilitator-" + request.group + "-" + std::to_string(request.seat);
}

Day last_day_of(const EffectScene& scene, const Elect& request) {
    return Day{months_after(*request.first, scene.in_force.charter[clause::chair::term_months]).days - 1};
}

/// Key of the regional group in which the State is counted; nothing where it is no Member State.
std::optional<std::string> region_of(members::CurrentRegister& states, const EffectScene& scene,
                                     const Elect& request) {
    states.refresh(scene.session);
    const auto register_ = states.now();
    const members::State* state = register_->by_iso3(request.state);
    if (state == nullptr || state->status != members::Status::member || !state->at(*request.first))
        return std::nullopt;
    const members::Membership* group = state->electoral_group(*request.first);
    return group == nullptr ? std::string() : group->group;
}

void check_seat(const EffectScene& scene, const Elect& request, Objecting& objecting) {
    if (request.office == "chair") return;
    const auto groups =
        working_groups(scene.in_force.charter, store::agreed_now(scene.session, AgreedKind::group));
    const auto group = std::ranges::find(groups, request.group, &WorkingGroup::id);
    if (group == groups.end() || !group->meets_on(*request.first))
        objecting.say("decisions.no_such_group", "group", {{"key", request.group}});
    const std::int64_t seats = scene.in_force.charter[clause::groups::facilitators];
    if (request.seat > seats)
        objecting.say("decisions.no_such_seat", "seat", {{"seats", std::to_string(seats)}},
                      number_of(clause::groups::facilitators));
}

/// A term begins when the one before has ended, but for the months in which both are there.
void check_free(const EffectScene& scene, const Elect& request, const AgreedVersion& present,
                Objecting& objecting) {
    const auto last = present.day_at("last");
    if (!last) return;
    const Day free =
        months_after(Day{last->days + 1}, -scene.in_force.charter[clause::chair::overlap_months]);
    if (*request.first < free)
        objecting.say("decisions.office_taken", "first", {{"last", last->iso()}, {"free", free.iso()}},
                      number_of(clause::chair::term_months));
}

void check_rotation(const EffectScene& scene, const Elect& request, const AgreedVersion& present,
                    std::string_view region, Objecting& objecting) {
    if (request.office == "chair" && scene.in_force.charter[clause::chair::rotates] && !region.empty() &&
        present.at("region") == region)
        objecting.say("decisions.same_region", "state",
                      {{"region", std::string(region)}, {"before", std::string(present.at("state"))}},
                      number_of(clause::chair::rotates));
}

Result<std::vector<Change>> check_elect(members::CurrentRegister& states, const EffectScene& scene,
                                        const Elect& request) {
    Objecting objecting;
    const auto region = region_of(states, scene, request);
    if (!region) objecting.say("decisions.no_member_state", "state", {{"state", request.state}});
    if (*request.first < today_of(scene))
        objecting.say("decisions.day_passed", "first", {{"day", request.first->iso()}});
    check_seat(scene, request, objecting);
    const auto present = agreed_now(scene, AgreedKind::office, key_of(request));
    if (present) {
        check_free(scene, request, *present, objecting);
        if (region) check_rotation(scene, request, *present, *region, objecting);
    }
    const std::string before =
        present ? std::string(present->at("state")) + " " + std::string(present->at("name")) : "";
    return std::move(objecting).or_else(
        {{request.office == "chair" ? N_("Chair") : N_("Co-facilitator of a working group"), before,
          request.state + " " + request.name},
         {N_("Term"), "", request.first->iso() + " – " + last_day_of(scene, request).iso()}});
}

ToAgree make_elected(members::CurrentRegister& states, const EffectScene& scene, const Elect& request) {
    return {AgreedKind::office, key_of(request), scene.text.title, whole_text(scene),
            in_language(scene, {{"office", request.office},
                                {"group", request.group},
                                {"state", request.state},
                                {"name", request.name},
                                {"region", region_of(states, scene, request).value_or("")},
                                {"first", request.first->iso()},
                                {"last", last_day_of(scene, request).iso()}})};
}

// organisations

Result<std::vector<Change>> check_accredit(const EffectScene& scene, const Accredit& request) {
    Objecting objecting;
    if (scene.in_force.charter[clause::accreditation::model] == "none")
        objecting.say("decisions.charter_has_none", {}, {}, number_of(clause::accreditation::model));
    // One whose session or cycle is over holds no more, and may be given again.
    const auto before = agreed_now(scene, AgreedKind::accreditation, request.organisation);
    const auto ended = before ? before->day_at("last") : std::nullopt;
    if (!ended || today_of(scene) <= *ended)
        check_new_key(scene, AgreedKind::accreditation, request.organisation, "organisation", objecting);
    std::vector<Change> changes{{N_("Accredited organisation"), "", request.name}};
    if (const auto last = planned_end_of_accreditation(scene.in_force, today_of(scene)))
        changes.push_back({N_("Last day"), "", last->iso()});
    return std::move(objecting).or_else(std::move(changes));
}

ToAgree make_accredited(const EffectScene& scene, const Accredit& request, const Adoption&) {
    Attributes attributes{{"validity", scene.in_force.charter[clause::accreditation::validity]},
                          {"first", today_of(scene).iso()}};
    if (const auto last = planned_end_of_accreditation(scene.in_force, today_of(scene)))
        attributes.emplace("last", last->iso());
    return {AgreedKind::accreditation, request.organisation, request.name, whole_text(scene),
            in_language(scene, std::move(attributes))};
}

Result<std::vector<Change>> check_exclude(const EffectScene& scene, const Exclude& request) {
    Objecting objecting;
    const auto present =
        check_agreed(scene, AgreedKind::accreditation, request.organisation, "organisation", objecting);
    return std::move(objecting).or_else({{N_("Accredited organisation"), present ? present->title : "", ""}});
}

Result<Applied> apply_exclude(ledger::Work& work, const EffectScene& scene, const Exclude& request,
                              const Adoption& adoption) {
    auto lines = check_exclude(scene, request);
    if (!lines) return refuse(lines.error());
    end_agreed(work, AgreedKind::accreditation, request.organisation, adoption);
    return Applied{subject_of(AgreedKind::accreditation, request.organisation),
                   url_of(AgreedKind::accreditation, request.organisation),
                   std::move(*lines),
                   {{"grounds", request.grounds}}};
}

} // namespace

void add_office_effects(Effects& effects) {
    const std::vector<std::string_view> bodies{"plenary", "review_conference"};
    // Read once and kept while it stands: an election asks for the regional groups three times.
    const auto states = std::make_shared<members::CurrentRegister>();
    effects.add(agreeing(
        "office.elect", N_("Elect a Chair or a co-facilitator"),
        N_("For the term the charter gives, from a first day."), Matter::elections, bodies, elect_input(),
        [states](const EffectScene& scene, const Elect& request) {
            return check_elect(*states, scene, request);
        },
        [states](const EffectScene& scene, const Elect& request, const Adoption&) {
            return make_elected(*states, scene, request);
        }));
    effects.add(agreeing("organisation.accredit", N_("Accredit an organisation"),
                         N_("It may take part as the charter has it for accredited stakeholders."),
                         Matter::accreditation, bodies, accredit_input(), check_accredit, make_accredited));
    effects.add(effect("organisation.exclude", N_("Exclude an organisation"), N_("Its accreditation ends."),
                       Matter::accreditation, bodies, exclude_input(), check_exclude, apply_exclude));
}

} // namespace poa::decisions
