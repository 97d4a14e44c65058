// SPDX-License-Identifier: Apache-2.0
#pragma once
// Papers with positions coded from them: what the tests of positions stand in.
#include "base/text.hpp"
#include "call_house.hpp"
#include "capabilities/views/commands/code_position.hpp"
#include "capabilities/views/commands/correct_position.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/commands/keep_bands.hpp"
#include "capabilities/views/commands/keep_claims.hpp"
#include "capabilities/views/commands/resolve_position.hpp"
#include "capabilities/views/commands/withdraw_position.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/standing.hpp"

namespace poa::views::test {

inline const std::string coding = R"({
"meta": {"source": "A sample", "coder": "Ada"},
"actors": {"FRA": {"name": "France", "kind": "State", "original_language": "French",
                   "date": "14 April 2023"},
           "KEN": {"name": "Kenya", "kind": "State"},
           "guild": {"name": "Guild of Lamplighters", "kind": "stakeholder"}},
"variables": {"yearly": {"group": "core", "type": "bool", "allowed": [],
                         "description": "Each year"},
              "place": {"group": "core", "type": "enum", "allowed": ["port", "hill", "unspecified"],
                        "description": ""}},
"positions": {"FRA": {"yearly": {"value": true, "strength": "F", "locator": "The sample",
                               "anchor": "meet each year"},
                      "place": {"value": "port", "strength": "C", "locator": "", "anchor": "at the port"}},
              "KEN": {"yearly": {"value": true, "strength": "I", "locator": "", "anchor": "often enough"}},
              "guild": {"yearly": {"value": true, "strength": "F", "locator": "", "anchor": "every year"}}}
})";

class Positions : public testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        paper("The sample group should meet each year. It could meet at the port.\n\nThe group is small.\n",
              "fra.txt", "state:FRA");
        paper("Groups should meet often enough.\n", "ken.txt", "state:KEN");
        paper("Lamps are lit every year.\n", "guild.txt", "");
    }
    void paper(const std::string& text, const char* file, const std::string& by_whom,
               Audience audience = Audience::everyone) {
        documents::ImportHints hints;
        hints.language = documents::Language::english;
        hints.file_name = file;
        auto made = documents::prepare_import({text, file, "text/plain"}, hints, {}, nullptr);
        ASSERT_TRUE(made);
        made->parsed.submitted_by = by_whom;
        made->audience = audience;
        auto done = house.work([&](ledger::Work& work) {
            return documents::import_document(work, {"secretariat", 1, true}, *made);
        });
        ASSERT_TRUE(done) << said(done);
    }
    Result<ImportedPositions> take(const std::string& text, const std::string& coder = {}) {
        auto file = parse_positions(text);
        if (!file) return refuse(file.error());
        ImportPositions request{std::move(*file), coder, sha256(text)};
        return house.work([&](ledger::Work& work) {
            return import_positions(work, house.secretariat, shipped_register(), request);
        });
    }
    std::shared_ptr<const Standing> standing() {
        return house.read([&](storage::Session& session) { return current.of(session); });
    }
    store::KeptPosition at(const char* actor, const char* question) {
        return house.read([&](storage::Session& session) {
            return store::position(session, standing_questions(session), actor, question).value();
        });
    }
    static store::KeptPosition at_in(storage::Session& session, const char* actor, const char* question) {
        return store::position(session, standing_questions(session), actor, question).value();
    }
    static const QuestionSet& standing_questions(storage::Session& session) {
        static std::shared_ptr<const QuestionSet> kept;
        kept = store::questions(session)->questions;
        return *kept;
    }
    std::vector<ledger::Recorded> record_of(const std::string& subject) {
        return house.read([&](storage::Session& session) {
            return ledger::record_of(session, subject, Audience::own_delegation, 0, 100);
        });
    }
    template <class Request, class Command>
    auto run(const identity::Actor& actor, const Request& request, Command command) {
        return house.work([&](ledger::Work& work) { return command(work, actor, request); });
    }

    CallHouse house{GetParam()};
    CurrentStanding current;
};

} // namespace poa::views::test
