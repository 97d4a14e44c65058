// SPDX-License-Identifier: Apache-2.0
#pragma once
// One face for two databases: SQLite, embedded, and PostgreSQL. One SQL text for both:
//   - placeholders are $1, $2 ... (repeated and out of order as one likes);
//   - columns and parameters are of four kinds only: 64-bit integer, text (UTF-8, no NUL), bytes, double.
//     Truth is an integer 0 or 1, a time is microseconds (Instant), a day is a number of days (Day);
//   - CTEs, window functions, ON CONFLICT, RETURNING, IS [NOT] DISTINCT FROM are common ground; ::casts,
//   now(), ILIKE,
//     string_agg and FOR UPDATE are not. Where the two must differ, ask `dialect()`.
// What SQL is run stands in each capability's store.cpp, as named constants.

#include "base/bytes.hpp"
#include "base/function_ref.hpp"
#include "base/id.hpp"
#include "base/require.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace poa::storage {

enum class Dialect { sqlite, postgres };

/// A named SQL text. The name (capability.purpose) shows up in logs and metrics.
struct Query {
    std::string_view name;
    std::string_view text; ///< must outlive the call; statements are kept by content
};

/// One parameter; refers to the caller's text or bytes, which must live until the call returns.
class Parameter {
  public:
    enum class Kind { null, integer, real, text, bytes };
    Parameter(std::nullptr_t) : kind_(Kind::null) {}
    Parameter(std::int64_t number) : kind_(Kind::integer), integer_(number) {}
    Parameter(int number) : Parameter(static_cast<std::int64_t>(number)) {}
    Parameter(unsigned number) : Parameter(static_cast<std::int64_t>(number)) {}
    Parameter(std::uint64_t number) : Parameter(static_cast<std::int64_t>(number)) {}
    Parameter(bool truth) : Parameter(static_cast<std::int64_t>(truth)) {}
    Parameter(double number) : kind_(Kind::real), real_(number) {}
    Parameter(std::string_view text) : kind_(Kind::text), text_(text) {}
    Parameter(const std::string& text) : Parameter(std::string_view(text)) {}
    Parameter(const char* text) : Parameter(std::string_view(text)) {}
    Parameter(Bytes bytes) : kind_(Kind::bytes), text_(text_of(bytes)) {}
    Parameter(const Sha256& digest) : Parameter(Bytes(digest.bytes)) {}
    Parameter(Instant instant) : Parameter(instant.microseconds) {}
    Parameter(Day day) : Parameter(static_cast<std::int64_t>(day.days)) {}
    template <class Of> Parameter(Id<Of> id) : Parameter(id.number) {}
    template <class E>
    requires std::is_enum_v<E> Parameter(E e) : Parameter(static_cast<std::int64_t>(e)) {}
    template <class T>
    Parameter(const std::optional<T>& maybe) : Parameter(maybe ? Parameter(*maybe) : Parameter(nullptr)) {}

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] std::int64_t integer() const { return integer_; }
    [[nodiscard]] double real() const { return real_; }
    [[nodiscard]] std::string_view text() const { return text_; } ///< also the bytes of Kind::bytes

  private:
    Kind kind_;
    union {
        std::int64_t integer_ = 0;
        double real_;
    };
    std::string_view text_;
};

/// The row at hand; what it gives out as view lives until the next row. Columns count from 0. A column of
/// another kind, or NULL where a value is asked for, is our mistake (require).
class Row {
  public:
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual Bytes bytes(int column) const = 0;

    [[nodiscard]] bool truth(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
    [[nodiscard]] Day day(int column) const { return {static_cast<std::int32_t>(integer(column))}; }
    [[nodiscard]] Sha256 digest(int column) const {
        auto found = Sha256::from_bytes(bytes(column));
        require(found.has_value(), "a column with a digest of 32 bytes");
        return *found;
    }
    template <class Of> [[nodiscard]] Id<Of> id(int column) const { return Id<Of>{integer(column)}; }
    /// Text, or empty where the column is NULL.
    [[nodiscard]] std::string text_or_empty(int column) const {
        return is_null(column) ? std::string() : std::string(text(column));
    }
    /// `row.maybe(3, [](auto& r, int c) { return r.day(c); })`
    template <class F>
    [[nodiscard]] auto maybe(int column, F&& read) const -> std::optional<decltype(read(*this, column))> {
        if (is_null(column)) return std::nullopt;
        return read(*this, column);
    }

  protected:
    ~Row() = default;
};

/// The database said no: broken constraint, serialisation, disk full ... `what()` has its words and the
/// query's name.
class DatabaseError : public MachineFailure {
  public:
    enum class Kind {
        unique,      ///< a UNIQUE or PRIMARY KEY exists already
        constraint,  ///< CHECK, NOT NULL or FOREIGN KEY
        again,       ///< busy or not serialisable: the same work may succeed if run again
        full,        ///< no space left
        read_only,   ///< the data folder or the database cannot be written
        corrupt,     ///< a page that does not read back; restore a backup
        unavailable, ///< no connection
        other,
    };
    DatabaseError(Kind kind, std::string constraint, const std::string& words)
        : MachineFailure(words), kind_(kind), constraint_(std::move(constraint)) {}
    [[nodiscard]] Kind kind() const { return kind_; }
    /// Name of the broken constraint where the engine tells ("" otherwise; SQLite tells table.column for
    /// UNIQUE).
    [[nodiscard]] const std::string& constraint() const { return constraint_; }

