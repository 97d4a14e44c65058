// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/acts_reports.hpp"

#include "capabilities/national_reports/commands/allow_help.hpp"
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/commands/attach_evidence.hpp"
#include "capabilities/national_reports/commands/comment_answer.hpp"
#include "capabilities/national_reports/commands/confirm_answers.hpp"
#include "capabilities/national_reports/commands/end_help.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/commands/mark_section.hpp"
#include "capabilities/national_reports/commands/offer_practice.hpp"
#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/remove_evidence.hpp"
#include "capabilities/national_reports/commands/revise_report.hpp"
#include "capabilities/national_reports/commands/send_back_report.hpp"
#include "capabilities/national_reports/commands/settle_answer.hpp"
#include "capabilities/national_reports/commands/settle_comment.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"
#include "capabilities/national_reports/commands/withdraw_report.hpp"

#include <algorithm>

namespace poa::national_reports {

std::span<const ReportAct> report_acts() {
    static const ReportAct acts[] = {
        {"confirm_answers", N_("Confirm what was filled in"),
         N_("The answers of this section that were filled in from earlier ones are confirmed."),
         &input_of(Of<ConfirmAnswers>{})},
        {"share_answers", N_("Choose who will see answers"),
         N_("Nobody sees anything before the report is submitted. Releases that stand do not change."),
         &input_of(Of<ShareAnswers>{})},
        {"settle_answer", N_("Choose between texts"),
         N_("What is not chosen stays in the history of the answer."), &input_of(Of<SettleAnswer>{})},
        {"assign_section", N_("Say who answers for a section"), N_("Your delegation alone sees this."),
         &input_of(Of<AssignSection>{})},
        {"mark_section", N_("Say whether a section is ready"),
         N_("Nobody is kept from changing a section that is ready."), &input_of(Of<MarkSection>{})},
        {"comment_answer", N_("Comment on an answer"),
         N_("For those who fill in the report; comments are never released."),
         &input_of(Of<CommentAnswer>{})},
        {"settle_comment", N_("Settle a comment"), N_("The comment needs nothing more."),
         &input_of(Of<SettleComment>{})},
        {"put_up_report", N_("Put the report before the approving authority"),
         N_("Whoever changes an answer afterwards takes the report back from the approving authority."),
         &input_of(Of<PutUpReport>{})},
        {"send_back_report", N_("Send the report back"), N_("The reason is for your delegation alone."),
         &input_of(Of<SendBackReport>{})},
        {"submit_report", N_("Submit the report"),
         N_("Each answer goes to those it is shared with. The public ledger shows the State, the year, the "
            "survey and a digest of what was released, never an answer."),
         &input_of(Of<SubmitReport>{})},
        {"revise_report", N_("Revise the report"), N_("The release stands until the next one."),
         &input_of(Of<ReviseReport>{})},
        {"withdraw_report", N_("Withdraw the release"),
         N_("No page shows the release any more. That there was one, and its digest, stay in the public "
            "ledger."),
         &input_of(Of<WithdrawReport>{})},
        {"import_answers", N_("Bring answers back from a file"),
         N_("What others changed meanwhile is merged; what collides or does not fit stands beside until "
            "somebody chooses."),
         &input_of(Of<ImportAnswers>{})},
        {"attach_evidence", N_("Attach a file"),
         N_("The file is kept as it is and given out for download, never shown or opened here."),
         &input_of(Of<AttachEvidence>{})},
        {"remove_evidence", N_("Take a file out of the answer"),
         N_("The history of the answer and releases that stand keep it."), &input_of(Of<RemoveEvidence>{})},
        {"offer_practice", N_("Offer an answer to the library of practices"),
         N_("While a release that everybody may read has the answer, it stands among the good practices of "
            "the framework, in your State’s name, with a link to the report."),
         &input_of(Of<OfferPractice>{})},
        {"allow_help", N_("Let an organisation help"),
         N_("Its representatives may read and fill in this report, and nothing more, until that day."),
         &input_of(Of<AllowHelp>{})},
        {"end_help", N_("End the help of an organisation"), N_("It ends at once."), &input_of(Of<EndHelp>{})},
    };
    return acts;
}

const ReportAct* find_report_act(std::string_view command) {
    const auto acts = report_acts();
    const auto found = std::ranges::find(acts, command, &ReportAct::command);
    return found == acts.end() ? nullptr : &*found;
}

} // namespace poa::national_reports
