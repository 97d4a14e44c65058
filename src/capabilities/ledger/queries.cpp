// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/queries.hpp"

#include "capabilities/ledger/proof.hpp"
#include "capabilities/ledger/store.hpp"

namespace poa::ledger {
namespace {

std::optional<PublishedCheckpoint> read_published(const std::optional<store::Published>& published) {
    if (!published) return std::nullopt;
    auto note = parse_note(published->note);
    auto checkpoint = note ? parse_checkpoint(note->text) : Result<Checkpoint>(refuse(note.error()));
    require(checkpoint.has_value(), "a stored checkpoint that reads back");
    return PublishedCheckpoint{std::move(*checkpoint), published->note, published->at};
}

/// Checkpoint and head are written in one transaction.
std::uint64_t published_size(storage::Session& session) {
    return store::newest_checkpoint(session).value_or(store::Published{}).size;
}

[[noreturn]] void damaged() {
    throw MachineFailure("A tile of the ledger is missing or short; run `poa ledger verify`.");
}

/// Hashes of subtrees out of the stored tiles.
class StoredNodes {
  public:
    explicit StoredNodes(storage::Session& session) : session_(session), nodes_(*this) {}
    std::string operator()(int level, std::uint64_t number) const {
        std::string hashes = store::tile(session_, level, number);
        if (hashes.empty()) damaged();
        return hashes;
    }
    [[nodiscard]] NodesFromTiles& nodes() { return nodes_; }

  private:
    storage::Session& session_;
    NodesFromTiles nodes_;
};

} // namespace

std::optional<PublishedCheckpoint> checkpoint(storage::Session& session) {
    return read_published(store::newest_checkpoint(session));
}

std::optional<PublishedCheckpoint> checkpoint_at(storage::Session& session, std::uint64_t size) {
    return read_published(store::checkpoint_at(session, size));
}

std::optional<std::string> tile(storage::Session& session, int level, std::uint64_t number, int width) {
    if (level < 0 || width < 1 || width > width_in(published_size(session), level, number))
        return std::nullopt;
    std::string hashes = store::tile(session, level, number);
    auto length = static_cast<std::size_t>(width) * 32;
    if (hashes.size() < length) return std::nullopt;
    hashes.resize(length);
    return hashes;
}

std::optional<std::string> entry_bundle(storage::Session& session, std::uint64_t number, int width) {
    if (width < 1 || width > width_in(published_size(session), 0, number)) return std::nullopt;
    std::string bundle;
    std::uint64_t next = number * tile_width;
    std::uint64_t end = next + static_cast<std::uint64_t>(width);
    store::each_leaf(session, next, static_cast<std::uint64_t>(width),
                     [&](std::uint64_t index, std::string_view leaf) {
                         if (index != next || leaf.size() > entry_bytes_max)
                             return; // a row is missing or broken: the bundle is not whole
                         append_to_bundle(bundle, leaf);
                         ++next;
                     });
    if (next != end) return std::nullopt;
    return bundle;
}

std::optional<std::string> public_file(storage::Session& session, std::string_view path) {
    if (path == "checkpoint") {
        auto published = store::newest_checkpoint(session);
        return published ? std::optional(std::move(published->note)) : std::nullopt;
    }
    auto name = parse_tile_path(path);
    if (!name) return std::nullopt;
    return name->entries ? entry_bundle(session, name->number, name->width)
                         : tile(session, name->level, name->number, name->width);
}

std::optional<std::vector<Sha256>> inclusion_proof(storage::Session& session, std::uint64_t index,
                                                   std::optional<std::uint64_t> size) {
    std::uint64_t published = published_size(session);
    std::uint64_t of = size.value_or(published);
    if (of > published || index >= of) return std::nullopt;
    StoredNodes stored(session);
    return inclusion_path(stored.nodes(), index, of);
}

std::optional<std::vector<Sha256>> consistency_proof(storage::Session& session, std::uint64_t from,
                                                     std::uint64_t to) {
    if (from > to || to > published_size(session)) return std::nullopt;
    StoredNodes stored(session);
    return consistency_path(stored.nodes(), from, to);
}

std::optional<std::string> receipt(storage::Session& session, std::uint64_t index) {
    auto published = store::newest_checkpoint(session);
    if (!published || index >= published->size) return std::nullopt;
    auto path = inclusion_proof(session, index, published->size);
    return write_proof({std::nullopt, index, std::move(*path), published->note});
}

std::optional<std::string> leaf(storage::Session& session, std::uint64_t index) {
    std::optional<std::string> found;
    if (index < published_size(session))
        store::each_leaf(session, index, 1,
                         [&](std::uint64_t, std::string_view text) { found = std::string(text); });
    return found;
}

LedgerStanding standing(storage::Session& session) {
    return {published_size(session), store::count_waiting(session), store::head(session).verifier_key};
}

Result<OpenedEntry> open_entry(storage::Session& session, Id<JournalEntry> id,
                               FunctionRef<bool(const Recorded&)> may_open) {
    auto row = store::find_entry(session, id);
    if (!row) return refuse(Refusal::Kind::not_found, "ledger.no_such_entry");
    Recorded recorded{row->id, row->at, row->entry, row->leaf_index};
    if (row->entry.audience == Audience::everyone) {
        auto open = read_leaf(row->leaf);
        require(open.has_value(), "a leaf that reads back");
        recorded.entry.facts = std::move(open->entry.facts);
    }
    if (!row->sealed_body.empty()) {
        auto opened = read_sealed_body(row->sealed_body);
        require(opened.has_value(), "a sealed body that reads back");
        recorded.entry.sealed = std::move(opened->entry.sealed);
        if (row->entry.audience != Audience::everyone) recorded.entry.facts = std::move(opened->entry.facts);
    }
    if (!may_open(recorded)) return refuse(Refusal::Kind::not_found, "ledger.no_such_entry");
    return OpenedEntry{std::move(recorded), std::move(row->leaf), std::move(row->salt),
                       std::move(row->sealed_body)};
}

} // namespace poa::ledger
