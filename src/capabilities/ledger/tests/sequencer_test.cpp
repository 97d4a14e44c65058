// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/background_sequencer.hpp"
#include "capabilities/ledger/checkpoint.hpp"
#include "capabilities/ledger/merkle.hpp"
#include "capabilities/ledger/proof.hpp"
#include "capabilities/ledger/tests/platform.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

class Sequencing : public testing::TestWithParam<test::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Sequencing, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Sequencing, TheEmptyLedgerIsSignedFirst) {
    Platform platform(GetParam());
    EXPECT_FALSE(platform.read(checkpoint));
    EXPECT_TRUE(platform.sequencer.run_once());
    EXPECT_FALSE(platform.sequencer.run_once());
    auto published = platform.read(checkpoint);
    ASSERT_TRUE(published);
    EXPECT_EQ(published->checkpoint.size, 0u);
    EXPECT_EQ(published->checkpoint.root, empty_root());
    EXPECT_EQ(published->checkpoint.origin, "ledger.example/poa");
    EXPECT_TRUE(verified(platform.database()).verified());
}

TEST_P(Sequencing, EveryEntryOnceInBatches) {
    Platform platform(GetParam(), 100);
    record(platform.database(), 0, 257);
    EXPECT_EQ(platform.read(standing).waiting, 257);
    for (std::uint64_t size : {100, 200, 257}) {
        EXPECT_TRUE(platform.sequencer.run_once());
        EXPECT_EQ(platform.read(standing).size, size);
    }
    EXPECT_FALSE(platform.sequencer.run_once());
    EXPECT_EQ(platform.read(standing).waiting, 0);
    EXPECT_EQ(platform.read(standing).verifier_key, key_of_tests().verifier().text());
    VerifyReport report = verified(platform.database());
    EXPECT_TRUE(report.verified()) << report.wrong->sentence();
    EXPECT_EQ(report.entries, 257u);
    EXPECT_EQ(report.restricted, 86u);
    EXPECT_EQ(report.journal_rows, 257u);
    EXPECT_EQ(report.tiles, 3u); // two of level 0, one of level 1
    EXPECT_TRUE(report.signature_checked);
}

TEST_P(Sequencing, EveryPublishedTreeStaysServedAndProven) {
    Platform platform(GetParam(), 37);
    record(platform.database(), 0, 600);
    sequence_all(platform.sequencer);
    std::vector<PublishedCheckpoint> heads;
    platform.read([&](storage::Session& session) {
        for (std::uint64_t size = 0; size <= 600; ++size)
            if (auto head = checkpoint_at(session, size)) heads.push_back(*head);
    });
    ASSERT_EQ(heads.size(), 17u); // 37, 74 ... 592, 600
    platform.read([&](storage::Session& session) {
        for (const PublishedCheckpoint& older : heads) {
            for (const PublishedCheckpoint& newer : heads) {
                std::uint64_t from = older.checkpoint.size, to = newer.checkpoint.size;
                if (from > to) continue;
                auto path = consistency_proof(session, from, to);
                ASSERT_TRUE(path);
                EXPECT_TRUE(
                    proves_consistency(from, older.checkpoint.root, to, newer.checkpoint.root, *path));
            }
            std::uint64_t last = older.checkpoint.size - 1;
            auto path = inclusion_proof(session, last, older.checkpoint.size);
            ASSERT_TRUE(path);
            Sha256 hash = leaf_hash(bytes_of(*leaf(session, last)));
            EXPECT_TRUE(proves_inclusion(hash, last, last + 1, older.checkpoint.root, *path));
            auto edge = static_cast<int>(older.checkpoint.size % 256);
            EXPECT_TRUE(edge == 0 || tile(session, 0, last / 256, edge));
            EXPECT_TRUE(edge == 0 || entry_bundle(session, last / 256, edge));
        }
    });
}

