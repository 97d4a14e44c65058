// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"
#include "capabilities/decisions/priority.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;
constexpr AgreedKind kind = AgreedKind::group;

struct CreateGroup {
    std::string id, title, topic, mandate, objective, outcome;
    std::vector<std::string> studies;
    std::optional<Day> first, last;
};
/// The priority of a year is work: it comes with the group that does it.
struct ChoosePriority : CreateGroup {
    std::int64_t year = 0;
    std::string priority;
};
struct MoveGroupEnd {
    std::string id;
    std::optional<Day> last;
};

/// Of a group that is made, by whatever decision.
template <class Made> Input<Made> with_group(Input<Made> input) {
    return std::move(input)
        .line("id", &Made::id,
              {.label = N_("Key of the group"),
               .hint = N_("Lower-case letters, digits and hyphens; it stays for ever."),
               .characters_max = 64})
        .line("title", &Made::title, {.label = N_("Title"), .characters_max = 200})
        .line("topic", &Made::topic, {.label = N_("Topic"), .characters_max = 200})
        .several("studies", &Made::studies,
                 {.label = N_("What it is given to study"),
                  .choices = {{"existing_framework", N_("the existing framework")},
                              {"new_norms", N_("new norms")},
                              {"binding_obligations", N_("binding obligations")}}})
        .multiline("mandate", &Made::mandate, {.label = N_("Mandate"), .characters_max = 5'000})
        .multiline("objective", &Made::objective, {.label = N_("Objective"), .characters_max = 2'000})
        .multiline("outcome", &Made::outcome,
                   {.label = N_("Measurable outcome"),
                    .hint = N_("By what everybody will see whether the objective was reached."),
                    .characters_max = 2'000})
        .day("first", &Made::first, {.label = N_("First day")})
        .day("last", &Made::last,
             {.label = N_("Last day"),
              .hint = N_("The group ends then unless it is extended."),
              .required = false});
}
const Input<CreateGroup>& create_input() {
    static const auto input = with_group(Input<CreateGroup>("group.create"));
    return input;
}
const Input<ChoosePriority>& priority_input() {
    static const auto input = with_group(
        Input<ChoosePriority>("priority.choose")
            .number("year", &ChoosePriority::year, {.label = N_("Year"), .least = 2020, .most = 2200})
            .choice(
                "priority", &ChoosePriority::priority,
                {.label = N_("Priority of the year"), .choices = {priorities.begin(), priorities.end()}}));
    return input;
}
const Input<MoveGroupEnd>& extend_input() {
    static const auto input =
        Input<MoveGroupEnd>("group.extend")
            .line("id", &MoveGroupEnd::id, {.label = N_("Key of the group"), .characters_max = 64})
            .day("last", &MoveGroupEnd::last, {.label = N_("New last day")});
    return input;
}
const Input<MoveGroupEnd>& end_input() {
    static const auto input =
        Input<MoveGroupEnd>("group.end")
            .line("id", &MoveGroupEnd::id, {.label = N_("Key of the group"), .characters_max = 64})
            .day("last", &MoveGroupEnd::last, {.label = N_("Its last day now")});
    return input;
}

std::vector<WorkingGroup> all_groups(const EffectScene& scene) {
    return working_groups(scene.in_force.charter, store::agreed_now(scene.session, kind));
}

/// Who creates groups (clause 6.2). By the mechanism's consensus: no vote may create one.
void check_creator(const EffectScene& scene, Objecting& objecting) {
    const std::string& creator = scene.in_force.charter[clause::groups::created_by];
    const std::string& body = scene.proposal.body;
    if (creator == "plenary" || creator == "review_conference")
        check_body(scene, body == creator, number_of(clause::groups::created_by), objecting);
    if (creator == "mechanism_by_consensus" &&
        scene.in_force.charter[clause::decisions::creation_of_groups].has_vote())
        objecting.say("decisions.groups_by_consensus", {}, {}, number_of(clause::groups::created_by));
}

/// The last day the charter allows, counted from the day given; nothing where it sets none.
std::optional<Day> latest_sunset(const EffectScene& scene, Day from) {
    const std::int64_t* years = scene.in_force.charter.find(clause::groups::sunset_years);
    return years == nullptr ? std::nullopt : std::optional(Day{months_after(from, *years * 12).days - 1});
}

void check_sunset(const EffectScene& scene, Day from, std::optional<Day> last, Objecting& objecting) {
    const auto latest = latest_sunset(scene, from);
    if (latest && (!last || *last > *latest))
        objecting.say(last ? "decisions.sunset_too_late" : "decisions.sunset_needed", "last",
                      {{"latest", latest->iso()}}, number_of(clause::groups::sunset_years));
}

void check_days(const EffectScene& scene, const CreateGroup& request, Objecting& objecting) {
    if (*request.first < today_of(scene))
        objecting.say("decisions.day_passed", "first", {{"day", request.first->iso()}});
    if (request.last && *request.last < *request.first) objecting.say("decisions.days_backwards", "last");
    check_sunset(scene, *request.first, request.last, objecting);
}

void check_number(const EffectScene& scene, const std::vector<WorkingGroup>& groups, Day first,
                  std::optional<Day> last, std::string_view but, Objecting& objecting) {
    const std::int64_t* most = scene.in_force.charter.find(clause::groups::at_once_max);
    if (most == nullptr) return;
    std::vector<WorkingGroup> others;
    std::ranges::copy_if(groups, std::back_inserter(others),
                         [but](const WorkingGroup& group) { return group.id != but; });
    const std::int64_t there = most_at_once(others, first, last.value_or(Day{first.days + 36'525}));
    if (there >= *most)
        objecting.say("decisions.too_many_groups", {},
                      {{"most", std::to_string(*most)}, {"there", std::to_string(there)}},
                      number_of(clause::groups::at_once_max));
}

void check_studies(const EffectScene& scene, const CreateGroup& request, Objecting& objecting) {
    const auto& may = scene.in_force.charter[clause::groups::may_study];
    for (const std::string& matter : request.studies)
        if (std::ranges::find(may, matter) == may.end())
            objecting.say("decisions.group_may_not_study", "studies", {{"matter", matter}},
                          number_of(clause::groups::may_study));
}

Result<std::vector<Change>> check_create(const EffectScene& scene, const CreateGroup& request) {
    Objecting objecting;
    const auto groups = all_groups(scene);
    check_creator(scene, objecting);
    if (!is_agreed_key(request.id)) objecting.say("decisions.bad_key", "id", {{"key", request.id}});
    if (std::ranges::find(groups, request.id, &WorkingGroup::id) != groups.end())
        objecting.say("decisions.agreed_already", "id", {{"key", request.id}});
    check_days(scene, request, objecting);
    check_number(scene, groups, *request.first, request.last, {}, objecting);
    check_studies(scene, request, objecting);
    return std::move(objecting).or_else(
        {{request.title, "", request.first->iso() + " – " + (request.last ? request.last->iso() : "")},
         {N_("Mandate"), "", request.mandate},
         {N_("Objective"), "", request.objective},
         {N_("Measurable outcome"), "", request.outcome}});
}

ToAgree make_created(const EffectScene& scene, const CreateGroup& request, const Adoption&) {
    return {kind, request.id, request.title, whole_text(scene),
            in_language(scene, {{"topic", request.topic},
                                {"mandate", request.mandate},
                                {"objective", request.objective},
                                {"outcome", request.outcome},
                                {"studies", join(request.studies, "\n")},
                                {"first", request.first->iso()},
                                {"last", request.last ? request.last->iso() : ""}})};
}

// A/78/76, France III (a): the plenary chooses what the coming year is about, and it drives the work.
Result<std::vector<Change>> check_priority(const EffectScene& scene, const ChoosePriority& request) {
    auto made = check_create(scene, request);
    Objecting objecting;
    if (!made)
        for (const Reason& reason : made.error().reasons) objecting.say(reason);
    const std::int64_t today = today_of(scene).year();
    if (request.year != today && request.year != today + 1)
        objecting.say("decisions.priority_of_other_year", "year", {{"next", std::to_string(today + 1)}});
    for (const AgreedVersion& one : store::agreed_now(scene.session, kind))
        if (one.at("priority_year") == std::to_string(request.year))
            objecting.say("decisions.priority_chosen", "year",
                          {{"year", std::to_string(request.year)}, {"key", one.key}});
    std::vector<Change> changes = made ? std::move(*made) : std::vector<Change>{};
    const auto chosen = std::ranges::find(priorities, request.priority, &Choice::value);
    changes.insert(changes.begin(),
                   {N_("Priority of the year"), "",
                    std::to_string(request.year) + ": " +
                        std::string(chosen == priorities.end() ? request.priority : chosen->label)});
    return std::move(objecting).or_else(std::move(changes));
}

ToAgree make_priority(const EffectScene& scene, const ChoosePriority& request, const Adoption& adoption) {
    ToAgree made = make_created(scene, request, adoption);
    made.attributes.insert_or_assign("priority", request.priority);
    made.attributes.insert_or_assign("priority_year", std::to_string(request.year));
    return made;
}

/// A group that is not over.
std::optional<WorkingGroup> check_group(const EffectScene& scene, const std::vector<WorkingGroup>& groups,
                                        const std::string& id, Objecting& objecting) {
    const auto found = std::ranges::find(groups, id, &WorkingGroup::id);
    if (found == groups.end()) {
        objecting.say("decisions.no_such_agreed", "id", {{"key", id}});
        return std::nullopt;
    }
    if (found->last && *found->last < today_of(scene)) {
        objecting.say("decisions.group_over", "id", {{"key", id}, {"last", found->last->iso()}});
        return std::nullopt;
    }
    return *found;
}

std::vector<Change> moved_end(const std::optional<WorkingGroup>& group, const MoveGroupEnd& request) {
    if (!group) return {};
    return {{group->title, group->last ? group->last->iso() : "", request.last->iso()}};
}

Result<std::vector<Change>> check_extend(const EffectScene& scene, const MoveGroupEnd& request) {
    Objecting objecting;
    check_creator(scene, objecting);
    const auto groups = all_groups(scene);
    const auto group = check_group(scene, groups, request.id, objecting);
    if (group) {
        if (!group->last || *request.last <= *group->last)
            objecting.say("decisions.no_longer_end", "last",
                          {{"last", group->last ? group->last->iso() : ""}});
        else
            check_sunset(scene, Day{group->last->days + 1}, request.last, objecting);
        if (group->last)
            check_number(scene, groups, Day{group->last->days + 1}, request.last, group->id, objecting);
    }
    return std::move(objecting).or_else(moved_end(group, request));
}

Result<std::vector<Change>> check_end(const EffectScene& scene, const MoveGroupEnd& request) {
    Objecting objecting;
    check_body(scene, scene.in_force.charter[clause::groups::ended_by_plenary],
               number_of(clause::groups::ended_by_plenary), objecting);
    const auto group = check_group(scene, all_groups(scene), request.id, objecting);
    if (*request.last < today_of(scene))
        objecting.say("decisions.day_passed", "last", {{"day", request.last->iso()}});
    if (group && group->last && *request.last >= *group->last)
        objecting.say("decisions.no_earlier_end", "last", {{"last", group->last->iso()}});
    return std::move(objecting).or_else(moved_end(group, request));
}

/// The group as it was, with another last day; one of the charter enters the register by that.
ToAgree make_moved(const EffectScene& scene, const MoveGroupEnd& request, const Adoption&) {
    if (auto present = agreed_now(scene, kind, request.id)) {
        present->attributes.insert_or_assign("last", request.last->iso());
        return {kind, present->key, present->title, present->text, std::move(present->attributes)};
    }
    const auto groups = all_groups(scene);
    const auto group = std::ranges::find(groups, request.id, &WorkingGroup::id);
    return {
        kind, group->id, group->title, whole_text(scene),
        in_language(scene,
                    {{"topic", group->topic}, {"first", group->first.iso()}, {"last", request.last->iso()}})};
}

} // namespace

void add_group_effects(Effects& effects) {
    const std::vector<std::string_view> bodies{"plenary", "review_conference"};
    effects.add(agreeing("group.create", N_("Create a working group"),
                         N_("With its mandate, objective, measurable outcome, and the day on which it ends."),
                         Matter::creation_of_groups, bodies, create_input(), check_create, make_created));
    effects.add(agreeing("priority.choose", N_("Choose the priority of a year"),
                         N_("A working group that works on it is created with it."),
                         Matter::creation_of_groups, {"plenary"}, priority_input(), check_priority,
                         make_priority));
    effects.add(agreeing("group.extend", N_("Extend a working group"), N_("Moves the day on which it ends."),
                         Matter::creation_of_groups, bodies, extend_input(), check_extend, make_moved));
    effects.add(agreeing("group.end", N_("End a working group"),
                         N_("It ends before the day on which it would have."), Matter::creation_of_groups,
                         bodies, end_input(), check_end, make_moved));
}

} // namespace poa::decisions
