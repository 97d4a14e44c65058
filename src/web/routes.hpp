// SPDX-License-Identifier: Apache-2.0
#pragma once
// The table of routes. One URL has three faces (HTML, JSON and, for lists, CSV) drawn from one page struct; a
// command is one declared input and one function, reached by form and by JSON. /openapi.json is made from
// this table.

#include "base/input.hpp"
#include "http/message.hpp"
#include "web/described.hpp"
#include "web/form.hpp"
#include "web/refusals.hpp"
#include "web/visit.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace poa::web {

/// What a route says of itself.
struct About {
    std::string name; ///< "documents.list", "identity.sign_in": unique; commands: the name in five places
    std::string_view summary; ///< N_("...")
    /// The answer to an anonymous reader depends on nothing but address, language, face and the journal, so
    /// it may be kept while the journal stands.
    bool kept = true;
    /// A command takes its files from everybody, not only from who is signed in. Needs: whole bodies below
    /// `open_body_bytes_max`, and nothing of them is kept.
    bool files_from_all = false;
};
inline constexpr std::uint64_t open_body_bytes_max = 1024 * 1024;

/// What a command gives on success: the outcome for programs, the next page for people.
template <class Outcome> struct Done {
    Outcome outcome;
    Url to;
    std::vector<std::string> cookies = {}; ///< Set-Cookie lines
    int status = 200;                      ///< for programs; 201 where something was made
    /// Shown to people instead of sending them to `to`: for what is told only once.
    std::optional<Screen> shown = {};
};

/// An input without fields, for pages that take none.
struct NoQuery {};
[[nodiscard]] const Input<NoQuery>& no_query();

/// A route without its types.
struct Route {
    http::Method method = http::Method::get;
    std::string pattern;
    About about;
    const InputSpec* input = nullptr; ///< query and path (pages), path and body (commands)
    bool is_command = false;
    std::vector<Face> faces; ///< offered, best first
    std::string answer_type; ///< of a raw route: its media type
    std::uint64_t body_bytes_max = 0;
    std::function<http::Answer(const Visit&, const class Drawing&)> answer;
    std::function<void(JsonWriter&)> write_schema; ///< of the JSON face
};

/// What answers need from the site: the frame and the sentences.
class Drawing {
  public:
    virtual ~Drawing() = default;
    [[nodiscard]] virtual http::Answer screen(const Visit& visit, const Screen& screen, int status) const = 0;
    [[nodiscard]] virtual http::Answer refusal(const Visit& visit, const Refusal& refusal) const = 0;
    [[nodiscard]] virtual const Sentences& sentences() const = 0;
    /// Checks same-origin and form token of what changes state; a refusal where it came from elsewhere.
    [[nodiscard]] virtual Result<InputValues> read_body(const Visit& visit, const InputSpec& spec) const = 0;
};

/// One of its files must be given: no other form than multipart/form-data can hold it.
[[nodiscard]] bool needs_file(const InputSpec& input);

/// Values of query and path, path last (it wins).
[[nodiscard]] InputValues values_of(const Visit& visit);
void add_path(const Visit& visit, InputValues& values);

class Routes {
  public:
    /// A page. `load` gives Result<Page> from (const Visit&, const Query&); `draw` gives a Screen from (const
    /// Page&, const Visit&). A Page with `rows` has a CSV face; one with `write_atom(std::string&, const
    /// Page&, const Visit&)` found by its type has an Atom face.
    template <class Page, class Query, class Load, class Draw>
    void page(std::string pattern, About about, const Input<Query>& query, Load load, Draw draw) {
        Route route = begin(http::Method::get, std::move(pattern), std::move(about), &query);
        route.faces = {Face::html, Face::json};
        if constexpr (List<Page>) route.faces.push_back(Face::csv);
        if constexpr (has_atom<Page>) route.faces.push_back(Face::atom);
        route.write_schema = [](JsonWriter& out) { web::write_schema<Page>(out); };
        route.answer = [&query, load, draw](const Visit& visit, const Drawing& drawing) {
            auto asked = query.parse(values_of(visit));
            if (!asked) return drawing.refusal(visit, asked.error());
            Result<Page> page = load(visit, *asked);
            if (!page) return drawing.refusal(visit, page.error());
            if (visit.face == Face::json) return json_answer(*page);
            if constexpr (List<Page>)
                if (visit.face == Face::csv) return csv_answer(csv_of(*page));
            if constexpr (has_atom<Page>)
                if (visit.face == Face::atom) return atom_answer(*page, visit);
            const Screen drawn = draw(*page, visit);
            return drawing.screen(visit, drawn, drawn.status);
        };
        add(std::move(route));
    }
    template <class Page, class Load, class Draw>
    void page(std::string pattern, About about, Load load, Draw draw) {
        page<Page, NoQuery>(
            std::move(pattern), std::move(about), no_query(),
            [load](const Visit& visit, const NoQuery&) { return load(visit); }, draw);
    }

