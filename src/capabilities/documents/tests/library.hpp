// SPDX-License-Identifier: Apache-2.0
#pragma once
// A database with documents in it, on either engine.

#include "capabilities/documents/documents.hpp"
#include "corpus.hpp"
#include "support/storage/test_databases.hpp"

namespace poa::documents::test {

class Library {
  public:
    explicit Library(poa::test::Engine engine);

    Result<Imported> import(const ImportDocument& request);
    /// A text file, public, by the secretariat.
    Imported add(const std::string& text, const std::string& file_name,
                 Audience audience = Audience::everyone, const std::string& submitted_by = {},
                 std::optional<Language> language = {});
    Imported add_seed(const std::string& file);
    [[nodiscard]] SearchAnswer search(const std::string& query, const Reader& reader = {});
    [[nodiscard]] SearchAnswer search(const SearchRequest& request, const Reader& reader = {});
    template <class F> auto read(F&& body) { return database->read(std::forward<F>(body)); }
    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return body(unit);
        });
    }
    [[nodiscard]] std::vector<ledger::Recorded> record_of(const std::string& slug);

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database;
    By by{"secretariat", 7, true};
};

[[nodiscard]] ImportDocument prepared(const std::string& text, const std::string& file_name,
                                      const ImportHints& hints = {});

} // namespace poa::documents::test
