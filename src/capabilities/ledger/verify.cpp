// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/verify.hpp"

#include "base/require.hpp"
#include "capabilities/ledger/entry.hpp"
#include "capabilities/ledger/growth.hpp"

namespace poa::ledger {
namespace {

using Kind = Finding::Kind;

/// One run over the public files. Each step returns false after it has found what is wrong.
class Verification {
  public:
    Verification(PublicFiles& files, const VerifyOptions& options) : files_(files), options_(options) {}

    VerifyReport run() {
        if (!read_checkpoint()) return std::move(report_);
        std::uint64_t bundles = (size() + tile_width - 1) / tile_width;
        for (std::uint64_t number = 0; number < bundles; ++number) {
            if (!check_bundle(number)) return std::move(report_);
            if (options_.progress) options_.progress(report_.entries, size());
        }
        check_roots();
        return std::move(report_);
    }

  private:
    [[nodiscard]] std::uint64_t size() const { return report_.checkpoint.size; }

    bool wrong(Finding finding) {
        if (!report_.wrong) report_.wrong = std::move(finding);
        return false;
    }

    bool read_checkpoint() {
        auto text = files_.get("checkpoint");
        if (!text) return wrong({Kind::checkpoint_missing, {}, "checkpoint", {}, "", "", {}});
        auto note = parse_note(*text);
        if (!note) return wrong({Kind::checkpoint_malformed, {}, "checkpoint", {}, "", "", {}});
        if (options_.key != nullptr && !check_signature(*note)) return false;
        auto checkpoint = parse_checkpoint(note->text);
        if (!checkpoint) return wrong({Kind::checkpoint_malformed, {}, "checkpoint", {}, "", "", {}});
        report_.checkpoint = std::move(*checkpoint);
        if (options_.key != nullptr && report_.checkpoint.origin != options_.key->name)
            return wrong(
                {Kind::wrong_origin, {}, "checkpoint", 0, options_.key->name, report_.checkpoint.origin, {}});
        return check_earlier(0);
    }

    bool check_signature(const Note& note) {
        report_.signature_checked = true;
        NoteCheck check = check_note(note, {options_.key, 1});
        if (check == NoteCheck::verified) return true;
        // A checkpoint that names another log is said to be that, which tells the reader more.
        auto checkpoint = parse_checkpoint(note.text);
        bool other =
            check == NoteCheck::unknown_signers && checkpoint && checkpoint->origin != options_.key->name;
        std::string found = other ? checkpoint->origin : std::string();
        return wrong({other ? Kind::wrong_origin : Kind::bad_signature,
                      {},
                      "checkpoint",
                      note.text.size() + 1,
                      options_.key->name,
                      found,
                      {}});
    }

    /// The earlier checkpoint's tree, once so many entries are hashed.
    bool check_earlier(std::uint64_t entries) {
        if (!options_.earlier || options_.earlier->size != entries) return true;
        Sha256 root = growth_.root();
        if (root == options_.earlier->root) return true;
        return wrong({Kind::earlier_tree_differs, {}, "", {}, options_.earlier->root.hex(), root.hex(), {}});
    }

    void check_roots() {
        Sha256 root = growth_.root();
        if (root != report_.checkpoint.root)
            wrong({Kind::root_differs, {}, "checkpoint", {}, report_.checkpoint.root.hex(), root.hex(), {}});
        if (options_.earlier && options_.earlier->size > size())
            wrong({Kind::earlier_tree_differs,
                   {},
                   "checkpoint",
                   {},
                   std::to_string(options_.earlier->size),
                   std::to_string(size()),
                   {}});
    }

    /// A tile or bundle as this tree has it. A partial one may be gone once the full one is there (C2SP
    /// tlog-tiles, "Partial Tiles"): then its beginning is taken.
    std::optional<std::string> fetch(TileName name) {
        auto content = files_.get(path_of(name));
        if (content || name.width == tile_width) return content;
        int width = name.width;
        name.width = tile_width;
        content = files_.get(path_of(name));
        if (!content) return std::nullopt;
        std::size_t length = static_cast<std::size_t>(width) * 32;
        if (name.entries) {
            BundleReader reader(*content);
            for (int i = 0; i < width; ++i)
                if (!reader.next()) return content;
            length = reader.place();
        }
        if (content->size() > length) content->resize(length);
        return content;
    }

    TileName named(bool entries, int level, std::uint64_t number) const {
        return {entries, level, number, width_in(size(), level, number)};
    }

    /// A hash tile of the right length, or a finding about `entry`, the first it stands over.
    std::optional<std::string> fetch_tile(const TileName& name, std::uint64_t entry) {
        auto hashes = fetch(name);
        if (!hashes) {
            wrong({Kind::tile_missing, entry, path_of(name), {}, "", "", {}});
        } else if (std::size_t length = static_cast<std::size_t>(name.width) * 32; hashes->size() != length) {
            wrong({Kind::tile_malformed,
                   entry,
                   path_of(name),
                   std::min(length, hashes->size()),
                   std::to_string(length),
                   std::to_string(hashes->size()),
                   {}});
            hashes.reset();
        }
        return hashes;
    }

