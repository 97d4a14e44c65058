// SPDX-License-Identifier: Apache-2.0
// What people read of a contradiction: the reason, with facts in {}.
#include "base/input.hpp"
#include "capabilities/charter/contradictions.hpp"

#include <array>

namespace poa::charter {
namespace {

constexpr Severity wrong = Severity::contradiction, unusual = Severity::remark;

constexpr std::array table{
    // How it begins and ends.
    ContradictionSentence{"contradiction.permanent_but_ends", wrong,
                          N_("It is permanent, and it ends on {day}.")},
    ContradictionSentence{"contradiction.ends_before_first_plenary", wrong,
                          N_("It ends on {ends}, before its first plenary on {first}.")},
    ContradictionSentence{
        "contradiction.ends_before_first_review", wrong,
        N_("It ends on {ends}. The first review conference is {years} years after the first "
           "plenary on {first} at the earliest, so none is ever held.")},
    ContradictionSentence{"contradiction.first_plenary_before_guard", wrong,
                          N_("The first plenary begins on {first}, and there is no act before {day}.")},
    ContradictionSentence{
        "contradiction.no_days_for_organizational_session", wrong,
        N_("From {day}, the first day of any act, to the first plenary on {first} there is no "
           "room for an organizational session (days: {days}).")},
    ContradictionSentence{
        "contradiction.first_plenary_before_working_group_end", wrong,
        N_("It begins only when the open-ended working group has ended on {end}, and its first "
           "plenary is on {first}.")},
    ContradictionSentence{
        "contradiction.two_tracks_at_first", wrong,
        N_("It is the only process on its matter, and its first plenary on {first} falls into "
           "the time of the open-ended working group, which ended on {end}.")},
    ContradictionSentence{"contradiction.no_conference_but_years", wrong,
                          N_("There is no founding conference, and it is held in these years: {years}.")},
    ContradictionSentence{
        "contradiction.no_conference_but_back_to_back", wrong,
        N_("There is no founding conference, and it is held right after the last session of "
           "the working group.")},
    ContradictionSentence{"contradiction.no_conference_but_rule", wrong,
                          N_("There is no founding conference, and it decides by this rule: {rule}.")},
    ContradictionSentence{"contradiction.no_conference_but_adopts", wrong,
                          N_("There is no founding conference, and it adopts the founding instrument.")},
    ContradictionSentence{
        "contradiction.first_plenary_before_conference", wrong,
        N_("The founding conference is held in {year} at the earliest, after the first plenary "
           "on {first}.")},
    ContradictionSentence{
        "contradiction.back_to_back_in_another_year", wrong,
        N_("The founding conference follows the last session of the working group, which ended "
           "on {end}, and is held in other years: {years}.")},
    ContradictionSentence{
        "contradiction.resolution_without_assembly", wrong,
        N_("It is founded by a resolution of the General Assembly, and among those who adopt "
           "and endorse it the General Assembly is missing.")},
    ContradictionSentence{"contradiction.convention_without_track", wrong,
                          N_("It is or leads to a convention, and it has no track towards a legally binding "
                             "instrument.")},
    ContradictionSentence{"remark.end_unknown", unusual,
                          N_("It is not permanent, and no day is named on which it ends.")},
    ContradictionSentence{
        "remark.guard_before_working_group_end", unusual,
        N_("Acts are possible from {day}, and it begins only when the open-ended working group "
           "has ended on {end}: the later day counts.")},
    ContradictionSentence{
        "remark.conference_adopts_nothing", unusual,
        N_("A founding conference is held, and it is not among those who adopt the founding "
           "instrument.")},
    ContradictionSentence{
        "remark.first_plenary_before_possible_conference", unusual,
        N_("If the founding conference is held, it is held in {year} at the earliest, after the "
           "first plenary on {first}.")},

    // Plenaries, review conferences and the programme of work.
    ContradictionSentence{
        "contradiction.review_never_with_plenary", wrong,
        N_("A review conference takes the place of a plenary. With a plenary every {months} "
           "months there is none after this number of years: {years}.")},
    ContradictionSentence{"contradiction.no_review_but_interval", wrong,
                          N_("No review conferences are held, and they are held at an interval (years: "
                             "{years}).")},
    ContradictionSentence{"contradiction.no_review_but_takes_place", wrong,
                          N_("No review conferences are held, and they take the place of plenaries.")},
    ContradictionSentence{"contradiction.no_review_but_affirms", wrong,
                          N_("No review conferences are held, and at the first of them States affirm their "
                             "commitment.")},
    ContradictionSentence{"contradiction.charter_never_changes", wrong,
                          N_("The charter changes only at a review conference, and none is held.")},
    ContradictionSentence{
        "contradiction.no_review_but_in_chain", wrong,
        N_("The first review conference affirms the founding instrument, and none is held.")},
    ContradictionSentence{
        "contradiction.no_review_but_prepared", wrong,
        N_("There are preparatory consultations for review conferences, and none is held.")},
    ContradictionSentence{"contradiction.programme_never_adopted", wrong,
                          N_("The review conference adopts the programme of work, and none is held.")},
    ContradictionSentence{"contradiction.framework_never_updated", wrong,
                          N_("Only the review conference may update the framework, and none is held.")},
    ContradictionSentence{"contradiction.groups_never_created", wrong,
                          N_("The review conference creates groups, and none is held.")},
    ContradictionSentence{
        "contradiction.programme_ends_before_plenary", wrong,
        N_("The plenary adopts the programme of work (years: {years}) and meets every {months} "
           "months, so that there are times without one.")},
    ContradictionSentence{
        "contradiction.programme_ends_before_review", wrong,
        N_("The review conference adopts the programme of work (years: {years}) and is held less "
           "often (years: {review}), so that there are times without one.")},
    ContradictionSentence{
        "remark.review_only_if_plenaries_move", unusual,
        N_("A review conference takes the place of a plenary. With a plenary every {months} "
           "months there is none after this number of years: {years}. The frequency of "
           "plenaries must be adapted, as the charter allows.")},
    ContradictionSentence{
        "remark.review_without_interval", unusual,
        N_("Review conferences are held, and no interval is named, so the calendar has none.")},
    ContradictionSentence{
        "remark.progress_between_plenaries", unusual,
        N_("Progress is reviewed every {progress} months and the plenary meets every {months}: "
           "some reviews fall between plenaries.")},
    ContradictionSentence{
        "remark.programme_between_plenaries", unusual,
        N_("A programme of work (years: {years}) ends between two plenaries, which are {months} "
           "months apart.")},
    ContradictionSentence{
        "remark.programme_adopted_once", unusual,
        N_("The founding instrument adopts the programme of work (years: {years}), and nobody "
           "is named who adopts the next one.")},
    ContradictionSentence{"remark.groups_no_function_of_plenary", unusual,
                          N_("The plenary creates groups, and this is not named among its functions.")},
    ContradictionSentence{
        "remark.framework_no_function_of_plenary", unusual,
        N_("The plenary may update the framework, and this is not named among its functions.")},

    // The room of a year.
    ContradictionSentence{
        "contradiction.meetings_without_place", wrong,
        N_("A year has no room for all its meetings with {weeks_between} free weeks between two: of those of "
           "the first {years} years {meetings} have no place, the first of them in {year}.")},

    // Groups.
    ContradictionSentence{
        "contradiction.group_meets_too_seldom", wrong,
        N_("The group “{group}” meets {meetings} times a year, and every group meets at least "
           "{least} times.")},
    ContradictionSentence{"contradiction.group_days_over_limit", wrong,
                          N_("All groups together meet on {days} days in a year, and at most {most} are "
                             "allowed.")},
    ContradictionSentence{
        "contradiction.groups_must_overlap", wrong,
        N_("Groups do not meet at the same time. Their {days} meeting days in a year and "
           "{weeks_between} free weeks between their meetings need {needed} working days, and "
           "a year has {available}.")},
    ContradictionSentence{
        "contradiction.more_groups_than_allowed", wrong,
        N_("There are {groups} groups at the start, and at most {most} may exist at once.")},
    ContradictionSentence{
        "contradiction.binding_study_without_track", wrong,
        N_("Groups may be given binding obligations to study, and there is no track towards a "
           "legally binding instrument.")},
    ContradictionSentence{
        "contradiction.group_on_matter_not_allowed", wrong,
        N_("The group “{group}” is on binding obligations, which groups may not be given.")},
    ContradictionSentence{"remark.binding_track_without_group", unusual,
                          N_("A legally binding instrument is negotiated, and no group may be given binding "
                             "obligations: the plenary negotiates it alone.")},

    // Rights.
    ContradictionSentence{"contradiction.states_cannot_decide", wrong,
                          N_("Member States have no right to decide in the plenary, so that nothing is ever "
                             "decided.")},
    ContradictionSentence{"contradiction.others_decide", wrong,
                          N_("Only States decide, and the class “{class}” has the right to decide (kind of "
                             "meeting: {meeting}).")},
    ContradictionSentence{
        "contradiction.speak_but_never", wrong,
        N_("Stakeholders have the right to speak (kind of meeting: {meeting}), and they speak "
           "not at all.")},
    ContradictionSentence{
        "contradiction.open_groups_without_rights", wrong,
        N_("Stakeholders may take part in groups, and none of their classes has the right to "
           "attend them.")},
    ContradictionSentence{
        "contradiction.closed_groups_with_rights", wrong,
        N_("Stakeholders may not take part in groups, and some of their classes have the right "
           "to attend them.")},
    ContradictionSentence{"contradiction.regional_part_without_rights", wrong,
                          N_("Regional organisations take part, and they have no right at any kind of "
                             "meeting.")},
    ContradictionSentence{
        "contradiction.sponsor_needed_nobody_may", wrong,
        N_("A regional organisation's proposal needs a State as sponsor, and Member States have "
           "no right to sponsor (kind of meeting: {meeting}).")},
    ContradictionSentence{
        "remark.right_that_states_lack", unusual,
        N_("The class “{class}” has a right that Member States lack: {right} (kind of meeting: "
           "{meeting}).")},
    ContradictionSentence{"remark.rights_where_nothing_meets", unusual,
                          N_("Rights are given at a kind of meeting that never takes place: {meeting}.")},
    ContradictionSentence{"remark.slot_for_nobody", unusual,
                          N_("It is said when stakeholders speak, and none of their classes has the right to "
                             "speak outside consultations.")},

    // Decisions and accreditation.
    ContradictionSentence{
        "contradiction.vote_and_veto", wrong,
        N_("The model of accreditation ({model}) puts an objection to a decision of the body, "
           "and a contested application is decided without a vote: {rule}.")},
    ContradictionSentence{
        "contradiction.veto_and_vote", wrong,
        N_("By the model of accreditation ({model}) one objection excludes, and a contested "
           "application is put to a vote: {rule}.")},
    ContradictionSentence{
        "contradiction.consultation_said_and_not", wrong,
        N_("The model of accreditation has the Chair consult the objecting State, and the Chair "
           "does not consult.")},
    ContradictionSentence{
        "contradiction.window_longer_than_notice", wrong,
        N_("States have {days} days to object, and the notice of a meeting comes {weeks} weeks "
           "before it: the meeting begins before anybody is accredited to it.")},
    ContradictionSentence{"contradiction.groups_by_consensus_and_vote", wrong,
                          N_("The mechanism creates groups by consensus, and the rule for it has a vote: "
                             "{rule}.")},
    ContradictionSentence{"remark.vote_on_accreditation_alone", unusual,
                          N_("One State can stop any decision but one: a contested accreditation is put to a "
                             "vote.")},
    ContradictionSentence{"remark.rights_of_nobody", unusual,
                          N_("Accredited stakeholders have rights, and nobody is accredited.")},
    ContradictionSentence{"remark.grounds_for_nobody", unusual,
                          N_("Grounds of an objection must be given, and nobody learns of it.")},
    ContradictionSentence{
        "remark.window_longer_than_notice", unusual,
        N_("States have {days} days to object, and the notice of a meeting comes {weeks} weeks "
           "before it: who applies upon the notice is too late for that meeting.")},
    ContradictionSentence{
        "remark.consensus_can_be_voted_away", unusual,
        N_("One State can stop a decision on substance, and it can be outvoted where the charter "
           "changes ({rule}), also where this rule itself changes.")},
    ContradictionSentence{"remark.framework_voted_substance_not", unusual,
                          N_("One State can stop a decision on substance, and it can be outvoted where the "
                             "framework changes: {rule}.")},
    ContradictionSentence{"remark.procedure_harder_than_substance", unusual,
                          N_("Matters of substance can be put to a vote, and one State can stop a matter of "
                             "procedure.")},

    // The Chair, reports, languages, capacity-building and points of contact.
    ContradictionSentence{
        "contradiction.overlap_as_long_as_term", wrong,
        N_("The outgoing and the incoming Chair overlap by {overlap} months, and a term has "
           "{term}.")},
    ContradictionSentence{"contradiction.session_chair_extended", wrong,
                          N_("The Chair holds office for one session, and the term is extended by up to "
                             "{extension} months.")},
    ContradictionSentence{
        "contradiction.session_chair_overlaps", wrong,
        N_("The Chair holds office for one session, and the outgoing and the incoming Chair "
           "overlap by {overlap} months.")},
    ContradictionSentence{
        "remark.session_chair_with_term", unusual,
        N_("The Chair holds office for one session: the term of {term} months is not used.")},
    ContradictionSentence{"remark.extension_longer_than_term", unusual,
                          N_("A term of {term} months can be extended by more than itself: {extension} "
                             "months.")},
    ContradictionSentence{
        "contradiction.rotation_without_turn", wrong,
        N_("States report in turns with this number of years between: {years}. So not every "
           "State has its turn within {within} years.")},
    ContradictionSentence{
        "contradiction.report_too_seldom", wrong,
        N_("Every State reports at least once within {within} years, and its reports are farther "
           "apart (years: {years}).")},
    ContradictionSentence{
        "contradiction.reports_without_instrument", wrong,
        N_("Reports have a common template or are used to find needs, and there is no instrument "
           "of reporting.")},
    ContradictionSentence{
        "remark.rotation_without_limit", unusual,
        N_("States report in turns, and no number of years is named within which every State has "
           "its turn.")},
    ContradictionSentence{
        "remark.rotation_uneven", unusual,
        N_("States report in turns (years between: {years}) and all within {within} years, which "
           "is no whole number of turns: some report more often than others.")},
    ContradictionSentence{
        "remark.progress_never_measured", unusual,
        N_("Progress is measured only after a binding instrument, and there is no track towards "
           "one.")},
    ContradictionSentence{"contradiction.no_official_language", wrong,
                          N_("There is no language of formal meetings and documents.")},
    ContradictionSentence{"remark.informal_language_not_official", unusual,
                          N_("Informal meetings have a language that formal ones lack: {language}.")},
    ContradictionSentence{
        "remark.documents_before_notice", unusual,
        N_("The last document is due {documents} weeks before a meeting, and the meeting is "
           "announced later, {notice} weeks before it.")},
    ContradictionSentence{"contradiction.hub_without_matching", wrong,
                          N_("The mechanism brings needs and offers together, and needs are not matched with "
                             "offers.")},
    ContradictionSentence{"contradiction.cycle_without_feedback", wrong,
                          N_("A cycle of {months} months ends with feedback, and no results flow back.")},
    ContradictionSentence{
        "remark.paid_from_no_fund", unusual,
        N_("Fellowships or sponsored travel are promised, and there is no fund that pays for "
           "them.")},
    ContradictionSentence{"contradiction.checks_of_nobody", wrong,
                          N_("Points of contact are checked every {months} months, and there are none at any "
                             "level.")},
    ContradictionSentence{
        "contradiction.clause_of_no_convention", wrong,
        N_("Disputes are settled by clauses of a convention, and there is no track towards a "
           "legally binding instrument.")},
};

} // namespace

std::span<const ContradictionSentence> contradiction_sentences() {
    return table;
}

} // namespace poa::charter
