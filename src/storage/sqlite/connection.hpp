// SPDX-License-Identifier: Apache-2.0
#pragma once
// One connection to an SQLite file: its settings, its prepared statements, its errors. Used by one thread at
// a time.

#include "storage/database.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace poa::storage::sqlite {

/// Throws what `code` (an extended result code just returned on `handle`) means, with `query_name` in its
/// words.
[[noreturn]] void fail(sqlite3* handle, int code, std::string_view query_name);

struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

/// A prepared statement; placeholder $n is SQLite's parameter `places[n - 1]`.
struct Statement {
    StatementHandle handle;
    std::vector<int> places;
    bool reads_only = false;
    bool gives_key = false; ///< after it has run its answer is the key of the row it wrote
    bool lent = false;
    std::uint64_t used_at = 0;
};

class Connection {
  public:
    struct Purpose {
        bool writes = false;
        bool durable = true; ///< false: the file is gone with the process anyway
        int cache_kibibytes = 4096;
        bool alone = false; ///< nobody else has it open: no write-ahead log
    };
    /// Opens an existing file, or ":memory:". Throws DatabaseError.
    Connection(const std::string& path, Purpose purpose);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A statement lent for one run; reset when given back.
    class Lease {
      public:
        Lease(Connection& connection, const Query& query);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        [[nodiscard]] const Statement& statement() const { return *statement_; }
        [[nodiscard]] sqlite3_stmt* handle() const { return statement_->handle.get(); }

      private:
        Statement own_; ///< where the kept one is already running
        Statement* statement_;
    };

    /// Several statements, nothing kept.
    void script(const std::string& sql, std::string_view name);
    [[nodiscard]] std::int64_t number(const Query& query);
    [[nodiscard]] std::string text(const Query& query);

    void begin() { step(begin_, "storage.begin"); }
    void commit() { step(commit_, "storage.commit"); }
    /// Ends the transaction if one is open; never throws.
    void roll_back() noexcept;
    void set_savepoint() { step(savepoint_, "storage.savepoint"); }
    void release_savepoint() { step(release_, "storage.release"); }
    void roll_back_to_savepoint() { step(roll_back_to_, "storage.roll_back_to"); }
    /// SQLite rolls the whole transaction back by itself after some errors (full disk, unreadable page).
    [[nodiscard]] bool in_transaction() const;
    /// Another number when another connection has committed since it was asked last.
    [[nodiscard]] std::int64_t version_seen() {
        return number({"storage.data_version", "PRAGMA data_version"});
    }

    [[nodiscard]] sqlite3* handle() const { return handle_; }

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void configure(Purpose purpose);
    void prepare_own(Purpose purpose);
    [[nodiscard]] Statement prepare(const Query& query);
    [[nodiscard]] Statement& kept(const Query& query);
    void forget_oldest();
    void step(const StatementHandle& statement, std::string_view name);

    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
    std::uint64_t uses_ = 0;
    StatementHandle begin_, commit_, roll_back_, savepoint_, release_, roll_back_to_;
};

} // namespace poa::storage::sqlite