  private:
    Kind kind_;
    std::string constraint_;
};

/// One open transaction. Not to be kept beyond the body it was given to.
class Session {
  public:
    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// Runs `query` and calls `on_row` for each row of the answer, in order. Returns the number of rows
    /// inserted, changed or deleted (0 for a plain SELECT). Throws DatabaseError. `on_row` must not run
    /// queries of its own on this session that have the same text.
    template <class OnRow, class... P>
    std::int64_t each(const Query& query, OnRow&& on_row, const P&... parameters) {
        const Parameter list[sizeof...(P) + 1] = {Parameter(parameters)..., Parameter(nullptr)};
        return run(query, std::span(list, sizeof...(P)), on_row);
    }
    /// The same without an answer. Returns the number of rows changed.
    template <class... P> std::int64_t execute(const Query& query, const P&... parameters) {
        return each(
            query, [](const Row&) {}, parameters...);
    }
    /// All rows, read by `read(row)`.
    template <class Read, class... P> auto all(const Query& query, Read&& read, const P&... parameters) {
        std::vector<std::invoke_result_t<Read&, const Row&>> rows;
        each(
            query, [&](const Row& row) { rows.push_back(read(row)); }, parameters...);
        return rows;
    }
    /// The first row, if there is one.
    template <class Read, class... P>
    auto one(const Query& query, Read&& read, const P&... parameters)
        -> std::optional<std::invoke_result_t<Read&, const Row&>> {
        std::optional<std::invoke_result_t<Read&, const Row&>> found;
        each(
            query,
            [&](const Row& row) {
                if (!found) found.emplace(read(row));
            },
            parameters...);
        return found;
    }
    /// The integer in the first column of the first row; nothing where there is no row or it is NULL.
    template <class... P> std::optional<std::int64_t> number(const Query& query, const P&... parameters) {
        std::optional<std::int64_t> found;
        each(
            query,
            [&](const Row& row) {
                if (!found && !row.is_null(0)) found = row.integer(0);
            },
            parameters...);
        return found;
    }
    /// For parameter lists whose length is known only at run time.
    std::int64_t each_with(const Query& query, std::span<const Parameter> parameters,
                           FunctionRef<void(const Row&)> on_row) {
        return run(query, parameters, on_row);
    }
    /// Several statements without parameters, as in a migration. Nothing of it is kept prepared.
    virtual void script(std::string_view sql) = 0;

  protected:
    ~Session() = default;
    virtual std::int64_t run(const Query& query, std::span<const Parameter> parameters,
                             FunctionRef<void(const Row&)> on_row) = 0;
};

/// Where a database is, and how it is opened.
struct Settings {
    /// A file ("DIR/poa.sqlite"; ":memory:" for tests: shared by all sessions of the Database) or a
    /// "postgresql://..." address.
    std::string address;
    bool create =
        false;       ///< SQLite: make the file if there is none; otherwise a missing one is MachineFailure
    int readers = 3; ///< sessions that may read at the same time
    int writers = 3; ///< PostgreSQL: sessions that may write at the same time (SQLite has one writer thread)
    int tries_max = 12; ///< PostgreSQL: how often a write that could not be serialised is run
    std::string schema; ///< PostgreSQL: search_path, made if missing and `create`; "" for the default
};

class Database {
  public:
    /// Opens or throws MachineFailure with a sentence for the operator (missing, not a database, corrupt,
    /// newer, read-only folder, no connection).
    [[nodiscard]] static std::unique_ptr<Database> open(const Settings& settings);
    virtual ~Database() = default;
    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// Runs `body` on a snapshot that does not change while it runs; waits for a free reader. Any thread.
    /// Returns what `body` returns.
    template <class F> auto read(F&& body) {
        using R = std::invoke_result_t<F&, Session&>;
        if constexpr (std::is_void_v<R>) {
            run_read([&](Session& session) { body(session); });
        } else {
            std::optional<R> result;
            run_read([&](Session& session) { result.emplace(body(session)); });
            return std::move(*result);
        }
    }

    /// Runs `body` in a transaction of its own and returns once that is durable. Any thread but the writer's
    /// own. `body` may be run more than once (PostgreSQL), so it must change nothing outside the session; it
    /// runs on another thread (SQLite). An exception rolls back and comes out here. `body` returns a
    /// std::expected: an error rolls back and is returned; or anything else: commits.
    template <class F> auto write(F&& body) {
        using R = std::invoke_result_t<F&, Session&>;
        if constexpr (std::is_void_v<R>) {
            run_write([&](Session& session) {
                body(session);
                return true;
            });
        } else {
            std::optional<R> result;
            run_write([&](Session& session) {
                result.reset();
                result.emplace(body(session));
                if constexpr (requires(const R& r) {
                                  r.has_value();
                                  r.error();
                              })
                    return result->has_value();
                else
                    return true;
            });
            return std::move(*result);
        }
    }

    /// A number that grows with every commit this process made or has heard of (PostgreSQL: NOTIFY). What was
    /// read at one position may be shown again while the position stands. Cheap: one atomic read.
    [[nodiscard]] virtual std::uint64_t position() const = 0;

    /// Called after commits, coalesced, on a thread of the database's own: be quick and do not throw. Set
    /// once, before use.
    virtual void on_commit(std::function<void()> listener) = 0;

    /// Writes a consistent copy of an SQLite database to a new file while serving. PostgreSQL: MachineFailure
    /// (pg_dump is the tool; see app/backup).
    virtual void copy_to(const std::string& path) = 0;

    /// Empty when healthy; else what is wrong, a sentence each (SQLite: quick_check; PostgreSQL: reachable).
    [[nodiscard]] virtual std::vector<std::string> check() = 0;

  protected:
    virtual void run_read(FunctionRef<void(Session&)> body) = 0;
    virtual void run_write(FunctionRef<bool(Session&)> body) = 0; ///< false from body: roll back
};

} // namespace poa::storage
