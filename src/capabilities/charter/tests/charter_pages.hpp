// SPDX-License-Identifier: Apache-2.0
#pragma once
// Charters on a platform with States and without people: what the tests of their pages stand in.
#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_charters_loading.hpp"
#include "capabilities/charter/pages_comparing_drawing.hpp"
#include "capabilities/charter/pages_comparing_loading.hpp"
#include "capabilities/charter/pages_reading.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace poa::charter::test {

inline std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), charter::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

class CharterPages : public testing::Test {
  protected:
    template <class Act> auto work(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
    }
    CharterPages() {
        work([](ledger::Work& work) {
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
    }
    void found(std::string_view id) {
        auto done = work([&](ledger::Work& unit) {
            return found_mechanism(unit, identity::Actor::operator_(), *Presets::shipped().find(id));
        });
        ASSERT_TRUE(done.has_value());
    }
    /// The passages as they would be opened, and views that twelve months suit best.
    ModuleLinks links() {
        ModuleLinks made{*database, clock, states, in_force, "", {}, {}};
        made.passage = [](const web::Visit&, const Provenance& from) {
            return PassageLink{from.document + ", " + from.passage,
                               from.passage.empty() ? "" : "/documents/x/passages/" + from.passage};
        };
        made.voices = [](const web::Visit&) -> HearVoices {
            return [](std::string_view question, std::string_view answer) -> std::optional<Voices> {
                if (question != "plenary_frequency") return std::nullopt;
                return answer == "annual" ? Voices{{"FRA", "BEL"}, {"EGY"}} : Voices{{"EGY"}, {"BEL", "FRA"}};
            };
        };
        return made;
    }
    web::Visit visit(web::Face face = web::Face::html, web::Language language = web::Language::en) {
        return {request, path, web::Wording::in(language), face, std::make_shared<web::Visitor>()};
    }
    CharterPage one(const std::string& id) { return load_charter(links(), visit(), {id}).value(); }
    ComparisonPage compared(ComparisonQuery query, web::Face face = web::Face::json) {
        return load_comparison(links(), visit(face), query).value();
    }
    Result<ReadingOutcome> read(const std::string& text) {
        return read_own_charter(links(), visit(), CharterReading{text});
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database =
        poa::test::make_test_database(poa::test::Engine::sqlite, all_migrations());
    members::CurrentRegister states;
    CurrentCharter in_force;
    http::Request request;
    http::Parameters path;
};

inline const ClauseRow& row(const CharterPage& page, std::string_view clause) {
    return *std::ranges::find(page.rows, clause, &ClauseRow::path);
}

inline std::vector<ComparedValueRow> rows(const Comparison& page, std::string_view clause) {
    std::vector<ComparedValueRow> made;
    for (const ComparedValueRow& one : page.rows)
        if (one.path == clause) made.push_back(one);
    return made;
}

inline bool holds(const std::vector<std::string>& ids, std::string_view id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// By value: who asks for it, or of whom it is known.
inline std::map<std::string, std::vector<std::string>> asked(const Comparison& page,
                                                             std::string_view clause) {
    std::map<std::string, std::vector<std::string>> made;
    for (const ComparedValueRow& one : rows(page, clause)) {
        made[one.value] = one.asked_by;
        made[one.value].insert(made[one.value].end(), one.known_of.begin(), one.known_of.end());
    }
    return made;
}

} // namespace poa::charter::test
