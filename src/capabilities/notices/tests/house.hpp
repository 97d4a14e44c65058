// SPDX-License-Identifier: Apache-2.0
#pragma once
// A house for the tests of notices: a database, a clock that stands, people, and a mail server that says what
// it is told to say.

#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/notices/notices.hpp"
#include "capabilities/notices/posting.hpp"
#include "capabilities/notices/queries.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

namespace poa::notices::test {

using identity::Actor;
using poa::test::Engine;

[[nodiscard]] inline std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(), migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

template <class R> [[nodiscard]] std::string said(const R& result) {
    return result ? "done" : result.error().reasons.front().code;
}

/// Takes every mail, until it is told otherwise.
class SampleServer final : public MailServer {
  public:
    [[nodiscard]] Attempted send(const Mail& mail) override {
        asked.push_back(mail);
        if (answers.empty()) {
            taken.push_back(mail);
            return {Attempt::accepted, {}};
        }
        Attempted answer = answers.front();
        answers.pop_front();
        if (answer.attempt == Attempt::accepted) taken.push_back(mail);
        return answer;
    }
    std::deque<Attempted> answers; ///< to the next mails
    std::vector<Mail> asked, taken;
};

class House {
  public:
    explicit House(Engine engine = Engine::sqlite)
        : database(poa::test::make_test_database(engine, all_migrations())) {
        clock.set(parse_instant("2027-03-01T12:00:00Z").value());
    }

    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return body(unit);
        });
    }
    template <class F> auto read(F&& body) {
        return database->read([&](storage::Session& session) { return body(session); });
    }

    Id<identity::Person> person(const char* email, const char* language = "en") {
        return Id<identity::Person>{*database->write([&](storage::Session& session) {
            return session.number({"test.person",
                                   "INSERT INTO identity_person (email, name, language, made_at) "
                                   "VALUES ($1, 'Sample', $2, 0) RETURNING id"},
                                  email, language);
        })};
    }
    [[nodiscard]] static Actor actor(Id<identity::Person> person) {
        return Actor::signed_in(person, "Sample", "en", Id<identity::SignInSession>{person.number}, {});
    }
    bool tell(Id<identity::Person> person, NoticeKind kind, const std::string& key) {
        return work([&](ledger::Work& unit) {
            return queue(unit, {person, kind, key, "/decisions/7", {}, {}});
        });
    }
    [[nodiscard]] Posted post() {
        return post_due(
            {*database, clock, server,
             [](storage::Session& session, Id<identity::Person> person) -> std::optional<Mailbox> {
                 return session.one(
                     {"test.mailbox", "SELECT email, language FROM identity_person WHERE id = $1"},
                     [](const storage::Row& row) {
                         return Mailbox{row.string(0), row.string(1)};
                     },
                     person);
             },
             [](const KeptNotice& notice, const std::string& language) {
                 return MailText{language, std::string(name_of(notice.notice.kind)), "plain", "html"};
             },
             "Sample platform", "poa@platform.example", "https://platform.example/my-notices"});
    }
    [[nodiscard]] std::vector<std::string> acts() {
        return read([](storage::Session& session) {
            return session.all({"test.acts", "SELECT act FROM journal ORDER BY id"},
                               [](const storage::Row& row) { return row.string(0); });
        });
    }
    [[nodiscard]] MyNoticesPage page_of(Id<identity::Person> person, std::int64_t page = 1) {
        return *read(
            [&](storage::Session& session) { return my_notices(session, actor(person), page, true); });
    }

    poa::test::TestDatabase database;
    StillClock clock{{}};
    SampleServer server;
};

class OnBoth : public testing::TestWithParam<Engine> {};

} // namespace poa::notices::test
