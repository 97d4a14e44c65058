// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/store_rebuild.hpp"

#include "capabilities/documents/store.hpp"

namespace poa::documents {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr int batch_passages = 400;

constexpr Query get_rebuild{"documents.rebuild",
                            "SELECT after_key, until_key FROM search_rebuild WHERE one = 1"};
constexpr Query begin_rebuild{
    "documents.begin_rebuild",
    "INSERT INTO search_rebuild (one, after_key, until_key, started_at) "
    "SELECT 1, -1, COALESCE(MAX(key), -1), CAST($1 AS BIGINT) FROM document_passage"};
constexpr Query advance{"documents.advance_rebuild",
                        "UPDATE search_rebuild SET after_key = $1 WHERE one = 1"};
constexpr Query end_rebuild{"documents.end_rebuild", "DELETE FROM search_rebuild WHERE one = 1"};
constexpr Query next_keys{
    "documents.next_keys",
    "SELECT key FROM document_passage WHERE key > $1 AND key <= $2 ORDER BY key LIMIT $3"};

/// A version's replies as the indexer wants them: anchor and State are enough.
std::vector<Reply> states_of(Session& session, VersionId version) {
    std::vector<Reply> replies;
    for (const StoredReply& stored : read_replies(session, version)) {
        Reply reply;
        reply.anchor = stored.anchor;
        reply.iso3 = stored.state;
        replies.push_back(std::move(reply));
    }
    return replies;
}

/// Index rows of passages `first` to `last` of one version, from their text.
void reindex_range(Session& session, const Document& document, const Version& version, PassageKey first,
                   PassageKey last) {
    remove_from_index(session, first, last);
    if (!version.is_current || document.withdrawn_at) return;
    std::vector<Passage> passages;
    for (StoredPassage& stored : read_passages(session, first, last, static_cast<int>(PassageKey::ordinals)))
        passages.push_back(std::move(stored.passage));
    std::vector<IndexedPassage> indexed =
        index_passages(passages, states_of(session, version.id), version.language);
    for (IndexedPassage& passage : indexed) passage.ordinal += static_cast<std::size_t>(first.ordinal());
    add_to_index(session, document, version.id, version.language, indexed);
}

void reindex_keys(Session& session, const std::vector<PassageKey>& keys) {
    for (std::size_t begin = 0; begin < keys.size();) {
        std::size_t end = begin;
        while (end < keys.size() && keys[end].version() == keys[begin].version()) ++end;
        auto version = find_version(session, keys[begin].version());
        require(version.has_value(), "a passage has its version");
        auto document = find_document(session, version->document);
        require(document.has_value(), "a version has its document");
        reindex_range(session, *document, *version, keys[begin], keys[end - 1]);
        begin = end;
    }
}

} // namespace

void reindex_document(Session& session, const Document& document) {
    for (const Version& version : versions_of(session, document.id))
        if (version.is_current)
            reindex_range(session, document, version, PassageKey::of(version.id, 0),
                          PassageKey::of(version.id, PassageKey::ordinals - 1));
}

RebuildStep rebuild_step(Session& session, Instant now) {
    std::optional<std::pair<std::int64_t, std::int64_t>> place;
    auto read = [&](const Row& row) { place.emplace(row.integer(0), row.integer(1)); };
    session.each(get_rebuild, read);
    if (!place) {
        session.execute(begin_rebuild, now);
        session.each(get_rebuild, read);
    }
    auto keys = session.all(
        next_keys, [](const Row& row) { return PassageKey{row.integer(0)}; }, place->first, place->second,
        batch_passages);
    if (keys.empty()) {
        session.execute(end_rebuild);
        return {true, 0};
    }
    reindex_keys(session, keys);
    session.execute(advance, keys.back().number);
    return {false, static_cast<std::int64_t>(keys.size())};
}

std::int64_t rebuild_search(storage::Database& database, const Clock& clock) {
    std::int64_t passages = 0;
    for (;;) {
        RebuildStep step =
            database.write([&](Session& session) { return rebuild_step(session, clock.now()); });
        if (step.finished) return passages;
        passages += step.passages;
    }
}

} // namespace poa::documents
