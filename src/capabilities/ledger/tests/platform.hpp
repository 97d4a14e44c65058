// SPDX-License-Identifier: Apache-2.0
#pragma once
// A small platform for tests: a database with a journal, a signing key with its guard, a sequencer.

#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/ledger/verify.hpp"
#include "support/storage/test_databases.hpp"

#include <filesystem>

namespace poa::ledger {

class TemporaryFolder {
  public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() /
                ("poa-ledger-" + to_hex(bytes_of(random_bytes(8))))) {
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

inline SigningKey key_of_tests() {
    return SigningKey::from_seed("ledger.example/poa", Secret(std::string(32, 'k')));
}

/// Entry number `i`: every third restricted, every second of the open ones with a sealed part.
inline Entry numbered_entry(int i) {
    Entry entry;
    entry.act = "tests.act";
    entry.on_behalf = i % 2 == 0 ? "state:FRA" : "secretariat";
    entry.subject = "document:" + std::to_string(i % 7);
    entry.clause = "para. " + std::to_string(i);
    entry.audience = i % 3 == 0 ? Audience::parties : Audience::everyone;
    entry.facts = {{"number", std::to_string(i)}};
    if (i % 2 == 0) entry.sealed = {{"address", "a" + std::to_string(i) + "@example.org"}};
    if (i % 2 == 0) entry.person = i + 1;
    return entry;
}

inline void record(storage::Database& database, int first, int count, Instant at = {1'000'000}) {
    database.write([&](storage::Session& session) {
        Work work(session, at);
        for (int i = first; i < first + count; ++i) work.record(numbered_entry(i));
    });
}

inline void sequence_all(Sequencer& sequencer) {
    while (sequencer.run_once()) {
    }
}

inline VerifyReport verified(storage::Database& database) {
    static const VerifierKey key = key_of_tests().verifier();
    return verify_database(database, {&key, {}, {}});
}

struct Platform {
    explicit Platform(test::Engine engine, int batch = 1024)
        : made(test::make_test_database(engine, migrations())), guard(folder / "ledger.key.guard"),
          sequencer(*made, key_of_tests(), {(make_guard_file(guard), guard), batch}, clock) {}

    [[nodiscard]] storage::Database& database() { return *made; }
    template <class F> auto read(F&& body) { return made->read(std::forward<F>(body)); }
    void run(std::string_view sql) {
        made->write([&](storage::Session& session) { session.script(sql); });
    }

    TemporaryFolder folder;
    StillClock clock = test::still_clock();
    test::TestDatabase made;
    std::filesystem::path guard;
    Sequencer sequencer;
};

} // namespace poa::ledger
