// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/pages_drawing.hpp"

#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/fields.hpp"
#include "web/refusals.hpp"

namespace poa::identity {
namespace {

using namespace web::html;
using web::Entered;
using web::form_for;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Screen form_screen(std::string_view title, const Html& body) {
    Screen screen;
    screen.title = title;
    screen.section = "account";
    screen.body = group(h1(css("page-title"), title), body);
    return screen;
}

web::Crumb account_crumb(const Visit& visit) {
    return {std::string(visit.in.tr("Account")), Url("/account")};
}

/// The address to go to after signing in, kept through the form's own address.
Url sign_in_target(const Visit& visit) {
    auto next = visit.request.query.get("next");
    return Url("/identity/sign_in").with("next", next && Url::same_site(*next) ? *next : std::string_view());
}

std::string period_of(const AppointmentRow& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.to) return in.tr("from {from} to {to}", {{"from", in.day(row.from)}, {"to", in.day(*row.to)}});
    return in.tr("since {from}", {{"from", in.day(row.from)}});
}

std::string_view stage_wording(std::string_view stage) {
    if (stage == "scheduled") return N_("to come");
    if (stage == "ended") return N_("ended");
    return N_("holds");
}

std::string_view stage_class(std::string_view stage) {
    return stage == "ended" || stage == "scheduled" ? "stage" : "stage stage-done";
}

Html draw_appointments(const std::vector<AppointmentRow>& rows, const Visit& visit, bool with_people) {
    const auto& in = visit.in;
    if (rows.empty()) return p(in.tr("No appointments."));
    return table(
        css("table table-list"), caption(in.tr("Appointments")),
        thead(tr(th(scope("col"), in.tr("Role")), th(scope("col"), in.tr("Acts for")),
                 when(with_people, [&] { return th(scope("col"), in.tr("Person")); }),
                 th(scope("col"), in.tr("Period")), th(scope("col"), in.tr("Stage")))),
        tbody(each(rows, [&](const AppointmentRow& row) {
            return tr(
                th(scope("row"), data_label(in.tr("Role")), in.tr(role_wording(row.role))),
                td(data_label(in.tr("Acts for")), a(href(Url::of("bodies", row.body)), bdi(row.body))),
                when(with_people,
                     [&] { return td(data_label(in.tr("Person")), bdi(row.name), " ", bdi(row.email)); }),
                td(data_label(in.tr("Period")), period_of(row, visit)),
                td(data_label(in.tr("Stage")),
                   span(css(stage_class(row.stage)), in.tr(stage_wording(row.stage))), when(row.may_end, [&] {
                       return group(
                           " ", web::button_form(Url("/identity/end_appointment"), visit, in.tr("End now"),
                                                 {{"appointment", std::to_string(row.appointment)}}));
                   })));
        })));
}

Html draw_sessions(const AccountPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(in.tr("Where you are signed in")),
                 thead(tr(th(scope("col"), in.tr("Browser")), th(scope("col"), in.tr("Since")),
                          th(scope("col"), in.tr("Last used")), th(scope("col"), in.tr("End")))),
                 tbody(each(page.sessions, [&](const SessionRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("Browser")), bdi(row.browser)),
                               td(data_label(in.tr("Since")), in.moment(row.started)),
                               td(data_label(in.tr("Last used")), in.moment(row.last_used)),
                               td(data_label(in.tr("End")),
                                  row.is_this_one
                                      ? Html(span(css("stage stage-open"), in.tr("this one")))
                                      : web::button_form(Url("/identity/revoke_session"), visit,
                                                         in.tr("Sign out there"),
                                                         {{"session", std::to_string(row.session)}})));
                 })));
}

} // namespace

std::string_view role_wording(std::string_view role) {
    for (const Choice& choice : role_choices())
        if (choice.value == role) return choice.label;
    return role;
}

Screen draw_sign_in(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    return form_screen(in.tr("Sign in"), group(form_for(input_of(Of<SignIn>{}), sign_in_target(visit), visit,
                                                        entered, {.submit = in.tr("Sign in")}),
                                               p(in.tr("Accounts are made by invitation. If you cannot sign "
                                                       "in, ask the head of your delegation or the "
                                                       "secretariat for a new link."))));
}

Screen draw_welcome(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    InputValues start;
    if (auto token = visit.request.query.get("token")) start.set("token", std::string(*token));
    return form_screen(in.tr("Set your password"),
                       form_for(input_of(Of<AcceptInvitation>{}), Url("/identity/accept_invitation"), visit,
                                entered, {.submit = in.tr("Set password"), .start = &start}));
}

