// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/begin_chain.hpp"
#include "capabilities/decisions/commands/record_external_step.hpp"
#include "capabilities/decisions/pages_agreed_drawing.hpp"
#include "web/frame.hpp"
#include "web/html.hpp"

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Screen screen_of(const Visit& visit, std::string_view title, Html body) {
    Screen screen;
    screen.title = title;
    screen.section = "decisions";
    screen.crumbs = {{std::string(visit.in.tr("Decisions")), Url("/decisions")}};
    screen.body = std::move(body);
    return screen;
}

/// Below the page of the founding.
Screen form_screen(const Visit& visit, std::string_view title, Html body) {
    Screen screen = screen_of(visit, title, std::move(body));
    screen.crumbs.push_back(
        {std::string(visit.in.tr("How the mechanism is founded")), Url("/decisions/founding")});
    return screen;
}

std::string body_of(const ChainStepRow& row, const Visit& visit) {
    return row.body.empty() ? std::string(visit.in.tr("a body outside this platform")) : row.body_name;
}

Html symbol_of(const ChainStepRow& row) {
    if (row.decision > 0) return decision_link(row.decision, row.symbol);
    auto own = Url::same_site(row.source);
    auto url = own ? own : Url::outside(row.source);
    if (url) return a(href(*url), bdi(row.symbol));
    if (row.source.empty()) return bdi(row.symbol);
    return group(bdi(row.symbol), " (", bdi(row.source), ")");
}

Html taken_of(const ChainStepRow& row, const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (row.day)
        return group(in.day(*row.day), ", ",
                     row.manner == "vote" ? in.tr("by vote") : in.tr("by consensus, or without a vote"));
    if (row.is_waited_for) return strong(in.tr("waited for now"));
    return span(page.begun ? in.tr("to come") : in.tr("not entered"));
}

Html step_row(const ChainStepRow& row, const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return tr(
        th(scope("row"), row.title,
           when(!row.holds_back,
                [&] { return small(css("muted"), " ", in.tr("(the mechanism does not wait for it)")); })),
        td(data_label(in.tr("Body")), body_of(row, visit)),
        td(data_label(in.tr("Taken")), taken_of(row, page, visit)),
        td(data_label(in.tr("By")), symbol_of(row)));
}

Html steps_of(const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return {};
    Html rows;
    for (const ChainStepRow& row : page.rows) rows += step_row(row, page, visit);
    const std::string words =
        in.tr("The steps in their order, as version {n} of the charter has them (clause {clause})",
              {{"n", std::to_string(page.charter_version)}, {"clause", page.clause}});
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("Step")), th(scope("col"), in.tr("Body")),
                          th(scope("col"), in.tr("Taken")), th(scope("col"), in.tr("By")))),
                 tbody(rows));
}

Html state_of(const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (!page.is_active)
        return p(css("notice notice-caution"),
                 in.tr("The mechanism is not active yet: until the last step it waits for is taken, it "
                       "decides nothing but its founding."));
    if (page.begun)
        return p(css("notice notice-good"),
                 in.tr("The mechanism is active: every step it waited for has been taken."));
    if (page.charter_version == 0) return p(in.tr("No charter is in force."));
    if (page.rows.empty()) return p(in.tr("The charter names no chain of founding acts."));
    return p(css("notice"), in.tr("No chain of founding acts is on the record: nothing holds the mechanism "
                                  "back. These are the steps that the charter in force names."));
}

Html forms_of(const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html links;
    if (page.may_begin)
        links += li(a(css("btn btn-secondary"), href(Url("/decisions/founding/begin")),
                      in.tr("Open the record of the chain")));
    if (page.may_record)
        links += li(a(css("btn btn-secondary"), href(Url("/decisions/founding/step")),
                      in.tr("Enter the step of a body outside")));
    if (links.empty()) return {};
    return section(css("acts"), h2(in.tr("What you may do")),
                   p(css("muted"), in.tr("Each asks for confirmation and shows what will be recorded.")),
                   ul(css("button-list"), links));
}

Html back_link(const Visit& visit) {
    return p(a(href(Url("/decisions/founding")), visit.in.tr("Back, without doing it")));
}

} // namespace

Screen draw_founding(const FoundingPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html begun;
    if (page.begun)
        begun = p(css("muted"), in.tr("On the record since {moment}", {{"moment", in.moment(*page.begun)}}));
    Screen screen = screen_of(
        visit, in.tr("How the mechanism is founded"),
        group(h1(css("page-title"), in.tr("How the mechanism is founded")),
              p(css("page-lead"),
                in.tr("Who adopts its instrument, who endorses it, and when its first meeting is convened: "
                      "each step is an act of its own body.")),
              state_of(page, visit), begun, steps_of(page, visit), forms_of(page, visit),
              p(a(href(Url("/charters/in-force")), in.tr("The charter in force")))));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_begin_chain(const BeginChainPage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    InputValues start;
    if (page.charter_version > 0) start.set("charter_version", std::to_string(page.charter_version));
    Html steps;
    for (const ChainStepRow& row : page.rows) steps += li(row.title, " · ", body_of(row, visit));
    Screen screen = form_screen(
        visit, in.tr("Open the record of the chain"),
        group(h1(css("page-title"), in.tr("Open the record of the chain")),
              section(css("notice"), h2(in.tr("What will be recorded")),
                      p(in.tr("The chain of founding acts with the steps of the charter in force, for "
                              "everyone to read (clause {clause}). Until its last step is taken the "
                              "mechanism decides nothing but its founding. It cannot be taken back.",
                              {{"clause", page.clause}})),
                      when(!steps.empty(), [&] { return ol(steps); })),
              web::form_for(input_of(Of<BeginChain>{}), Url("/decisions/founding/begin_chain"), visit,
                            entered, {.submit = in.tr("Open the record"), .start = &start}),
              back_link(visit)));
    screen.form_page = Url("/decisions/founding/begin");
    return screen;
}

Screen draw_record_step(const RecordStepPage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const bool is_decided_here = page.step && !page.step->body.empty();
    InputValues start;
    Html waiting;
    if (page.step) {
        start.set("step", page.step->step);
        waiting = p(in.tr("The step that is waited for:"), " ", strong(page.step->title));
    }
    Html act = group(
        section(
            css("notice"), h2(in.tr("What will be recorded")),
            p(in.tr("What a body outside this platform did, as a fact with its symbol, day and source, for "
                    "everyone to read (clause {clause}). It cannot be taken back.",
                    {{"clause", page.clause}}))),
        web::form_for(input_of(Of<RecordExternalStep>{}), Url("/decisions/founding/record_external_step"),
                      visit, entered, {.submit = in.tr("Enter the step"), .start = &start}));
    if (is_decided_here)
        act = p(css("notice"), in.tr("That step is decided here, by its own body: {body}. It is entered when "
                                     "its proposal is adopted.",
                                     {{"body", page.step->body_name}}));
    Screen screen = form_screen(visit, in.tr("Enter the step of a body outside"),
                                group(h1(css("page-title"), in.tr("Enter the step of a body outside")),
                                      waiting, act, back_link(visit)));
    screen.form_page = Url("/decisions/founding/step");
    return screen;
}

} // namespace poa::decisions
