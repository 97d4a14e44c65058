// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/module.hpp"

#include "capabilities/identity/commands.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/identity/pages_drawing.hpp"
#include "capabilities/identity/queries.hpp"
#include "capabilities/identity/sign_in_session.hpp"

namespace poa::identity {
namespace {

using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

std::string cookie_line(const Visit& visit, std::string_view name, std::string_view value,
                        std::int64_t seconds) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", name, value, seconds,
                       visit.request.secure ? "; Secure" : "");
}

std::string_view session_token_of(const http::Request& request) {
    std::string_view authorization = request.headers.get("authorization");
    if (authorization.starts_with("Bearer ")) return authorization.substr(7);
    return request.cookie(session_cookie).value_or(std::string_view());
}

Client client_of(const Visit& visit, std::string_view email) {
    Client client;
    client.address = visit.request.remote_address;
    client.session_token = Secret(std::string(session_token_of(visit.request)));
    if (std::string name = known_browser_cookie(email); !name.empty())
        client.known_browser_token = Secret(std::string(visit.request.cookie(name).value_or("")));
    client.user_agent = visit.request.headers.get("user-agent");
    return client;
}

Preparing preparing(const ModuleLinks& links) {
    return {links.database, links.hashing, links.clock.now()};
}

/// An outcome that is a refusal with something to keep is answered like any refusal.
template <class T> Result<T> outer(Result<std::variant<T, Refusal>> result) {
    if (!result) return refuse(result.error());
    if (auto* inner = std::get_if<Refusal>(&*result)) return refuse(std::move(*inner));
    return std::move(std::get<T>(*result));
}

Result<Done<SignInOutcome>> run_sign_in(const ModuleLinks& links, const Visit& visit, SignIn request) {
    request.client = client_of(visit, request.email);
    const Actor& actor = actor_of(visit);
    if (auto ready = prepare(preparing(links), actor, request); !ready) return refuse(ready.error());
    auto signed_in = outer<SignedIn>(ledger::in_turn(
        links.database, links.clock, [&](ledger::Work& work) { return sign_in(work, actor, request); }));
    if (!signed_in) return refuse(signed_in.error());
    auto next = visit.request.query.get("next");
    Done<SignInOutcome> done{{signed_in->person.number, std::string(signed_in->session_token.reveal())},
                             next ? Url::same_site(*next).value_or(Url("/account")) : Url("/account")};
    done.cookies.push_back(
        cookie_line(visit, session_cookie, signed_in->session_token.reveal(), session_seconds_max));
    if (signed_in->known_browser_token)
        done.cookies.push_back(cookie_line(visit, known_browser_cookie(request.email),
                                           signed_in->known_browser_token->reveal(),
                                           known_browser_seconds_max));
    return done;
}

Result<Done<PlainOutcome>> run_accept(const ModuleLinks& links, const Visit& visit,
                                      AcceptInvitation request) {
    const Actor& actor = actor_of(visit);
    if (auto ready = prepare(preparing(links), actor, request); !ready) return refuse(ready.error());
    auto accepted = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return accept_invitation(work, actor, request);
    });
    if (!accepted) return refuse(accepted.error());
    return Done<PlainOutcome>{{}, Url("/sign-in")};
}

Result<Done<PlainOutcome>> run_change_password(const ModuleLinks& links, const Visit& visit,
                                               ChangePassword request) {
    const Actor& actor = actor_of(visit);
    auto account = links.database.read([&](storage::Session& session) { return my_account(session, actor); });
    request.client = client_of(visit, account ? account->email : std::string());
    if (auto ready = prepare(preparing(links), actor, request); !ready) return refuse(ready.error());
    auto changed =
        outer<ChangedPassword>(ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
            return change_password(work, actor, request);
        }));
    if (!changed) return refuse(changed.error());
    return Done<PlainOutcome>{{}, Url("/account")};
}

Result<Done<LinkOutcome>> told_once(const Visit& visit, const Result<OneTimeLink>& link) {
    if (!link) return refuse(link.error());
    LinkOutcome outcome{link->person.number, Url("/welcome").with("token", link->token.reveal()).text(),
                        link->expires};
    Done<LinkOutcome> done{outcome, Url("/account")};
    done.shown = draw_link(outcome, visit);
    done.status = 201;
    return done;
}

