// SPDX-License-Identifier: Apache-2.0
#include "library.hpp"

namespace poa::documents::test {
namespace {

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), documents::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace

Library::Library(poa::test::Engine engine)
    : database(poa::test::make_test_database(engine, all_migrations())) {}

ImportDocument prepared(const std::string& text, const std::string& file_name, const ImportHints& hints) {
    auto made = prepare_import({text, file_name, "text/plain"}, hints, names(), nullptr);
    if (!made) throw std::runtime_error("refused: " + made.error().reasons.front().code);
    made->audience = Audience::everyone;
    return std::move(*made);
}

Result<Imported> Library::import(const ImportDocument& request) {
    return work([&](ledger::Work& unit) { return import_document(unit, by, request); });
}

Imported Library::add(const std::string& text, const std::string& file_name, Audience audience,
                      const std::string& submitted_by, std::optional<Language> language) {
    ImportHints hints;
    hints.submitted_by = submitted_by;
    hints.language = language;
    ImportDocument request = prepared(text, file_name, hints);
    request.audience = audience;
    request.new_version = true;
    auto done = import(request);
    if (!done) throw std::runtime_error("refused: " + done.error().reasons.front().code);
    clock.advance_seconds(60);
    return *done;
}

Imported Library::add_seed(const std::string& file) {
    return add(shared_file("mission/seeds/" + file), file);
}

SearchAnswer Library::search(const std::string& query, const Reader& reader) {
    SearchRequest request;
    request.query = query;
    return search(request, reader);
}

SearchAnswer Library::search(const SearchRequest& request, const Reader& reader) {
    return database->read(
        [&](storage::Session& session) { return documents::search(session, reader, request); });
}

std::vector<ledger::Recorded> Library::record_of(const std::string& slug) {
    return database->read([&](storage::Session& session) {
        return ledger::record_of(session, "document:" + slug, Audience::own_delegation, 0, 100);
    });
}

} // namespace poa::documents::test
