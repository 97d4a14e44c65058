// SPDX-License-Identifier: Apache-2.0
#pragma once
// A house for the tests of calls: a database, a clock that stands, the register as it is shipped, and people:
// the secretariat, delegations of France, Kenya and the Holy See, and a representative.

#include "base/reference.hpp"
#include "capabilities/views/commands/close_call.hpp"
#include "capabilities/views/commands/extend_call.hpp"
#include "capabilities/views/commands/open_call.hpp"
#include "capabilities/views/commands/record_consultation.hpp"
#include "capabilities/views/commands/remind_call.hpp"
#include "capabilities/views/commands/submit_views.hpp"
#include "capabilities/views/commands/withdraw_submission.hpp"
#include "capabilities/views/queries_calls.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::views {

[[nodiscard]] std::span<const storage::Migration> migrations();

namespace test {

using poa::test::Engine;

inline const members::Register& shipped_register() {
    static const members::Register made(
        members::parse_reference({reference_file("members.json"), reference_file("organisations.json")})
            .value(),
        Sha256{});
    return made;
}

/// Names of States and organisations for the importer.
inline documents::ActorNames shipped_names() {
    documents::ActorNames names;
    const members::Register& states = shipped_register();
    for (const members::State* state : states.states(members::Language::en)) {
        names.add_state(state->iso3.text(), state->display(members::Language::en));
        for (const std::string& variant : state->variants) names.add_state(state->iso3.text(), variant);
        names.add_state(state->iso3.text(), state->name(members::Language::en).official);
        names.add_state(state->iso3.text(), state->name(members::Language::en).formal);
    }
    for (const members::Organisation& organisation : states.organisations())
        names.add_organisation(organisation.key, organisation.name(members::Language::en));
    return names;
}

inline Day day(const char* iso) {
    return Day::parse(iso).value();
}

/// The codes of a refusal, each with its field; "done" where there is none.
template <class T> [[nodiscard]] std::string said(const Result<T>& result) {
    if (result) return "done";
    std::string all;
    for (const Reason& reason : result.error().reasons)
        all += (all.empty() ? "" : ", ") + (reason.field.empty() ? "" : reason.field + " ") + reason.code;
    return all;
}

[[nodiscard]] inline std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [known, value] : entry.facts)
        if (known == name) return value;
    return "(none)";
}

class CallHouse {
  public:
    explicit CallHouse(Engine engine) : database(poa::test::make_test_database(engine, all_migrations())) {
        clock.set(parse_instant("2027-01-11T12:00:00Z").value());
    }