AppointmentRow row_of(const Appointment& appointment, Day today) {
    AppointmentRow row;
    row.appointment = appointment.id.number;
    row.role = name_of(appointment.standing.role);
    row.body = appointment.standing.body.text();
    row.from = appointment.from;
    row.to = appointment.to;
    row.stage = name_of(stage_on(appointment, today));
    return row;
}

Result<AccountPage> load_account(const ModuleLinks& links, const Visit& visit) {
    const Actor& actor = actor_of(visit);
    if (!actor.is_signed_in()) return refuse(Refusal::Kind::not_signed_in, "access.sign_in");
    Instant now = links.clock.now();
    return links.database.read([&](storage::Session& session) -> Result<AccountPage> {
        auto account = my_account(session, actor);
        if (!account) return refuse(Refusal::Kind::not_signed_in, "access.sign_in");
        AccountPage page{account->email, account->name, account->language, account->revision, {}, {}};
        for (const Appointment& appointment : account->appointments)
            page.appointments.push_back(row_of(appointment, Day::of(now)));
        for (const LiveSession& live : my_sessions(session, actor, now))
            page.sessions.push_back(
                {live.id.number, live.browser, live.started, live.last_used, live.is_this_one});
        return page;
    });
}

struct BodyQuery {
    std::string body;
};
const Input<BodyQuery>& body_query() {
    static const auto input = Input<BodyQuery>("identity.body")
                                  .hidden("body", &BodyQuery::body, {.label = {}, .characters_max = 120});
    return input;
}

std::string title_of(const Body& body, const ModuleLinks& links, const Visit& visit) {
    auto states = links.states.now();
    auto language = members::parse_language(visit.in.code()).value_or(members::Language::en);
    if (body.kind() == Body::Kind::state) return std::string(states->display_name(body.code(), language));
    if (body.kind() == Body::Kind::organisation)
        if (const auto* organisation = states->organisation(body.code())) return organisation->name(language);
    return body.kind() == Body::Kind::chair ? std::string(visit.in.tr("the Chair"))
                                            : std::string(visit.in.tr("the secretariat"));
}

Result<BodyPage> load_body(const ModuleLinks& links, const Visit& visit, const BodyQuery& query) {
    auto body = Body::parse(query.body);
    if (!body) return refuse(Refusal::Kind::not_found, "identity.no_such_body");
    const Actor& actor = actor_of(visit);
    Day today = Day::of(links.clock.now());
    auto rows = links.database.read(
        [&](storage::Session& session) { return appointments_of(session, actor, *body, today); });
    if (!rows) return refuse(rows.error());
    BodyPage page{body->text(),
                  title_of(*body, links, visit),
                  {},
                  permissions().permits("identity.appoint", actor, *body)};
    for (const BodyAppointment& row : *rows)
        page.rows.push_back({row.id.number, std::string(name_of(row.role)), body->text(), row.from, row.to,
                             std::string(name_of(row.stage)), row.name, row.email, row.may_end});
    return page;
}

/// A page that shows the form of a command; those who cannot use it are told when they send it.
template <class Draw>
void add_form_page(web::Routes& routes, std::string pattern, web::About about, bool for_signed_in,
                   Draw draw) {
    routes.page<FormPage>(
        std::move(pattern), std::move(about),
        [for_signed_in](const Visit& visit) -> Result<FormPage> {
            if (for_signed_in && visit.is_anonymous())
                return refuse(Refusal::Kind::not_signed_in, "access.sign_in");
            return FormPage{};
        },
        [draw](const FormPage&, const Visit& visit) { return draw(visit, Entered{}); });
}

