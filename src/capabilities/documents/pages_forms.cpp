// SPDX-License-Identifier: Apache-2.0
// Forms of the commands of documents.
#include "capabilities/documents/module_inputs.hpp"
#include "capabilities/documents/pages_drawing.hpp"

namespace poa::documents {
namespace {

using namespace web::html;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

Screen form_screen(const Visit& visit, std::string_view title, const web::Html& body) {
    Screen screen;
    screen.title = title;
    screen.section = "documents";
    screen.crumbs = {{std::string(visit.in.tr("Documents")), Url("/documents")}};
    screen.body = group(h1(css("page-title"), title), body);
    return screen;
}

Url command_url(const Visit& visit, std::string_view verb) {
    return Url::of("documents", visit.path.get("document"), verb);
}

} // namespace

Screen draw_import_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(visit, in.tr("Take in a document"),
                       group(p(in.tr("Text, Markdown, HTML, DOCX or PDF. What is recognised is shown "
                                     "afterwards and can be corrected.")),
                             web::form_for(input_of(Of<ImportUpload>{}), Url("/documents/import_document"),
                                           visit, entered, {.submit = in.tr("Take in")})));
}

Screen draw_correction_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(visit, in.tr("Correct what was recognised"),
                       web::form_for(input_of(Of<CorrectionAsked>{}),
                                     command_url(visit, "correct_recognition"), visit, entered,
                                     {.submit = in.tr("Save")}));
}

Screen draw_withdrawal_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Withdraw a document"),
        group(p(css("notice notice-caution"),
                in.tr("It is gone from view; what was recorded of it stays recorded.")),
              web::form_for(input_of(Of<WithdrawalAsked>{}), command_url(visit, "withdraw_document"), visit,
                            entered, {.submit = in.tr("Withdraw")})));
}

} // namespace poa::documents
