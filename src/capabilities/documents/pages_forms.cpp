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

Screen form_screen(const Visit& visit, std::string_view title, Url form_page, const web::Html& body) {
    Screen screen;
    screen.form_page = std::move(form_page);
    screen.title = title;
    screen.section = "documents";
    screen.crumbs = {{std::string(visit.in.tr("Documents")), Url("/documents")}};
    screen.body = group(h1(css("page-title"), title), body);
    return screen;
}

/// An address of the document at hand: of a command, or of the page with its form.
Url address_of(const Visit& visit, std::string_view verb) {
    return Url::of("documents", visit.path.get("document"), verb);
}

} // namespace

Screen draw_import_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(visit, in.tr("Take in a document"), Url("/documents/import"),
                       group(p(in.tr("Text, Markdown, HTML, DOCX or PDF. What is recognised is shown "
                                     "afterwards and can be corrected.")),
                             web::form_for(input_of(Of<ImportUpload>{}), Url("/documents/import_document"),
                                           visit, entered, {.submit = in.tr("Take in")})));
}

Screen draw_correction_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(visit, in.tr("Correct what was recognised"), address_of(visit, "correct"),
                       web::form_for(input_of(Of<CorrectionAsked>{}),
                                     address_of(visit, "correct_recognition"), visit, entered,
                                     {.submit = in.tr("Save")}));
}

Screen draw_withdrawal_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Withdraw a document"), address_of(visit, "withdraw"),
        group(p(css("notice notice-caution"),
                in.tr("It is gone from view; what was recorded of it stays recorded.")),
              web::form_for(input_of(Of<WithdrawalAsked>{}), address_of(visit, "withdraw_document"), visit,
                            entered, {.submit = in.tr("Withdraw")})));
}

} // namespace poa::documents
