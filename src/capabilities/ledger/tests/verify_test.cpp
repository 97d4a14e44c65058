// SPDX-License-Identifier: Apache-2.0
// ACC-09: anyone can check the public record from its public files, and a change of any of them is named.
#include "capabilities/ledger/growth.hpp"
#include "capabilities/ledger/tests/platform.hpp"
#include "capabilities/ledger/tests/property.hpp"
#include "capabilities/ledger/verify.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

using Kind = Finding::Kind;

/// Public files in memory, to be changed as one likes.
class HeldFiles final : public PublicFiles {
  public:
    std::optional<std::string> get(std::string_view path) override {
        auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    }
    std::map<std::string, std::string, std::less<>> files;
};

Checkpoint sign_into(HeldFiles& held, const Growth& growth) {
    Checkpoint checkpoint{key_of_tests().name(), growth.size(), growth.root(), {}};
    held.files["checkpoint"] = sign_checkpoint(checkpoint, key_of_tests());
    return checkpoint;
}

/// The files of a ledger with these leaves, made without a database.
HeldFiles files_of(const std::vector<std::string>& leaves) {
    HeldFiles held;
    Growth growth;
    for (const std::string& leaf : leaves)
        growth.add(leaf_hash(bytes_of(leaf)),
                   [&](int level, std::uint64_t number, const std::string& hashes) {
                       held.files[path_of({false, level, number, tile_width})] = hashes;
                   });
    for (int level = 0; level < growth.levels(); ++level) {
        int width = static_cast<int>(growth.edge(level).size() / 32);
        if (width > 0)
            held.files[path_of({false, level, growth.edge_number(level), width})] = growth.edge(level);
    }
    for (std::size_t first = 0; first < leaves.size(); first += tile_width) {
        int width = width_in(leaves.size(), 0, first / tile_width);
        std::string& bundle = held.files[path_of({true, 0, first / tile_width, width})];
        for (std::size_t i = first; i < first + static_cast<std::size_t>(width); ++i)
            append_to_bundle(bundle, leaves[i]);
    }
    sign_into(held, growth);
    return held;
}

std::vector<std::string> numbered_leaves(int count) {
    std::vector<std::string> leaves;
    for (int i = 0; i < count; ++i)
        leaves.push_back(form_of(numbered_entry(i), {1'000'000}, std::string(salt_bytes, 's')).leaf);
    return leaves;
}

VerifyReport check(PublicFiles& files) {
    static const VerifierKey key = key_of_tests().verifier();
    return verify(files, {&key, {}, {}});
}

TEST(Verify, SoundLedgersOfManySizes) {
    for (int size : {0, 1, 2, 255, 256, 257, 511, 512, 700}) {
        HeldFiles held = files_of(numbered_leaves(size));
        VerifyReport report = check(held);
        EXPECT_TRUE(report.verified()) << size << ": " << report.wrong->sentence();
        EXPECT_EQ(report.entries, static_cast<std::uint64_t>(size));
        EXPECT_TRUE(report.signature_checked);
    }
}

