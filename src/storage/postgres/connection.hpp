// SPDX-License-Identifier: Apache-2.0
#pragma once
// One connection to PostgreSQL (libpq, always in pipeline mode): its prepared statements, its transaction,
// its errors. Used by one thread at a time.

#include "storage/database.hpp"

#include <cstddef>
#include <cstdint>
#include <libpq-fe.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace poa::storage::postgres {

struct AnswerCloser {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, AnswerCloser>;

struct HandleCloser {
    void operator()(PGconn* handle) const { PQfinish(handle); }
};
using Handle = std::unique_ptr<PGconn, HandleCloser>;

/// Connects and sets the session up (UTF-8, search_path, durable commits). Throws DatabaseError
/// (unavailable).
[[nodiscard]] Handle connect(const Settings& settings);
/// Throws what a failed answer says, with `query_name` in its words.
[[noreturn]] void fail(const PGresult* answer, std::string_view query_name);
/// Throws DatabaseError (unavailable).
[[noreturn]] void fail_unavailable(std::string_view words, std::string_view query_name);
/// "poa_people" -> "\"poa_people\""; MachineFailure where a schema may not be named so.
[[nodiscard]] std::string quoted_schema(const std::string& schema);

class Connection {
  public:
    explicit Connection(const Settings& settings) : settings_(settings) {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Connects where that was not done or the connection was lost.
    void ensure_open();
    [[nodiscard]] bool is_lost() const {
        return lost_ || !handle_ || PQstatus(handle_.get()) == CONNECTION_BAD;
    }

    /// `text` must be a constant. It is sent with the first query, in one round trip.
    void begin(const char* text) { pending_begin_ = text; }
    /// The answer to `query`, complete.
    [[nodiscard]] Answer ask(const Query& query, std::span<const Parameter> parameters);
    /// Several statements in the open transaction.
    void script(const std::string& sql);
    /// Sends the end of a transaction that only read, and does not wait for it.
    void finish_reading();
    /// Returns once the transaction is durable. Where it has changed anything, `notify` (SQL) is part of it.
    /// Throws DatabaseError; unavailable means that the outcome is not known.
    void commit(const std::string& notify);
    /// Never throws; a connection that cannot roll back is lost.
    void roll_back() noexcept;

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    /// One text prepared for parameters of certain types; type 0: PostgreSQL has found the type, for NULL
    /// only.
    struct Prepared {
        std::string name;
        std::vector<Oid> types;
    };
    using Variants = std::vector<Prepared>;
    struct Exchange;

    [[nodiscard]] const Prepared* find(const Query& query, std::span<const Parameter> parameters) const;
    [[nodiscard]] const Prepared& keep(const Query& query, Prepared prepared);
    [[nodiscard]] const Prepared& prepare_with_nulls(const Query& query,
                                                     std::span<const Parameter> parameters);
    [[nodiscard]] Answer try_to_prepare(const Query& query, const Prepared& candidate);
    void make_room();
    void send_begin(Exchange& exchange);
    void send_text(Exchange& exchange, const char* text);
    void send_prepare(Exchange& exchange, const Query& query, const Prepared& prepared);
    void send_run(Exchange& exchange, const Query& query, const Prepared& prepared,
                  std::span<const Parameter> parameters);
    void sent(Exchange& exchange, int success, std::string_view query_name);
    /// Syncs and reads one answer for each that was sent, errors too.
    [[nodiscard]] std::vector<Answer> receive_all(const Exchange& exchange);
    /// The last answer; throws for the first that is an error.
    [[nodiscard]] Answer receive(const Exchange& exchange);
    void sync();
    [[nodiscard]] std::vector<Answer> read_to_sync();
    void read_late_answers();
    [[noreturn]] void lose(std::string_view query_name);
    void note_loss(const PGresult* answer);

    Settings settings_;
    Handle handle_;
    std::unordered_map<std::string, Variants, TextHash, std::equal_to<>> prepared_;
    std::size_t prepared_count_ = 0;
    std::uint64_t names_ = 0;
    const char* pending_begin_ = nullptr;
    bool in_transaction_ = false;
    bool changed_ = false; ///< the transaction
    bool answers_late_ = false;
    bool lost_ = false;
};

} // namespace poa::storage::postgres
