// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_reading.hpp"

#include "base/text.hpp"
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_comparing_drawing.hpp"
#include "capabilities/charter/pages_comparing_loading.hpp"
#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/presets.hpp"
#include "web/drawing.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

using namespace web::drawing;

/// Problems of the text, not of the form's fields.
bool is_of_text(const Reason& reason) {
    return reason.field != "file" &&
           (reason.code.starts_with("yaml.") || reason.code.starts_with("charter."));
}

std::string fact(const Reason& reason, std::string_view name) {
    for (const auto& [known, value] : reason.facts)
        if (known == name) return value;
    return {};
}

/// In the order of the text.
std::vector<Reason> problems_of_text(const Refusal& refusal) {
    std::vector<Reason> found;
    std::ranges::copy_if(refusal.reasons, std::back_inserter(found), is_of_text);
    std::ranges::stable_sort(found, {}, [](const Reason& reason) {
        const std::string line = fact(reason, "line"); // digits, so the longer is the larger
        return std::pair(line.size(), line);
    });
    return found;
}

Html problem_table(const web::Entered& entered, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    const std::vector<Reason> problems = problems_of_text(*entered.problems);
    const auto count = static_cast<std::int64_t>(problems.size());
    for (const Reason& reason : problems) {
        rows += tr(td(css("number"), data_label(in.tr("Line")), fact(reason, "line")),
                   td(data_label(in.tr("Clause")), reason.clause, " ", bdi(reason.field)),
                   td(data_label(in.tr("Problem")), said(reason, visit)));
    }
    if (count == 0) return {};
    return div(css("notice notice-problem"), role("alert"), tabindex("-1"), autofocus(), id("problems"),
               table(css("table table-list"),
                     caption(in.tr_n("{n} problem, and nothing was read",
                                     "{n} problems, and nothing was read", count)),
                     thead(tr(th(scope("col"), css("number"), in.tr("Line")),
                              th(scope("col"), in.tr("Clause")), th(scope("col"), in.tr("Problem")))),
                     tbody(rows)));
}

std::vector<MissingPassageRow> missing_passages(const CharterPage& page) {
    std::vector<MissingPassageRow> made;
    for (const ClauseRow& row : page.rows)
        if (!row.is_inherited && !row.passage_problem.empty())
            made.push_back({row.number, row.path, row.title, row.document, row.passage, row.passage_problem});
    return made;
}

Html missing_table(const ReadingOutcome& outcome, const Visit& visit) {
    const auto& in = visit.in;
    if (outcome.missing_passages.empty()) return {};
    Html rows;
    for (const MissingPassageRow& row : outcome.missing_passages)
        rows += tr(td(data_label(in.tr("Clause")), row.number, " ", row.title),
                   td(data_label(in.tr("Problem")), dir("auto"), row.problem));
    return div(css("notice notice-caution"), id("missing-passages"),
               table(css("table table-list"),
                     caption(in.tr_n("{n} passage that it names is not on the record",
                                     "{n} passages that it names are not on the record",
                                     static_cast<std::int64_t>(outcome.missing_passages.size()))),
                     thead(tr(th(scope("col"), in.tr("Clause")), th(scope("col"), in.tr("Problem")))),
                     tbody(rows)));
}

Html form_with(const std::string& text, const Refusal& problems, const web::Sentences* sentences,
               const Visit& visit) {
    InputValues typed;
    typed.set("text", text);
    const web::Entered entered{&typed, problems.reasons.empty() ? nullptr : &problems, sentences};
    return web::form_for(input_of(Of<CharterReading>{}), Url("/charters/read"), visit, entered,
                         {.submit = visit.in.tr("Read and compare")});
}

Screen begin(const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin_running_screen(
        std::string(in.tr("Read a charter of your own")),
        in.tr("Any proposal written as a charter is checked here and compared with those on the platform. "
              "Nothing of it is kept."),
        {}, {}, visit);
    screen.form_page = Url("/charters/read");
    screen.other_faces.clear();
    return screen;
}

Html how_to(const Visit& visit) {
    const auto& in = visit.in;
    return p(
        in.tr("A charter is a YAML text. Begin with the text of one that is shipped: its page leads to it. "
              "“based_on” names the charter that the clauses it does not speak of are taken from."),
        " ", a(href(Url("/charters")), in.tr("Charters")));
}