    bool check_bundle(std::uint64_t number) {
        std::uint64_t first = number * tile_width;
        TileName name = named(true, 0, number);
        auto bundle = fetch(name);
        if (!bundle) return wrong({Kind::bundle_missing, first, path_of(name), {}, "", "", {}});
        auto hashes = fetch_tile(named(false, 0, number), first);
        if (!hashes) return false;
        BundleReader reader(*bundle);
        for (int i = 0; i < name.width; ++i)
            if (!check_entry(reader, *bundle, path_of(name), hash_at(bytes_of(*hashes), i))) return false;
        if (!reader.at_end())
            return wrong({Kind::bundle_malformed,
                          first,
                          path_of(name),
                          reader.place(),
                          std::to_string(reader.place()),
                          std::to_string(bundle->size()),
                          {}});
        ++report_.tiles;
        return true;
    }

    bool check_entry(BundleReader& reader, std::string_view bundle, const std::string& path,
                     const Sha256& in_tile) {
        std::uint64_t index = report_.entries;
        std::uint64_t byte = reader.place();
        auto text = reader.next();
        if (!text) return wrong({Kind::bundle_malformed, index, path, byte, "", "", {}});
        Sha256 hash = leaf_hash(bytes_of(*text));
        if (hash != in_tile) return judge(index, bundle, path, byte, hash, in_tile);
        const auto leaf = options_.forms ? read_leaf(*text) : Leaf();
        if (!leaf) return wrong({Kind::leaf_malformed, index, path, byte, "", hash.hex(), {}});
        growth_.add(hash, [this](int level, std::uint64_t number, const std::string& tile) {
            if (!report_.wrong) check_above(level, number, complete_root(bytes_of(tile)));
        });
        if (report_.wrong || !check_earlier(index + 1)) return false;
        ++report_.entries;
        if (leaf->restricted) ++report_.restricted;
        return true;
    }

    /// Entry and tile disagree: the signed root tells which of them is right. The other hashes of the tile
    /// are asked for twice, as the tile has them and as the bundle gives them, since more than one of either
    /// may be wrong.
    bool judge(std::uint64_t index, std::string_view bundle, const std::string& path, std::uint64_t byte,
               const Sha256& hash, const Sha256& in_tile) {
        if (leads_to_root(hash, index, {}) || leads_to_root(hash, index, hashes_of(bundle))) {
            TileName name = named(false, 0, index / tile_width);
            return wrong({Kind::tile_differs,
                          index,
                          path_of(name),
                          index % tile_width * 32,
                          hash.hex(),
                          in_tile.hex(),
                          {}});
        }
        return wrong({Kind::leaf_differs, index, path, byte, in_tile.hex(), hash.hex(), {}});
    }

    static std::string hashes_of(std::string_view bundle) {
        std::string hashes;
        BundleReader reader(bundle);
        while (auto entry = reader.next()) hashes += text_of(leaf_hash(bytes_of(*entry)).bytes);
        return hashes;
    }

    /// `lowest`: hashes to take for the tile that stands over the entry; empty: the tile itself.
    bool leads_to_root(const Sha256& hash, std::uint64_t index, const std::string& lowest) {
        auto read = [&](int level, std::uint64_t number) {
            bool replaced = !lowest.empty() && level == 0 && number == index / tile_width;
            auto content = replaced ? std::optional(lowest) : fetch(named(false, level, number));
            auto length = static_cast<std::size_t>(width_in(size(), level, number)) * 32;
            if (!content || content->size() != length) throw MachineFailure("a tile is missing");
            return std::move(*content);
        };
        try {
            NodesFromTiles nodes(read);
            auto siblings = inclusion_path(nodes, index, size());
            return proves_inclusion(hash, index, size(), report_.checkpoint.root, siblings);
        } catch (const MachineFailure&) {
            return false; // without the tiles the entry is what is called wrong
        }
    }

    /// A tile is full: its root must be the hash that stands for it one level up.
    void check_above(int level, std::uint64_t number, const Sha256& hash) {
        TileName name = named(false, level + 1, number / tile_width);
        std::uint64_t entry = number << (tile_height * (level + 1));
        std::pair<std::uint64_t, std::string>& above = above_[level + 1];
        if (above.second.empty() || above.first != name.number) {
            auto hashes = fetch_tile(name, entry);
            if (!hashes) return;
            above = {name.number, std::move(*hashes)};
            ++report_.tiles;
        }
        int place = static_cast<int>(number % tile_width);
        Sha256 stored = hash_at(bytes_of(above.second), place);
        if (stored != hash)
            wrong({Kind::tile_differs,
                   entry,
                   path_of(name),
                   static_cast<std::uint64_t>(place) * 32,
                   hash.hex(),
                   stored.hex(),
                   {}});
    }

    PublicFiles& files_;
    const VerifyOptions& options_;
    VerifyReport report_;
    Growth growth_;
    std::map<int, std::pair<std::uint64_t, std::string>> above_; ///< the tile in use, by level
};

} // namespace

VerifyReport verify(PublicFiles& files, const VerifyOptions& options) {
    return Verification(files, options).run();
}

} // namespace poa::ledger
