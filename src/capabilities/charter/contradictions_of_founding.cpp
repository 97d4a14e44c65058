// SPDX-License-Identifier: Apache-2.0
// How the mechanism begins and ends.
#include "capabilities/charter/calendar_rhythm.hpp"
#include "capabilities/charter/contradictions_gathering.hpp"

namespace poa::charter {
namespace {

/// The open-ended working group's first day (A/RES/75/240).
constexpr Day working_group_begin{18779}; // 2021-06-01

void on_end(Gathering& in) {
    const Day* ends = in.find(clause::mechanism::ends_on);
    const bool permanent = in[clause::mechanism::permanent];
    if (ends == nullptr) {
        if (!permanent)
            in.add("remark.end_unknown", {}, clause::mechanism::permanent, clause::mechanism::ends_on);
        return;
    }
    const Day first = in[clause::founding::first_plenary];
    if (permanent)
        in.add("contradiction.permanent_but_ends", {{"day", ends->iso()}}, clause::mechanism::permanent,
               clause::mechanism::ends_on);
    if (*ends < first) {
        in.add("contradiction.ends_before_first_plenary", {{"ends", ends->iso()}, {"first", first.iso()}},
               clause::mechanism::ends_on, clause::founding::first_plenary);
        return;
    }
    const Span* years = in.find(clause::review::every_years);
    if (in[clause::review::held] && years != nullptr && ends->year() - first.year() < years->least)
        in.add("contradiction.ends_before_first_review",
               {{"ends", ends->iso()}, {"first", first.iso()}, {"years", std::to_string(years->least)}},
               clause::mechanism::ends_on, clause::founding::first_plenary, clause::review::every_years);
}

void on_guard(Gathering& in) {
    const Day first = in[clause::founding::first_plenary];
    const Day* guard = in.find(clause::founding::no_act_before);
    if (guard == nullptr) return;
    const std::int64_t days = in[clause::plenary::organizational_days];
    if (first < *guard)
        in.add("contradiction.first_plenary_before_guard", {{"first", first.iso()}, {"day", guard->iso()}},
               clause::founding::no_act_before, clause::founding::first_plenary);
    else if (first.days - guard->days < days)
        in.add("contradiction.no_days_for_organizational_session",
               {{"first", first.iso()}, {"day", guard->iso()}, {"days", std::to_string(days)}},
               clause::founding::no_act_before, clause::founding::first_plenary,
               clause::plenary::organizational_days);
    if (in[clause::founding::after_working_group] && *guard <= working_group_end)
        in.add("remark.guard_before_working_group_end",
               {{"day", guard->iso()}, {"end", working_group_end.iso()}}, clause::founding::no_act_before,
               clause::founding::after_working_group);
}

void on_working_group(Gathering& in) {
    const Day first = in[clause::founding::first_plenary];
    const Facts facts{{"first", first.iso()}, {"end", working_group_end.iso()}};
    if (in[clause::mechanism::kind] == "open_ended_working_group" || first > working_group_end) return;
    if (in[clause::founding::after_working_group])
        in.add("contradiction.first_plenary_before_working_group_end", facts,
               clause::founding::after_working_group, clause::founding::first_plenary);
    else if (in[clause::mechanism::single_track] && first >= working_group_begin)
        in.add("contradiction.two_tracks_at_first", facts, clause::mechanism::single_track,
               clause::founding::after_working_group, clause::founding::first_plenary);
}

void on_no_conference(Gathering& in) {
    if (in[clause::founding::conference] != "none") return;
    if (in.find(clause::founding::conference_years) != nullptr)
        in.add("contradiction.no_conference_but_years",
               {{"years", in.text(clause::founding::conference_years)}}, clause::founding::conference,
               clause::founding::conference_years);
    if (in[clause::founding::conference_back_to_back])
        in.add("contradiction.no_conference_but_back_to_back", {}, clause::founding::conference,
               clause::founding::conference_back_to_back);
    if (in.find(clause::founding::conference_rule) != nullptr)
        in.add("contradiction.no_conference_but_rule", {{"rule", in.text(clause::founding::conference_rule)}},
               clause::founding::conference, clause::founding::conference_rule);
    if (in.lists(clause::founding::adoption_chain, "conference_adopts"))
        in.add("contradiction.no_conference_but_adopts", {}, clause::founding::conference,
               clause::founding::adoption_chain);
}

void on_conference(Gathering& in) {
    const std::string& held = in[clause::founding::conference];
    if (held == "none") return;
    if (held == "held" && !in.lists(clause::founding::adoption_chain, "conference_adopts"))
        in.add("remark.conference_adopts_nothing", {}, clause::founding::conference,
               clause::founding::adoption_chain);
    const Span* years = in.find(clause::founding::conference_years);
    if (years == nullptr) return;
    const Day first = in[clause::founding::first_plenary];
    if (years->least > first.year())
        in.add(held == "held" ? "contradiction.first_plenary_before_conference"
                              : "remark.first_plenary_before_possible_conference",
               {{"first", first.iso()}, {"year", std::to_string(years->least)}},
               clause::founding::conference_years, clause::founding::first_plenary);
    const int end = working_group_end.year();
    if (in[clause::founding::conference_back_to_back] && (years->least > end || years->most < end))
        in.add("contradiction.back_to_back_in_another_year",
               {{"years", text_of(*years)}, {"end", working_group_end.iso()}},
               clause::founding::conference_years, clause::founding::conference_back_to_back);
}

void on_instrument(Gathering& in) {
    const auto& chain = in[clause::founding::adoption_chain];
    const auto by_assembly = [](const std::string& step) { return step.starts_with("general_assembly"); };
    if (in[clause::founding::instrument] == "general_assembly_resolution" &&
        std::ranges::none_of(chain, by_assembly))
        in.add("contradiction.resolution_without_assembly", {}, clause::founding::instrument,
               clause::founding::adoption_chain);
    const bool convention = in[clause::founding::instrument] == "convention" ||
                            in[clause::mechanism::kind] == "convention_process";
    if (convention && in[clause::framework::binding_track] == "none")
        in.add("contradiction.convention_without_track", {}, clause::mechanism::kind,
               clause::founding::instrument, clause::framework::binding_track);
}

} // namespace

void gather_on_founding(Gathering& in) {
    on_end(in);
    on_guard(in);
    on_working_group(in);
    on_no_conference(in);
    on_conference(in);
    on_instrument(in);
}

} // namespace poa::charter