TEST_P(Sequencing, NothingBeyondWhatIsPublished) {
    Platform platform(GetParam());
    record(platform.database(), 0, 300);
    sequence_all(platform.sequencer);
    record(platform.database(), 300, 5);
    platform.read([](storage::Session& session) {
        EXPECT_TRUE(public_file(session, "tile/0/000"));
        EXPECT_EQ(public_file(session, "tile/0/001.p/44")->size(), 44u * 32u);
        EXPECT_EQ(public_file(session, "tile/0/001.p/43")->size(), 43u * 32u);
        EXPECT_EQ(public_file(session, "tile/1/000.p/1")->size(), 32u);
        EXPECT_TRUE(public_file(session, "tile/entries/001.p/44"));
        for (std::string_view path :
             {"tile/0/001.p/45", "tile/0/001", "tile/0/002", "tile/0/002.p/1", "tile/1/000", "tile/1/000.p/2",
              "tile/2/000", "tile/2/000.p/1", "tile/63/000", "tile/entries/001.p/45", "tile/entries/001",
              "tile/entries/002.p/1", "tile/0/1", "nothing", ""})
            EXPECT_FALSE(public_file(session, path)) << path;
        EXPECT_FALSE(tile(session, 0, 0, 0));
        EXPECT_FALSE(tile(session, -1, 0, 1));
        EXPECT_FALSE(inclusion_proof(session, 300));
        EXPECT_FALSE(inclusion_proof(session, 0, 301));
        EXPECT_FALSE(inclusion_proof(session, 7, 7));
        EXPECT_FALSE(consistency_proof(session, 0, 301));
        EXPECT_FALSE(consistency_proof(session, 9, 8));
        EXPECT_FALSE(leaf(session, 300));
        EXPECT_FALSE(receipt(session, 300));
    });
}

TEST_P(Sequencing, ReceiptsAreCheckedOffline) {
    Platform platform(GetParam());
    record(platform.database(), 0, 300);
    sequence_all(platform.sequencer);
    VerifierKey key = key_of_tests().verifier();
    platform.read([&](storage::Session& session) {
        for (std::uint64_t index : {0, 1, 255, 256, 299}) {
            auto proof = receipt(session, index);
            ASSERT_TRUE(proof);
            EXPECT_EQ(check_proof(*proof, *leaf(session, index), key), ProofCheck::proven) << index;
            EXPECT_EQ(check_proof(*proof, *leaf(session, 2), key), ProofCheck::not_included);
        }
    });
}

/// Stops inside the transaction, after the step that is asked for.
class Stopping : public Sequencer {
  public:
    struct Stopped {};
    Stopping(storage::Database& database, Settings settings, const Clock& clock, int step)
        : Sequencer(database, key_of_tests(), std::move(settings), clock), step_(step) {}

  protected:
    void reached(Step step) override {
        if (static_cast<int>(step) == step_) throw Stopped{};
    }

  private:
    int step_;
};

TEST_P(Sequencing, AStopAtAnyStepLosesAndDoublesNothing) {
    Platform platform(GetParam());
    record(platform.database(), 0, 10);
    sequence_all(platform.sequencer);
    for (int step = 0; step < 4; ++step) {
        record(platform.database(), 10 + step, 1);
        auto before = platform.read(checkpoint)->note;
        Stopping stopping(platform.database(), {platform.guard}, platform.clock, step);
        EXPECT_THROW(stopping.run_once(), Stopping::Stopped);
        EXPECT_EQ(platform.read(checkpoint)->note, before);
        EXPECT_FALSE(platform.sequencer.why_not_signing());
        sequence_all(platform.sequencer);
        VerifyReport report = verified(platform.database());
        EXPECT_TRUE(report.verified()) << report.wrong->sentence();
        EXPECT_EQ(report.entries, 11u + static_cast<unsigned>(step));
    }
}

