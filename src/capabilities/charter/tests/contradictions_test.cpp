// SPDX-License-Identifier: Apache-2.0
// Each contradiction by its row: where it is, and where it nearly is.
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/tests/changed_charters.hpp"

#include <regex>
#include <set>

namespace poa::charter {
namespace {

using namespace changed;

/// The charter as agreed with these sections changed: has it, or has it not.
struct Row {
    const char* code;
    const char* sections;
    const char* nearly; ///< the same, changed so that it runs
};

class EachContradiction : public testing::TestWithParam<Row> {};

const Row rows[] = {
    {"contradiction.meetings_without_place", "other_meetings: {weeks_between_min: 26}",
     "other_meetings: {weeks_between_min: 6}"},
    {"contradiction.permanent_but_ends", "mechanism: {permanent: true, ends_on: 2040-01-01}",
     "mechanism: {permanent: false, ends_on: 2040-01-01}"},
    {"contradiction.ends_before_first_plenary", "mechanism: {permanent: false, ends_on: 2026-06-01}",
     "mechanism: {permanent: false, ends_on: 2026-07-20}"},
    {"contradiction.ends_before_first_review", "mechanism: {permanent: false, ends_on: 2030-01-01}",
     "mechanism: {permanent: false, ends_on: 2031-12-31}"},
    {"contradiction.first_plenary_before_guard", "founding: {no_act_before: 2026-08-01}",
     "founding: {no_act_before: 2026-07-01}"},
    {"contradiction.no_days_for_organizational_session", "founding: {no_act_before: 2026-07-19}",
     "founding: {no_act_before: 2026-07-19}\nplenary: {organizational_days: 1}"},
    {"contradiction.first_plenary_before_working_group_end",
     "founding: {no_act_before: null, first_plenary: 2025-07-11}",
     "founding: {no_act_before: null, first_plenary: 2025-07-14}"},
    {"contradiction.two_tracks_at_first",
     "founding: {no_act_before: null, first_plenary: 2024-07-15, after_working_group: false}",
     "founding: {no_act_before: null, first_plenary: 2024-07-15, after_working_group: false}\n"
     "mechanism: {single_track: false}"},
    {"contradiction.no_conference_but_years", "founding: {conference: none, conference_years: [2025, 2026]}",
     "founding: {conference: conditional, conference_years: [2025, 2026]}"},
    {"contradiction.no_conference_but_back_to_back", "founding: {conference_back_to_back: true}",
     "founding: {conference_back_to_back: true, conference: held}"},
    {"contradiction.no_conference_but_rule", "founding: {conference_rule: {by: consensus}}",
     "founding: {conference_rule: {by: consensus}, conference: held}"},
    {"contradiction.no_conference_but_adopts", "founding: {adoption_chain: [conference_adopts]}",
     "founding: {adoption_chain: [conference_adopts], conference: held}"},
    {"contradiction.first_plenary_before_conference",
     "founding: {conference: held, conference_years: [2027, 2028]}",
     "founding: {conference: held, conference_years: [2026, 2028]}"},
    {"contradiction.back_to_back_in_another_year",
     "founding: {conference: held, conference_years: [2026, 2026], conference_back_to_back: true}",
     "founding: {conference: held, conference_years: [2025, 2026], conference_back_to_back: true}"},
    {"contradiction.resolution_without_assembly", "founding: {adoption_chain: [working_group_agrees]}",
     "founding: {adoption_chain: [general_assembly_adopts]}"},
    {"contradiction.convention_without_track",
     "founding: {instrument: convention}\nframework: {binding_track: none}",
     "founding: {instrument: convention}\nframework: {binding_track: negotiate}"},
    {"remark.end_unknown", "mechanism: {permanent: false}", "mechanism: {permanent: true}"},
    {"remark.guard_before_working_group_end", "founding: {no_act_before: 2025-07-11}",
     "founding: {no_act_before: 2025-07-12}"},
    {"remark.conference_adopts_nothing", "founding: {conference: held}",
     "founding: {conference: held, adoption_chain: [conference_adopts, general_assembly_adopts]}"},
    {"remark.first_plenary_before_possible_conference",
     "founding: {conference: conditional, conference_years: [2027, 2028]}",
     "founding: {conference: conditional, conference_years: [2026, 2028]}"},

    {"contradiction.review_never_with_plenary",
     "plenary: {every_months: 24}\nreview: {every_years: [5, 5], takes_place_of_plenary: true}",
     "plenary: {every_months: 24}\nreview: {every_years: [5, 6], takes_place_of_plenary: true}"},
    {"remark.review_only_if_plenaries_move",
     "plenary: {every_months: 24, frequency_flexible: true}\n"
     "review: {every_years: [5, 5], takes_place_of_plenary: true}",
     "plenary: {every_months: 12, frequency_flexible: true}\n"
     "review: {every_years: [5, 5], takes_place_of_plenary: true}"},
    {"contradiction.no_review_but_interval", "review: {held: false}",
     "review: {held: false, every_years: null}"},
    {"contradiction.no_review_but_takes_place", "review: {held: false, takes_place_of_plenary: true}",
     "review: {held: true, takes_place_of_plenary: true}"},
    {"contradiction.no_review_but_affirms", "review: {held: false, first_affirms: true}",
     "review: {held: true, first_affirms: true}"},
    {"contradiction.charter_never_changes", "review: {held: false, charter_changes_only_here: true}",
     "review: {held: true, charter_changes_only_here: true}"},
    {"contradiction.no_review_but_in_chain",
     "review: {held: false}\nfounding: {adoption_chain: [review_conference_affirms]}",
     "review: {held: true}\nfounding: {adoption_chain: [review_conference_affirms]}"},
    {"contradiction.no_review_but_prepared",
     "review: {held: false}\nother_meetings: {prepared: [plenary, review]}",
     "review: {held: false}\nother_meetings: {prepared: [plenary]}"},
    {"contradiction.programme_never_adopted",
     "review: {held: false}\nprogramme_of_work: {adopted_by: review_conference}",
     "review: {held: false}\nprogramme_of_work: {adopted_by: plenary}"},
    {"contradiction.framework_never_updated",
     "review: {held: false}\nframework: {updated_by: [review_conference]}",
     "review: {held: false}\nframework: {updated_by: [plenary, review_conference]}"},
    {"contradiction.groups_never_created", "review: {held: false}\ngroups: {created_by: review_conference}",
     "review: {held: true}\ngroups: {created_by: review_conference}"},
    {"contradiction.programme_ends_before_plenary",
     "plenary: {every_months: 36}\nprogramme_of_work: {years: [1, 2]}",
     "plenary: {every_months: 36}\nprogramme_of_work: {years: [1, 3]}"},
    {"contradiction.programme_ends_before_review",
     "programme_of_work: {years: [2, 4], adopted_by: review_conference}",
     "programme_of_work: {years: [2, 5], adopted_by: review_conference}"},
    {"remark.review_without_interval", "review: {every_years: null}",
     "review: {held: false, every_years: null}"},
    {"remark.progress_between_plenaries", "review: {progress_every_months: 18}",
     "review: {progress_every_months: 36}"},
    {"remark.programme_between_plenaries", "plenary: {every_months: 24}\nprogramme_of_work: {years: [3, 3]}",
     "plenary: {every_months: 24}\nprogramme_of_work: {years: [3, 4]}"},
    {"remark.programme_adopted_once", "programme_of_work: {adopted_by: declaration}",
     "programme_of_work: {adopted_by: plenary}"},
    {"remark.groups_no_function_of_plenary",
     "groups: {created_by: plenary}\nplenary: {functions: [set_priorities]}",
     "groups: {created_by: plenary}\nplenary: {functions: [create_groups]}"},
    {"remark.framework_no_function_of_plenary", "plenary: {functions: [set_priorities]}",
     "plenary: {functions: [update_framework]}"},

    {"contradiction.group_meets_too_seldom", "groups: {meetings_per_year_min: 2}",
     "groups: {meetings_per_year_min: 1}"},
    {"contradiction.group_days_over_limit", "groups: {days_per_year_max: 4}",
     "groups: {days_per_year_max: 5}"},
    // Two groups of three days, twelve times, with four weeks between: 72 + 220 days. At three weeks: 237.
    {"contradiction.groups_must_overlap",
     "groups: {list: [{id: a, title: A, topic: norms, meetings_per_year: 12, days: 3},"
     " {id: b, title: B, topic: threats, meetings_per_year: 12, days: 3}]}\n"
     "other_meetings: {weeks_between_min: 4}",
     "groups: {list: [{id: a, title: A, topic: norms, meetings_per_year: 12, days: 3},"
     " {id: b, title: B, topic: threats, meetings_per_year: 12, days: 3}]}\n"
     "other_meetings: {weeks_between_min: 3}"},
    {"contradiction.more_groups_than_allowed", "groups: {at_once_max: 1}", "groups: {at_once_max: 2}"},
    {"contradiction.binding_study_without_track",
     "groups: {may_study: [binding_obligations]}\nframework: {binding_track: none}",
     "groups: {may_study: [binding_obligations]}\nframework: {binding_track: study}"},
    {"contradiction.group_on_matter_not_allowed",
     "groups: {list: [{id: a, title: A, topic: binding_obligations, meetings_per_year: 1, days: 2}]}",
     "groups: {may_study: [binding_obligations],"
     " list: [{id: a, title: A, topic: binding_obligations, meetings_per_year: 1, days: 2}]}"},
    {"remark.binding_track_without_group", "framework: {binding_track: negotiate}",
     "framework: {binding_track: negotiate}\ngroups: {may_study: [binding_obligations]}"},

    {"contradiction.states_cannot_decide",
     "participants: {rights: {member_states: {plenary: [attend, speak], review: [decide]}}}",
     "participants: {rights: {member_states: {plenary: [attend, speak, decide]}}}"},
    {"contradiction.others_decide",
     "participants: {rights: {member_states: {plenary: [decide]}, experts: {plenary: [decide]}}}",
     "participants: {rights: {member_states: {plenary: [decide]}, experts: {plenary: [decide]}}}\n"
     "decisions: {states_only: false}"},
    {"contradiction.speak_but_never", "participants: {stakeholder_slot: none}",
     "participants: {stakeholder_slot: end_of_item}"},
    {"contradiction.open_groups_without_rights",
     "participants: {rights: {member_states: {plenary: [decide], group: [attend]}}}",
     "participants: {rights: {member_states: {plenary: [decide], group: [attend]}, experts: {group: "
     "[attend]}}}"},
    {"contradiction.closed_groups_with_rights", "groups: {open_to_stakeholders: false}",
     "groups: {open_to_stakeholders: true}"},
    {"contradiction.regional_part_without_rights",
     "participants: {rights: {member_states: {plenary: [decide]}}}",
     "participants: {regional_role: coordinate, rights: {member_states: {plenary: [decide]}}}"},
    {"contradiction.sponsor_needed_nobody_may",
     "participants: {rights: {member_states: {plenary: [propose, decide]},"
     " regional_organisations: {plenary: [propose]}}}",
     "participants: {rights: {member_states: {plenary: [propose, sponsor, decide]},"
     " regional_organisations: {plenary: [propose]}}}"},
    {"remark.right_that_states_lack",
     "participants: {rights: {member_states: {plenary: [decide]}, experts: {plenary: [speak]}}}",
     "participants: {rights: {member_states: {plenary: [decide, speak]}, experts: {plenary: [speak]}}}"},
    {"remark.rights_where_nothing_meets", "other_meetings: {stakeholder_consultations_per_year: 0}",
     "other_meetings: {stakeholder_consultations_per_year: 1}"},
    {"remark.slot_for_nobody",
     "participants: {rights: {member_states: {plenary: [decide]}, accredited: {consultation: [speak]}}}",
     "participants: {rights: {member_states: {plenary: [decide]}, accredited: {plenary: [speak]}}}"},

    {"contradiction.vote_and_veto",
     "accreditation: {model: objection_then_vote, contested: {by: non_objection}}",
     "accreditation: {model: objection_then_vote,"
     " contested: {by: vote, majority: simple, of: present_and_voting}}"},
    {"contradiction.veto_and_vote",
     "accreditation: {model: non_objection, contested: {by: vote, majority: simple, of: present_and_voting}}",
     "accreditation: {model: non_objection, contested: {by: consensus}}"},
    {"contradiction.consultation_said_and_not", "accreditation: {consultation: false}",
     "accreditation: {consultation: false, model: non_objection}"},
    {"contradiction.window_longer_than_notice", "accreditation: {window_days: 84}",
     "accreditation: {window_days: 83}"},
    {"contradiction.groups_by_consensus_and_vote",
     "decisions: {creation_of_groups: {by: vote, majority: simple, of: present_and_voting}}",
     "decisions: {creation_of_groups: {by: silence, hours: 72}}"},
    {"remark.vote_on_accreditation_alone",
     "decisions: {procedural: {by: consensus}}\n"
     "accreditation: {model: objection_then_vote,"
     " contested: {by: vote, majority: simple, of: present_and_voting}}",
     "accreditation: {model: objection_then_vote,"
     " contested: {by: vote, majority: simple, of: present_and_voting}}"},
    {"remark.rights_of_nobody", "accreditation: {model: none}",
     "accreditation: {model: conventional_weapons}"},
    {"remark.grounds_for_nobody", "accreditation: {grounds: mandatory, disclosed_to: none}",
     "accreditation: {grounds: mandatory, disclosed_to: chair}"},
    {"remark.window_longer_than_notice", "accreditation: {window_days: 84, validity: cycle}",
     "accreditation: {window_days: 83, validity: cycle}"},
    {"remark.consensus_can_be_voted_away",
     "decisions: {charter: {by: vote, majority: two_thirds, of: membership}}",
     "decisions: {charter: {by: consensus}}"},
    {"remark.framework_voted_substance_not",
     "decisions: {framework: {by: vote, majority: two_thirds, of: membership}}",
     "decisions: {framework: {by: vote, majority: two_thirds, of: membership},"
     " substantive: {by: vote, majority: two_thirds, of: membership}}"},
    {"remark.procedure_harder_than_substance",
     "decisions: {procedural: {by: consensus},"
     " substantive: {by: vote, majority: two_thirds, of: membership}}",
     "decisions: {procedural: {by: consensus}}"},

    {"contradiction.overlap_as_long_as_term", "chair: {term_months: 6, overlap_months: 6}",
     "chair: {term_months: 7, overlap_months: 6}"},
    {"contradiction.session_chair_extended", "chair: {basis: per_session, extension_months: 6}",
     "chair: {extension_months: 6}"},
    {"contradiction.session_chair_overlaps", "chair: {basis: per_session, overlap_months: 6}",
     "chair: {overlap_months: 6}"},
    {"remark.session_chair_with_term", "chair: {basis: per_session, term_months: 12}",
     "chair: {basis: per_session}"},
    {"remark.extension_longer_than_term", "chair: {term_months: 12, extension_months: 13}",
     "chair: {term_months: 12, extension_months: 12}"},
    {"contradiction.rotation_without_turn",
     "reporting: {rotates: true, every_years: [3, 4], once_in_years_max: 2}",
     "reporting: {rotates: true, every_years: [2, 4], once_in_years_max: 2}"},
    {"contradiction.report_too_seldom", "reporting: {every_years: [3, 4], once_in_years_max: 2}",
     "reporting: {every_years: [3, 4], once_in_years_max: 3}"},
    {"contradiction.reports_without_instrument", "reporting: {instruments: [], maps_needs: true}",
     "reporting: {instruments: [checklist], maps_needs: true}"},
    {"remark.rotation_without_limit", "reporting: {rotates: true}", "reporting: {rotates: false}"},
    {"remark.rotation_uneven", "reporting: {rotates: true, every_years: [2, 2], once_in_years_max: 5}",
     "reporting: {rotates: true, every_years: [2, 2], once_in_years_max: 6}"},
    {"remark.progress_never_measured",
     "reporting: {accountability: after_binding_instrument}\nframework: {binding_track: none}",
     "reporting: {accountability: after_binding_instrument}\nframework: {binding_track: study}"},
    {"contradiction.no_official_language", "languages: {official: []}", "languages: {official: [en]}"},
    {"remark.informal_language_not_official", "languages: {official: [fr], informal: [en]}",
     "languages: {official: [fr, en], informal: [en]}"},
    {"remark.documents_before_notice", "languages: {documents_weeks: 13}",
     "languages: {documents_weeks: 12}"},
    {"contradiction.hub_without_matching", "capacity: {delivery: matching_hub, matching: false}",
     "capacity: {delivery: matching_hub, matching: true}"},
    {"contradiction.cycle_without_feedback", "capacity: {cycle_months: 24}",
     "capacity: {cycle_months: 24, feedback: true}"},
    {"remark.paid_from_no_fund", "capacity: {fund: none, fellowships: true}",
     "capacity: {fund: voluntary_fund, fellowships: true}"},
    {"contradiction.checks_of_nobody", "contacts: {levels: []}", "contacts: {levels: [], ping_months: null}"},
    {"contradiction.clause_of_no_convention",
     "contacts: {mediation: convention_clause}\nframework: {binding_track: none}",
     "contacts: {mediation: convention_clause}\nframework: {binding_track: negotiate}"},
};

TEST_P(EachContradiction, IsFoundWhereItIsAndNotBeside) {
    const auto found = contradictions_in(charter(GetParam().sections));
    EXPECT_NE(find(found, GetParam().code), nullptr) << codes(found);
    const auto beside = contradictions_in(charter(GetParam().nearly));
    EXPECT_EQ(find(beside, GetParam().code), nullptr) << codes(beside);
}

TEST_P(EachContradiction, ItsSentenceIsFilledWhole) {
    const auto found = contradictions_in(charter(GetParam().sections));
    const Contradiction* one = find(found, GetParam().code);
    ASSERT_NE(one, nullptr);
    EXPECT_FALSE(one->clauses.empty());
    EXPECT_TRUE(std::ranges::is_sorted(one->clauses));
    const auto entry = std::ranges::find(contradiction_sentences(), one->code, &ContradictionSentence::code);
    const std::string sentence(entry->sentence);
    EXPECT_EQ(entry->severity, one->severity);
    EXPECT_EQ(one->code.starts_with("contradiction."), one->severity == Severity::contradiction);
    const std::regex name("\\{([a-z_]+)\\}");
    std::set<std::string> asked, given;
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), name), end; at != end; ++at)
        asked.insert((*at)[1]);
    for (const auto& [key, value] : one->facts) {
        given.insert(key);
        EXPECT_FALSE(value.empty()) << key;
    }
    EXPECT_TRUE(std::ranges::includes(given, asked)) << sentence;
}

