// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_positions.hpp"

#include "capabilities/identity/faces.hpp"
#include "capabilities/views/commands/code_position.hpp"
#include "capabilities/views/commands/correct_position.hpp"
#include "capabilities/views/commands/resolve_position.hpp"
#include "capabilities/views/commands/withdraw_position.hpp"
#include "capabilities/views/pages_drawing.hpp"
#include "capabilities/views/pages_loading.hpp"
#include "capabilities/views/permissions.hpp"
#include "web/html.hpp"

namespace poa::views {
namespace {

using namespace web::html;
using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

constexpr std::string_view answer_hint =
    N_("One of the allowed answers; several with a semicolon between; yes or no; an interval as 3 to 4.");

const std::vector<Choice>& strengths() {
    static const std::vector<Choice> choices = {{"firm", N_("firm: should, must, supports")},
                                                {"conditional", N_("conditional: could, may, for example")},
                                                {"inferred", N_("inferred from weaker words")}};
    return choices;
}

template <class T> Input<T> on_a_cell(const char* command) {
    return Input<T>(command)
        .hidden("actor", &T::actor, {.label = N_("State or organisation")})
        .hidden("question", &T::variable, {.label = N_("Question")});
}

const Input<CodePosition>& input_of(Of<CodePosition>) {
    static const auto input =
        on_a_cell<CodePosition>("views.code_position")
            .line("coder", &CodePosition::coder, {.label = N_("Coder"), .characters_max = 80})
            .line("answer", &CodePosition::answer,
                  {.label = N_("Answer"), .hint = answer_hint, .characters_max = 1000})
            .choice("strength", &CodePosition::strength, {.label = N_("How firmly"), .choices = strengths()})
            .line("quote", &CodePosition::quote,
                  {.label = N_("The phrase it rests on"),
                   .hint = N_("Copied exactly from the reply, long enough to stand there once."),
                   .characters_max = 1000})
            .line("note", &CodePosition::note,
                  {.label = N_("Note"), .required = false, .characters_max = 1000});
    return input;
}

const Input<ResolvePosition>& input_of(Of<ResolvePosition>) {
    static const auto input =
        on_a_cell<ResolvePosition>("views.resolve_position")
            .hidden("revision", &ResolvePosition::revision, {.label = N_("Revision"), .required = false})
            .line("coder", &ResolvePosition::coder,
                  {.label = N_("The coder whose reading is to stand"), .characters_max = 80})
            .line("reason", &ResolvePosition::reason, {.label = N_("Reason"), .characters_max = 1000});
    return input;
}

const Input<CorrectPosition>& input_of(Of<CorrectPosition>) {
    static const auto input =
        on_a_cell<CorrectPosition>("views.correct_position")
            .hidden("revision", &CorrectPosition::revision, {.label = N_("Revision"), .required = false})
            .line("answer", &CorrectPosition::answer,
                  {.label = N_("Answer"), .hint = answer_hint, .characters_max = 1000})
            .choice("strength", &CorrectPosition::strength,
                    {.label = N_("How firmly"), .choices = strengths()})
            .line("quote", &CorrectPosition::quote,
                  {.label = N_("A phrase of your paper"),
                   .hint = N_("Leave it empty to keep the passage shown."),
                   .required = false,
                   .characters_max = 1000})
            .line("note", &CorrectPosition::note,
                  {.label = N_("Note"), .required = false, .characters_max = 1000});
    return input;
}

const Input<WithdrawPosition>& input_of(Of<WithdrawPosition>) {
    static const auto input =
        on_a_cell<WithdrawPosition>("views.withdraw_position")
            .hidden("revision", &WithdrawPosition::revision, {.label = N_("Revision"), .required = false})
            .line("reason", &WithdrawPosition::reason,
                  {.label = N_("Reason"),
                   .hint = N_("You need not give one."),
                   .required = false,
                   .characters_max = 1000});
    return input;
}

Url command_url(std::string_view actor, std::string_view question, std::string_view verb) {
    return Url::of("views", "positions", actor, question, verb);
}

/// The cell of the address, as the route's path has it.
struct Place {
    std::string actor, question;
};
Place place_of(const Visit& visit) {
    return {std::string(visit.path.get("actor")), std::string(visit.path.get("question"))};
}

Screen form_screen(std::string title, const Place& place, const Visit& visit) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "views";
    screen.crumbs = views_crumbs(visit);
    screen.crumbs.push_back({place.actor + ", " + place.question, position_url(place.actor, place.question)});
    return screen;
}

template <class T>
Screen draw_form(const Visit& visit, const Entered& entered, const char* verb, std::string_view title,
                 std::string_view submit) {
    const Place place = place_of(visit);
    Screen screen = form_screen(std::string(title), place, visit);
    screen.body = group(h1(screen.title),
                        web::form_for(input_of(Of<T>{}), command_url(place.actor, place.question, verb),
                                      visit, entered, {.submit = submit}));
    return screen;
}

/// What the pages with forms stand on: the position as it is, where there is one.
struct FormPage {
    std::string actor, name, question, label, description, answer, strength, revision;
    std::vector<std::string> allowed;
    std::vector<ReadingRow> readings;
};
BOOST_DESCRIBE_STRUCT(FormPage, (),
                      (actor, name, question, label, description, answer, strength, revision, allowed,
                       readings))

Result<FormPage> load_form(const Loading& at, const PositionQuery& query, const char* command) {
    const Matrix& matrix = at.standing.matrix;
    auto place = matrix.find_actor("state:" + query.actor);
    if (!place) place = matrix.find_code(query.actor);
    if (!place) return refuse(Refusal::Kind::not_found, "views.no_such_actor");
    const PositionActor& actor = matrix.actors()[*place];
    auto variable = matrix.questions().find(query.question);
    if (!variable) return refuse(Refusal::Kind::not_found, "views.no_such_question");
    const identity::Actor& asking = identity::actor_of(at.visit);
    auto permit = actor.kind == ActorKind::state
                      ? permissions().check(command, asking, identity::Body::state(actor.code))
                      : permissions().check(command, asking);
    if (!permit) return refuse(permit.error());
    const Variable& question = matrix.questions().at(*variable);
    FormPage page{actor.code,
                  name_in(at, actor),
                  question.key,
                  std::string(Labels::shipped().question(question, at.visit.in.code())),
                  question.description,
                  {},
                  std::string(name_of(matrix.cell(*variable, *place).strength)),
                  "0",
                  question.allowed,
                  {}};
    if (const Answer* answer = matrix.answer(*variable, *place)) page.answer = text_of(*answer);
    if (auto position = load_position(at, query)) {
        page.readings = position->readings;
        page.revision = std::to_string(position->revision);
    }
    return page;
}

web::Html facts_of(const FormPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return dl(
        css("facts"),
        div(dt(in.tr("Question")), dd(page.label, " ", span(css("muted"), lang("en"), page.description))),
        div(dt(in.tr("Answer now")), dd(page.answer.empty() ? std::string(in.tr("none")) : page.answer)),
        web::html::when(!page.allowed.empty(), [&] {
            return div(dt(in.tr("Allowed answers")), dd(code(join(page.allowed, ", "))));
        }));
}

template <class T>
web::Html form_of(const FormPage& page, const Visit& visit, const char* verb, std::string_view submit) {
    InputValues start;
    start.set("revision", page.revision);
    return web::form_for(input_of(Of<T>{}), command_url(page.actor, page.question, verb), visit, {},
                         {.submit = submit, .start = &start});
}

Screen draw_correct(const FormPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = form_screen(in.tr("{actor}: correct the reading of your reply", {{"actor", page.name}}),
                                {page.actor, page.question}, visit);
    screen.body = group(
        h1(screen.title), p(in.tr("Your word stands: no coder and no import changes it again.")),
        facts_of(page, visit), form_of<CorrectPosition>(page, visit, "correct_position", in.tr("Correct")),
        h2(id("withdraw"), in.tr("Withdraw the reading")),
        form_of<WithdrawPosition>(page, visit, "withdraw_position", in.tr("Withdraw")));
    return screen;
}

Screen draw_code(const FormPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = form_screen(in.tr("{actor}: read the reply", {{"actor", page.name}}),
                                {page.actor, page.question}, visit);
    web::Html resolve;
    if (page.readings.size() > 1)
        resolve = group(h2(id("resolve"), in.tr("Decide between coders")),
                        form_of<ResolvePosition>(page, visit, "resolve_position", in.tr("Decide")));
    screen.body =
        group(h1(screen.title), facts_of(page, visit),
              form_of<CodePosition>(page, visit, "code_position", in.tr("Keep the reading")), resolve);
    return screen;
}

template <class Request, class Command>
Result<Done<PositionOutcome>> run(const ModuleLinks& links, const Visit& visit, const Request& request,
                                  Command command) {
    auto changed = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return command(work, identity::actor_of(visit), request);
    });
    if (!changed) return refuse(changed.error());
    Url to = position_url(changed->actor, changed->variable);
    return Done<PositionOutcome>{{changed->actor, changed->variable, changed->revision, to.text()}, to};
}

