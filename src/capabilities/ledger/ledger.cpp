// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/ledger.hpp"

#include "capabilities/ledger/store.hpp"

#include <limits>

namespace poa::ledger {
namespace {

Recorded recorded_from(store::JournalRow row) {
    Recorded recorded{row.id, row.at, std::move(row.entry), row.leaf_index};
    recorded.entry.person = 0;
    if (recorded.entry.audience == Audience::everyone) {
        auto leaf = read_leaf(row.leaf);
        require(leaf.has_value(), "a leaf that reads back");
        recorded.entry.facts = std::move(leaf->entry.facts);
    } else {
        auto opened = read_sealed_body(row.sealed_body);
        require(opened.has_value(), "a sealed body that reads back");
        recorded.entry.facts = std::move(opened->entry.facts);
    }
    return recorded;
}

/// Asks each audience for its newest and merges: every index scan is as long as what it gives, while one scan
/// over all would walk past every entry the reader may not see.
template <class Ask> std::vector<Recorded> merged(Audience least, std::int64_t before, int count, Ask&& ask) {
    if (before <= 0) before = std::numeric_limits<std::int64_t>::max();
    std::vector<store::JournalRow> rows;
    for (int audience = static_cast<int>(least); audience <= static_cast<int>(Audience::everyone);
         ++audience) {
        auto some = ask(static_cast<Audience>(audience), before);
        std::move(some.begin(), some.end(), std::back_inserter(rows));
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    if (rows.size() > static_cast<std::size_t>(count)) rows.resize(static_cast<std::size_t>(count));
    std::vector<Recorded> entries;
    for (store::JournalRow& row : rows) entries.push_back(recorded_from(std::move(row)));
    return entries;
}

} // namespace

Id<JournalEntry> Work::record(const Entry& entry) {
    std::string salt = has_sealed_part(entry) ? random_bytes(salt_bytes) : std::string();
    return store::insert_entry(session_, entry, now_, form_of(entry, now_, salt));
}

std::vector<Recorded> recent(storage::Session& session, Audience least, std::int64_t before, int count) {
    return merged(least, before, count, [&](Audience audience, std::int64_t below) {
        return store::newest(session, audience, below, count);
    });
}

std::vector<Recorded> record_of(storage::Session& session, std::string_view subject, Audience least,
                                std::int64_t before, int count) {
    return merged(least, before, count, [&](Audience audience, std::int64_t below) {
        return store::newest_of(session, subject, audience, below, count);
    });
}

} // namespace poa::ledger
