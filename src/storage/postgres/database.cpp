// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/database.hpp"

#include "storage/nesting.hpp"
#include "storage/postgres/session.hpp"

#include <chrono>
#include <random>
#include <thread>

namespace poa::storage::postgres {

namespace {

constexpr const char* begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* begin_writing = "BEGIN ISOLATION LEVEL SERIALIZABLE";
constexpr int server_version_min = 140000; // what the contract tests run on, less one

/// Those who collided must not come back at the same moment.
void pause_before_again(int tries) {
    thread_local std::minstd_rand random(std::random_device{}());
    const int longest_microseconds = std::min(1000 << std::min(tries, 7), 100'000);
    std::uniform_int_distribution<int> between(longest_microseconds / 4, longest_microseconds);
    std::this_thread::sleep_for(std::chrono::microseconds(between(random)));
}

std::string answer_to(PGconn* handle, const std::string& sql) {
    const Answer answer(PQexec(handle, sql.c_str()));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(answer.get(), "storage.open");
    return PQntuples(answer.get()) > 0 ? std::string(PQgetvalue(answer.get(), 0, 0)) : std::string();
}

bool has_schema(PGconn* handle, const std::string& schema) {
    return !answer_to(handle, "SELECT 1 FROM pg_namespace WHERE nspname = '" + schema + "'").empty();
}

void make_schema(PGconn* handle, const std::string& schema) {
    try {
        (void)answer_to(handle, "CREATE SCHEMA IF NOT EXISTS " + quoted_schema(schema));
    } catch (const DatabaseError&) {
        if (!has_schema(handle, schema)) throw; // another process was faster by a hair
    }
}

} // namespace

PostgresDatabase::PostgresDatabase(const Settings& settings) : settings_(settings) {
    const std::string channel = settings.schema.empty() ? "poa_commit" : "poa_commit_" + settings.schema;
    const std::string own_payload = to_hex(bytes_of(random_bytes(8)));
    notify_ = fmt::format("SELECT pg_notify('{}', '{}')", channel, own_payload);
    require(settings.readers >= 1 && settings.writers >= 1 && settings.tries_max >= 1,
            "at least one of each");
    try {
        set_up();
        listener_ = std::make_unique<Listener>(settings_, channel, own_payload, notifier_);
    } catch (const DatabaseError& error) {
        throw MachineFailure(fmt::format("The PostgreSQL database cannot be opened: {}", error.what()));
    }
    for (int i = 0; i < settings.readers; ++i) readers_.add(std::make_unique<Connection>(settings_));
    for (int i = 0; i < settings.writers; ++i) writers_.add(std::make_unique<Connection>(settings_));
}

void PostgresDatabase::set_up() {
    const Handle handle = connect(settings_);
    if (PQserverVersion(handle.get()) < server_version_min)
        throw MachineFailure(fmt::format("The PostgreSQL server is of version {}; at least {} is needed.",
                                         PQserverVersion(handle.get()) / 10000, server_version_min / 10000));
    if (const std::string encoding = answer_to(handle.get(), "SHOW server_encoding"); encoding != "UTF8")
        throw MachineFailure(fmt::format(
            "The PostgreSQL database keeps its text as {}; make one with ENCODING 'UTF8'.", encoding));
    if (settings_.schema.empty()) return;
    if (settings_.create)
        make_schema(handle.get(), settings_.schema);
    else if (!has_schema(handle.get(), settings_.schema))
        throw MachineFailure(fmt::format("The PostgreSQL database has no schema {}. Make it with `poa init`.",
                                         settings_.schema));
}

PostgresDatabase::Outcome PostgresDatabase::try_to_read(FunctionRef<void(Session&)> body, bool may_repeat) {
    const auto connection = readers_.take();
    connection->ensure_open();
    connection->begin(begin_reading);
    PostgresSession session(*connection);
    try {
        body(session);
        connection->finish_reading();
        return Outcome::done;
    } catch (...) {
        connection->roll_back();
        if (may_repeat && connection->is_lost() && session.broken_by() == DatabaseError::Kind::unavailable)
            return Outcome::lost;
        throw;
    }
}

void PostgresDatabase::run_read(FunctionRef<void(Session&)> body) {
    const Nesting nesting(this, Nesting::Kind::read);
    if (try_to_read(body, true) == Outcome::lost) (void)try_to_read(body, false);
}

PostgresDatabase::Outcome PostgresDatabase::try_to_write(FunctionRef<bool(Session&)> body, bool may_repeat) {
    const auto connection = writers_.take();
    connection->ensure_open();
    connection->begin(begin_writing);
    PostgresSession session(*connection);
    bool committing = false;
    try {
        const bool keep = body(session);
        if (!keep) {
            connection->roll_back();
            // A body may refuse because of a broken constraint, but not because it was cut off or not in
            // turn.
            const auto broken_by = session.broken_by();
            if (broken_by == DatabaseError::Kind::again || broken_by == DatabaseError::Kind::unavailable)
                session.rethrow_if_broken();
            return Outcome::done;
        }
        session.rethrow_if_broken();
        committing = true;
        connection->commit(notify_);
        notifier_.advance();
        return Outcome::done;
    } catch (const DatabaseError& error) {
        connection->roll_back();
        const bool is_lost = connection->is_lost();
        if (committing && is_lost)
            throw DatabaseError(
                DatabaseError::Kind::unavailable, "",
                fmt::format("{}; whether this work was kept is not known: look before doing it again",
                            error.what()));
        const auto kind = session.broken_by().value_or(error.kind());
        if (may_repeat && kind == DatabaseError::Kind::again) return Outcome::run_again;
        if (may_repeat && is_lost) return Outcome::lost;
        throw;
    } catch (...) {
        connection->roll_back();
        // The body has made another exception of it.
        if (may_repeat && session.broken_by() == DatabaseError::Kind::again) return Outcome::run_again;
        throw;
    }
}

void PostgresDatabase::run_write(FunctionRef<bool(Session&)> body) {
    const Nesting nesting(this, Nesting::Kind::write);
    bool was_lost = false;
    for (int tries = 1;; ++tries) {
        const Outcome outcome = try_to_write(body, tries < settings_.tries_max);
        if (outcome == Outcome::done) return;
        if (outcome == Outcome::run_again) pause_before_again(tries);
        // After a restart of the server every connection is stale once; a server that stays away is said at
        // connecting.
        if (outcome == Outcome::lost && std::exchange(was_lost, true))
            tries = std::max(tries, settings_.tries_max - 1);
    }
}

void PostgresDatabase::copy_to(const std::string& path) {
    throw MachineFailure(fmt::format("{} is not written: PostgreSQL is copied with pg_dump.", path));
}

std::vector<std::string> PostgresDatabase::check() {
    try {
        static constexpr Query reachable{"storage.reachable", "SELECT 1"};
        (void)read([](Session& session) { return session.number(reachable); });
    } catch (const DatabaseError& error) {
        return {error.what()};
    }
    return {};
}

} // namespace poa::storage::postgres