template <class Request, class Command>
void add_command(web::Routes& routes, const ModuleLinks& links, const char* verb, std::string_view summary,
                 std::string_view submit, Command command) {
    const std::string name = std::string("views.") + verb;
    routes.command<Request, PositionOutcome>(
        std::string("/views/positions/{actor}/{question}/") + verb, {name, summary}, input_of(Of<Request>{}),
        [links, command](const Visit& visit, const Request& request) {
            return run(links, visit, request, command);
        },
        [verb, summary, submit](const Visit& visit, const Entered& entered) {
            return draw_form<Request>(visit, entered, verb, visit.in.tr(summary), visit.in.tr(submit));
        });
}

template <class Draw>
void add_form(web::Routes& routes, const ModuleLinks& links, const char* under, const char* name,
              std::string_view summary, const char* command, Draw draw) {
    routes.page<FormPage>(
        std::string("/views/positions/{actor}/{question}/") + under, {name, summary, false},
        input_of(Of<PositionQuery>{}),
        [links, command](const Visit& visit, const PositionQuery& query) {
            return links.database.read([&](storage::Session& session) {
                auto standing = links.standing.of(session);
                auto states = links.states.now();
                return load_form(Loading{session, *standing, *states, visit}, query, command);
            });
        },
        draw);
}

} // namespace

void add_position_routes(web::Routes& routes, ModuleLinks links) {
    add_form(routes, links, "correct", "views.correct_form", N_("Correct or withdraw the reading of a reply"),
             "views.correct_position", draw_correct);
    add_form(routes, links, "code", "views.code_form", N_("Read a reply as a coder"), "views.code_position",
             draw_code);
    add_command<CodePosition>(routes, links, "code_position", N_("Read a reply as a coder"),
                              N_("Keep the reading"), code_position);
    add_command<ResolvePosition>(routes, links, "resolve_position", N_("Decide between coders"), N_("Decide"),
                                 resolve_position);
    add_command<CorrectPosition>(routes, links, "correct_position", N_("Correct the reading of a reply"),
                                 N_("Correct"), correct_position);
    add_command<WithdrawPosition>(routes, links, "withdraw_position", N_("Withdraw the reading of a reply"),
                                  N_("Withdraw"), withdraw_position);
}

} // namespace poa::views
