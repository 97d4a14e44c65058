// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/accept_amendment.hpp"
#include "capabilities/decisions/commands/compile_text.hpp"
#include "capabilities/decisions/commands/declare_position.hpp"
#include "capabilities/decisions/commands/mark_agreed.hpp"
#include "capabilities/decisions/commands/move_paragraph.hpp"
#include "capabilities/decisions/commands/propose_amendment.hpp"
#include "capabilities/decisions/commands/revise_draft.hpp"
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"
#include "capabilities/decisions/commands/set_aside_amendment.hpp"
#include "capabilities/decisions/commands/translate_paragraph.hpp"
#include "capabilities/decisions/commands/undo_change.hpp"
#include "capabilities/decisions/commands/withdraw_amendment.hpp"
#include "capabilities/decisions/module_turns.hpp"
#include "capabilities/decisions/pages_text_drawing.hpp"
#include "capabilities/decisions/pages_text_loading.hpp"
#include "capabilities/identity/faces.hpp"

#include <charconv>

namespace poa::decisions {
namespace {

using identity::Actor;
using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

// What the pages are asked for.

struct TextQuery {
    Id<Proposal> proposal;
    std::int64_t before = 0;
    std::vector<std::string> languages;
};
const Input<TextQuery>& text_query() {
    static const auto input = Input<TextQuery>("decisions.text")
                                  .id("proposal", &TextQuery::proposal)
                                  .number("before", &TextQuery::before,
                                          {.label = N_("Versions before"), .required = false, .least = 0})
                                  .several("languages", &TextQuery::languages,
                                           {.label = N_("Languages beside it"),
                                            .required = false,
                                            .characters_max = 2,
                                            .choices = {{"en", "English"},
                                                        {"fr", "Français"},
                                                        {"es", "Español"},
                                                        {"ar", "العربية"},
                                                        {"zh", "中文"},
                                                        {"ru", "Русский"}}});
    return input;
}

struct TextVersionQuery {
    Id<Proposal> proposal;
    std::int64_t version = 0;
};
const Input<TextVersionQuery>& version_query() {
    static const auto input =
        Input<TextVersionQuery>("decisions.text_version")
            .id("proposal", &TextVersionQuery::proposal)
            .number("version", &TextVersionQuery::version, {.label = N_("Version"), .least = 1});
    return input;
}

struct CompareQuery {
    Id<Proposal> proposal;
    std::int64_t from = 0, to = 0;
    std::string show;
};
Input<CompareQuery> compare_input(std::string name) {
    return Input<CompareQuery>(std::move(name))
        .id("proposal", &CompareQuery::proposal)
        .number("from", &CompareQuery::from, {.label = N_("From version"), .least = 1})
        .number("to", &CompareQuery::to,
                {.label = N_("To version"), .hint = N_("Empty: the newest."), .required = false, .least = 1});
}
const Input<CompareQuery>& compare_query() {
    static const auto input =
        compare_input("decisions.compare_text")
            .choice("show", &CompareQuery::show,
                    {.label = N_("Paragraphs"),
                     .required = false,
                     .choices = {{"changed", N_("What changed")}, {"all", N_("All paragraphs")}}});
    return input;
}
const Input<CompareQuery>& marked_query() {
    static const auto input = compare_input("decisions.marked_text");
    return input;
}

struct FormQuery {
    Id<Proposal> proposal;
    std::string command, paragraph, kind, language;
    std::int64_t amendment = 0;
};
const Input<FormQuery>& form_query() {
    static const auto input =
        Input<FormQuery>("decisions.text_form")
            .id("proposal", &FormQuery::proposal)
            .hidden("command", &FormQuery::command)
            .line("paragraph", &FormQuery::paragraph,
                  {.label = N_("Paragraph"), .required = false, .characters_max = 12})
            .number("amendment", &FormQuery::amendment,
                    {.label = N_("Amendment"), .required = false, .least = 1})
            .line("kind", &FormQuery::kind,
                  {.label = N_("What is proposed"), .required = false, .characters_max = 20})
            .line("language", &FormQuery::language,
                  {.label = N_("Language"), .required = false, .characters_max = 2});
    return input;
}

void add_text_page(web::Routes& routes, const ModuleLinks& links) {
    routes.page<TextPage>(
        "/decisions/{proposal}/text", {"decisions.text", N_("A negotiated text as it stands"), true},
        text_query(),
        [links](const Visit& visit, const TextQuery& query) -> Result<TextPage> {
            return reading(links, visit, [&](const Reading& read) {
                return load_text_page(read, query.proposal, query.before, query.languages);
            });
        },
        draw_text_page);
    routes.page<TextFormPage>(
        "/decisions/{proposal}/text/{command}",
        {"decisions.text_form", N_("What an act on a text would record, before it is confirmed"), false},
        form_query(),
        [links](const Visit& visit, const FormQuery& query) -> Result<TextFormPage> {
            const TextFormAsked asked{query.command, query.paragraph, query.amendment,
                                      query.kind,    query.language,  0};
            return reading(links, visit,
                           [&](const Reading& read) { return load_text_form(read, query.proposal, asked); });
        },
        [](const TextFormPage& page, const Visit& visit) { return draw_text_form(page, visit, {}); });
}

void add_version_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<TextVersionPage>(
        "/decisions/{proposal}/text/versions/{version}",
        {"decisions.text_version", N_("One version of a negotiated text, clean"), true}, version_query(),
        [links](const Visit& visit, const TextVersionQuery& query) -> Result<TextVersionPage> {
            return reading(links, visit, [&](const Reading& read) {
                return load_text_version(read, query.proposal, query.version);
            });
        },
        draw_text_version);
    const auto compare = [links](const Visit& visit,
                                 const CompareQuery& query) -> Result<TextComparisonPage> {
        return reading(links, visit, [&](const Reading& read) {
            return load_text_comparison(read, query.proposal, query.from, query.to, query.show == "all");
        });
    };
    routes.page<TextComparisonPage>("/decisions/{proposal}/text/compare",
                                    {"decisions.compare_text", N_("Two versions of a text compared"), true},
                                    compare_query(), compare, draw_text_comparison);
    routes.page<TextComparisonPage>(
        "/decisions/{proposal}/text/marked",
        {"decisions.marked_text", N_("A text with what changed in it, for printing"), true}, marked_query(),
        compare, draw_text_marked);
}

/// What a program gets of an act on a text.
struct TextOutcome {
    std::int64_t proposal = 0;
    std::int64_t version = 0;   ///< the newest now
    std::string paragraph;      ///< key; empty: several or none
    std::int64_t amendment = 0; ///< number; 0: none
};
BOOST_DESCRIBE_STRUCT(TextOutcome, (), (proposal, version, paragraph, amendment))

// The form again, with what was entered and why it was refused.

std::string text_in(const InputValues& values, std::string_view name) {
    const InputValues::Value* value = values.find(name);
    if (value == nullptr) return {};
    return value->kind == InputValues::Value::Kind::number ? std::to_string(value->number) : value->text;
}

std::int64_t number_in(const InputValues& values, std::string_view name) {
    const std::string digits = text_in(values, name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() && number > 0 ? number : 0;
}

TextFormAsked asked_again(const Entered& entered, std::string_view command) {
    TextFormAsked asked;
    asked.command = command;
    if (entered.values == nullptr) return asked;
    const InputValues& values = *entered.values;
    asked.paragraph = text_in(values, "paragraph");
    asked.amendment = number_in(values, command == "propose_amendment" ? "parent" : "amendment");
    asked.language = text_in(values, "language");
    asked.seen = number_in(values, "version");
    if (command == "propose_amendment") asked.kind = text_in(values, "kind");
    return asked;
}

Screen form_again(const ModuleLinks& links, const Visit& visit, const Entered& entered,
                  std::string_view command) {
    const Id<Proposal> id = proposal_in(visit);
    auto load = [&](const TextFormAsked& asked) {
        return reading(links, visit, [&](const Reading& read) { return load_text_form(read, id, asked); });
    };
    auto page = load(asked_again(entered, command));
    // What it was about may be gone: then the form stands without it.
    if (!page) page = load({std::string(command), {}, 0, {}, {}, 0});
    if (page) return draw_text_form(*page, visit, entered);
    TextFormPage bare;
    bare.command = command;
    bare.head.proposal = id.number;
    bare.head.title = visit.in.tr("The proposal");
    return draw_text_form(bare, visit, entered);
}

class TextCommands {
  public:
    TextCommands(web::Routes& routes, const ModuleLinks& links) : routes_(routes), links_(links) {}

    /// `run(work, actor, mechanism, request)` gives Result<TextChanged>.
    template <class Request, class Run>
    void add(std::string_view command, std::string_view summary, Of<Request> of, Run run) {
        const std::string name(command);
        routes_.command<Request, TextOutcome>(
            "/decisions/{proposal}/" + name, {"decisions." + name, summary}, input_of(of),
            [links = links_, run](const Visit& visit, const Request& request) -> Result<Done<TextOutcome>> {
                const Mechanism mechanism = links.mechanism();
                auto done = ledger::in_turn(
                    links.database, links.clock, [&](ledger::Work& work) -> Result<TextChanged> {
                        return run(work, identity::actor_of(visit), mechanism, request);
                    });
                if (!done) return refuse(done.error());
                Url to = Url::of("decisions", std::to_string(done->proposal.number), "text");
                if (!done->paragraph.empty()) to = std::move(to).at(done->paragraph);
                return Done<TextOutcome>{
                    {done->proposal.number, done->version, done->paragraph, done->amendment},
                    std::move(to),
                    {}};
            },
            [links = links_, name](const Visit& visit, const Entered& entered) {
                return form_again(links, visit, entered, name);
            });
    }

  private:
    web::Routes& routes_;
    const ModuleLinks& links_;
};

void add_for_delegations(TextCommands& commands) {
    commands.add("revise_draft", N_("Write the text of a draft anew"), Of<ReviseDraft>{},
                 plain(revise_draft));
    commands.add("propose_amendment", N_("Propose an amendment to a text or to an amendment"),
                 Of<ProposeAmendment>{}, propose_amendment);
    commands.add("withdraw_amendment", N_("Withdraw an amendment"), Of<WithdrawAmendment>{},
                 plain(withdraw_amendment));
    commands.add("declare_position", N_("Declare a State's position on a paragraph or a text"),
                 Of<DeclarePosition>{}, declare_position);
}

void add_for_office(TextCommands& commands) {
    commands.add("accept_amendment", N_("Take an amendment into the text"), Of<AcceptAmendment>{},
                 plain(accept_amendment));
    commands.add("set_aside_amendment", N_("Set an amendment aside"), Of<SetAsideAmendment>{},
                 plain(set_aside_amendment));
    commands.add("compile_text", N_("Compile the open amendments into the text"), Of<CompileText>{},
                 plain(compile_text));
    commands.add("rewrite_paragraph", N_("Reword a paragraph"), Of<RewriteParagraph>{},
                 plain(rewrite_paragraph));
    commands.add("move_paragraph", N_("Move a paragraph"), Of<MoveParagraph>{}, plain(move_paragraph));
    commands.add("mark_agreed", N_("Mark a paragraph as agreed ad referendum, or not any more"),
                 Of<MarkAgreed>{}, plain(mark_agreed));
    commands.add("undo_change", N_("Undo the last changes of a text"), Of<UndoChange>{}, plain(undo_change));
    commands.add("translate_paragraph", N_("Translate a paragraph"), Of<TranslateParagraph>{},
                 plain(translate_paragraph));
}

} // namespace

void add_text_routes(web::Routes& routes, const ModuleLinks& links) {
    add_text_page(routes, links);
    add_version_pages(routes, links);
    TextCommands commands(routes, links);
    add_for_delegations(commands);
    add_for_office(commands);
}

} // namespace poa::decisions
