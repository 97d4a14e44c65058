// SPDX-License-Identifier: Apache-2.0
// How decisions are taken, who is accredited and how, and what each class of participants may do.
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/contradictions_gathering.hpp"

#include <array>

namespace poa::charter {
namespace {

constexpr std::array stakeholder_classes{std::string_view("consultative_status"),
                                         std::string_view("accredited"), std::string_view("experts")};
constexpr std::string_view states = "member_states";

/// In the words of the choice.
std::string titled(std::span<const Choice> choices, std::string_view key) {
    for (const Choice& choice : choices)
        if (choice.value == key) return std::string(choice.label);
    return std::string(key);
}
std::string class_title(std::string_view who) {
    return titled(choices::participant_classes, who);
}
std::string meeting_title(std::string_view where) {
    return titled(choices::meeting_kinds, where);
}

bool may(const RightsTable& rights, std::string_view who, std::string_view where, std::string_view what) {
    const auto row = rights.find(who);
    if (row == rights.end()) return false;
    const auto cell = row->second.find(where);
    return cell != row->second.end() && std::ranges::find(cell->second, what) != cell->second.end();
}

bool stakeholders_may(const RightsTable& rights, std::string_view where, std::string_view what) {
    return std::ranges::any_of(stakeholder_classes,
                               [&](std::string_view who) { return may(rights, who, where, what); });
}

bool has_any_right(const RightsTable& rights, std::string_view who) {
    const auto row = rights.find(who);
    return row != rights.end() &&
           std::ranges::any_of(row->second, [](const auto& cell) { return !cell.second.empty(); });
}

bool anyone_may_something(const RightsTable& rights, std::string_view where) {
    return std::ranges::any_of(rights, [&](const auto& row) {
        const auto cell = row.second.find(where);
        return cell != row.second.end() && !cell->second.empty();
    });
}

void on_decision_rights(Gathering& in) {
    const RightsTable& rights = in[clause::participants::rights];
    if (!may(rights, states, "plenary", "decide"))
        in.add("contradiction.states_cannot_decide", {}, clause::participants::rights,
               clause::decisions::substantive);
    if (!in[clause::decisions::states_only]) return;
    for (const auto& [who, row] : rights)
        for (const auto& [where, what] : row)
            if (who != states && std::ranges::find(what, "decide") != what.end())
                in.add("contradiction.others_decide",
                       {{"class", class_title(who)}, {"meeting", meeting_title(where)}},
                       clause::participants::rights, clause::decisions::states_only);
}

void on_rights_beyond_states(Gathering& in) {
    const RightsTable& rights = in[clause::participants::rights];
    for (const auto& [who, row] : rights)
        for (const auto& [where, what] : row)
            for (const std::string& right : what)
                if (who != states && right != "decide" && !may(rights, states, where, right))
                    in.add("remark.right_that_states_lack",
                           {{"class", class_title(who)},
                            {"meeting", meeting_title(where)},
                            {"right", titled(choices::rights, right)}},
                           clause::participants::rights);
}

template <class... Types>
void on_meeting_never_held(Gathering& in, std::string_view where, bool held, Clause<Types>... because) {
    if (!held && anyone_may_something(in[clause::participants::rights], where))
        in.add("remark.rights_where_nothing_meets", {{"meeting", meeting_title(where)}},
               clause::participants::rights, because...);
}

void on_meetings_never_held(Gathering& in) {
    on_meeting_never_held(in, "review", in[clause::review::held], clause::review::held);
    const auto* most = in.find(clause::groups::at_once_max);
    on_meeting_never_held(in, "group", most == nullptr || *most > 0, clause::groups::at_once_max);
    on_meeting_never_held(in, "intersessional",
                          in[clause::other_meetings::intersessional_per_year] > 0 ||
                              in[clause::other_meetings::thematic_per_year] > 0,
                          clause::other_meetings::intersessional_per_year,
                          clause::other_meetings::thematic_per_year);
    on_meeting_never_held(in, "consultation",
                          in[clause::other_meetings::stakeholder_consultations_per_year] > 0,
                          clause::other_meetings::stakeholder_consultations_per_year);
}

void on_speaking(Gathering& in) {
    const RightsTable& rights = in[clause::participants::rights];
    const bool never = in[clause::participants::stakeholder_slot] == "none";
    bool speak_somewhere = false;
    for (std::string_view where : {"plenary", "review", "group", "intersessional"}) {
        const bool speak = stakeholders_may(rights, where, "speak");
        speak_somewhere = speak_somewhere || speak;
        if (never && speak)
            in.add("contradiction.speak_but_never", {{"meeting", meeting_title(where)}},
                   clause::participants::rights, clause::participants::stakeholder_slot);
    }
    if (!never && !speak_somewhere)
        in.add("remark.slot_for_nobody", {}, clause::participants::rights,
               clause::participants::stakeholder_slot);
}

void on_groups_and_stakeholders(Gathering& in) {
    const bool attend = stakeholders_may(in[clause::participants::rights], "group", "attend");
    const bool open = in[clause::groups::open_to_stakeholders];
    if (attend != open)
        in.add(open ? "contradiction.open_groups_without_rights" : "contradiction.closed_groups_with_rights",
               {}, clause::participants::rights, clause::groups::open_to_stakeholders);
}

void on_regional_organisations(Gathering& in) {
    const RightsTable& rights = in[clause::participants::rights];
    constexpr std::string_view regional = "regional_organisations";
    if (in[clause::participants::regional_role] == "participate" && !has_any_right(rights, regional))
        in.add("contradiction.regional_part_without_rights", {}, clause::participants::rights,
               clause::participants::regional_role);
    if (!in[clause::participants::regional_needs_sponsor]) return;
    for (std::string_view where : {"plenary", "review", "group", "intersessional", "consultation"})
        if (may(rights, regional, where, "propose") && !may(rights, states, where, "sponsor"))
            in.add("contradiction.sponsor_needed_nobody_may", {{"meeting", meeting_title(where)}},
                   clause::participants::rights, clause::participants::regional_needs_sponsor);
}

bool is_by_list(std::string_view model) {
    return model != "none" && model != "conventional_weapons";
}

void on_contested(Gathering& in) {
    const std::string& model = in[clause::accreditation::model];
    const DecisionRule& contested = in[clause::accreditation::contested];
    const bool to_a_vote = model == "objection_then_vote" || model == "working_group_on_ageing";
    const bool by_silence = model == "non_objection" || model == "non_objection_with_consultation";
    const Facts facts{{"model", titled(choices::accreditation_models, model)},
                      {"rule", in.text(clause::accreditation::contested)}};
    if ((to_a_vote && !contested.has_vote()) ||
        (model == "ad_hoc_committee" && contested.form == RuleForm::non_objection))
        in.add("contradiction.vote_and_veto", facts, clause::accreditation::model,
               clause::accreditation::contested);
    if (by_silence && contested.has_vote())
        in.add("contradiction.veto_and_vote", facts, clause::accreditation::model,
               clause::accreditation::contested);
    const bool unanimous =
        !in[clause::decisions::substantive].has_vote() && !in[clause::decisions::procedural].has_vote();
    if (is_by_list(model) && !by_silence && contested.has_vote() && unanimous)
        in.add("remark.vote_on_accreditation_alone", {}, clause::decisions::substantive,
               clause::decisions::procedural, clause::accreditation::contested);
}

void on_accreditation(Gathering& in) {
    const std::string& model = in[clause::accreditation::model];
    const bool consults = in[clause::accreditation::consultation];
    if (model == "non_objection_with_consultation" && !consults)
        in.add("contradiction.consultation_said_and_not", {}, clause::accreditation::model,
               clause::accreditation::consultation);
    if (model == "none" && has_any_right(in[clause::participants::rights], "accredited"))
        in.add("remark.rights_of_nobody", {}, clause::participants::rights, clause::accreditation::model);
    if (in[clause::accreditation::grounds] == "mandatory" &&
        in[clause::accreditation::disclosed_to] == "none")
        in.add("remark.grounds_for_nobody", {}, clause::accreditation::disclosed_to,
               clause::accreditation::grounds);
    const std::int64_t days = in[clause::accreditation::window_days];
    const std::int64_t weeks = in[clause::languages::notice_weeks];
    if (is_by_list(model) && days >= weeks * 7)
        in.add(in[clause::accreditation::validity] == "session" ? "contradiction.window_longer_than_notice"
                                                                : "remark.window_longer_than_notice",
               {{"days", std::to_string(days)}, {"weeks", std::to_string(weeks)}},
               clause::accreditation::window_days, clause::accreditation::validity,
               clause::languages::notice_weeks);
}

void on_decisions(Gathering& in) {
    const DecisionRule& substantive = in[clause::decisions::substantive];
    const bool one_can_stop = !substantive.has_vote();
    if (one_can_stop && in[clause::decisions::charter].has_vote())
        in.add("remark.consensus_can_be_voted_away", {{"rule", in.text(clause::decisions::charter)}},
               clause::decisions::substantive, clause::decisions::charter);
    if (one_can_stop && in[clause::decisions::framework].has_vote())
        in.add("remark.framework_voted_substance_not", {{"rule", in.text(clause::decisions::framework)}},
               clause::decisions::substantive, clause::decisions::framework);
    if (!one_can_stop && !in[clause::decisions::procedural].has_vote())
        in.add("remark.procedure_harder_than_substance", {}, clause::decisions::substantive,
               clause::decisions::procedural);
    if (in[clause::groups::created_by] == "mechanism_by_consensus" &&
        in[clause::decisions::creation_of_groups].has_vote())
        in.add("contradiction.groups_by_consensus_and_vote",
               {{"rule", in.text(clause::decisions::creation_of_groups)}}, clause::groups::created_by,
               clause::decisions::creation_of_groups);
}

} // namespace

void gather_on_rights(Gathering& in) {
    on_decision_rights(in);
    on_rights_beyond_states(in);
    on_meetings_never_held(in);
    on_speaking(in);
    on_groups_and_stakeholders(in);
    on_regional_organisations(in);
}

void gather_on_rules(Gathering& in) {
    on_contested(in);
    on_accreditation(in);
    on_decisions(in);
}

} // namespace poa::charter
