// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/pages_drawing.hpp"

namespace poa::ledger {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html fact(std::string_view label, const Html& shown) {
    return div(dt(label), dd(shown));
}

Html moment_of(const Visit& visit, Instant at) {
    return time_(datetime(iso(at)), visit.in.moment(at));
}

Html entry_link(const EntryRow& row, const Visit& visit) {
    if (!row.entry) return span(css("stage"), visit.in.tr("waits"));
    return a(href(Url::of("ledger", "entries", std::to_string(*row.entry))), *row.entry);
}

Html draw_rows(const LedgerPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return table(css("table table-list"), caption(in.tr("Entries, the newest first")),
                 thead(tr(th(scope("col"), in.tr("Entry")), th(scope("col"), in.tr("When")),
                          th(scope("col"), in.tr("Act")), th(scope("col"), in.tr("On behalf of")),
                          th(scope("col"), in.tr("About")))),
                 tbody(each(page.rows, [&](const EntryRow& row) {
                     return tr(th(scope("row"), data_label(in.tr("Entry")), entry_link(row, visit)),
                               td(data_label(in.tr("When")), moment_of(visit, row.at)),
                               td(data_label(in.tr("Act")), code(row.act)),
                               td(data_label(in.tr("On behalf of")), bdi(row.on_behalf)),
                               td(data_label(in.tr("About")), bdi(row.subject)));
                 })));
}

Html draw_how_to_verify(const LedgerPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return section(h2(in.tr("Verify it yourself")),
                   p(in.tr("Every act on this platform is an entry of one public log. Its checkpoint is "
                           "signed; whoever keeps a checkpoint "
                           "can later prove that nothing before it was changed, removed or put in between. A "
                           "restricted act stands "
                           "there as a commitment: it cannot be changed either, and is not revealed.")),
                   p(in.tr("With the program of this platform, on any machine:")),
                   pre(css("ledger-proof"), "poa ledger verify --url https://…"),
                   p(in.tr("Or with any tool that reads C2SP tlog-tiles, from these files:")),
                   ul(li(a(href(Url("/ledger/checkpoint")), code("/ledger/checkpoint"))),
                      li(code("/ledger/tile/0/000 …")), li(code("/ledger/tile/entries/000 …")),
                      li(a(href(Url("/ledger/key")), code("/ledger/key")))),
                   when(!page.verifier_key.empty(), [&] {
                       return group(p(in.tr("The key that signs:")),
                                    pre(css("ledger-proof"), page.verifier_key));
                   }));
}

Html draw_sealed(const EntryPage& page, const Visit& visit) {
    if (page.sealed.empty()) return {};
    return fact(visit.in.tr("Commitment to what is not shown"), code(css("digest"), page.sealed));
}

} // namespace

Screen draw_ledger(const LedgerPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Ledger");
    screen.section = "ledger";
    screen.description = in.tr("The public log of every act, and how anyone can verify it.");
    screen.other_faces = {{"JSON", Url("/ledger").with("format", "json")},
                          {"CSV", Url("/ledger").with("format", "csv")}};
    screen.body =
        group(h1(css("page-title"), screen.title),
              dl(css("facts"), fact(in.tr("Entries"), Html(span(in.number(page.size)))),
                 fact(in.tr("Waiting for their place"), Html(span(in.number(page.waiting)))),
                 when(page.signed_at.has_value(),
                      [&] { return fact(in.tr("Signed"), moment_of(visit, *page.signed_at)); }),
                 fact(in.tr("Root"), Html(code(css("digest"), page.root))),
                 fact(in.tr("Name of the log"), Html(code(page.origin)))),
              draw_how_to_verify(page, visit), h2(in.tr("Entries")), draw_rows(page, visit),
              when(page.next.has_value(), [&] {
                  return nav(css("pager"), aria_label(in.tr("Pages")),
                             a(rel("next"), href(Url("/ledger").with("before", std::to_string(*page.next))),
                               in.tr("Older entries")));
              }));
    return screen;
}

Screen draw_entry(const EntryPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Entry {number}", {{"number", in.number(page.entry)}});
    screen.section = "ledger";
    screen.crumbs = {{std::string(in.tr("Ledger")), Url("/ledger")}};
    std::string place = std::to_string(page.entry);
    screen.other_faces = {{"JSON", Url::of("ledger", "entries", place).with("format", "json")}};
    Html facts =
        dl(css("facts"),
           when(page.at.has_value(), [&] { return fact(in.tr("When"), moment_of(visit, *page.at)); }),
           fact(in.tr("Act"), Html(code(page.act))), fact(in.tr("On behalf of"), Html(bdi(page.on_behalf))),
           fact(in.tr("About"), Html(bdi(page.subject))),
           when(!page.clause.empty(), [&] { return fact(in.tr("Under"), Html(bdi(page.clause))); }),
           each(page.facts, [](const FactRow& row) { return fact(row.name, Html(bdi(row.value))); }),
           draw_sealed(page, visit));
    screen.body =
        group(h1(css("page-title"), screen.title),
              when(page.restricted,
                   [&] {
                       return group(
                           p(css("restricted"),
                             in.tr("This entry is restricted: its content is not shown, its commitment is. "
                                   "It cannot be changed without this page and every copy of a checkpoint "
                                   "telling so.")),
                           dl(css("facts"), draw_sealed(page, visit)));
                   }),
              when(!page.restricted, [&] { return facts; }), h2(in.tr("What was hashed")),
              pre(css("ledger-proof"), page.leaf), h2(in.tr("Receipt")),
              p(in.tr("This text and the bytes above prove, without this platform, that the entry stands in "
                      "the log of {size} entries.",
                      {{"size", in.number(page.size)}}),
                " ", a(href(Url::of("ledger", "entries", place, "receipt")), in.tr("As a file"))),
              pre(css("ledger-proof"), page.receipt));
    return screen;
}

Screen draw_opening(const OpeningPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("Opening of a restricted entry");
    screen.section = "ledger";
    screen.crumbs = {{std::string(in.tr("Ledger")), Url("/ledger")}};
    screen.body = group(
        h1(css("page-title"), screen.title),
        p(in.tr(
            "Whoever has these three can check that this is what was recorded. Give them only to whom you "
            "want to show the entry.")),
        h2(in.tr("What was hashed")), pre(css("ledger-proof"), page.leaf), h2(in.tr("Salt")),
        pre(css("ledger-proof"), page.salt), h2(in.tr("What is sealed")),
        pre(css("ledger-proof"), page.sealed_body));
    return screen;
}

} // namespace poa::ledger