/// A file's text goes into the form as well: a browser does not give the file a second time.
std::string text_to_mend(const InputValues* values) {
    const auto* text = values == nullptr ? nullptr : values->find("text");
    if (text != nullptr && !text->text.empty()) return text->text;
    const auto* file = values == nullptr ? nullptr : values->find("file");
    if (file == nullptr || file->upload.content.size() > reading_characters_max) return {};
    return is_utf8(file->upload.content) ? file->upload.content : std::string();
}

/// Problems of the form, before anything is read.
Refusal problems_of_form(const CharterReading& reading) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (reading.given().empty()) problems.add_field("text", "input.required");
    if (!reading.text.empty() && !reading.file.content.empty())
        problems.add_field("file", "charter.text_and_file");
    return problems;
}

} // namespace

const Input<CharterReading>& input_of(Of<CharterReading>) {
    static const auto input =
        Input<CharterReading>("charter.read")
            .multiline(
                "text", &CharterReading::text,
                {.label = N_("Charter (YAML)"), .required = false, .characters_max = reading_characters_max})
            .upload("file", &CharterReading::file,
                    {.label = N_("Or a file"),
                     .hint = N_("YAML in UTF-8, at most 80,000 bytes. Either typed here or as a file."),
                     .required = false,
                     .bytes_max = reading_characters_max});
    return input;
}

ReadingPage load_reading() {
    return {static_cast<std::int64_t>(reading_characters_max), Presets::shipped().ids()};
}

Result<ReadingOutcome> read_own_charter(const ModuleLinks& links, const Visit& visit,
                                        const CharterReading& reading) {
    if (Refusal problems = problems_of_form(reading); !problems.reasons.empty())
        return refuse(std::move(problems));
    auto file = read_charter(reading.given());
    if (!file) return refuse(file.error());
    auto charter = Presets::shipped().assemble(*file);
    if (!charter) return refuse(charter.error());
    const Charter* base = Presets::shipped().find(charter->head().based_on);
    if (base == nullptr) base = &Presets::shipped().agreed();
    // A shipped charter may come back changed under its own name.
    const std::string id = charter->id() == base->id() ? charter->id() + "-own" : charter->id();
    const std::vector<ShownCharter> both{{id, &*charter, nullptr}, {base->id(), base, nullptr}};
    Comparison compared = comparison_of(both, {{}, true, false}, links, visit);
    CharterPage page = page_of(both.front(), links, visit);
    auto missing = missing_passages(page);
    return ReadingOutcome{std::move(page), std::move(missing), std::move(compared.charters),
                          std::move(compared.rows)};
}

Screen draw_reading(const ReadingPage&, const Visit& visit) {
    Screen screen = begin(visit);
    screen.body = group(page_head(screen), how_to(visit), form_with({}, {}, nullptr, visit));
    return screen;
}

Screen draw_reading_problems(const Visit& visit, const web::Entered& entered) {
    Screen screen = begin(visit);
    Refusal of_fields{Refusal::Kind::bad_input, {}};
    std::ranges::copy_if(entered.problems->reasons, std::back_inserter(of_fields.reasons),
                         [](const Reason& reason) { return !is_of_text(reason); });
    screen.body = group(page_head(screen), problem_table(entered, visit),
                        form_with(text_to_mend(entered.values), of_fields, entered.sentences, visit));
    return screen;
}

Screen draw_read_charter(const ReadingOutcome& outcome, const std::string& text, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = begin(visit);
    const CharterPage& charter = outcome.charter;
    screen.title = charter.title;
    screen.crumbs.push_back({std::string(in.tr("Read a charter of your own")), Url("/charters/read")});
    screen.has_table_of_contents = true;
    screen.body =
        group(h1(css("page-title"), dir("auto"), charter.title),
              p(css("notice notice-caution"), in.tr("This is your own text, read and checked. It was not "
                                                    "kept: nobody else can see it, and it is gone "
                                                    "when you leave this page.")),
              when(!charter.about.empty(), [&] { return p(dir("auto"), charter.about); }),
              missing_table(outcome, visit),
              h2(in.tr("Where it differs from: {charter}", {{"charter", outcome.compared.back().title}})),
              outcome.differences.empty() ? Html(p(in.tr("Nowhere: every clause says the same.")))
                                          : compared_tables(outcome.compared, outcome.differences, visit),
              clauses_of(charter, visit), h2(in.tr("Change it and read it again")),
              form_with(text, {}, nullptr, visit));
    return screen;
}

} // namespace poa::charter
