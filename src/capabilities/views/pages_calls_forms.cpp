// SPDX-License-Identifier: Apache-2.0
// Forms of the commands about calls for views.
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/module_calls_inputs.hpp"
#include "capabilities/views/pages_calls_drawing.hpp"
#include "capabilities/views/permissions.hpp"

namespace poa::views {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

std::string_view in_path(const Visit& visit, std::string_view wanted) {
    for (const auto& [known, found] : visit.path.all())
        if (known == wanted) return found;
    return {};
}

Url call_url(const Visit& visit) {
    std::string_view call = in_path(visit, "call");
    return call.empty() ? Url("/views/calls") : Url::of("views", "calls", call);
}

/// `page`: the last part of the address the form is read at.
Screen form_screen(const Visit& visit, std::string_view title, std::string_view page, const Html& body) {
    Screen screen;
    screen.title = title;
    screen.section = "views";
    screen.form_page = call_url(visit).below(page);
    screen.crumbs = {{std::string(visit.in.tr("Calls for views")), Url("/views/calls")}};
    if (!in_path(visit, "call").empty())
        screen.crumbs.push_back({std::string(visit.in.tr("Call for views")), call_url(visit)});
    screen.body = group(h1(css("page-title"), title), body);
    return screen;
}

Html command_form(const InputSpec& spec, std::string_view verb, const Visit& visit, const Entered& entered,
                  std::string_view submit) {
    return web::form_for(spec, call_url(visit).below(verb), visit, entered, {.submit = submit});
}

} // namespace

Screen draw_open_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Open a call for views"), "new",
        command_form(input_of(Of<OpenCall>{}), "open_call", visit, entered, in.tr("Open the call")));
}

Screen draw_extend_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Extend the deadline"), "extend",
        group(p(in.tr("What came late stays marked with the deadline that held when it came. The reason is "
                      "shown with the extension.")),
              command_form(input_of(Of<ExtendCall>{}), "extend_call", visit, entered, in.tr("Extend"))));
}

Screen draw_close_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Close the call for good"), "close",
        group(p(css("notice notice-caution"),
                in.tr("Nothing more is taken after that, neither views nor consultations. It cannot be "
                      "opened again.")),
              command_form(input_of(Of<CloseCall>{}), "close_call", visit, entered, in.tr("Close"))));
}

Screen draw_remind_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Record a reminder"), "remind",
        group(p(in.tr("Puts on the record that the States that have not submitted were reminded today. The "
                      "platform sends no mail yet.")),
              command_form(input_of(Of<RemindCall>{}), "remind_call", visit, entered, in.tr("Record"))));
}

Screen draw_submit_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    if (permissions().permits("views.submit_views", identity::actor_of(visit)))
        return form_screen(
            visit, in.tr("Enter views received otherwise"), "submit",
            command_form(input_of(Of<ViewsAsked>{}), "submit_views", visit, entered, in.tr("Enter")));
    return form_screen(
        visit, in.tr("Submit views"), "submit",
        group(p(in.tr("A text or a file, as you wish. A newer submission takes the place of the one before; "
                      "both stay on the record.")),
              command_form(own_views_fields(), "submit_views", visit, entered, in.tr("Submit"))));
}

Screen draw_consultation_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(
        visit, in.tr("Record a consultation"), "consultation",
        group(p(in.tr("Views entered from here are listed apart, as gathered in a consultation. The State "
                      "may take exception to them, and its own submission takes their place.")),
              command_form(input_of(Of<ConsultationAsked>{}), "record_consultation", visit, entered,
                           in.tr("Record"))));
}

Screen draw_call_withdrawal_form(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Url here = call_url(visit).below("submissions").below(in_path(visit, "submission"));
    Screen screen = form_screen(
        visit, in.tr("Withdraw views"), "submissions",
        group(p(css("notice notice-caution"),
                in.tr("It stays listed, as withdrawn, and its text stays readable at its address. The "
                      "reason is not made public.")),
              web::form_for(input_of(Of<WithdrawSubmission>{}), here.below("withdraw_submission"), visit,
                            entered, {.submit = in.tr("Withdraw")})));
    screen.form_page = here.below("withdraw");
    return screen;
}

} // namespace poa::views