TEST(Verify, ALedgerOfThreeLevels) {
    HeldFiles held = files_of(numbered_leaves(65'537));
    VerifyReport report = check(held);
    ASSERT_TRUE(report.verified()) << report.wrong->sentence();
    EXPECT_EQ(report.entries, 65'537u);
    EXPECT_EQ(report.tiles, 257u + 1u + 1u);
    held.files["tile/1/000"][32 * 100 + 5] ^= 1;
    report = check(held);
    ASSERT_TRUE(report.wrong);
    EXPECT_EQ(report.wrong->kind, Kind::tile_differs);
    EXPECT_EQ(report.wrong->path, "tile/1/000");
    EXPECT_EQ(report.wrong->byte, 3200u);
    EXPECT_EQ(report.wrong->entry, 25'600u);
    held.files["tile/1/000"][32 * 100 + 5] ^= 1;
    held.files["tile/2/000.p/1"][31] ^= 1;
    report = check(held);
    ASSERT_TRUE(report.wrong);
    EXPECT_EQ(report.wrong->path, "tile/2/000.p/1");
    EXPECT_EQ(report.wrong->kind, Kind::tile_differs);
}

/// Which entry of the bundle has byte `at`, and where it begins.
std::pair<std::uint64_t, std::uint64_t> entry_at(const std::string& bundle, std::size_t at) {
    BundleReader reader(bundle);
    for (std::uint64_t i = 0;; ++i) {
        std::uint64_t begin = reader.place();
        if (!reader.next() || reader.place() > at) return {i, begin};
    }
}

TEST(Verify, AFlippedBitAnywhereIsNamedWithItsPlace) {
    const HeldFiles sound = files_of(numbered_leaves(700));
    expect_property("the report names the file and the place", [&] {
        auto file = *rc::gen::elementOf(
            std::vector<std::pair<std::string, std::string>>(sound.files.begin(), sound.files.end()));
        auto at = *rc::gen::inRange<std::size_t>(0, file.second.size());
        HeldFiles held = sound;
        held.files[file.first][at] =
            static_cast<char>(held.files[file.first][at] ^ (1 << *rc::gen::inRange(0, 8)));
        VerifyReport report = check(held);
        RC_ASSERT(report.wrong.has_value());
        const Finding& wrong = *report.wrong;
        RC_ASSERT(wrong.path == file.first);
        RC_ASSERT(!wrong.sentence().empty());
        auto name = parse_tile_path(file.first);
        if (!name) {
            RC_ASSERT(wrong.kind == Kind::bad_signature || wrong.kind == Kind::checkpoint_malformed ||
                      wrong.kind == Kind::wrong_origin);
        } else if (name->entries) {
            auto [place, begin] = entry_at(file.second, at);
            RC_ASSERT(wrong.kind == Kind::leaf_differs || wrong.kind == Kind::bundle_malformed);
            RC_ASSERT(wrong.entry == name->number * tile_width + place);
            RC_ASSERT(wrong.byte == begin);
            RC_ASSERT(report.entries == *wrong.entry);
        } else {
            RC_ASSERT(wrong.kind == Kind::tile_differs);
            RC_ASSERT(wrong.byte == at / 32 * 32);
            RC_ASSERT(wrong.entry == (name->number * tile_width + at / 32) << (8 * name->level));
        }
    });
}

TEST(Verify, MissingAndShortenedFilesAreNamed) {
    const HeldFiles sound = files_of(numbered_leaves(700));
    for (const auto& [path, content] : sound.files) {
        HeldFiles held = sound;
        held.files.erase(path);
        VerifyReport report = check(held);
        ASSERT_TRUE(report.wrong) << path;
        EXPECT_EQ(report.wrong->path, path);
        Kind expected = path == "checkpoint"               ? Kind::checkpoint_missing
                        : path.starts_with("tile/entries") ? Kind::bundle_missing
                                                           : Kind::tile_missing;
        EXPECT_EQ(report.wrong->kind, expected) << path;
        for (bool longer : {false, true}) {
            held.files[path] = longer ? content + "x" : content.substr(0, content.size() - 1);
            report = check(held);
            ASSERT_TRUE(report.wrong) << path;
            EXPECT_EQ(report.wrong->path, path);
            if (path.starts_with("tile/entries")) {
                EXPECT_EQ(report.wrong->kind, Kind::bundle_malformed);
            }
            if (path.starts_with("tile/0")) {
                EXPECT_EQ(report.wrong->kind, Kind::tile_malformed);
            }
        }
    }
}

TEST(Verify, WhatOnlyTheSignatureCanTell) {
    HeldFiles held = files_of(numbered_leaves(10));
    Checkpoint checkpoint = *parse_checkpoint(parse_note(held.files["checkpoint"])->text);
    VerifierKey stranger = SigningKey::generate("ledger.example/poa").verifier();
    EXPECT_EQ(verify(held, {&stranger, {}, {}}).wrong->kind, Kind::bad_signature);
    VerifierKey elsewhere = SigningKey::generate("other.example").verifier();
    EXPECT_EQ(verify(held, {&elsewhere, {}, {}}).wrong->kind, Kind::wrong_origin);
    VerifyReport without_key = verify(held, {});
    EXPECT_TRUE(without_key.verified());
    EXPECT_FALSE(without_key.signature_checked);

    Checkpoint renamed = checkpoint;
    renamed.origin = "ledger.example/another"; // our key signs another origin
    held.files["checkpoint"] = sign_checkpoint(renamed, key_of_tests());
    EXPECT_EQ(check(held).wrong->kind, Kind::wrong_origin);
    Checkpoint false_root = checkpoint;
    false_root.root.bytes[0] ^= 1;
    held.files["checkpoint"] = sign_checkpoint(false_root, key_of_tests());
    VerifyReport report = check(held);
    EXPECT_EQ(report.wrong->kind, Kind::root_differs);
    EXPECT_EQ(report.wrong->expected, false_root.root.hex());
    EXPECT_EQ(report.wrong->found, checkpoint.root.hex());
    Checkpoint longer = checkpoint;
    longer.size = 300;
    held.files["checkpoint"] = sign_checkpoint(longer, key_of_tests());
    report = check(held);
    EXPECT_EQ(report.wrong->kind, Kind::bundle_missing);
    EXPECT_EQ(report.wrong->entry, 0u);
}

TEST(Verify, AnEarlierCheckpointMustBeTheBeginning) {
    std::vector<std::string> leaves = numbered_leaves(400);
    HeldFiles held = files_of(leaves);
    for (std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{256}, std::size_t{399}, std::size_t{400}}) {
        HeldFiles before = files_of({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(size)});
        VerifyOptions options;
        options.earlier = *parse_checkpoint(parse_note(before.files["checkpoint"])->text);
        EXPECT_TRUE(verify(held, options).verified()) << size;
        options.earlier->root.bytes[7] ^= 1;
        EXPECT_EQ(verify(held, options).wrong->kind, Kind::earlier_tree_differs) << size;
    }
    VerifyOptions options;
    options.earlier = Checkpoint{"o", 401, {}, {}};
    EXPECT_EQ(verify(held, options).wrong->kind, Kind::earlier_tree_differs);
}

TEST(Verify, ASignedEntryOfAnotherFormIsNamed) {
    std::vector<std::string> leaves = numbered_leaves(300);
    leaves[270] = R"({"v":1,"anything":"else"})";
    HeldFiles held = files_of(leaves);
    VerifyReport report = check(held);
    ASSERT_TRUE(report.wrong);
    EXPECT_EQ(report.wrong->kind, Kind::leaf_malformed);
    EXPECT_EQ(report.wrong->entry, 270u);
    EXPECT_EQ(report.wrong->path, "tile/entries/001.p/44");
}

TEST(Verify, PartialTilesMayHaveBecomeFull) {
    std::vector<std::string> leaves = numbered_leaves(512);
    HeldFiles full = files_of(leaves);
    HeldFiles before = files_of({leaves.begin(), leaves.begin() + 300});
    full.files["checkpoint"] = before.files["checkpoint"]; // read just before the ledger grew
    full.files["tile/1/000.p/1"] = full.files["tile/1/000.p/2"].substr(0, 32);
    VerifyReport report = check(full);
    EXPECT_TRUE(report.verified()) << report.wrong->sentence();
    EXPECT_EQ(report.entries, 300u);
}

TEST(Verify, ProgressIsTold) {
    HeldFiles held = files_of(numbered_leaves(600));
    std::vector<std::uint64_t> told;
    VerifyOptions options;
    options.progress = [&](std::uint64_t done, std::uint64_t of) {
        EXPECT_EQ(of, 600u);
        told.push_back(done);
    };
    EXPECT_TRUE(verify(held, options).verified());
    EXPECT_EQ(told, (std::vector<std::uint64_t>{256, 512, 600}));
}

class VerifyDatabase : public testing::TestWithParam<test::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, VerifyDatabase, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

TEST_P(VerifyDatabase, NamesWhatWasChangedInIt) {
    struct Case {
        std::string_view change;
        Kind kind;
        std::optional<std::uint64_t> entry;
        std::string_view path;
    };
    const Case cases[] = {
        {"UPDATE journal SET subject = 'document:other' WHERE leaf_index = 5", Kind::journal_row_differs, 5,
         ""},
        {"UPDATE journal SET at = at + 1 WHERE leaf_index = 260", Kind::journal_row_differs, 260, ""},
        {"UPDATE journal SET audience = 4 WHERE leaf_index = 3", Kind::journal_row_differs, 3, ""},
        {"UPDATE journal SET person = 99 WHERE leaf_index = 4", Kind::journal_row_differs, 4, ""},
        {"UPDATE journal SET person = 99 WHERE leaf_index = 7", Kind::journal_row_differs, 7, ""},
        {"UPDATE journal SET sealed_body = replace(sealed_body, 'example', 'EXAMPLE') WHERE leaf_index = 4",
         Kind::commitment_unopened, 4, ""},
        {"UPDATE journal SET sealed_salt = NULL, sealed_body = NULL WHERE leaf_index = 4",
         Kind::commitment_unopened, 4, ""},
        {"UPDATE journal SET leaf = replace(leaf, 'tests', 'TESTS') WHERE leaf_index = 10",
         Kind::leaf_differs, 10, "tile/entries/000"},
        {"DELETE FROM journal WHERE leaf_index = 270", Kind::journal_row_missing, 270,
         "tile/entries/001.p/44"},
        {"DELETE FROM journal WHERE leaf_index = 299", Kind::journal_row_missing, 299,
         "tile/entries/001.p/44"},
        {"UPDATE journal SET leaf_index = 1000 WHERE leaf_index IS NULL", Kind::journal_row_differs, 1000,
         ""},
        {"UPDATE journal SET leaf = 'x' WHERE leaf_index IS NULL", Kind::leaf_malformed, {}, ""},
        {"DELETE FROM ledger_tile WHERE level = 1", Kind::tile_missing, 0, "tile/1/000.p/1"},
        {"UPDATE ledger_tile SET hashes = (SELECT hashes FROM ledger_tile WHERE level = 0 AND number = 0) "
         "WHERE level = 0 AND number = 1",
         Kind::tile_differs, 256, "tile/0/001.p/44"},
        {"UPDATE ledger_head SET size = 299", Kind::head_differs, {}, ""},
        {"UPDATE ledger_checkpoint SET note = replace(note, '300', '299') WHERE size = 300",
         Kind::bad_signature,
         {},
         "checkpoint"},
    };
    Platform platform(GetParam());
    record(platform.database(), 0, 300);
    sequence_all(platform.sequencer);
    record(platform.database(), 300, 1);
    ASSERT_TRUE(verified(platform.database()).verified());
    for (const Case& each : cases) {
        // Every change on a copy of its own: the database as it was is kept beside and brought back.
        platform.run("CREATE TABLE kept_journal AS SELECT * FROM journal;"
                     "CREATE TABLE kept_tile AS SELECT * FROM ledger_tile;"
                     "CREATE TABLE kept_head AS SELECT * FROM ledger_head;"
                     "CREATE TABLE kept_checkpoint AS SELECT * FROM ledger_checkpoint;");
        platform.run(each.change);
        VerifyReport report = verified(platform.database());
        ASSERT_TRUE(report.wrong) << each.change;
        EXPECT_EQ(name_of(report.wrong->kind), name_of(each.kind)) << each.change << report.wrong->sentence();
        EXPECT_EQ(report.wrong->entry, each.entry) << each.change;
        EXPECT_EQ(report.wrong->path, each.path) << each.change;
        platform.run(
            "DELETE FROM journal; INSERT INTO journal SELECT * FROM kept_journal; DROP TABLE kept_journal;"
            "DELETE FROM ledger_tile; INSERT INTO ledger_tile SELECT * FROM kept_tile; DROP TABLE kept_tile;"
            "DELETE FROM ledger_head; INSERT INTO ledger_head SELECT * FROM kept_head; DROP TABLE kept_head;"
            "DELETE FROM ledger_checkpoint; INSERT INTO ledger_checkpoint SELECT * FROM kept_checkpoint;"
            "DROP TABLE kept_checkpoint;");
        ASSERT_TRUE(verified(platform.database()).verified()) << each.change;
    }
}

} // namespace
} // namespace poa::ledger