Screen profile_form(const ModuleLinks& links, const Visit& visit) {
    auto account =
        links.database.read([&](storage::Session& session) { return my_account(session, actor_of(visit)); });
    InputValues start;
    if (account) {
        start.set("name", account->name);
        start.set("language", account->language);
        start.set("revision", std::to_string(account->revision));
    }
    Refusal none{Refusal::Kind::bad_input, {}};
    return draw_change_profile(visit, Entered{&start, &none, nullptr});
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    add_form_page(routes, "/sign-in", {"identity.sign_in_form", N_("Sign in")}, false, draw_sign_in);
    add_form_page(routes, "/welcome", {"identity.welcome", N_("Set a password by a one-time link"), false},
                  false, draw_welcome);
    add_form_page(routes, "/account/password", {"identity.password_form", N_("Change the password"), false},
                  true, draw_change_password);
    add_form_page(routes, "/account/invite", {"identity.invite_form", N_("Invite a person"), false}, true,
                  draw_invite);
    add_form_page(routes, "/account/appoint", {"identity.appoint_form", N_("Appoint a person"), false}, true,
                  draw_appoint);
    add_form_page(routes, "/account/reset-link",
                  {"identity.reset_link_form", N_("A link for a new password"), false}, true,
                  draw_reset_link);
    add_form_page(routes, "/account/profile", {"identity.profile_form", N_("Change name or language"), false},
                  true, [links](const Visit& visit, const Entered&) { return profile_form(links, visit); });
    routes.page<AccountPage>(
        "/account", {"identity.account", N_("One's own account"), false},
        [links](const Visit& visit) { return load_account(links, visit); }, draw_account);
    routes.page<BodyPage>(
        "/bodies/{body}", {"identity.body", N_("Who acts for a body"), false}, body_query(),
        [links](const Visit& visit, const BodyQuery& query) { return load_body(links, visit, query); },
        draw_body);
}

/// Commands without a step before and with nothing to tell but that they are done.
template <class Request, class Act, class Form>
void add_plain(web::Routes& routes, const ModuleLinks& links, std::string name, std::string_view summary,
               Url to, Act act, Form form, bool drops_cookie = false) {
    std::string verb = name.substr(name.find('.') + 1);
    routes.command<Request, PlainOutcome>(
        "/identity/" + verb, {std::move(name), summary}, input_of(Of<Request>{}),
        [links, to, act, drops_cookie](const Visit& visit,
                                       const Request& request) -> Result<Done<PlainOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return act(work, actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            Done<PlainOutcome> answer{{}, to};
            if (drops_cookie) answer.cookies.push_back(cookie_line(visit, session_cookie, "", 0));
            return answer;
        },
        form);
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<SignIn, SignInOutcome>(
        "/identity/sign_in", {"identity.sign_in", N_("Sign in")}, input_of(Of<SignIn>{}),
        [links](const Visit& visit, const SignIn& request) { return run_sign_in(links, visit, request); },
        draw_sign_in);
    routes.command<AcceptInvitation, PlainOutcome>(
        "/identity/accept_invitation",
        {"identity.accept_invitation", N_("Set a password by a one-time link")},
        input_of(Of<AcceptInvitation>{}),
        [links](const Visit& visit, const AcceptInvitation& request) {
            return run_accept(links, visit, request);
        },
        draw_welcome);
    routes.command<ChangePassword, PlainOutcome>(
        "/identity/change_password", {"identity.change_password", N_("Change the password")},
        input_of(Of<ChangePassword>{}),
        [links](const Visit& visit, const ChangePassword& request) {
            return run_change_password(links, visit, request);
        },
        draw_change_password);
    routes.command<InvitePerson, LinkOutcome>(
        "/identity/invite_person", {"identity.invite_person", N_("Invite a person")},
        input_of(Of<InvitePerson>{}),
        [links](const Visit& visit, const InvitePerson& request) {
            return told_once(visit, ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                                 return invite_person(work, actor_of(visit), request, links.bodies);
                             }));
        },
        draw_invite);
    routes.command<ResetPasswordLink, LinkOutcome>(
        "/identity/reset_password_link", {"identity.reset_password_link", N_("A link for a new password")},
        input_of(Of<ResetPasswordLink>{}),
        [links](const Visit& visit, const ResetPasswordLink& request) {
            return told_once(visit, ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                                 return reset_password_link(work, actor_of(visit), request);
                             }));
        },
        draw_reset_link);
    routes.command<Appoint, AppointOutcome>(
        "/identity/appoint", {"identity.appoint", N_("Appoint a person")}, input_of(Of<Appoint>{}),
        [links](const Visit& visit, const Appoint& request) -> Result<Done<AppointOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return appoint(work, actor_of(visit), request, links.bodies);
            });
            if (!done) return refuse(done.error());
            return Done<AppointOutcome>{{done->appointment.number}, Url::of("bodies", request.body), {}, 201};
        },
        draw_appoint);
    add_plain<SignOut>(routes, links, "identity.sign_out", N_("Sign out"), Url("/"), sign_out, draw_stopped,
                       true);
    add_plain<RevokeSession>(routes, links, "identity.revoke_session", N_("End one sign-in"), Url("/account"),
                             revoke_session, draw_stopped);
    add_plain<RevokeOtherSessions>(routes, links, "identity.revoke_other_sessions",
                                   N_("End all other sign-ins"), Url("/account"), revoke_other_sessions,
                                   draw_stopped);
    add_plain<EndAppointment>(routes, links, "identity.end_appointment", N_("End an appointment"),
                              Url("/account"), end_appointment, draw_stopped);
    add_plain<ChangeProfile>(routes, links, "identity.change_profile", N_("Change name or language"),
                             Url("/account"), change_profile, draw_change_profile);
}

