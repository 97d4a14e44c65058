// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/connection.hpp"

#include <algorithm>
#include <charconv>
#include <sqlite3.h>
#include <unistd.h>

namespace poa::storage::sqlite {

namespace {

constexpr std::size_t statements_kept_max = 256;
constexpr int busy_microseconds_max = 15'000'000;

/// Waits for another process's transaction. SQLite's own handler sleeps up to 100 ms and may never meet the
/// short gap between two commits of a busy writer.
int wait_while_busy(void*, int tries) {
    constexpr int pause_microseconds = 700;
    if (tries * pause_microseconds > busy_microseconds_max) return 0;
    ::usleep(static_cast<useconds_t>(pause_microseconds - 300 + (tries * 7919) % 600));
    return 1;
}

/// SQLite counts its memory under one lock that all connections share; nobody reads the count.
void set_up_library() {
    static const int outcome = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)outcome; // refused where another part of the process has used SQLite before: slower, not wrong
}

StatementHandle prepare_text(sqlite3* handle, std::string_view text, std::string_view name) {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle, text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK) fail(handle, sqlite3_extended_errcode(handle), name);
    StatementHandle prepared(statement);
    require(statement != nullptr, "a query with text");
    const std::string_view after(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    require(after.find_first_not_of(" \t\r\n;") == std::string_view::npos, "one statement in a query");
    return prepared;
}

/// The number n of "$n"; 0 for anything else.
std::size_t placeholder(const char* name) {
    if (name == nullptr || *name != '$') return 0;
    const std::string_view digits(name + 1);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

std::vector<int> places_of(sqlite3_stmt* statement) {
    const int count = sqlite3_bind_parameter_count(statement);
    std::vector<int> places(static_cast<std::size_t>(count), 0);
    for (int i = 1; i <= count; ++i) {
        const std::size_t number = placeholder(sqlite3_bind_parameter_name(statement, i));
        require(number >= 1 && number <= places.size(), "placeholders $1, $2 ... without gaps");
        places[number - 1] = i;
    }
    return places;
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}
/// The word at the beginning of the text, which goes on after it.
std::string_view take_word(std::string_view& text) {
    const auto end = std::ranges::find_if_not(text, is_word);
    const std::string_view word(text.begin(), end);
    text.remove_prefix(word.size());
    return word;
}
bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}
/// What stands in one pair of brackets at the beginning of the text, which goes on after it.
bool take_brackets(std::string_view& text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') i = std::min(text.find('\'', i + 1), text.size() - 1); // brackets in it are none
        if (text[i] == '(') ++depth;
        if (text[i] == ')' && --depth == 0) {
            text.remove_prefix(i + 1);
            return true;
        }
        if (depth == 0) return false;
    }
    return false;
}

bool is_row_key(sqlite3* handle, std::string_view table, std::string_view column) {
    const char* type = nullptr;
    int is_key = 0;
    const int code =
        sqlite3_table_column_metadata(handle, nullptr, std::string(table).c_str(),
                                      std::string(column).c_str(), &type, nullptr, nullptr, &is_key, nullptr);
    return code == SQLITE_OK && is_key != 0 && type != nullptr && std::string_view(type) == "INTEGER";
}

/// Of an insert of one row that gives no more than its new key: the text without that. To SQLite RETURNING is
/// a temporary table each time, and it knows the key of the row it wrote last anyway.
std::optional<std::string_view> without_returning(sqlite3* handle, std::string_view text) {
    std::string_view rest = text;
    if (!take(rest, "INSERT INTO ")) return std::nullopt;
    const std::string_view table = take_word(rest);
    if (!take(rest, " ") || !take_brackets(rest) || !take(rest, " VALUES ") || !take_brackets(rest))
        return std::nullopt;
    const std::string_view insert(text.begin(), rest.begin());
    if (!take(rest, " RETURNING ")) return std::nullopt;
    const std::string_view column = take_word(rest);
    if (!rest.empty() || !is_row_key(handle, table, column)) return std::nullopt;
    return insert;
}

} // namespace

void StatementCloser::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Connection::Connection(const std::string& path, Purpose purpose) {
    set_up_library();
    const int code =
        sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    try {
        if (code != SQLITE_OK) fail(handle_, sqlite3_extended_errcode(handle_), "storage.open");
        configure(purpose);
        prepare_own(purpose);
    } catch (...) {
        begin_.reset(), commit_.reset(), roll_back_.reset();
        savepoint_.reset(), release_.reset(), roll_back_to_.reset();
        sqlite3_close_v2(handle_);
        throw;
    }
}

Connection::~Connection() {
    statements_.clear();
    for (StatementHandle* own : {&begin_, &commit_, &roll_back_, &savepoint_, &release_, &roll_back_to_})
        own->reset();
    sqlite3_close_v2(handle_);
}

