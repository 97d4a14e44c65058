// SPDX-License-Identifier: Apache-2.0
#include "app/charter_passages.hpp"

#include "base/text.hpp"
#include "capabilities/views/locating.hpp"

namespace poa::app {
namespace {

bool names_a_passage(const charter::Charter& charter, std::size_t clause) {
    return !charter.is_inherited(clause) && !charter.entry(clause).provenance.passage.empty();
}

std::optional<documents::StoredPassage>
passage_of(storage::Session& session, const documents::Document& document, std::string_view anchor) {
    for (const documents::Version& version : documents::versions_of(session, document.id))
        if (auto found = documents::find_passage(session, version.id, anchor)) return found;
    return std::nullopt;
}

bool stand_in(const std::string& words, const documents::Passage& passage) {
    return views::QuoteFinder({{passage.anchor, passage.text}}).find(words, {}).times > 0;
}

} // namespace

std::string_view problem_of_passage(storage::Session& session, const documents::Reader& reader,
                                    const charter::Provenance& source) {
    if (source.passage.empty()) return {};
    const auto document = documents::find_visible_document(session, reader, slug(source.document));
    if (!document) return "charter.no_document";
    const auto passage = passage_of(session, *document, source.passage);
    if (!passage) return "charter.no_passage";
    const bool is_there = source.words.empty() || stand_in(source.words, passage->passage);
    return is_there ? std::string_view() : "charter.words_not_there";
}

std::vector<MissingPassage> missing_passages(storage::Database& database, const charter::Charter& charter) {
    std::vector<MissingPassage> made;
    for (std::size_t clause = 0; clause < charter::clause_count; ++clause) {
        if (!names_a_passage(charter, clause)) continue;
        const std::string_view problem = database.read([&](storage::Session& session) {
            return problem_of_passage(session, documents::Reader(), charter.entry(clause).provenance);
        });
        if (!problem.empty()) made.push_back({clause, problem});
    }
    return made;
}

std::size_t passages_named(const charter::Charter& charter) {
    std::size_t named = 0;
    for (std::size_t clause = 0; clause < charter::clause_count; ++clause)
        named += names_a_passage(charter, clause) ? 1 : 0;
    return named;
}

} // namespace poa::app
