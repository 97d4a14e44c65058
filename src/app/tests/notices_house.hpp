// SPDX-License-Identifier: Apache-2.0
#pragma once
// A whole database with the agreed charter in force and a clock that stands: what the tests of who is told
// stand in.

#include "app/instance.hpp"
#include "base/reference.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/notices/store.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace poa::app::test {

using PersonId = Id<identity::Person>;

class NoticesHouse {
  public:
    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return body(unit);
        });
    }
    template <class F> auto read(F&& body) {
        return database->read([&](storage::Session& session) { return body(session); });
    }

    explicit NoticesHouse(poa::test::Engine engine)
        : database(poa::test::make_test_database(engine, all_migrations())) {
        work([&](ledger::Work& unit) {
            auto loaded = members::load_reference(
                unit, {reference_file("members.json"), reference_file("organisations.json")});
            require(loaded.has_value(), "the register reads");
            auto founded = charter::found_mechanism(unit, identity::Actor::operator_(),
                                                    charter::Presets::shipped().agreed());
            require(founded.has_value(), "the agreed charter can be founded");
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
    }

    PersonId appoint(const std::string& name, identity::Role role, const char* state,
                     std::optional<Day> until = {}) {
        return PersonId{*database->write([&](storage::Session& session) {
            auto person = session.number({"test.find", "SELECT id FROM identity_person WHERE email = $1"},
                                         name + "@example.org");
            if (!person)
                person = session.number({"test.person", "INSERT INTO identity_person (email, name, language, "
                                                        "made_at) VALUES ($1, $2, 'en', 0) RETURNING id"},
                                        name + "@example.org", name);
            session.execute({"test.appointment",
                             "INSERT INTO identity_appointment (person, role, body, from_day, to_day, basis, "
                             "appointed_at) VALUES ($1, $2, $3, 0, $4, '', 0)"},
                            person, identity::name_of(role), std::string("state:") + state, until);
            return person;
        })};
    }

    /// The entry gets its place in the ledger, as the sequencer gives it.
    Id<ledger::JournalEntry> record(const ledger::Entry& entry) {
        const auto id = work([&](ledger::Work& unit) { return unit.record(entry); });
        sequence();
        return id;
    }
    void sequence() {
        database->write([](storage::Session& session) {
            session.execute({"test.sequence", "UPDATE journal SET leaf_index = id - 1"});
        });
    }

    Id<national_reports::NationalReport> report(const char* state, std::int64_t year, std::int64_t release) {
        return work([&](ledger::Work& unit) {
            storage::Session& session = unit.session();
            auto survey = national_reports::store::survey(session, "sample", 1);
            if (!survey) {
                national_reports::KeptSurvey made;
                made.key = "sample";
                made.version = 1;
                made.content = "{}";
                made.revision = 1;
                made.made_by = "secretariat";
                (void)national_reports::store::add_survey(session, made);
                survey = national_reports::store::survey(session, "sample", 1);
            }
            national_reports::KeptReport kept;
            kept.state = state;
            kept.survey = survey->id;
            kept.year = year;
            kept.revision = 1;
            kept.opened_by = 1;
            const auto id = national_reports::store::add_report(session, kept);
            if (release > 0)
                session.execute({"test.release", "UPDATE national_reports_report SET release = $2, stage = 4 "
                                                 "WHERE id = $1"},
                                id, release);
            return id;
        });
    }
    /// The beginning of an entry on a report, as its commands write it.
    static ledger::Entry on_report(std::string act, const char* state, std::int64_t year,
                                   Id<national_reports::NationalReport> report, PersonId by) {
        ledger::Entry entry;
        entry.act = std::move(act);
        entry.on_behalf = std::string("state:") + state;
        entry.subject = "national_report:" + std::to_string(report.number);
        entry.person = by.number;
        entry.facts = {{"state", state}, {"year", std::to_string(year)}, {"survey", "sample"}};
        return entry;
    }

    /// "ana: question_put /decisions/1; bo: ...", in the order they were told.
    std::string told() {
        return read([](storage::Session& session) {
            std::string all;
            session.each({"test.told", "SELECT p.name, n.kind, n.address FROM notices_notice n "
                                       "JOIN identity_person p ON p.id = n.person ORDER BY n.id"},
                         [&](const storage::Row& row) {
                             all += (all.empty() ? "" : "; ") + row.string(0) + ": " + row.string(1) + " " +
                                    row.string(2);
                         });
            return all;
        });
    }

    poa::test::TestDatabase database;
    StillClock clock = poa::test::still_clock();
    members::CurrentRegister states;
};

} // namespace poa::app::test