void add_sentences(web::Routes& routes) {
    routes.sentence("identity.not_signed_in", N_("Sign in to do this."));
    routes.sentence("identity.not_permitted",
                    N_("Your appointments do not allow this. It takes one of these roles: {roles}."));
    routes.sentence("identity.sign_in_failed", N_("E-mail address and password do not fit together."));
    routes.sentence("identity.try_later",
                    N_("Too many failed attempts from here. Try again in {seconds} seconds."));
    routes.sentence("identity.wrong_password", N_("This is not the present password."));
    routes.sentence("identity.link_unknown",
                    N_("This link is not known: it was used, withdrawn or has expired. Ask for a new one."));
    routes.sentence("identity.changed_meanwhile",
                    N_("This was changed meanwhile. Look at it again, then repeat your change."));
    routes.sentence("identity.email_malformed", N_("This is not an e-mail address."));
    routes.sentence("identity.password_too_short", N_("At least 12 characters, please."));
    routes.sentence("identity.password_too_long", N_("At most 256 characters, please."));
    routes.sentence("identity.password_too_common",
                    N_("This password is among the first that would be guessed."));
    routes.sentence("identity.password_is_own_name", N_("A password must not be your own name or address."));
    routes.sentence("identity.person_exists",
                    N_("There is an account with this address already. Appoint that person instead."));
    routes.sentence("identity.no_such_person",
                    N_("There is no account with this address. Invite the person instead."));
    routes.sentence("identity.no_such_session", N_("There is no such sign-in of yours."));
    routes.sentence("identity.no_such_body", N_("There is no such body that you may see."));
    routes.sentence("identity.no_such_appointment", N_("There is no such appointment."));
    routes.sentence("identity.body_unknown", N_("There is no such State, organisation or body."));
    routes.sentence("identity.basis_needed", N_("Say on which credentials or decision this rests."));
    routes.sentence("identity.may_not_appoint",
                    N_("Your own role does not reach so far as to appoint this one."));
    routes.sentence("identity.may_not_appoint_oneself", N_("Nobody appoints themselves."));
    routes.sentence("identity.role_not_of_body", N_("A body of this kind has no such role."));
    routes.sentence("identity.day_past", N_("The first day is past."));
    routes.sentence("identity.day_order", N_("The last day is before the first."));
    routes.sentence("identity.already_appointed",
                    N_("The person holds this role on some of these days already, since {since}."));
    routes.sentence("identity.already_ended", N_("This appointment has ended already."));
    routes.sentence("identity.head_exists",
                    N_("The delegation has a head on some of these days, since {since}."));
    routes.sentence("identity.not_impartial", N_("Who acts for the secretariat acts for nobody else."));
    routes.sentence("identity.secretariat_exists", N_("The secretariat has an account already."));
    routes.sentence("identity.reason_needed", N_("Say why."));
}

} // namespace

const Actor& actor_of(const web::Visit& visit) {
    static const Actor nobody = Actor::visitor();
    if (!visit.visitor->is_signed_in()) return nobody;
    return static_cast<const SignedInVisitor&>(*visit.visitor).actor();
}

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_pages(routes, links);
    add_commands(routes, links);
}

std::function<std::shared_ptr<const web::Visitor>(const http::Request&)> visitors(ModuleLinks links) {
    auto nobody = std::make_shared<const web::Visitor>();
    return [links, nobody](const http::Request& request) -> std::shared_ptr<const web::Visitor> {
        std::string_view token = session_token_of(request);
        if (token.empty()) return nobody;
        Instant now = links.clock.now();
        auto found = links.database.read(
            [&](storage::Session& session) { return recognise(session, links.bodies, token, now); });
        if (!found) return nobody;
        if (found->use_due)
            links.database.write(
                [&](storage::Session& session) { note_use(session, found->actor.session(), now); });
        return std::make_shared<const SignedInVisitor>(std::move(found->actor),
                                                       form_token(Secret(std::string(token))));
    };
}

} // namespace poa::identity
