// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/permissions.hpp"

namespace poa::national_reports {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        // What is asked is drafted by whoever may propose it; a decision alone puts a draft in use.
        {"national_reports.draft_survey",
         {own(role::head_of_delegation), own(role::delegate), role::secretariat, role::operator_}},
        {"national_reports.revise_survey",
         {own(role::head_of_delegation), own(role::delegate), role::secretariat, role::operator_}},
        {"national_reports.replace_survey",
         {own(role::head_of_delegation), own(role::delegate), role::secretariat, role::operator_}},
        // A report is filled in by the delegation ...
        {"national_reports.open_report",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        // ... and, while the State allows it, with an organisation that helps.
        {"national_reports.save_answers",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"national_reports.import_answers",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"national_reports.attach_evidence",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"national_reports.remove_evidence",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        {"national_reports.comment_answer",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate), own(role::representative)}},
        // What the State says, to whom, and who does the work is the delegation's alone.
        {"national_reports.confirm_answers",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.share_answers",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.settle_answer",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.assign_section",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.mark_section",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.settle_comment",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.put_up_report",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        {"national_reports.revise_report",
         {own(role::report_editor), own(role::report_approver), own(role::head_of_delegation),
          own(role::delegate)}},
        // A document on the record is taken as a report by whose it is, or for it by the secretariat.
        {"national_reports.register_source",
         {own(role::report_approver), own(role::head_of_delegation), own(role::delegate),
          own(role::representative), role::secretariat}},
        {"national_reports.end_source",
         {own(role::report_approver), own(role::head_of_delegation), own(role::delegate),
          own(role::representative), role::secretariat}},
        // Figures of others come with their source, by whoever keeps the record.
        {"national_reports.import_outside_figures", {role::secretariat, role::operator_}},
        {"national_reports.end_outside_figures", {role::secretariat, role::operator_}},
        // The approving authority binds the State.
        {"national_reports.send_back_report", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.submit_report", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.withdraw_report", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.offer_practice", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.answer_about_report", {own(role::report_approver), own(role::head_of_delegation)}},
        // One State asks about another's report in its own name.
        {"national_reports.ask_about_report", {own(role::head_of_delegation), own(role::delegate)}},
        {"national_reports.settle_need", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.allow_help", {own(role::report_approver), own(role::head_of_delegation)}},
        {"national_reports.end_help", {own(role::report_approver), own(role::head_of_delegation)}},
    };
    return table;
}

} // namespace poa::national_reports
