// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/module.hpp"

#include "base/text.hpp"
#include "capabilities/ledger/pages_drawing.hpp"
#include "capabilities/ledger/queries.hpp"

namespace poa::ledger {
namespace {

using web::Drawing;
using web::Visit;

constexpr int rows_a_page = 50;

struct LedgerQuery {
    std::int64_t before = 0;
};
const Input<LedgerQuery>& ledger_query() {
    static const auto input =
        Input<LedgerQuery>("ledger.read")
            .number("before", &LedgerQuery::before, {.label = N_("Before"), .required = false, .least = 1});
    return input;
}
struct EntryQuery {
    std::int64_t entry = 0;
};
const Input<EntryQuery>& entry_query() {
    static const auto input = Input<EntryQuery>("ledger.entry")
                                  .number("entry", &EntryQuery::entry, {.label = N_("Entry"), .least = 0});
    return input;
}
struct OpeningQuery {
    Id<JournalEntry> journal;
};
const Input<OpeningQuery>& opening_query() {
    static const auto input = Input<OpeningQuery>("ledger.opening").id("journal", &OpeningQuery::journal);
    return input;
}

EntryRow row_of(const Recorded& recorded) {
    const Entry& entry = recorded.entry;
    return {recorded.id.number, recorded.leaf_index, recorded.at,  entry.act,
            entry.on_behalf,    entry.subject,       entry.clause, std::string(name_of(entry.audience))};
}

Result<LedgerPage> load_ledger(const ModuleLinks& links, const Visit& visit, const LedgerQuery& query) {
    return links.database.read([&](storage::Session& session) {
        LedgerPage page;
        page.origin = links.origin;
        if (auto published = checkpoint(session)) {
            page.size = static_cast<std::int64_t>(published->checkpoint.size);
            page.root = published->checkpoint.root.base64();
            page.signed_at = published->at;
        }
        LedgerStanding now = standing(session);
        page.verifier_key = now.verifier_key;
        page.waiting = now.waiting;
        for (const Recorded& recorded : recent(session, links.least_of(visit), query.before, rows_a_page))
            page.rows.push_back(row_of(recorded));
        if (page.rows.size() == rows_a_page) page.next = page.rows.back().journal;
        return page;
    });
}

Refusal no_such_entry() {
    return Refusal::because(Refusal::Kind::not_found, "ledger.no_such_entry");
}

Result<EntryPage> load_entry(const ModuleLinks& links, const EntryQuery& query) {
    return links.database.read([&](storage::Session& session) -> Result<EntryPage> {
        auto place = static_cast<std::uint64_t>(query.entry);
        auto bytes = leaf(session, place);
        auto proof = receipt(session, place);
        auto published = checkpoint(session);
        if (!bytes || !proof || !published) return refuse(no_such_entry());
        EntryPage page;
        page.entry = query.entry;
        page.size = static_cast<std::int64_t>(published->checkpoint.size);
        page.leaf = *bytes;
        page.receipt = *proof;
        auto read = read_leaf(*bytes);
        if (!read) return page; // shown as it is: verification names it
        page.restricted = read->restricted;
        if (read->sealed) page.sealed = read->sealed->hex();
        if (read->restricted) return page;
        page.at = read->at;
        page.act = read->entry.act;
        page.on_behalf = read->entry.on_behalf;
        page.subject = read->entry.subject;
        page.clause = read->entry.clause;
        for (const auto& [name, value] : read->entry.facts) page.facts.push_back({name, value});
        return page;
    });
}

Result<OpeningPage> load_opening(const ModuleLinks& links, const Visit& visit, const OpeningQuery& query) {
    return links.database.read([&](storage::Session& session) -> Result<OpeningPage> {
        auto may = [&](const Recorded& recorded) { return links.may_open(visit, recorded); };
        auto opened = open_entry(session, query.journal, may);
        if (!opened) return refuse(opened.error());
        return OpeningPage{query.journal.number, opened->recorded.leaf_index, opened->leaf,
                           to_hex(bytes_of(opened->salt)), opened->sealed_body};
    });
}

http::Answer public_file_answer(const ModuleLinks& links, const Visit& visit, const Drawing& drawing,
                                std::string path, std::string_view type, std::string_view cache) {
    auto file = links.database.read([&](storage::Session& session) { return public_file(session, path); });
    if (!file)
        return drawing.refusal(visit, Refusal::because(Refusal::Kind::not_found, "ledger.no_such_file"));
    http::Answer answer = http::Answer::text(200, type, std::move(*file));
    answer.headers.add("cache-control", std::string(cache));
    answer.headers.set("access-control-allow-origin", "*");
    answer.headers.set("cross-origin-resource-policy", "cross-origin");
    return answer;
}

void add_files(web::Routes& routes, const ModuleLinks& links) {
    // C2SP tlog-tiles: the checkpoint changes, tiles never do.
    routes.raw("/ledger/checkpoint", {"ledger.checkpoint", N_("The newest signed checkpoint")}, "text/plain",
               [links](const Visit& visit, const Drawing& drawing) {
                   return public_file_answer(links, visit, drawing, "checkpoint", "text/plain; charset=utf-8",
                                             "no-cache");
               });
    routes.raw("/ledger/tile/{rest...}", {"ledger.tile", N_("Tiles and entry bundles")},
               "application/octet-stream", [links](const Visit& visit, const Drawing& drawing) {
                   return public_file_answer(links, visit, drawing, "tile/" + visit.path.get("rest"),
                                             "application/octet-stream",
                                             "public, max-age=31536000, immutable");
               });
    routes.raw("/ledger/key", {"ledger.key", N_("The key that verifies checkpoints")}, "text/plain",
               [links](const Visit& visit, const Drawing& drawing) {
                   auto now =
                       links.database.read([](storage::Session& session) { return standing(session); });
                   if (now.verifier_key.empty())
                       return drawing.refusal(
                           visit, Refusal::because(Refusal::Kind::not_found, "ledger.no_such_file"));
                   return http::Answer::text(200, "text/plain; charset=utf-8", now.verifier_key + "\n");
               });
    routes.raw("/ledger/entries/{entry}/receipt", {"ledger.receipt", N_("The offline receipt of an entry")},
               "text/plain", [links](const Visit& visit, const Drawing& drawing) {
                   auto asked = entry_query().parse(web::values_of(visit));
                   if (!asked) return drawing.refusal(visit, asked.error());
                   auto text = links.database.read([&](storage::Session& session) {
                       return receipt(session, static_cast<std::uint64_t>(asked->entry));
                   });
                   if (!text) return drawing.refusal(visit, no_such_entry());
                   return http::Answer::text(200, "text/plain; charset=utf-8", std::move(*text));
               });
}

} // namespace

void add_routes(web::Routes& routes, ModuleLinks links) {
    routes.sentence("ledger.no_such_entry", N_("There is no entry of this number that you may see."));
    routes.sentence("ledger.no_such_file",
                    N_("The ledger has no such file. It serves a checkpoint, tiles and entry bundles."));
    routes.page<LedgerPage>(
        "/ledger", {"ledger.read", N_("The public log of every act")}, ledger_query(),
        [links](const Visit& visit, const LedgerQuery& query) { return load_ledger(links, visit, query); },
        draw_ledger);
    routes.page<EntryPage>(
        "/ledger/entries/{entry}", {"ledger.entry", N_("One entry and its receipt")}, entry_query(),
        [links](const Visit&, const EntryQuery& query) { return load_entry(links, query); }, draw_entry);
    routes.page<OpeningPage>(
        "/ledger/openings/{journal}",
        {"ledger.opening", N_("The opening of a restricted entry, for who may"), false}, opening_query(),
        [links](const Visit& visit, const OpeningQuery& query) { return load_opening(links, visit, query); },
        draw_opening);
    add_files(routes, links);
}

} // namespace poa::ledger