INSTANTIATE_TEST_SUITE_P(Table, EachContradiction, testing::ValuesIn(rows), [](const auto& row) {
    return std::regex_replace(std::string(row.param.code), std::regex("\\."), "_");
});

TEST(Contradictions, EverySentenceHasItsRow) {
    for (const ContradictionSentence& sentence : contradiction_sentences())
        EXPECT_EQ(std::ranges::count(rows, sentence.code,
                                     [](const Row& row) { return std::string_view(row.code); }),
                  1)
            << sentence.code;
}

// MTG-25: what the check says of meetings, the calendar finds as well.
TEST(Contradictions, TheCalendarHasNoPlaceForWhatTheCheckFinds) {
    for (const char* code :
         {"contradiction.groups_must_overlap", "contradiction.group_days_over_limit",
          "contradiction.meetings_without_place", "contradiction.more_groups_than_allowed",
          "contradiction.first_plenary_before_guard", "contradiction.window_longer_than_notice",
          "contradiction.first_plenary_before_conference"}) {
        const auto row =
            std::ranges::find(rows, code, [](const Row& one) { return std::string_view(one.code); });
        CalendarWish wish;
        wish.from = *Day::of(2025, 1, 1);
        wish.to = *Day::of(2030, 12, 31);
        EXPECT_FALSE(calendar_of(charter(row->sections), wish).unplaced.empty()) << code;
        if (std::string_view(code) != "contradiction.groups_must_overlap") {
            EXPECT_TRUE(calendar_of(charter(row->nearly), wish).unplaced.empty()) << code;
        }
    }
}

} // namespace
} // namespace poa::charter
