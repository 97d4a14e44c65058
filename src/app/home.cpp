// SPDX-License-Identifier: Apache-2.0
#include "app/home.hpp"

#include "app/version.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/queries.hpp"

#include <boost/describe/class.hpp>

namespace poa::app {

struct HomeDocument {
    std::string title;
    std::string symbol;
    std::string address;
    std::optional<Day> date;
};
BOOST_DESCRIBE_STRUCT(HomeDocument, (), (title, symbol, address, date))

struct HomeEntry {
    std::int64_t journal = 0;
    std::optional<std::int64_t> entry;
    Instant at;
    std::string act;
    std::string on_behalf;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(HomeEntry, (), (journal, entry, at, act, on_behalf, subject))

/// /
struct HomePage {
    std::string name;
    std::int64_t states = 0;
    std::int64_t entries = 0;
    std::string charter; ///< title of the one in force; empty: none
    std::int64_t charter_version = 0;
    std::vector<HomeDocument> newest_documents;
    std::vector<HomeEntry> newest_entries;
};
BOOST_DESCRIBE_STRUCT(HomePage, (),
                      (name, states, entries, charter, charter_version, newest_documents, newest_entries))

/// /about
struct AboutPage {
    std::string version;
    std::string licence;
};
BOOST_DESCRIBE_STRUCT(AboutPage, (), (version, licence))

namespace {

using namespace web::html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr int newest_shown = 6;

void add_documents(storage::Session& session, const identity::Reader& reader, HomePage& page) {
    for (const documents::Document& document :
         documents::list_documents(session, reader, {}, {}, newest_shown))
        page.newest_documents.push_back(
            {document.title, document.symbol, "/documents/" + document.slug, document.day});
}

Result<HomePage> load_home(const HomeLinks& links, const Visit& visit) {
    HomePage page;
    page.name = links.platform_name;
    page.states = static_cast<std::int64_t>(links.states.now()->states(members::Language::en).size());
    const auto& reader = identity::actor_of(visit).reader();
    links.database.read([&](storage::Session& session) {
        for (const auto& recorded : ledger::recent(session, reader.least(), 0, newest_shown))
            page.newest_entries.push_back({recorded.id.number, recorded.leaf_index, recorded.at,
                                           recorded.entry.act, recorded.entry.on_behalf,
                                           recorded.entry.subject});
        page.entries = static_cast<std::int64_t>(ledger::standing(session).size);
        add_documents(session, reader, page);
        if (auto in_force = links.charter.of(session)) {
            page.charter = in_force->charter.head().title_in(visit.in.code());
            page.charter_version = in_force->version;
        }
    });
    return page;
}

web::Html card(std::string_view label, const Url& url, std::string_view words, std::string count) {
    return li(css("card"), h2(a(href(url), label)), p(words),
              when(!count.empty(), [&] { return p(strong(count)); }));
}

web::Html draw_documents(const HomePage& page, const Visit& visit) {
    if (page.newest_documents.empty())
        return p(visit.in.tr("No documents yet. The operator takes them in with: poa import"));
    return ul(each(page.newest_documents, [&](const HomeDocument& document) {
        auto url = Url::same_site(document.address).value_or(Url("/documents"));
        return li(a(href(url), bdi(document.symbol.empty() ? document.title : document.symbol)),
                  when(!document.symbol.empty(), [&] { return group(" — ", bdi(document.title)); }),
                  when(document.date.has_value(), [&] { return group(", ", visit.in.day(*document.date)); }));
    }));
}

web::Html draw_entries(const HomePage& page, const Visit& visit) {
    return ul(each(page.newest_entries, [&](const HomeEntry& entry) {
        return li(time_(datetime(iso(entry.at)), visit.in.moment(entry.at)), ": ", code(entry.act), " ",
                  bdi(entry.subject), when(entry.entry.has_value(), [&] {
                      return group(" (",
                                   a(href(Url::of("ledger", "entries", std::to_string(*entry.entry))),
                                     visit.in.tr("entry"), " ", *entry.entry),
                                   ")");
                  }));
    }));
}

Screen draw_home(const HomePage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr(std::string_view(page.name));
    screen.description =
        in.tr("The record of a programme of action: documents, States and a public log anyone can verify.");
    screen.other_faces = {{"JSON", Url("/").with("format", "json")}};
    screen.body = group(
        h1(css("page-title"), screen.title),
        p(css("page-lead"),
          in.tr(
              "The permanent mechanism for responsible State behaviour in the use of information and "
              "communications technologies: its documents, what States said, and every act, open to read and "
              "to verify.")),
        ul(css("cards"),
           card(in.tr("Documents"), Url("/documents"),
                in.tr("Reports, replies and papers, with an address for every paragraph."), ""),
           card(in.tr("States"), Url("/states"),
                in.tr("One page for each State: all that the record holds of it."),
                in.tr_n("{n} State", "{n} States", page.states)),
           card(in.tr("Views"), Url("/views"),
                in.tr("What States said in their replies, and the summary that opens to every passage."), ""),
           card(in.tr("Decisions"), Url("/decisions"),
                in.tr("What was proposed, how it was decided, and what is agreed."), ""),
           card(in.tr("The framework"), Url("/acquis"),
                in.tr("Norms, law and measures that States agreed on by consensus, item by item."), ""),
           card(in.tr("National reports"), Url("/reports"),
                in.tr("What States choose to report, year by year, and to whom."), ""),
           card(
               in.tr("Charters"), Url("/charters"),
               in.tr("The mechanism's rules as data: read, compared, run, and changed to see what it costs."),
               page.charter.empty() ? std::string()
                                    : in.tr("In force: {charter}", {{"charter", page.charter}})),
           card(in.tr("Search"), Url("/search"), in.tr("In six languages, down to the paragraph."), ""),
           card(in.tr("Ledger"), Url("/ledger"), in.tr("Every act in one public log that anyone can verify."),
                in.tr_n("{n} entry", "{n} entries", page.entries))),
        h2(in.tr("Newest documents")), draw_documents(page, visit), h2(in.tr("Newest acts")),
        draw_entries(page, visit));
    return screen;
}

Screen draw_about(const AboutPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen;
    screen.title = in.tr("About this platform");
    screen.body = group(
        h1(css("page-title"), screen.title),
        p(in.tr("An open platform that runs a programme of action as States described it in the report "
                "A/78/76: permanent, "
                "inclusive, action-oriented. It is free software under the licence Apache-2.0; anybody may "
                "run it, read how it "
                "works and improve it.")),
        h2(in.tr("What it promises")),
        ul(li(in.tr("One record: every act is an entry of a public log that cannot be changed unnoticed.")),
           li(in.tr("Equal States: one State, one tile, one voice. Nothing ranks States; only voluntary data "
                    "is shown.")),
           li(in.tr("Every page works without scripts, by keyboard, with a screen reader, on paper and on a "
                    "slow line.")),
           li(in.tr("Everything a page shows is there for programs too."))),
        h2(in.tr("Your data")),
        p(in.tr("Who only reads needs no account and leaves no trace here but a language choice kept in the "
                "own browser. Who signs "
                "in is named to the own delegation and the secretariat; the public log never names people.")),
        p(small("poa ", page.version)));
    return screen;
}

} // namespace

void add_home(web::Routes& routes, HomeLinks links) {
    routes.page<HomePage>(
        "/", {"platform.home", N_("The first page")},
        [links](const Visit& visit) { return load_home(links, visit); }, draw_home);
    routes.page<AboutPage>(
        "/about", {"platform.about", N_("About this platform")},
        [](const Visit&) -> Result<AboutPage> {
            return AboutPage{std::string(program_version), "Apache-2.0"};
        },
        draw_about);
}

} // namespace poa::app