Screen draw_account(const AccountPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Account");
    screen.section = "account";
    screen.body = group(
        h1(css("page-title"), bdi(page.name)), p(css("page-lead"), bdi(page.email)),
        ul(li(a(href(Url("/my-notices")), in.tr("My notices, and what is sent by mail"))),
           li(a(href(Url("/account/profile")), in.tr("Change name or language"))),
           li(a(href(Url("/account/password")), in.tr("Change password"))),
           li(a(href(Url("/account/invite")), in.tr("Invite a person"))),
           li(a(href(Url("/account/appoint")), in.tr("Appoint a person who has an account"))),
           li(a(href(Url("/account/reset-link")), in.tr("Make a link for a person who forgot the password"))),
           li(a(href(Url("/documents/import")), in.tr("Take in a document")))),
        h2(in.tr("In what capacity you act")), draw_appointments(page.appointments, visit, false),
        h2(in.tr("Sign-ins")), draw_sessions(page, visit),
        web::button_form(Url("/identity/revoke_other_sessions"), visit, in.tr("Sign out everywhere else")));
    return screen;
}

Screen draw_change_password(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = form_screen(in.tr("Change password"),
                                form_for(input_of(Of<ChangePassword>{}), Url("/identity/change_password"),
                                         visit, entered, {.submit = in.tr("Change password")}));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_change_profile(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = form_screen(in.tr("Change name or language"),
                                form_for(input_of(Of<ChangeProfile>{}), Url("/identity/change_profile"),
                                         visit, entered, {.submit = in.tr("Save")}));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_body(const BodyPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Who acts for {body}", {{"body", page.title}});
    screen.section = "states";
    Url here = Url::of("bodies", page.body);
    screen.other_faces = {{"JSON", here.with("format", "json")}, {"CSV", here.with("format", "csv")}};
    bool with_people = false;
    for (const AppointmentRow& row : page.rows) with_people = with_people || !row.name.empty();
    screen.body = group(
        h1(css("page-title"), screen.title), draw_appointments(page.rows, visit, with_people),
        when(page.may_appoint, [&] {
            return ul(li(a(href(Url("/account/invite").with("body", page.body)), in.tr("Invite a person"))),
                      li(a(href(Url("/account/appoint").with("body", page.body)),
                           in.tr("Appoint a person who has an account"))));
        }));
    return screen;
}

Screen draw_invite(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    InputValues start = InputValues::from_pairs(visit.request.query.all());
    Screen screen =
        form_screen(in.tr("Invite a person"),
                    group(p(in.tr("You get a link to hand on. It can be opened once, within three days.")),
                          form_for(input_of(Of<InvitePerson>{}), Url("/identity/invite_person"), visit,
                                   entered, {.submit = in.tr("Make the link"), .start = &start})));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_appoint(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    InputValues start = InputValues::from_pairs(visit.request.query.all());
    Screen screen = form_screen(in.tr("Appoint a person"),
                                form_for(input_of(Of<Appoint>{}), Url("/identity/appoint"), visit, entered,
                                         {.submit = in.tr("Appoint"), .start = &start}));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_reset_link(const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen =
        form_screen(in.tr("A link for a new password"),
                    form_for(input_of(Of<ResetPasswordLink>{}), Url("/identity/reset_password_link"), visit,
                             entered, {.submit = in.tr("Make the link")}));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_stopped(const Visit& visit, const Entered& entered) {
    Refusal nothing;
    const Refusal& refusal = entered.problems != nullptr ? *entered.problems : nothing;
    Screen screen = web::problem_screen(refusal, web::status_of(refusal.kind), *entered.sentences, visit);
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

Screen draw_link(const LinkOutcome& outcome, const Visit& visit) {
    const auto& in = visit.in;
    auto url = Url::same_site(outcome.address);
    Screen screen = form_screen(
        in.tr("The link, told once"),
        group(p(css("notice notice-caution"),
                in.tr("Copy it now and hand it on by a safe way: it is not shown again.")),
              pre(css("ledger-proof"), outcome.address),
              when(url.has_value(), [&] { return p(a(href(*url), in.tr("The link"))); }),
              p(in.tr("It can be opened once, until {moment}.", {{"moment", in.moment(outcome.expires)}}))));
    screen.crumbs = {account_crumb(visit)};
    return screen;
}

} // namespace poa::identity