void Connection::configure(Purpose purpose) {
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_handler(handle_, wait_while_busy, nullptr);
    for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                     {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                     {SQLITE_DBCONFIG_DEFENSIVE, 1},
                                     {SQLITE_DBCONFIG_DQS_DML, 0},
                                     {SQLITE_DBCONFIG_DQS_DDL, 0},
                                     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}})
        sqlite3_db_config(handle_, option, on, nullptr);
    sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, 0);
    // No memory mapping: a page that cannot be read must be an error with words, and through a mapping it is
    // a SIGBUS; and each connection's mapping would count into resident memory.
    script(fmt::format("PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; "
                       "PRAGMA cache_size=-{}; PRAGMA journal_size_limit=16777216; PRAGMA synchronous={};",
                       purpose.cache_kibibytes, purpose.durable ? "FULL" : "OFF"),
           "storage.configure");
    if (purpose.alone) {
        script("PRAGMA journal_mode=MEMORY", "storage.configure");
    } else if (purpose.writes) {
        const std::string mode = text({"storage.journal_mode", "PRAGMA journal_mode=WAL"});
        if (mode != "wal")
            throw DatabaseError(
                DatabaseError::Kind::other, "",
                "storage.open: the file system does not allow SQLite's write-ahead log (mode " + mode +
                    "); put the data folder on a local disk");
    } else {
        script("PRAGMA query_only=ON", "storage.configure");
    }
}

void Connection::prepare_own(Purpose purpose) {
    const auto own = [&](std::string_view text) { return prepare_text(handle_, text, "storage.prepare"); };
    begin_ = own(purpose.writes ? "BEGIN IMMEDIATE" : "BEGIN");
    commit_ = own("COMMIT");
    roll_back_ = own("ROLLBACK");
    savepoint_ = own("SAVEPOINT job");
    release_ = own("RELEASE job");
    roll_back_to_ = own("ROLLBACK TO job");
}

void Connection::step(const StatementHandle& statement, std::string_view name) {
    const int code = sqlite3_step(statement.get());
    if (code == SQLITE_DONE) [[likely]] {
        sqlite3_reset(statement.get());
        return;
    }
    // Words first: reset would clear them when it succeeds.
    try {
        fail(handle_, sqlite3_extended_errcode(handle_), name);
    } catch (...) {
        sqlite3_reset(statement.get());
        throw;
    }
}

void Connection::roll_back() noexcept {
    if (!in_transaction()) return;
    sqlite3_step(roll_back_.get());
    sqlite3_reset(roll_back_.get());
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

void Connection::script(const std::string& sql, std::string_view name) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(handle_, sqlite3_extended_errcode(handle_), name);
}

std::int64_t Connection::number(const Query& query) {
    const Lease lease(*this, query);
    if (sqlite3_step(lease.handle()) != SQLITE_ROW)
        fail(handle_, sqlite3_extended_errcode(handle_), query.name);
    return sqlite3_column_int64(lease.handle(), 0);
}

std::string Connection::text(const Query& query) {
    const Lease lease(*this, query);
    if (sqlite3_step(lease.handle()) != SQLITE_ROW)
        fail(handle_, sqlite3_extended_errcode(handle_), query.name);
    const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(lease.handle(), 0));
    return words == nullptr ? std::string() : std::string(words);
}

Statement Connection::prepare(const Query& query) {
    Statement statement;
    const auto insert = without_returning(handle_, query.text);
    statement.gives_key = insert.has_value();
    statement.handle = prepare_text(handle_, insert.value_or(query.text), query.name);
    statement.places = places_of(statement.handle.get());
    statement.reads_only = sqlite3_stmt_readonly(statement.handle.get()) != 0;
    return statement;
}

Statement& Connection::kept(const Query& query) {
    if (const auto found = statements_.find(query.text); found != statements_.end()) [[likely]]
        return found->second;
    if (statements_.size() >= statements_kept_max) forget_oldest();
    return statements_.emplace(std::string(query.text), prepare(query)).first->second;
}

void Connection::forget_oldest() {
    auto oldest = statements_.end();
    for (auto it = statements_.begin(); it != statements_.end(); ++it)
        if (!it->second.lent && (oldest == statements_.end() || it->second.used_at < oldest->second.used_at))
            oldest = it;
    if (oldest != statements_.end()) statements_.erase(oldest);
}

Connection::Lease::Lease(Connection& connection, const Query& query) : statement_(&connection.kept(query)) {
    if (statement_->lent) {
        own_ = connection.prepare(query);
        statement_ = &own_;
    }
    statement_->lent = true;
    statement_->used_at = ++connection.uses_;
}

Connection::Lease::~Lease() {
    sqlite3_reset(statement_->handle.get());
    statement_->lent = false;
}

} // namespace poa::storage::sqlite