    /// A command. `run` gives Result<Done<Outcome>> from (const Visit&, const Request&). `form` draws the
    /// page with the form, with what was entered and what is wrong with it: Screen from (const Visit&, const
    /// Entered&).
    template <class Request, class Outcome, class Run, class Form>
    void command(std::string pattern, About about, const Input<Request>& input, Run run, Form form) {
        Route route = begin(http::Method::post, std::move(pattern), std::move(about), &input);
        route.is_command = true;
        route.about.kept = false;
        route.faces = {Face::html, Face::json};
        route.body_bytes_max = body_limit(input);
        route.write_schema = [](JsonWriter& out) { web::write_schema<Outcome>(out); };
        route.answer = [&input, run, form](const Visit& visit, const Drawing& drawing) {
            auto values = drawing.read_body(visit, input);
            if (!values) return drawing.refusal(visit, values.error());
            auto problem = [&](const Refusal& refusal) {
                if (visit.face != Face::html || is_about_nothing(refusal))
                    return drawing.refusal(visit, refusal);
                Entered entered{&*values, &refusal, &drawing.sentences()};
                return drawing.screen(visit, form(visit, entered), status_of(refusal.kind));
            };
            auto request = input.parse(*values);
            if (!request) return problem(request.error());
            Result<Done<Outcome>> done = run(visit, *request);
            if (!done) return problem(done.error());
            http::Answer answer = visit.face != Face::html ? json_answer(done->outcome, done->status)
                                  : done->shown            ? drawing.screen(visit, *done->shown, 200)
                                                           : http::Answer::redirect(done->to.text());
            for (std::string& cookie : done->cookies) answer.headers.add("set-cookie", std::move(cookie));
            return answer;
        };
        add(std::move(route));
    }

    /// A route that makes its own bytes (ledger tiles, files, feeds of programs). GET only.
    void raw(std::string pattern, About about, std::string answer_type,
             std::function<http::Answer(const Visit&, const Drawing&)> answer);

    void sentence(std::string_view code, std::string_view sentence) { sentences_.add(code, sentence); }

    [[nodiscard]] const std::vector<Route>& all() const { return routes_; }
    [[nodiscard]] const Sentences& sentences() const { return sentences_; }

  private:
    template <class Page>
    static constexpr bool has_atom = requires(std::string& out, const Page& page, const Visit& visit) {
        write_atom(out, page, visit);
    };
    template <class Page> static http::Answer json_answer(const Page& page, int status = 200) {
        std::string out;
        out.reserve(4096);
        JsonWriter json(out);
        write_json(json, page);
        return finish_json(std::move(out), status);
    }
    template <class Page> static http::Answer atom_answer(const Page& page, const Visit& visit) {
        std::string out;
        write_atom(out, page, visit);
        return finish_atom(std::move(out));
    }
    static Route begin(http::Method method, std::string pattern, About about, const InputSpec* input);
    static http::Answer finish_json(std::string json, int status);
    static http::Answer finish_atom(std::string atom);
    static http::Answer csv_answer(std::string csv);
    static std::uint64_t body_limit(const InputSpec& input);
    /// What the command is about is not there: no form could be sent again.
    static bool is_about_nothing(const Refusal& refusal);
    void add(Route route);

    std::vector<Route> routes_;
    Sentences sentences_;
};

[[nodiscard]] std::string_view media_type_of(Face face);

} // namespace poa::web
