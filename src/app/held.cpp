// SPDX-License-Identifier: Apache-2.0
#include "app/held.hpp"

#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/queries_items.hpp"
#include "capabilities/views/views.hpp"

#include <set>

namespace poa::app {
namespace {

using members::HeldItem;

constexpr int acts_shown = 20;

constexpr int documents_shown = 100;

std::vector<HeldItem> documents_of(storage::Session& session, const identity::Reader& reader,
                                   std::string_view iso3) {
    std::vector<HeldItem> held;
    documents::DocumentFilter own{"", "state:" + std::string(iso3)};
    for (const documents::Document& document :
         documents::list_documents(session, reader, own, {}, documents_shown))
        held.push_back(
            {"document", document.title, "/documents/" + document.slug, document.day, document.symbol});
    for (const documents::ReplyListed& listed :
         documents::replies_of_state(session, reader, iso3, documents_shown))
        held.push_back(
            {"reply", listed.reply.name,
             "/documents/" + listed.document.slug + "/sections/" + percent_encode(listed.reply.anchor, true),
             listed.reply.day, listed.document.cited_as()});
    return held;
}

void add_acts(storage::Session& session, const identity::Reader& reader, std::string_view iso3,
              std::vector<HeldItem>& held) {
    for (const auto& recorded :
         ledger::record_of(session, "state:" + std::string(iso3), reader.least(), 0, acts_shown)) {
        HeldItem item{"act", recorded.entry.act, "", Day::of(recorded.at), ""};
        if (recorded.leaf_index) {
            item.address = "/ledger/entries/" + std::to_string(*recorded.leaf_index);
            item.where = "ledger " + std::to_string(*recorded.leaf_index);
        }
        held.push_back(std::move(item));
    }
}

/// What was read in its replies, as one thing: the page of its positions has them all.
void add_positions(storage::Session& session, std::string_view iso3, std::vector<HeldItem>& held) {
    auto kept = views::store::questions(session);
    if (!kept) return;
    const auto positions =
        views::store::positions_of(session, *kept->questions, "state:" + std::string(iso3));
    if (positions.empty()) return;
    held.push_back({"positions",
                    kept->title,
                    "/views/actors/" + std::string(iso3),
                    {},
                    std::to_string(positions.size())});
}

} // namespace

members::ModuleLinks held_in(storage::Database& database, const Clock& clock,
                             const members::CurrentRegister& states) {
    auto held_of = [&database](const web::Visit& visit, std::string_view iso3) {
        const auto& reader = identity::actor_of(visit).reader();
        return database.read([&](storage::Session& session) {
            std::vector<HeldItem> held = documents_of(session, reader, iso3);
            add_positions(session, iso3, held);
            add_acts(session, reader, iso3, held);
            return held;
        });
    };
    auto held_counts = [&database](const web::Visit& visit) {
        const auto& reader = identity::actor_of(visit).reader();
        return database.read(
            [&](storage::Session& session) { return documents::held_by_state(session, reader); });
    };
    return {clock, states, held_of, held_counts};
}

std::vector<acquis::HeldOfItem> held_of_item(storage::Session& session, const web::Visit& visit,
                                             std::string_view item) {
    const auto reports = national_reports::reports_on_item(session, identity::actor_of(visit).reader(), item);
    if (reports.empty()) return {};
    std::set<std::string_view> states;
    for (const auto& report : reports) states.insert(report.state);
    const auto count = static_cast<std::int64_t>(states.size());
    return {{std::string(visit.in.tr("What States report")),
             visit.in.tr_n("{n} State reports on this, in its own words",
                           "{n} States report on this, in their own words", count),
             "/reports/items/" + std::string(item)}};
}

} // namespace poa::app
