// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/permissions.hpp"

namespace poa::decisions {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        // A proposal and who stands behind it.
        {"decisions.draft_proposal",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair,
          role::chair_office}},
        {"decisions.table_proposal",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair}},
        {"decisions.withdraw_proposal",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair}},
        {"decisions.join_sponsors", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.leave_sponsors", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.share_draft",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair}},
        {"decisions.unshare_draft",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair}},
        // The Chair leads.
        {"decisions.rule_on_point_of_order", {role::chair}},
        {"decisions.open_discussion", {role::chair, role::chair_office}},
        {"decisions.put_question", {role::chair}},
        {"decisions.extend_question", {role::chair}},
        {"decisions.close_question", {role::chair}},
        {"decisions.take_back_question", {role::chair}},
        {"decisions.defer_to_mediation", {role::chair}},
        {"decisions.resume_discussion", {role::chair}},
        {"decisions.let_lapse", {role::chair}},
        // States decide.
        {"decisions.lodge_objection", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.withdraw_objection", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.cast_vote", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.correct_vote", {own(role::head_of_delegation)}},
        {"decisions.appeal_ruling", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.explain_position", {own(role::head_of_delegation), own(role::delegate)}},
        // The secretariat keeps the record of what founds the mechanism.
        {"decisions.begin_chain", {role::secretariat}},
        {"decisions.record_external_step", {role::secretariat}},
        // The text is negotiated; nobody but the Chair writes into it.
        {"decisions.revise_draft",
         {own(role::head_of_delegation), own(role::delegate), own(role::representative), role::chair,
          role::chair_office}},
        {"decisions.propose_amendment",
         {own(role::head_of_delegation), own(role::delegate), role::chair, role::chair_office}},
        {"decisions.withdraw_amendment",
         {own(role::head_of_delegation), own(role::delegate), role::chair, role::chair_office}},
        {"decisions.accept_amendment", {role::chair, role::chair_office}},
        {"decisions.set_aside_amendment", {role::chair, role::chair_office}},
        {"decisions.compile_text", {role::chair, role::chair_office}},
        {"decisions.rewrite_paragraph", {role::chair, role::chair_office}},
        {"decisions.move_paragraph", {role::chair, role::chair_office}},
        {"decisions.mark_agreed", {role::chair, role::chair_office}},
        {"decisions.undo_change", {role::chair, role::chair_office}},
        {"decisions.declare_position", {own(role::head_of_delegation), own(role::delegate)}},
        {"decisions.translate_paragraph", {role::secretariat}},
    };
    return table;
}

} // namespace poa::decisions
