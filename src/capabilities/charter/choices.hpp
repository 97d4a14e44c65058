// SPDX-License-Identifier: Apache-2.0
#pragma once
// The values that clauses of kind choice take, with the words people read for them.

#include "base/input.hpp"

#include <array>

namespace poa::charter::choices {

inline constexpr std::array mechanism_kinds{
    Choice{"programme_of_action", N_("programme of action")},
    Choice{"permanent_mechanism", N_("permanent mechanism")},
    Choice{"open_ended_working_group", N_("open-ended working group")},
    Choice{"convention_process", N_("process towards a convention")},
};
inline constexpr std::array reporting_lines{
    Choice{"first_committee", N_("First Committee of the General Assembly")},
    Choice{"general_assembly", N_("General Assembly")},
    Choice{"own_conference", N_("its own conference")},
};
inline constexpr std::array scopes{
    Choice{"first_committee_only", N_("international security only, as the First Committee deals with it")},
    Choice{"adjacent_synergies", N_("international security, with links to neighbouring matters")},
    Choice{"existing_recommendations_only", N_("only what was already recommended")},
};
inline constexpr std::array threat_scopes{
    Choice{"technical", N_("technical threats")},
    Choice{"content_too", N_("technical threats and harmful content")},
};
inline constexpr std::array pillars{
    Choice{"threats", N_("threats")},
    Choice{"norms", N_("norms, rules and principles")},
    Choice{"international_law", N_("international law")},
    Choice{"confidence_building", N_("confidence-building")},
    Choice{"capacity_building", N_("capacity-building")},
};
inline constexpr std::array elaboration_places{
    Choice{"working_group_only", N_("in the open-ended working group alone")},
    Choice{"working_group_first", N_("in the open-ended working group above all")},
    Choice{"working_group_among_others", N_("in the open-ended working group among others")},
    Choice{"own_negotiation", N_("in a negotiation of its own")},
};
inline constexpr std::array conference_wishes{
    Choice{"held", N_("held")},
    Choice{"conditional", N_("held only if its need is agreed")},
    Choice{"none", N_("none")},
};
inline constexpr std::array founding_instruments{
    Choice{"political_declaration", N_("political declaration")},
    Choice{"founding_document", N_("founding document")},
    Choice{"general_assembly_resolution", N_("resolution of the General Assembly")},
    Choice{"convention", N_("convention")},
};
inline constexpr std::array adoption_steps{
    Choice{"working_group_agrees", N_("the open-ended working group agrees")},
    Choice{"conference_adopts", N_("the conference adopts")},
    Choice{"high_level_meeting_adopts", N_("a high-level meeting adopts")},
    Choice{"general_assembly_adopts", N_("the General Assembly adopts")},
    Choice{"general_assembly_endorses", N_("the General Assembly endorses")},
    Choice{"first_committee_affirms", N_("the First Committee affirms")},
    Choice{"review_conference_affirms", N_("the first review conference affirms")},
};
inline constexpr std::array speaking_slots{
    Choice{"none", N_("not at all")},
    Choice{"dedicated_session", N_("in a session of their own")},
    Choice{"end_of_item", N_("at the end of each item, after States")},
    Choice{"any_time", N_("on every item")},
    Choice{"on_invitation", N_("when the Chair invites them")},
};
inline constexpr std::array regional_roles{
    Choice{"participate", N_("take part")},
    Choice{"coordinate", N_("coordinate their work with it")},
    Choice{"avoid_duplication", N_("are drawn on so that nothing is done twice")},
    Choice{"limited", N_("have a limited part")},
};
inline constexpr std::array places{
    Choice{"new_york", N_("New York")},
    Choice{"geneva", N_("Geneva")},
    Choice{"vienna", N_("Vienna")},
    Choice{"nairobi", N_("Nairobi")},
    Choice{"united_nations", N_("at the United Nations, place open")},
    Choice{"new_york_or_geneva", N_("New York or Geneva, by topic")},
    Choice{"decided_each_year", N_("decided each year by the First Committee")},
};
inline constexpr std::array modes{
    Choice{"in_person", N_("in person")},
    Choice{"hybrid", N_("hybrid")},
    Choice{"virtual", N_("virtual")},
};
inline constexpr std::array plenary_functions{
    Choice{"review_implementation", N_("look at implementation")},
    Choice{"adopt_recommendations", N_("adopt recommendations")},
    Choice{"set_priorities", N_("set priorities")},
    Choice{"create_groups", N_("create and end groups")},
    Choice{"update_framework", N_("update the framework")},
    Choice{"discuss_threats", N_("discuss threats")},
    Choice{"discuss_law", N_("discuss international law")},
    Choice{"steer_capacity_building", N_("steer capacity-building")},
};
inline constexpr std::array review_matters{
    Choice{"structure", N_("structure")},
    Choice{"content", N_("content")},
    Choice{"foundational_documents", N_("founding documents")},
    Choice{"programme_of_work", N_("programme of work")},
    Choice{"framework", N_("framework")},
};
inline constexpr std::array group_topics{
    Choice{"threats", N_("threats")},
    Choice{"norms", N_("norms, rules and principles")},
    Choice{"international_law", N_("international law")},
    Choice{"confidence_building", N_("confidence-building")},
    Choice{"capacity_building", N_("capacity-building")},
    Choice{"critical_infrastructure", N_("critical infrastructure")},
    Choice{"health_care", N_("health care")},
    Choice{"new_technologies", N_("new technologies")},
    Choice{"peer_review", N_("review by peers")},
    Choice{"mediation", N_("mediation")},
    Choice{"binding_obligations", N_("new norms and binding obligations")},
    Choice{"reporting", N_("reports and recommendations")},
    Choice{"all_pillars", N_("all pillars together")},
};
inline constexpr std::array group_creators{
    Choice{"plenary", N_("the plenary")},
    Choice{"mechanism_by_consensus", N_("the mechanism, by consensus")},
    Choice{"member_states", N_("Member States among themselves")},
    Choice{"interested_parties", N_("interested parties, as need arises")},
    Choice{"review_conference", N_("the review conference")},
};
inline constexpr std::array group_memberships{
    Choice{"open", N_("open to all States")},
    Choice{"regionally_balanced", N_("balanced among regions")},
    Choice{"tandem", N_("each State joins with a State of another region")},
};
inline constexpr std::array group_matters{
    Choice{"existing_framework", N_("the existing framework")},
    Choice{"new_norms", N_("new norms")},
    Choice{"binding_obligations", N_("binding obligations")},
};
inline constexpr std::array prepared_meetings{
    Choice{"plenary", N_("plenaries")},
    Choice{"review", N_("review conferences")},
};
inline constexpr std::array chair_bases{
    Choice{"fixed_term", N_("for a term")},
    Choice{"per_session", N_("for one session")},
};
inline constexpr std::array programme_adopters{
    Choice{"plenary", N_("the plenary")},
    Choice{"review_conference", N_("the review conference")},
    Choice{"declaration", N_("the founding instrument")},
};
inline constexpr std::array framework_forums{
    Choice{"plenary", N_("the plenary")},
    Choice{"review_conference", N_("the review conference")},
    Choice{"general_assembly", N_("the General Assembly")},
};
inline constexpr std::array binding_tracks{
    Choice{"none", N_("none")},
    Choice{"study", N_("may be studied")},
    Choice{"negotiate", N_("is negotiated")},
};
inline constexpr std::array recommendation_kinds{
    Choice{"regularly_updated", N_("adopted and regularly brought up to date")},
    Choice{"without_review_date", N_("adopted, without a date of review")},
};
inline constexpr std::array law_forms{
    Choice{"dedicated_workstream", N_("a workstream of its own")},
    Choice{"workstream_topic", N_("a topic of workstreams")},
    Choice{"discussion", N_("discussed at meetings")},
};
inline constexpr std::array reporting_instruments{
    Choice{"national_survey", N_("the national survey of UNIDIR")},
    Choice{"own_form", N_("a form of the mechanism")},
    Choice{"existing_reports", N_("reports that States already make")},
    Choice{"checklist", N_("a checklist of norms")},
};
inline constexpr std::array audiences{
    Choice{"own_delegation", N_("the State alone")},
    Choice{"member_states", N_("Member States")},
    Choice{"public", N_("the public")},
};
inline constexpr std::array peer_reviews{
    Choice{"none", N_("none")},
    Choice{"voluntary", N_("voluntary")},
    Choice{"regular", N_("regular")},
};
inline constexpr std::array accountabilities{
    Choice{"none", N_("none")},
    Choice{"progress_measured", N_("progress is measured")},
    Choice{"accountability_mechanisms", N_("mechanisms of accountability")},
    Choice{"after_binding_instrument", N_("only after a binding instrument")},
};
inline constexpr std::array deliveries{
    Choice{"platform", N_("gives a place to meet and coordinate")},
    Choice{"programmes", N_("runs programmes")},
    Choice{"programmes_on_mandate", N_("programmes of the United Nations on a mandate of States")},
    Choice{"matching_hub", N_("brings needs and offers together")},
};
inline constexpr std::array capacity_areas{
    Choice{"policy_and_law", N_("policy, strategy and law")},
    Choice{"incident_response", N_("incident response")},
    Choice{"critical_infrastructure", N_("critical infrastructure")},
    Choice{"diplomacy", N_("diplomacy and international law")},
    Choice{"technical_skills", N_("technical skills")},
    Choice{"standards", N_("standards")},
    Choice{"cybercrime", N_("cybercrime")},
    Choice{"norms_implementation", N_("putting norms into practice")},
};
inline constexpr std::array funds{
    Choice{"none", N_("none")},
    Choice{"under_discussion", N_("to be discussed")},
    Choice{"funding_mechanism", N_("a funding mechanism")},
    Choice{"voluntary_fund", N_("a voluntary trust fund")},
};
inline constexpr std::array directory_places{
    Choice{"integral", N_("part of the mechanism")},
    Choice{"administered", N_("administered by the mechanism")},
    Choice{"synergy", N_("beside it, linked")},
    Choice{"independent", N_("independent of it")},
};
inline constexpr std::array contact_levels{
    Choice{"diplomatic", N_("diplomatic")},
    Choice{"technical", N_("technical")},
};
inline constexpr std::array mediations{
    Choice{"none", N_("none")},
    Choice{"mediation_support", N_("support for mediation")},
    Choice{"peaceful_settlement", N_("peaceful settlement as an aim")},
    Choice{"convention_clause", N_("clauses of a convention")},
};
inline constexpr std::array threat_exchanges{
    Choice{"none", N_("none")},
    Choice{"discussion", N_("discussion")},
    Choice{"information", N_("exchange of information")},
    Choice{"technical", N_("exchange of technical indicators")},
};
inline constexpr std::array accreditation_models{
    Choice{"non_objection", N_("no objection within a time")},
    Choice{"non_objection_with_consultation",
           N_("no objection within a time, with consultation by the Chair")},
    Choice{"objection_then_vote", N_("an objection is put to a vote")},
    Choice{"ad_hoc_committee", N_("the body decides on a list, as the Ad Hoc Committee on cybercrime did")},
    Choice{"working_group_on_ageing",
           N_("objections are decided by the body, as in the working group on ageing")},
    Choice{"conventional_weapons",
           N_("attendance on request, as under the Convention on conventional weapons")},
    Choice{"none", N_("no accreditation")},
};
inline constexpr std::array circulators{
    Choice{"secretariat", N_("the secretariat")},
    Choice{"chair", N_("the Chair")},
};
inline constexpr std::array disclosures{
    Choice{"none", N_("nobody")},
    Choice{"chair", N_("the Chair")},
    Choice{"any_state", N_("every State that asks")},
    Choice{"public", N_("everyone")},
};
inline constexpr std::array grounds_given{
    Choice{"none", N_("not asked")},
    Choice{"voluntary", N_("given if the State wishes")},
    Choice{"mandatory", N_("must be given")},
};
inline constexpr std::array validities{
    Choice{"session", N_("one session")},
    Choice{"cycle", N_("one cycle")},
    Choice{"permanent", N_("until withdrawn")},
};
inline constexpr std::array languages{
    Choice{"ar", N_("Arabic")}, Choice{"zh", N_("Chinese")}, Choice{"en", N_("English")},
    Choice{"fr", N_("French")}, Choice{"ru", N_("Russian")}, Choice{"es", N_("Spanish")},
};
inline constexpr std::array money_sources{
    Choice{"existing_resources", N_("existing resources")},
    Choice{"existing_and_voluntary", N_("existing resources and voluntary contributions")},
    Choice{"sufficient_resources", N_("resources planned to suffice")},
    Choice{"voluntary", N_("voluntary contributions")},
};
inline constexpr std::array secretariats{
    Choice{"unoda", N_("Office for Disarmament Affairs")},
    Choice{"other", N_("another")},
};
inline constexpr std::array participant_classes{
    Choice{"member_states", N_("Member States")},
    Choice{"observer_states", N_("observer States")},
    Choice{"regional_organisations", N_("regional organisations")},
    Choice{"united_nations_bodies", N_("United Nations bodies")},
    Choice{"consultative_status", N_("organisations in consultative status")},
    Choice{"accredited", N_("accredited stakeholders")},
    Choice{"experts", N_("invited experts")},
};
inline constexpr std::array meeting_kinds{
    Choice{"plenary", N_("plenary")},
    Choice{"review", N_("review conference")},
    Choice{"group", N_("working group")},
    Choice{"intersessional", N_("intersessional meeting")},
    Choice{"consultation", N_("consultation with stakeholders")},
};
inline constexpr std::array rights{
    Choice{"attend", N_("attend")},         Choice{"speak", N_("speak")},
    Choice{"write", N_("send in writing")}, Choice{"propose", N_("propose")},
    Choice{"sponsor", N_("sponsor")},       Choice{"decide", N_("decide")},
};

} // namespace poa::charter::choices