    [[nodiscard]] static identity::Actor somebody(identity::Role role, const identity::Body& body,
                                                  std::int64_t person, bool of_member_state = true) {
        std::vector<identity::CurrentStanding> standings = {{{role, body}, of_member_state}};
        return identity::Actor::signed_in(Id<identity::Person>{person}, "Sample", "en",
                                          Id<identity::SignInSession>{person}, standings);
    }
    identity::Actor secretariat =
        somebody(identity::Role::secretariat, identity::Body::secretariat(), 1, false);
    identity::Actor france = somebody(identity::Role::delegate, identity::Body::state("FRA"), 2);
    identity::Actor kenya = somebody(identity::Role::head_of_delegation, identity::Body::state("KEN"), 3);
    identity::Actor holy_see =
        somebody(identity::Role::head_of_delegation, identity::Body::state("VAT"), 4, false);
    identity::Actor institute = somebody(identity::Role::representative,
                                         identity::Body::organisation("cyberpeace-institute"), 5, false);

    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return body(unit);
        });
    }
    template <class F> auto read(F&& body) { return database->read(std::forward<F>(body)); }

    [[nodiscard]] static OpenCall sample_call() {
        OpenCall request;
        request.title = "Views on a programme of action";
        request.mandate_symbol = "a/res/77/37";
        request.mandate_paragraph = "3";
        request.languages = {"fr", "en"};
        request.audience = Audience::everyone;
        request.stakeholders_invited = true;
        request.opening = day("2027-01-11");
        request.deadline = day("2027-04-15");
        request.reminder_days = "2027-03-01";
        return request;
    }
    [[nodiscard]] Result<Call> open(const OpenCall& request) {
        return work([&](ledger::Work& unit) { return open_call(unit, secretariat, request); });
    }
    /// The slug of a call that is open.
    std::string opened() { return open(sample_call()).value().slug; }

    [[nodiscard]] Result<Call> extend(const std::string& call, const char* deadline) {
        ExtendCall request{call, day(deadline), "Asked for by several States"};
        return work([&](ledger::Work& unit) { return extend_call(unit, secretariat, request); });
    }
    [[nodiscard]] Result<Call> close(const std::string& call) {
        return work([&](ledger::Work& unit) { return close_call(unit, secretariat, {call}); });
    }

    [[nodiscard]] static documents::ImportDocument prepared(const std::string& text) {
        documents::ImportHints hints;
        hints.language = documents::Language::english;
        auto made = documents::prepare_import({text, "views.txt", "text/plain"}, hints, {}, nullptr);
        require(made.has_value(), "a text that reads");
        return std::move(*made);
    }
    [[nodiscard]] static SubmitViews typed(const std::string& call,
                                           const std::string& text = "The meetings are open.\n") {
        SubmitViews request;
        request.call = call;
        request.language = "en";
        request.has_text = true;
        request.prepared = prepared(text);
        return request;
    }
    /// Views of a State that came by note verbale.
    [[nodiscard]] static SubmitViews entered(const std::string& call, const std::string& actor,
                                             const char* received) {
        SubmitViews request = typed(call, "Views of " + actor + ".\n");
        request.actor = actor;
        request.received = day(received);
        request.channel = "note_verbale";
        return request;
    }
    [[nodiscard]] Result<Submission> submit(const identity::Actor& actor, const SubmitViews& request) {
        return work(
            [&](ledger::Work& unit) { return submit_views(unit, actor, request, shipped_register()); });
    }
    [[nodiscard]] Result<RecordedConsultation> consult(const RecordConsultation& request) {
        return work([&](ledger::Work& unit) {
            return record_consultation(unit, secretariat, request, shipped_register());
        });
    }
    [[nodiscard]] static RecordConsultation sample_consultation(const std::string& call) {
        RecordConsultation request;
        request.call = call;
        request.day = day("2027-01-11");
        request.place = "Geneva";
        request.held_by = "The secretariat";
        request.states = "KEN, EGY";
        request.views_of = "KEN";
        request.language = "en";
        request.has_text = true;
        request.prepared = prepared("Kenya said that meetings should be open.\n");
        return request;
    }
    [[nodiscard]] Result<Submission> withdraw(const identity::Actor& actor, const std::string& call,
                                              std::int64_t submission) {
        WithdrawSubmission request{call, submission, "A word that nobody else may read"};
        return work([&](ledger::Work& unit) { return withdraw_submission(unit, actor, request); });
    }

    [[nodiscard]] std::vector<Submission> submissions(const std::string& call) {
        return read([&](storage::Session& session) {
            return read_submissions(session, find_call(session, call).value().id);
        });
    }
    void go_to(const char* moment) { clock.set(parse_instant(moment).value()); }

    /// Entries on a call, the newest first; facts are there, what is sealed is not.
    [[nodiscard]] std::vector<ledger::Recorded> record_of(const std::string& call) {
        return read([&](storage::Session& session) {
            return ledger::record_of(session, "views_call:" + call, Audience::own_delegation, 0, 100);
        });
    }
    /// Everything of the journal that anybody can read, as one text.
    [[nodiscard]] std::string public_leaves() {
        std::string all;
        read([&](storage::Session& session) {
            session.each({"test.leaves", "SELECT leaf FROM journal ORDER BY id"},
                         [&](const storage::Row& row) { all += row.string(0) + "\n"; });
        });
        return all;
    }
    [[nodiscard]] std::int64_t journal_size() {
        return read([](storage::Session& session) {
            return session.number({"test.journal", "SELECT COUNT(*) FROM journal"}).value_or(-1);
        });
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database;

  private:
    static std::vector<storage::Migration> all_migrations() {
        std::vector<storage::Migration> all;
        for (auto some :
             {ledger::migrations(), members::migrations(), documents::migrations(), views::migrations()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }
};

class Calls : public testing::TestWithParam<Engine> {
  protected:
    CallHouse house{GetParam()};
};

} // namespace test
} // namespace poa::views
