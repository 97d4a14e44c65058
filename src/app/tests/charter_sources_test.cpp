// SPDX-License-Identifier: Apache-2.0
// The shipped charters against the real papers, which are not part of the repository: ${POA_SHARED}, else
// ../shared beside the checkout.
#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/documents/importing/importing.hpp"
#include "capabilities/documents/module.hpp"
#include "capabilities/views/locating.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace poa::app::test {
namespace {

namespace fs = std::filesystem;

fs::path seeds() {
    const char* named = std::getenv("POA_SHARED");
    return (named != nullptr ? fs::path(named) : fs::path(POA_SOURCE_DIR) / "../shared") / "mission/seeds";
}

/// Nothing where there is no paper of that name; a test without any paper is a mistake.
std::optional<documents::ParsedDocument> paper(const std::string& document) {
    static const documents::ActorNames names = [] {
        const members::Register states(
            members::parse_reference({reference_file("members.json"), reference_file("organisations.json")})
                .value(),
            Sha256{});
        return documents::actor_names(states);
    }();
    if (!fs::exists(seeds() / "a-78-76.txt"))
        throw std::runtime_error("the papers are needed for this test: no " + seeds().string() +
                                 " (set POA_SHARED)");
    documents::ImportHints hints;
    hints.file_name = slug(document) + ".txt";
    std::ifstream file(seeds() / hints.file_name, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    auto parsed = documents::parse_document(std::move(text).str(), hints, names);
    if (!parsed) throw std::runtime_error(document + ": " + parsed.error().reasons.front().code);
    return std::move(*parsed);
}

class Papers {
  public:
    const documents::ParsedDocument* find(const std::string& document) {
        auto [place, is_new] = papers_.try_emplace(document);
        if (is_new) place->second = paper(document);
        return place->second ? &*place->second : nullptr;
    }

  private:
    std::map<std::string, std::optional<documents::ParsedDocument>> papers_;
};

const documents::Passage* passage_of(const documents::ParsedDocument& document, const std::string& anchor) {
    for (const documents::Passage& passage : document.passages)
        if (passage.anchor == anchor) return &passage;
    return nullptr;
}

/// With white space, quotation marks and dashes taken as equal, as positions are located.
bool stands_in(const std::string& words, const documents::Passage& passage) {
    return views::QuoteFinder({{passage.anchor, passage.text}}).find(words, "").times > 0;
}

// EST-14: what a charter says a paper says is there, in the words it quotes.
TEST(CharterSources, EveryQuotedPassageStandsInItsPaper) {
    Papers papers;
    std::size_t checked = 0;
    for (const charter::Charter* one : charter::Presets::shipped().all())
        for (const charter::ClauseSpec& clause : charter::clauses()) {
            const charter::Provenance& from = one->entry(clause.index).provenance;
            if (one->is_inherited(clause.index) || from.passage.empty()) continue;
            const std::string what = one->id() + " " + clause.path + " " + from.document + " " + from.passage;
            const documents::ParsedDocument* document = papers.find(from.document);
            EXPECT_NE(document, nullptr) << what << ": a passage of a paper that is not there";
            if (document == nullptr) continue;
            const documents::Passage* passage = passage_of(*document, from.passage);
            EXPECT_NE(passage, nullptr) << what;
            if (passage == nullptr) continue;
            ++checked;
            EXPECT_TRUE(from.words.empty() || stands_in(from.words, *passage))
                << what << ": “" << from.words << "” is not in: " << passage->text;
        }
    EXPECT_GT(checked, 500U);
}

// What a charter says its authors' paper states or implies names the passage, unless the paper is not on the
// record.
TEST(CharterSources, WhatAPaperSaysNamesItsPassage) {
    Papers papers;
    for (const charter::Charter* one : charter::Presets::shipped().all())
        for (const charter::ClauseSpec& clause : charter::clauses()) {
            const charter::Provenance& from = one->entry(clause.index).provenance;
            const bool is_said =
                from.basis == charter::Basis::stated || from.basis == charter::Basis::inferred;
            if (one->is_inherited(clause.index) || !is_said || one->head().of.empty() ||
                papers.find(from.document) == nullptr)
                continue;
            EXPECT_FALSE(from.passage.empty()) << one->id() << " " << clause.path;
        }
}

TEST(CharterSources, WordsThatAreNotThereAreFoundOut) {
    Papers papers;
    const documents::ParsedDocument* report = papers.find("A/78/76");
    ASSERT_NE(report, nullptr);
    const documents::Passage& first = report->passages.front();
    EXPECT_FALSE(stands_in("lanterns for every conference", first));
    EXPECT_EQ(passage_of(*report, "egy/p999"), nullptr);
}

} // namespace
} // namespace poa::app::test