TEST_P(Sequencing, RacingSequencersGiveEachEntryOnePlace) {
    Platform platform(GetParam(), 16);
    // Each as on a machine of its own: own connections where the engine has them, own guard.
    std::vector<std::unique_ptr<storage::Database>> databases;
    std::vector<std::unique_ptr<Sequencer>> sequencers;
    for (int i = 0; i < 2; ++i) {
        storage::Database* database = &platform.database();
        if (GetParam() == test::Engine::postgres) {
            databases.push_back(storage::Database::open(platform.made.settings()));
            database = databases.back().get();
        }
        auto guard = platform.folder / (i == 0 ? "first.guard" : "second.guard");
        make_guard_file(guard);
        sequencers.push_back(std::make_unique<Sequencer>(*database, key_of_tests(),
                                                         Sequencer::Settings{guard, 16}, platform.clock));
    }
    std::atomic<bool> writing = true;
    std::vector<std::thread> threads;
    for (auto& sequencer : sequencers)
        threads.emplace_back([&] {
            while (writing) try {
                    sequencer->run_once();
                } catch (const storage::DatabaseError& error) {
                    EXPECT_EQ(error.kind(), storage::DatabaseError::Kind::again) << error.what();
                }
        });
    for (int i = 0; i < 300; i += 3) record(platform.database(), i, 3);
    writing = false;
    for (std::thread& thread : threads) thread.join();
    sequence_all(*sequencers[0]);
    EXPECT_FALSE(sequencers[1]->why_not_signing());
    VerifyReport report = verified(platform.database());
    EXPECT_TRUE(report.verified()) << report.wrong->sentence();
    EXPECT_EQ(report.entries, 300u);
    std::set<std::string> seen;
    platform.read([&](storage::Session& session) {
        for (const Recorded& entry : recent(session, Audience::own_delegation, 0, 1000)) {
            EXPECT_TRUE(entry.leaf_index);
            seen.insert(entry.entry.facts.at(0).second);
        }
    });
    EXPECT_EQ(seen.size(), 300u);
}

TEST_P(Sequencing, AnotherKeyIsRefused) {
    Platform platform(GetParam());
    record(platform.database(), 0, 3);
    sequence_all(platform.sequencer);
    record(platform.database(), 3, 1);
    Sequencer other(platform.database(), SigningKey::generate("ledger.example/poa"), {platform.guard},
                    platform.clock);
    EXPECT_THROW(other.run_once(), SigningRefused);
    EXPECT_TRUE(other.why_not_signing());
    EXPECT_EQ(platform.read(standing).size, 3u);
}

TEST_P(Sequencing, DamagedTilesAreNotSignedOn) {
    Platform platform(GetParam());
    record(platform.database(), 0, 3);
    sequence_all(platform.sequencer);
    platform.run("UPDATE ledger_tile SET hashes = (SELECT root FROM ledger_head) WHERE level = 0");
    record(platform.database(), 3, 1);
    EXPECT_ANY_THROW(platform.sequencer.run_once());
    EXPECT_EQ(platform.read(standing).size, 3u);
}

TEST_P(Sequencing, TheThreadKeepsUpAndTellsItsProblems) {
    Platform platform(GetParam());
    std::mutex mutex;
    std::vector<std::string> problems;
    BackgroundSequencer::Settings settings;
    settings.gather = std::chrono::milliseconds(5);
    settings.retry = std::chrono::milliseconds(5);
    settings.on_problem = [&](const std::string& problem) {
        std::lock_guard lock(mutex);
        problems.push_back(problem);
    };
    auto wait_for = [&](auto&& truth) {
        for (int i = 0; i < 2000 && !truth(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return truth();
    };
    {
        BackgroundSequencer background(platform.sequencer, settings);
        record(platform.database(), 0, 5);
        background.wake();
        EXPECT_TRUE(wait_for([&] { return platform.read(standing).size == 5; }));
        auto away = platform.folder / "away";
        std::filesystem::rename(platform.guard, away);
        record(platform.database(), 5, 1);
        background.wake();
        EXPECT_TRUE(wait_for([&] { return !background.problem().empty(); }));
        EXPECT_NE(background.problem().find("accept-rollback"), std::string::npos);
        std::filesystem::rename(away, platform.guard);
        EXPECT_TRUE(
            wait_for([&] { return background.problem().empty() && platform.read(standing).size == 6; }));
        record(platform.database(), 6, 1);
    } // the end takes what still waits
    EXPECT_EQ(platform.read(standing).size, 7u);
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_EQ(problems.back(), "");
}

} // namespace
} // namespace poa::ledger
